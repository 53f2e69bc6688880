"""Adds fields and list entries to YAML text, or replaces one value, and changes nothing else in it: no comment, no quote.

A parser that keeps comments still wraps long lines and spaces lists anew, so that a clerk's change of one line shows
as many. So the text is only ever added to, at places that the parser's marks give.
"""

from __future__ import annotations

import re
from typing import Any, Callable, Mapping, Sequence

import yaml

from generator.reading.field_paths import FieldPath
from generator.reading.yaml_text import TextLoader

Value = str | Sequence["Value"] | Mapping[str, "Value"]
Given = str | Sequence["Given"] | Mapping[str, "Given"] | None
"""A value before what was not given is left out of it."""
Order = Callable[[FieldPath], Sequence[str]]
"""The names that fields at a path may have, in the order in which they are written."""


class AlreadyWritten(Exception):
    """The field ``path`` holds a value, and nothing is written over it."""

    def __init__(self, path: FieldPath) -> None:
        super().__init__(path)
        self.path = path


def with_added(text: str, fields: Mapping[str, Value], order: Order, at: FieldPath = ()) -> str:
    """The text with ``fields`` added to those at the path ``at``: a list is continued, a group of fields is filled up,
    a new field takes its place in the order. Raises AlreadyWritten."""
    for name, value in fields.items():
        mapping = _node_at(text, at)
        assert isinstance(mapping, yaml.MappingNode)
        old = _field(mapping, name)
        if old is None:
            text = _with_field(text, mapping, name, value, order(at))
        elif isinstance(old, yaml.SequenceNode) and isinstance(value, list):
            text = _with_entries(text, old, value)
        elif isinstance(old, yaml.MappingNode) and isinstance(value, dict):
            text = with_added(text, value, order, (*at, name))
        elif isinstance(old, yaml.ScalarNode) and not old.value.strip():
            text = _with_value(text, mapping, old, value)
        else:
            raise AlreadyWritten((*at, name))
    return text


def with_replaced(text: str, path: FieldPath, value: Value) -> str:
    """The text with the value at ``path`` written anew on one line, and every other letter as it was."""
    node = _node_at(text, path)
    return text[: node.start_mark.index] + on_one_line(value) + text[_end(text, node) :]


def _with_field(text: str, mapping: yaml.MappingNode, name: str, value: Value, order: Sequence[str]) -> str:
    if mapping.flow_style:
        return _withon_one_line(text, mapping, on_one_line({name: value})[1:-1])
    indent = mapping.value[0][0].start_mark.column
    commented = _commented(text, mapping, name) if indent == 0 else None
    return _inserted(text, commented or _after_earlier(text, mapping, name, order), _block({name: value}, indent))


def _commented(text: str, mapping: yaml.MappingNode, name: str) -> int | None:
    """Where the field stands as a comment, as in a new record: there it is written, above its example."""
    inside = [range(key.start_mark.index, _end(text, value)) for key, value in mapping.value]
    places = (found.start() for found in re.finditer(rf"^# ?{name}:", text, re.MULTILINE))
    return next((place for place in places if not any(place in field for field in inside)), None)


def _after_earlier(text: str, mapping: yaml.MappingNode, name: str, order: Sequence[str]) -> int:
    """After the fields that come before it, or after all where none does."""
    before = order[: order.index(name)]
    earlier = [value for key, value in mapping.value if key.value in before]
    return _line_end(text, max(_end(text, value) for value in earlier or [value for _, value in mapping.value]))


def _with_entries(text: str, sequence: yaml.SequenceNode, entries: Sequence[Value]) -> str:
    if sequence.flow_style:
        return _withon_one_line(text, sequence, on_one_line(entries)[1:-1])
    written = _block(entries, sequence.start_mark.column)
    return _inserted(text, _line_end(text, _end(text, sequence)), written)


def _with_value(text: str, mapping: yaml.MappingNode, empty: yaml.ScalarNode, value: Value) -> str:
    start, text = empty.start_mark.index, text[: empty.start_mark.index] + text[empty.end_mark.index :]
    if isinstance(value, str) or mapping.flow_style:
        return f"{text[:start].rstrip(' ')} {on_one_line(value)}{text[start:]}"
    return _inserted(text, _line_end(text, start), _block(value, mapping.value[0][0].start_mark.column + 2))


def _withon_one_line(text: str, node: yaml.CollectionNode, written: str) -> str:
    """Into what is written between brackets."""
    if not node.value:
        close = node.end_mark.index - 1
        return text[:close] + written + text[close:]
    last = _end(text, _last(node))
    return f"{text[:last]}, {written}{text[last:]}"


def _inserted(text: str, place: int, lines: str) -> str:
    """Whole lines, with the file's own line ends, at the start of a line or at the end of the text."""
    line_end = "\r\n" if "\r\n" in text else "\n"
    lines = lines.replace("\n", line_end)
    if place == len(text) and not text.endswith("\n"):
        return text + line_end + lines.removesuffix(line_end)
    return text[:place] + lines + text[place:]


def _end(text: str, node: yaml.Node) -> int:
    """Just after the node's last letter: the parser's own mark of a block stands after comments that follow it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        return _end(text, _last(node))
    start = node.start_mark.index
    return start + len(text[start : node.end_mark.index].rstrip())


def _last(node: yaml.CollectionNode) -> yaml.Node:
    last: yaml.Node | tuple[yaml.Node, yaml.Node] = node.value[-1]
    return last[1] if isinstance(last, tuple) else last


def _line_end(text: str, index: int) -> int:
    return text.find("\n", index) + 1 or len(text)


def _node_at(text: str, path: FieldPath) -> yaml.Node:
    """What stands at the path, which is one that the text holds."""
    node = yaml.compose(text, TextLoader)
    for part in path:
        assert isinstance(node, yaml.CollectionNode)
        node = _field(node, part) if isinstance(part, str) else node.value[part]
    assert node is not None
    return node


def _field(mapping: yaml.CollectionNode, name: str) -> yaml.Node | None:
    return next((value for key, value in mapping.value if key.value == name), None)


class _Writer(yaml.SafeDumper):
    """Quotes only what would not be read as the same text: records have no other type than text."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012  # as PyYAML declares it

    def ignore_aliases(self, data: Any) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


_Writer.add_representer(
    str, lambda writer, text: writer.represent_scalar("tag:yaml.org,2002:str", text, "|" if "\n" in text else None)
)


def _block(value: Value, indent: int) -> str:
    written = yaml.dump(value, Dumper=_Writer, allow_unicode=True, sort_keys=False, width=10**6, default_flow_style=False)
    return "".join(f"{' ' * indent}{line}" if line.strip() else line for line in written.splitlines(keepends=True))


def yaml_text(fields: Mapping[str, Value]) -> str:
    """A new record's."""
    return _block(fields, 0)


def on_one_line(value: Value) -> str:
    """As it may be written between brackets."""
    written = yaml.dump(value, Dumper=_Writer, allow_unicode=True, sort_keys=False, width=10**6, default_flow_style=True)
    return written.removesuffix("\n").removesuffix("\n...")
