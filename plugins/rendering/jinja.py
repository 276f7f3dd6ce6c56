"""Jinja, made for templates whose functions and components are pure.

What a template calls gets its arguments and nothing else, and what it reads are attributes of
records. So calls and attributes are plain ones of Python, where Jinja would ask each time whether
its context is wanted; what a component gave once it gives again; and what is the same on every page
is worked out once (`constants.py`). `escaping.py` says how what is written is escaped.
"""

import operator
import sys
from collections.abc import Iterator, Mapping, MutableMapping
from functools import cache
from pathlib import Path
from types import CodeType
from typing import Any, cast

from jinja2 import BaseLoader, BytecodeCache, Environment, StrictUndefined, nodes
from jinja2.bccache import Bucket
from jinja2.runtime import Macro
from markupsafe import Markup

from plugins.catalogue.cache import Cache, fingerprint, installed
from plugins.catalogue.settings import Settings
from plugins.rendering import constants, escaping
from plugins.rendering.constants import ASKING, Constants, Current, fold
from plugins.rendering.escaping import escape_output, escaped, is_block
from plugins.rendering.lookups import Lookup
from plugins.wording.messages import Messages

RECURS = "recurs"
"""What a file of components sets to true where they stand on many pages with the same arguments."""

MOST = 24_000_000
"""Characters of components that are remembered at most; those beyond are made anew each time."""


