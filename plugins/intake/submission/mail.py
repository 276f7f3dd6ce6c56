"""A mail to a submission. Whatever a mail is, something comes of it, in bounded time and room."""

import re
from collections.abc import Sequence
from dataclasses import replace
from email._policybase import Compat32
from email.message import Message
from email.parser import BytesParser
from email.utils import parseaddr
from typing import NamedTuple

from plugins.catalogue.characters import unix
from plugins.catalogue.pictures import MAX_BYTES
from plugins.intake.submission import questionnaire, replied
from plugins.intake.submission.html_text import text_in
from plugins.intake.submission.mail_text import decoded, header, unflowed
from plugins.intake.submission.store import picture_ending
from plugins.intake.submission.submission import Attachment, Sender, Submission, line, tidy

MOST_BYTES = 25 * 1024 * 1024
"""So much of a mail is looked at."""
MOST_LINES = 400_000
MOST_PARTS = 200
MOST_DEEP = 20
MOST_HEADER = 8000
MOST_TEXT = 200_000
"""Characters of a text, and of a page that is taken for one."""
MOST_ATTACHMENTS = 20
CUT = "[…]"
"""Stands where something was left out."""

_BOUNDARY = re.compile(rb"\n--[^\r\n]")
_DEEP = re.compile(rb"\n[ \t]*content-type:[ \t]*message/", re.IGNORECASE)


class Mail(NamedTuple):
    """A mail as far as it was read. `id` is its Message-ID, which it may lack."""

    submission: Submission
    id: str


class _Bounded(Compat32):
    """Headers as they are, but no longer than people make them: some take time by the square."""

    def header_source_parse(self, sourcelines: Sequence[str]) -> tuple[str, str]:
        """The name and the value of a header."""
        name, value = super().header_source_parse(list(sourcelines))
        return name, value[:MOST_HEADER]


def submission_of(data: bytes) -> Mail:
    """The submission that a mail is: a questionnaire, or words with a sender."""
    shortened, is_cut = _shortened(data)
    try:
        message: Message = BytesParser(policy=_Bounded()).parsebytes(shortened)
        content = _Content(message)
        submission, found_id = _submission(message, content), _message_id(message)
        attachments = content.attachments
    except Exception:  # a mail that breaks the parser is a mail still: its bytes are read as text
        text = tidy(decoded(shortened[:MOST_TEXT], "utf-8"))
        submission, found_id = Submission(message=text, source="mail", original=text), ""
        attachments = []
    more = [Attachment(CUT)] if is_cut else []
    return Mail(replace(submission, attachments=(*attachments, *more)), found_id)


def _shortened(data: bytes) -> tuple[bytes, bool]:
    """As much of a mail as is read: parsing more would take minutes, and no person wrote it."""
    lines = data[:MOST_BYTES].split(b"\n", MOST_LINES)
    end = min(len(data), MOST_BYTES) - (len(lines[-1]) if len(lines) > MOST_LINES else 0)
    for pattern, most in ((_BOUNDARY, MOST_PARTS), (_DEEP, MOST_DEEP)):
        for number, match in enumerate(pattern.finditer(data, 0, end)):
            if number >= most:
                end = match.start()
                break
    return data[:end], end < len(data)


def _message_id(message: Message) -> str:
    return line(str(message.get("Message-ID", "")))[:1000]


def _submission(message: Message, content: "_Content") -> Submission:
    name, address = parseaddr(header(message, "Reply-To") or header(message, "From"))
    subject = header(message, "Subject")
    text = content.text()
    head = [
        f"{key}: {value}" for key in ("From", "Date", "Subject") if (value := header(message, key))
    ]
    original = "\n".join((*head, "", text))
    found = questionnaire.read(text)
    if found is None:
        said = (f"{SUBJECT}: {subject}", text) if subject else (text,)
        answered = replied.about(header(message, "In-Reply-To"), text, name)
        found = replace(answered or Submission(), message=tidy("\n\n".join(said)))
    sender = Sender(found.sender.name or line(name), found.sender.email or line(address))
    return replace(found, sender=sender, source="mail", original=original)


SUBJECT = "Betreff"
"""Stands before the subject of a mail, as the first line of its message."""


class _Content:
    """The parts of a message, sorted into words and attachments."""

    def __init__(self, message: Message) -> None:
        self._plain: list[str] = []
        self._pages: list[str] = []
        self.attachments: list[Attachment] = []
        for number, part in enumerate(message.walk()):
            if number > MOST_PARTS:
                break
            if not part.is_multipart():
                self._sort(part)

    def text(self) -> str:
        """What was written: the plain text, else the words of the page."""
        plain = "\n\n".join(filter(str.strip, self._plain))
        page = "" if plain else "\n\n".join(map(text_in, self._pages))
        text = tidy(plain or page)
        return text if len(text) <= MOST_TEXT else f"{text[:MOST_TEXT]}\n{CUT}"

    def _sort(self, part: Message) -> None:
        kind = part.get_content_type()
        is_attached = (part.get_content_disposition() or "") == "attachment" or part.get_filename()
        if kind in ("text/plain", "text/html") and not is_attached:
            self._note_text(part, kind)
        elif len(self.attachments) < MOST_ATTACHMENTS:
            self._attach(part)

    def _note_text(self, part: Message, kind: str) -> None:
        data = _payload(part)[: 4 * MOST_TEXT]
        text = decoded(data, str(part.get_content_charset() or "utf-8"))
        text = unix(text)
        if kind == "text/html":
            self._pages.append(text[:MOST_TEXT])
            return
        if str(part.get_param("format", "")).lower() == "flowed":
            delete = str(part.get_param("delsp", "")).lower() == "yes"
            text = unflowed(text, delete_space=delete)
        self._plain.append(text)

    def _attach(self, part: Message) -> None:
        """A picture with what it holds; of all else the name."""
        name = line(_decoded_name(part))[:200] or part.get_content_type()
        data = _payload(part)
        is_kept = bool(picture_ending(data)) and len(data) <= MAX_BYTES
        self.attachments.append(Attachment(name, data=data if is_kept else b""))


def _decoded_name(part: Message) -> str:
    """The name of an attachment; its folders, if it has any, are of no interest."""
    raw = part.get_filename() or ""
    holder = Message()
    holder["X"] = raw[:1000].replace("\n", " ").replace("\r", " ")
    return re.split(r"[/\\]", header(holder, "X"))[-1]


def _payload(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""
