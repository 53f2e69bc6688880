"""The files of units as a reform leaves them: closed units with their last day, new ones, names that changed."""

from __future__ import annotations

from pathlib import Path
from typing import Mapping, Sequence

import jinja2

from generator.editing.new_register import quoted
from generator.editing.unit_lists import ListedUnit, UnitList
from generator.editing.unit_reform import NewUnit, Reform
from generator.editing.yaml_additions import Value, with_added, with_replaced
from generator.model import Commune, Register, Unit, UnitFile
from generator.reading.field_paths import FieldPath


def reform_texts(
    content: Path, templates: Path, register: Register, reform: Reform, listed: UnitList
) -> tuple[dict[str, str], dict[str, bytes]]:
    """The texts of all files that change, by their paths below the content folder, and what those that were there held."""
    read: dict[str, bytes] = {}
    texts: dict[str, str] = {}

    def text_of(top_id: str) -> str:
        path = f"units/{top_id}.yml"
        if path not in texts:
            read[path] = (content / path).read_bytes()
            texts[path] = read[path].decode("utf-8-sig")
        return texts[path]

    for id, fields in _added(register, reform).items():
        unit = register.units[id]
        at = _place(register, unit)
        texts[f"units/{unit.top_id}.yml"] = with_added(text_of(unit.top_id), fields, _order, at)
    for id, now in reform.changed.items():
        unit = register.units[id]
        at, text = _place(register, unit), text_of(unit.top_id)
        for name, value in (("name", now.name), ("type", now.type)):
            text = with_replaced(text, (*at, name), value)
        texts[f"units/{unit.top_id}.yml"] = text
    for new in reform.new:
        if new.parent_id is None:
            texts[f"units/{new.id}.yml"] = _new_file(templates, reform, new, listed)
        elif new.parent_id in register.units:
            entry: dict[str, Value] = {"id": new.id.rpartition("/")[2], **_facts(reform, new)}
            added = with_added(text_of(new.parent_id), {"communes": [entry]}, _order)
            texts[f"units/{new.parent_id}.yml"] = added
    return texts, read


def _added(register: Register, reform: Reform) -> Mapping[str, dict[str, Value]]:
    """What is added to units that are recorded already, by their ids."""
    fields: dict[str, dict[str, Value]] = {}
    for id, successors in reform.closed.items():
        fields[id] = {"exists_until": reform.last_day.isoformat(), **({"successors": list(successors)} if successors else {})}
    for id in reform.changed:
        unit = register.units[id]
        fields[id] = {"earlier": [{"until": reform.last_day.isoformat(), "name": unit.name, "type": unit.type}]}
    for id, old in reform.predecessors.items():
        if id in register.units:
            fields.setdefault(id, {})["predecessors"] = list(old)
    return fields


def _facts(reform: Reform, new: NewUnit) -> dict[str, Value]:
    facts: dict[str, Value] = {
        "code": new.listed.code, "name": new.listed.name, "type": new.listed.type, "exists_from": reform.day.isoformat(),
    }
    old = reform.predecessors.get(new.id)
    return {**facts, "predecessors": list(old)} if old else facts


def _new_file(templates: Path, reform: Reform, new: NewUnit, listed: UnitList) -> str:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates), undefined=jinja2.StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, keep_trailing_newline=True, autoescape=False,  # YAML, not HTML
    )
    environment.filters["quoted"] = quoted
    below = [other for other in reform.new if other.parent_id == new.id]
    communes: Sequence[tuple[str, ListedUnit]] = [(other.id.rpartition("/")[2], other.listed) for other in below]
    return environment.get_template("start/unit.yml").render(
        unit=new.listed, communes=communes, listed=listed, exists_from=reform.day.isoformat(),
        predecessors=reform.predecessors.get(new.id, ()),
        below={other.id.rpartition("/")[2]: reform.predecessors.get(other.id, ()) for other in below},
    )


def _place(register: Register, unit: Unit) -> FieldPath:
    if unit.parent_id is None:
        return ()
    below = register.units[unit.parent_id].facts.below
    return ("communes", next(place for place, facts in enumerate(below) if facts is unit.facts))


def _order(path: FieldPath) -> tuple[str, ...]:
    return tuple(Commune.model_fields if path else UnitFile.model_fields)
