"""A diagnostic: where, what, and what to do. One value, many renderers (findings/)."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from plugins.catalogue.codes import registered
from plugins.catalogue.frozen import Frozen, record

MessageLanguage = Literal["de", "en"]


class Place(NamedTuple):
    """Line and column in a file, both counted from 1, columns in characters."""

    line: int
    column: int


@record(frozen=True)
class Diagnostic(Frozen):
    """One finding. Sorts by file, place and code, so that every run prints the same list."""

    path: str
    place: Place
    code: str
    details: tuple[tuple[str, str], ...] = ()

    def __lt__(self, other: "Diagnostic") -> bool:
        return self._values() < other._values()

    @property
    def is_error(self) -> bool:
        """Errors keep the entry from being published; warnings and notices do not."""
        return self.severity == "error"

    @property
    def severity(self) -> str:
        """`error`, `warning` or `notice`."""
        return registered(self.code).severity

    def message(self, language: MessageLanguage = "de") -> str:
        """What is wrong, in one sentence."""
        return _fill(registered(self.code).message[language], self.details)

    def cause(self, language: MessageLanguage = "de") -> str:
        """Why it matters."""
        return registered(self.code).cause[language]

    def remedy(self, language: MessageLanguage = "de") -> str:
        """What to do about it: the nearest known word where there is one."""
        details = dict(self.details)
        if details.get("suggestion"):
            pattern = {"de": "Meinten Sie »{suggestion}«?", "en": 'Did you mean "{suggestion}"?'}
            return _fill(pattern[language], self.details)
        return _fill(registered(self.code).remedy[language], self.details)


def _fill(pattern: str, details: tuple[tuple[str, str], ...]) -> str:
    """Put the details into their places; text from an entry is never itself a pattern."""
    shown = {name: value if len(value) <= 80 else value[:79] + "…" for name, value in details}
    return pattern.format_map(shown)


def diagnostic(path: str, place: Place, code: str, details: Mapping[str, object]) -> Diagnostic:
    """Make a diagnostic. Raises `KeyError` for a code that is not in the register."""
    registered(code)
    texts = tuple(sorted((name, str(value)) for name, value in details.items()))
    return Diagnostic(path, place, code, texts)


class Problems:
    """Collects what is found in one file while it is read."""

    def __init__(self, path: str) -> None:
        """Start an empty collection for the file at `path` (as it will be printed)."""
        self.path = path
        self._found: list[Diagnostic] = []

    def add(self, code: str, place: Place, **details: object) -> None:
        """Record a finding at `place`."""
        self._found.append(diagnostic(self.path, place, code, details))

    @property
    def has_errors(self) -> bool:
        """Whether something keeps the file from being published."""
        return any(found.is_error for found in self._found)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def paths_with_errors(diagnostics: Iterable[Diagnostic]) -> frozenset[str]:
    """The files that may not be published."""
    return frozenset(d.path for d in diagnostics if d.is_error)


def lines_of(problems: Problems) -> set[int]:
    """The lines in which something was found; what is about the whole file is in none."""
    return {problem.place.line for problem in problems if problem.code not in _OF_THE_FILE}


_OF_THE_FILE = frozenset(
    {"ENC-UTF16", "ENC-BOM", "YML-FRONT-MATTER", "YML-FIRST-LINE", "YML-FRONT-END"}
)
