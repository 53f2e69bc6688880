"""Opinions with what became of them; one with a day by which it is to be settled is a commitment too."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Mapping, TypeVar

from generator.model import Dialogue, Handling
from generator.reading.field_paths import FieldPath
from generator.sheets import days, values
from generator.sheets.cell_words import cell_words
from generator.sheets.field_changes import FieldChange, same_text
from generator.sheets.lines import SheetLine
from generator.sheets.matching import day_of
from generator.sheets.questions import NotUnderstood, RowCells, brief_text, told
from generator.sheets.senders import Sender
from generator.sheets.units import unit_of, units_within
from generator.sheets.wanted import Fields
from generator.sheets.workbook import Cell
from generator.site.formatting import short_day
from generator.text.vietnamese import fold

_WITHIN = re.compile(
    r"(?:thuoc |dung )?(?:tham quyen)?.*\b(?:cap huyen|cap xa|quan|huyen|phuong|xa|thi tran|dac khu|tham quyen)\b.*"
)
_ABOVE = re.compile(r".*\b(?:cap tren|thanh pho|trung uong|vuot tham quyen)\b.*")
_COMMITMENT = re.compile(r"cam kết\s*:\s*(.+)", re.IGNORECASE)
"""How a report tells a commitment from an opinion."""
_UNIT_AND_DAY = re.compile(r"(.*?)(?<![\s,;:(])[\s,;:(]++(?:ngày\s+)?(\d{1,4}(?: ?[/.-] ?\d| tháng ).*?)\)?", re.IGNORECASE)
"""A number may also belong to the unit's name: "Phường Đông Hải 2, ngày 15/8/2023"."""

Value = TypeVar("Value")
_WRITE_DIALOGUE = "mã bản ghi, hoặc đơn vị và ngày: Phường Sở Dầu, ngày 15/8/2023"


@dataclass(frozen=True)
class WantedOpinion:
    """``opinion`` is None in a row that tells only a commitment; ``commitment`` where no day is set for settling the
    matter; ``update`` where nothing dated is told of it."""

    cell: Cell
    cells: Mapping[str, Cell]
    dialogue: Dialogue
    opinion: Fields | None
    commitment: Fields | None
    update: Fields | None


def opinion_of(line: SheetLine, sender: Sender) -> WantedOpinion:
    """Raises an ExceptionGroup of NotUnderstood."""
    cells = RowCells(line.cells, may_be_merged=line.cells)
    text = told(**{name: cells.given(name, values.text_of) for name in line.cells})
    cells.needed("summary", "nội dung ý kiến, bằng lời trung tính", values.text_of)
    dialogue = cells.needed("dialogue", _WRITE_DIALOGUE, _dialogue, sender)
    answered_on = cells.given("answered_on", days.day_of, sender.year)
    if not cells.has("result") and (cells.has("answered_on") or cells.has("document")):
        cells.ask("result", "có ngày hoặc văn bản trả lời thì phải có kết quả", "đã trả lời thế nào", instead="summary")
    handling = cells.given("competence", _handling) or {}
    made = _COMMITMENT.fullmatch(text.get("summary", ""))
    commitment = _commitment(cells, made[1] if made else text.get("summary"), sender) if made or cells.has("due") else None
    update = cells.given("result", _update, answered_on) if commitment and answered_on else None
    cells.ask_all()
    assert dialogue is not None  # or it would have been asked for
    opinion = None if made else _opinion(text, handling, answered_on)
    return WantedOpinion(line.cells["summary"], line.cells, dialogue, opinion, commitment, update)


def _opinion(text: dict[str, str], handling: Fields, answered_on: date | None) -> Fields:
    opinion: Fields = {"summary": text["summary"]} | ({"field": text["field"]} if "field" in text else {}) | handling
    if "result" not in text:
        return opinion
    how, words = _begun(text["result"], cell_words().handlings) or (None, text["result"])
    day = answered_on and answered_on.isoformat()
    answer = told(answered_on=day, by=text.get("agency"), text=words, document_number=text.get("document"))
    return opinion | told(handling=how and how.value, answer=words and answer)


def _update(cell: Cell, updated_on: date) -> Fields:
    known = cell_words()
    begun = _begun(cell.text, {**known.outcomes, **dict.fromkeys(known.nothing_told, "")})
    if begun is None:
        write = (
            "bắt đầu bằng: Đã giải quyết. Đang giải quyết. Không thực hiện được. hoặc Đã chuyển cấp trên. rồi ghi đã làm gì; "
            "chưa xong là đang giải quyết"
        )
        raise NotUnderstood(cell, f"không rõ đã giải quyết hay chưa: '{cell.text[:60]}'", write)
    outcome, words = begun
    return {"updated_on": updated_on.isoformat(), "outcome": str(outcome), "text": words or cell.text}