class TemplateEnvironment(Environment):
    """What is written is escaped, undefined names are errors, templates are read once.

    It speaks one language. What was compiled for it may serve those of other languages too.
    """

    newstyle_gettext: bool

    def __init__(
        self, loader: BaseLoader, current: Current, messages: Messages, compiled: "Compiled"
    ) -> None:
        super().__init__(
            loader=loader,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
            extensions=["jinja2.ext.i18n"],
            bytecode_cache=compiled,
        )
        self._components: dict[tuple[str, str], Component] = {}
        self._current = current
        self._room = Budget(MOST)
        self._compiled = compiled
        self.newstyle_gettext = True
        self.filters |= {_CALL: operator.call, _GET: getattr}
        self.filters |= {constants.AT: operator.getitem, escaping.ESCAPED: escaped}
        self.constants = Constants(self.globals, self.component, current)
        self.same_everywhere: frozenset[str] = frozenset()
        self.give(messages.functions())

    def give(self, functions: Mapping[str, object]) -> None:
        """What every template may call or show: the same on each page, whatever the page."""
        self.globals |= functions
        self.same_everywhere |= functions.keys() - ASKING
        for name, value in functions.items():
            setattr(self, constants.GIVEN + name, value)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals as they are: Jinja would copy them for each page."""
        return super().make_globals(d) if d else self.globals

    def component(self, template: str, name: str) -> "Component":
        """The component `name` that a template imports from another."""
        known = self._components.get((template, name))
        if known is None:
            module = self.get_template(template).module
            macro = cast(Component, getattr(module, name)).macro
            recurs = getattr(module, RECURS, False) and not macro.caller
            known = Component(macro, self._current, self._room if recurs else Budget(0))
            self._components[template, name] = known
        return known

    def own(self, macro: Macro) -> "Component":
        """The component that a macro is in its own template."""
        return Component(macro, self._current, Budget(0))

    def take_turn(self) -> None:
        """Render from now on; what another language remembers is let go, for it is done."""
        before, self._compiled.speaking = self._compiled.speaking, self
        if before is not None and before is not self:
            before.forget()

    def forget(self) -> None:
        """Let go of what the components gave."""
        self._components.clear()
        self.constants.clear()
        self._room = Budget(MOST)

    def compile(self, source: str | nodes.Template, *rest: Any, **named: Any) -> Any:  # noqa: ANN401
        """The same of a template whose tree was put right for us."""
        tree = self.parse(source, *rest[:2]) if isinstance(source, str) else source
        fold(tree, self.same_everywhere)
        escape_output(tree)
        _put_right(tree)
        tree.set_environment(self)
        return super().compile(tree, *rest, **named)


_CALL, _GET = "call", "get"


def _put_right(node: nodes.Node) -> nodes.Node:
    """A tree in which calls, attributes and imports are as is said at the top.

    What may not be there is asked for as Jinja does it: an attribute that is tested for being
    defined; a block of `self`.
    """
    if isinstance(node, nodes.Test) and node.name == "defined":
        return node
    for name, part in node.iter_fields():
        if isinstance(part, nodes.Node):
            is_of_block = isinstance(node, nodes.CallBlock) and part is node.call
            setattr(node, name, part if is_of_block else _put_right(part))
        elif isinstance(part, list):
            setattr(node, name, [new for old in part for new in _all_right(old)])
    if isinstance(node, nodes.CallBlock):
        return node  # its call stays one: it gets the block
    if isinstance(node, nodes.Call):
        given = node.args, node.kwargs, node.dyn_args, node.dyn_kwargs
        call = nodes.Filter(node.node, _CALL, *given, lineno=node.lineno)
        return nodes.MarkSafe(call) if is_block(node) else call
    if isinstance(node, nodes.Getattr) and node.node != nodes.Name("self", "load"):
        name_ = [nodes.Const(node.attr)]
        return nodes.Filter(node.node, _GET, name_, [], None, None, lineno=node.lineno)
    return node


def _all_right(part: Any) -> Iterator[Any]:  # noqa: ANN401 (whatever is in a list of a node)
    """A node put right; for an import, and after a macro, components in variables."""
    if isinstance(part, nodes.FromImport):
        for name in part.names:
            name, alias = name if isinstance(name, tuple) else (name, name)
            yield _component(alias, "component", part.template, nodes.Const(name))
    else:
        yield _put_right(part) if isinstance(part, nodes.Node) else part
    if isinstance(part, nodes.Macro):
        yield _component(part.name, "own", nodes.Name(part.name, "load"))


def _component(name: str, method: str, *arguments: nodes.Expr) -> nodes.Assign:
    made = nodes.Filter(nodes.EnvironmentAttribute(method), _CALL, [*arguments], [], None, None)
    return nodes.Assign(nodes.Name(name, "store"), made)


class Budget:
    """How much more may be remembered, in characters."""

    def __init__(self, left: int) -> None:
        self.left = left


class Component:
    """A macro. One that recurs remembers what it gave, and what it looked up for it."""

    def __init__(self, macro: Macro, current: Current, room: Budget) -> None:
        self.macro, self._current, self._room = macro, current, room
        self._known: dict[object, tuple[Markup, Mapping[Lookup, object]]] = {}

    def __call__(self, *arguments: object, **named: object) -> Markup:
        """What the macro gives for these arguments. Raises `TypeError` for wrong ones."""
        if not self._room.left:
            return self._made(arguments, named)
        values = (*arguments, *named.values())
        key = (values, *map(type, values), *named)  # 1 equals True, safe text equals other text
        try:
            known = self._known.get(key)
        except TypeError:  # a list among them
            return self._made(arguments, named)
        lookups = self._current()
        if known is None:
            before = dict(lookups)
            lookups.clear()
            known = self._known[key] = (self._made(arguments, named), dict(lookups))
            lookups.update(before)
            self._room.left = max(0, self._room.left - len(known[0]))
        lookups.update(known[1])
        return known[0]

    def _made(self, arguments: tuple[object, ...], named: Mapping[str, object]) -> Markup:
        return Markup(self.macro(*arguments, **named))


def compiled_cache(settings: Settings) -> Cache | None:
    """Where compiled templates are kept.

    They are good for one compiler: this file, Jinja, MarkupSafe and Python.
    """
    caches = settings.caches()
    return caches.lasting("templates", _compiler()) if caches else None


@cache
def _compiler() -> bytes:
    libraries = installed("jinja2", "markupsafe")
    own = (Path(file).read_bytes() for file in (__file__, constants.__file__, escaping.__file__))
    return fingerprint([sys.version.encode(), *libraries, *own])


class Compiled(BytecodeCache):
    """Compiled templates: shared by all languages, and kept sealed, because they are code."""

    def __init__(self, cache: Cache | None = None) -> None:
        self.speaking: TemplateEnvironment | None = None
        self._cache = cache
        self._known: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, if the same template was compiled before."""
        bucket.code = self._known.get((bucket.key, bucket.checksum))
        if bucket.code is not None:
            return
        data = self._cache.get(bucket.key) if self._cache else None
        if data is not None:
            bucket.bytecode_from_string(data)
        self._remember(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._remember(bucket)
        if self._cache:
            self._cache.put(bucket.key, bucket.bytecode_to_string())

    def _remember(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._known[bucket.key, bucket.checksum] = bucket.code
