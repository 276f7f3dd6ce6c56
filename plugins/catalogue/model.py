"""The kinds of entry, each a frozen record whose annotations are its schema.

Names follow HSDS, schema.org and iCalendar where they have a word for the thing. The fields are
documented in docs/fields.md, which `make docs` writes from this file.
"""

from __future__ import annotations  # they are looked at only when there is a file to read

from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import partial
from typing import Annotated, ClassVar, NamedTuple

from plugins.catalogue import source
from plugins.catalogue.cache import fingerprint
from plugins.catalogue.consent import EMAIL, NAME, PHONE, covered
from plugins.catalogue.diagnostics import Diagnostic, Place, diagnostic
from plugins.catalogue.fields.base import Record
from plugins.catalogue.fields.choices import (
    NO_MENU,
    Choice,
    Degree,
    Menu,
    MenuPlace,
    Rhythm,
    Weekday,
    YesNo,
)
from plugins.catalogue.fields.contact import Account, Email, Phone, Postcode, WebAddress
from plugins.catalogue.fields.containers import NOTHING, FrozenMap, ListOf, MapOf
from plugins.catalogue.fields.days import (
    Day,
    DayLeftOut,
    DayOfMonth,
    DayOfSeries,
    DayOrTime,
    Moment,
    PartialDate,
    Since,
    TimeZone,
)
from plugins.catalogue.fields.numbers import Coordinate, Integer, Number
from plugins.catalogue.fields.prose import LONG, Prose
from plugins.catalogue.fields.records import Either, RecordField, place_in
from plugins.catalogue.fields.references import (
    Identifier,
    ImageFile,
    LanguageTag,
    LogoFile,
    Reference,
    Term,
)
from plugins.catalogue.fields.texts import Line, Paragraph
from plugins.catalogue.frozen import Frozen, has_field, record
from plugins.catalogue.languages import SITE_LANGUAGE
from plugins.catalogue.nodes import Mapping as MappingNode
from plugins.catalogue.phones import PhoneNumber

OFFICE = "office"
"""Stands for the city's coordination office among the organisers of an event."""

FRESH, ARCHIVED = timedelta(days=365), timedelta(days=730)
"""How long an entry counts as confirmed, and after how long it is shown as archived."""

Texts = tuple[str, ...]


class Origin:
    """The file that an entry was read from, for pointing at places in it.

    `path` is what messages call the file. `digest` stands for its content, and for what the entry
    says `besides`. What is kept for the next run goes without the nodes: they are read again when a
    place is asked for.
    """

    __slots__ = ("_besides", "_content", "_fields", "_file", "digest", "path")

    def __init__(
        self,
        path: str,
        fields: MappingNode | None = None,
        *,
        file: str = "",
        digest: bytes = b"",
        besides: bytes = b"",
    ) -> None:
        self.path, self._file, self._fields = path, file, fields
        self._content, self._besides = digest, besides
        self.digest = fingerprint([digest, besides]) if digest and besides else digest

    def with_more(self, besides: bytes) -> Origin:
        """The same file, of an entry that depends on something else, too."""
        content, fields, more = self._content, self._fields, self._besides + besides
        return Origin(self.path, fields, file=self._file, digest=content, besides=more)

    @property
    def fields(self) -> MappingNode:
        """The nodes of the file, the text below the fields as one of them."""
        if self._fields is None:
            self._fields = source.fields_in(self._file)
        return self._fields

    def still_holds(self) -> bool:
        """Whether the file has the same content, so that the nodes are those of what was read."""
        return fingerprint([source.bytes_of(self._file)]) == self._content

    def forget(self) -> None:
        """Let go of the nodes: they take more room than the entry."""
        self._fields = None

    def __reduce__(self) -> tuple[object, ...]:
        made = partial(Origin, file=self._file, digest=self._content, besides=self._besides)
        return made, (self.path,)


NOWHERE = Origin("", MappingNode((), Place(1, 1)))
"""The origin of what was not read from a file."""


