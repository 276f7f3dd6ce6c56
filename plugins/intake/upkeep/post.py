"""Letters as files: one mail each (RFC 5322), or one table for mail merge."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from plugins.catalogue.cache import replace
from plugins.catalogue.descriptions.forms import FORMS
from plugins.catalogue.language_words import NAMES
from plugins.catalogue.settings import Settings
from plugins.intake.mail_file import MailText, mail_file
from plugins.intake.sheet.write_csv import guarded
from plugins.intake.upkeep.letter import ReminderLetter
from plugins.intake.upkeep.reply_links import SAID

TABLE = "erinnerungen.csv"


class OthersThere(Exception):
    """In the folder are files that this run would not write like that: their names."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(", ".join(names))
        self.names = names


def mails(letters: Iterable[ReminderLetter], settings: Settings) -> Mapping[str, bytes]:
    """A mail each, by the name of its file."""
    return {f"{one.association.id}.eml": mail(one, settings) for one in letters}


def mail(one: ReminderLetter, settings: Settings) -> bytes:
    """The letter as a draft that a mail program opens; the same letter gives the same bytes."""
    known = one.association
    said = MailText(known.id, one.language, one.subject, one.text(), one.html())
    return mail_file(said, settings, known.name, known.email)


def table(letters: Iterable[ReminderLetter], settings: Settings) -> Mapping[str, bytes]:
    """All letters in one table, as a German Excel opens it; by the name of its file."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    links = [f"{FORMS[slug].title} ({way})" for slug in SAID for way in ("Website", "E-Mail")]
    writer.writerow(("E-Mail", "Name", "Eintrag", "Sprache", "Betreff", "Text", *links))
    for one in letters:
        known = one.association
        entry, language = f"{known.folder}/{known.id}", NAMES.get(one.language, (one.language,))[0]
        ways = [link for answer in one.answers for link in (answer.form, answer.mail)]
        cells = (known.email, known.name, entry, language, one.subject, one.text(), *ways)
        writer.writerow(map(guarded, cells))
    return {TABLE: stream.getvalue().encode("utf-8-sig")}


def put(files: Mapping[str, bytes], folder: Path) -> None:
    """Write the files into a folder that has nothing else.

    What is there already just so stays. Raises `OthersThere` and then writes nothing; `OSError`.
    """
    there = sorted(folder.iterdir()) if folder.exists() else []
    others = [path.name for path in there if not _is(path, files.get(path.name))]
    if others:
        raise OthersThere(others)
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        replace(folder / name, data)


def _is(path: Path, data: bytes | None) -> bool:
    return data is not None and path.is_file() and path.read_bytes() == data
