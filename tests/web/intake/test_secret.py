"""The secret is made once and read by its owner only."""

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from plugins.intake.submission.store import StoreError
from plugins.web.intake.secret import NAME, secret_in
from plugins.web.intake.token import Token, sign, verified


def test_it_is_made_once(tmp_path: Path) -> None:
    folder = tmp_path / "eingang"
    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(lambda _: secret_in(folder), range(16)))
    assert len(found) == 1 and len(found.pop()) == 32
    assert os.listdir(folder) == [NAME]  # noqa: PTH208
    assert stat.S_IMODE((folder / NAME).stat().st_mode) == 0o600
    assert secret_in(tmp_path / "anderer") != secret_in(folder)


def test_it_is_no_link_and_no_other_file(tmp_path: Path) -> None:
    (tmp_path / "fremd").write_bytes(b"x" * 32)
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / NAME).symlink_to(tmp_path / "fremd")
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / NAME).write_bytes(b"kurz")
    for name in ("a", "b", "fremd"):
        with pytest.raises(StoreError):
            secret_in(tmp_path / name)


def test_a_token_says_when_it_was_made() -> None:
    token = sign(b"s", "send", b"data", 1000.7)
    found = verified(b"s", "send", b"data", token)
    assert found == Token(1000, token.split(".")[1])
    assert sign(b"s", "send", b"data", 1000, found.id) == token