class FieldLanguages(NamedTuple):
    """In which language some fields of an entry are said; the others say what the original says."""

    language: str = SITE_LANGUAGE
    fields: tuple[str, ...] = ()

    def language_of(self, name: str) -> str:
        """The language of one field, by its name."""
        return self.language if name in self.fields else SITE_LANGUAGE


ORIGINAL = FieldLanguages()
"""As the entry's own file says it."""


@record(frozen=True, kw_only=True)
class Entry(Record):
    """One file under content/. Its id is the file's name.

    In a catalogue of another language (`translation.in_language`) it says what its translation
    says; `original` is then the entry that was translated.
    """

    folder: ClassVar[str]

    id: str
    origin: Origin = field(compare=False, repr=False)
    translations: tuple[Translation, ...] = field(default=(), repr=False)
    localised: FieldLanguages = field(default=ORIGINAL, repr=False)
    original: Entry | None = field(default=None, compare=False, repr=False)
    text: Annotated[str, Prose()] = ""

    @property
    def called(self) -> str:
        """What it is called: its name or its title; empty where that could not be read."""
        named = (getattr(self, key) for key in ("name", "title") if has_field(type(self), key))
        return next(filter(None, named), "")

    def problem(self, where: str, code: str, **details: object) -> Diagnostic:
        """A diagnostic at the field `where`, a dotted path such as `repeat.until`."""
        place = place_in(self.origin.fields, where)
        return diagnostic(self.origin.path, place, code, details)


@record(frozen=True, kw_only=True)
class Translation(Frozen):
    """What `<id>.<language>.md` says in another language, and of which original it was made."""

    language: str
    source: str
    fields: FrozenMap
    text: str
    path: str
    origin: Origin = field(default=NOWHERE, compare=False, repr=False)

    def problem(self, where: str, code: str, **details: object) -> Diagnostic:
        """A diagnostic in the translation's own file, at the field `where`."""
        return diagnostic(self.path, place_in(self.origin.fields, where), code, details)


@record(frozen=True, kw_only=True)
class TranslationHead(Record):
    """What every translation carries besides the translated fields."""

    source: Annotated[str, Line(80)] = ""


@record(frozen=True, kw_only=True)
class Checked(Record):
    """When the entry was last confirmed to be right, and by whom."""

    on: Annotated[date, Day()]
    by: Annotated[str, Line()] = ""


@record(frozen=True, kw_only=True)
class Consent(Record):
    """Permission to publish personal data."""

    on: Annotated[date, Day()]
    by: Annotated[str, Line()] = ""
    scope: Annotated[Texts, ListOf(Line())] = ()


@record(frozen=True, kw_only=True)
class Ended(Record):
    """Since when an association exists no more."""

    on: Annotated[date, Day()]
    reason: Annotated[str, Line(400)] = ""


@record(frozen=True, kw_only=True)
class Contact(Record):
    """A person or function to turn to."""

    name: Annotated[str, Line()] = ""
    role: Annotated[str, Line()] = ""
    email: Annotated[str, Email()] = ""
    phone: Annotated[PhoneNumber | None, Phone()] = None
    languages: Annotated[Texts, ListOf(LanguageTag())] = ()


def public(contact: Contact, scope: Texts) -> Contact | None:
    """What of a contact a consent with this scope lets be published; `None` when that is nobody."""
    agreed = covered(scope)
    shown = replace(
        contact,
        name=contact.name if NAME in agreed else "",
        email=contact.email if EMAIL in agreed else "",
        phone=contact.phone if PHONE in agreed else None,
    )
    return shown if shown.name or shown.email or shown.phone else None


@record(frozen=True, kw_only=True)
class PostalAddress(Record):
    """A postal address."""

    street: Annotated[str, Line()] = ""
    postal_code: Annotated[str, Postcode()] = ""
    city: Annotated[str, Line()] = ""
    note: Annotated[str, Line(400)] = ""


