"""What entries from outside are measured by: those that exist, the closed lists, the settings."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from plugins.catalogue.diagnostics import MessageLanguage
from plugins.catalogue.find import FOLDERS
from plugins.catalogue.link import Catalogue
from plugins.catalogue.load import Loaded, load
from plugins.catalogue.settings import Settings
from plugins.validation.check import site_rules
from plugins.validation.context import SiteRules
from plugins.wording.messages import GERMAN, Messages, read


@dataclass(frozen=True)
class ExistingContent:
    """Everything that is read, once, before the first question."""

    content: Path
    site: SiteRules
    today: date
    language: MessageLanguage
    loaded: Loaded
    ids: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The ids of all entries by folder, also of those with errors."""
    names: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """What the files of a folder are called, up to the first dot, in small letters."""
    messages: Messages = GERMAN
    """What a field's table says, in the language of `language`."""
    remembered: dict[tuple[str, MessageLanguage], Any] = field(
        default_factory=dict, compare=False, repr=False
    )
    """What others have made of the closed lists, by the name of each."""

    @property
    def catalogue(self) -> Catalogue:
        """The entries that can be read."""
        return self.loaded.readable

    def text(self, message: str) -> str:
        """A message of the tables of fields, in the language of who is asked."""
        return self.messages.text("", message)

    def shown(self, folder: str, entry_id: str) -> str:
        """How the file of an entry is called in messages."""
        return f"{self.site.shown}/{folder}/{entry_id}.md"


def read_existing(settings: Settings) -> ExistingContent:
    """Read the content that the settings name."""
    site = site_rules(settings)
    loaded = load(
        settings.content,
        shown=site.shown,
        vocabulary=site.vocabulary,
        region=site.region,
        state=site.state,
        time_zone=site.time_zone,
        today=settings.today,
    )
    return ExistingContent(
        content=settings.content,
        site=site,
        today=settings.today,
        language=settings.language,
        loaded=loaded,
        ids=_ids(loaded.files),
        names={folder: _names(settings.content / folder) for folder in FOLDERS},
        messages=read(settings.theme, settings.language),
    )


def _ids(files: tuple[str, ...]) -> Mapping[str, frozenset[str]]:
    ids: dict[str, set[str]] = defaultdict(set)
    for shown in files:
        path = Path(shown)
        ids[path.parent.name].add(path.stem)
    return {folder: frozenset(ids[folder]) for folder in FOLDERS}


def _names(folder: Path) -> frozenset[str]:
    """On some systems `Chor.md` and `chor.md` are the same file."""
    if not folder.is_dir():
        return frozenset()
    return frozenset(path.name.partition(".")[0].lower() for path in folder.iterdir())
