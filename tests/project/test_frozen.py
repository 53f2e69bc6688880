"""Nothing writes into what is frozen: what is worked out is declared as a cached property, or stands in ``keeping.memo``."""

from __future__ import annotations

import ast
from typing import Iterator

import pytest

from tests.project.test_imports import TREES

WRITING = {"update", "setdefault", "pop", "popitem", "clear"}


def _is_the_inside(node: ast.AST) -> bool:
    """``vars(…)`` or ``….__dict__``."""
    called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "vars"
    return called or (isinstance(node, ast.Attribute) and node.attr == "__dict__")


def writes_into_things(tree: ast.AST) -> Iterator[int]:
    """Lines that go past a class to what its things hold; also under another name given to that in the same function."""
    names = {
        target.id for node in ast.walk(tree) if isinstance(node, ast.Assign) and _is_the_inside(node.value)
        for target in node.targets if isinstance(target, ast.Name)
    }

    def inside(node: ast.AST) -> bool:
        return _is_the_inside(node) or (isinstance(node, ast.Name) and node.id in names)

    for node in ast.walk(tree):
        match node:
            case ast.Subscript(value=value, ctx=ast.Store() | ast.Del()) if inside(value):
                yield node.lineno
            case ast.Attribute(attr="__dict__", ctx=ast.Store() | ast.Del()):
                yield node.lineno
            case ast.Call(func=ast.Attribute(value=value, attr=attr)) if attr in WRITING and inside(value):
                yield node.lineno
            case ast.Call(func=ast.Name(id="setattr" | "delattr")) | ast.Attribute(attr="__setattr__" | "__delattr__"):
                yield node.lineno
            case ast.AugAssign(target=target) if inside(target):
                yield node.lineno


@pytest.mark.parametrize("source", [
    "vars(x).update(a=1)", "vars(x)['a'] = 1", "del vars(x)['a']", "x.__dict__['a'] = 1", "x.__dict__ = {}",
    "answers = x.__dict__\nanswers['a'] = 1", "fields = vars(x)\nfields.setdefault('a', 1)", "vars(x)['a'] += 1",
    "object.__setattr__(x, 'a', 1)", "setattr(x, 'a', 1)", "_set = object.__setattr__", "x.__dict__ |= {'a': 1}",
])
def test_a_write_into_a_thing_is_found(source: str):
    assert list(writes_into_things(ast.parse(source)))


@pytest.mark.parametrize("file", TREES)
def test_no_module_writes_into_what_another_made(file: str):
    assert not list(writes_into_things(TREES[file]))
