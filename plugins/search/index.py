"""The files of the index, planned in pieces: an edit makes those again whose lines it changed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from plugins.catalogue.chunks import Chunk
from plugins.catalogue.link import KIND_ATTRIBUTES, Catalogue
from plugins.catalogue.model import Entry
from plugins.rendering.page import Derived, File, Group, Part
from plugins.rendering.urls import Address
from plugins.search import calendar_pages, shards, write
from plugins.search.document import SearchTerms, hit, own_terms, terms_around
from plugins.search.meanings import MeaningTable, meanings_of, table, words_of_lists

FORMAT = "1"
"""What the files mean. Another number, another folder: an old script never reads a new index."""

LEAST_MENDED = 4
"""So many letters has a word that is offered to who mistyped."""
WELL_KNOWN = 4
"""A word in the text alone, with less strength, is not."""

IndexPiece = tuple[str, str]
"""The name of a file, and the lines that a chunk of entries has for it."""


def parts(catalogue: Catalogue, today: date) -> Iterator[Part]:
    """All files of the index."""
    count = sum(len(getattr(catalogue, kind)) for kind in KIND_ATTRIBUTES)
    depth = shards.depth_of(count)
    known = Derived(_table, catalogue=catalogue)
    chunks = tuple(chunk for kind in KIND_ATTRIBUTES for chunk in catalogue.chunks[kind])
    pieces = (
        *(Derived(_own, chunk, known, depth, today) for chunk in chunks),
        *(Derived(_among, chunk, known, depth, today, catalogue=catalogue) for chunk in chunks),
        calendar_pages.pieces(catalogue, today, depth),
    )
    yield Group(_files, pieces, count, depth)
    yield Group(_key_files, Derived(_words, catalogue=catalogue))


def _address(name: str) -> Address:
    return Address("search_index", f"{FORMAT}/{name}")


_WRITERS = {"i": write.postings, "m": write.postings, "w": write.words, "d": write.documents}


def _files(pieces: tuple[tuple[IndexPiece, ...], ...], count: int, depth: int) -> Iterator[File]:
    by_file: dict[str, list[str]] = defaultdict(list)
    for piece in pieces:
        for name, lines in piece:
            by_file[name].append(lines)
    for name, parts_of_file in sorted(by_file.items()):
        yield File(_address(name), _WRITERS[name[0]], write.IndexLines, (tuple(parts_of_file),))
    about = (FORMAT, count, depth, tuple(sorted(by_file)))
    yield File(_address("index"), write.manifest, write.IndexManifest, about)


def _words(catalogue: Catalogue) -> tuple[IndexPiece, ...]:
    """The words of the closed lists, as they are written there, by the files of their keys.

    Those that a site speaks are folded when their file is written.
    """
    by_file: dict[str, list[str]] = {name: [] for name in shards.KEY_FILES}
    for tag, words, name, degree in words_of_lists(catalogue.vocabularies):
        if file := shards.of_words(words):
            line = tag, " ".join(words.split()), name, str(degree)
            by_file[file].append("\t".join(line))
    return tuple((name, "\n".join(lines)) for name, lines in by_file.items())


def _key_files(words: tuple[IndexPiece, ...]) -> Iterator[File]:
    for name, lines in words:
        yield File(_address(f"k/{name}"), write.keys, write.KeyLines, (name, lines))


def _table(catalogue: Catalogue) -> MeaningTable:
    return table(catalogue.vocabularies)


def _own(
    chunk: Chunk[Entry], known: MeaningTable, depth: int, today: date
) -> tuple[IndexPiece, ...]:
    """What the entries of a chunk say themselves: an edit of others changes nothing in it."""
    meanings = meanings_of(known)
    return _in_files([own_terms(meanings, entry, today) for entry in chunk], depth)


def _among(
    catalogue: Catalogue, chunk: Chunk[Entry], known: MeaningTable, depth: int, today: date
) -> tuple[IndexPiece, ...]:
    """What others are called, whom the entries of a chunk name; and what is shown of these."""
    meanings, around = meanings_of(known), []
    rows: dict[str, list[str]] = defaultdict(list)
    for entry in chunk:
        one = hit(catalogue, entry, today)
        rows[f"d/{shards.of_reference(one.reference, depth)}"].append(write.row(one))
        around.append(terms_around(catalogue, meanings, entry, one.reference))
    return *_in_files(around, depth), *_joined(rows)


def _in_files(found: list[SearchTerms], depth: int) -> tuple[IndexPiece, ...]:
    """The lines for each file of terms, meanings and words."""
    by_file: dict[str, list[str]] = defaultdict(list)
    for term, line in _postings((one.reference, one.words) for one in found):
        by_file[f"i/{shards.beginning(term, depth)}"].append(line)
    for name, line in _postings((one.reference, one.meanings) for one in found):
        by_file[f"m/{shards.of_meaning(name, depth)}"].append(line)
    for word, written in _well_known(found):
        line = word if written.lower() == word else f"{word}\t{written}"
        by_file[f"w/{shards.of_word(word, depth)}"].append(line)
    return _joined(by_file)


def _joined(by_file: dict[str, list[str]]) -> tuple[IndexPiece, ...]:
    return tuple((name, "\n".join(lines)) for name, lines in sorted(by_file.items()))


def _postings(found: Iterable[tuple[str, dict[str, int]]]) -> Iterator[tuple[str, str]]:
    """Each term, and its line: the entries that have it, by strength."""
    by_term: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for reference, strengths in found:
        for term, strength in strengths.items():
            by_term[term][strength].append(reference)
    for term in sorted(by_term):
        groups = (f"{s}{''.join(refs)}" for s, refs in sorted(by_term[term].items(), reverse=True))
        yield term, "\t".join((term, *groups))


def _well_known(found: Iterable[SearchTerms]) -> list[tuple[str, str]]:
    """Words with how they are written, for those who mistype them."""
    words = {
        word: one.written[word]
        for one in found
        for word, strength in one.words.items()
        if strength >= WELL_KNOWN and len(word) >= LEAST_MENDED and word in one.written
    }
    return sorted(words.items())
