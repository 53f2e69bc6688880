"""The kinds of value a field may hold, each read from the text a clerk wrote."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, time, timedelta
from functools import lru_cache
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.model.planned_period import Period, PeriodKind
from generator.text.said_links import is_link, link_said
from generator.text.said_values import AROUND, day_said, hour_said, period_said
from generator.text.vietnamese import ID_PATTERN

_DAY_FORM = "phải là một ngày, trong tệp viết theo thứ tự năm-tháng-ngày (ngày 15/8/2023 là 2023-08-15)"
_HOUR_BEHIND = re.compile(r"(?<=\d)[T ]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$", re.ASCII)
_DAY_BEFORE = re.compile(r"^(?:\d{4}-\d{2}-\d{2}[T ]+)?(\d{1,2}:\d{2})(?::\d{2}(?:\.\d+)?)?Z?$", re.ASCII)
"""What stands behind a day, and around an hour, where a program or Excel wrote both."""
_YEARS = range(1800, 2200)
_YEARS_ONLY = f"phải là một ngày từ năm {_YEARS.start} đến năm {_YEARS.stop - 1}"


def parsed_day(value: Any) -> date:
    return value if isinstance(value, date) else _day_of(str(value))


@lru_cache(20_000)  # a register has few days and many facts
def _day_of(text: str) -> date:
    said = text if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII) else day_said(text) or _day_meant(text)
    if said is None:
        raise PydanticCustomError("day", _DAY_FORM, {"example": "2023-08-15", "suggestion": ""})
    try:
        day = date.fromisoformat(said)
    except ValueError:
        raise _no_such_day(said) from None
    if day.year not in _YEARS:
        raise PydanticCustomError("no_such_day", _YEARS_ONLY, {"example": "2023-08-15"})
    if day.isoformat() != text:
        raise PydanticCustomError("day", _DAY_FORM, {"example": "2023-08-15", "suggestion": day.isoformat()})
    return day


def _day_meant(text: str) -> str | None:
    """By what is no day as it stands: with an hour or a quotation mark too many, a year of two digits, or no dashes."""
    bare = _HOUR_BEHIND.sub("", text.strip(AROUND))
    short = re.fullmatch(r"(\d{1,2}[/.-]\d{1,2}[/.-])(\d{2})", bare, re.ASCII)
    close = re.fullmatch(r"((?:19|20)\d\d)(\d\d)(\d\d)", bare, re.ASCII)
    return day_said(f"{short[1]}20{short[2]}" if short else "-".join(close.groups()) if close else bare)


def _no_such_day(said: str) -> PydanticCustomError:
    """Of a year, a month and a day that the calendar does not hold: which of them cannot be."""
    year, month, day = map(int, said.split("-"))
    must, swapped = "phải là một ngày có trong lịch", ""
    if year in _YEARS and 1 <= month <= 12 and day:
        must += f", tháng {month}/{year} chỉ có {monthrange(year, month)[1]} ngày"
    elif month <= 31 and 1 <= day <= 12:
        must += ", viết theo thứ tự năm-tháng-ngày"
        is_there = year in _YEARS and 1 <= month <= monthrange(year, day)[1]
        swapped = f"{year:04}-{day:02}-{month:02}" if is_there else ""
    return PydanticCustomError("no_such_day", must, {"example": "2023-08-15", "suggestion": swapped})


TIME_PATTERN = r"^([01]\d|2[0-3]):[0-5]\d$"


def _time_of_day(value: Any) -> time:
    return value if isinstance(value, time) else _time_of(str(value))


@lru_cache(2_000)  # a register has few hours and many meetings
def _time_of(text: str) -> time:
    if re.fullmatch(TIME_PATTERN, text, re.ASCII):
        return time.fromisoformat(text)
    text = _DAY_BEFORE.sub(r"\1", text)
    first, *until = re.split(r"\s*(?:[-‐‑–—−]|→|đến|tới)\s*", re.sub(r"^[Tt]ừ\s+", "", text), maxsplit=1)
    said = hour_said(first.strip(AROUND)) or ""
    must = "phải là giờ viết bằng bốn chữ số, từ 00:00 đến 23:59"
    if until and said:
        must = "chỉ ghi giờ bắt đầu ở start, giờ kết thúc ghi ở end, mỗi trường một dòng"
    suggestion = said if re.fullmatch(TIME_PATTERN, said, re.ASCII) else ""
    raise PydanticCustomError("time_of_day", must, {"example": "08:00", "suggestion": suggestion})


def _period(value: Any) -> Period:
    return value if isinstance(value, Period) else parsed_period(str(value))


PERIODS = "một ngày, tháng, quý, nửa năm, đầu hoặc cuối một tháng, hoặc thời gian trước một tháng"
PERIOD_EXAMPLES = "2023-08-15, 2023-08, 2023-Q3, 2023-H2, 2023-08-early, 2023-08-late hoặc 2023-08-before"
"""A period of each kind, in the order in which they are named."""
_EARLY_UNTIL, _LATE_FROM = 10, 21
"""The days of a month up to which it is early, and from which it is late."""


@lru_cache(20_000)
def parsed_period(text: str) -> Period:
    """Raises PydanticCustomError."""
    if quarter := re.fullmatch(r"(\d{4})-Q([1-4])", text, re.ASCII):
        kind, year, month, months = PeriodKind.QUARTER, int(quarter[1]), int(quarter[2]) * 3 - 2, 3
    elif half := re.fullmatch(r"(\d{4})-H([12])", text, re.ASCII):
        kind, year, month, months = PeriodKind.HALF_YEAR, int(half[1]), int(half[2]) * 6 - 5, 6
    elif before := re.fullmatch(r"(\d{4})-(0[2-9]|1[0-2])-before", text, re.ASCII):
        kind, year, month, months = PeriodKind.BEFORE, int(before[1]), 1, int(before[2]) - 1
    elif part := re.fullmatch(r"(\d{4}-(?:0[1-9]|1[0-2]))-(early|late)", text, re.ASCII):
        whole = parsed_period(part[1])
        if part[2] == "early":
            return Period(whole.first_day, whole.first_day.replace(day=_EARLY_UNTIL), text, PeriodKind.EARLY_IN_MONTH)
        return Period(whole.first_day.replace(day=_LATE_FROM), whole.last_day, text, PeriodKind.LATE_IN_MONTH)
    elif month_text := re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", text, re.ASCII):
        kind, year, month, months = PeriodKind.MONTH, int(month_text[1]), int(month_text[2]), 1
    elif re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        day = parsed_day(text)
        return Period(day, day, text, PeriodKind.DAY)
    else:
        raise PydanticCustomError(
            "period", f"phải là {PERIODS}", {"example": PERIOD_EXAMPLES, "suggestion": period_said(text.strip(AROUND)) or ""},
        )
    if year not in _YEARS:
        raise PydanticCustomError("no_such_day", _YEARS_ONLY, {"example": "2023-08"})
    after = date(year + (month + months > 12), (month + months - 1) % 12 + 1, 1)
    return Period(date(year, month, 1), after - timedelta(days=1), text, kind)


_WHOLE_NUMBER_FORM = (
    "phải là số nguyên, chỉ gồm chữ số (1200, không phải 1.200); trên, dưới, khoảng… thì ghi riêng con số là gì (precision)"
)


_NUMBER_IN_WORDS = re.compile(r"(?:\D*[\s~≈<>+])?(\d{1,3}(?:[., ]\d{3})+|\d{1,9})\+?(?:\s\D+)?", re.ASCII)
"""One number, with words before or behind it: "khoảng 120 người"."""


def _whole_number(value: Any) -> int:
    """Digits only: "1.000" is a thousand to a Vietnamese reader and one to a program."""
    if isinstance(value, int):
        return value
    text = str(value)
    if re.fullmatch(r"-?\d{1,9}", text, re.ASCII):
        return int(text)
    digits = _NUMBER_IN_WORDS.fullmatch(text.strip(AROUND))
    raise PydanticCustomError(
        "whole_number", _WHOLE_NUMBER_FORM,
        {"suggestion": re.sub(r"\D", "", digits[1]) if digits else ""},
    )


def _link(value: str) -> str:
    if not is_link(value):
        raise PydanticCustomError(
            "link", "phải là một địa chỉ trang web đầy đủ, bắt đầu bằng https:// hay http://",
            {"example": "https://doi-thoai.example/thong-bao", "suggestion": link_said(value) or ""},
        )
    return value


UNIT_ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?$"
DOCUMENT_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*\.(pdf|doc|docx|xls|xlsx|jpg|png)$"

Day = Annotated[date, BeforeValidator(parsed_day)]
TimeOfDay = Annotated[
    time, BeforeValidator(_time_of_day), WithJsonSchema({"type": "string", "pattern": TIME_PATTERN})
]
PeriodField = Annotated[
    Period, BeforeValidator(_period),
    WithJsonSchema({
        "type": "string", "pattern": r"^\d{4}(-Q[1-4]|-H[12]|-(0[1-9]|1[0-2])(-\d{2}|-early|-late)?|-(0[2-9]|1[0-2])-before)$",
    }),
]
WholeNumber = Annotated[int, BeforeValidator(_whole_number)]
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=80)]
UnitId = Annotated[
    str, StringConstraints(min_length=1, max_length=170),
    WithJsonSchema({"type": "string", "pattern": UNIT_ID_PATTERN, "errorMessage": "phải là mã một đơn vị trong units/"}),
]
"""A unit's whole id; whatever else is written is no unit's id, which a check says with the unit that was meant."""
DocumentName = Annotated[str, StringConstraints(pattern=DOCUMENT_PATTERN, max_length=100)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=300, pattern=r"^[^\n]*$")]
Paragraphs = Annotated[str, StringConstraints(min_length=1, max_length=20_000)]
Link = Annotated[
    str, StringConstraints(max_length=1000), AfterValidator(_link), WithJsonSchema({"type": "string", "format": "uri"}),
]
