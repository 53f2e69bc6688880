"""Imports run one way, MkDocs can be taken away, and only one module reads a clock."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

GENERATOR = Path(__file__).parent.parent / "generator"

ORDER = (
    {
        "problems", "markdown_text", "vietnamese", "field_paths", "yaml_mistakes", "yaml_text", "words", "rich_text",
        "whole_folder", "search_index", "yaml_additions", "year_opening", "calendar_lines", "fingerprints", "store",
        "processes", "serving", "site_folder", "observed_day", "old_encodings", "everyday_text", "shortening", "kept_results",
        "compiled_templates", "packed", "plain_templates", "javascript_patterns", "folder_walk",
    },
    {"model"},
    {"status", "fact_days", "addresses"},
    {
        "record_text", "record_files", "declared_fields", "field_problems", "known_records", "record_reading", "records",
        "record_schema", "ledger", "event_history",
    },
    {"checks", "progress", "clocks", "punctuality"},
    {"formatting", "charts", "views", "changes"},
    {"credits", "answers", "structured"},
    {"published", "site"},
    {"event_words", "calendar_events", "calendar_file", "notice_texts", "tables", "duties", "duty_words"},
    {"publications", "reports"},
    {"parts"},
    {"build", "new_record", "today", "record_changes", "revisions", "promises", "year_closing"},
    {"editing", "difference", "sheets"},
    {"plain_site", "difference_text", "problem_formats", "delivery"},
    {"year_archive"},
    {"mkdocs_plugin"},
    {"commands"},
    {"cli"},
    {"__main__"},
)
"""Each module (or package) imports from its own group and from those before it."""
CLOCKS = {"now", "utcnow", "today", "time", "time_ns", "localtime", "gmtime", "fromtimestamp"}
SURROUNDINGS = {"environ", "getenv", "locale", "getlocale", "setlocale"}

TREES = {path.relative_to(GENERATOR).as_posix(): ast.parse(path.read_text("utf-8")) for path in sorted(GENERATOR.rglob("*.py"))}


def module_of(file: str) -> str:
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
    return {name.split(".")[1] for name in imports_of(TREES[file]) if name.startswith("generator.")} - {module_of(file)}


MODULES = sorted({module_of(file) for file in TREES} - {"__init__"})


def test_every_module_has_its_place_in_the_order():
    assert set(MODULES) - set().union(*ORDER) == set()


@pytest.mark.parametrize("file", TREES)
def test_a_module_imports_only_what_stands_before_it(file):
    place = next((number for number, group in enumerate(ORDER) if module_of(file) in group), len(ORDER))
    assert own_imports(file) <= set().union(*ORDER[: place + 1])


def test_no_two_modules_import_each_other():
    graph = {module: set().union(*(own_imports(file) for file in TREES if module_of(file) == module)) for module in MODULES}
    assert len(list(TopologicalSorter(graph).static_order())) == len(MODULES)


@pytest.mark.parametrize("file", [file for file in TREES if module_of(file) != "mkdocs_plugin"])
def test_only_the_plugin_knows_mkdocs(file):
    assert not any(name.split(".")[0] in ("mkdocs", "material") for name in imports_of(TREES[file]))


@pytest.mark.parametrize("file", [file for file in TREES if file != "today.py"])
def test_nothing_else_reads_a_clock_or_the_machines_settings(file):
    called = {node.func.attr for node in ast.walk(TREES[file]) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)}
    named = {node.attr for node in ast.walk(TREES[file]) if isinstance(node, ast.Attribute)}
    assert not called & CLOCKS and not (named | imports_of(TREES[file])) & SURROUNDINGS


def test_only_the_edges_ask_for_today():
    assert {module_of(file) for file in TREES if "today" in own_imports(file)} == {"cli", "commands", "mkdocs_plugin"}
