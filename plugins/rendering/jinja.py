"""Jinja, made for templates whose functions and components are pure.

What a template calls gets its arguments and nothing else, and what it reads are attributes of
records. So calls and attributes become plain ones of Python, where Jinja would ask each time
whether its context is wanted; and what a component gave once it gives again.
"""

import sys
from collections.abc import Callable, Mapping, MutableMapping
from functools import cache
from keyword import iskeyword
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import BaseLoader, BytecodeCache, Environment, StrictUndefined, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, escape
from markupsafe._speedups import _escape_inner

from plugins.catalogue.settings import Settings
from plugins.catalogue.store import Store, fingerprint, installed
from plugins.rendering.records import Question
from plugins.wording.messages import Messages

Asking = Callable[[], dict[Question, object]]
"""The questions of the page that is being rendered, with their answers so far."""

RECURRING = frozenset(
    "association_card chip date_block date_in_words event_item icon mark named network_card "
    "posting_card posting_kind posting_state sign tag".split()
)
"""The components that stand on many pages with the same arguments."""

MOST = 24_000_000
"""Characters of components that are remembered at most; those beyond are made anew each time."""


class TemplateEnvironment(Environment):
    """Autoescape on, undefined names are errors, templates are read once.

    It speaks one language. What was compiled for it may serve those of other languages too.
    """

    newstyle_gettext: bool

    def __init__(
        self, loader: BaseLoader, asking: Asking, messages: Messages, compiled: "Compiled"
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
        self._asking = asking
        self._room = Room(MOST)
        self._compiled = compiled
        self.newstyle_gettext = True
        self.globals |= messages.functions()

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals as they are: Jinja would copy them for each page."""
        return super().make_globals(d) if d else self.globals

    def component(self, template: str, name: str) -> "Component":
        """The component `name` that a template imports from another."""
        known = self._components.get((template, name))
        if known is None:
            macro = getattr(self.get_template(template).module, name)
            known = Component(macro, self._asking, self._room if name in RECURRING else Room(0))
            self._components[template, name] = known
        return known

    def take_turn(self) -> None:
        """Render from now on; what another language remembers is let go, for it is done."""
        before, self._compiled.speaking = self._compiled.speaking, self
        if before is not None and before is not self:
            before.forget()

    def forget(self) -> None:
        """Let go of what the components gave."""
        self._components.clear()
        self._room = Room(MOST)

    @staticmethod
    def escaped(value: object) -> str:
        """The text to write for a value."""
        kind = type(value)
        if kind is str:
            return _escape_inner(value)  # type: ignore[arg-type]
        return value if isinstance(value, Markup) else escape(value)


class Room:
    """How much more may be remembered, in characters."""

    def __init__(self, left: int) -> None:
        self.left = left


class Component:
    """A macro. One that recurs remembers what it gave, and what it asked of the site for it."""

    def __init__(self, macro: Macro, asking: Asking, room: Room) -> None:
        self._function: Callable[..., str] = macro._func
        self._names: tuple[str, ...] = (*macro.arguments, *(("caller",) if macro.caller else ()))
        self._name, self._asking, self._room = macro.name, asking, room
        self._no_caller = StrictUndefined("No caller", name="caller")
        self._known: dict[object, tuple[Markup, Mapping[Question, object]]] = {}

    def __call__(self, *arguments: object, **named: object) -> Markup:
        """What the macro gives for these arguments. Raises `TypeError` for wrong ones."""
        if named or len(arguments) != len(self._names):
            rest = self._names[len(arguments) :]
            arguments += tuple(
                named.pop(name, self._no_caller if name == "caller" else missing) for name in rest
            )
            if named or len(arguments) > len(self._names):
                raise TypeError(f"{self._name}({', '.join(self._names)})")
        return self._remembered(arguments) if self._room.left else self._made(arguments)

    def _made(self, arguments: tuple[object, ...]) -> Markup:
        return Markup(self._function(*arguments))

    def _remembered(self, arguments: tuple[object, ...]) -> Markup:
        key = (arguments, *map(type, arguments))  # 1 equals True, safe text equals other text
        try:
            known = self._known.get(key)
        except TypeError:  # a list among them
            return self._made(arguments)
        asked = self._asking()
        if known is None:
            before = dict(asked)
            asked.clear()
            known = self._known[key] = (self._made(arguments), dict(asked))
            asked.update(before)
            self._room.left = max(0, self._room.left - len(known[0]))
        asked.update(known[1])
        return known[0]


class _Code(CodeGenerator):
    """Compiles calls, attributes, imports and output as is said at the top."""

    _is_doubtful = False

    def visit_Call(  # noqa: N802 (the library's names)
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        if any(iskeyword(argument.key) for argument in node.kwargs):
            super().visit_Call(node, frame)  # `from=` is no plain call in Python
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        if self._is_doubtful or (isinstance(node.node, nodes.Name) and node.node.name == "self"):
            super().visit_Getattr(node, frame)  # what may not be there; blocks of the template
            return
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:  # noqa: N802
        self._is_doubtful = node.name == "defined"
        super().visit_Test(node, frame)
        self._is_doubtful = False

    def visit_FromImport(self, node: nodes.FromImport, frame: Frame) -> None:  # noqa: N802
        for name in node.names:
            name, alias = name if isinstance(name, tuple) else (name, name)
            self.newline(node)
            self.write(f"{frame.symbols.ref(alias)} = environment.component(")
            self.visit(node.template, frame)
            self.write(f", {name!r})")
            if frame.toplevel:
                self.writeline(f"context.vars[{alias!r}] = {frame.symbols.ref(alias)}")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: object) -> None:
        self.write("environment.escaped(")


TemplateEnvironment.code_generator_class = _Code


def store(settings: Settings) -> Store | None:
    """Where compiled templates are kept: in the environment, which outlives all that is built.

    They are sealed, because they are code, and good for one compiler: this file, Jinja, MarkupSafe
    and Python. Without an environment of its own a checkout has them with all that it keeps.
    """
    memory = settings.memory()
    if memory is None:
        return None
    return Store((settings.environment or memory.folder) / "templates", memory.key, _compiler())


@cache
def _compiler() -> bytes:
    libraries = installed("jinja2", "markupsafe")
    return fingerprint([sys.version.encode(), *libraries, Path(__file__).read_bytes()])


class Compiled(BytecodeCache):
    """Compiled templates: shared by all languages, and kept sealed, because they are code."""

    def __init__(self, store: Store | None = None) -> None:
        self.speaking: TemplateEnvironment | None = None
        self._store = store
        self._known: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, if the same template was compiled before."""
        bucket.code = self._known.get((bucket.key, bucket.checksum))
        if bucket.code is not None:
            return
        data = self._store.get(bucket.key) if self._store else None
        if data is not None:
            bucket.bytecode_from_string(data)
        self._remember(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._remember(bucket)
        if self._store:
            self._store.put(bucket.key, bucket.bytecode_to_string())

    def _remember(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._known[bucket.key, bucket.checksum] = bucket.code