@record(frozen=True, kw_only=True)
class Location(Record):
    """A point on the map (WGS 84)."""

    latitude: Annotated[Decimal, Coordinate(90)]
    longitude: Annotated[Decimal, Coordinate(180)]


@record(frozen=True, kw_only=True)
class Accessibility(Record):
    """How far a place is accessible; an empty text means not known."""

    wheelchair: Annotated[str, Degree()] = ""
    toilet: Annotated[str, Degree()] = ""
    hearing_loop: Annotated[str, Degree()] = ""
    sign_language: Annotated[str, Degree()] = ""
    note: Annotated[str, Line(400)] = ""


@record(frozen=True, kw_only=True)
class Image(Record):
    """A picture in content/images/ with its description."""

    file: Annotated[str, ImageFile()]
    alt: Annotated[str, Line(400)] = ""
    credit: Annotated[str, Line()] = ""


@record(frozen=True, kw_only=True)
class Association(Entry):
    """An association or initiative."""

    folder = "associations"

    name: Annotated[str, Line(120, translatable=True)]
    short_name: Annotated[str, Line(80, translatable=True)] = ""
    summary: Annotated[str, Line(200, translatable=True)] = ""
    topics: Annotated[Texts, ListOf(Term("topics"), least=1, most=3)]
    languages: Annotated[Texts, ListOf(LanguageTag())] = ()
    audiences: Annotated[Texts, ListOf(Term("audiences"))] = ()
    district: Annotated[str, Term("districts")] = ""
    legal_form: Annotated[str, Term("legal_forms")] = ""
    founded: Annotated[PartialDate | None, Since()] = None
    members: Annotated[int | None, Integer()] = None
    email: Annotated[str, Email()] = ""
    phone: Annotated[PhoneNumber | None, Phone()] = None
    website: Annotated[str, WebAddress()] = ""
    social: Annotated[
        FrozenMap, MapOf(Line(40), Account(), fits=True, like=("mastodon", '"@chor@musik.example"'))
    ] = NOTHING
    private_contacts: Annotated[tuple[Contact, ...], ListOf(RecordField(Contact), most=20)] = ()
    address: Annotated[PostalAddress | None, RecordField(PostalAddress)] = None
    location: Annotated[Location | None, RecordField(Location)] = None
    accessibility: Annotated[Accessibility | None, RecordField(Accessibility)] = None
    logo: Annotated[str, LogoFile()] = ""
    images: Annotated[tuple[Image, ...], ListOf(RecordField(Image), most=12)] = ()
    calendar: Annotated[str, WebAddress()] = ""
    listed: Annotated[date, Day()]
    private_checked: Annotated[Checked | None, RecordField(Checked, alone="on")] = None
    private_consent: Annotated[Consent | None, RecordField(Consent, alone="on")] = None
    ended: Annotated[Ended | None, RecordField(Ended, alone="on")] = None
    formerly: Annotated[Texts, ListOf(Identifier())] = ()

    def is_active(self, on: date) -> bool:
        """Listed by the end of the day `on` and not ended by then."""
        return self.listed <= on and (self.ended is None or self.ended.on > on)

    @property
    def last_confirmed(self) -> date:
        """When it was last confirmed to be right: by being listed, if not since."""
        return self.private_checked.on if self.private_checked else self.listed

    def is_archived(self, on: date) -> bool:
        """Whether it was confirmed once, and on the day `on` not for two years.

        It counts as before: who does not answer may well go on.
        """
        checked = self.private_checked
        return checked is not None and self.is_active(on) and checked.on + ARCHIVED < on

    @property
    def has_consent(self) -> bool:
        """Whether anybody has agreed to anything."""
        return self.private_consent is not None

    def public_contacts(self, on: date) -> tuple[Contact, ...]:
        """Whom to turn to, as far as they have agreed by the day `on` to its being published.

        Nobody once the association has ended: what they agreed to was to be asked about it.
        """
        return tuple(contact for _, contact in self._public_by_number(on))

    def public_numbers(self, on: date) -> tuple[int, ...]:
        """Where these stand among all people of the file, from 1."""
        return tuple(number for number, _ in self._public_by_number(on))

    def _public_by_number(self, on: date) -> Iterator[tuple[int, Contact]]:
        consent = self.private_consent
        if consent is None or consent.on > on or not self.is_active(on):
            return
        for number, contact in enumerate(self.private_contacts, start=1):
            shown = public(contact, consent.scope)
            if shown is not None:
                yield number, shown

    def public_consent(self, on: date) -> Consent | None:
        """Since when what is published may be, and what; not who said so."""
        consent = self.private_consent
        if consent is None or consent.on > on or not self.is_active(on):
            return None
        return replace(consent, by="")

    def public_checked(self, on: date) -> Checked | None:
        """When it was confirmed; by whom unless that is a person who has not agreed to be named."""
        checked = self.private_checked
        if checked is None or not self._names_somebody(checked.by, on):
            return checked
        return replace(checked, by="")

    def _names_somebody(self, text: str, on: date) -> bool:
        """Whether the text names a person of the association who is not public."""
        known = {contact.name for contact in self.private_contacts if contact.name}
        hidden = known - {contact.name for contact in self.public_contacts(on)}
        return any(name.casefold() in text.casefold() for name in hidden)


