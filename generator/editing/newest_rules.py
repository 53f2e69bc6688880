"""The rules that hold at the end of a year as the text of a whole year's: what changed within it stands in its place."""

from __future__ import annotations

import re

import yaml
from yaml.dumper import BaseDumper

from generator.reading.yaml_text import TextLoader

_PERIODS, _FIRST_DAY, _CLOSING = "periods", "first_day", "closing"


def newest_rules(text: str) -> str:
    """``text`` is a sound record of rules. Of one without ``periods`` not a letter changes; of another what each period
    changes, without its comments, takes the place of what held before, and all else stays as it is written. How the year was
    closed is no rule."""
    rules = yaml.compose(text, TextLoader)
    assert isinstance(rules, yaml.MappingNode)
    changed = _changed(rules)
    if not changed and not any(name.value == _CLOSING for name, _ in rules.value):
        return text
    starts = [name.start_mark.index for name, _ in rules.value]
    kept, known = [text[:starts[0]]], {name.value for name, _ in rules.value}
    for (name, _), start, end in zip(rules.value, starts, [*starts[1:], len(text)], strict=True):
        written, comments = _without_comments_of_the_next(text[start:end])
        if name.value == _PERIODS:
            written = "".join(field for own, field in changed.items() if own not in known)
        elif name.value == _CLOSING:
            written = ""
        kept += [changed.get(name.value, written), comments]
    return "".join(kept)


def _changed(rules: yaml.MappingNode) -> dict[str, str]:
    """By field, as a year's own is written; the last change of each."""
    periods: list[yaml.MappingNode] = next((node.value for name, node in rules.value if name.value == _PERIODS), [])
    return {
        name.value: yaml.serialize(_field(name, node), Dumper=BaseDumper, allow_unicode=True, width=110)
        for period in periods for name, node in period.value if name.value != _FIRST_DAY
    }


def _field(name: yaml.ScalarNode, value: yaml.Node) -> yaml.MappingNode:
    return yaml.MappingNode("tag:yaml.org,2002:map", [(name, value)], flow_style=False)


def _without_comments_of_the_next(field: str) -> tuple[str, str]:
    """Comments that begin a line and stand below the field are about the next one."""
    below = re.search(r"(?:^(?:#.*)?\n)*\Z", field, re.MULTILINE)
    assert below
    return field[:below.start()], field[below.start():]
