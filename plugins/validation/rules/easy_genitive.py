"""A sentence in easy German has no genitive.

BITV 2.0, Anlage 2, Teil 2, Nr. 1; Netzwerk Leichte Sprache: »von« and »vom« instead. »der« is
genitive or dative, »dieses Haus« no genitive at all, and a name with s may be anything: told is
only what can be nothing else.
"""

import re
from collections.abc import Iterator

from plugins.catalogue.diagnostics import Diagnostic
from plugins.validation.markdown import Substring
from plugins.validation.rules._easy_texts import EasyText

_ADJECTIVES = r"(?:[a-zäöüß]{1,30}[nr][ \n]+){0,2}"
_NOUN = r"[A-ZÄÖÜ][\w-]{0,60}"
_GENITIVE = re.compile(
    rf"\b(?:[Dd]es[ \n]+{_ADJECTIVES}{_NOUN}"
    rf"|(?:(?:[Ee]|[DdKkMmSs]e)ines|(?:[Uu]nser|[Ee]ur|[Ii]hr)es)[ \n]+{_ADJECTIVES}{_NOUN}s"
    rf"|(?:[Dd]iese|[Jj]ede|[Jj]ene)s[ \n]+{_NOUN}es"
    r"|(?:[Ww]egen|[Tt]rotz|[Ii]nnerhalb|[Aa]ußerhalb|[Aa]ufgrund|[Mm]ithilfe|[Aa]nhand)[ \n]+"
    r"(?:eine|de|ihre|seine|unsere|diese)r"
    r"|dessen|deren)\b"
)


def check(easy: EasyText) -> Iterator[Diagnostic]:
    for sentence in easy.reading.sentences:
        for match in _GENITIVE.finditer(sentence.text):
            found = Substring(match[0], sentence.offset + match.start())
            if match[0].split()[-1].lower() not in easy.names:
                yield easy.problem(found, "EASY-GENITIVE", value=easy.excerpt(found))
