"""Applies the rules to entries, one at a time, and to the catalogue as a whole."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from plugins.catalogue import link
from plugins.catalogue.diagnostics import Diagnostic, Place, diagnostic
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Entry, Translation
from plugins.catalogue.vocabularies import without_search_words
from plugins.validation.context import RuleContext, SiteRules
from plugins.validation.markdown import Passage
from plugins.validation.rules import Rule, apply, rules_for
from plugins.validation.rules._easy_texts import EasyText, easy_texts
from plugins.validation.rules.forgotten import forgotten_pictures
from plugins.validation.rules.pictures import unfit

Subject = Entry | Translation | Passage | EasyText


def rule_context(catalogue: Catalogue, today: date, site: SiteRules) -> RuleContext:
    """What the rules are given besides what they are about."""
    return RuleContext(
        today=today,
        site=site,
        vocabularies=without_search_words(catalogue.vocabularies),
        unfit=unfit(catalogue.pictures),
        forgotten=catalogue.forgotten,
        forgotten_pictures=forgotten_pictures(catalogue.pictures, catalogue.forgotten),
        holidays=catalogue.holidays.known_until,
    )


def in_entry(entry: Entry, context: RuleContext) -> Iterator[Diagnostic]:
    """What the rules find in an entry and its translations; a rule that crashes finds that."""
    for part in _parts(entry, context):
        for rule in rules_for(type(part)):
            try:
                yield from apply(rule, part, context)
            except Exception as error:
                yield _crash(entry.origin.path, rule, error)


def in_catalogue(catalogue: Catalogue, context: RuleContext) -> set[Diagnostic]:
    """What the rules find that are about the catalogue as a whole.

    A rule that crashes finds that, and all that it finds without the entries on which it does.
    """
    return {d for rule in rules_for(Catalogue) for d in _found(rule, catalogue, context)}


def in_draft(draft: Entry, readable: Catalogue, context: RuleContext) -> Iterator[Diagnostic]:
    """What the rules find in an entry with errors, as far as they use what could be read of it."""
    kinds = {**dict.fromkeys(link.KIND_ATTRIBUTES, ()), draft.folder: (draft,)}
    alone = replace(readable, **kinds)  # type: ignore[arg-type]
    parts = _parts(replace(draft, translations=()), context)
    subjects: Iterable[Subject | Catalogue] = (*parts, alone)
    for part in subjects:
        for rule in rules_for(type(part)):
            try:
                yield from (
                    one for one in apply(rule, part, context) if one.path == draft.origin.path
                )
            except Exception:  # a field that was not read; the rule is applied once that is mended
                continue


def _parts(entry: Entry, context: RuleContext) -> Iterator[Subject]:
    """An entry, and all of it that rules are about."""
    owners: tuple[Entry | Translation, ...] = (entry, *entry.translations)
    for owner in owners:
        yield owner
        yield Passage(entry, owner)
    yield from easy_texts(entry, context)


def _found(rule: Rule, catalogue: Catalogue, context: RuleContext) -> Iterable[Diagnostic]:
    """What the rule finds; when it crashes, on which entries it does, and what else it finds."""
    try:
        return apply(rule, catalogue, context)
    except Exception as error:
        crashes = tuple(_crashes(rule, catalogue, context))
        rest = catalogue.without({crash.path for crash in crashes})
        if not crashes:
            return (_crash(context.site.shown, rule, error),)
    try:
        return (*crashes, *apply(rule, rest, context))
    except Exception as error:
        return (*crashes, _crash(context.site.shown, rule, error))


def _crashes(rule: Rule, catalogue: Catalogue, context: RuleContext) -> Iterator[Diagnostic]:
    """Apply the rule to each entry alone, to find those on which it crashes."""
    for entry in catalogue.entries:
        alone = link.resolve((entry,), catalogue.vocabularies, catalogue.pictures)
        try:
            apply(rule, alone, context)
        except Exception as error:
            yield _crash(entry.origin.path, rule, error)


def _crash(path: str, rule: Rule, error: Exception) -> Diagnostic:
    details = {
        "rule": rule.__module__.rpartition(".")[2],
        "reason": f"{type(error).__name__}: {error}",
    }
    return diagnostic(path, Place(1, 1), "SYS-RULE", details)
