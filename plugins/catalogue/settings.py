"""The settings of one site, typed. They come from pelican.conf.py, with or without Pelican."""

import os
import re
import runpy
from collections.abc import Collection, Iterable, Mapping
from dataclasses import field, replace
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, reset_tzpath

from plugins.catalogue.cache import CacheFolder, key_in
from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.languages import SITE_LANGUAGE, is_language

if TYPE_CHECKING:
    from plugins.catalogue.phones import PhoneNumber


class SettingsError(Exception):
    """A setting is missing or wrong; the text says which and what it should be."""


@record(frozen=True)
class Office(Frozen):
    """Who runs the site and answers; the phone number as it is written in the settings."""

    name: str
    email: str
    phone: str = ""


@record(frozen=True)
class Statement(Frozen):
    """For the statement on accessibility: the day of the city's own assessment, and who enforces.

    Empty where the city has not said it yet.
    """

    assessed: date | None = None
    body: str = ""
    email: str = ""
    phone: str = ""
    website: str = ""


@record(frozen=True)
class IntakeRules(Frozen):
    """What `make intake` allows: how often an hour from one address, a day in all; 0: any number.

    `megabytes` may wait to be decided. `confirm` says that senders get a mail by which
    they confirm that it was them, `altcha` that their browsers have to solve a task.
    """

    hour: int = 30
    day: int = 2000
    megabytes: int = 1000
    confirm: bool = False
    altcha: bool = False


@record(frozen=True)
class MapService(Frozen):
    """Another provider's map to which the drawn one leads, and where that says what it keeps."""

    name: str
    address: str
    privacy: str

    def at(self, latitude: str, longitude: str) -> str:
        """Where it shows a place."""
        named = self.address.replace("{latitude}", latitude)
        return named.replace("{longitude}", longitude)


@record(frozen=True)
class Site(Frozen):
    """What one city says about itself: all of the settings that a page may show."""

    name: str
    city: str
    claim: str
    url: str
    time_zone: str
    region: str
    office: Office
    repository: str
    """Its address, without a slash at the end; empty where there is none."""
    addresses: Mapping[str, str]
    languages: tuple[str, ...] = (SITE_LANGUAGE,)
    claims: Mapping[str, str] = field(default_factory=dict)
    statement: Statement = Statement()
    forge: str = ""
    """What kind of forge the repository is in, one of FORGES; empty where nobody has said it."""
    stale_after: int = 60
    """So many days after it was built the site itself says that it is old."""
    intake: str = ""
    """The folder of addresses under which `make intake` answers; empty where it does not run."""
    inbox_days: int = 30
    """So many days after a decision what was handed in is removed."""
    is_portable: bool = False
    """Whether it is read from a disk (`make site PORTABLE=1`), not from a server."""
    is_offline: bool = True
    """Whether browsers keep what was visited, for when there is no network."""
    map_service: MapService | None = None
    """Where the map leads besides; nowhere, unless a city says so."""
    preview_pictures: bool = False
    """Whether a picture is drawn of each entry, for links to it."""
    state: str = ""
    """The state whose holidays the calendar knows (ISO 3166-2); empty where none is named."""

    @property
    def language(self) -> str:
        """That in which the entries are written."""
        return self.languages[0]

    @property
    def other_languages(self) -> tuple[str, ...]:
        """Those into which they are translated."""
        return self.languages[1:]

    def in_language(self, tag: str) -> "Site":
        """The same, with the claim in this language if there is one."""
        return replace(self, claim=self.claims.get(tag, self.claim))

    def texts(self) -> Mapping[str, str]:
        """What the settings say in words or addresses, by the name of the setting."""
        return {
            "SITENAME": self.name,
            "CITY": self.city,
            "CLAIM": "\n".join(self.claims.values()),
            "SITEURL": self.url,
            "OFFICE": "\n".join((self.office.name, self.office.email, self.office.phone)),
            "STATEMENT": "\n".join(
                (
                    self.statement.body,
                    self.statement.email,
                    self.statement.phone,
                    self.statement.website,
                )
            ),
            "REPOSITORY": self.repository,
            "MAP": self.map_service.name if self.map_service else "",
        }

    def phones(self) -> "tuple[PhoneNumber | None, PhoneNumber | None]":
        """Where the office is called and who enforces accessibility, read like in an entry.

        Raises `SettingsError`, also for a number without its area code.
        """
        office = self._phone("OFFICE", self.office.phone)
        return office, self._phone("STATEMENT", self.statement.phone)

    def _phone(self, setting: str, written: str) -> "PhoneNumber | None":
        from plugins.catalogue.phones import phone_number  # slow: not for every run

        number = phone_number(written, self.region) if written else None
        if written and (number is None or not number.uri):
            raise SettingsError(f"{setting}: phone: {written!r}? 030 23125 100")
        return number

    @property
    def base(self) -> str:
        """The path under which the site lives: empty, or like `/anlaufstelle`."""
        return urlsplit(self.url).path.rstrip("/")


