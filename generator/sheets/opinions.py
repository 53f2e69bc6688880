"""Form BC02: opinions with what became of them; one with a day by which it is to be settled is a commitment too."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from generator.model import Dialogue
from generator.sheets import values
from generator.sheets.differences import Change, same_text
from generator.sheets.forms import Line
from generator.sheets.matching import day_of
from generator.sheets.units import unit_of
from generator.sheets.values import NotUnderstood, is_empty
from generator.sheets.wanted import Fields, Sender
from generator.sheets.workbook import Cell
from generator.vietnamese import fold

_WITHIN = re.compile(r"(?:thuoc |dung )?(?:tham quyen)?.*\b(?:cap huyen|cap xa|quan|huyen|phuong|xa|thi tran|tham quyen)\b.*")
_ABOVE = re.compile(r".*\b(?:cap tren|thanh pho|trung uong|vuot tham quyen)\b.*")
_OUTCOMES = (
    ("da giai quyet", "kept"), ("da hoan thanh", "kept"), ("dang giai quyet", "in-progress"), ("chua giai quyet", "not-kept"),
    ("da chuyen", "passed-up"),
)


@dataclass(frozen=True)
class WantedOpinion:
    """``commitment`` is None where no day is set for settling the matter; ``update`` where nothing dated is told."""

    cell: Cell
    dialogue: Dialogue
    opinion: Fields
    commitment: Fields | None
    update: Fields | None


def opinion_of(line: Line, sender: Sender) -> WantedOpinion:
    """Raises NotUnderstood."""
    cells = line.cells
    text = {name: cell.text for name, cell in cells.items() if not is_empty(cell)}
    if "summary" not in text:
        raise NotUnderstood(cells["summary"], "ô này không được để trống", "nội dung ý kiến, bằng lời trung tính")
    dialogue = _dialogue(cells["dialogue"], sender)
    opinion: Fields = {"summary": text["summary"]} | ({"field": text["subject"]} if "subject" in text else {})
    opinion |= _handling(cells["competence"]) if "competence" in text else {}
    answered_on = values.day_of(cells["answered_on"], sender.year).isoformat() if "answered_on" in text else None
    if "result" not in text and ("answered_on" in text or "document_number" in text):
        raise NotUnderstood(cells.get("result") or cells["summary"], "có ngày hoặc văn bản trả lời thì phải có kết quả", "đã trả lời thế nào")
    if "result" in text:
        answer = {"answered_on": answered_on, "by": text.get("agency"), "text": text["result"], "document_number": text.get("document_number")}
        opinion["answer"] = {name: value for name, value in answer.items() if value}
    commitment = _commitment(cells, text, sender) if "due" in text else None
    outcome = next((value for words, value in _OUTCOMES if fold(text.get("result", "")).startswith(words)), None)
    update = {"updated_on": answered_on, "outcome": outcome, "text": text["result"]} if commitment and outcome and answered_on else None
    return WantedOpinion(cells["summary"], dialogue, opinion, commitment, update)


def opinion_changes(wanted: WantedOpinion, tree: Fields) -> list[Change]:
    """What the row adds to the record's file or says otherwise; ``tree`` is the file as text."""
    found = _entry_changes("opinions", "summary", wanted.opinion, tree)
    if wanted.commitment is None:
        return found
    made = tree.get("commitments", [])
    place = next((place for place, entry in enumerate(made) if fold(entry["text"]) == fold(wanted.commitment["text"])), None)
    if place is None:
        used = [int(entry["id"]) for entry in made if entry["id"].isdigit()]
        updates = {"updates": [wanted.update]} if wanted.update else {}
        return [*found, Change(("commitments",), None, [{"id": str(max(used, default=0) + 1)} | wanted.commitment | updates])]
    found += _field_changes(wanted.commitment, made[place], ("commitments", place))
    told = [(entry["updated_on"], entry["outcome"]) for entry in made[place].get("updates", [])]
    if wanted.update and (wanted.update["updated_on"], wanted.update["outcome"]) not in told:
        found.append(Change(("commitments", place, "updates"), None, [wanted.update]))
    return found


def _dialogue(cell: Cell, sender: Sender) -> Dialogue:
    """By the record's id, or by the unit and the day: "Phường Sở Dầu, ngày 15/8/2023"."""
    dialogues = sender.register.dialogues
    if cell.text in dialogues:
        return dialogues[cell.text]
    write = "mã bản ghi, hoặc đơn vị và ngày: Phường Sở Dầu, ngày 15/8/2023"
    written = re.fullmatch(r"(.*?)[\s,;:(]+(?:ngày\s+)?(\d.*?)\)?", cell.text)
    if not written:
        raise NotUnderstood(cell, f"không rõ cuộc nào: '{cell.text}'", write)
    unit = unit_of(Cell(cell.place, written[1]), sender.units())
    day = values.day_of(Cell(cell.place, written[2]), sender.year)
    found = [dialogue for dialogue in dialogues.values() if dialogue.unit == unit.id and dialogue.held and day_of(dialogue) == day]
    if len(found) != 1:
        many = f"có {len(found)} cuộc" if found else "sổ chưa ghi cuộc nào đã tổ chức"
        raise NotUnderstood(cell, f"{many} của {unit.name} ngày {day:%d/%m/%Y}", "mã bản ghi; cuộc chưa có trong sổ thì nhập bảng BC01 trước")
    return found[0]


def _handling(cell: Cell) -> Fields:
    text = fold(cell.text)
    if _ABOVE.fullmatch(text):
        return {"handling": "passed-up"}
    if _WITHIN.fullmatch(text):
        return {}
    raise NotUnderstood(cell, f"không rõ thẩm quyền: '{cell.text}'", "Cấp xã, Cấp huyện hoặc Cấp trên")


def _commitment(cells: dict[str, Cell], text: dict[str, str], sender: Sender) -> Fields:
    if "agency" not in text:
        raise NotUnderstood(cells.get("agency") or cells["due"], "có thời hạn thì phải có cơ quan chủ trì giải quyết", "tên cơ quan")
    due = cells["due"]
    years = re.findall(r"\b(20\d\d)\b", due.text) or [sender.year]  # a matter may be settled in a later year
    return {"text": text["summary"], "agency": text["agency"], "due": values.day_of(due, int(years[0])).isoformat()}


def _entry_changes(name: str, key: str, new: Fields, tree: Fields) -> list[Change]:
    for place, entry in enumerate(tree.get(name, [])):
        if fold(entry[key]) == fold(new[key]):
            return _field_changes(new, entry, (name, place))
    return [Change((name,), None, [new])]


def _field_changes(new: Fields, old: Fields, path: tuple) -> list[Change]:
    found: list[Change] = []
    for name, value in new.items():
        here: Any = (*path, name)
        if name not in old:
            found.append(Change(here, None, value))
        elif isinstance(value, dict):
            found += _field_changes(value, old[name], here)
        elif not same_text(old[name], value):
            found.append(Change(here, old[name], value))
    return found
