"""The messages of the theme's templates, found the way Jinja finds them."""

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from babel.messages.catalog import Catalog
from jinja2.ext import babel_extract

_FUNCTIONS = ("_", "gettext", "ngettext", "pgettext")
_OPTIONS = {
    "newstyle_gettext": "true",
    "trim_blocks": "true",
    "lstrip_blocks": "true",
    "silent": "false",
}


Extracted = tuple[str, str | None, str | tuple[str, str]]
"""Where a message stands, its context, and the message or its singular and plural."""


class TwoMeanings(Exception):
    """A message is used with and without a plural; gettext knows it by its singular only."""


def extract(templates: Path, locale: str, others: Iterable[Extracted] = ()) -> Catalog:
    """All messages, saying nothing yet, each with the templates that it stands in.

    `others` are messages that stand elsewhere.

    Raises `TwoMeanings`, and `jinja2.TemplateSyntaxError` for a template that is none.
    """
    catalogue = Catalog(locale=locale, fuzzy=False)
    plurals: dict[object, bool] = {}
    for template, context, message in chain(_found(templates), others):
        singular = message[0] if isinstance(message, tuple) else message
        if plurals.setdefault((context, singular), isinstance(message, tuple)) != isinstance(
            message, tuple
        ):
            raise TwoMeanings(f"{template}: {singular}")
        catalogue.add(message, None, locations=[(template, 0)], context=context)
    return catalogue


def _found(templates: Path) -> Iterator[Extracted]:
    for path in sorted(templates.rglob("*.html")):
        name = path.relative_to(templates).as_posix()
        with path.open("rb") as stream:
            for _, function, said, _ in babel_extract(stream, _FUNCTIONS, [], _OPTIONS):
                words = said if isinstance(said, tuple) else (said,)
                texts = [word for word in words if isinstance(word, str)]
                if not texts:  # what a table of fields says stands there
                    continue
                if function == "pgettext":
                    yield name, texts[0], texts[1]
                elif function == "ngettext":
                    yield name, None, (texts[0], texts[1])
                else:
                    yield name, None, texts[0]
