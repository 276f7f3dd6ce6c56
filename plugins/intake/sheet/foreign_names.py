"""What lists from elsewhere call their columns, as people add to it: foreign_names.toml."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_DATA: Mapping[str, Any] = tomllib.loads(
    Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
)

NAMES: Mapping[str, Mapping[str, tuple[str, ...]]] = _DATA["names"]
"""By the folder of a kind and our fields; the best names first."""

PERSONS: tuple[str, ...] = tuple(_DATA["persons"])
"""Words in the names of columns that hold people, who must have agreed first."""

NOTED: tuple[frozenset[str], ...] = tuple(map(frozenset, _DATA["noted"].values()))
"""What each survey program notes beside the answers."""
