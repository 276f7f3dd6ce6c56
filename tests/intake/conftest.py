"""A content folder of one's own, and what is read from it."""

import shutil
from pathlib import Path

import pytest

from plugins.catalogue.settings import Settings
from plugins.intake.content import ContentFolder, read
from plugins.intake.world import World
from tests.intake.new.scripted import CONTENT, world_of


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


@pytest.fixture
def world(content: Path, settings: Settings) -> World:
    return world_of(content, settings)


@pytest.fixture(scope="session")
def sample(sample_settings: Settings) -> ContentFolder:
    """The sample content, which nobody writes to."""
    return read(sample_settings)
