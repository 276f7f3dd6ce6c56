"""`make translations`: every language says what the templates say, and the tool finds where not."""

import shutil
from pathlib import Path

import pytest

from plugins.translations import check, easy, extract, po_file
from plugins.translations.__main__ import done, languages, main, others
from plugins.translations.check import Finding
from plugins.wording.locales import primary
from plugins.wording.messages import messages_file

ROOT = Path(__file__).parents[2]
THEME = ROOT / "theme"


@pytest.mark.slow
@pytest.mark.parametrize("tag", languages(THEME))
def test_nothing_is_wrong_in_this_theme(tag: str) -> None:
    data = messages_file(THEME, tag).read_bytes()
    fields = others(tag)
    said, wanted = (
        po_file.parse(data, tag),
        extract.extract(THEME / "templates", primary(tag), fields),
    )
    assert list(check.check(said, wanted, tag)) == []
    assert list(easy.check(said, wanted, tag)) == []
    assert po_file.text(po_file.updated(said, wanted), tag) == data, "make translations"


def test_all_twelve_languages_are_there() -> None:
    expected = "ar de-simple el en fa fr it ro ru tr uk".split()
    assert [tag for tag in languages(THEME) if tag in expected] == expected


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """A theme of one template."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page.html").write_text(
        "{{ _('Ja') }} {{ _('%(a)s und %(b)s', a=1, b=2) }} {{ pgettext('Ort', 'Bank') }}"
        "{% trans count=n %}ein Tag{% pluralize %}{{ count }} Tage{% endtrans %}"
        "{% trans %}<b>Neu</b>{% endtrans %}",
        encoding="utf-8",
    )
    return tmp_path


def put(theme: Path, tag: str, text: str) -> None:
    file = messages_file(theme, tag)
    file.parent.mkdir(parents=True)
    header = f'msgid ""\nmsgstr ""\n"Plural-Forms: {po_file.plural_rule(tag)};\\n"\n\n'
    file.write_text(header + text, encoding="utf-8")


RIGHT = (
    'msgid "Ja"\nmsgstr "Evet"\n\n'
    'msgid "%(a)s und %(b)s"\nmsgstr "%(b)s, %(a)s"\n\n'
    'msgctxt "Ort"\nmsgid "Bank"\nmsgstr "bank"\n\n'
    'msgid "ein Tag"\nmsgid_plural "%(count)s Tage"\n'
    'msgstr[0] "a day"\nmsgstr[1] "%(count)s days"\n\n'
    'msgid "<b>Neu</b>"\nmsgstr "<b>new</b>"\n\n'
)


def test_nothing_wrong(theme: Path) -> None:
    put(theme, "en", RIGHT)
    found = done(theme, "en", theme)
    assert (found.findings, found.translated, found.messages) == ((), 5, 5)


WRONG = {
    "missing": ('"Evet"', '""', Finding("missing", "Ja")),
    "gone": ('msgid "Ja"', 'msgid "X"\nmsgstr "Y"\n\nmsgid "Ja"', Finding("gone", "X")),
    "placeholder lost": ("%(b)s, %(a)s", "%(a)s", Finding("placeholder", "%(a)s und %(b)s", "b")),
    "placeholder new": ("%(b)s, %(a)s", "%(b)s%(a)s%(c)s",
                        Finding("placeholder", "%(a)s und %(b)s", "c")),
    "sign of per cent": ("%(b)s, %(a)s", "%(b)s, %(a)s 5 %",
                         Finding("placeholder", "%(a)s und %(b)s", "%")),
    "number lost": ('"%(count)s days"', '"days"', Finding("placeholder", "ein Tag", "count")),
    "form lost": ('"%(count)s days"', '""', Finding("plural", "ein Tag", "1/2")),
    "element": ("<b>new</b>", "<i>new</i>", Finding("tag", "<b>Neu</b>", "<i> </i>")),
    "element open": ("<b>new</b>", "<b>new", Finding("tag", "<b>Neu</b>", "<b>")),
    "script": ("<b>new</b>", "<b>new</b><script src=x>",
               Finding("tag", "<b>Neu</b>", "<b> </b> <script src=x>")),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), WRONG.values(), ids=WRONG)
def test_one_thing_wrong(theme: Path, old: str, new: str, expected: Finding) -> None:
    assert old in RIGHT
    put(theme, "en", RIGHT.replace(old, new))
    assert done(theme, "en", theme).findings == (expected,)


def test_two_things_wrong(theme: Path) -> None:
    put(theme, "en", RIGHT.replace('"Evet"', '""').replace("<b>new</b>", "new"))
    kinds = [finding.kind for finding in done(theme, "en", theme).findings]
    assert sorted(kinds) == ["missing", "tag"]


def test_a_form_for_many_numbers_needs_its_digit(theme: Path) -> None:
    """21 takes the same form as 1 in Russian."""
    forms = "".join(
        f'msgstr[{n}] "{w}"\n' for n, w in enumerate(["день", "%(count)s дня", "%(count)s дней"])
    )
    old = 'msgstr[0] "a day"\nmsgstr[1] "%(count)s days"\n'
    put(theme, "ru", RIGHT.replace(old, forms))
    assert done(theme, "ru", theme).findings == (Finding("placeholder", "ein Tag", "count"),)


def test_easy_german_may_leave_to_german_what_is_easy(theme: Path) -> None:
    put(theme, "de-simple", 'msgid "Ja"\nmsgstr "Ja, gern"\n\n')
    assert done(theme, "de-simple", theme).findings == ()


@pytest.mark.parametrize(
    ("original", "said", "expected"),
    [
        ("Der Antrag wird geprüft.", "", ["EASY-PASSIVE"]),
        ("Der Antrag wird geprüft.", "Wir prüfen den Antrag.", []),
        ("Ja", "Geprüft am %(day)s (%(by)s), z. B. von %(who)s", ["EASY-SIGN", "EASY-SHORT"]),
        ("Das <a href='%(mail)s' rel='noopener'>Büro</a> hilft.", "", []),
        ("%(asked)s Vereine", "%(asked)s Vereine des Landes", ["EASY-GENITIVE"]),
        ("Ja", "Ja. Ja. Ja. Ja. Ja.", []),
        ("Ja", "Ja. Ja. Ja. Ja.\\n\\nJa. Ja.", ["EASY-PASSAGE"]),
    ],
)
def test_what_is_read_in_easy_german_is_easy(
    theme: Path, original: str, said: str, expected: list[str]
) -> None:
    template = f'{{{{ _("{original}") }}}} {{{{ ngettext("1 Tag", "%(num)s Tage", n) }}}}'
    (theme / "templates" / "page.html").write_text(template, encoding="utf-8")
    put(theme, "de-simple", f'msgid "{original}"\nmsgstr "{said}"\n\n')
    found = done(theme, "de-simple", theme).findings
    hard = [Finding("easy", original, code) for code in expected]
    assert [one for one in found if one.kind == "easy"] == hard


def test_new_messages_are_added_and_gone_ones_taken_out(theme: Path) -> None:
    put(theme, "tr", '# So sagt man es hier.\nmsgid "Ja"\nmsgstr "Evet"\n\nmsgid "X"\nmsgstr "Y"\n')
    assert {finding.kind for finding in done(theme, "tr", theme).findings} == {"missing", "gone"}
    file = messages_file(theme, "tr")
    text = file.read_text(encoding="utf-8")
    assert '# So sagt man es hier.\n#: page.html\nmsgid "Ja"\nmsgstr "Evet"\n' in text
    assert 'msgid "X"' not in text and "POT-Creation-Date" not in text
    before = file.read_bytes()
    assert {finding.kind for finding in done(theme, "tr", theme).findings} == {"missing"}
    assert file.read_bytes() == before


def test_a_message_with_and_without_a_plural_is_refused(theme: Path) -> None:
    (theme / "templates" / "other.html").write_text("{{ _('ein Tag') }}", encoding="utf-8")
    with pytest.raises(extract.TwoMeanings, match="ein Tag"):
        extract.extract(theme / "templates", "tr")


def copied(project: Path, folder: Path) -> Path:
    shutil.copytree(THEME / "templates", folder / "theme" / "templates")
    shutil.copytree(THEME / "translations", folder / "theme" / "translations")
    return Path(shutil.copy(project / "pelican.conf.py", folder))


@pytest.mark.slow
def test_the_command(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = copied(project, tmp_path)
    assert main(settings) == 0
    assert "Leichte Sprache: " in capsys.readouterr().out
    strange = tmp_path / "theme" / "translations" / "tuerkisch"
    strange.mkdir()
    assert main(settings) == 1
    assert "theme/translations/tuerkisch: So heißt keine Sprache;" in capsys.readouterr().out
    strange.rmdir()
    file = messages_file(tmp_path / "theme", "tr")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('msgstr "Etkinlikler"', 'msgstr ""'), encoding="utf-8")
    assert main(settings) == 1
    assert "theme/translations/tr/LC_MESSAGES/messages.po: »" in capsys.readouterr().out
    file.write_bytes(b"\xff\xfe")
    assert main(settings) == 2
    error = capsys.readouterr().err
    assert error.startswith("make translations: ") and error.count("\n") == 1
