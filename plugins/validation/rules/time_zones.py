"""A time zone of its own is that of an event at which one takes part from afar, by the clock."""

from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.model import Event
from plugins.validation.context import RuleContext


def check(event: Event, context: RuleContext) -> Iterator[Diagnostic]:
    if not event.timezone:
        return
    if event.all_day:
        reason = "sie dauert ganze Tage", "it takes whole days"
    elif event.timezone == context.site.time_zone:
        reason = "es ist die der Site", "it is that of the site"
    elif not event.online:
        reason = "sie ist nicht online", "it is not online"
    else:
        return
    details = dict(zip(("reason_de", "reason_en"), reason, strict=True))
    yield event.problem("timezone", "DATE-ZONE-NEEDLESS", **details)
