"""Which record a row speaks of: one that it names or that fits alone, none, or a question to whoever sent the sheet."""

from __future__ import annotations

from datetime import date
from typing import Iterable

from generator.consequences.status import held_day, last_announced
from generator.model import Dialogue, Post
from generator.sheets.questions import NotUnderstood
from generator.sheets.wanted import Wanted
from generator.site.formatting import period_text, short_day
from generator.text.vietnamese import fold


def fitting_record(wanted: Wanted, dialogues: Iterable[Dialogue]) -> Dialogue | None:
    """The one record that the row names, or that has its day, its topic or its period.

    Looked for in all rows before ``remaining_record``, so that no row takes a record that fits another better.
    """
    dialogues = tuple(dialogues)
    if wanted.id:
        named = next((dialogue for dialogue in dialogues if dialogue.id == wanted.id), None)
        if named is None or named.unit != wanted.unit.id:
            why = f"'{wanted.id}' không phải mã một bản ghi khác của {wanted.unit.name}"
            raise NotUnderstood(wanted.cell, why, "mã đúng, hoặc để trống")
        if named.kind != wanted.kind:
            why = f"bản ghi '{named.id}' ghi loại đối thoại khác với bảng"
            raise NotUnderstood(wanted.cell, why, f"loại như trong bản ghi; bản ghi ghi sai thì {_mend(named)}, rồi nhập lại")
        return named
    same = _same(wanted, dialogues)
    if wanted.day:
        on_the_day = [dialogue for dialogue in same if day_of(dialogue) == wanted.day]
        of_posts = [dialogue for dialogue in on_the_day if _posts(dialogue) == _wanted_posts(wanted)]
        return _only(wanted, of_posts or on_the_day)
    same = [dialogue for dialogue in same if _posts(dialogue) == _wanted_posts(wanted)]
    topic = fold(wanted.fields.get("topic", ""))
    of_topic = [dialogue for dialogue in same if topic and topic in map(fold, topics_of(dialogue))]
    of_period = [dialogue for dialogue in same if dialogue.registration and dialogue.registration.period.text == wanted.period]
    both = [dialogue for dialogue in of_topic if dialogue in of_period]
    return _only(wanted, both or of_topic or ([] if wanted.kind.is_told_by_topic else of_period))


def remaining_record(wanted: Wanted, dialogues: Iterable[Dialogue]) -> Dialogue | None:
    """Among the records that no row fits better: the unit's only one of its kind and posts; None for a new dialogue.

    Raises NotUnderstood where that would be a guess: the row then has to name the record.
    """
    same = [dialogue for dialogue in _same(wanted, dialogues) if _posts(dialogue) == _wanted_posts(wanted)]
    if not wanted.day:
        return None if wanted.kind.is_told_by_topic else _only(wanted, same)
    not_held = [dialogue for dialogue in same if dialogue.held is None]
    planned = [
        dialogue for dialogue in not_held if not dialogue.schedule and dialogue.registration
        and dialogue.registration.period.first_day <= wanted.day <= dialogue.registration.period.last_day
    ]
    if len(planned) == 1:
        return planned[0]
    if not_held:
        raise _unsure(wanted, not_held)
    return None


def refuse_second_record(wanted: Wanted, dialogues: Iterable[Dialogue]) -> None:
    """Raises NotUnderstood where a new dialogue would repeat one of ``dialogues``, which no row has been found to tell
    of: a row in which the day or the kind was corrected no longer fits its record."""
    for dialogue in dialogues:
        if dialogue.unit != wanted.unit.id or _wanted_posts(wanted) not in _posts_of(dialogue):
            continue
        if alike := _alike(wanted, dialogue):
            raise NotUnderstood(
                wanted.cell, f"có vẻ là cuộc đã có trong sổ: {dialogue.id}, {_when(dialogue)} ({alike})",
                f"nếu là cuộc đó thì {_mend(dialogue)}, rồi nhập lại; nếu là cuộc khác thì tạo bằng `dialogues new`, thêm cột "
                "'Mã bản ghi' và ghi mã mới",
            )


def topics_of(dialogue: Dialogue) -> tuple[str, str]:
    """The topic as a sheet has it: alone, or with all that it is about."""
    return dialogue.topic or "", "; ".join(filter(None, (dialogue.topic, *dialogue.subjects)))


def day_of(dialogue: Dialogue) -> date | None:
    """The day it was held, else the last one announced."""
    announced = last_announced(dialogue)
    return held_day(dialogue) or (announced.day if announced else None)


def _same(wanted: Wanted, dialogues: Iterable[Dialogue]) -> list[Dialogue]:
    return [dialogue for dialogue in dialogues if (dialogue.unit, dialogue.kind) == (wanted.unit.id, wanted.kind)]


def _only(wanted: Wanted, fitting: list[Dialogue]) -> Dialogue | None:
    if len(fitting) > 1:
        raise _unsure(wanted, fitting)
    return fitting[0] if fitting else None


def _unsure(wanted: Wanted, fitting: list[Dialogue]) -> NotUnderstood:
    ids = ", ".join(dialogue.id for dialogue in fitting)
    return NotUnderstood(
        wanted.cell, f"không rõ là cuộc nào đã có trong sổ: {ids}",
        "thêm cột 'Mã bản ghi' và ghi mã của cuộc đó; cuộc chưa có trong sổ thì tạo bằng `dialogues new` rồi ghi mã mới",
    )


def _alike(wanted: Wanted, dialogue: Dialogue) -> str | None:
    """What the row has in common with the record, and what it has not; None where nothing speaks for one dialogue."""
    topic, when = fold(wanted.fields.get("topic", "")), str(wanted.day or wanted.period)
    notice = {name: text for name, text in wanted.fields.get("conclusion", {}).items() if name != "sent_on"}
    known = dialogue.conclusion and {"number": dialogue.conclusion.number, "issued_on": str(dialogue.conclusion.issued_on)}
    same = {
        "ngày": when == str(day_of(dialogue) or _planned_day(dialogue)),
        "chủ đề": bool(topic) and topic in map(fold, topics_of(dialogue)),
        "Thông báo kết luận": len(notice) == 2 and notice == known,
    }
    if not any(same.values()):
        return None
    common = ", ".join(f"cùng {name}" for name, is_same in same.items() if is_same)
    apart = [name for name, differs in (("ngày", not same["ngày"]), ("loại", dialogue.kind != wanted.kind)) if differs]
    return f"{common} nhưng khác {' và '.join(apart)}" if apart else common


def _planned_day(dialogue: Dialogue) -> date | None:
    """None of a plan for a month or a quarter, in which there may be several."""
    plan = dialogue.registration
    return plan.period.first_day if plan and plan.period.is_day else None


def _when(dialogue: Dialogue) -> str:
    if day := day_of(dialogue):
        return f"ngày {short_day(day)}"
    return f"kế hoạch {period_text(dialogue.registration.period)}" if dialogue.registration else "không rõ ngày"


def _mend(dialogue: Dialogue) -> str:
    return f"sửa trong {dialogue.record_path} và ghi thêm một mục vào corrections"


def _posts_of(dialogue: Dialogue) -> list[set[Post]]:
    """As planned, and as it really was."""
    held = dialogue.held and dialogue.held.presided_by
    return [_posts(dialogue), *([{presider.post for presider in held}] if held else [])]


def _posts(dialogue: Dialogue) -> set[Post]:
    return {presider.post for presider in dialogue.presided_by}


def _wanted_posts(wanted: Wanted) -> set[Post]:
    return {post for post, _ in wanted.posts}