@record(frozen=True, kw_only=True)
class Repeat(Record):
    """How an event repeats (after RFC 5545, section 3.3.10, in plain words).

    `pauses` are the dates that the words in `except` leave out, as far as holidays are known
    (`holidays`).
    """

    every: Annotated[str, Rhythm()]
    interval: Annotated[int, Integer(1, 99)] = 1
    weekdays: Annotated[Texts, ListOf(Weekday(), most=7)] = ()
    day: Annotated[tuple[int, int | None] | None, DayOfMonth()] = None
    until: Annotated[date | None, Day()] = None
    count: Annotated[int | None, Integer(1, 400)] = None
    except_: Annotated[tuple[date | str, ...], ListOf(DayLeftOut())] = ()
    also: Annotated[tuple[Moment, ...], ListOf(DayOrTime())] = ()
    moved: Annotated[
        FrozenMap, MapOf(DayOfSeries(), DayOrTime(), like=("2026-12-24", "2026-12-23T19:00"))
    ] = NOTHING
    cancelled: Annotated[
        FrozenMap, MapOf(DayOfSeries(), Line(400), like=("2026-12-24", "Heiligabend"))
    ] = NOTHING
    pauses: tuple[date, ...] = ()

    @property
    def single_dates(self) -> int:
        """How many dates it has, where each is named by itself: the rule says nothing of them."""
        return 1 + len(self.also) if self.count == 1 and self.also else 0

    @property
    def days_left_out(self) -> tuple[date, ...]:
        """The days in `except`."""
        return tuple(one for one in self.except_ if isinstance(one, date))

    @property
    def holidays_left_out(self) -> Texts:
        """The words in `except`."""
        return tuple(one for one in self.except_ if isinstance(one, str))

    @property
    def left_out(self) -> frozenset[date]:
        """All days on which it pauses."""
        return frozenset((*self.days_left_out, *self.pauses))


@record(frozen=True, kw_only=True)
class Venue(Record):
    """A place that is not an association's own."""

    name: Annotated[str, Line()] = ""
    street: Annotated[str, Line()] = ""
    postal_code: Annotated[str, Postcode()] = ""
    city: Annotated[str, Line()] = ""
    district: Annotated[str, Term("districts")] = ""
    accessibility: Annotated[Accessibility | None, RecordField(Accessibility)] = None


@record(frozen=True, kw_only=True)
class Registration(Record):
    """How, until when and for how many one registers."""

    url: Annotated[str, WebAddress()] = ""
    email: Annotated[str, Email()] = ""
    phone: Annotated[PhoneNumber | None, Phone()] = None
    until: Annotated[Moment | None, DayOrTime()] = None
    places: Annotated[int | None, Integer(1)] = None


