"""The editor itself: Sveltia CMS, brought by tools/editor.sh, with all that it loads on this site.

By itself it loads its fonts, its words and news of versions from elsewhere. Here these addresses
lead to files beside it, and it knows no language that is not there.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / ".cache" / "tools" / "editor"
FILES = ("LICENSE.txt", "code.woff2", "de.json", "icons.woff2", "sveltia-cms.js", "text.woff2")
"""What tools/editor.txt locks."""

PROGRAM = "sveltia-cms.js"

_CMS = "https://unpkg.com/@sveltia/cms"
_OTHERS = "https://unpkg.com/"
_FONTS = re.compile(r"https://cdn\.jsdelivr\.net/fontsource/fonts/([a-z0-9-]+)[^)]*\.woff2")
_LANGUAGES = re.compile(r"`ar,[A-Za-z,-]+,zh-TW`(?=\.split)")
_VERSION = re.compile(r"name:`@sveltia/cms`,version:`([0-9.]+)`")
FONTS = {
    "source-sans-3": "text.woff2",
    "noto-mono": "code.woff2",
    "material-symbols-outlined": "icons.woff2",
}


class NoEditor(Exception):
    """The editor was not brought, or is another version; the text says what to do."""


def read(folder: Path = FOLDER) -> Mapping[str, bytes]:
    """The files by their names under /admin/: where the program looks for them. Raises `NoEditor`.

    What it asks about new versions is answered with its own.
    """
    try:
        found = {name: (folder / name).read_bytes() for name in FILES}
    except OSError as error:
        raise NoEditor(f"{error.filename}: sh tools/editor.sh") from error
    text = found[PROGRAM].decode("utf-8")
    version = _VERSION.search(text)
    if version is None:
        raise NoEditor(PROGRAM)
    words = {f"cms@{version[1]}/locales/de.json": found.pop("de.json")}
    news = {"cms/package.json": json.dumps({"version": version[1]}).encode()}
    return {**found, **words, **news, PROGRAM: at_home(text).encode()}


def at_home(program: str) -> str:
    """The program with addresses of this site alone. Raises `NoEditor` where it is another one."""
    if _CMS not in program or not _LANGUAGES.search(program):
        raise NoEditor(PROGRAM)
    program = _FONTS.sub(lambda match: FONTS[match[1]], program)
    program = _LANGUAGES.sub("`de`", program)
    return program.replace(_CMS, "cms").replace(_OTHERS, "cms/")
