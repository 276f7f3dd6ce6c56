"""`make check` as a program: its output, its exit codes, and how little it loads."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.catalogue import settings
from plugins.findings import FORMATS
from plugins.findings.show import lines_of, print_findings, wants_colour
from plugins.validation.check import CheckResult, check
from plugins.validation.report import summary, write_page

pytestmark = pytest.mark.slow

CHOIR = "name: Chor\ntopics: [musik]\nlisted: 2024-01-10\n"
TOPICS = "musik: {label: {de: Musik}}\n"


def run(content: Path, cwd: Path | None = None, /, **environment: str) -> tuple[int, str, str]:
    kept = {
        key: os.environ[key] for key in ("PATH", "SYSTEMROOT", "PYTHONPATH") if key in os.environ
    }
    fixed = {"TODAY": "2026-12-01", "LANGUAGES": "de"}
    given = {"CONTENT": str(content), **fixed, **environment}
    done = subprocess.run(
        [sys.executable, "-m", "plugins.validation"],
        cwd=cwd,
        env=kept | given,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.fixture(autouse=True)
def _in_the_project(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    monkeypatch.setenv("PYTHONPATH", str(project))


@pytest.fixture
def content(tmp_path: Path) -> Path:
    for folder, name, text in (("associations", "chor", CHOIR), ("vocabulary", "topics", TOPICS)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_fine(content: Path) -> None:
    assert run(content) == (0, "1 Eintrag geprüft: 0 Fehler, 0 Warnungen, 0 Hinweise.\n", "")


def test_errors_in_the_content(content: Path) -> None:
    (content / "associations" / "kor.yaml").write_text(CHOIR + "sumary: x\n")
    assert run(content, LANGUAGE="en") == (
        1,
        f'{content}/associations/kor.yaml:4:1: FLD-UNKNOWN There is no field "sumary" here.\n'
        '    Help: Did you mean "summary"?\n'
        "2 entries checked: 1 error, 0 warnings, 0 notices.\n",
        "",
    )


def test_warnings_are_allowed(content: Path) -> None:
    (content / "associations" / "kor.yaml").write_text(CHOIR)
    code, output, _ = run(content)
    assert (code, output.splitlines()[-1]) == (
        0,
        "2 Einträge geprüft: 0 Fehler, 1 Warnung, 0 Hinweise.",
    )


def test_findings_that_are_skipped_are_counted(content: Path) -> None:
    (content / "associations" / "kor.yaml").write_text(f"{CHOIR}email: 0\n")
    (content / "associations" / "cor.yaml").write_text(CHOIR)
    none = "Fehler, 0 Warnungen, 0 Hinweise."
    code, output, _ = run(content, SKIP="DUP-NAME, EASY-WORD")
    assert (code, output.splitlines()[-2:]) == (
        1,
        [
            f"3 Einträge geprüft: 1 {none}",
            "Mit SKIP weggelassen: 1 Meldung (DUP-NAME 1, EASY-WORD 0).",
        ],
    )
    assert run(content, SKIP="MAIL-FORM DUP-NAME", LANGUAGE="de") == (
        1,
        f"3 Einträge geprüft: 0 {none}\n"
        "Mit SKIP weggelassen: 2 Meldungen (MAIL-FORM 1, DUP-NAME 1). "
        "Einträge mit Fehlern erscheinen trotzdem nicht.\n",
        "",
    )


def test_what_is_skipped_is_said_in_the_page_too(content: Path, here: Path) -> None:
    code, output, _ = run(content, here, FORMAT="html", SKIP="DUP-NAME", LANGUAGE="en")
    left_out = "Left out by SKIP: 0 findings (DUP-NAME 0)."
    assert (code, output.splitlines()[-1]) == (0, left_out)
    assert left_out in (here / "bericht.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("skipped", "said"),
    [
        ("EASY-WRD", "»EASY-WRD« gibt es hier nicht. Meinten Sie »EASY-WORD«?"),
        ("easy-word", "»easy-word« gibt es hier nicht. Meinten Sie »EASY-WORD«?"),
        ("DUP-NAME,Quatsch", "»Quatsch« gibt es hier nicht."),
        ("SYS-RULE", "»SYS-RULE« gibt es hier nicht."),
        ("OUT-LINK", "»OUT-LINK« gibt es hier nicht."),
    ],
)
def test_what_cannot_be_skipped_is_refused(content: Path, skipped: str, said: str) -> None:
    expected = (2, "", f"make check: SKIP: Einen Code {said}\n")
    code, output, errors = run(content, SKIP=skipped)
    assert (code, output, errors[: len(expected[2]) - 1]) == (2, "", expected[2][:-1])


@pytest.mark.parametrize("language", ["de", "en:de", "en_US.UTF-8", "", "fr"])
def test_german_unless_exactly_english(content: Path, language: str) -> None:
    assert "geprüft" in run(content, LANGUAGE=language)[1]


@pytest.mark.parametrize("name", ["json", "gitlab", "sarif"])
def test_a_document_is_all_that_is_printed(content: Path, name: str) -> None:
    (content / "associations" / "kor.yaml").write_text(CHOIR + "sumary: x\n")
    code, output, errors = run(content, FORMAT=name)
    assert (code, errors) == (1, "2 Einträge geprüft: 1 Fehler, 0 Warnungen, 0 Hinweise.\n")
    assert "FLD-UNKNOWN" in str(json.loads(output))


def test_every_format_can_be_asked_for() -> None:
    assert tuple(FORMATS) == settings.FORMATS


@pytest.fixture
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which somebody calls `make check`."""
    return tmp_path_factory.mktemp("hier")


