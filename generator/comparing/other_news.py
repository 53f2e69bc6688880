"""What is added to units, rules and what was sent, and what is written over freely: for a clerk to see in a merge request,
since much follows from little."""

from __future__ import annotations

from typing import Iterator

from generator.comparing.findings import field_text, record_text, value_text
from generator.comparing.freely_rewritten import rewritten, rewritten_agencies, rewritten_beside
from generator.model import Register
from generator.reading.recorded_facts import shown_facts_of
from generator.tables.promised_records import PromisedRecord, promised_beside_dialogues


def other_news(old: Register, new: Register) -> Iterator[str]:
    """A line for each new record that is no dialogue, and for each value that one did not have; what changes from one value to
    another is judged, where anybody is held to it."""
    if old.agencies != new.agencies:
        yield "agencies.yml: danh mục cơ quan đổi, nên cam kết trên trang theo cơ quan được gộp lại theo danh mục mới"
        yield from rewritten_agencies(old.agencies, new.agencies)
    before = {record.name: record for record in promised_beside_dialogues(old)}
    for record in promised_beside_dialogues(new):
        known = before.get(record.name)
        if known is None:
            yield f"{record_text(record)}: mới{_since(record)}"
            continue
        said = set(known.values.values()) if record.name.startswith("submissions/") else set()
        for field, value in record.values.items():
            if field not in known.values and value not in said:
                yield f"{record_text(record)}: ghi thêm {field_text(record, field)}: {value_text(value)}"
        yield from rewritten(known, record)
        if record.name == "register":
            yield from rewritten_beside(record, shown_facts_of(old.facts), shown_facts_of(new.facts))


def _since(record: PromisedRecord) -> str:
    began = record.values.get("exists_from")
    return f", từ ngày {began}" if began else ""
