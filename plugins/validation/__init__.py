"""CHECK: rules about entries, alone and together. `make check` is this package.

A file is read and typed by the catalogue. Here rules are applied to each entry that could be
read, and to all of them together. What is found is collected, sorted and shown once; entries
with an error are left out of what is published, all others stay in.

    check.py             everything together: a content folder to a `CheckResult`
    rules/<rule>.py      one rule a file: its first sentence is the rule, its `check` a generator
    context.py           what a rule is given besides what it is about: the day, the settings ...
    apply.py             applies the rules to entries and to the catalogue
    cache.py             what was found in entries that did not change is not looked for again
    markdown.py          finds tags, pictures and links in Markdown, at their places
    decoding/            whether a picture can be published: decodes it, once
    easy_language.py     takes texts in easy German apart for rules/easy_*.py
    skip.py              `make check SKIP=CODE`: what is not shown
    report.py            what `make check` says besides: the sum, the page to mail
    coverage.py          and how much of the content is translated
    docs.py              `make docs`: the lists of fields, codes and figures in docs/
    codes_page.py        docs/codes.md; examples.py takes wrong and right from tests/cases/
    json_schema/         `make schema`: the schemas for editors
    field_texts.py       what schemas and lists say of a field
    staged/              the git hook: what is about to be committed
    watch.py             `make watch`: a check at every save; saved.py: what was saved
    __main__.py          `make check`

A new rule: write `rules/<rule>.py`, name it in `rules/__init__.py`, which says what a rule may
be about, put its code into the file of its family in `catalogue/codes/`, make a folder
`tests/cases/<CODE>/` with `content/` and, mended, `good/`, run `make bless docs`.

Ends with 0 when there are no errors, 1 when there are, 2 when the tool itself failed.
"""