@record(frozen=True)
class Settings(Frozen):
    """The site, and what is done where to make it. `file` is where the settings stand."""

    file: Path
    site: Site
    content: Path
    shown: str
    output: Path
    inbox: Path
    vocabulary: Path
    today: date
    strict: bool
    language: Literal["de", "en"]
    format: str
    publish_to: str
    publish_keep: int
    plugins: tuple[str, ...]
    theme: Path
    cache: Path
    state: Path | None
    intake: IntakeRules = IntakeRules()
    accept: Literal["commit", "request"] = "commit"
    """What accepting a draft means: a commit here, or a request on the forge."""

    def caches(self) -> CacheFolder | None:
        """What is kept between two runs; nothing where there is no safe place for the key."""
        if self.state is None:
            return None
        return CacheFolder(self.cache / "kept", key_in(self.state), self.environment)

    @property
    def environment(self) -> Path | None:
        """The Python environment, if one was set up for this very checkout (tools/venv.sh)."""
        folder = self.cache.parent / ".venv"
        here = folder / "here"
        return folder if here.exists() and here.samefile(self.cache.parent) else None

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that the site is built in, by their tags; the entries' own first."""
        return self.site.languages

    @property
    def has_plugins_of_others(self) -> bool:
        """Whether not all of PLUGINS come with this repository."""
        return any(not name.startswith("plugins.") for name in self.plugins)

    def reserved(self) -> Mapping[str, frozenset[str]]:
        """Ids that an entry may not have, by folder, because an address of the site has them."""
        words = self.site.addresses
        at_the_root = (word for key, word in words.items() if key not in _INSIDE)
        return {
            **{folder: frozenset(words[key] for key in keys) for folder, keys in BELOW.items()},
            "pages": frozenset({*at_the_root, *self.languages, *_OTHERS, self.site.intake}),
        }


_OTHERS = ("static", "index", "404", "admin", "stand", "offline", "app")
"""What stands at the root of the site besides the words of ADDRESSES and the languages."""

BUILDING = "plugins.building"

ADDED_PLUGINS = ("plugins.search",)
"""What every page leads to, and settings of an earlier version do not name yet."""

BELOW: Mapping[str, tuple[str, ...]] = {
    "associations": ("topic", "language", "district", "audience", "letters", "map", "archive"),
    "events": (
        *("archive", "notice", "weekend", "free", "step_free", "online", "children"),
        *("topic", "language", "district", "audience", "format"),
    ),
    "board": ("category", "archive", "rooms"),
}
"""What has pages beside the entries of a folder: `/termine/archiv/` beside `/termine/fest/`."""

IN_QUERIES = ("when", "today", "tomorrow", "next_week")
"""Words of choices that have no page: they stand behind the question mark of an address."""

_INSIDE = frozenset((*(key for keys in BELOW.values() for key in keys), *IN_QUERIES))

ADDRESS_KEYS = (
    *dict.fromkeys(key for folder, keys in BELOW.items() for key in (folder, *keys)),
    *("networks", "funding", "reports", "participate", "data", "subscribe"),
)
"""The words that a city must have for its addresses."""

ADDED_WORDS: Mapping[str, str] = {
    "search": "suche",
    "weekend": "wochenende",
    "free": "kostenlos",
    "step_free": "barrierefrei",
    "online": "online",
    "children": "mit-kindern",
    "format": "format",
    "when": "wann",
    "today": "heute",
    "tomorrow": "morgen",
    "next_week": "naechste-woche",
    "map": "karte",
    "rooms": "raeume",
    "notice": "aushang",
    "subscribe": "abonnieren",
}
"""Words that settings written for an earlier version do not have yet, and what they are there."""


