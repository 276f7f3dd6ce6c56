"""A sentence in easy German is not in the passive.

BITV 2.0, Anlage 2, Teil 2, Nr. 1: no passive; so Netzwerk Leichte Sprache and DIN SPEC 33429. Told
by a form of »werden« with a participle at the end of its part of the sentence, or right beside it.
Many participles look like an infinitive (»Sie werden bekommen«) or an adjective (»Er wird
bekannt«): of these only what is surely one counts.
"""

import re
from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.validation.markdown import Substring
from plugins.validation.rules._easy_texts import EasyText

_FORMS = frozenset("werde wirst wird werden werdet wurde wurdest wurden wurdet worden".split())
_PREFIXES = (
    "zusammen|zurück|durch|unter|statt|nach|fest|fort|frei|ab|an|auf|aus|bei|dar|ein|her|hin|los"
    "|mit|um|vor|weg|zu"
)
_PARTICIPLE = (
    rf"(?:{_PREFIXES})?(?P<core>ge[a-zäöüß]{{2,30}}(?:t|en))|(?:{_PREFIXES})?getan"
    r"|(?:be|ent|emp|er|ver|zer|miss|über|unter|wieder)[a-zäöüß]{3,30}t"
    rf"|(?:{_PREFIXES})?[a-zäöüß]{{2,30}}iert"
)
# Strong participles that no infinitive looks like.
_STRONG = frozenset(
    """
    beschlossen beschrieben besprochen betroffen bewiesen empfohlen entschieden entworfen erfunden
    erhoben geschlossen unterschrieben verboten verglichen verloren verschoben versprochen
    verstanden überwiesen übernommen unternommen
    """.split()
)
# Infinitives, adjectives and what »es« does, all of the same form.
_OTHER = frozenset(
    """
    gebären gebrauchen gedenken gedeihen gefallen gefährden gelangen gelingen gelten genehmigen
    genesen genießen genügen geraten geschehen gesellen gestalten gestatten gestehen gesunden
    gewähren gewinnen gewöhnen gehorchen gehören geleiten gelassen gehen geben
    gefällt gehört gelingt genügt
    bekannt beliebt berechtigt bereit berühmt beschäftigt bestimmt bewusst erkältet ernst gerecht
    gesamt geeignet gespannt gewohnt unbekannt verliebt verrückt verwandt überhaupt
    """.split()
)
_JOINING = frozenset({"und", "oder", "aber", "sondern"})
# With one of these, a participle further on belongs to it and not to »wird«.
_AUXILIARIES = frozenset("bin bist ist sind war waren habe hast hat haben hatte hatten".split())
_FAR = 40  # words; nobody says »wird« and its participle further apart
_CUT = re.compile(r"[,;]")
_WORD = re.compile(r"[^\W\d_]+")


def check(easy: EasyText) -> Iterator[Diagnostic]:
    for sentence in easy.reading.sentences:
        found = _passive(sentence)
        if found:
            yield easy.problem(found, "EASY-PASSIVE", value=easy.excerpt(found))


def _passive(sentence: Substring) -> Substring | None:
    """From »wird« to the participle; `None` when the sentence is not surely passive."""
    start = 0
    for cut in (*(match.start() for match in _CUT.finditer(sentence.text)), len(sentence.text)):
        words = list(_WORD.finditer(sentence.text, start, cut))
        for index, word in enumerate(words):
            other = _participle(words, index) if word[0].lower() in _FORMS else None
            if other:
                first, last = min(word.start(), other.start()), max(word.end(), other.end())
                return Substring(sentence.text[first:last], sentence.offset + first)
        start = cut
    return None


def _participle(words: list[re.Match[str]], index: int) -> re.Match[str] | None:
    """The participle that goes with the form of »werden« at `index`: beside it, or at an end."""
    beside = words[index + 1 : index + 2] + words[max(0, index - 1) : index]
    if index > 1 and words[index - 1][0] == "zu":
        beside.append(words[index - 2])
    sure = next((word for word in beside if _is_participle(word[0])), None)
    return sure or _at_an_end(words, index)


def _at_an_end(words: list[re.Match[str]], index: int) -> re.Match[str] | None:
    """A participle before »und« or at the end; behind »und« only one that is no other verb form."""
    joined = False
    for place in range(index + 1, min(index + _FAR, len(words))):
        word = words[place][0]
        if word in _AUXILIARIES:
            return None
        joined = joined or word in _JOINING
        is_last = place + 1 == len(words) or words[place + 1][0] in _JOINING
        if is_last and _is_participle(word) and (not joined or word.startswith("ge")):
            return words[place]
    return None


def _is_participle(word: str) -> bool:
    match = re.fullmatch(_PARTICIPLE, word)
    core = (match["core"] or word) if match else word
    return word in _STRONG or (match is not None and not {word, core} & _OTHER)
