"""The arrows between the packages, and who may know the clock, the environment and Pelican."""

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from plugins.catalogue.fields.records import PRIVATE, fields_of
from plugins.catalogue.model import Association
from tests.each import each
from tests.waiting import MOST

ROOT = Path(__file__).resolve().parents[1]
PLUGINS = ROOT / "plugins"

MAP = ast.get_docstring(ast.parse((PLUGINS / "__init__.py").read_text(encoding="utf-8"))) or ""
LINES = re.findall(r"^    (\w+)/ +([A-Z]+) (.*?)(?=\n    \w+/|\n\n)", MAP, re.M | re.S)
"""Each package with the step that it is, and what it is for, with its arrow."""

PLANNERS = {package for package, step, _ in LINES if step == "PLAN"}
(SPEAKS,) = re.findall(r"What speaks to people \(([^)]*)\)", MAP)
MAY_IMPORT = {
    package: set(re.findall(r"\w+", about.partition("-> ")[2]))
    | ({"findings"} if package in re.findall(r"\w+", SPEAKS) else set())
    for package, _, about in LINES
}
# What the model may not know, not even far below a function.
FOREIGN = {
    "catalogue": {"pelican", "jinja2", "babel", "PIL", "markdown", "nh3", "rich"},
    "findings": {"pelican", "jinja2", "babel", "PIL", "markdown", "nh3", "yaml"},
    "validation": {"pelican", "jinja2", "babel", "markdown", "nh3"},
    "wording": {"pelican", "jinja2", "yaml", "PIL", "markdown", "nh3", "rich"},
    "translations": {"pelican", "PIL", "markdown", "nh3"},
    "rendering": {"pelican", "PIL", "yaml", "rich"},
    "building": {"yaml", "markdown", "nh3"},
    "serving": {"pelican", "jinja2", "yaml", "babel", "markdown", "nh3"},
    "intake": {"pelican", "jinja2", "babel", "markdown", "nh3"},
    "web": {"pelican", "jinja2", "babel", "markdown", "nh3", "yaml"},
    "digest": {"pelican", "jinja2", "babel", "markdown", "nh3", "yaml"},
    "publishing": {"pelican", "jinja2", "yaml"},
    **{package: {"pelican", "jinja2", "yaml"} for package in PLANNERS},
}
# Names of languages and months are CLDR's; asked only about words that are not German or English.
KNOWS_CLDR = "catalogue/cldr.py"
FRONT_DOORS = {
    "catalogue/history.py",
    "catalogue/settings.py",
    "digest/__main__.py",
    "findings/show.py",
    "intake/attendance/__main__.py",
    "intake/calendars/__main__.py",
    "intake/fix/__main__.py",
    "intake/forge/__main__.py",
    "intake/forget/__main__.py",
    "intake/inbox/__main__.py",
    "intake/new/__main__.py",
    "intake/submission/__main__.py",
    "intake/upkeep/__main__.py",
    "publishing/__main__.py",
    "publishing/release.py",
    "publishing/server.py",
    "serving/__main__.py",
    "validation/__main__.py",
    "web/intake/__main__.py",
    "validation/staged/__main__.py",
    "web/inbox/__main__.py",
}
CLOCK = re.compile(r"\b(?:datetime\.now|date\.today|time\.time|time\.monotonic)\(")
ENVIRONMENT = re.compile(r"\bos\.(?:environ|getenv)\b")

FILES = sorted(PLUGINS.rglob("*.py"))


@cache
def parts(path: Path) -> tuple[ast.AST, ...]:
    """The syntax of a file, the whole of it first; every test below asks for it again."""
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def imports(path: Path) -> Iterator[str]:
    for node in parts(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def package_of(path: Path) -> str:
    return path.relative_to(PLUGINS).parts[0]


@each("path", FILES)
def test_arrows(path: Path) -> None:
    package = package_of(path)
    if package == "__init__.py":
        return
    own = {name.split(".")[1] for name in imports(path) if name.startswith("plugins.")}
    assert own - {package} <= MAY_IMPORT[package]
    foreign = {name.split(".")[0] for name in imports(path)}
    allowed = {"babel"} if str(path.relative_to(PLUGINS)) == KNOWS_CLDR else set()
    assert foreign & FOREIGN.get(package, set()) == allowed


def imported_modules(path: Path) -> Iterator[str]:
    """The modules of plugins/ that a module takes something from, late and for types too."""
    for node in parts(path):
        if isinstance(node, ast.ImportFrom):
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in MODULES else node.module or ""


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path): path for path in FILES}


