"""A content folder to the catalogue that may be published, and everything found wrong in it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from plugins.catalogue.cache import CacheFolder
from plugins.catalogue.diagnostics import Diagnostic, paths_with_errors
from plugins.catalogue.find import UNREAD
from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.link import Catalogue
from plugins.catalogue.load import load
from plugins.catalogue.processes import OnProgress, available
from plugins.catalogue.settings import Settings
from plugins.validation.apply import in_catalogue, in_draft, rule_context
from plugins.validation.cache import RuleCache, cache_of
from plugins.validation.context import SiteRules
from plugins.validation.decoding.verdicts import decoded
from plugins.validation.rules.leftovers import SAMPLE


@record(frozen=True)
class CheckResult(Frozen):
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

    @property
    def is_unread(self) -> bool:
        """Whether nothing of the folder was read (`find.folder_problems`)."""
        return any(finding.code in UNREAD for finding in self.diagnostics)

    def count(self, severity: str) -> int:
        """How many findings are of this severity."""
        return sum(finding.severity == severity for finding in self.diagnostics)


def check(settings: Settings, step: OnProgress | None = None) -> CheckResult:
    """Check the content that the settings name."""
    caches = settings.caches()
    site = site_rules(settings)
    return check_folder(settings.content, settings.today, site, caches, available(), step)


def site_rules(settings: Settings) -> SiteRules:
    """What the settings say about entries."""
    return SiteRules(
        shown=settings.shown,
        region=settings.site.region,
        state=settings.site.state,
        vocabulary=settings.vocabulary,
        reserved=settings.reserved(),
        addresses=settings.site.addresses,
        time_zone=settings.site.time_zone,
        texts={} if settings.site.city == SAMPLE else settings.site.texts(),
        settings=settings.file,
    )


def check_folder(
    content: Path,
    today: date,
    site: SiteRules,
    caches: CacheFolder | None = None,
    processes: int = 1,
    step: OnProgress | None = None,
) -> CheckResult:
    """Load `content`, apply every rule, and leave out what has errors."""
    loaded = load(
        content,
        shown=site.shown,
        vocabulary=site.vocabulary,
        region=site.region,
        state=site.state,
        time_zone=site.time_zone,
        today=today,
        caches=caches,
        processes=processes,
        step=step,
    )
    pictures = decoded(loaded.readable.pictures, content / "images", caches)
    readable = replace(loaded.readable, pictures=pictures)
    context = rule_context(readable, today, site)
    cache = RuleCache(cache_of(caches, content, context) if caches else None)
    found = {*loaded.diagnostics, *in_catalogue(readable, replace(context, memo=cache.memo))}
    found.update(cache.in_entries(readable.entries, context))
    cache.save()
    for draft in loaded.drafts:
        found.update(in_draft(draft, readable, context))
    catalogue = readable.without(paths_with_errors(found))
    return CheckResult(catalogue, tuple(sorted(found)), loaded.files)
