"""A submission: what somebody handed in, as they wrote it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from plugins.catalogue.characters import unix
from plugins.catalogue.descriptions.forms import CHANGE, FORMS, NOTICE
from plugins.catalogue.languages import is_language
from plugins.catalogue.model import Entry
from plugins.intake.submission.form_fields import is_form_field, is_halved
from plugins.intake.submission.forms import entry_of, kind_for

SubmittedFields = Mapping[str, tuple[str, ...]]
"""What was written, by the dotted path of its field. No values at all: to be taken out."""


@dataclass(frozen=True)
class Sender:
    """Who handed it in, and where an answer goes. Never part of an entry."""

    name: str = ""
    email: str = ""


@dataclass(frozen=True)
class Attachment:
    """A file that came along: its name, and under which one it is kept, if it is."""

    name: str
    file: str = ""
    data: bytes = field(default=b"", compare=False, repr=False)
    """What it holds, until it is kept."""


@dataclass(frozen=True)
class Submission:
    """What was handed in. All texts are tidy; `form` is one of FORMS, `entry` that of a file."""

    form: str = NOTICE
    entry: str = ""
    language: str = ""
    fields: SubmittedFields = field(default_factory=dict)
    sender: Sender = Sender()
    message: str = ""
    consent: bool = False
    attachments: tuple[Attachment, ...] = ()
    source: str = "file"
    original: str = field(default="", compare=False)

    @property
    def kind(self) -> type[Entry] | None:
        """What kind of entry its fields are of."""
        return kind_for(self.form, self.entry)


def tidy(text: str) -> str:
    """Lines without blanks at their ends, and without empty ones around them."""
    lines = unix(text).split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n").rstrip()


def line(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


YES = frozenset({"ja", "yes", "j", "y", "x", "1", "on", "true"})


def of_pairs(pairs: Iterable[tuple[str, str]], source: str = "form") -> Submission:
    """The submission that the fields of a form give, by their names.

    What no form asks for becomes part of the message: nothing that was written is dropped.
    """
    own: dict[str, str] = {}
    given: dict[str, list[str]] = {}
    for name, value in pairs:
        if name.startswith("_"):
            own.setdefault(name, tidy(value))
        else:
            given.setdefault(name, []).append(tidy(value).strip())
    form, entry = own.get("_form", ""), entry_of(own.get("_entry", ""))
    form = form if form in FORMS else NOTICE
    fields, rest = _sorted_out(given, kind_for(form, entry), is_change=form == CHANGE)
    language = own.get("_language", "")
    return Submission(
        form=form,
        entry=entry,
        language=language if is_language(language) else "",
        fields=fields,
        sender=Sender(line(own.get("_sender", "")), line(own.get("_email", ""))),
        message="\n".join(filter(None, (own.get("_message", ""), *rest))),
        consent=own.get("_consent", "").lower() in YES,
        source=source,
    )


def _sorted_out(
    given: Mapping[str, list[str]], kind: type[Entry] | None, *, is_change: bool
) -> tuple[SubmittedFields, list[str]]:
    """The fields, and what is none. In a change, a field that is empty shall become so."""
    fields: dict[str, tuple[str, ...]] = {}
    rest: list[str] = []
    for path, values in given.items():
        said = tuple(value for value in values if value)
        if kind is not None and is_halved(kind, path):
            said = (" ".join(said),) if said else ()
        if kind is not None and is_form_field(kind, path):
            if said or is_change:
                fields[path] = said
        else:
            rest += [f"{line(path)}: {value}" for value in said]
    return fields, rest
