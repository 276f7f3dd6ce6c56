"""Whatever a template writes is escaped, unless it is markup already.

It is what Jinja's `autoescape` does, in less time: that makes markup of each value that is written,
and markup of markup. Here a value that has nothing to escape is written as it is. So a tree says of
itself that Jinja need not, escapes in every output, and marks as safe what is made of such outputs:
blocks, what macros give, `caller()`. Whoever forgot one would see it escaped twice.
"""

import re

from jinja2 import nodes
from markupsafe import Markup, escape

ESCAPED = "escaped"
"""The filter through which everything goes that is written."""

_SPECIAL = re.compile("[&<>\"']").search


def escaped(value: object) -> str:
    """The text to write for a value."""
    if type(value) is Markup or (type(value) is str and not _SPECIAL(value)):
        return value
    return escape(value)


def escape_output(tree: nodes.Template) -> None:
    """Make the tree escape what it writes. What its macros give is text: `Component` marks it."""
    for output in tree.find_all(nodes.Output):
        output.nodes = [_escaped(part) for part in output.nodes]
    for block in tree.find_all(nodes.AssignBlock):
        block.filter = nodes.Filter(block.filter, "safe", [], [], None, None, lineno=block.lineno)
    off = nodes.Keyword("autoescape", nodes.Const(False))
    tree.body.insert(0, nodes.EvalContextModifier([off]))


def is_block(call: nodes.Call) -> bool:
    """Whether a call gives what a block wrote: `caller()`, `super()`, `self.title()`."""
    called = call.node.node if isinstance(call.node, nodes.Getattr) else call.node
    return isinstance(called, nodes.Name) and called.name in ("caller", "self", "super")


def _escaped(part: nodes.Expr) -> nodes.Expr:
    if isinstance(part, nodes.TemplateData):
        return part
    return nodes.Filter(part, ESCAPED, [], [], None, None, lineno=part.lineno)
