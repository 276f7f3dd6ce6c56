"""A content folder to the catalogue that may be published, and everything found wrong in it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path

from plugins.catalogue import link
from plugins.catalogue.diagnostics import Diagnostic, Place, diagnostic, paths_with_errors
from plugins.catalogue.link import Catalogue
from plugins.catalogue.load import load
from plugins.catalogue.model import Entry
from plugins.catalogue.processes import Step, available
from plugins.catalogue.settings import Settings
from plugins.catalogue.store import Memory
from plugins.validation.decoding.verdicts import decoded
from plugins.validation.rules import RULES, Rule, clock_changes, dead_links, leftovers, reserved_id


@dataclass(frozen=True)
class SiteRules:
    """What a site's settings say about its entries.

    `shown` is how the content folder is called in messages. Closed lists that the content lacks
    are taken from the folder `vocabulary`. `reserved` has the ids, by folder, that no entry may
    have, because an address of the site is called so. `addresses` has the words in addresses.
    Times are those of `time_zone`. `texts` are those of the settings, by their names in
    the file `settings`; empty for the sample city, in which nothing is left over from the sample.
    """

    shown: str = "content"
    region: str = "DE"
    vocabulary: Path | None = None
    reserved: Mapping[str, frozenset[str]] = field(default_factory=dict)
    addresses: Mapping[str, str] = field(default_factory=dict)
    time_zone: str = "Europe/Berlin"
    texts: Mapping[str, str] = field(default_factory=dict)
    settings: Path | None = None


@dataclass(frozen=True)
class Checked:
    """What may be published, what was found wrong, and which files were looked at."""

    catalogue: Catalogue
    diagnostics: tuple[Diagnostic, ...]
    files: tuple[str, ...] = ()

    @property
    def has_errors(self) -> bool:
        """Whether something is not published."""
        return any(finding.is_error for finding in self.diagnostics)

    @property
    def has_failed(self) -> bool:
        """Whether the tool itself failed, so that its word is not worth much."""
        return any(finding.code.startswith("SYS-") for finding in self.diagnostics)

    def count(self, severity: str) -> int:
        """How many findings are of this severity."""
        return sum(finding.severity == severity for finding in self.diagnostics)


def check(settings: Settings, step: Step | None = None) -> Checked:
    """Check the content that the settings name."""
    memory = settings.memory()
    site = site_rules(settings)
    return check_folder(settings.content, settings.today, site, memory, available(), step)


def site_rules(settings: Settings) -> SiteRules:
    """What the settings say about entries."""
    return SiteRules(
        shown=settings.shown,
        region=settings.site.region,
        vocabulary=settings.vocabulary,
        reserved=settings.reserved(),
        addresses=settings.site.addresses,
        time_zone=settings.site.time_zone,
        texts={} if settings.site.city == leftovers.SAMPLE else settings.site.texts(),
        settings=settings.file,
    )


def rules_of(site: SiteRules) -> tuple[Rule, ...]:
    """All rules, those included that need to know something about the site."""
    rules: tuple[Rule, ...] = (
        *RULES,
        partial(reserved_id.check, reserved=site.reserved),
        partial(clock_changes.check, time_zone=site.time_zone),
    )
    if site.addresses:
        rules += (partial(dead_links.check, addresses=site.addresses),)
    if site.texts:
        rules += (partial(leftovers.check, settings=site.texts, file=site.settings),)
    return rules


def check_folder(
    content: Path,
    today: date,
    site: SiteRules,
    memory: Memory | None = None,
    processes: int = 1,
    step: Step | None = None,
) -> Checked:
    """Load `content`, hold every rule against it, and leave out what has errors."""
    loaded = load(
        content,
        shown=site.shown,
        vocabulary=site.vocabulary,
        region=site.region,
        memory=memory,
        processes=processes,
        step=step,
    )
    pictures = decoded(loaded.readable.pictures, content / "images", memory)
    readable = replace(loaded.readable, pictures=pictures)
    found = {*loaded.diagnostics, *hold(readable, today, site)}
    for draft in loaded.drafts:
        found.update(found_in(draft, readable, rules_of(site), today))
    catalogue = readable.without(paths_with_errors(found))
    return Checked(catalogue, tuple(sorted(found)), loaded.files)


def hold(catalogue: Catalogue, today: date, site: SiteRules) -> set[Diagnostic]:
    """What all rules find; a rule that crashes finds that, and all that it finds without."""
    return {d for rule in rules_of(site) for d in _held(rule, catalogue, today, site.shown)}


def _held(rule: Rule, catalogue: Catalogue, today: date, shown: str) -> Iterable[Diagnostic]:
    """What the rule finds; when it crashes, on which entries it does, and what else it finds."""
    try:
        return tuple(rule(catalogue, today))
    except Exception as error:
        crashes = tuple(_crashes(rule, catalogue, today))
        rest = catalogue.without({crash.path for crash in crashes})
        if not crashes:
            return (_crash(shown, rule, error),)
    try:
        return (*crashes, *rule(rest, today))
    except Exception as error:
        return (*crashes, _crash(shown, rule, error))


def found_in(
    draft: Entry, readable: Catalogue, rules: Iterable[Rule], today: date
) -> Iterator[Diagnostic]:
    """What the rules find in an entry with errors, as far as they use what could be read of it."""
    kinds = {**dict.fromkeys(link.KIND_ATTRIBUTES, ()), draft.folder: (draft,)}
    alone = replace(readable, **kinds)  # type: ignore[arg-type]
    for rule in rules:
        try:
            yield from (one for one in rule(alone, today) if one.path == draft.origin.path)
        except Exception:  # a field that was not read; the rule is held once that is mended
            continue


def _crashes(rule: Rule, catalogue: Catalogue, today: date) -> Iterator[Diagnostic]:
    """Hold the rule against each entry alone, to find those on which it crashes."""
    for entry in catalogue.entries:
        alone = link.resolve((entry,), catalogue.vocabularies, catalogue.pictures)
        try:
            tuple(rule(alone, today))
        except Exception as error:
            yield _crash(entry.origin.path, rule, error)


def _crash(path: str, rule: Rule, error: Exception) -> Diagnostic:
    function = rule.func if isinstance(rule, partial) else rule
    details = {
        "rule": function.__module__.rpartition(".")[2],
        "reason": f"{type(error).__name__}: {error}",
    }
    return diagnostic(path, Place(1, 1), "SYS-RULE", details)
