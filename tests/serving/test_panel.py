"""The panel of `make serve`: where, what, and what to do, in the language of the settings."""

from plugins.catalogue.diagnostics import Diagnostic, Place, diagnostic
from plugins.serving.panel import (
    MOST,
    Item,
    Panel,
    Section,
    of_crash,
    of_failures,
    of_findings,
    panel,
)


def error(line: int = 3, value: str = "mussik") -> Diagnostic:
    details = {"key": value, "suggestion": ""}
    return diagnostic("content/board/saal.yaml", Place(line, 1), "FLD-UNKNOWN", details)


def test_nothing_wrong_is_no_panel() -> None:
    assert panel("de", []) is None
    assert panel("de", [of_findings((), "de", is_kept=True), of_failures((), "de")]) is None


def test_one_error_in_both_languages() -> None:
    for language, title, begins in (("de", "1 Fehler", "Hilfe: "), ("en", "1 error", "Help: ")):
        shown = panel(language, [of_findings([error()], language, is_kept=True)])  # type: ignore[arg-type]
        assert shown is not None and shown.title == title
        (item,) = shown.sections[0].items
        assert item.place == "content/board/saal.yaml:3:1"
        assert item.message == error().message(language)  # type: ignore[arg-type]
        assert item.remedy.startswith(begins)


def test_what_it_means_for_the_site() -> None:
    kept = of_findings([error()], "de", is_kept=True).note
    left_out = of_findings([error()], "de", is_kept=False).note
    assert kept == "Bis das behoben ist, bleibt die Site so, wie sie zuletzt in Ordnung war."
    assert left_out == (
        "Was hier genannt ist, zeigt die Site nicht, bis es behoben ist. Hatte es eine Seite,"
        " steht dort, dass es gerade berichtigt wird."
    )


def test_many_are_counted_and_cut() -> None:
    findings = [error(line) for line in range(1, MOST + 4)]
    sections = [of_findings(findings, "de", is_kept=True), of_crash("x", "de")]
    shown = panel("de", sections)
    assert shown is not None
    assert shown.title == f"{MOST + 4} Fehler"
    assert [len(section.items) for section in shown.sections] == [MOST]
    assert shown.more == "Und 4 weitere; alle stehen im Fenster, in dem »make serve« läuft."


def test_pages_with_the_same_cause_are_one() -> None:
    failures = ["a/index.html: KeyError: x", "b/index.html: KeyError: x", "c: TypeError: y"]
    assert of_failures(failures, "en").items == (
        Item("a/index.html (and 1 more)", "KeyError: x"),
        Item("c", "TypeError: y"),
    )


def test_what_could_hide_is_spelled_out() -> None:
    (item,) = of_findings([error(value="a\u202eb\x1b[2J")], "de", is_kept=True).items
    assert "\\u202e" in item.message and "\\x1b" in item.message
    assert of_crash("a\nb", "de").items == (Item("", "a\\nb"),)


def test_as_mapping_holds_all_of_it() -> None:
    shown = Panel("de", "1 Fehler", (Section("Satz.", (Item("", "x"),)),), "", "Schließen")
    assert shown.as_mapping() == {
        "language": "de",
        "title": "1 Fehler",
        "sections": ({"note": "Satz.", "items": ({"place": "", "message": "x", "remedy": ""},)},),
        "more": "",
        "close": "Schließen",
    }
