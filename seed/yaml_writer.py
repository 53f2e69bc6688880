"""Writes a record as a clerk would: block style, fields in the given order, plain text wherever it is safe."""

from __future__ import annotations

from datetime import date
from typing import Any, Mapping

import yaml

LINE_LENGTH = 110


def write_yaml(record: Mapping[str, Any], comment: str) -> str:
    """The file's text, ``comment`` (one line or more) first. Days and numbers may be given as such."""
    head = "".join(f"# {line}".rstrip() + "\n" for line in comment.splitlines())
    return head + yaml.dump(
        _text(record), Dumper=_Dumper, allow_unicode=True, sort_keys=False, default_flow_style=False, width=LINE_LENGTH
    )


class _Dumper(yaml.SafeDumper):
    """Quotes no day, hour or number: the register reads every scalar as text."""

    yaml_implicit_resolvers: dict[str, list[Any]] = {}

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _represent_text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _represent_text)


def _text(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _text(inner) for key, inner in value.items() if inner not in (None, [], {})}
    if isinstance(value, (list, tuple)):
        return [_text(inner) for inner in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else str(value)
