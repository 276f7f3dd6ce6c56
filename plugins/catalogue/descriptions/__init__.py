"""What every field is for, in plain German and English: shown by editors and in docs/fields.md.

One table a kind of entry. A test holds that each field of the model is in it, and nothing else.
"""

from collections.abc import Mapping

from plugins.catalogue.descriptions import (
    associations,
    board,
    events,
    networks,
    reports,
    shared,
)
from plugins.catalogue.descriptions._described import Described
from plugins.catalogue.schema import Record

DESCRIPTIONS: Mapping[type[Record], Mapping[str, Described]] = {
    **associations.DESCRIPTIONS,
    **events.DESCRIPTIONS,
    **board.DESCRIPTIONS,
    **networks.DESCRIPTIONS,
    **reports.DESCRIPTIONS,
    **shared.DESCRIPTIONS,
}
"""By the record and the field's key in the file."""

__all__ = ["DESCRIPTIONS", "Described"]
