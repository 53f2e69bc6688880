"""Jinja's templates compiled to plainer Python: a register renders some hundred thousand, and half of what Jinja does for
each value it looks up, calls or shows is for templates other than these."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any, Callable, MutableMapping

import jinja2
import markupsafe
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup

_escaped: Callable[[str], str] = getattr(markupsafe, "_escape_inner", markupsafe.escape)
"""Of text alone, which spares it an object of its own; the public way does the same more slowly."""


def shown(value: object) -> str:
    """As it stands in HTML: what ``markupsafe.escape`` gives, but without a mark that it is safe."""
    if type(value) is str:
        return _escaped(value)
    if type(value) is Markup:
        return value
    return markupsafe.escape(value) if hasattr(value, "__html__") else _escaped(str(value))


def place_in_template(error: BaseException) -> str | None:
    """The file and the line of the template in which the error was raised; None where it was not in one."""
    from traceback import extract_tb  # seldom needed

    frames = extract_tb(error.__traceback__)
    places = [f"{frame.filename}:{frame.lineno}" for frame in frames if not frame.filename.endswith(".py")]
    return next((place for place in reversed(places) if Path(place.rpartition(":")[0]).is_file()), None)


class PlainMacro(Macro):
    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._is_plain = not (self.caller or self.catch_kwargs or self.catch_varargs)
        self._shown = partial(str.__new__, Markup) if self._default_autoescape else str

    def __call__(self, *given: Any, **named: Any) -> str:
        """What is given in its order, or by names that it knows, needs none of what Jinja does to find it."""
        left = self._argument_count - len(given)
        if left < 0 or not self._is_plain or (named and not named.keys() <= {*self.arguments[len(given):]}):
            return super().__call__(*given, **named)
        rest = [named.get(name, missing) for name in self.arguments[len(given):]] if named else (missing,) * left
        return self._shown(self._func(*given, *rest))


class _PlainCode(CodeGenerator):
    """A dot is an attribute and nothing else, brackets are a key, and a function is called at once, without the context. No
    filter is, before the template is rendered."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:
        self.visit(node.node, frame)
        self.write("[")
        self.visit(node.arg, frame)
        self.write("]")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        if node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for given in (*node.args, *node.kwargs):
            self.visit(given, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        # What a filter makes of a constant may be another thing in another register.
        if not isinstance(node, (nodes.TemplateData, nodes.Const)):
            raise nodes.Impossible
        return super()._output_child_to_const(node, frame, finalize)

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        super().visit_Template(node, frame)
        # Instead of Jinja's own, which stand at the top.
        self.writeline(f"from {__name__} import shown as escape, PlainMacro as Macro")


class PlainEnvironment(jinja2.Environment):
    """Templates do not change while it is used. What is missing is an error at once (AttributeError, KeyError,
    UndefinedError)."""

    code_generator_class = _PlainCode

    def __init__(self, **options: Any) -> None:
        # To work out what is constant takes as long as a page from some templates, and hardly any has such.
        super().__init__(undefined=jinja2.StrictUndefined, auto_reload=False, optimized=False, **options)
        self._templates: dict[str, jinja2.Template] = {}
        self.filters["attr"] = getattr  # as a dot is; Jinja's own first searches the classes of what it is given

    def get_template(
        self, name: str | jinja2.Template, parent: str | None = None, globals: MutableMapping[str, Any] | None = None
    ) -> jinja2.Template:
        if isinstance(name, jinja2.Template):
            return name
        if name not in self._templates:
            self._templates[name] = super().get_template(name, parent, globals)
        return self._templates[name]

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """One dictionary: the chain of two, which it is by itself, is walked through at each rendering."""
        return {**self.globals, **(d or {})}