def from_file(path: Path) -> Settings:
    """The settings in a pelican.conf.py. Raises `SettingsError`."""
    try:
        values = runpy.run_path(str(path))
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror}") from error
    return from_mapping(values, path.parent)


def from_mapping(values: Mapping[str, Any], root: Path) -> Settings:
    """The settings among `values`; relative paths start at `root`. Raises `SettingsError`."""
    try:
        content = _content(values, root)
        return Settings(
            file=root / "pelican.conf.py",
            site=_site(values),
            content=content,
            shown=_shown(content, root),
            output=root / values["OUTPUT_PATH"],
            inbox=_inbox(
                root / values.get("INBOX", "eingang"), content, root / values["OUTPUT_PATH"]
            ),
            vocabulary=Path(values["VOCABULARY_PATH"]),
            today=_day("TODAY", values["TODAY"]),
            strict=bool(values["STRICT"]),
            language="en" if values["LANGUAGE"] == "en" else "de",
            format=_format(values["FORMAT"]),
            publish_to=values["PUBLISH_TO"],
            publish_keep=_count("PUBLISH_KEEP", values["PUBLISH_KEEP"]),
            plugins=_plugins(values["PLUGINS"]),
            theme=root / values["THEME"],
            cache=root / ".cache",
            state=_state(os.environ),
            accept=_accept(values.get("ACCEPT", "commit"), values),
            intake=_rules(values),
        )
    except KeyError as error:
        raise SettingsError(f"{error.args[0]}?") from error


def _plugins(names: Iterable[str]) -> tuple[str, ...]:
    """The plugins; the one that builds is among them, or Pelican alone would build nothing."""
    plugins = tuple(names)
    if BUILDING not in plugins:
        raise SettingsError(f"PLUGINS: {BUILDING!r}?")
    return tuple(dict.fromkeys((*plugins, *ADDED_PLUGINS)))


def _site(values: Mapping[str, Any]) -> Site:
    languages = _languages(values.get("LANGUAGES", (SITE_LANGUAGE,)))
    claims = _claims(values["CLAIM"])
    return Site(
        name=values["SITENAME"],
        city=values["CITY"],
        claim=claims[SITE_LANGUAGE],
        claims=claims,
        url=_url(str(values["SITEURL"])),
        time_zone=_time_zone(values["TIMEZONE"]),
        region=values["REGION"],
        office=_office(values["OFFICE"]),
        statement=_statement(values.get("STATEMENT", {})),
        repository=values.get("REPOSITORY", "").rstrip("/"),
        forge=_forge(values.get("FORGE", ""), values.get("REPOSITORY", "")),
        addresses=_addresses(values["ADDRESSES"], languages),
        languages=languages,
        stale_after=_count("STALE_AFTER", values.get("STALE_AFTER", 60)),
        intake=_intake(values.get("INTAKE", ""), {*values["ADDRESSES"].values(), *languages}),
        inbox_days=_count("INBOX_DAYS", values.get("INBOX_DAYS", 30)),
        is_portable=_switch("PORTABLE", values),
        is_offline=_switch("OFFLINE", values, otherwise=True),
        map_service=_map_service(values.get("MAP", {})),
        preview_pictures=_switch("PREVIEW_PICTURES", values),
        state=_state_of(values.get("STATE", "")),
    )


_WORD = r"[a-z0-9]+(?:-[a-z0-9]+)*"


def _addresses(values: Mapping[str, str], languages: tuple[str, ...]) -> Mapping[str, str]:
    """The words of addresses: they become folders, so each is a plain word, and no two clash."""
    words = {**ADDED_WORDS, **values}
    missing = [key for key in ADDRESS_KEYS if not words.get(key)]
    if missing:
        raise SettingsError(f"ADDRESSES: {', '.join(missing)}?")
    known: dict[tuple[bool, str], str] = {}
    for key in words:
        if not re.fullmatch(_WORD, words[key]):
            raise SettingsError(f"ADDRESSES: {key}: {words[key]!r}? a-z 0-9 -")
        if key not in _INSIDE and words[key] in languages:
            raise SettingsError(f"ADDRESSES: {key}: {words[key]!r}? LANGUAGES")
        other = known.setdefault((key in _INSIDE, words[key]), key)
        if other != key:
            raise SettingsError(f"ADDRESSES: {other}, {key}: {words[key]!r}?")
    return words


