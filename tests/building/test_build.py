"""A run in its steps: what refuses it."""

from dataclasses import replace
from pathlib import Path

import pytest

from plugins.building import build
from plugins.building.outcome import BuildRefused
from plugins.catalogue.link import Catalogue
from plugins.catalogue.settings import Settings, Statement
from plugins.validation.check import CheckResult


def test_a_phone_number_of_the_settings_that_is_none(settings: Settings, tmp_path: Path) -> None:
    site = replace(settings.site, languages=("de",), statement=Statement(phone="12"))
    wrong = replace(
        settings, site=site, plugins=(), output=tmp_path / "out", cache=tmp_path, state=None
    )
    with pytest.raises(
        BuildRefused, match=r"^pelican\.conf\.py: STATEMENT: phone: '12'\?"
    ) as refused:
        build.write(wrong, CheckResult(Catalogue(), (), ()))
    assert refused.value.exitcode == 2
    assert not (tmp_path / "out").exists()
