"""The sources of the templates, and what each of them is made of."""

from collections.abc import Callable
from pathlib import Path

from jinja2 import FileSystemLoader, TemplateError
from jinja2.meta import find_referenced_templates
from jinja2.nodes import Template

from plugins.catalogue.cache import Cache, fingerprint

Parse = Callable[[str, str], Template]
"""Source and name of a template to its tree, as the environment reads it."""

_Referenced = tuple[str | None, ...]
_Uses = tuple[bytes, _Referenced]  # the digest of a template's text, and what that names
_USES = "uses"


class Templates(FileSystemLoader):
    """The theme's templates, and those in more folders; every one is read once.

    What they use is remembered by their text, and kept in a cache if there is one.
    """

    def __init__(self, *folders: Path, cache: Cache | None = None) -> None:
        super().__init__(folders)
        self._folders = folders
        self._cache = cache
        self._texts: dict[str, str] = {}
        self._versions: dict[str, bytes] = {}
        self._uses: dict[str, _Uses] | None = None
        self._is_new = False

    def text(self, name: str) -> str:
        """The source of a template; empty when there is none, which rendering will say."""
        if name not in self._texts:
            files = (folder / name for folder in self._folders)
            file = next((file for file in files if file.is_file()), None)
            self._texts[name] = file.read_text(encoding="utf-8") if file else ""
        return self._texts[name]

    def version(self, name: str, parse: Parse) -> bytes:
        """A digest of the template and of all that it extends, includes or imports.

        Where only running it would tell the name of another, it may be any.
        """
        if name not in self._versions:
            texts = ((other, self.text(other)) for other in self.used(name, parse))
            self._versions[name] = fingerprint(part.encode() for pair in texts for part in pair)
        return self._versions[name]

    def used(self, name: str, parse: Parse) -> list[str]:
        """The template and all that it extends, includes or imports, or may."""
        return sorted(self._used_by(name, parse, set()))

    def save(self) -> None:
        """Keep what the templates of now use, if any was read anew."""
        if self._cache is not None and self._is_new:
            self._cache.put(_USES, self._uses)
            self._is_new = False

    def _used_by(self, name: str, parse: Parse, found: set[str]) -> set[str]:
        found.add(name)
        for other in self._names_in(name, parse):
            for one in (other,) if other else self.list_templates():
                if one not in found:
                    self._used_by(one, parse, found)
        return found

    def _names_in(self, name: str, parse: Parse) -> _Referenced:
        """What the template itself names; `None` for what only running it would tell."""
        if self._uses is None:
            self._uses = (self._cache.get(_USES) if self._cache else None) or {}
        text = self.text(name)
        digest, known = fingerprint([text.encode()]), self._uses.get(name)
        if known is None or known[0] != digest:
            known = self._uses[name] = digest, _found(text, name, parse)
            self._is_new = True
        return known[1]


def _found(text: str, name: str, parse: Parse) -> _Referenced:
    try:
        return tuple(dict.fromkeys(find_referenced_templates(parse(text, name))))
    except TemplateError:
        return (None,)  # its pages will say so