WRITTEN = "Der Bericht steht in bericht.html; die Datei kann so verschickt werden.\n"


def test_a_page_is_written_here_and_its_name_is_said(content: Path, here: Path) -> None:
    (content / "associations" / "kor.yaml").write_text(CHOIR + "sumary: x\n")
    last = "2 Einträge geprüft: 1 Fehler, 0 Warnungen, 0 Hinweise.\n"
    for _ in range(2):
        assert run(content, here, FORMAT="html") == (1, WRITTEN + last, "")
        assert [path.name for path in here.iterdir()] == ["bericht.html"]
    page = (here / "bericht.html").read_text(encoding="utf-8")
    assert "<p>Anlaufstelle Musterstadt, 1.12.2026</p>" in page
    assert f'<p class="summary">{last.strip()}</p>' in page
    assert "<mark>sumary:</mark> x" in page


def test_a_page_in_english(content: Path, here: Path) -> None:
    code, output, errors = run(content, here, FORMAT="html", LANGUAGE="en")
    assert (code, errors) == (0, "")
    assert output == (
        "The report is in bericht.html; the file can be mailed as it is.\n"
        "1 entry checked: 0 errors, 0 warnings, 0 notices.\n"
    )
    page = (here / "bericht.html").read_text(encoding="utf-8")
    assert '<html lang="en">' in page and "<p>Anlaufstelle Musterstadt, 2026-12-01</p>" in page


def test_a_page_that_cannot_be_written(content: Path, here: Path) -> None:
    (here / "bericht.html").mkdir()
    code, output, errors = run(content, here, FORMAT="html")
    assert (code, output, errors) == (2, "", "make check: bericht.html: Is a directory\n")
    assert [path.name for path in here.iterdir() if path.is_file()] == []


def test_a_link_in_the_page_s_place_is_replaced_not_followed(content: Path, here: Path) -> None:
    (here / "fremd.txt").write_text("geheim")
    (here / "bericht.html").symlink_to(here / "fremd.txt")
    assert run(content, here, FORMAT="html")[0] == 0
    assert (here / "fremd.txt").read_text() == "geheim"
    assert not (here / "bericht.html").is_symlink()


def test_an_interrupted_page_leaves_the_old_one(
    content: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "bericht.html").write_text("alt")
    monkeypatch.setenv("CONTENT", str(content))
    monkeypatch.setattr(Path, "replace", _interrupted)
    own = settings.from_file(Path("pelican.conf.py").resolve())
    with pytest.raises(KeyboardInterrupt):
        write_page(check(own).diagnostics, own, here)
    assert (here / "bericht.html").read_text() == "alt"
    assert [path.name for path in here.iterdir() if path.is_file()] == ["bericht.html"]


