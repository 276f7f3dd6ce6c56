"""Files as a site would have them, without building one."""

from functools import cache
from pathlib import Path

from plugins.catalogue.settings import Site
from plugins.rendering.page import File
from plugins.wording import messages
from plugins.wording.messages import Messages

THEME = Path(__file__).resolve().parents[2] / "theme"
LANGUAGES = ("de", "ar", "tr", "uk")


def find(kind: str, name: str) -> object:
    """What the languages say of a message; no picture is there."""
    return {tag: _messages(tag).text("", name) for tag in LANGUAGES} if kind == "message" else None


@cache
def _messages(tag: str) -> Messages:
    return messages.read(THEME, tag)


def bytes_of(file: File, site: Site) -> bytes:
    """The bytes of a file."""
    return file.write(file.view, site, find) if file.looks_up else file.write(file.view, site)
