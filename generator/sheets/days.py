"""Days, months and quarters in every way that offices write them; one that can be read in two ways is not read."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import NoReturn

from generator.sheets.questions import NotUnderstood, brief_text
from generator.sheets.workbook import Cell
from generator.site.formatting import WEEKDAYS, short_day
from generator.text.said_values import day_said, period_said
from generator.text.vietnamese import fold

_WEEKDAYS = tuple(map(fold, WEEKDAYS))
_LONGEST = 200
"""Characters of a day with its hours; the patterns for hours are tried at each of them."""
_WAYS = "15/8/2023, tháng 8/2023, quý III/2023, cuối tháng 8/2023, trước tháng 8/2023 hoặc 6 tháng cuối năm 2023"
_TIME = r"(\d{1,2})(?: ?(?:gio|h|g|:)| (?=ruoi)) ?(\d{2}|ruoi)?(?: ?phut|['’]|ph?\b)?"
_PART = r"(?:buoi )?(sang|trua|chieu|toi)"
_HOURS = rf"(?:(?:tu|luc|vao|hoi|khoang) )*(?:{_TIME}(?: ?(?:-|–|den) ?{_TIME})?(?: ?{_PART})?|{_PART})"
_HOURS_FIRST = re.compile(rf"[( ]*{_HOURS}[),;.:]*(?: |$)")
_HOURS_LAST = re.compile(rf"[ ,;(]+(?:[-–] )?(?:luc |vao |vao luc )*{_HOURS}[). ]*$")
_NOT_YET = re.compile(r"\b(?:du kien|chua|khoang (?:ngay\b|\d{1,2} ?(?:[/.-]|thang\b)))")
"""Of a day that is not known to have come; about eight o'clock on a day is another thing."""
_LAST_DAY = re.compile(
    r"\s*(?:(?:hoàn thành|(?:làm )?xong|giải quyết|trả lời|thời hạn|hạn(?: chót| cuối)?)\b[\s:]*)?"
    r"(?:(?P<before>trước)(?! hết)|(?:(?:trước|đến|tới) )?hết|(?:chậm|muộn) nhất(?: là| vào)?|đến|tới)?\s*(?=\d|ngày|thứ)",
    re.IGNORECASE,
)
"""What an office writes before the day by which a matter is to be settled."""
_PARTS_OF_DAY = {"sang": "morning", "trua": "afternoon", "chieu": "afternoon", "toi": "evening"}
_FIRST_SERIAL = date(1899, 12, 30)
"""Excel counts days from here, since it takes 1900 for a leap year (ECMA-376 Part 1, 18.17.4.1)."""


def period_of(cell: Cell, year: int) -> str:
    """A day, month, quarter or other part of ``year`` as a record writes it; hours before a day are left out."""
    if isinstance(cell.value, datetime) and not cell.shows_day:
        return f"{_in_year(cell, cell.value.date(), year):%Y-%m}"
    if not isinstance(cell.value, str):
        return day_of(cell, year).isoformat()
    text = re.sub(r"^(?:trong|vào|dự kiến) ", "", brief_text(cell), flags=re.IGNORECASE)
    said = period_said(text, year)
    if said and not day_said(said):
        if int(said[:4]) != year:
            raise NotUnderstood(cell, f"'{cell.text}' không thuộc năm {year} của bảng", f"một thời gian của năm {year}")
        return said
    try:
        return day_of(cell, year).isoformat()
    except NoDay:
        raise NotUnderstood(cell, f"không rõ ngày, tháng, quý nào: '{cell.text}'", _WAYS) from None


def periods_of(cell: Cell, year: int) -> list[str]:
    """Of a cell that names several, one after the other: "tháng 6/2023; tháng 9/2023"."""
    if not isinstance(cell.value, str) or ";" not in cell.text:
        return [period_of(cell, year)]
    return [period_of(replace(cell, value=part.strip()), year) for part in cell.text.split(";") if part.strip()]


def hours_of(cell: Cell) -> dict[str, str]:
    """The hours, or else the part of the day, that stand beside a day, as a record writes them: 7h30 sáng, 14h-16h30, sáng.

    Hours that no clock has are a question.
    """
    if isinstance(cell.value, datetime):
        return {"start": f"{cell.value:%H:%M}"} if cell.value.hour or cell.value.minute else {}
    text = fold(brief_text(cell, _LONGEST)) if isinstance(cell.value, str) else ""
    found = re.search(rf"(?<![\d/.-]){_TIME}(?: ?(?:-|–|den) ?{_TIME})?(?: ?{_PART})?", text)
    part = re.search(rf"\b{_PART}\b", text)
    if found is None:
        return {"part_of_day": _PARTS_OF_DAY[part[1]]} if part else {}
    after_noon = part is not None and part[1] != "sang"
    hours = {"start": _clock(cell, found[1], found[2], after_noon)}
    return hours | ({"end": _clock(cell, found[3], found[4], after_noon)} if found[3] else {})


