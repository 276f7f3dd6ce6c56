"""What a form of ours sent: names and values only, so no library is needed to read it."""

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import parse_qsl

from plugins.catalogue.characters import unix
from plugins.web.http import Request, by_name, first

SEAL, VERSION = "_siegel", "_stand"

MOST = 1_000_000
"""Bytes of a form: a file of an entry is shorter, also where each of its signs is sent as nine."""
MOST_FIELDS = 400
FORM_TYPE = "application/x-www-form-urlencoded"


class ForeignForm(Exception):
    """It is no form of ours."""


class PostedForm(NamedTuple):
    """The names and values of a form, in their order."""

    pairs: tuple[tuple[str, str], ...]

    def __call__(self, name: str) -> str:
        """The first value of a name; empty where there is none."""
        return first(self.pairs, name)

    def text(self, name: str) -> str:
        """The same with lines as a file has them."""
        return unix(self(name))

    def typed(self) -> Mapping[str, tuple[str, ...]]:
        """All values by their names."""
        return by_name(self.pairs)


def posted_form(request: Request) -> PostedForm:
    """What the browser sent, if a page of this server did. Raises `ForeignForm`."""
    own = f"http://{request.header('host').strip().lower()}"
    origin, site = request.header("origin"), request.header("sec-fetch-site")
    if origin not in ("", own) or site not in ("", "same-origin"):
        raise ForeignForm
    kind = request.header("content-type").partition(";")[0].strip().lower()
    if kind != FORM_TYPE or not request.is_whole or request.length > MOST:
        raise ForeignForm
    try:
        pairs = parse_qsl(
            request.body.decode("ascii"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=MOST_FIELDS,
        )
    except ValueError as error:
        raise ForeignForm from error
    return PostedForm(tuple(pairs))
