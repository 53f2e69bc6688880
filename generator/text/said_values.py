"""Days and hours as people write them, as records write them: 15/8/2023 is 2023-08-15, 8h30 is 08:30."""

from __future__ import annotations

import re

from generator.text.vietnamese import fold

DAY_FIRST = re.compile(r"(?:ngay )?(\d{1,2}) ?(?:[/.-]|thang) ?(\d{1,2}) ?(?:[/.-]|,? ?nam) ?(\d{4})", re.ASCII)
YEAR_FIRST = re.compile(r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})", re.ASCII)
HOURS = re.compile(r"(\d{1,2}) ?(?:gio|h|g|:) ?(\d{2})?(?: ?phut)?(?: ?(sang|trua|chieu|toi))?", re.ASCII)
"""All are of a whole text that is folded; ``values_said.js`` reads by them too."""


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
    hour = int(found[1]) + (12 if found[3] not in (None, "sang") and int(found[1]) < 12 else 0)
    return f"{hour:02}:{found[2] or '00'}"
