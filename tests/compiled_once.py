"""Jinja's templates compiled once for all tests of a process, which build some hundred sites of the same templates."""

from __future__ import annotations

from functools import wraps
from types import CodeType
from typing import Any, Callable

import jinja2
from jinja2.filters import FILTERS

_compiled: dict[tuple[object, ...], CodeType] = {}
_compile = jinja2.Environment.compile


def compile_templates_once() -> None:
    """From here on. What a test asks of a template that it has changed, or of another environment, is compiled for it."""
    jinja2.Environment.compile = _compiled_once  # type: ignore[assignment]


def _compiled_once(
    environment: jinja2.Environment, source: Any, name: str | None = None, filename: str | None = None, raw: bool = False,
    defer_init: bool = False,
) -> Any:
    made_from = (
        type(environment), environment.lexer, source, name, filename, raw, defer_init, *_options(environment, name),
        *map(frozenset, (environment.filters, environment.tests, environment.extensions)),
    )
    if made_from in _compiled:
        return _compiled[made_from]
    called: list[Callable[..., Any]] = []
    filters = environment.filters
    environment.filters = {known: _noted(filter, called) for known, filter in filters.items()}
    try:
        code = _compile(environment, source, name, filename, raw, defer_init)
    finally:
        environment.filters = filters
    if not raw and all(filter in FILTERS.values() for filter in called):
        _compiled[made_from] = code
    return code


def _options(environment: jinja2.Environment, name: str | None) -> tuple[object, ...]:
    """Those that its lexer is not known by; the lexer is the same for all environments that have its options."""
    escapes = environment.autoescape(name) if callable(environment.autoescape) else environment.autoescape
    return escapes, environment.optimized, environment.finalize, environment.is_async


def _noted(filter: Callable[..., Any], called: list[Callable[..., Any]]) -> Callable[..., Any]:
    """Jinja calls a filter as it compiles where all that it is given is constant; what it then says may be of one register."""
    @wraps(filter)
    def noted(*given: Any, **named: Any) -> Any:
        called.append(filter)
        return filter(*given, **named)

    return noted
