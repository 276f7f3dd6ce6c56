"""No entry is missing silently: every file is published, or an error says why it is not."""

import random
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.validation.check import check_folder
from plugins.validation.context import SiteRules
from tests import sample

pytestmark = pytest.mark.sample

SITE = SiteRules(vocabulary=sample.CONTENT / "vocabulary")
GOOD = list(sample.files())
NAMES = ["x.md", "x.yaml", "X.md", "x y.md", "x.yml", "x.txt", "con.md", "2026-01.md", ".x.md"]


def mutated(data: bytes, seed: int) -> bytes:
    """The file after a few accidents: lines lost, doubled, swapped, bytes changed or inserted."""
    chance = random.Random(seed)
    for _ in range(chance.randint(0, 3)):
        lines = data.split(b"\n")
        one, two = chance.randrange(len(lines)), chance.randrange(len(lines))
        accident = chance.randrange(5)
        if accident == 0:
            del lines[one]
        elif accident == 1:
            lines.insert(one, lines[two])
        elif accident == 2:
            lines[one], lines[two] = lines[two], lines[one]
        elif accident == 3:
            at = chance.randrange(len(lines[one]) + 1)
            piece = chance.choice([b"\t", b"#", b": ", b"[", b"}", b"\xff", b'"', b"&", b"-", b" "])
            lines[one] = lines[one][:at] + piece + lines[one][at:]
        else:
            lines[one] = lines[one].swapcase()
        data = b"\n".join(lines)
    return data


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.deferred(lambda: st.sampled_from(GOOD)),
            st.one_of(st.just(""), st.sampled_from(NAMES)),
            st.integers(0, 2**32),
        ),
        min_size=1,
        max_size=12,
    )
)
def test_every_file_is_published_or_reported(files: list[tuple[Path, str, int]]) -> None:
    with TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        written = set()
        for origin, name, seed in files:
            file = content / origin.parent.name / (name or origin.name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(mutated(origin.read_bytes(), seed))
            written.add(file.relative_to(folder).as_posix())
        checked = check_folder(content, date(2026, 12, 1), SITE)
    entries = list(checked.catalogue.entries)
    published = {entry.origin.path for entry in entries}
    published |= {t.path for entry in entries for t in entry.translations}
    wrong = {finding.path for finding in checked.diagnostics if finding.is_error}
    waiting = {path for path in written - wrong if _original(path, written) in wrong}
    assert published == written - wrong - waiting
    assert not checked.has_failed


def _original(path: str, written: set[str]) -> str:
    """The file of which `path` is a translation; empty when it is an original itself."""
    folder, _, name = path.rpartition("/")
    if name.count(".") < 2:
        return ""
    stem = name.partition(".")[0]
    own = (f"{folder}/{stem}.md", f"{folder}/{stem}.yaml")
    return next((other for other in own if other in written and other != path), "")


@pytest.mark.slow
def test_the_sample_content_is_published_whole() -> None:
    checked = check_folder(sample.CONTENT, date(2026, 12, 1), SITE)
    assert [d for d in checked.diagnostics if d.is_error] == []
    assert len(list(checked.catalogue.entries)) == len(checked.files)
    assert len(checked.files) == len([path for path in GOOD if path.name.count(".") == 1])
