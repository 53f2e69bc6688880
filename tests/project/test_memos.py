"""What is remembered for a whole run has a bound, since `dialogues serve` goes on and on."""

from __future__ import annotations

import ast
from pathlib import Path

GENERATOR = Path(__file__).parents[2] / "generator"
FEW = {"_names_of_texts", "all_names", "fields_of"}
"""Asked of the program's own models, of which there are few whatever the records say."""


def test_only_what_is_asked_of_few_things_is_remembered_without_a_bound():
    functions = [
        node for path in GENERATOR.rglob("*.py") for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef)
    ]
    unbounded = {
        function.name for function in functions for decorator in function.decorator_list
        if ast.unparse(decorator) in ("cache", "functools.cache", "lru_cache(None)", "lru_cache(maxsize=None)")
        and function.args.args
    }
    assert unbounded == FEW
