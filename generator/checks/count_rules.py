"""Rules on the numbers of people and opinions that a meeting is reported with."""

from __future__ import annotations

from datetime import date
from typing import Iterator, assert_never

from generator.checks.finding import Check, Finding, in_dialogue
from generator.model import Precision, Register
from generator.reading.field_paths import FieldPath


def counts_add_up(register: Register, today: date) -> Iterator[Finding]:
    """Parts of the opinions are never more than all of them, nor than what a total that is almost reached allows."""
    for dialogue in register.dialogues.values():
        counts = dialogue.held.opinions if dialogue.held else None
        if counts is None:
            continue
        total = counts.total
        if total is None and counts.before is not None and counts.at_meeting is not None:
            total = counts.before + counts.at_meeting
        if total is None:
            continue
        for names in (("before", "at_meeting"), ("answered_at_meeting", "answered_later", "passed_up")):
            parts = [getattr(counts, name) for name in names if getattr(counts, name) is not None]
            is_all = names[0] == "before" and len(parts) == len(names)
            if parts and not _can_be(sum(parts), is_all, total, counts.total_precision):
                name = next(name for name in names if getattr(counts, name) is not None)
                told = "" if counts.total_precision == Precision.EXACT else f" ({counts.total_precision})"
                must = f"tổng {' + '.join(names)} phải khớp với {total} ý kiến{told}, nay cộng được {sum(parts)}"
                yield in_dialogue(dialogue, ("held", "opinions", name), must, str(getattr(counts, name)))


def _can_be(parts: int, is_all: bool, total: int, precision: Precision) -> bool:
    """Whether this many are some, or all, of a total so told; "about" leaves open by how much."""
    match precision:
        case Precision.EXACT:
            return parts == total if is_all else parts <= total
        case Precision.ALMOST | Precision.LESS_THAN:
            return parts < total
        case Precision.MORE_THAN:
            return parts > total or not is_all
        case Precision.ABOUT:
            return True
        case unknown:
            assert_never(unknown)


def precision_is_of_a_number(register: Register, today: date) -> Iterator[Finding]:
    """A precision tells of a number beside it, and of none there are neither fewer nor almost as many."""
    for dialogue in register.dialogues.values():
        if dialogue.held is None:
            continue
        counts = dialogue.held.opinions
        if counts.total is None and "total_precision" in counts.model_fields_set:
            precise, found = ("held", "opinions", "total_precision"), counts.total_precision.value
            yield in_dialogue(dialogue, precise, "chỉ ghi khi có total", found, "total: 15", at_name=True)
        told: list[tuple[FieldPath, int | None, Precision]] = [
            (("held", "opinions", "total_precision"), counts.total, counts.total_precision)
        ]
        for position, part in enumerate(dialogue.held.attendance):
            told.append((("held", "attendance", position, "precision"), part.count, part.precision))
        for path, number, precision in told:
            if number == 0 and precision in (Precision.ALMOST, Precision.LESS_THAN):
                yield in_dialogue(dialogue, path, "số 0 thì không thể là gần hay dưới", precision.value, f"{path[-1]}: exact")


def counts_are_told_apart(register: Register, today: date) -> Iterator[Finding]:
    """Two counts of people are of two groups, each said in its note: they are added up."""
    for dialogue in register.dialogues.values():
        seen: set[tuple[str, str | None]] = set()
        for position, part in enumerate(dialogue.held.attendance if dialogue.held else ()):
            if (part.of, part.note) in seen:
                must = "đã có một số cùng đơn vị đếm ở trên, hai số sẽ bị cộng lại; của hai thành phần thì mỗi số một note"
                path = ("held", "attendance", position, "count")
                yield in_dialogue(dialogue, path, must, str(part.count), "{count: 50, note: cán bộ}")
            seen.add((part.of, part.note))


CHECKS: tuple[Check, ...] = (counts_add_up, precision_is_of_a_number, counts_are_told_apart)