def _begun(result: str, words: Mapping[str, Value]) -> tuple[Value, str] | None:
    """What the first words say, and the text after them; None where they are none of these."""
    for length in (result.find(". "), result.find(": "), result.find(", "), len(result)):
        first = fold(result[:length]).rstrip(" .") if length > 0 else ""
        if first in words:
            return words[first], result[length + 2 :].strip()
    return None


def opinion_changes(wanted: WantedOpinion, tree: Fields) -> list[FieldChange]:
    """What the row adds to the record's file or says otherwise; ``tree`` is the file as text."""
    found = _entry_changes("opinions", "summary", wanted.opinion, tree) if wanted.opinion else []
    if wanted.commitment is None:
        return found
    made = tree.get("commitments", [])
    place = next((place for place, entry in enumerate(made) if fold(entry["text"]) == fold(wanted.commitment["text"])), None)
    if place is None:
        used = [int(entry["id"]) for entry in made if entry["id"].isdigit()]
        updates = {"updates": [wanted.update]} if wanted.update and wanted.update["outcome"] else {}
        new = {"id": str(max(used, default=0) + 1)} | wanted.commitment | updates
        return [*found, FieldChange(("commitments",), None, [new])]
    found += _field_changes(wanted.commitment, made[place], ("commitments", place))
    update = wanted.update
    if update and not any(_is_told(update, entry) for entry in made[place].get("updates", [])):
        if not update["outcome"]:
            write = "Đang giải quyết. hoặc Không thực hiện được. rồi ghi lý do"
            raise NotUnderstood(wanted.cell, "'Quá hạn', 'Sắp đến hạn', 'Chưa có cập nhật' không nói đã làm gì", write)
        found.append(FieldChange(("commitments", place, "updates"), None, [update]))
    return found


def _is_told(update: Fields, entry: Fields) -> bool:
    return update["updated_on"] == entry["updated_on"] and update["outcome"] in ("", entry["outcome"])


def _dialogue(cell: Cell, sender: Sender) -> Dialogue:
    """By the record's id, or by the unit and the day: "Phường Sở Dầu, ngày 15/8/2023"."""
    dialogues = sender.register.dialogues
    if cell.text in dialogues:
        return dialogues[cell.text]
    written = _UNIT_AND_DAY.fullmatch(brief_text(cell))
    if not written:
        raise NotUnderstood(cell, f"không rõ cuộc nào: '{cell.text}'", _WRITE_DIALOGUE)
    units = units_within(written[1], sender.units()) or [unit_of(Cell(cell.place, written[1]), sender.units(), sender.register)]
    day = days.day_of(Cell(cell.place, written[2]), sender.year)
    of_unit = [dialogue for dialogue in dialogues.values() if dialogue.unit == units[0].id and dialogue.held]
    found = [dialogue for dialogue in of_unit if day_of(dialogue) == day]
    if len(units) > 1 or len(found) != 1:
        many = f"có {len(found)} cuộc" if found else "sổ chưa ghi cuộc nào đã tổ chức"
        write = "mã bản ghi; cuộc chưa có trong sổ thì nhập bảng các cuộc đã tổ chức trước"
        raise NotUnderstood(cell, f"{many} của {units[0].name} ngày {short_day(day)}", write)
    return found[0]


def _handling(cell: Cell) -> Fields:
    text = fold(brief_text(cell))
    if _ABOVE.fullmatch(text):
        return {"handling": Handling.PASSED_UP.value}
    if _WITHIN.fullmatch(text):
        return {}
    raise NotUnderstood(cell, f"không rõ thẩm quyền: '{cell.text}'", "Thuộc thẩm quyền hoặc Vượt thẩm quyền")


def _commitment(cells: RowCells, promised: str | None, sender: Sender) -> Fields:
    if not cells.has("agency"):
        cells.ask("agency", "cam kết phải có cơ quan chủ trì giải quyết", "tên cơ quan", instead="summary")
    return told(text=promised, agency=cells.given("agency", values.text_of), due=cells.given("due", _due, sender))


def _due(cell: Cell, sender: Sender) -> str:
    """A matter may be settled in a later year than the sheet's."""
    years = re.findall(r"20[0-9]{2}", brief_text(cell)) or [sender.year]
    return days.last_day_of(cell, int(years[0])).isoformat()


def _entry_changes(name: str, key: str, new: Fields, tree: Fields) -> list[FieldChange]:
    for place, entry in enumerate(tree.get(name, [])):
        if fold(entry[key]) == fold(new[key]):
            return _field_changes(new, entry, (name, place))
    return [FieldChange((name,), None, [new])]


def _field_changes(new: Fields, old: Fields, path: FieldPath) -> list[FieldChange]:
    found: list[FieldChange] = []
    for name, value in new.items():
        here = (*path, name)
        if name not in old:
            found.append(FieldChange(here, None, value))
        elif isinstance(value, dict):
            found += _field_changes(value, old[name], here)
        elif not same_text(old[name], value):
            found.append(FieldChange(here, old[name], value))
    return found
