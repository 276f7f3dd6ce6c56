"""What a template says alike on every page of a language: worked out once, not on each page.

A template is compiled once for all languages. So in place of `section("calendar")`, and of all text
around it up to what differs, stands a recipe, by which each language works it out when it is first
needed. Whatever is made of nothing but constants, the site's functions and components is such a
constant; `{{ _('Ort') }}{{ colon }}` is one text.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from itertools import groupby
from typing import Any

from jinja2 import nodes
from markupsafe import Markup

from plugins.rendering.lookups import Lookup

Current = Callable[[], dict[Lookup, object]]
"""The lookups of the page that is being rendered, with what was found so far."""

ASKING = frozenset(("entry_preview", "has_section", "in_each_language", "picture", "prose"))
"""Functions that ask the world: each page has to ask for itself."""

CONSTANTS, AT = "constants", "at"
"""The attribute of the environment that has the constants, and the filter that looks them up."""

GIVEN = "given_"
"""How the attributes begin by which the environment gives functions and values."""

Recipe = tuple[Any, ...]
_Recipes = Mapping[str, Recipe]


class Constants(dict[Recipe, Any]):
    """Values by their recipes, in one language."""

    def __init__(
        self,
        given: Mapping[str, Any],
        component: Callable[[str, str], Callable[..., object]],
        current: Current,
    ) -> None:
        super().__init__()
        self.current, self._given, self._component = current, given, component

    def __missing__(self, recipe: Recipe) -> Any:  # noqa: ANN401 (whatever a function gives)
        """Work it out. Raises `TypeError` when something was looked up: a constant has no page."""
        lookups = self.current()
        before = dict(lookups)
        lookups.clear()
        value = self._made(recipe)
        if lookups:
            raise TypeError(f"no constant, for it asks: {recipe}")
        lookups.update(before)
        self[recipe] = value
        return value

    def _made(self, recipe: Recipe) -> Any:  # noqa: ANN401
        match recipe:
            case "value", _, value:
                return value
            case "safe", text:
                return Markup(text)
            case "given", name:
                return self._given[name]
            case "component", template, name:
                return self._component(template, name)
            case "attribute", of, name:
                return getattr(self._made(of), name)
            case "item", of, key:
                return self._made(of)[key]
            case "call", of, arguments, named:
                values = {name: self._made(value) for name, value in named}
                return self._made(of)(*map(self._made, arguments), **values)
        return Markup("").join(map(self._made, recipe[1:]))


def fold(tree: nodes.Template, given: Set[str]) -> None:
    """Put recipes in place of what is made of constants and `given` functions and values."""
    _fold_parts(tree, _known(tree, given))


def _known(tree: nodes.Template, given: Set[str]) -> _Recipes:
    """Recipes for the names that mean the same all over the template."""
    imported = {
        alias: ("component", part.template.value, name)
        for part in tree.find_all(nodes.FromImport)
        if isinstance(part.template, nodes.Const)
        for name, alias in (n if isinstance(n, tuple) else (n, n) for n in part.names)
    }
    own = {name.name for name in tree.find_all(nodes.Name) if name.ctx != "load"}
    own |= {macro.name for macro in tree.find_all(nodes.Macro)}
    known = {name: ("given", name) for name in given} | imported
    return {name: recipe for name, recipe in known.items() if name not in own}


def _fold_parts(node: nodes.Node, known: _Recipes) -> None:
    for name, part in node.iter_fields():
        if isinstance(part, nodes.Node):
            is_of_block = isinstance(node, nodes.CallBlock) and part is node.call
            if is_of_block:
                _fold_parts(part, known)  # its call stays one: it gets the block
            else:
                setattr(node, name, _folded(part, known))
        elif isinstance(part, list):
            is_output = isinstance(node, nodes.Output)
            setattr(node, name, [*(_texts(part, known) if is_output else _all(part, known))])


def _all(parts: Iterable[Any], known: _Recipes) -> Iterator[Any]:
    for part in parts:
        if isinstance(part, nodes.FromImport):
            part.names = [name for name in part.names if _alias(name) not in known]
            if not part.names:
                continue
        yield _folded(part, known) if isinstance(part, nodes.Node) else part


def _alias(name: str | tuple[str, str]) -> str:
    return name[1] if isinstance(name, tuple) else name


def _folded(node: nodes.Node, known: _Recipes) -> nodes.Node:
    """The node with recipes in it; it may be one itself."""
    recipe = _recipe(node, known) if isinstance(node, nodes.Call | nodes.Name) else None
    if recipe is not None and recipe[0] == "given":
        return nodes.EnvironmentAttribute(GIVEN + recipe[1], lineno=node.lineno)
    if recipe is not None:
        return _looked_up(recipe, node.lineno)
    if not (isinstance(node, nodes.Test) and node.name == "defined"):
        _fold_parts(node, known)
    return node


def _texts(parts: Iterable[nodes.Node], known: _Recipes) -> Iterator[nodes.Node]:
    """What is written out one after the other; constants that are neighbours become one text."""
    recipes = ((part, _recipe(part, known)) for part in parts)
    for is_constant, run in groupby(recipes, lambda pair: pair[1] is not None):
        pairs = list(run)
        if not is_constant or all(isinstance(part, nodes.TemplateData) for part, _ in pairs):
            yield from _all((part for part, _ in pairs), known)
        else:
            yield _looked_up(("text", *(recipe for _, recipe in pairs)), pairs[0][0].lineno)


def _recipe(node: nodes.Node, known: _Recipes) -> Recipe | None:
    """How to work out an expression; `None` where it is not the same on every page."""
    match node:
        case nodes.TemplateData():
            return "safe", node.data
        case nodes.Const():
            return "value", type(node.value).__name__, node.value  # 1 equals True
        case nodes.Name():
            return known.get(node.name)
        case nodes.Getattr():
            of = _recipe(node.node, known)
            return of and ("attribute", of, node.attr)
        case nodes.Getitem(arg=nodes.Const(value=key)):
            of = _recipe(node.node, known)
            return of and ("item", of, key)
        case nodes.Call(dyn_args=None, dyn_kwargs=None):
            of = _recipe(node.node, known)
            arguments = tuple(_recipe(part, known) for part in node.args)
            named = tuple((part.key, _recipe(part.value, known)) for part in node.kwargs)
            if of and all(arguments) and all(recipe for _, recipe in named):
                return "call", of, arguments, named
    return None


def _looked_up(recipe: Recipe, line: int) -> nodes.Filter:
    where = nodes.EnvironmentAttribute(CONSTANTS)
    return nodes.Filter(where, AT, [nodes.Const(recipe)], [], None, None, lineno=line)
