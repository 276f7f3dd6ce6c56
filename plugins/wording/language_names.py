"""What languages are called: in CLDR's words, but for those that their speakers reject.

A name is written as inside a sentence: »ukrainien«, »Ukrainisch«. For Romani CLDR 47 has words in
Arabic, Russian and Ukrainian that are slurs; Kurmanji, Dari and German Sign Language it does not
know at all.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from babel import Locale, UnknownLocaleError

from plugins.catalogue.cache import Cache
from plugins.catalogue.language_words import NAMES
from plugins.wording.locales import capitalised, locale_of, primary

_TAGS = "rom kmr ckb prs pes gsg aii apc de-simple".split()

_NAMES = {
    "en": "Romani/Kurmanji (Kurdish)/Sorani (Kurdish)/Dari/Persian/German Sign Language/Assyrian"
    "/Levantine Arabic/Easy German",
    "tr": "Romanca/Kurmançça (Kürtçe)/Soranice (Kürtçe)/Darice/Farsça/Alman İşaret Dili/Asurca"
    "/Doğu Akdeniz Arapçası/Kolay Almanca",
    "ar": "لغة الروما/الكرمانجية (الكردية)/السورانية (الكردية)/الدارية/الفارسية"
    "/لغة الإشارة الألمانية/الآشورية/العربية الشامية/الألمانية المبسطة",
    "uk": "ромська/курманджі (курдська)/сорані (курдська)/дарі/перська/німецька жестова мова"
    "/ассирійська/левантійська арабська/проста німецька",
    "ru": "романи/курманджи (курдский)/сорани (курдский)/дари/персидский/немецкий жестовый язык"
    "/ассирийский/левантийский арабский/простой немецкий",
    "it": "romanì/kurmanji (curdo)/sorani (curdo)/dari/persiano/lingua dei segni tedesca/assiro"
    "/arabo levantino/tedesco facile",
    "fr": "romani/kurmandji (kurde)/sorani (kurde)/dari/persan/langue des signes allemande/assyrien"
    "/arabe levantin/allemand facile",
    "el": "ρομανί/κουρμάντζι (κουρδικά)/σορανί (κουρδικά)/νταρί/περσικά/γερμανική νοηματική"
    "/ασσυριακά/αραβικά του Λεβάντε/εύκολα γερμανικά",
    "ro": "romani/kurmanji (kurdă)/sorani (kurdă)/dari/persană/limba germană a semnelor/asiriană"
    "/arabă levantină/germană simplă",
    "fa": "زبان روما/کرمانجی (کردی)/سورانی (کردی)/دری/فارسی/زبان اشارهٔ آلمانی/آشوری"
    "/عربی شامی/آلمانی ساده",
}

CORRECTED: Mapping[str, Mapping[str, str]] = {
    "de": {
        "rom": "Romanes",
        "kmr": "Kurmandschi (Kurdisch)",
        "ku": "Kurdisch",
        "ckb": "Sorani (Kurdisch)",
        "prs": "Dari",
        "fa": "Farsi (Persisch)",
        "pes": "Farsi (Persisch)",
        "he": "Hebräisch",
        "gsg": "Deutsche Gebärdensprache",
        "aii": "Assyrisch",
        "apc": "Levantinisches Arabisch",
        "de-simple": "Leichte Sprache",
    },
    **{tag: dict(zip(_TAGS, text.split("/"), strict=True)) for tag, text in _NAMES.items()},
}
"""By the language in which they are, then by the tag of the language that is named."""

_CAPITAL_IN_CLDR_ONLY = frozenset({"el"})
_KNOWN: dict[tuple[str, str], str] = {}


@contextmanager
def names_cached(cache: Cache | None) -> Iterator[None]:
    """Keep the names that are looked up meanwhile: to load a language of CLDR takes long."""
    before = (cache.get("language-names") if cache else None) or {}
    _KNOWN.update(before)
    yield
    if cache and _KNOWN.keys() != before.keys():
        cache.put("language-names", _KNOWN)


@lru_cache(maxsize=1)
def languages_known() -> tuple[str, ...]:
    """The languages that people look for by name."""
    return tuple(sorted({*NAMES, *(t for t in CORRECTED["de"] if t != "de-simple")}))


@lru_cache(maxsize=1024)
def own_name(tag: str) -> str:
    """How a language calls itself: »Türkçe« for `tr`; its German name when CLDR does not know.

    It stands for itself, so it begins with a capital.
    """
    own = primary(tag)
    try:
        return capitalised(language_name(tag, own), own)
    except UnknownLocaleError:
        return language_name(tag, "de")


def language_name(tag: str, in_language: str) -> str:
    """»Ukrainisch« for `uk`; the tag itself when nobody has a name for it."""
    if (tag, in_language) not in _KNOWN:
        _KNOWN[tag, in_language] = _looked_up(tag, in_language)
    return _KNOWN[tag, in_language]


def _looked_up(tag: str, in_language: str) -> str:
    own = CORRECTED.get(primary(in_language), {}).get(tag)
    if own:
        return own
    names: Mapping[str, Any] = locale_of(in_language).languages
    found = names.get(tag.replace("-", "_")) or _composed(tag, in_language)
    name = str(found or names.get(primary(tag)) or tag)
    lowered = primary(in_language) in _CAPITAL_IN_CLDR_ONLY
    return name[:1].lower() + name[1:] if lowered else name


def _composed(tag: str, in_language: str) -> str | None:
    """»Chinesisch (Traditionell)« for `zh-Hant`."""
    try:
        return Locale.parse(tag, sep="-").get_display_name(in_language)
    except (UnknownLocaleError, ValueError):
        return None
