"""Brings all calendars at once, so that a slow one holds up no other."""

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from plugins.intake.calendars.addresses import Reach
from plugins.intake.calendars.fetch import (
    NO_VALIDATORS,
    USUAL_BOUNDS,
    Bounds,
    Download,
    NotFetched,
    Validators,
    fetch,
)
from plugins.intake.calendars.read import Horizon
from plugins.intake.calendars.source_event import SourceCalendar, from_json

ROOT = Path(__file__).resolve().parents[3]
AT_ONCE = 8
PATIENCE = 300
"""So many seconds a calendar is read at most; how many of the processor's the worker says."""


@dataclass(frozen=True)
class CalendarSource:
    """Where an association keeps its calendar: at an address, or in a file of the content."""

    association: str
    address: str = ""
    file: Path | None = None
    validators: Validators = NO_VALIDATORS


@dataclass(frozen=True)
class GatheredCalendar:
    """What became of one calendar; `calendar` is `None` where it failed or has not changed."""

    source: CalendarSource
    calendar: SourceCalendar | None = None
    validators: Validators = NO_VALIDATORS
    problem: NotFetched | None = None


def gather(
    sources: Iterable[CalendarSource],
    horizons: Mapping[str, Horizon],
    reach: Reach,
    bounds: Bounds = USUAL_BOUNDS,
) -> tuple[GatheredCalendar, ...]:
    """Each of them, in the order of the sources; `horizons` by association."""
    with ThreadPoolExecutor(AT_ONCE) as threads:
        one = partial(_one, horizons=horizons, reach=reach, bounds=bounds)
        return tuple(threads.map(one, sources))


def _one(
    source: CalendarSource, horizons: Mapping[str, Horizon], reach: Reach, bounds: Bounds
) -> GatheredCalendar:
    try:
        found = _download(source, reach, bounds)
        if found.is_unchanged:
            return GatheredCalendar(source, validators=found.validators)
        calendar = read_apart(found.data, found.charset, horizons[source.association])
        return GatheredCalendar(source, calendar, found.validators)
    except NotFetched as error:
        return GatheredCalendar(source, problem=error)


def _download(source: CalendarSource, reach: Reach, bounds: Bounds) -> Download:
    if source.file is None:
        return fetch(source.address, source.validators, reach, bounds)
    try:
        with source.file.open("rb") as stream:
            data = stream.read(bounds.bytes + 1)
    except OSError as error:
        raise NotFetched("file") from error
    if len(data) > bounds.bytes:
        raise NotFetched("large", megabytes=bounds.bytes // 1_000_000)
    return Download(data)


def read_apart(data: bytes, charset: str, horizon: Horizon) -> SourceCalendar:
    """What is in a calendar, read by a process of its own. Raises `NotFetched`."""
    head = {
        "charset": charset,
        "zone": horizon.zone.key,
        "today": horizon.today.isoformat(),
        "since": {key: day.isoformat() for key, day in horizon.since.items()},
    }
    command = [sys.executable, "-m", "plugins.intake.calendars.worker"]
    try:
        done = subprocess.run(
            command,
            input=json.dumps(head).encode() + b"\n" + data,
            capture_output=True,
            cwd=ROOT,
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NotFetched("effort") from error
    if done.returncode != 0:
        raise NotFetched("effort")
    return _answer(done.stdout)


def _answer(said: bytes) -> SourceCalendar:
    try:
        given = json.loads(said)
        if "code" in given:
            raise NotFetched(given["code"], **given["details"])
        return from_json(said)
    except ValueError as error:
        raise NotFetched("effort") from error
