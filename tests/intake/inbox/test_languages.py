"""What comes in another language: German in its place, and the words as they came beside it."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from plugins.catalogue.digest import digest
from plugins.catalogue.settings import Settings
from plugins.intake.content import read
from plugins.intake.inbox.inbox import Inbox, choices
from plugins.intake.inbox.show import german_missing
from plugins.intake.submission.filled import filled
from plugins.intake.submission.original_texts import is_latin, language_of
from plugins.intake.submission.store import DraftStore
from plugins.intake.submission.submission import Sender, Submission
from plugins.validation.check import check
from tests.intake.inbox.test_inbox import CHOIR_FILE, decide, git, repository, text_of
from tests.intake.submission.conftest import CHOIR
from tests.intake.submission.test_filled import change
from tests.intake.submission.test_store import NOW

__all__ = ["repository"]

HOPE, SONG, TUESDAYS = "جمعية الأمل", "نغني معًا: كل أسبوع", "نلتقي كل ثلاثاء.\n\nأهلاً وسهلاً!"
ARABIC = Submission(
    form="verein",
    language="ar",
    fields={"name": (HOPE,), "topics": ("Musik",), "summary": (SONG,), "text": (TUESDAYS,)},
    sender=Sender("Mona", "mona@chor.example"),
)
GERMAN = {HOPE: "Verein Hoffnung (Al-Amal)", SONG: "Wir singen.", TUESDAYS: "Jeden Dienstag."}
FILE, TRANSLATION = "associations/verein-hoffnung-al-amal.md", "associations/{}.ar.md"


def translated(*texts: str) -> Callable[[str, str], str]:
    """An editor in which somebody puts German in the place of these texts."""

    def edit(text: str, name: str) -> str:
        for one in texts:
            assert one in text
            text = text.replace(one, GERMAN[one])
        return text

    return edit


def source_of(place: Settings, entry_id: str) -> str:
    """What a translation of the entry as it is now names."""
    entry = read(place).existing.catalogue.association(entry_id)
    assert entry is not None
    return digest(entry)


def findings(place: Settings) -> list[str]:
    """What `make check` says about the new association and its translation."""
    found = check(place).diagnostics
    return [f"{one.path}: {one.code}" for one in found if "hoffnung" in one.path]


def test_it_says_in_which_language_it_came_and_what_needs_german(place: Settings) -> None:
    DraftStore(place.inbox).put(ARABIC, NOW)
    seen = decide(place, "").split("\n")
    assert "Sprache: Arabisch" in seen
    assert "Auf Arabisch geschrieben. Auf Deutsch fehlt: Name, Kurzbeschreibung, Text" in seen
    assert not list((place.content / "associations").glob("verein-*"))


def test_german_becomes_the_original_and_what_came_its_translation(repository: Settings) -> None:
    DraftStore(repository.inbox).put(ARABIC, NOW)
    seen = decide(repository, "bearbeiten", "", "annehmen", edit=translated(HOPE, SONG, TUESDAYS))
    path = TRANSLATION.format("verein-hoffnung-al-amal")
    assert f"Was auf Arabisch kam, bleibt als Übersetzung: content/{path}" in seen
    original = text_of(repository, FILE)
    assert "name: Verein Hoffnung (Al-Amal)\n" in original and original.isascii()
    source = source_of(repository, "verein-hoffnung-al-amal")
    assert text_of(repository, path) == (
        f'---\nsource: {source}\nname: {HOPE}\nsummary: "{SONG}"\n---\n\n{TUESDAYS}\n'
    )
    assert findings(repository) == []
    logged = git(repository, "log", "-1", "--format=%s", "--name-only").split("\n")
    said = "Neuer Verein: associations/verein-hoffnung-al-amal, auch auf Arabisch"
    assert logged == [said, "", path, FILE, ""]
    assert git(repository, "status", "--porcelain") == ""


def test_what_was_german_already_is_no_translation(place: Settings) -> None:
    fields = {**ARABIC.fields, "name": ("Verein Hofnung",), "summary": (), "text": ()}
    DraftStore(place.inbox).put(replace(ARABIC, fields=fields), NOW)
    corrected = decide(
        place, "be", "nein", "an", edit=lambda text, _: text.replace("Hofnung", "Hoffnung")
    )
    assert "Was auf Arabisch kam, bleibt nicht als Übersetzung: Name" in corrected
    assert [one.name for one in (place.content / "associations").glob("*hof*")] == [
        "verein-hofnung.md"
    ]


def test_a_name_in_latin_letters_needs_no_german(place: Settings) -> None:
    DraftStore(place.inbox).put(
        replace(ARABIC, fields={**ARABIC.fields, "name": ("Al-Amal",)}), NOW
    )
    assert "Auf Deutsch fehlt: Kurzbeschreibung, Text\n" in decide(place, "")


def test_accepted_as_it_came_it_is_said_and_asked_how_it_is_called(repository: Settings) -> None:
    DraftStore(repository.inbox).put(ARABIC, NOW)
    seen = decide(repository, "annehmen", "al-amal")
    assert "Aus diesem Namen wird keine Kennung." in seen
    assert "So angenommen, wie es kam. Auf Deutsch fehlt noch: Name, Kurzbeschreibung, Text" in seen
    assert f"name: {HOPE}\n" in text_of(repository, "associations/al-amal.md")
    assert git(repository, "log", "-1", "--format=%s", "--name-only").split("\n") == [
        "Neuer Verein: associations/al-amal",
        "",
        "associations/al-amal.md",
        "",
    ]


def test_what_is_half_translated_says_what_is_missing(place: Settings) -> None:
    DraftStore(place.inbox).put(ARABIC, NOW)
    seen = decide(place, "be", "", "an", edit=translated(HOPE, SONG))
    assert "Auf Deutsch fehlt noch: Text\n" in seen
    kept = text_of(place, TRANSLATION.format("verein-hoffnung-al-amal"))
    assert kept.split("\n")[2:] == [f"name: {HOPE}", f'summary: "{SONG}"', "---", ""]


OLD = "aaaaaaaaaaaa"


@pytest.mark.parametrize("is_outdated", [False, True])
def test_a_change_joins_the_translation_that_is_there(is_outdated: bool, place: Settings) -> None:
    path = place.content / TRANSLATION.format("chor-am-fluss")
    source = OLD if is_outdated else source_of(place, "chor-am-fluss")
    path.write_text(f"---\nsource: {source}\nname: {HOPE}\n---\n\nنص\n", "utf-8")
    DraftStore(place.inbox).put(replace(change(summary=(SONG,)), language="ar"), NOW)
    decide(place, "be", "", "an", edit=translated(SONG))
    assert text_of(place, CHOIR_FILE) == CHOIR.replace("topics:", 'summary: "Wir singen."\ntopics:')
    now = OLD if is_outdated else source_of(place, "chor-am-fluss")
    assert path.read_text("utf-8") == (
        f'---\nsource: {now}\nname: {HOPE}\nsummary: "{SONG}"\n---\n\nنص\n'
    )


def test_german_that_was_there_may_stay_and_the_translation_comes_anyway(place: Settings) -> None:
    DraftStore(place.inbox).put(replace(change(text=(TUESDAYS,)), language="ar"), NOW)
    german = "Wir singen am Fluss, jeden\nDienstag."
    decide(place, "be", "", "an", edit=lambda text, _: text.replace(TUESDAYS, german))
    assert text_of(place, CHOIR_FILE) == CHOIR
    assert text_of(place, TRANSLATION.format("chor-am-fluss")) == (
        f"---\nsource: {source_of(place, 'chor-am-fluss')}\n---\n\n{TUESDAYS}\n"
    )


@pytest.mark.parametrize("text", ["\n? [", "---\nname: [x]\n---\n", "keins"])
def test_a_translation_that_cannot_be_read_is_left_alone(text: str, place: Settings) -> None:
    path = place.content / TRANSLATION.format("chor-am-fluss")
    path.write_text(text, "utf-8")
    DraftStore(place.inbox).put(replace(change(summary=(SONG,)), language="ar"), NOW)
    assert "Übersetzung behalten" not in decide(place, "be", "an", edit=translated(SONG))
    assert path.read_text("utf-8") == text


def test_what_no_translation_can_hold_is_left_out(place: Settings) -> None:
    long = replace(ARABIC, fields={**ARABIC.fields, "summary": (SONG * 20,)})
    DraftStore(place.inbox).put(long, NOW)

    def edit(text: str, name: str) -> str:
        return translated(HOPE, TUESDAYS)(text.replace(SONG * 20, "Wir singen."), name)

    decide(place, "be", "", "an", edit=edit)
    assert "summary" not in text_of(place, TRANSLATION.format("verein-hoffnung-al-amal"))
    assert findings(place) == []


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("ar", "ar"),
        ("de", ""),
        ("de-simple", ""),
        ("de-AT", ""),
        ("", ""),
        ("../x", ""),
        ("klingonisch", ""),
    ],
)
def test_which_language_it_is(tag: str, language: str, place: Settings) -> None:
    assert language_of(replace(ARABIC, language=tag)) == language
    own = filled(replace(ARABIC, language=tag), read(place)).own
    assert (own.language if own else "") == language


def test_easy_german_is_called_so(place: Settings) -> None:
    DraftStore(place.inbox).put(replace(ARABIC, language="de-simple"), NOW)
    seen = decide(place, "")
    assert "Sprache: Leichte Sprache\n" in seen and "geschrieben" not in seen


def test_to_write_german_comes_first_until_it_is_there(place: Settings) -> None:
    DraftStore(place.inbox).put(ARABIC, NOW)
    desk = Inbox(place, {})
    draft = desk.draft(desk.store.ids()[0])
    assert draft is not None
    result = desk.result_of(draft)
    german = desk.edited(result, translated(HOPE, SONG, TUESDAYS)(result.text, ""))
    first = [choices(draft, one, desk.content)[0].de for one in (result, german)]
    assert (first, german_missing(german)) == (["bearbeiten", "annehmen"], "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Chor é & 3 Ł", True), ("", True), ("Хор", False), ("Chor Хор", False), (HOPE, False)],
)
def test_letters_of_latin_script(text: str, expected: bool) -> None:
    assert is_latin(text) is expected


def test_german_stays_when_people_agree(place: Settings) -> None:
    people = {"contacts.1.name": ("Alex Beispiel",)}
    DraftStore(place.inbox).put(replace(ARABIC, fields={**ARABIC.fields, **people}), NOW)
    decide(place, "be", "", "einw", "ja", "an", edit=translated(HOPE, SONG, TUESDAYS))
    text = text_of(place, FILE)
    assert "Wir singen." in text and "Alex Beispiel" in text
