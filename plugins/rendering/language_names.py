"""Names of languages that CLDR lacks, or whose wording their speakers reject.

For Romani CLDR 47 has words in Arabic, Russian and Ukrainian that are slurs; Kurmanji, Dari and
German Sign Language it does not know at all.
"""

from collections.abc import Mapping

_TAGS = "rom kmr ckb prs pes gsg aii apc de-simple".split()

_NAMES = {
    "en": "Romani/Kurmanji (Kurdish)/Sorani (Kurdish)/Dari/Persian/German Sign Language/Assyrian"
    "/Levantine Arabic/Easy German",
    "tr": "Romanca/Kurmançça (Kürtçe)/Soranice (Kürtçe)/Darice/Farsça/Alman İşaret Dili/Asurca"
    "/Doğu Akdeniz Arapçası/Kolay Almanca",
    "ar": "لغة الروما/الكرمانجية (الكردية)/السورانية (الكردية)/الدارية/الفارسية"
    "/لغة الإشارة الألمانية/الآشورية/العربية الشامية/الألمانية المبسطة",
    "uk": "Ромська/Курманджі (курдська)/Сорані (курдська)/Дарі/Перська/Німецька жестова мова"
    "/Ассирійська/Левантійська арабська/Проста німецька",
    "ru": "Романи/Курманджи (курдский)/Сорани (курдский)/Дари/Персидский/Немецкий жестовый язык"
    "/Ассирийский/Левантийский арабский/Простой немецкий",
    "it": "Romanì/Kurmanji (curdo)/Sorani (curdo)/Dari/Persiano/Lingua dei segni tedesca/Assiro"
    "/Arabo levantino/Tedesco facile",
    "fr": "Romani/Kurmandji (kurde)/Sorani (kurde)/Dari/Persan/Langue des signes allemande/Assyrien"
    "/Arabe levantin/Allemand facile",
    "el": "Ρομανί/Κουρμάντζι (κουρδικά)/Σορανί (κουρδικά)/Νταρί/Περσικά/Γερμανική νοηματική"
    "/Ασσυριακά/Αραβικά του Λεβάντε/Εύκολα γερμανικά",
    "ro": "Romani/Kurmanji (kurdă)/Sorani (kurdă)/Dari/Persană/Limba germană a semnelor/Asiriană"
    "/Arabă levantină/Germană simplă",
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
