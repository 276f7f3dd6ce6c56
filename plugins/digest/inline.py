"""The styles of a mail, at each of its elements: some programs drop style sheets (Gmail's app).

theme/mail/mail.css says them by classes, in the colours of the theme. A light colour stands at the
element, the dark one in a style sheet for those that read it: whoever drops it shows the light one,
text and ground alike.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_TOKEN = re.compile(r"(--[\w-]+):\s*([^;]+);")
_RULE = re.compile(r"\.([\w-]+)\s*\{([^{}]*)\}")
_USED = re.compile(r"var\((--[\w-]+)\)")
_CHOICE = re.compile(r"light-dark\(([^,()]+),\s*([^()]+)\)")
_CLASSES = re.compile(r'class="([\w\- ]+)"')


@dataclass(frozen=True)
class MailStyles:
    """The declarations of each class in light colours, and a style sheet for the dark."""

    light: Mapping[str, str]
    dark: str

    def inlined(self, html: str) -> str:
        """The page with the styles at its elements; classes stay, for the dark."""
        return _CLASSES.sub(self._at_element, html)

    def _at_element(self, match: re.Match[str]) -> str:
        styles = "; ".join(filter(None, map(self.light.get, match[1].split())))
        return f'{match[0]} style="{styles}"' if styles else match[0]


def mail_styles(css: str, tokens: str) -> MailStyles:
    """What `css` says, its variables as `tokens` has them."""
    known = dict(_TOKEN.findall(_COMMENT.sub("", tokens)))
    light: dict[str, str] = {}
    dark: list[str] = []
    for name, declarations in _RULE.findall(_COMMENT.sub("", css)):
        lines = [line.strip() for line in _resolved(declarations, known).split(";")]
        light[name] = "; ".join(_CHOICE.sub(r"\1", line) for line in lines if line)
        others = [_CHOICE.sub(r"\2", line) for line in lines if _CHOICE.search(line)]
        dark += [f".{name} {{ {line} !important }}" for line in others]
    return MailStyles(light, "\n".join(dark))


def _resolved(declarations: str, tokens: Mapping[str, str]) -> str:
    """The declarations without variables. Raises `KeyError` for one that the theme has not."""
    return _USED.sub(lambda match: tokens[match[1]].strip(), declarations)