@record(frozen=True, kw_only=True)
class Attendance(Record):
    """Who came, recorded once the event is over; of a series on each of its dates."""

    people: Annotated[int | None, Integer()] = None
    dates: Annotated[
        FrozenMap, MapOf(DayOfSeries(), Integer(), fits=True, like=("2026-11-24", "24"))
    ] = NOTHING
    associations: Annotated[Texts, ListOf(Reference("associations"))] = ()


@record(frozen=True, kw_only=True)
class Event(Entry):
    """Something that takes place, once or again and again."""

    folder = "events"

    title: Annotated[str, Line(160, translatable=True)]
    start: Annotated[Moment, DayOrTime()]
    end: Annotated[Moment | None, DayOrTime()] = None
    repeat: Annotated[Repeat | None, RecordField(Repeat)] = None
    organisers: Annotated[Texts, ListOf(Reference("associations", also=(OFFICE,)), least=1)]
    networks: Annotated[Texts, ListOf(Reference("networks"))] = ()
    format: Annotated[str, Term("formats")] = ""
    venue: Annotated[
        Venue | str | None, Either(Reference("associations", place=True), RecordField(Venue))
    ] = None
    online: Annotated[str, WebAddress()] = ""
    timezone: Annotated[str, TimeZone()] = ""
    status: Annotated[str, Choice("scheduled", "cancelled", "postponed", "full")] = "scheduled"
    reason: Annotated[str, Line(400, translatable=True)] = ""
    registration: Annotated[Registration | None, RecordField(Registration)] = None
    price: Annotated[str, Line(200, translatable=True)] = ""
    languages: Annotated[Texts, ListOf(LanguageTag())] = ()
    audiences: Annotated[Texts, ListOf(Term("audiences"))] = ()
    topics: Annotated[Texts, ListOf(Term("topics"))] = ()
    image: Annotated[Image | str | None, Either(ImageFile(), RecordField(Image))] = None
    funding: Annotated[Texts, ListOf(Reference("funding"))] = ()
    attendance: Annotated[Attendance | None, RecordField(Attendance)] = None
    formerly: Annotated[Texts, ListOf(Identifier())] = ()
    here: str = ""
    """The time zone of the site, where the event has another one."""

    @property
    def first_id(self) -> str:
        """The id under which calendars that subscribed long ago know it: the oldest."""
        return next(iter(self.formerly), self.id)

    @property
    def all_day(self) -> bool:
        """Whether it has a date but no time."""
        return not isinstance(self.start, datetime)


@record(frozen=True, kw_only=True)
class Available(Record):
    """When something offered can be had, or something sought is needed."""

    from_: Annotated[date | None, Day()] = None
    until: Annotated[date | None, Day()] = None
    weekdays: Annotated[Texts, ListOf(Weekday(), most=7)] = ()


@record(frozen=True, kw_only=True)
class Room(Record):
    """What a room has, or must have."""

    seats: Annotated[int | None, Integer()] = None
    step_free: Annotated[bool | None, YesNo()] = None
    kitchen: Annotated[bool | None, YesNo()] = None
    stage: Annotated[bool | None, YesNo()] = None
    hours: Annotated[str, Line()] = ""


@record(frozen=True, kw_only=True)
class Placed(Record):
    """When and with whom a posting found what it was looking for."""

    on: Annotated[date, Day()]
    with_: Annotated[str, Reference("board", "associations")] = ""


@record(frozen=True, kw_only=True)
class Posting(Entry):
    """An offer or a seek on the board."""

    folder = "board"

    kind: Annotated[str, Choice("offer", "seek")]
    title: Annotated[str, Line(120, translatable=True)]
    association: Annotated[str, Reference("associations")]
    category: Annotated[str, Term("categories")]
    posted: Annotated[date, Day()]
    expires: Annotated[date, Day()]
    available: Annotated[Available | None, RecordField(Available)] = None
    district: Annotated[str, Term("districts")] = ""
    languages: Annotated[Texts, ListOf(LanguageTag())] = ()
    room: Annotated[Room | None, RecordField(Room)] = None
    status: Annotated[str, Choice("open", "placed", "withdrawn")] = "open"
    placed: Annotated[Placed | None, RecordField(Placed, alone="on")] = None

    def state(self, on: date) -> str:
        """What it is on the day `on`: open, expired, placed or withdrawn."""
        return "expired" if self.status == "open" and self.expires < on else self.status


