"""Days, hours and periods as people write them, as records write them: 15/8/2023 is 2023-08-15, 8h30 is 08:30, quý IV/2023
is 2023-Q4."""

from __future__ import annotations

import re

from generator.text.vietnamese import fold

_WEEKDAY = r"(?:(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)[, ]+)?"
DAY_FIRST = re.compile(
    rf"{_WEEKDAY}(?:ngay )?(\d{{1,2}}) ?(?:[/.‐‑–−-]|thang) ?(\d{{1,2}}) ?(?:[/.‐‑–−-]|,? ?nam) ?(\d{{4}})", re.ASCII,
)
YEAR_FIRST = re.compile(r"(\d{4}) ?[/.‐‑–−-] ?(\d{1,2}) ?[/.‐‑–−-] ?(\d{1,2})", re.ASCII)  # dashes that Word makes of "-" too
HOURS = re.compile(
    r"(\d{1,2}) ?(?:gio|h|g|:|\.(?=\d)) ?(\d{2})?(?: ?(?:phut|ph|p))?(?: ?(sang|am|trua|chieu|toi|pm))?", re.ASCII,
)
MONTH_NUMBER = r"(1[0-2]|0?[1-9])"
YEAR_BEHIND = re.compile(r"(?!.*\d{5})(.*?)[ ,]*(?:[/.-]|nam )? ?(\d{4})", re.ASCII)
YEAR_BEFORE = re.compile(r"(?!\d{5})(\d{4})[ ,/.-]*(.*)", re.ASCII)
QUARTER = re.compile(r"(?:quy|q\.?) ?(iv|i{1,3}|[1-4]|mot|hai|ba|bon|tu)|(iv|i{1,3})", re.ASCII)
MONTH = re.compile(rf"(?:thang|t) ?{MONTH_NUMBER}", re.ASCII)
PART_OF_MONTH = re.compile(rf"(?:thoi gian )?(dau|cuoi|truoc) (?:thang|t) ?{MONTH_NUMBER}", re.ASCII)
HALF_OF_YEAR = re.compile(r"(?:(?:6|sau) thang|nua) (dau|cuoi)(?: nam)?", re.ASCII)
"""All are of a whole text that is folded; ``said_values.js`` reads by them too."""
CURLY_QUOTES = "“”„‟‘’‚‛«»"
"""What Word and telephones make of the keyboard's."""
AROUND = f" .,;…\"'`{CURLY_QUOTES}"
"""What stands around a value by mistake and is no part of it."""
QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4}
PARTS_OF_MONTH = {"dau": "early", "cuoi": "late", "truoc": "before"}


def day_said(written: str) -> str | None:
    """Whether there is such a day is not asked; None for what is no day."""
    said = fold(written)
    if found := DAY_FIRST.fullmatch(said):
        return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"
    if found := YEAR_FIRST.fullmatch(said):
        return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"
    return None


def hour_said(written: str) -> str | None:
    """Whether there is such an hour is not asked; None for what is no hour."""
    found = HOURS.fullmatch(fold(written))
    if found is None:
        return None
    hour = int(found[1]) + (12 if found[3] not in (None, "sang", "am") and int(found[1]) < 12 else 0)
    return f"{hour:02}:{found[2] or '00'}"


def period_said(written: str, year: int | None = None) -> str | None:
    """A day, a month, a quarter or another part of a year, ``year`` where none is written; None for what is none of these, or
    of no year."""
    if day := day_said(written):
        return day
    said = fold(written)
    behind, before = YEAR_BEHIND.fullmatch(said), YEAR_BEFORE.fullmatch(said)
    rest, number = (behind[1], behind[2]) if behind else (before[2], before[1]) if before else (said, str(year or ""))
    is_month = (behind or before) and re.fullmatch(MONTH_NUMBER, rest)
    part = f"{int(rest):02}" if is_month else part_of_year_said(rest)
    return f"{number}-{part}" if number and part else None


def part_of_year_said(written: str) -> str | None:
    """As it stands behind the year: Q3, 08, 10-late, H2; None for what is none, or names a year."""
    said = fold(written)
    if quarter := QUARTER.fullmatch(said):
        name = quarter[1] or quarter[2]
        return f"Q{QUARTERS.get(name, name)}"
    if month := MONTH.fullmatch(said):
        return f"{int(month[1]):02}"
    part = PART_OF_MONTH.fullmatch(said)
    if part and (part[1] != "truoc" or int(part[2]) > 1):
        return f"{int(part[2]):02}-{PARTS_OF_MONTH[part[1]]}"
    if half := HALF_OF_YEAR.fullmatch(said):
        return f"H{1 if half[1] == 'dau' else 2}"
    return None
