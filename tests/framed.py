"""A built page as two: the frame that stands around every page, and what is its own.

In the frame stand holes by name where a page has something of its own: `{title}`, `{main}`, and
`{path}` where its address stands, without the language. `Page.text` fills them again: a page is
that to the byte, or it has another frame.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

LINES = ("title", "description", "menu")
"""What of a page's own is a line each; the others are lines of HTML."""

HOLES: Mapping[str, str] = MappingProxyType(
    {
        "title": r"(?<=<title>).*(?= – .*</title>)",
        "description": r'(?<=<meta property="og:description" content=")[^"]*',
        "links": r'(?s)(?<=content="light dark">\n).*?(?=  <link rel="icon")',
        "scripts": r'(?s)(?<=js/expire\.js"></script>\n).*?(?=</head>)',
        "main": r"(?s)<main .*</main>\n",
    }
)
CURRENT = re.compile(r'<a (?:class="wordmark" )?href="[^"]*"( aria-current="(?:page|true)")>')
"""The link of the frame that leads here, or to the section that the page is in."""


@dataclass(frozen=True)
class Page:
    """A frame with holes, and what fills them."""

    frame: str
    path: str
    own: Mapping[str, str]

    @property
    def part(self) -> str:
        """What is the page's own, for somebody to read. Its path is the name of the file."""
        lines = {name: text for name, text in self.own.items() if text}
        return "".join(
            f"{name}: {text}\n" if name in LINES else f"{name}:\n{text}"
            for name, text in lines.items()
        )

    @property
    def text(self) -> str:
        """The page as it was built."""
        text = self.frame.replace("{path}", self.path)
        if here := self.own["menu"]:
            text = text.replace(_without(here), here, 1)
        for name in HOLES:
            text = text.replace(f"{{{name}}}", self.own[name])
        return text


def taken_apart(text: str, name: str, languages: Sequence[str]) -> Page:
    """The page of that file; the languages are the site's, the first stands at the root."""
    own = {"menu": ""}
    for hole, pattern in HOLES.items():
        (found,) = re.finditer(pattern, text)
        own[hole] = found[0]
        text = f"{text[: found.start()]}{{{hole}}}{text[found.end() :]}"
    for found in CURRENT.finditer(text):
        own["menu"] = found[0]
    text = CURRENT.sub(lambda found: _without(found[0]), text)
    tags = f"(?:{'|'.join(f'/{tag}' for tag in languages[1:])})?"
    path = re.sub(f"^{tags}(?=/)", "", f"/{name}").removesuffix("index.html")
    for before, after in (
        (r'<li><a href="', '" lang="[^"]*" dir="[^"]*" hreflang='),
        (r'\?subject=[^"/]*//[^"/]*', '">'),
    ):
        text = re.sub(f"({before}{tags}){re.escape(path)}(?={after})", r"\1{path}", text)
    return Page(text, path, {name: own[name] for name in ("title", "description", "menu", *HOLES)})


def _without(tag: str) -> str:
    """The tag of a link that leads to another page."""
    return re.sub(' aria-current="[a-z]+"', "", tag)
