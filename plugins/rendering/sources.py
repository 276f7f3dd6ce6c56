"""The sources of the templates, and what each of them is made of."""

import re
from pathlib import Path

from jinja2 import FileSystemLoader

from plugins.catalogue.store import fingerprint

_COMMENT = re.compile(r"{#.*?#}", re.DOTALL)
_USES = re.compile(
    r"{%-?\s*(?:(?:extends|include)\s+(?P<whole>.*?)\s*-?%}|(?:import|from)\s+(?P<part>\S+))"
)
_LITERAL = re.compile(r"""(["'])([^"']+)\1""")


class Templates(FileSystemLoader):
    """The theme's templates, and those in more folders; every one is read once."""

    def __init__(self, *folders: Path) -> None:
        super().__init__(folders)
        self._folders = folders
        self._texts: dict[str, str] = {}
        self._versions: dict[str, bytes] = {}

    def text(self, name: str) -> str:
        """The source of a template; empty when there is none, which rendering will say."""
        if name not in self._texts:
            files = (folder / name for folder in self._folders)
            file = next((file for file in files if file.is_file()), None)
            self._texts[name] = file.read_text(encoding="utf-8") if file else ""
        return self._texts[name]

    def version(self, name: str) -> bytes:
        """A digest of the template and of all that it extends, includes or imports.

        Where only running it would tell the name of another, it may be any.
        """
        if name not in self._versions:
            texts = ((other, self.text(other)) for other in self.used(name))
            self._versions[name] = fingerprint(part.encode() for pair in texts for part in pair)
        return self._versions[name]

    def used(self, name: str) -> list[str]:
        """The template and all that it extends, includes or imports, or may."""
        return sorted(self._used_by(name, set()))

    def _used_by(self, name: str, found: set[str]) -> set[str]:
        found.add(name)
        for match in _USES.finditer(_COMMENT.sub("", self.text(name))):
            literal = _LITERAL.fullmatch(match["whole"] or match["part"])
            others = {literal[2]} if literal else set(self.list_templates())
            for other in others - found:
                self._used_by(other, found)
        return found
