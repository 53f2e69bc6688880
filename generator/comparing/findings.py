"""What a judgement finds, and the words in which a clerk is told of it, with the entry to add."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Sequence

from pydantic import BaseModel

from generator.editing.typed_commands import correct_command
from generator.editing.yaml_additions import on_one_line
from generator.model import Dialogue, ReformFile, RegisterFacts, Rules, UnitFile
from generator.reading.declared_fields import described
from generator.reading.dialogue_fields import path_of
from generator.tables.promised_records import DIGEST, PromisedRecord
from generator.text.shortening import shortened

_MODELS: dict[str, type[BaseModel]] = {
    "dialogues": Dialogue, "rules": Rules, "units": UnitFile, "reforms": ReformFile, "register": RegisterFacts,
}
_SHOWN, _NAMED = 300, 3


class Weight(StrEnum):
    REFUSED = "refused"
    UNCORRECTED = "uncorrected"
    TOLD = "told"


@dataclass(frozen=True)
class Finding:
    """``record`` is the name of the promised record, "" where it is of none; ``field`` the one whose value changed, "" where
    it is about something else. ``alike`` is what is said, once, of all events of which the same is to be said though their
    records are as they were. ``of_unit`` is the unit of which something becomes known long after its day."""

    record: str
    weight: Weight
    text: str
    alike: str = ""
    of_unit: str = ""
    field: str = ""


def record_text(record: PromisedRecord) -> str:
    """"Bản ghi so-dau-dinh-ky", "rules/2023.yml"."""
    kind, _, id = record.name.partition("/")
    match kind:
        case "dialogues":
            return f"Bản ghi {id}"
        case "units":
            return f"Đơn vị {id}"
        case "register":
            return "register.yml"
    return f"{record.name}.yml"


def field_text(record: PromisedRecord, field: str) -> str:
    """As `check` names it, with what it holds: "schedule[1].day (ngày đối thoại)"."""
    model = _MODELS.get(record.name.partition("/")[0])
    says = described(model, path) if model and (path := path_of(field)) else ""
    return f"{field} ({says})" if says else field


def value_text(value: str | None) -> str:
    if value is None:
        return "không ghi gì"
    if value.startswith(DIGEST):
        return f"văn bản có mã băm {value[:23]}…"
    return f"“{shortened(value.replace(chr(10), ' '), _SHOWN)}”"


def uncorrected(
    record: PromisedRecord, field: str, was: str | None, now: str | None, today: date, instead: str = "", document: str = ""
) -> Finding:
    """With the entry that a clerk can paste. Of a ``document`` that was replaced under its name, ``was`` is the digest."""
    named = field_text(record, field) + (f" ({document})" if document else "")
    text = (
        f"{record_text(record)}: {named} đã công bố là {value_text(was)}, nay là {value_text(now)} mà không nói gì. "
        f"{instead or 'Ghi sai thì sửa và thêm'} vào corrections: {entry(field, was, today, is_document=bool(document))}"
    )
    kind, _, id = record.name.partition("/")
    if kind == "dialogues" and not (was or "").startswith(DIGEST):
        text += f"; lệnh: {correct_command(id, field, was=was)}"
    return Finding(record.name, Weight.UNCORRECTED, text, field=field)


def refused(record: PromisedRecord, text: str) -> Finding:
    return Finding(record.name, Weight.REFUSED, f"{record_text(record)}: {text}")


def entry(field: str, was: str | None, today: date, is_document: bool = False) -> str:
    """As it is pasted into the record's list; of a long text the clerk copies what the digest stands for."""
    old = "Chép nguyên văn điều đã công bố" if was and was.startswith(DIGEST) and not is_document else was
    written = {"corrected_on": today.isoformat(), "field": field, **({"was": old} if old is not None else {})}
    return f"- {on_one_line({**written, 'text': 'Vì sao sửa'})}"


def said_once(text: str, findings: Sequence[Finding]) -> str:
    """One line for all events of which the same is to be said though their records are as they were."""
    named = ", ".join(finding.record.removeprefix("dialogues/") for finding in findings[:_NAMED])
    return f"{text} ({len(findings)} sự kiện: {named}{', …' if len(findings) > _NAMED else ''})"
