"""Pictures of links, one for each entry, where PREVIEW_PICTURES asks for them.

Each says what the entry is called, when and where, in the language of the page, beside its own
photograph or the drawing of its topic. It is kept by all that it is made of, sealed as all is.
"""

import hashlib
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.building import lettering
from plugins.building.lettering import FONTS, Hand, is_rtl_language
from plugins.catalogue.cache import Cache
from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Association, Entry, Event, Image, Posting
from plugins.catalogue.occurrences import Occurrence, coming, occurrences
from plugins.catalogue.settings import Settings
from plugins.rendering.cards import host_of, place
from plugins.rendering.previews import DRAWN, of_photo
from plugins.rendering.site_context import SiteContext
from plugins.wording.language import Language

if TYPE_CHECKING:
    from PIL.Image import Image as Pixels
    from PIL.ImageDraw import ImageDraw

VERSION = b"2"
"""Part of every address: raised when another picture is drawn of the same."""

FOLDER = "tools/preview-fonts"
"""Where the fonts are in the cache of the checkout."""

_AHEAD = timedelta(days=366)
_BAND, _EDGE, _STRIPE = 420, 60, 12
_PAPER, _INK, _SOFT = "#fffefb", "#1c2426", "#414a4d"
_TITLES = (76, 64, 54, 46)
_HEAD, _APART = 100, 1.28
"""Where the line above the title is, and how far lines of it are apart, by their size."""

_ABBREVIATED = re.compile(r"(?<=\b\w\.) (?=\w\.)")
"""What stays on one line with what follows: »e. V.«"""


@record(frozen=True)
class EntryPicture(Frozen):
    """What a picture shows. `background` is the drawing of an icon, `photo` a picture's path."""

    site: str
    title: str
    lines: tuple[str, ...]
    language: str
    background: bytes
    photo: str

    @property
    def path(self) -> str:
        """Where it is on the site: 16 digits stand for all that it is made of."""
        said = repr((self.site, self.title, self.lines, self.language, self.photo)).encode()
        made_of = b"\0".join((VERSION, said, self.background))
        kind = "jpg" if self.photo else "png"
        return f"/static/previews/{hashlib.sha256(made_of).hexdigest()[:16]}.{kind}"

    @property
    def texts(self) -> Iterator[str]:
        """All that is written."""
        yield from (self.site, self.title, *self.lines)


def are_missing(settings: Settings) -> bool:
    """Whether pictures are wanted, and cannot be drawn."""
    wanted = settings.site.preview_pictures
    return wanted and not lettering.can_write(settings.cache / FOLDER)


def with_drawings(
    contexts: Mapping[str, SiteContext], catalogues: Mapping[str, Catalogue], settings: Settings
) -> Mapping[str, SiteContext]:
    """The contexts with a picture for each entry; as they were where none are wanted or possible.

    An entry with signs that no font has goes without: better none than one with squares.
    """
    fonts = settings.cache / FOLDER
    if not settings.site.preview_pictures or are_missing(settings):
        return contexts
    caches, files = settings.caches(), dict[str, Callable[[], bytes]]()
    cache = caches.cache("previews", VERSION, *_digests(fonts)) if caches else None
    found: dict[str, SiteContext] = {}
    for tag, context in contexts.items():
        photos, drawings = context.pictures.files, dict[str, str]()
        for entry, one in _drawings(context, catalogues[tag], settings.today):
            if all(map(Hand(fonts, tag, _TITLES[0]).knows, one.texts)):
                drawings[f"{entry.folder}/{entry.id}"] = one.path
                files[one.path] = partial(_bytes, one, fonts, photos.get(one.photo), cache)
        found[tag] = replace(context, drawings=drawings)
    return {tag: _with_files(context, files) for tag, context in found.items()}


def _digests(fonts: Path) -> Iterator[bytes]:
    return (hashlib.sha256((fonts / name).read_bytes()).digest() for name in FONTS)


def _with_files(context: SiteContext, files: Mapping[str, Callable[[], bytes]]) -> SiteContext:
    pictures = context.pictures
    return replace(context, pictures=replace(pictures, files={**pictures.files, **files}))


def _drawings(
    context: SiteContext, catalogue: Catalogue, today: date
) -> Iterator[tuple[Entry, EntryPicture]]:
    """What is drawn of each entry."""
    for association in catalogue.associations:
        of = ("topics", association.topics, "people")
        summary = (association.summary,)
        yield association, _drawing(context, association, summary, of, association.images)
    for event in catalogue.events:
        images = [event.image] if isinstance(event.image, Image) else []
        if isinstance(event.image, str):
            images = [Image(file=event.image)]
        by_format = ("formats", (event.format,), "calendar")
        terms = by_format if event.format else ("topics", event.topics, "calendar")
        lines = (*_when(context, event, today), _where(context, catalogue, event))
        yield event, _drawing(context, event, lines, terms, images)
    for posting in catalogue.board:
        kind = _word(context, "Biete" if posting.kind == "offer" else "Suche")
        by = catalogue.association(posting.association)
        terms = ("categories", (posting.category,), "box")
        yield posting, _drawing(context, posting, (kind, by.name if by else ""), terms)


