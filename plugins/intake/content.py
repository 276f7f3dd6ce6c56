"""The content folder as those who change it meet it: what is there, what of it can be read."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.catalogue.descriptions.words import WORDS
from plugins.catalogue.diagnostics import Problems
from plugins.catalogue.find import SourceFile, entry_files, folder_problems, read_bytes
from plugins.catalogue.link import Catalogue
from plugins.catalogue.lists import Lists
from plugins.catalogue.model import KINDS, Entry
from plugins.catalogue.settings import Settings
from plugins.findings.command import CannotProceed
from plugins.intake.edit import EntryFile
from plugins.intake.existing import ExistingContent, read_existing


class CannotRead(CannotProceed):
    """There is no content, or no sheet in a file; `found` says why.

    What is found has no path where it is about a sheet, or about its mapping: who reads them knows
    what they are called.
    """


@dataclass(frozen=True, repr=False)
class ContentFolder:
    """Entries, their files, and the closed lists."""

    existing: ExistingContent
    lists: Lists
    files: Mapping[tuple[str, str], SourceFile]

    @property
    def folder(self) -> Path:
        """Where the entries are."""
        return self.existing.content

    def entries(self, kind: type[Entry]) -> tuple[Entry, ...]:
        """The entries of a kind that can be read, by their ids."""
        found = (entry for entry in self.existing.catalogue.entries if type(entry) is kind)
        return tuple(sorted(found, key=lambda entry: entry.id))

    def unreadable(self, kind: type[Entry]) -> tuple[str, ...]:
        """The ids of a kind whose files have errors."""
        known = {entry.id for entry in self.entries(kind)}
        return tuple(sorted(self.existing.ids[kind.folder] - known))

    def file(self, source: SourceFile) -> EntryFile:
        """A file as it stands now, to be read or edited."""
        data = read_bytes(source.path, Problems(source.shown))
        return EntryFile(data, source.kind, source.is_markdown, self.lists)

    def path_of(self, kind: type[Entry], entry_id: str) -> str:
        """The file of an entry as it is called in messages, also of one that does not exist yet."""
        known = self.files.get((kind.folder, entry_id))
        return known.shown if known else self.existing.shown(kind.folder, entry_id)


def read(settings: Settings) -> ContentFolder:
    """Read the content that the settings name. Raises `CannotRead` when nothing can be read."""
    content, shown = settings.content, settings.shown
    if found := folder_problems(content, shown):
        raise CannotRead(*found)
    existing = read_existing(settings)
    files = {
        (file.kind.folder, file.id): file
        for file in entry_files(content, shown, [])
        if not file.language
    }
    return ContentFolder(existing, _lists(existing.catalogue), files)


def _lists(catalogue: Catalogue) -> Lists:
    names: dict[str, dict[str, str]] = {kind.folder: {} for kind in KINDS}
    for entry in catalogue.entries:
        names[entry.folder][entry.id] = entry.called
    others = {
        one.id: tuple(filter(None, (one.short_name, *one.formerly)))
        for one in catalogue.associations
    }
    return Lists(catalogue.vocabularies, names, {"associations": others}, WORDS)
