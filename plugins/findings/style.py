"""The style of the page that is mailed: for a phone first, light and dark, and for paper."""

STYLE = """
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --soft: #f1f1ee; --line: #767676;
  --error: #a11212; --warning: #7a4b00; --notice: #0b4f8a; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ececec; --paper: #16181c; --soft: #24272d; --line: #9a9a9a;
    --error: #ff9a8f; --warning: #f0c060; --notice: #8ec5ff; } }
body { margin: 0 auto; max-width: 46rem; padding: 1rem; color: var(--ink);
  background: var(--paper); font: 1.0625rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.25; margin: 0; }
h1 { font-size: 1.6rem; }
h2 { font-size: 1.15rem; margin-top: 2.5rem; }
h3 { font-size: 1rem; font-weight: normal; display: flex; flex-wrap: wrap; gap: 0 0.4em; }
h3 span { font-weight: bold; }
p { margin: 0.5rem 0 0; }
.summary { font-weight: bold; }
code { font-family: ui-monospace, monospace; font-size: 0.95em; }
h3 code { margin-inline-start: auto; font-size: 0.85rem; }
article { margin-top: 1.25rem; padding-inline-start: 0.75rem;
  border-inline-start: 0.3rem solid var(--kind); break-inside: avoid; }
.error { --kind: var(--error); }
.warning { --kind: var(--warning); }
.notice { --kind: var(--notice); }
h3 span { color: var(--kind); }
pre { margin: 0.5rem 0 0; padding: 0.5rem 0.75rem; background: var(--soft);
  border: 1px solid var(--line); white-space: pre-wrap; }
mark { color: #000; background: #ffdf80; text-decoration: underline; text-underline-offset: 0.2em; }
"""
