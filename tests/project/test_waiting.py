"""Tests of pages wait for what is wanted: none reads a page at once after it has done something to it, and none waits for a time.

A page shows what was done to it when its scripts have come to it, and on a machine that does much else that is later.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.places import TESTS

DO = {
    "click", "tap", "press", "press_sequentially", "type", "insert_text", "fill", "select_option", "check", "set_input_files", "go_back",
}
READ = {
    "count", "all", "inner_text", "text_content", "all_inner_texts", "all_text_contents", "get_attribute", "input_value", "evaluate",
    "evaluate_all", "is_visible", "is_hidden", "is_enabled", "is_disabled", "is_checked", "bounding_box", "title",
}
WAIT = ("expect", "wait_for", "follow", "goto")
"""How the names of all begin that wait for what is wanted."""
SLEEP = {"wait_for_timeout", "sleep"}
LOOK_AGAIN = {"expect_said", "_expect", "begun"}
"""The functions that wait for it themselves, looking again and again."""

FUNCTIONS = {
    (path.name, function.name): function
    for path in sorted((TESTS / "browser").glob("*.py")) for function in ast.walk(ast.parse(path.read_text("utf-8")))
    if isinstance(function, ast.FunctionDef)
}


def called(node: ast.AST) -> Iterator[tuple[str, int]]:
    """The name of whatever is called and its line, in their order, but what is handed to somebody who waits for it."""
    if isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        is_moving_on = name == "press" and any(isinstance(key, ast.Constant) and key.value == "Tab" for key in node.args)
        if not name.startswith(WAIT):
            yield from (inner for child in ast.iter_child_nodes(node) for inner in called(child))
        if not is_moving_on:
            yield name, node.lineno
        return
    # What a block waits for has come at its end.
    parts = [*node.body, *node.items] if isinstance(node, ast.With) else ast.iter_child_nodes(node)
    for child in parts:
        yield from called(child)


def read_too_early(function: ast.AST) -> list[int]:
    """The lines that read what nothing has waited for."""
    lines, is_awaited = [], True
    for name, line in called(function):
        if name.startswith(WAIT) or name in DO:
            is_awaited = name not in DO
        elif name in READ and not is_awaited:
            lines.append(line)
    return lines


def test_no_page_is_read_before_what_was_done_to_it_is_awaited():
    assert {name: lines for name, function in FUNCTIONS.items() if (lines := read_too_early(function))} == {}


def test_nobody_waits_for_a_time():
    assert {name for name, function in FUNCTIONS.items() if SLEEP & {one for one, _ in called(function)}} == {
        name for name in FUNCTIONS if name[1] in LOOK_AGAIN
    }


@pytest.mark.parametrize("text, lines", [
    ("page.click()\nassert page.inner_text() == 'x'", [2]),
    ("page.click()\nexpect(page).to_have_text('x')\nassert page.inner_text() == 'x'", []),
    ("page.click()\nexpect_said(page, lambda: page.evaluate('x'), 1)", []),
    ("with page.expect_download() as one:\n    page.click()\nassert one.count()", []),
])
def test_what_is_read_too_early_is_found(text: str, lines: list[int]):
    assert read_too_early(ast.parse(text)) == lines