@record(frozen=True, kw_only=True)
class Partner(Record):
    """An institution that works with a network."""

    name: Annotated[str, Line()]
    website: Annotated[str, WebAddress()] = ""


@record(frozen=True, kw_only=True)
class Network(Entry):
    """Associations that work on one subject together; its meetings are events that name it."""

    folder = "networks"

    title: Annotated[str, Line(120, translatable=True)]
    topics: Annotated[Texts, ListOf(Term("topics"))] = ()
    members: Annotated[Texts, ListOf(Reference("associations"))] = ()
    partners: Annotated[tuple[Partner, ...], ListOf(RecordField(Partner))] = ()
    meets: Annotated[str, Line(translatable=True)] = ""
    contact: Annotated[str, Line(400)] = ""
    started: Annotated[PartialDate | None, Since()] = None
    ended: Annotated[date | None, Day()] = None

    def is_active(self, on: date) -> bool:
        """Started by the day `on` and not ended by then."""
        started = self.started is None or self.started.earliest <= on
        return started and (self.ended is None or self.ended > on)


@record(frozen=True, kw_only=True)
class Amount(Record):
    """A range of money."""

    from_: Annotated[Decimal | None, Number()] = None
    to: Annotated[Decimal | None, Number()] = None
    currency: Annotated[str, Choice("EUR", "CHF")] = "EUR"


@record(frozen=True, kw_only=True)
class Funding(Entry):
    """A programme that gives money to associations."""

    folder = "funding"

    title: Annotated[str, Line(160, translatable=True)]
    funder: Annotated[str, Line()]
    who: Annotated[str, Paragraph(1000, translatable=True)] = ""
    what: Annotated[str, Paragraph(1000, translatable=True)] = ""
    amount: Annotated[Amount | None, RecordField(Amount)] = None
    deadlines: Annotated[tuple[date, ...], ListOf(Day())] = ()
    rolling: Annotated[bool, YesNo()] = False
    website: Annotated[str, WebAddress()] = ""
    topics: Annotated[Texts, ListOf(Term("topics"))] = ()
    checked: Annotated[Checked | None, RecordField(Checked, alone="on")] = None


@record(frozen=True, kw_only=True)
class Period(Record):
    """The days that a report covers, both included."""

    from_: Annotated[date, Day()]
    until: Annotated[date, Day()]


@record(frozen=True, kw_only=True)
class Paper(Record):
    """The council paper that a report was laid before the committee as."""

    number: Annotated[str, Line()] = ""
    lead: Annotated[str, Line()] = ""
    clerk: Annotated[str, Line()] = ""
    date: Annotated[date | None, Day()] = None
    committee: Annotated[str, Line()] = ""
    session: Annotated[str, Line()] = ""
    kind: Annotated[str, Line()] = ""
    subject: Annotated[str, Line(400)] = ""
    plan_reference: Annotated[str, Line(400)] = ""
    reference: Annotated[str, Line()] = ""
    costs: Annotated[
        str | FrozenMap, Either(Paragraph(), MapOf(Line(), Line(400), like=("Miete", "300 Euro")))
    ] = NOTHING
    distribution: Annotated[Texts, ListOf(Line())] = ()
    signed: Annotated[Texts, ListOf(Line())] = ()


@record(frozen=True, kw_only=True)
class Question(Record):
    """A question of the survey and how often each answer was given."""

    question: Annotated[str, Line(400)]
    kind: Annotated[str, Line(40)] = ""
    answers: Annotated[FrozenMap, MapOf(Line(), Integer(), like=("Ja", "12"))] = NOTHING


