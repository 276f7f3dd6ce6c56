"""What the terminal says at the end of a build."""

import errno
import io
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.building.outcome import Built, Result, of_disk, say
from plugins.catalogue.settings import Settings

RESULT = Result((), (), (), 182, Built(326, 255, 17, 1), 0)


def said(result: Result, settings: Settings, seconds: float) -> list[str]:
    stream = io.StringIO()
    say(result, replace(settings, output=Path("output")), stream, seconds)
    return stream.getvalue().splitlines()


@pytest.mark.parametrize(
    ("seconds", "german", "english"),
    [
        (0.004, "0,00 s", "0.00 s"),
        (0.094, "0,09 s", "0.09 s"),
        (0.26, "0,3 s", "0.3 s"),
        (12.34, "12,3 s", "12.3 s"),
    ],
)
def test_the_last_line(settings: Settings, seconds: float, german: str, english: str) -> None:
    in_english = replace(settings, language="en")
    assert said(RESULT, settings, seconds) == [
        f"182 Einträge, 326 Seiten, 255 Dateien, 564 unverändert, {german}: output"
    ]
    assert said(RESULT, in_english, seconds) == [
        f"182 entries, 326 pages, 255 files, 564 unchanged, {english}: output"
    ]


def test_what_was_left_out_and_what_failed(settings: Settings) -> None:
    result = replace(
        RESULT,
        left_out=("content/events/a.md", "content/events/b.md"),
        built=replace(RESULT.built, failed=("a/index.html: KeyError: 'x'",)),
    )
    assert said(result, settings, 1)[1:] == [
        "Wegen der Fehler oben nicht veröffentlicht:",
        "    content/events/a.md",
        "    content/events/b.md",
        "Nicht gebaut, durch einen Fehler des Programms: a/index.html: KeyError: 'x'",
    ]


def test_of_many_left_out_the_first_are_named(settings: Settings) -> None:
    paths = tuple(f"content/events/{number}.md" for number in range(100, 140))
    assert said(replace(RESULT, left_out=paths), settings, 1)[1:] == [
        "Wegen der Fehler oben nicht veröffentlicht:",
        *(f"    {path}" for path in paths[:20]),
        "    und 20 weitere (make check nennt alle)",
    ]


def test_again_nothing_was_written() -> None:
    assert RESULT.again().built == Built(326, 255, 0, 0)
    assert RESULT.again().built.unchanged == 581


def test_names_reach_no_terminal_raw(settings: Settings) -> None:
    name = "content/events/\x1b[2J\n::error::\u202e.md"
    stream = io.StringIO()
    say(replace(RESULT, left_out=(name,)), settings, stream, 1)
    assert stream.getvalue().splitlines()[1:] == [
        "Wegen der Fehler oben nicht veröffentlicht:",
        r"    content/events/\x1b[2J\n::error::\u202e.md",
    ]


@pytest.mark.parametrize(
    ("number", "begins"),
    [
        (errno.ENOSPC, "out/a: Der Datenträger ist voll."),
        (errno.EDQUOT, "out/a: Der Datenträger ist voll."),
        (errno.EACCES, "out/a darf nicht geschrieben werden."),
        (errno.EROFS, "out/a darf nicht geschrieben werden."),
        (errno.ENOTEMPTY, "out/a ist ein Ordner mit Dateien,"),
        (errno.ENOTDIR, "out/a ist eine Datei,"),
        (errno.EIO, "out/a lässt sich nicht schreiben."),
    ],
)
def test_what_the_disk_refused(settings: Settings, number: int, begins: str) -> None:
    sentence = of_disk(OSError(number, "in the words of the system", "out/a"), settings)
    assert sentence.startswith(begins) and "system" not in sentence
