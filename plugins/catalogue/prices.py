"""What an entry says of a price, in plain words: whether it is free."""

import re

_FREE = re.compile(
    r"(?:(?:der |die )?(?:eintritt|teilnahme|besuch|zutritt)(?: ist)? )?"
    r"(?:frei|kostenlos|kostenfrei|gratis|umsonst|gebührenfrei|unentgeltlich)"
    r"(?: für alle)?|freier eintritt|0(?:[,.](?:00?|-))? ?(?:euro|€|eur)|free"
)
_PARTS = re.compile(r"[,;:.(](?!\d)| [–-] ")
_NOT_FOR_ALL = re.compile(
    r"[1-9]|^(?:nur )?für |^(?:danach|sonst|aber|außer|ermäßigt|bis|ab) |"
    r"mitglieder|kinder|studierende"
)


def is_free(price: str) -> bool:
    """Whether it costs nobody anything: »kostenlos, jede bringt etwas mit«.

    Strict: a price that is not known, or that is free for some (»Kinder frei«) or for a time
    (»drei Proben frei, danach ...«), is none. Who asks for donations or sells food charges nothing.
    """
    first, *others = (part.strip(" )").casefold() for part in _PARTS.split(price.strip()))
    return bool(_FREE.fullmatch(first)) and not any(map(_NOT_FOR_ALL.search, others))