@record(frozen=True, kw_only=True)
class Survey(Record):
    """What the associations were asked, and what they answered."""

    asked: Annotated[int, Integer()]
    answered: Annotated[int, Integer()]
    from_: Annotated[date | None, Day()] = None
    until: Annotated[date | None, Day()] = None
    questions: Annotated[tuple[Question, ...], ListOf(RecordField(Question), most=100)] = ()


@record(frozen=True, kw_only=True)
class Consultations(Record):
    """How many consultations there were on a topic."""

    topic: Annotated[str, Term("consultations")]
    count: Annotated[int, Integer()]


@record(frozen=True, kw_only=True)
class Report(Entry):
    """One reporting period. Its figures are counted from the other entries."""

    folder = "reports"

    title: Annotated[str, Line(160, translatable=True)]
    period: Annotated[Period, RecordField(Period)]
    paper: Annotated[Paper | None, RecordField(Paper)] = None
    survey: Annotated[Survey | None, RecordField(Survey)] = None
    consultations: Annotated[
        tuple[Consultations, ...], ListOf(RecordField(Consultations), most=100)
    ] = ()
    networks: Annotated[Texts, ListOf(Reference("networks"))] = ()
    text: Annotated[str, Prose(LONG)] = ""
    conclusion: Annotated[str, Paragraph(8000, translatable=True)] = ""


@record(frozen=True, kw_only=True)
class Article(Entry):
    """A page of text: advice, imprint, privacy."""

    folder = "pages"

    title: Annotated[str, Line(120, translatable=True)]
    text: Annotated[str, Prose(LONG)] = ""
    menu: Annotated[MenuPlace, Menu()] = NO_MENU
    order: Annotated[int, Integer(0, 999)] = 500


@record(frozen=True, kw_only=True)
class VocabularyTerm(Record):
    """A term of a closed list: its labels, and the words by which people look for it."""

    label: Annotated[FrozenMap, MapOf(LanguageTag(), Line(120), like=("de", "Musik"))]
    synonyms: Annotated[
        FrozenMap, MapOf(LanguageTag(), ListOf(Line(80)), like=("de", "[Chor, Lieder]"))
    ] = NOTHING
    icon: Annotated[str, Identifier()] = ""
    order: Annotated[int, Integer(0, 9999)] = 5000
    dates: Annotated[tuple[date, ...], ListOf(Day())] = ()

    def label_in(self, language: str) -> str:
        """The label in `language`, else in German, else in any language."""
        fallback = self.label[0][1] if self.label else ""
        return str(self.label.get(language) or self.label.get("de") or fallback)

    def language_for(self, language: str) -> str:
        """The language that `label_in` has to make do with."""
        known = [tag for tag, _ in self.label]
        return next((tag for tag in (language, "de", *known) if tag in known), language)

    @property
    def words(self) -> tuple[str, ...]:
        """All labels and synonyms, in every language."""
        return (*(word for _, word in self.label), *(w for _, ws in self.synonyms for w in ws))


class ClosedList(dict[str, VocabularyTerm]):
    """The terms of a list that was read; `digest` is another when anything in them may be."""

    def __init__(self, terms: Mapping[str, VocabularyTerm], digest: bytes) -> None:
        super().__init__(terms)
        self.digest = digest


Vocabularies = Mapping[str, Mapping[str, VocabularyTerm]]
"""Terms by their id, by the name of their list; in the order in which they are shown."""


KINDS: tuple[type[Entry], ...] = (
    Association,
    Event,
    Posting,
    Network,
    Funding,
    Report,
    Article,
)
"""Every kind of entry; its `folder` is where its files live."""

SEARCH_WORDS = "search_words"
"""The closed list that no field refers to and no page shows: the search alone asks for it."""

FEASTS = "feasts"
"""The closed list that no field refers to and the calendar shows; a city has it only of its own."""

VOCABULARIES = (
    "topics",
    "districts",
    "audiences",
    "legal_forms",
    "formats",
    "categories",
    "consultations",
    FEASTS,
    SEARCH_WORDS,
)
