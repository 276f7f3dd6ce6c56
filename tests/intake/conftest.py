"""A content folder of one's own, and what is read from it."""

import shutil
from pathlib import Path

import pytest

from plugins.catalogue.settings import Settings
from plugins.intake.content import ContentFolder, read
from plugins.intake.existing import ExistingContent
from tests.intake.new.scripted import CONTENT, existing_in


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


@pytest.fixture
def existing(content: Path, settings: Settings) -> ExistingContent:
    return existing_in(content, settings)


@pytest.fixture(scope="session")
def sample(sample_settings: Settings) -> ContentFolder:
    """The sample content, which nobody writes to."""
    return read(sample_settings)
