"""A short fingerprint of what a translation was made of, to see when it is out of date."""

import hashlib
import json
import unicodedata

from plugins.catalogue.fields.records import fields_of
from plugins.catalogue.model import Entry

LENGTH = 12


def digest(entry: Entry) -> str:
    """12 hex digits of SHA-256 over the fields that can be translated, and the text.

    Line ends, blank space at the ends of lines and the Unicode form do not count; neither do
    fields that are the same in every language.
    """
    translatable = {
        key: _canonical(str(getattr(entry, known.attribute)))
        for key, known in fields_of(type(entry)).items()
        if known.field.translatable and getattr(entry, known.attribute)
    }
    text = json.dumps(translatable, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:LENGTH]


def _canonical(text: str) -> str:
    lines = unicodedata.normalize("NFC", text).strip().splitlines()
    return "\n".join(line.rstrip() for line in lines)