def _drawing(
    context: SiteContext,
    entry: Association | Event | Posting,
    lines: Iterable[str],
    terms: tuple[str, Iterable[str], str],
    images: Iterable[Image] = (),
) -> EntryPicture:
    name, keys, otherwise = terms
    known = context.vocabularies.get(name, {})
    icon = next((known[key].icon for key in keys if key in known), otherwise)
    files = context.assets.files
    background = files.get(f"previews/{icon}.png") or files["previews/tag.png"]
    photo = of_photo(images, lambda _, file: context.pictures.get(file))
    return EntryPicture(
        site=context.site.name,
        title=_ABBREVIATED.sub("\xa0", entry.called),
        lines=tuple(filter(None, lines)),
        language=context.language,
        background=background,
        photo=photo.path if photo else "",
    )


def _when(context: SiteContext, event: Event, today: date) -> Iterator[str]:
    """The next date, else the last one; that it is cancelled comes first."""
    days = coming(event, today, today + _AHEAD) or occurrences(event, date.min + _AHEAD, today)[-1:]
    if event.status == "cancelled":
        yield _word(context, "Abgesagt")
    for day in days[:1]:
        yield from _on(context, day)


def _on(context: SiteContext, day: Occurrence) -> Iterator[str]:
    """The day, and from when to when."""
    language = Language(context.language)
    yield language.capitalised(language.date_long(day.day))
    if not day.all_day and day.last_day == day.day:
        form = "%(start)s\xa0Uhr" if day.start == day.end else "%(start)s–%(end)s\xa0Uhr"
        times = {"start": language.clock(day.start), "end": language.clock(day.end)}
        yield _word(context, form) % times


def _where(context: SiteContext, catalogue: Catalogue, event: Event) -> str:
    venue = place(event, host_of(catalogue, event))
    return venue.link.name if venue else _word(context, "online") if event.online else ""


def _word(context: SiteContext, message: str) -> str:
    """What the site says, in the language of the page."""
    spoken = context.messages.get(context.language)
    return str(spoken.text("", message)) if spoken else message


def _bytes(
    one: EntryPicture, fonts: Path, photo: Callable[[], bytes] | None, cache: Cache | None
) -> bytes:
    """The picture, as it is kept or drawn now."""
    name = one.path.rpartition("/")[2]
    kept = cache.get(name) if cache else None
    if isinstance(kept, bytes):
        return kept
    made = draw(one, fonts, photo() if photo else b"")
    if cache is not None:
        cache.put(name, made)
    return made


def draw(one: EntryPicture, fonts: Path, photo: bytes = b"") -> bytes:
    """The picture as a file: PNG, with a photograph JPEG."""
    from PIL import Image as PILImage
    from PIL.ImageDraw import Draw

    width, height = DRAWN
    picture = PILImage.new("RGB", DRAWN, _PAPER)
    is_rtl = is_rtl_language(one.language)
    band, colour = _band(one.background, photo)
    picture.paste(band, (0 if is_rtl else width - _BAND, 0))
    edge = _BAND if is_rtl else width - _BAND - _STRIPE
    pen = Draw(picture)
    pen.rectangle((edge, 0, edge + _STRIPE - 1, height), colour)
    _write(pen, one, fonts, width - _EDGE if is_rtl else _EDGE, colour)
    stream = io.BytesIO()
    if photo:
        picture.save(stream, "JPEG", quality=82, optimize=True)
    else:
        few = picture.quantize(48, dither=PILImage.Dither.NONE)
        few.save(stream, "PNG", optimize=True)
    return stream.getvalue()


@lru_cache(maxsize=32)
def _band(background: bytes, photo: bytes) -> "tuple[Pixels, str]":
    """What stands beside the words, and the colour of its topic."""
    from PIL import Image as PILImage
    from PIL import ImageOps

    width, height = DRAWN
    drawn = PILImage.open(io.BytesIO(background)).convert("RGB")
    colour = "#" + bytes(drawn.crop((600, 111, 601, 112)).tobytes()).hex()
    if photo:
        return ImageOps.fit(PILImage.open(io.BytesIO(photo)), (_BAND, height)), colour
    left = (width - _BAND) // 2
    return drawn.crop((left, 0, left + _BAND, height)), colour


def _write(pen: "ImageDraw", one: EntryPicture, fonts: Path, x: int, colour: str) -> None:
    """The site's name above, the title below it, the other lines at the foot."""
    room = DRAWN[0] - _BAND - _STRIPE - 2 * _EDGE
    small = Hand(fonts, one.language, 30, 600)
    for line in small.cut(one.site, 1, room):
        small.write(pen, (x, 96), line, colour)
    foot = Hand(fonts, one.language, 33, 500)
    below = [line for text in one.lines for line in foot.cut(text, 3, room)][-4:]
    y = DRAWN[1] - 64 - 46 * (len(below) - 1)
    for number, line in enumerate(below):
        foot.write(pen, (x, y + 46 * number), line, _SOFT)
    hands = [Hand(fonts, one.language, size, 700) for size in _TITLES]
    fitting = (hand for hand in hands if hand.lines(one.title, _most(hand, y), room))
    hand = next(fitting, hands[-1])
    for number, line in enumerate(hand.cut(one.title, _most(hand, y), room), 1):
        hand.write(pen, (x, _HEAD + round(_APART * hand.size * number)), line, _INK)


def _most(hand: Hand, foot: int) -> int:
    """How many lines of a title fit above what is written at the foot."""
    return int((foot - 46 - _HEAD) / (_APART * hand.size))
