"""The audit: a site with one fault each, and exactly that fault found."""

from pathlib import Path

import pytest

from plugins.catalogue.cache import CacheFolder
from plugins.publishing import audit as audit_module
from plugins.publishing.audit import MANIFEST, POLICY, audit

HEAD = f'<!doctype html><meta http-equiv="Content-Security-Policy" content="{POLICY}">'
PAGE = HEAD + '<a href="/b/#x">b</a><img src="/i.png" srcset="/i.png 1x, /i.png 2x">'
GOOD = {
    "index.html": PAGE,
    "b/index.html": HEAD + '<p id="x"><a href="../">zurück</a><a href="#x">hier</a>',
    "site.css": 'a { background: url("data.png") }',
    "i.png": "png",
    "termine.ics": "BEGIN",
}

# What is changed in the good site, and what is found.
CASES: dict[str, tuple[dict[str, str], list[tuple[str, str, str]]]] = {
    "nothing": ({}, []),
    "link": ({"c.html": HEAD + '<a href="/gone/">x'}, [("c.html", "OUT-LINK", "/gone/")]),
    "relative link": ({"c.html": HEAD + '<a href="d/">x'}, [("c.html", "OUT-LINK", "d/")]),
    "fragment": ({"c.html": HEAD + '<a href="/b/#y">x'}, [("c.html", "OUT-FRAGMENT", "/b/#y")]),
    "other hosts may be linked": ({"c.html": HEAD + '<a href="https://a.example/">x'}, []),
    "link that is no address": (
        {"c.html": HEAD + '<a href="http://us]er@host/">x'},
        [("c.html", "OUT-LINK", "http://us]er@host/")],
    ),
    "other hosts may have strange paths": (
        {"c.html": HEAD + '<a href="https://a.example/%2F[b">'},
        [],
    ),
    "strange path": ({"c.html": HEAD + '<a href="/%2F[b">'}, [("c.html", "OUT-LINK", "/%2F[b")]),
    "foreign picture that is no address": (
        {"c.html": HEAD + '<img src="http://[a/i.png">'},
        [("c.html", "OUT-FOREIGN", "http://[a/i.png"), ("c.html", "OUT-LINK", "http://[a/i.png")],
    ),
    "mail and phone may be linked": (
        {"c.html": HEAD + '<a href="mailto:a@b.c"><a href="tel:1">'},
        [],
    ),
    "foreign script": (
        {"c.html": HEAD + '<script src="//cdn.example/x.js"></script>'},
        [("c.html", "OUT-FOREIGN", "//cdn.example/x.js")],
    ),
    "foreign picture": (
        {"c.html": HEAD + '<img srcset="https://a.example/i.png 2x">'},
        [("c.html", "OUT-FOREIGN", "https://a.example/i.png")],
    ),
    "data url": (
        {"c.html": HEAD + '<img src="data:image/png,x">'},
        [("c.html", "OUT-FOREIGN", "data:image/png,x")],
    ),
    "foreign style": (
        {"site.css": '@import "https://fonts.example/x.css";'},
        [("site.css", "OUT-FOREIGN", "https://fonts.example/x.css")],
    ),
    "preload": (
        {"c.html": HEAD + '<link rel="preload" href="https://a.example/x">'},
        [("c.html", "OUT-FOREIGN", "https://a.example/x")],
    ),
    "no policy": ({"c.html": "<p>x"}, [("c.html", "OUT-POLICY", "–")]),
    "inline script": (
        {"c.html": HEAD + "<script>x</script>"},
        [("c.html", "OUT-INLINE", "script")],
    ),
    "inline style": ({"c.html": HEAD + "<style>x</style>"}, [("c.html", "OUT-INLINE", "style")]),
    "style attribute": ({"c.html": HEAD + '<p style="x">'}, [("c.html", "OUT-INLINE", "style")]),
    "handler": ({"c.html": HEAD + '<p onclick="x">'}, [("c.html", "OUT-INLINE", "onclick")]),
    "structured data is no script": (
        {"c.html": HEAD + '<script type="application/ld+json">{}</script>'},
        [],
    ),
    "id twice": ({"c.html": HEAD + '<p id="a"><p id="a">'}, [("c.html", "OUT-ID-TWICE", "a")]),
    "kind of file": ({"a.php": "x"}, [("a.php", "OUT-KIND", ".php")]),
    "hidden file": ({".htaccess": "x"}, [(".htaccess", "OUT-KIND", ".htaccess")]),
    "cut file": ({"i.png": ""}, [("i.png", "OUT-EMPTY", "")]),
}


