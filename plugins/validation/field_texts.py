"""What somebody reads about a field who writes files by hand: in an editor, in docs/fields.md."""

from plugins.catalogue.descriptions.row import Row
from plugins.wording.messages import Messages


def title_of(row: Row, language: Messages) -> str:
    """What the field is called, as it stands at the beginning of a line."""
    title = language.text(row.context, row.title)
    return title[:1].upper() + title[1:]


def text_of(row: Row, language: Messages) -> str:
    """What it is for, and how it is written in a file."""
    return " ".join(language.text("", text) for text in (row.help, row.file) if text)
