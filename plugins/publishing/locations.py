"""Which kind of target the setting PUBLISH_TO describes."""

import re
from pathlib import Path

from plugins.publishing.local import LocalFolder
from plugins.publishing.server import RemoteFolder
from plugins.publishing.target import TargetError, TargetLocation

_REMOTE = re.compile(r"(?P<host>(?:[\w.-]+@)?[\w.-]+):(?P<path>[\w./~-]+)", re.ASCII)


def location(where: str, root: Path) -> TargetLocation:
    """The place that the setting PUBLISH_TO describes. Raises `TargetError`."""
    remote = _REMOTE.fullmatch(where)
    if remote and not remote["path"].startswith("-") and not remote["host"].startswith("-"):
        return RemoteFolder(remote["host"], remote["path"])
    if ":" in where or not where:
        raise TargetError(f"PUBLISH_TO: {where!r}?")
    return LocalFolder(root / where)
