"""Words that a question can do without: »wo kann ich Deutsch lernen« asks for »Deutsch lernen«."""

from functools import lru_cache
from pathlib import Path

from plugins.search.folding import fold


@lru_cache(maxsize=1)
def unimportant() -> frozenset[str]:
    """Folded, of all languages of the site; who types nothing else is answered all the same."""
    written = (Path(__file__).parent / "unimportant.txt").read_text(encoding="utf-8")
    return frozenset(map(fold, written.split()))
