"""What the service knows of the site: the entries, the closed lists, how pages are made."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from plugins.building.planning import Planner, planners_of
from plugins.catalogue import link
from plugins.catalogue.descriptions.forms import FORMS
from plugins.catalogue.fields.references import Reference
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Entry
from plugins.catalogue.settings import Settings
from plugins.catalogue.text import fold
from plugins.catalogue.translation import in_language
from plugins.intake.content import ContentFolder, read
from plugins.intake.naming import proposal
from plugins.intake.new.fields import field_at
from plugins.intake.submission.form_fields import is_form_field
from plugins.intake.submission.forms import entry_at
from plugins.intake.submission.submission import Submission
from plugins.search.page import SearchView, leading_on
from plugins.web.intake.search import BuiltIndex
from plugins.web.site import Pages
from plugins.wording import messages
from plugins.wording.messages import Messages

_OTHERS = "plugins.pages"
"""Plans all that is no page of an entry that people hand in, in most of the time."""

_DRAFT = "vorschau"
"""What an entry is called that has no id yet."""


@dataclass(frozen=True)
class LoadedSite:
    """All that is read once, before the first request."""

    settings: Settings
    content: ContentFolder
    pages: Pages
    planners: tuple[Planner, ...]
    messages: Mapping[str, Messages]
    ids: Mapping[str, str]
    """Under which id an entry that is new is shown, by folder; no other has it."""

    @property
    def catalogue(self) -> Catalogue:
        """The entries that are published."""
        return self.content.existing.loaded.catalogue

    @cached_property
    def catalogues(self) -> Mapping[str, Catalogue]:
        """The catalogue in each language."""
        return {tag: in_language(self.catalogue, tag) for tag in self.settings.languages}

    @cached_property
    def index(self) -> BuiltIndex:
        """The index of the search, beside the pages of the built site."""
        return BuiltIndex(self.settings.output, self.settings.site.addresses)

    @cached_property
    def leading_on(self) -> SearchView:
        """What leads to entries besides the search."""
        return leading_on(self.catalogue, self.settings.today)

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """The entries that are published, by `associations/chor`."""
        return {f"{entry.folder}/{entry.id}": entry for entry in self.catalogue.entries}

    @cached_property
    def _called(self) -> Mapping[str, str]:
        """Entries by what they are called; not those that share a name with another."""
        found: dict[str, list[str]] = {}
        for key, entry in self.entries.items():
            found.setdefault(fold(entry.called), []).append(key)
        return {name: keys[0] for name, keys in found.items() if len(keys) == 1 and name}

    def published_entry(self, text: str) -> str:
        """The entry that somebody means by its address or its name; empty if that is not clear."""
        text = " ".join(text.split())
        by_address = entry_at(text, self.settings.site.addresses)
        return by_address or self._called.get(fold(text), "")

    def around(self, submission: Submission) -> ContentFolder:
        """The content with no more entries than a submission is about or names.

        Held against all others an entry takes a fifth of a second in a large city. What only all
        of them show, such as who is likely entered twice, is found when the office looks at it.
        """
        named = [key for key in (submission.entry, *self._named_in(submission)) if key]
        return _with_entries(self.content, (e for k in named if (e := self.entries.get(k))))

    def _named_in(self, submission: Submission) -> Iterable[str]:
        kind = submission.kind
        if kind is None:
            return
        for path, values in submission.fields.items():
            if not is_form_field(kind, path):
                continue
            for leaf in field_at(kind, path).texts():
                if isinstance(leaf, Reference):
                    yield from (f"{folder}/{v}" for folder in leaf.kinds for v in values)
                    yield from (self._called.get(fold(value), "") for value in values)


def _with_entries(content: ContentFolder, entries: Iterable[Entry]) -> ContentFolder:
    existing = content.existing
    readable = existing.loaded.readable
    few = {(entry.folder, entry.id): entry for entry in entries}
    named = link.named_pictures(few.values())
    pictures = {name: readable.pictures[name] for name in named if name in readable.pictures}
    some = link.resolve(few.values(), readable.vocabularies, pictures, readable.known)
    return replace(
        content, existing=replace(existing, loaded=replace(existing.loaded, readable=some))
    )


def known_of(settings: Settings) -> LoadedSite:
    """Read all that the settings name.

    Raises `CannotRead` when there is no content, `Unreadable` when messages are spoilt.
    """
    content = read(settings)
    catalogue = content.existing.loaded.catalogue
    bare = _with_entries(content, ())
    kinds = [form.kind for form in FORMS.values() if form.kind]
    return LoadedSite(
        settings=settings,
        content=content,
        pages=Pages(settings, catalogue),
        planners=planners_of([name for name in settings.plugins if name != _OTHERS]),
        messages={tag: messages.read(settings.theme, tag) for tag in settings.languages},
        ids={kind.folder: proposal(_DRAFT, kind, bare.existing) for kind in kinds},
    )