def _interrupted(path: Path, target: Path) -> None:
    raise KeyboardInterrupt


def test_in_a_build_a_page_is_shown_as_lines(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (content / "associations" / "kor.yaml").write_text(CHOIR + "sumary: x\n")
    monkeypatch.setenv("CONTENT", str(content))
    shown = {}
    for name in ("html", "full"):
        monkeypatch.setenv("FORMAT", name)
        own = settings.from_file(Path("pelican.conf.py").resolve())
        print_findings(check(own).diagnostics, own, stream := io.StringIO())
        shown[name] = stream.getvalue()
    assert "4 | sumary: x\n" in shown["full"]
    assert shown["html"] == shown["full"]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    code, output, errors = run(tmp_path / "x")
    assert (code, output.split()[1], errors) == (1, "FILE-NO-CONTENT", "")


@pytest.mark.parametrize(
    ("name", "value"),
    [("TODAY", "31.12.2026"), ("TODAY", "2026-02-30"), ("FORMAT", "xml"), ("FORMAT", "\x1b[31m")],
)
def test_a_wrong_wish_is_answered_in_one_line(content: Path, name: str, value: str) -> None:
    code, output, errors = run(content, **{name: value})
    assert (code, output, errors.count("\n")) == (2, "", 1)
    assert name in errors and "\x1b" not in errors


@pytest.mark.parametrize(
    "variables",
    [
        {"TZ": "Pacific/Kiritimati"},
        {"TZ": "Pacific/Pago_Pago", "LC_ALL": "C", "PYTHONUTF8": "0"},
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "2", "PYTHONIOENCODING": "ascii"},
    ],
)
def test_the_same_whatever_the_machine(content: Path, variables: dict[str, str]) -> None:
    for name in ("kor", "cor", "chro"):
        (content / "associations" / f"{name}.yaml").write_text(CHOIR + "formerly: [chor, x]\n")
    (content / "networks").mkdir()
    (content / "networks" / "netz.yaml").write_text("title: Ö\nmembers: [corr, khor, chr]\n")
    assert run(content, **variables) == run(content)


def test_little_is_loaded(content: Path) -> None:
    heavy = {"pelican", "jinja2", "babel", "PIL", "markdown", "nh3", "icalendar", "phonenumbers"}
    program = (
        "import runpy, sys\n"
        "try: runpy.run_module('plugins.validation', run_name='__main__')\n"
        f"except SystemExit: print(*sorted({heavy} & set(sys.modules)))"
    )
    environment = {"PATH": os.environ["PATH"], "CONTENT": str(content), "TODAY": "2026-12-01"}
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.splitlines()[-1] == ""


def test_summary_in_both_languages() -> None:
    nothing = CheckResult(catalogue=None, diagnostics=(), files=("a", "b"))  # type: ignore[arg-type]
    assert summary(nothing, "de") == "2 Einträge geprüft: 0 Fehler, 0 Warnungen, 0 Hinweise."
    assert summary(nothing, "en") == "2 entries checked: 0 errors, 0 warnings, 0 notices."


def test_no_line_from_outside_the_folder_is_shown(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "events").mkdir(parents=True)
    (content / "events" / "a.md").write_bytes(b"a\r\n\xff\r")
    (tmp_path / "secret.txt").write_text("geheim")
    (content / "events" / "link.md").symlink_to(tmp_path / "secret.txt")
    assert lines_of("c/events/a.md", "c", content) == ["a", "\ufffd", ""]
    for path in ("c/events/link.md", "c/../secret.txt", "c/events", "c/x.md", "x/events/a.md"):
        assert lines_of(path, "c", content) == ()


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environment", "expected"),
    [
        (Terminal(), {}, True),
        (Terminal(), {"NO_COLOR": ""}, True),
        (Terminal(), {"NO_COLOR": "1"}, False),
        (Terminal(), {"TERM": "dumb"}, False),
        (io.StringIO(), {"TERM": "xterm"}, False),
    ],
)
def test_colours(stream: io.StringIO, environment: dict[str, str], expected: bool) -> None:
    assert wants_colour(stream, environment) == expected
