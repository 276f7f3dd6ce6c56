"""Answers to our own reminders: about which association, and whether they say no more than yes.

A reminder names the association in its Message-ID (intake/upkeep/post.py), and each program
repeats that in the In-Reply-To of an answer (RFC 5322, section 3.6.4). Whoever invents one proposes
no more than any form could; the office decides.
"""

import re
from itertools import takewhile

from plugins.catalogue.descriptions.forms import NOTICE, RIGHT
from plugins.catalogue.model import Association
from plugins.catalogue.text import fold
from plugins.intake.submission.forms import entry_of
from plugins.intake.submission.submission import Submission, tidy

_REMINDER = re.compile(r"<[0-9a-f]{16}\.([a-z0-9-]{1,80})@[^<>@\s]{1,255}>")
_LIMIT = 60
"""So many words may be looked at: a longer answer says more than yes."""

_YES = """
ja jawohl genau stimmt stimmts stimmen richtig korrekt passt ok okay aktuell gültig
oui exact correct juste bon · yes right correct · evet doğru tamam · да верно правильно · так вірно
правильно · نعم صحيح صحيحة · sì si giusto corretto esatto · ναι σωστά σωστό · بله درست · da corect
"""
_BESIDE = """
es das so alles noch immer weiterhin ist sind bleibt unverändert in ordnung der die unser unsere
eintrag daten angaben bei uns und auch wie bisher · tout est toujours encore c · it is it's still
everything all fine unchanged · her şey hepsi hala hâlâ · все всё еще ещё · все ще · كل شيء ما زال ·
tutto è ancora · όλα είναι ακόμα ακόμη · همه چیز است هنوز · totul este e încă
"""
_POLITE = """
hallo guten tag morgen abend moin liebe lieber grüße gruß viele herzliche freundliche freundlichen
mit beste danke vielen dank schön bitte lg vg · bonjour merci beaucoup cordialement · hello hi dear
thanks thank you best regards kind · merhaba selam teşekkürler teşekkür ederiz ederim saygılar ·
здравствуйте спасибо · вітаю дякую дякуємо · مرحبا شكرا جزيلا · buongiorno ciao grazie saluti ·
καλημέρα ευχαριστώ · سلام ممنون · bună ziua mulțumesc
"""


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text))


_SURE, _OTHER = frozenset(_words(_YES)), frozenset(_words(_BESIDE + _POLITE))
_QUOTED = re.compile(r"\s*>|-{2,}\s*$|_{5,}\s*$|-{4,}.*-{4,}\s*$")
_QUOTES = re.compile(r".*(?:schrieb|wrote|a écrit|пише|пишет|написа|yazdı|كتب|ha scritto|scris).*:")


def about(in_reply_to: str, text: str, sender: str) -> Submission | None:
    """What an answer to a reminder is: a confirmation if it says yes and nothing else, else a word.

    `None` where the mail answers none of our reminders.
    """
    match = _REMINDER.search(in_reply_to)
    entry = entry_of(f"{Association.folder}/{match[1]}") if match else ""
    if not entry:
        return None
    return Submission(form=RIGHT if _is_yes(text, sender) else NOTICE, entry=entry)


def _is_yes(text: str, sender: str) -> bool:
    own = "\n".join(takewhile(_is_own, tidy(text).split("\n")))[:2000]
    said, names = _words(own), _words(sender)
    known = _SURE | _OTHER | set(names)
    return "?" not in own and len(said) <= _LIMIT and bool(_SURE & set(said)) and set(said) <= known


def _is_own(line: str) -> bool:
    """Whether the author wrote it themselves: above the signature and what they answer to."""
    return not _QUOTED.match(line) and not _QUOTES.match(line)
