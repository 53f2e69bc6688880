"""The files of units as a reform leaves them, and its own: which unit became which, and by which act."""

from __future__ import annotations

from pathlib import Path
from typing import Mapping, Sequence

from generator.editing.record_changes import NotWritten
from generator.editing.text_templates import text_templates
from generator.editing.unit_lists import ListedUnit, UnitList
from generator.editing.unit_reform import NewUnit, Reform
from generator.editing.yaml_additions import Value, with_added, with_replaced, yaml_text
from generator.model import Commune, Extent, Register, Unit, UnitFile
from generator.reading.field_paths import FieldPath
from generator.text.vietnamese import slug

REFORM_HEAD = """\
# yaml-language-server: $schema=../.schema/reforms.schema.json
# Một lần sắp xếp đơn vị; tên tệp là ngày đầu tiên của các đơn vị mới. Đơn vị trước, đơn vị kế tiếp suy ra từ đây.
"""


def reform_texts(
    content: Path, templates: Path, register: Register, reform: Reform, listed: UnitList, acts: Sequence[str],
    why_unfollowed: str | None,
) -> tuple[dict[str, str], dict[str, bytes]]:
    """The texts of all files that change, by their paths below the content folder, and what those that were there held.
    ``acts`` are the titles of those that the reform rests on. Raises NotWritten where a reform of that day, or of a later one,
    is recorded."""
    own_path = f"reforms/{reform.day.isoformat()}.yml"
    if (content / own_path).exists():
        raise NotWritten(f"Chưa ghi gì: đã có {own_path}, lần sắp xếp của ngày ấy. Có thay đổi thì sửa tệp ấy.")
    if later := [day for day in register.reforms if day > reform.day]:
        raise NotWritten(
            f"Chưa ghi gì: sổ đã có reforms/{later[0].isoformat()}.yml. Các lần sắp xếp ghi theo thứ tự ngày, trước ghi trước."
        )
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
        at, text = _place(register, unit), text_of(unit.file_id)
        now = _facts_now(reform, unit)
        for name, value in now.items():
            if getattr(unit.facts, name, None):
                text = with_replaced(text, (*at, name), value)
        fields |= {name: value for name, value in now.items() if not getattr(unit.facts, name, None)}
        texts[f"units/{unit.file_id}.yml"] = with_added(text, fields, _order, at)
    for new in reform.new:
        if new.parent_id is None:
            texts[f"units/{new.id}.yml"] = _new_file(templates, reform, new, listed)
        elif new.parent_id in register.units:
            entry: dict[str, Value] = {"id": new.id.rpartition("/")[2], **_facts(reform, new)}
            added = with_added(text_of(new.parent_id), {"communes": [entry]}, _order)
            texts[f"units/{new.parent_id}.yml"] = added
    texts[own_path] = REFORM_HEAD + yaml_text(_reform(reform, acts, why_unfollowed))
    return texts, read


def _reform(reform: Reform, acts: Sequence[str], why_unfollowed: str | None) -> dict[str, Value]:
    fields: dict[str, Value] = {}
    if acts:
        fields["legal_basis"] = {slug(title)[:80].strip("-"): {"title": title} for title in acts}
    changes: list[Value] = [
        {"old": old, "new": new, "extent": (Extent.PART if (old, new) in reform.in_part else Extent.WHOLE).value}
        for old, heirs in reform.closed.items() for new in heirs
    ]
    if changes:
        fields["changes"] = changes
    if reform.unfollowed and why_unfollowed:
        fields["unfollowed"] = [{"reason": why_unfollowed, "units": list(reform.unfollowed)}]
    return fields


def _added(register: Register, reform: Reform) -> Mapping[str, dict[str, Value]]:
    """What is added to units that are recorded already, by their ids. One of another province may tell its last day itself.
    Raises NotWritten."""
    fields: dict[str, dict[str, Value]] = {}
    for id in reform.closed:
        until = register.units[id].facts.exists_until
        if until not in (None, reform.last_day):
            raise NotWritten(
                f"Chưa ghi gì: {id} đã ghi exists_until: {until}, không phải {reform.last_day}. Hãy xem lại ngày ấy."
            )
        fields[id] = {} if until else {"exists_until": reform.last_day.isoformat()}
    for id in reform.changed:
        unit = register.units[id]
        was = {
            name: value for name in _facts_now(reform, unit)
            if (value := unit.parent_id if name == "parent" else getattr(unit.facts, name))
        }
        fields[id] = {"earlier": [{"until": reform.last_day.isoformat(), **was}]} if was else {}
    return fields


def _facts_now(reform: Reform, unit: Unit) -> dict[str, str]:
    """What is told of a unit that goes on, where it changes; its name and type together."""
    now = reform.changed.get(unit.id)
    if now is None:
        return {}
    facts = {"name": now.name, "type": now.type} if (unit.name, unit.type) != (now.name, now.type) else {}
    facts |= {"code": now.code} if unit.facts.code != now.code else {}
    return facts | ({"parent": reform.moved[unit.id]} if unit.id in reform.moved else {})


def _facts(reform: Reform, new: NewUnit) -> dict[str, Value]:
    return {
        "code": new.listed.code, "name": new.listed.name, "type": new.listed.type, "exists_from": reform.day.isoformat(),
    }


def _new_file(templates: Path, reform: Reform, new: NewUnit, listed: UnitList) -> str:
    below = [other for other in reform.new if other.parent_id == new.id]
    communes: Sequence[tuple[str, ListedUnit]] = [(other.id.rpartition("/")[2], other.listed) for other in below]
    return text_templates(templates).get_template("start/unit.yml").render(
        unit=new.listed, communes=communes, listed=listed, exists_from=reform.day.isoformat(),
    )


def _place(register: Register, unit: Unit) -> FieldPath:
    if unit.id == unit.file_id:
        return ()
    below = register.units[unit.file_id].facts.below
    return ("communes", next(place for place, facts in enumerate(below) if facts is unit.facts))


def _order(path: FieldPath) -> tuple[str, ...]:
    return tuple(Commune.model_fields if path else UnitFile.model_fields)