def _claims(given: object) -> Mapping[str, str]:
    """What the site is for, by language; a text alone is in the language of the entries."""
    claims = given if isinstance(given, Mapping) else {SITE_LANGUAGE: given}
    texts = (*claims, *claims.values())
    if SITE_LANGUAGE not in claims or not all(isinstance(text, str) for text in texts):
        raise SettingsError(f"CLAIM: {{{SITE_LANGUAGE!r}: ...}}?")
    return dict(claims)


def _languages(tags: object) -> tuple[str, ...]:
    """The language of the entries, then others. Whether the theme speaks them a build will see."""
    if not isinstance(tags, tuple | list) or tuple(tags[:1]) != (SITE_LANGUAGE,):
        raise SettingsError(f"LANGUAGES: {tags!r}? ({SITE_LANGUAGE!r}, 'en', ...)")
    for number, tag in enumerate(tags):
        if not isinstance(tag, str) or not is_language(tag) or tag in tags[:number]:
            raise SettingsError(f"LANGUAGES: {tag!r}?")
    return tuple(tags)


def _intake(word: object, taken: Collection[str]) -> str:
    """The folder of the service that takes submissions: a word that nothing else has, or none."""
    if word == "" or (isinstance(word, str) and re.fullmatch(_WORD, word) and word not in taken):
        return str(word)
    raise SettingsError(f"INTAKE: {word!r}? 'einreichen'")


STATES: Mapping[str, str] = {
    "DE": "BB BE BW BY HB HE HH MV NI NW RP SH SL SN ST TH",
    "AT": "1 2 3 4 5 6 7 8 9",
    "CH": "AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH",
}
"""The states whose holidays can be known, by country (ISO 3166-2)."""


def _state_of(code: object) -> str:
    country, _, state = str(code).partition("-")
    if code == "" or state in STATES.get(country, "").split():
        return str(code)
    raise SettingsError(f"STATE: {code!r}? 'DE-BY', 'AT-9'")


FORGES = ("github", "forgejo", "gitlab")


def _forge(name: object, repository: str) -> str:
    """The kind of forge: Forgejo stands for Codeberg and Gitea, too."""
    if name not in ("", *FORGES) or (name and not repository):
        raise SettingsError(f"FORGE: {name!r}? REPOSITORY; {', '.join(FORGES)}")
    return str(name)


def _accept(means: object, values: Mapping[str, Any]) -> Literal["commit", "request"]:
    """What accepting means; a request needs the forge, and a way there that nobody listens to."""
    if means == "request":
        address = urlsplit(str(values.get("REPOSITORY", "")))
        is_safe = address.scheme == "https" or address.hostname in ("127.0.0.1", "localhost")
        if values.get("FORGE") and is_safe and address.path.strip("/").count("/"):
            return "request"
        raise SettingsError("ACCEPT: 'request'? FORGE, REPOSITORY: https://host/owner/name")
    if means != "commit":
        raise SettingsError(f"ACCEPT: {means!r}? 'commit', 'request'")
    return "commit"


def _rules(values: Mapping[str, Any]) -> IntakeRules:
    """What the service allows. Raises `SettingsError`."""
    limits = values.get("INTAKE_LIMITS", {})
    given: Mapping[str, int] = limits if isinstance(limits, Mapping) else {"": 0}
    for name, number in given.items():
        if name not in ("hour", "day", "megabytes") or type(number) is not int or number < 0:
            usual = {"hour": 30, "day": 2000, "megabytes": 1000}
            raise SettingsError(f"INTAKE_LIMITS: {limits!r}? {usual}")
    confirm, altcha = (_switch(name, values) for name in ("INTAKE_CONFIRM", "INTAKE_ALTCHA"))
    return IntakeRules(**given, confirm=confirm, altcha=altcha)


def _switch(name: str, values: Mapping[str, Any], otherwise: bool = False) -> bool:
    given = values.get(name, otherwise)
    if not isinstance(given, bool):
        raise SettingsError(f"{name}: {given!r}? True, False")
    return given