def _clock(cell: Cell, hour: str, minute: str | None, after_noon: bool) -> str:
    hours = int(hour) + (12 if after_noon and int(hour) < 12 else 0)
    minutes = 30 if minute == "ruoi" else int(minute or 0)
    if hours > 23 or minutes > 59:
        raise NotUnderstood(cell, f"không có giờ này: '{cell.text}'", "giờ và ngày, ví dụ 8h30, 15/8/2023")
    return f"{hours:02}:{minutes:02}"


def day_of(cell: Cell, year: int) -> date:
    """A day of ``year``, from a date, a serial number of Excel's or a text."""
    value = cell.value
    if isinstance(value, datetime):
        return _in_year(cell, value.date(), year)
    if isinstance(value, date):
        return _in_year(cell, value, year)
    if isinstance(value, (int, float)) and not isinstance(value, bool) and 20_000 < value < 80_000:
        return _in_year(cell, _FIRST_SERIAL + timedelta(days=int(value)), year)
    text = re.sub(r"^(?:tu |vao |du kien |khoang )?", "", fold(brief_text(cell, _LONGEST))) if isinstance(value, str) else ""
    while hour := _HOURS_FIRST.match(text):
        text = text[hour.end() :].lstrip()
    while hour := _HOURS_LAST.search(text):
        text = text[: hour.start()]
    text = re.sub(r"\bthu ([2-7])\b|^t([2-7])(?=[ ,(])", lambda day: _WEEKDAYS[int(day[1] or day[2]) - 2], text)
    text = re.sub(r"^cn(?=[ ,(])", _WEEKDAYS[6], text)
    weekday = next((name for name in _WEEKDAYS if text.startswith(name) or text.rstrip(" )").endswith(name)), None)
    text = text.replace(weekday, "").strip(" ,()") if weekday else text
    day = _written_day(cell, text.removeprefix("ngay ").strip(" .,;()"), year)
    if weekday and _WEEKDAYS[day.weekday()] != weekday:
        why = f"'{cell.text}' không khớp: ngày {short_day(day)} là {WEEKDAYS[day.weekday()]}"
        raise NotUnderstood(cell, why, short_day(day))
    return day


def day_held_of(cell: Cell, year: int) -> date:
    """As ``day_of``, where a dialogue is told to be over: a day that it is meant for, or one near it, is a question."""
    if isinstance(cell.value, str) and _NOT_YET.search(fold(brief_text(cell, _LONGEST))):
        write = f"ngày đã tổ chức, ví dụ 15/8/{year}; chưa tổ chức thì xóa dòng khỏi biểu này"
        raise NotUnderstood(cell, f"không rõ đã tổ chức ngày nào: '{cell.text}'", write)
    return day_of(cell, year)


def last_day_of(cell: Cell, year: int) -> date:
    """Of a time for settling a matter, the last day in time; "trước ngày 15/8" may take in that day or not, so it is asked."""
    said = _LAST_DAY.match(cell.text) if isinstance(cell.value, str) else None
    try:
        day = day_of(replace(cell, value=cell.text[said.end() :]) if said else cell, year)
    except NoDay:
        write = f"ngày cuối còn đúng hạn, như 31/12/{year}"
        raise NotUnderstood(cell, f"không rõ hạn là ngày nào: '{cell.text}'", write) from None
    if said and said["before"]:
        write = f"{short_day(day - timedelta(days=1))}; kể cả ngày ấy thì ghi {short_day(day)}"
        raise NotUnderstood(cell, f"không rõ làm xong đúng ngày ấy là còn hạn hay đã muộn: '{cell.text}'", write)
    return day


def _written_day(cell: Cell, text: str, year: int) -> date:
    if written := re.fullmatch(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})", text):
        numbers = written[3], written[2], written[1]
    elif written := (
        re.fullmatch(r"([0-9]{1,2}) ?[/.-] ?([0-9]{1,2})(?: ?[/.-] ?([0-9]{2}|[0-9]{4}))?", text)
        or re.fullmatch(r"([0-9]{1,2}) thang ([0-9]{1,2})(?:,? nam ([0-9]{4}))?", text)
    ):
        numbers = written[1], written[2], written[3]
    else:
        _no_day(cell, year)
    in_full = {None: str(year), f"{year % 100:02}": str(year)}.get(numbers[2], numbers[2])
    if len(in_full) != 4:
        _no_day(cell, year)
    try:
        return _in_year(cell, date(int(in_full), int(numbers[1]), int(numbers[0])), year)
    except ValueError:
        raise NotUnderstood(cell, f"'{cell.text}' không phải một ngày có trong lịch", f"15/8/{year}") from None


class NoDay(NotUnderstood):
    """No day is written here; a month or a quarter may be."""


def _no_day(cell: Cell, year: int) -> NoReturn:
    raise NoDay(cell, f"cần một ngày, không rõ ngày nào: '{cell.text}'", f"15/8/{year}")


def _in_year(cell: Cell, day: date, year: int) -> date:
    if day.year != year:
        raise NotUnderstood(cell, f"ngày {short_day(day)} không thuộc năm {year} của bảng", f"một ngày của năm {year}")
    return day
