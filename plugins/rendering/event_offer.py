"""What an event costs, as schema.org says it: only what its price says in so many words."""

import re
from typing import Any

from plugins.catalogue.model import Event
from plugins.catalogue.prices import is_free

_AMOUNT = re.compile(r"(?P<whole>\d{1,4})(?:[.,](?P<cents>\d\d))? ?(?:€|Euro|EUR)(?=$|,| für )")


def offer(event: Event, page: str) -> dict[str, Any]:
    """The fields of an event about its price, and whether there is room; none if none is known."""
    original = event.original if isinstance(event.original, Event) else event
    free, price = is_free(original.price), amount(original.price)
    is_full = event.status == "full"
    if not (free or price or is_full):
        return {}
    registration = event.registration
    made: dict[str, Any] = {"@type": "Offer"}
    if free or price:
        made |= {"price": "0" if free else price, "priceCurrency": "EUR"}
    made["url"] = registration.url if registration and registration.url else page
    made["availability"] = f"https://schema.org/{'SoldOut' if is_full else 'InStock'}"
    return {"isAccessibleForFree": True, "offers": made} if free else {"offers": made}


def amount(price: str) -> str:
    """How many euros the whole price is, `8.00`; empty where it is not said."""
    found = _AMOUNT.match(price)
    return f"{found['whole']}.{found['cents'] or '00'}" if found else ""
