"""What is put into a page on its way to the browser. The files of the site never hold it."""

import re

OWN = "/@serve/"
"""Below this path the server speaks for itself. No address of a site begins so."""

_POLICY = re.compile(
    rb'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(">)', re.IGNORECASE
)
_HEAD_ENDS = re.compile(rb"</head\s*>", re.IGNORECASE)


def page(html: bytes, digest: str) -> bytes:
    """The page with our script and style sheet, and leave for them to ask this server.

    `digest` is that of the page as it was built: the script asks whether it is still so. Without
    the end of a head nothing is put in.
    """
    end = _HEAD_ENDS.search(html)
    if end is None:
        return html
    head, rest = html[: end.start()], html[end.start() :]
    return _POLICY.sub(_relaxed, head, count=1) + _elements(digest) + rest


def _elements(digest: str) -> bytes:
    return (
        f'<link rel="stylesheet" href="{OWN}panel.css">\n'
        f'<script type="module" src="{OWN}reload.js?page={digest}"></script>\n'
    ).encode()


def _relaxed(match: re.Match[bytes]) -> bytes:
    return match[1] + policy(match[2].decode("latin-1")).encode("latin-1") + match[3]


def policy(text: str) -> str:
    """A content security policy that allows the page to ask its own server, and else the same.

    A directive that comes a second time does not count (CSP 3, section 2.2.1), so `connect-src` is
    added to where there is one.
    """
    directives = [part.split() for part in text.split(";") if part.strip()]
    known = next((d for d in directives if d[0].lower() == "connect-src"), None)
    if known is None:
        return f"{text.rstrip().rstrip(';')}; connect-src 'self'".removeprefix("; ")
    if "'self'" not in known:
        known[1:] = [*(source for source in known[1:] if source.lower() != "'none'"), "'self'"]
    return "; ".join(" ".join(directive) for directive in directives)
