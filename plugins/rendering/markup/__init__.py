"""Markdown to HTML that is safe to publish, the short way or the long way.

plain_markup.py         which texts are plain, and these as HTML
reference_markup.py     all others, and whatever is in doubt, to the same HTML
dialect.py              our Markdown; inline.py, lines.py: what both ways agree on
plain_text.py           the words of a text alone
"""

import re
from collections.abc import Callable, Mapping
from functools import partial
from urllib.parse import unquote

from plugins.catalogue.figures import FIGURE_NAME
from plugins.rendering.markup import plain_markup
from plugins.rendering.markup.plain_text import words
from plugins.rendering.urls import in_folder

IsThere = Callable[[str], object]
"""Says of a path whether the site has it."""

_ABSOLUTE = r"(?i)(?:https?|mailto|tel):"


def html(
    text: str,
    base: str = "",
    figures: Mapping[str, str] | None = None,
    is_there: IsThere = bool,
    folder: str = "",
) -> str:
    """The HTML of a text: headings from h2 on and without gaps, links of the site under `base`.

    Links to pages lead to those in the folder of a language, such as `/tr`.

    `figures` are put in place of their names in double square brackets. A link to a page that is
    not there is left out, so that no mistake in a text can keep the whole site from being
    published.
    """
    if figures is not None:
        text = FIGURE_NAME.sub(lambda match: figures.get(match[1], match[1]), text)
    where = partial(address, base=base, is_there=is_there, folder=folder)
    short = plain_markup.html(text, where)
    return reference(text, where) if short is None else short


def plain(text: str, base: str = "", addresses: bool = True) -> str:
    """The words that the page shows for a text, after each link its address unless not wanted."""
    if not text:
        return ""
    short = plain_markup.words(text, partial(address, base=base), addresses)
    return words(html(text, base), addresses) if short is None else short


def reference(text: str, where: plain_markup.Resolve) -> str:
    """The HTML of any text, plain or not: what the short way is measured against."""
    from plugins.rendering.markup import reference_markup  # takes longer to import than most builds

    return reference_markup.html(text, where)


def address(target: str, base: str = "", is_there: IsThere = bool, folder: str = "") -> str | None:
    """Where a link leads: to the site's own pages under `base`, or to another site."""
    if not target.startswith("/"):
        return target if re.match(_ABSOLUTE, target) else None
    if target.startswith(("//", "/\\")) or not is_there(unquote(target.partition("?")[0])):
        return None
    return base + in_folder(folder, target)