def _url(text: str) -> str:
    """Where the site is: a host, perhaps a path behind it, no slash at the end."""
    url = text.rstrip("/")
    if not re.fullmatch(r"https?://[\w.-]+(?::[0-9]{1,5})?(?:/[\w.~-]+)*", url):
        raise SettingsError(f"SITEURL: {text!r}? https://anlaufstelle.example")
    return url


def _count(setting: str, value: object) -> int:
    if not re.fullmatch(r"[1-9][0-9]{0,3}", str(value)):
        raise SettingsError(f"{setting}: {value!r}? 5")
    return int(str(value))


FORMATS = ("concise", "full", "github", "gitlab", "sarif", "json", "html")


def _format(name: object) -> str:
    if name not in FORMATS:
        raise SettingsError(f"FORMAT: {name!r}? {', '.join(FORMATS)}")
    return str(name)


def _office(values: Mapping[str, str]) -> Office:
    try:
        return Office(**_texts("OFFICE", values))
    except TypeError as error:
        raise SettingsError("OFFICE: {'name': ..., 'email': ...}?") from error


def _statement(values: Mapping[str, str]) -> Statement:
    texts = _texts("STATEMENT", values)
    day = texts.pop("assessed", "")
    try:
        return Statement(assessed=_day("STATEMENT: assessed", day) if day else None, **texts)
    except TypeError as error:
        raise SettingsError("STATEMENT: {'assessed': ..., 'body': ...}?") from error


def _map_service(given: Mapping[str, str]) -> MapService | None:
    """The map of another provider; none is named by default."""
    if given == {}:
        return None
    usual = (
        "{'name': ..., 'address': 'https://...{latitude}...{longitude}', 'privacy': 'https://...'}"
    )
    try:
        service = MapService(**_texts("MAP", given))
    except (TypeError, AttributeError) as error:
        raise SettingsError(f"MAP: {usual}?") from error
    addresses = (service.at("1", "1"), service.privacy)
    if not service.name or not all(re.fullmatch(r"https://[^\s{}]+", a) for a in addresses):
        raise SettingsError(f"MAP: {usual}?")
    return service


def _texts(setting: str, values: Mapping[str, str]) -> dict[str, str]:
    for key, value in values.items():
        if not isinstance(value, str):
            raise SettingsError(f"{setting}: {key}: {value!r}?")
    return dict(values)


def _time_zone(name: str) -> str:
    """The name of a zone that there is, by the locked package, which all that follows asks, too.

    Its files are read as such: to ask for them as resources imports what unpacks archives.
    """
    package = find_spec("tzdata")
    if package is not None and package.origin is not None:
        reset_tzpath([Path(package.origin).parent / "zoneinfo"])
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise SettingsError(f"TIMEZONE: {name}?") from error


def _day(setting: str, text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise SettingsError(f"{setting}: {text!r}? YYYY-MM-DD") from error
    if day.isoformat() != text or not 1900 <= day.year <= 2200:
        raise SettingsError(f"{setting}: {text!r}? YYYY-MM-DD")
    return day


def _content(values: Mapping[str, Any], root: Path) -> Path:
    """The folder named to Pelican; what CONTENT names when that is no folder."""
    path = root / str(values["PATH"])
    return root / str(values["CONTENT"]) if path.resolve() == root.resolve() else path


def _inbox(inbox: Path, *others: Path) -> Path:
    """The folder of what was handed in: no part of the site, and nothing that is published."""
    for other in others:
        if inbox.resolve().is_relative_to(other.resolve()):
            raise SettingsError(f"INBOX: {inbox}? {other}")
    return inbox


def _state(environment: Mapping[str, str]) -> Path | None:
    """Where this user's programs keep what no checkout may hold (XDG Base Directory, 0.8)."""
    try:
        path = Path(environment.get("XDG_STATE_HOME") or "~/.local/state").expanduser()
    except RuntimeError:  # a user without a home
        return None
    return path / "anlaufstelle" if path.is_absolute() else None


def _shown(content: Path, root: Path) -> str:
    """How the folder is called in messages: from the root when it lies there."""
    return str(content.relative_to(root)) if content.is_relative_to(root) else str(content)
