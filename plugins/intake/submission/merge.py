"""Answers into what an entry says already: at their places, and only where they say another thing.

A mail wraps lines, and a form shows a number as people read it. What is the same value in other
signs stays as it stands.
"""

from collections.abc import Mapping, Sequence
from copy import deepcopy

from plugins.catalogue.fields.base import Field
from plugins.catalogue.fields.context import INVALID, Context
from plugins.catalogue.fields.records import RecordField
from plugins.catalogue.nodes import Scalar
from plugins.intake.new.fields import HERE
from plugins.intake.submission.consent import CONTACTS
from plugins.intake.tree import Branch, Tree

FieldAnswer = str | Sequence[str] | Mapping[str, str]
"""What a field shall hold; empty for nothing."""


def merged(
    before: Branch, answers: Mapping[str, FieldAnswer], record: RecordField, context: Context
) -> Branch:
    """What the entry says with these answers."""
    after = deepcopy(before)
    for path, answer in answers.items():
        _put(after, path.split("."), answer, record, context)
    _forget_who_has_gone(before, after, answers)
    return {key: value for key, value in map(_without_gaps, after.items()) if value}


def _without_gaps(pair: tuple[str, Tree]) -> tuple[str, Tree]:
    return pair[0], _closed(pair[1])


def _closed(tree: Tree) -> Tree:
    """The tree without what is empty in it."""
    if isinstance(tree, list):
        return [item for item in map(_closed, tree) if item]
    if isinstance(tree, dict):
        return {key: value for key, value in map(_without_gaps, tree.items()) if value}
    return tree


def _put(tree: Tree, steps: list[str], answer: FieldAnswer, field: Field, context: Context) -> None:
    """Put the answer where the steps lead; what is missing on the way is made."""
    step, *rest = steps
    below = field.below(step)
    if isinstance(tree, list):
        tree += [{} for _ in range(int(step) - len(tree))]
        _put(tree[int(step) - 1], rest, answer, below, context)
    elif isinstance(tree, dict) and rest:
        tree[step] = _opened(tree.get(step, ""), below)
        _put(tree[step], rest, answer, below, context)
    elif isinstance(tree, dict):
        old = tree.get(step, "")
        if not is_same(old, answer, below, context):
            tree[step] = _tree(answer)


def _opened(tree: Tree, field: Field) -> Tree:
    """What there is, so that something can be put into it."""
    if tree and not isinstance(tree, str):
        return tree
    return [] if field.shape == "many" else {}


def _tree(answer: FieldAnswer) -> Tree:
    if isinstance(answer, str):
        return answer
    return dict(answer) if isinstance(answer, Mapping) else list(answer)


def is_same(old: Tree, new: FieldAnswer, field: Field, context: Context) -> bool:
    """Whether both mean the same value."""
    if isinstance(old, str) and isinstance(new, str):
        return _means(old, field, context) == _means(new, field, context)
    if isinstance(old, list) and not isinstance(new, str | Mapping):
        item = field.below()
        texts = [one for one in old if isinstance(one, str)]
        return [_means(one, item, context) for one in texts] == [
            _means(one, item, context) for one in new
        ]
    return old == new


def _means(text: str, field: Field, context: Context) -> object:
    """The value of a text; of prose its words, wherever its lines end."""
    reader = field.leaf
    if reader is None or not text:
        return text
    if reader.control == "long":
        return text.split()
    value = reader.parse(Scalar(text, HERE), context)
    return text if value is INVALID else value


def _forget_who_has_gone(before: Branch, after: Branch, answers: Mapping[str, FieldAnswer]) -> None:
    """Where another person stands now, nothing of the one before them stays but what was given."""
    old, new = before.get(CONTACTS), after.get(CONTACTS)
    if not isinstance(old, list) or not isinstance(new, list):
        return
    for number, (was, now) in enumerate(zip(old, new, strict=False), start=1):
        if not isinstance(was, dict) or not isinstance(now, dict):
            continue
        if was.get("name") and was.get("name") != now.get("name"):
            for key in [key for key in now if f"{CONTACTS}.{number}.{key}" not in answers]:
                del now[key]
