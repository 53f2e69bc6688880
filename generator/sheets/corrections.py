"""What an import writes over, as a correction that the record's page shows: nothing published changes unseen."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Iterable

from generator.reading.field_paths import names_in, written_path
from generator.sheets.field_changes import FieldChange
from generator.site.formatting import table_day
from generator.text.shortening import shortened

LONGEST = 300
"""Characters that the text of a correction may have."""
_ONE_VALUE = {
    "topic": "chủ đề", "mode": "hình thức", "area": "địa bàn", "note": "ghi chú",
    "registration.registered_on": "ngày đăng ký kế hoạch",
    "registration.period": "thời gian dự kiến", "held.day": "ngày tổ chức", "held.speakers": "số lượt phát biểu",
    "held.opinions.total": "tổng số ý kiến", "held.opinions.before": "số ý kiến gửi trước hội nghị",
    "held.opinions.at_meeting": "số ý kiến tại hội nghị",
    "held.opinions.answered_at_meeting": "số ý kiến đã trả lời tại hội nghị",
    "held.opinions.answered_later": "số ý kiến giải quyết sau", "held.opinions.passed_up": "số ý kiến chuyển cấp trên",
    "conclusion.number": "số Thông báo kết luận", "conclusion.issued_on": "ngày ban hành Thông báo kết luận",
    "conclusion.sent_on": "ngày gửi Thông báo kết luận",
}
_GROUPS = {
    "venue": "nơi tổ chức", "participation": "cách tham gia", "held.venue": "nơi tổ chức", "held.presided_by": "người chủ trì",
    "held.attendance": "số người dự", "opinions": "ý kiến, kiến nghị", "commitments": "cam kết",
}
"""Fields that are told together, whichever of them it is, since one value would say little without the others."""


def correction_text(changes: Iterable[FieldChange]) -> str | None:
    """None where nothing is written over. Counts and days are told with their values, as the page shows them; of other
    fields the name alone, since a text may be long, and an office's telephone is not allowed in a correction."""
    told: dict[str, str] = {}
    for change in changes:
        if change.overwritten is not None:
            name = _name(change)
            told.setdefault(name, _values(change.overwritten, change.new) if name in _ONE_VALUE.values() else "")
    if not told:
        return None
    whole = [f"{name}{of}" for name, of in told.items()]
    in_full, names = (f"Sửa theo bảng của đơn vị: {'; '.join(parts)}" for parts in (whole, told))
    return in_full if len(in_full) <= LONGEST else shortened(names, LONGEST)


def _name(change: FieldChange) -> str:
    path = ".".join(names_in(change.path))
    groups = (name for field, name in _GROUPS.items() if f"{path}.".startswith(f"{field}."))
    return _ONE_VALUE.get(path) or next(groups, None) or written_path(change.path)


def _values(old: Any, new: Any) -> str:
    shown = [_value(value) for value in (old, new)]
    return f" từ {shown[0]} thành {shown[1]}" if all(shown) else ""


def _value(written: Any) -> str | None:
    """A count of a few digits or a day; None for anything else."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", str(written), re.ASCII):
        return table_day(date.fromisoformat(written))
    return written if re.fullmatch(r"\d{1,6}", str(written), re.ASCII) else None
