"""Renders pages: a view, a template and the functions of one language to HTML."""

import re
from collections.abc import Iterable
from contextlib import suppress

from jinja2 import TemplateError
from jinja2.nodes import Template
from markupsafe import Markup

from plugins.rendering.functions import PageFunctions
from plugins.rendering.jinja import Compiled, TemplateEnvironment
from plugins.rendering.line_ends import with_line_ends
from plugins.rendering.lookups import Lookup, Lookups
from plugins.rendering.page import File, Page, View
from plugins.rendering.site_context import SiteContext, alternates
from plugins.rendering.sources import Templates
from plugins.wording.language import Language
from plugins.wording.messages import GERMAN

_NOTHING = Markup("")


class Renderer:
    """Renders pages of one language. Has no state but templates and the lookups of a page.

    `environment` is Jinja's, for those who render less than a page: the tests of components.
    """

    def __init__(
        self,
        templates: Templates,
        context: SiteContext,
        compiled: Compiled | None = None,
    ) -> None:
        """`compiled` is shared by the renderers of all languages."""
        language = Language(context.language)
        self.context = context
        self._messages = messages = context.messages.get(context.language, GERMAN)
        self._templates = templates
        self._lookups: dict[Lookup, object] = {}
        self._names: dict[type[View], tuple[str, ...]] = {}
        compiled = compiled or Compiled()
        self.environment = TemplateEnvironment(templates, lambda: self._lookups, messages, compiled)
        functions = PageFunctions(context, language, self._find).by_name()
        self.environment.give(functions)

    def version(self, template: str) -> tuple[str, bytes, bytes]:
        """What makes a page of a view: the language, what the site says in it, the template."""
        return (
            self.context.language,
            self._messages.digest,
            self._templates.version(template, self._parse),
        )

    def prepare(self, templates: Iterable[str]) -> None:
        """Compile these templates and all that they use, so that processes need not each."""
        used = {part for name in templates for part in self._templates.used(name, self._parse)}
        for name in sorted(used):
            if not name.endswith(".html"):
                continue
            with suppress(TemplateError):  # the pages that it is for will say so
                self.environment.get_template(name)

    def save(self) -> None:
        """Keep what the templates use, of which `version` was asked."""
        self._templates.save()

    def _parse(self, source: str, name: str) -> Template:
        return self.environment.parse(source, name)

    def render(
        self, page: Page, view: View | None = None, above: Markup = _NOTHING
    ) -> tuple[bytes, Lookups]:
        """The page's HTML, and its lookups. Its `view` may be made already.

        What stands `above` makes it a page of the moment, which no search engine shall keep.
        Raises `jinja2.UndefinedError` for a name its view does not have.
        """
        self._lookups = {}
        self.environment.take_turn()
        template = self.environment.get_template(page.template)
        shown = view or page.view
        fields = {name: getattr(shown, name) for name in self._names_in(type(shown))}
        here, versions = self.context.path(page.address), self.context.versions(page.address)
        where = {"address": page.address, "here": here, "versions": versions}
        where |= {"alternates": alternates(versions)}
        html = template.render(**fields, **where, above=above)
        return with_line_ends(_tidy(html)).encode(), tuple(self._lookups.items())

    def write(self, file: File, view: View) -> tuple[bytes, Lookups]:
        """The bytes of a file that is no page, and its lookups."""
        self._lookups = {}
        asked = (self._find,) if file.looks_up else ()
        data = file.write(view, self.context.site, *asked)
        return data, tuple(self._lookups.items())

    def _names_in(self, view: type[View]) -> Iterable[str]:
        """The variables of a view. Raises `TypeError` where one has the name of a function."""
        if view not in self._names:
            self._names[view] = tuple(view.__dataclass_fields__)
            for name in self.environment.same_everywhere.intersection(self._names[view]):
                raise TypeError(f"{view.__name__}.{name}: templates call a function so")
        return self._names[view]

    def _find(self, kind: str, name: str) -> object:
        found = self._lookups[kind, name] = self.context.find(kind, name)
        return found


_BLANK = re.compile(r"\n(?:[ \t]*+\n)+")
_PRE = re.compile(r"(<pre\b.*?</pre>|<textarea\b.*?</textarea>)", re.DOTALL)


def _tidy(html: str) -> str:
    """Without the blank lines that template logic leaves behind; code keeps its own."""
    if "<pre" not in html and "<textarea" not in html:
        return _BLANK.sub("\n", html)
    parts = _PRE.split(html)
    return "".join(part if i % 2 else _BLANK.sub("\n", part) for i, part in enumerate(parts))
