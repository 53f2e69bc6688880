"""The map of the program: rooms whose imports run one way, MkDocs that can be taken away, one module that reads a clock."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter

import pytest

from tests.places import GENERATOR, TESTS

ROOMS = (
    "text", "files", "keeping",
    "model", "consequences", "reading", "checks",
    "site", "calendars", "tables", "publications",
    "building", "reports", "editing", "sheets", "comparing", "releases", "joining",
    "mkdocs_plugin", "own_shell", "commands",
)
"""The map of the program, from bottom to top: a room imports from itself and from those before it."""
EDGES = {"__init__.py", "__main__.py"}
"""All that lies in ``generator`` itself."""
LONGEST = 200
"""Lines of a module that can be read at once."""
OF_NO_ROOM = {"browser", "project", "golden", "invalid", "real_dialogues", "reforms"}
"""Folders of tests that ask the whole site or the project itself, or hold cases for several rooms."""
CLOCKS = {"now", "utcnow", "today", "time", "time_ns", "localtime", "gmtime", "fromtimestamp"}
SURROUNDINGS = {"environ", "getenv", "locale", "getlocale", "setlocale"}
ASKING = {"building/today.py", "commands/shown_stages.py", "__main__.py"}
"""The one that reads a clock, the one that has to know whether a person is looking on, and the one that tells a library there
not to ask what else the machine has."""

TREES = {path.relative_to(GENERATOR).as_posix(): ast.parse(path.read_text("utf-8")) for path in sorted(GENERATOR.rglob("*.py"))}


def room_of(file: str) -> str:
    return file.split("/")[0].removesuffix(".py")


def imports_of(tree: ast.AST) -> set[str]:
    """Dotted names of everything imported, also inside functions and for type checkers only."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def own_imports(file: str) -> set[str]:
    """Other rooms that a module imports from."""
    return {name.split(".")[1] for name in imports_of(TREES[file]) if name.startswith("generator.")} - {room_of(file)}


def test_every_module_lies_in_a_room():
    assert {file for file in TREES if "/" not in file} == EDGES
    assert {room_of(file) for file in TREES if "/" in file} == set(ROOMS)


def test_no_module_is_longer_than_can_be_read_at_once():
    lengths = {file: len((GENERATOR / file).read_text("utf-8").splitlines()) for file in TREES}
    assert {file: length for file, length in lengths.items() if length > LONGEST} == {}


def test_tests_lie_where_what_they_ask_lies():
    folders = {path.name for path in TESTS.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders - OF_NO_ROOM <= set(ROOMS) and folders >= OF_NO_ROOM


@pytest.mark.parametrize("file", [file for file in TREES if "/" in file])
def test_a_module_imports_only_from_rooms_before_its_own(file):
    assert own_imports(file) <= set(ROOMS[: ROOMS.index(room_of(file))])


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_says_in_a_sentence_what_it_holds(room):
    says = ast.get_docstring(TREES[f"{room}/__init__.py"]) or ""
    assert "import" in says and says.count(".\n\n") == 0 and says.endswith(".")


def test_no_two_modules_import_each_other():
    graph = {file: {_file_of(name) for name in imports_of(tree) if name.startswith("generator.")} - {file} for file, tree in TREES.items()}
    assert len(list(TopologicalSorter(graph).static_order())) == len(graph)


def _file_of(name: str) -> str:
    """The module that a name of an import comes from: itself, or the one that it stands in."""
    place = name.removeprefix("generator.").replace(".", "/")
    candidates = (f"{place}.py", f"{place}/__init__.py", f"{place.rpartition('/')[0]}.py", f"{place.rpartition('/')[0]}/__init__.py")
    return next(file for file in candidates if file in TREES)


@pytest.mark.parametrize("file", [file for file in TREES if room_of(file) != "mkdocs_plugin"])
def test_only_the_plugin_knows_mkdocs(file):
    assert not any(name.split(".")[0] in ("mkdocs", "material") for name in imports_of(TREES[file]))


@pytest.mark.parametrize("file", [file for file in TREES if file not in ASKING])
def test_nothing_else_reads_a_clock_or_the_machines_settings(file):
    called = {node.func.attr for node in ast.walk(TREES[file]) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)}
    named = {node.attr for node in ast.walk(TREES[file]) if isinstance(node, ast.Attribute)}
    assert not called & CLOCKS and not (named | imports_of(TREES[file])) & SURROUNDINGS


def test_only_the_edges_ask_for_today():
    asking = {room_of(file) for file in TREES if "generator.building.today.today_in_vietnam" in imports_of(TREES[file])}
    assert asking == {"commands", "mkdocs_plugin"}


def test_no_test_reads_a_clock():
    """So that none fails when midnight comes between two of its steps, or a year later."""
    asking = {path.relative_to(TESTS).as_posix() for path in TESTS.rglob("*.py") if reads_a_clock(ast.parse(path.read_text("utf-8")))}
    assert asking == {"project/test_publish_register.py"}, "which runs the script that publishes on the day of today"


def reads_a_clock(tree: ast.AST) -> bool:
    asked = {
        f"{node.value.id}.{node.attr}" for node in ast.walk(tree) if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    }
    return bool({name for name in asked if name.split(".")[0] in {"date", "datetime", "time"} and name.split(".")[1] in CLOCKS}
                | imports_of(tree) & {"generator.building.today.today_in_vietnam"})
