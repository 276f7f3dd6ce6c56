"""What a form shows of an entry that is there: what its page shows, by the names of controls."""

from collections.abc import Iterator, Mapping
from datetime import date

from plugins.catalogue.fields.records import written
from plugins.catalogue.lists import Lists
from plugins.catalogue.model import Entry
from plugins.catalogue.public import contacts_of
from plugins.intake.submission.consent import CONTACTS
from plugins.intake.submission.form_fields import is_form_field
from plugins.intake.submission.submission import SubmittedFields, tidy
from plugins.intake.tree import Tree, tree_of


def values_of(entry: Entry, lists: Lists, today: date) -> Mapping[str, tuple[str, ...]]:
    """What the entry says in the fields that a form may ask for; of people what is public."""
    tree = tree_of(entry, lists)
    tree.pop(CONTACTS, None)
    people = contacts_of(entry, today)
    if people:
        tree[CONTACTS] = [written(one) for one in people]
    return values_in(tree, type(entry))


def values_in(tree: Tree, kind: type[Entry]) -> Mapping[str, tuple[str, ...]]:
    """What a tree of fields says in those that a form may ask for; all of it, people too."""
    return {path: said for path, said in _said(tree, "") if is_form_field(kind, path)}


def _said(tree: Tree, path: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    if isinstance(tree, str):
        yield path, (tree,)
    elif isinstance(tree, dict):
        texts = {key: value for key, value in tree.items() if isinstance(value, str)}
        yield path, tuple(f"{key}: {value}" for key, value in texts.items())
        for key, value in tree.items():
            yield from _said(value, f"{path}.{key}" if path else key)
    elif all(isinstance(item, str) for item in tree):
        yield path, tuple(map(str, tree))
    else:
        for number, item in enumerate(tree, start=1):
            yield from _said(item, f"{path}.{number}")


def only_changes(fields: SubmittedFields, shown: Mapping[str, tuple[str, ...]]) -> SubmittedFields:
    """The fields that say something else than was shown, however their lines and blanks lie.

    What is chosen of a list comes in the order of the list.
    """
    return {
        path: values
        for path, values in fields.items()
        if _plain(values) != _plain(shown.get(path, ()))
        and sorted(values) != sorted(shown.get(path, ()))
    }


def _plain(values: tuple[str, ...]) -> list[str]:
    """The words, so that a day and an hour are the same with a T between them as in two halves."""
    text = "\n".join(filter(None, map(tidy, values)))
    return text.replace("T", " ").split()