def lay(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    (folder / "data.png").write_text("png")
    (folder / MANIFEST).write_text("\n".join([*files, "data.png"]))


def found(site: Path, base: str = "") -> list[tuple[str, str, str]]:
    return [(f.path, f.code, dict(f.details)["value"]) for f in audit(site, base)]


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=CASES)
def test_audit(
    tmp_path: Path, changes: dict[str, str], expected: list[tuple[str, str, str]]
) -> None:
    lay(tmp_path, {**GOOD, **changes})
    assert found(tmp_path) == expected


def test_two_faults_are_two_findings(tmp_path: Path) -> None:
    lay(tmp_path, {**GOOD, "c.html": '<p style="x" onclick="y">'})
    assert [finding.code for finding in audit(tmp_path)] == [
        "OUT-INLINE",
        "OUT-INLINE",
        "OUT-POLICY",
    ]


def test_missing_and_superfluous(tmp_path: Path) -> None:
    lay(tmp_path, GOOD)
    (tmp_path / "termine.ics").unlink()
    (tmp_path / "extra.html").write_text(HEAD)
    (tmp_path / "way-out.txt").symlink_to("/etc/passwd")
    assert found(tmp_path) == [
        ("extra.html", "OUT-UNEXPECTED", ""),
        ("termine.ics", "OUT-MISSING", ""),
        ("way-out.txt", "OUT-LINK-FILE", ""),
        ("way-out.txt", "OUT-UNEXPECTED", ""),
    ]


def test_an_empty_folder_is_no_site(tmp_path: Path) -> None:
    assert found(tmp_path) == [("index.html", "OUT-MISSING", "")]


def test_under_a_path(tmp_path: Path) -> None:
    lay(tmp_path, {"index.html": HEAD + '<a href="/stadt/">x<a href="/">y'})
    assert found(tmp_path, base="/stadt") == [("index.html", "OUT-LINK", "/")]


def test_a_finding_has_the_place_of_the_first_tag_that_says_so(tmp_path: Path) -> None:
    line = '<a href="/gone/">y</a><p onclick="x" id="a"><b id="a">'
    page = f'{HEAD}\n<p>ü <a href="/gone/">x</a>\n{line}'
    lay(
        tmp_path,
        {**GOOD, "c.html": page, "site.css": '@import "a.css";\nb { c: url(//d.example) }'},
    )
    assert [(f.code, *f.place) for f in audit(tmp_path)] == [
        ("OUT-LINK", 2, 6),
        ("OUT-INLINE", 3, 23),
        ("OUT-ID-TWICE", 3, 45),
        ("OUT-FOREIGN", 2, 8),
    ]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The pages that are really read."""
    pages: list[bytes] = []
    really = audit_module._read

    def spy(data: bytes) -> object:
        pages.append(data)
        return really(data)

    monkeypatch.setattr(audit_module, "_read", spy)
    return pages


def test_what_was_read_is_known_by_its_bytes_and_judged_again(
    tmp_path: Path, read: list[bytes]
) -> None:
    store, site = CacheFolder(tmp_path / "kept", b"k" * 32).cache("audit", b"1"), tmp_path / "site"
    link = f'{HEAD}<a href="/b/#there">b</a>'
    files = {"index.html": link, "c/index.html": link, "b/index.html": f"{HEAD}<p id=there>"}
    for name, text in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text)
    (site / MANIFEST).write_text("".join(f"{name}\n" for name in files))

    def found() -> tuple[list[str], int]:
        read.clear()
        codes = [f"{f.path} {f.code}" for f in audit(site, cache=store)]
        number = len(read)
        assert codes == [f"{f.path} {f.code}" for f in audit(site)]
        return codes, number

    assert found() == ([], 2)  # two of the three are alike
    assert found() == ([], 0)
    (site / "b" / "index.html").write_text(f"{HEAD}<p id=other>")  # as many bytes
    gone = ["c/index.html OUT-FRAGMENT", "index.html OUT-FRAGMENT"]
    assert found() == (gone, 1)
    assert found() == (gone, 0)
    for part in store.folder.iterdir():
        part.write_bytes(part.read_bytes()[:-1] + b"?")
    assert found() == (gone, 2)
