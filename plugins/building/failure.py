"""A crash in one line: what it was, and where in our code or in a template."""

from pathlib import Path

from plugins.catalogue.cache import PLUGINS
from plugins.catalogue.settings import SettingsError

_MACHINERY = [PLUGINS / "rendering" / f"{name}.py" for name in ("jinja", "constants", "escaping")]


def described(error: BaseException) -> str:
    """`UndefinedError: 'x' is undefined (theme/templates/home.html:12)`."""
    text = error.msg if isinstance(error, SyntaxError) else str(error)
    message = (text.splitlines() or [""])[0]
    where = place(error)
    return f"{type(error).__name__}: {message}" + (f" ({where})" if where else "")


def of_settings(error: Exception) -> str:
    """What is wrong with pelican.conf.py, which is a program and may fail in any way."""
    return f"pelican.conf.py: {error if isinstance(error, SettingsError) else described(error)}"


def place(error: BaseException) -> str:
    """The last line of ours that was being run: `path:line`; empty when there was none.

    For a file that cannot even be read as code or as a template, the line that it itself names.
    """
    named, line = getattr(error, "filename", None), getattr(error, "lineno", None)
    if isinstance(named, str) and isinstance(line, int):
        return f"{shown(Path(named))}:{line}"
    import traceback  # only when something failed

    frames = reversed(traceback.extract_tb(error.__traceback__))
    ours = (f for f in frames if _is_ours(Path(f.filename)))
    return next((f"{shown(Path(frame.filename))}:{frame.lineno}" for frame in ours), "")


def shown(file: Path) -> str:
    """A file of the project from its root; of others no more than the name and its folder."""
    root = PLUGINS.parent
    return str(file.relative_to(root)) if file.is_relative_to(root) else "/".join(file.parts[-2:])


def _is_ours(file: Path) -> bool:
    if file in _MACHINERY:
        return False  # it runs the templates; they are where the fault is
    return file.suffix == ".html" or shown(file).startswith(("plugins/", "pelican.conf.py"))
