"""What is put into a page on its way to the browser. The files of the site never hold it."""

import re

OWN = "/@serve/"
"""Below this path the server speaks for itself. No address of a site begins so."""

_HEAD_ENDS = re.compile(rb"</head\s*>", re.IGNORECASE)


def page(html: bytes, digest: str) -> bytes:
    """The page with our script and style sheet, which ask this server: its policy allows that.

    `digest` is that of the page as it was built: the script asks whether it is still so. Without
    the end of a head nothing is put in.
    """
    end = _HEAD_ENDS.search(html)
    if end is None:
        return html
    head, rest = html[: end.start()], html[end.start() :]
    return head + _elements(digest) + rest


def _elements(digest: str) -> bytes:
    return (
        f'<link rel="stylesheet" href="{OWN}panel.css">\n'
        f'<script type="module" src="{OWN}reload.js?page={digest}"></script>\n'
    ).encode()
