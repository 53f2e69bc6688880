"""The forms that districts send, as data: their columns, and the ways to head each of them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Mapping

import yaml

from generator.reading.yaml_text import TextLoader
from generator.site.form_sets import FormContent, read_form_set
from generator.text.vietnamese import fold

_OF_WHAT = re.compile(
    r"\((?:nguoi|luot|luot nguoi|y kien|cuoc|neu co|ghi ro|(?:ghi (?:ro )?)?chuc danh|dd/mm/yyyy|ngay/thang/nam)\)"
)
"""What a heading adds to say how its cells are filled in; anything else in brackets is another column: Số người dự (nữ)."""
_SHORT = {
    "hn": "hoi nghi", "kl": "ket luan", "tb": "thong bao", "tbkl": "thong bao ket luan", "sl": "so luong", "dt": "doi thoai",
}
"""Words that headings shorten where columns are narrow."""
Heading = str | list[str]
"""As it is written; on two rows, what stands over several columns and what stands over this one."""


@dataclass(frozen=True)
class SheetColumn:
    """``headings`` are all ways to write it, folded; the first is the form's own, as ``heading`` writes it."""

    field: str
    heading: str
    headings: frozenset[str]
    required: bool


@dataclass(frozen=True)
class SheetForm:
    name: str
    content: FormContent
    title: str
    columns: tuple[SheetColumn, ...]


def read_forms(templates: Path) -> tuple[SheetForm, ...]:
    """The forms that districts send, from ``site_templates/forms``: their columns, and other ways to head them."""
    folder, contents = templates / "forms", read_form_set(templates, None).forms
    return tuple(
        _form(name, contents[name], _read(folder / f"{name}.yml"), ways) for name, ways in _read(folder / "reading.yml").items()
    )


def folded_heading(heading: Heading) -> str:
    """As headings are compared: letters and digits alone, words in full."""
    parts = [heading] if isinstance(heading, str) else heading
    words = re.sub(r"[^a-z0-9]+", " ", _OF_WHAT.sub("", fold(" ".join(parts)))).split()
    return " ".join(_SHORT.get(word, word) for word in words)


def _written(heading: Heading) -> str:
    return heading if isinstance(heading, str) else ": ".join(heading)


def _form(name: str, content: FormContent, written: Mapping[str, Any], ways: Mapping[str, Any]) -> SheetForm:
    unnamed = {heading: field for field, heading in ways.get("columns", {}).items()}
    headings: dict[str, Heading] = {
        column.get("field") or unnamed[column["heading"]]:
            [column["group"], column["heading"]] if "group" in column else column["heading"]
        for column in written["columns"]
    }
    headings = {field: heading for heading, field in unnamed.items()} | headings
    below = Counter(folded_heading(heading[1] if isinstance(heading, list) else heading) for heading in headings.values())
    return SheetForm(name, content, written["title"], tuple(
        SheetColumn(
            field, _written(heading),
            frozenset(map(folded_heading, (heading, *ways["also"].get(field, ()), *_without_group(heading, below)))),
            field in ways["required"],
        )
        for field, heading in headings.items()
    ))


def _without_group(heading: Heading, below: Mapping[str, int]) -> list[str]:
    """The lower of two rows alone, as who writes all headings on one row does, where its words name no other column too."""
    if isinstance(heading, str) or len(heading[1].split()) < 2 or below[folded_heading(heading[1])] > 1:
        return []
    return [heading[1]]


def _read(path: Path) -> Mapping[str, Any]:
    fields: dict[str, Any] = yaml.load(path.read_text("utf-8"), TextLoader)
    return fields