def circle(arrows: Mapping[str, set[str]]) -> tuple[str, ...]:
    """A way that ends where it begins; empty without any."""
    try:
        TopologicalSorter(arrows).prepare()
    except CycleError as error:
        return tuple(error.args[1])
    return ()


def test_no_import_leads_back() -> None:
    """Neither at once nor late, in a function or for types: who reads one module needs no other
    that needs it."""
    arrows = {name: {*imported_modules(path)} & {*MODULES} for name, path in MODULES.items()}
    assert circle(arrows) == ()
    assert circle({"a": {"b"}, "b": {"c"}, "c": {"a"}}) != ()


@each("path", FILES)
def test_of_jinja_only_what_it_documents(path: Path) -> None:
    """Its compiler and whatever begins with _ may be another in the next release."""
    own = {name for name in imports(path) if name.split(".")[0] in {"jinja2", "markupsafe"}}
    private = [name for name in own if "._" in name or name.startswith("jinja2.compiler")]
    assert private == []


@each("path", FILES)
def test_the_world_comes_in_by_the_front_door(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if str(path.relative_to(PLUGINS)) not in FRONT_DOORS:
        assert CLOCK.findall(text) + ENVIRONMENT.findall(text) == []


def test_the_rules_above_can_fail(tmp_path: Path) -> None:
    bad = tmp_path / "bad.py"
    bad.write_text("import pelican.signals\nfrom plugins import rendering\n")
    assert set(imports(bad)) == {"pelican.signals", "plugins", "plugins.rendering"}
    assert CLOCK.search("x = datetime.now(UTC)") and ENVIRONMENT.search("os.environ.get('TODAY')")


def names(tree: ast.Module) -> Iterator[str]:
    """The classes of a module, and what it calls types: `Key = tuple[str, str]`."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            yield node.name.lstrip("_")
        elif isinstance(node, (ast.Assign, ast.AnnAssign)):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            own = (t.id.lstrip("_") for t in targets if isinstance(t, ast.Name))
            yield from (name for name in own if name[:1].isupper() and not name.isupper())


def test_one_name_one_thing() -> None:
    """No class and no type in two modules, with or without an underscore."""
    homes: dict[str, set[Path]] = {}
    for path in FILES:
        module = parts(path)[0]
        assert isinstance(module, ast.Module)
        for name in names(module):
            homes.setdefault(name, set()).add(path)
    several = {name: sorted(map(str, paths)) for name, paths in homes.items() if len(paths) > 1}
    assert several == {}, "a better name for one of them"


def test_publishing_knows_the_finished_site_only() -> None:
    known = {
        name
        for path in FILES
        if package_of(path) == "publishing"
        for name in imports(path)
        if name.startswith("plugins.catalogue")
    }
    assert {name.split(".")[2] for name in known} == {"cache", "diagnostics", "settings"}


def calls(path: Path) -> Iterator[str]:
    for node in parts(path):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


# How findings are shown has colours of its own; the workers speak to a program.
MAY_WRITE = {
    "findings/show.py",
    "intake/calendars/worker.py",
    "intake/sheet/worker.py",
    "intake/new/__main__.py",
    "web/intake/picture_worker.py",
}


@pytest.mark.slow
def test_all_lines_are_printed_where_names_are_spelled_out() -> None:
    """Nothing that somebody wrote may steer a terminal or a forge; tests/findings has the proof."""
    named = {str(path.relative_to(PLUGINS)): set(calls(path)) for path in FILES}
    assert {name for name, called in named.items() if "print" in called} == {"findings/safe.py"}
    direct = {"sys.stdout.write", "sys.stderr.write", "sys.stdout.buffer.write"}
    assert {name for name, called in named.items() if called & direct} <= MAY_WRITE


def test_every_package_is_named_in_the_map() -> None:
    packages = {p.name for p in PLUGINS.iterdir() if p.is_dir() and not p.name.startswith("__")}
    assert sorted(package for package, _, _ in LINES) == sorted(packages)


def test_the_map_says_what_is_imported() -> None:
    """So nothing is allowed that nobody needs, and the arrows were read as they are meant."""
    found: dict[str, set[str]] = {package: set() for package, _, _ in LINES}
    for path in FILES:
        package = package_of(path)
        own = {name.split(".")[1] for name in imports(path) if name.startswith("plugins.")}
        if package in found:
            found[package] |= own - {package}
    assert found == MAY_IMPORT


LISTED_OTHERWISE = {"catalogue/codes", "catalogue/descriptions", "validation/rules"}
MAPS = {
    str(file.parent.relative_to(PLUGINS)): set(re.findall(r"(?<![\w./])\w+\.py\b", docstring))
    for file in PLUGINS.rglob("__init__.py")
    if (docstring := ast.get_docstring(ast.parse(file.read_text("utf-8"))) or "").count(".py") > 1
}
"""The packages that have a map of their modules, with the modules that are named in it."""


@each("package", sorted(MAPS.keys() - LISTED_OTHERWISE - {"."}))
def test_every_module_is_named_in_the_map_of_its_package(package: str) -> None:
    modules = {path.name for path in (PLUGINS / package).glob("*.py")}
    told = MAPS[package] | {"__init__.py"}
    assert told == modules, f"the docstring of plugins/{package}/__init__.py lists the modules"


def test_packages_of_many_modules_have_a_map() -> None:
    """Those of the pages need none: each module is a page, and says of which."""
    large = {str(p.parent.relative_to(PLUGINS)) for p in FILES if len([*p.parent.glob("*.py")]) > 5}
    assert large - MAPS.keys() - LISTED_OTHERWISE - PLANNERS == set()


TESTS = sorted((ROOT / "tests").rglob("*.py"))


@each("path", TESTS)
def test_programs_run_in_the_city_of_the_tests(path: Path) -> None:
    """Here are the content and settings of whatever city it is; tests/conftest.py sees the rest."""
    assert "cwd=" + "ROOT" not in path.read_text(encoding="utf-8")


BOUND = re.compile(r"\b(?:timeout=|alarm\(|join\(|wait\(|create_connection\(.*, )(\d+)\b")


@each("path", TESTS)
def test_no_test_gives_up_before_a_busy_machine_is_done(path: Path) -> None:
    bounds = [int(found) for found in BOUND.findall(path.read_text(encoding="utf-8"))]
    assert [seconds for seconds in bounds if 0 < seconds < MOST] == []


MAY_NAME_WHAT_IS_PRIVATE = {"catalogue", "validation", "intake"}


def test_what_is_private_is_named_by_no_page_and_no_export() -> None:
    shown = [path for path in FILES if package_of(path) not in MAY_NAME_WHAT_IS_PRIVATE]
    names = {path.name for path in (*shown, *TEMPLATES) if PRIVATE in path.read_text("utf-8")}
    assert names == set()


def test_all_that_may_be_private_is_called_so() -> None:
    fields = {key for key, known in fields_of(Association).items() if PRIVATE in known.attribute}
    assert fields == {"contacts", "checked", "consent"}
    assert not {"contacts", "checked", "consent"} & set(dir(Association))


TEMPLATES = sorted((ROOT / "theme" / "templates").rglob("*.html"))


def test_one_safe() -> None:
    texts = [path.read_text(encoding="utf-8") for path in TEMPLATES]
    assert sum(len(re.findall(r"\|\s*safe\b", text)) for text in texts) == 1
    assert sum(len(re.findall(r"\bautoescape\b|\bMarkup\b", text)) for text in texts) == 0


def test_autoescape_and_strict_undefined_are_set_in_one_place() -> None:
    text = (PLUGINS / "rendering" / "jinja.py").read_text(encoding="utf-8")
    assert text.count("autoescape=True") == text.count("undefined=StrictUndefined") == 1


DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
NAMED = re.compile(r"(?<![\w./-])((?:[a-z_]+/)*[a-z_]+\.(?:py|toml))\b")


def is_there(name: str, beside: Path) -> bool:
    """Whether a file can be meant: from the root, from plugins/, from here, or by its name."""
    own = [ROOT / name, PLUGINS / name, beside.parent / name]
    return any(path.exists() for path in own) or any(path.name == name for path in NAMEABLE)


NAMEABLE = [*FILES, *TESTS, *PLUGINS.rglob("*.toml"), *ROOT.glob("benchmarks/*.py")]


@each("path", [*FILES, *DECISIONS, ROOT / "docs" / "architecture.md"])
def test_files_that_are_named_are_there(path: Path) -> None:
    """A comment or decision that names a module is as true as that name."""
    named = set(NAMED.findall(path.read_text(encoding="utf-8"))) - INVENTED
    assert [name for name in sorted(named) if not is_there(name, path)] == []


INVENTED = {"hugo.toml"}
