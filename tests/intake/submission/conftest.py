"""A small content that submissions are about, in the test's own folder."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.catalogue.settings import Settings
from plugins.intake.content import ContentFolder, read
from tests.intake.new.scripted import CONTENT, TODAY

CHOIR = """\
---
# Seit 1998
name: Chor am Fluss
topics: [musik]
phone: "030 23125 170"
contacts:
  - name: Kim Muster
    phone: 030 23125 171
consent: {on: 2025-01-01, by: Kim Muster, scope: [Name]}
listed: 2024-01-10
formerly: [flusschor]
---

Wir singen am Fluss, jeden
Dienstag.
"""


@pytest.fixture
def place(settings: Settings, tmp_path: Path) -> Settings:
    """Settings whose content and inbox are of the test's own."""
    content = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    (content / "associations" / "chor-am-fluss.md").write_text(CHOIR, encoding="utf-8")
    inbox = tmp_path / "eingang"
    return replace(settings, content=content, inbox=inbox, shown="content", today=TODAY)


@pytest.fixture
def there(place: Settings) -> ContentFolder:
    """What is there already."""
    return read(place)
