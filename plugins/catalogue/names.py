"""Names of associations the way people write them: with or without the legal form behind them."""

import re

from plugins.catalogue.text import fold

_FORM = (
    r"e\. ?v\.?|ev|e\.g\.|eg|gemeinn[uü]tzige gmbh|g?gmbh|g?ug|gag|ag|gbr|kg|ohg"
    r"|eingetragener verein|eingetragene genossenschaft|unternehmergesellschaft"
)
_BEHIND = re.compile(
    rf"(?:[\s,(–-]+(?:{_FORM}|i\. ?g\.?|in gr[uü]ndung|\(?haftungsbeschr[aä]nkt\)?)\)?)+\Z",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"(?<=\s)e\. ?v\.(?=[\s,])\s*", re.IGNORECASE)


def without_form(name: str) -> str:
    """The name without its legal form: e. V., gGmbH, UG (haftungsbeschränkt).

    >>> without_form("Chor am Fluss e. V.")
    'Chor am Fluss'
    """
    name = " ".join(name.split())
    short = _BEHIND.sub("", _WITHIN.sub("", name)).strip(" ,-–")
    return short or name


def bare(name: str) -> str:
    """What two ways to write a name have in common: letters and digits, no legal form."""
    words = re.findall(r"\w+", fold(without_form(name)))
    return " ".join(words)
