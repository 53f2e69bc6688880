"""The versions of the open data: what each has added, and when. Only additions are made to a version 1.x."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class DataVersion:
    """``added`` tells readers, in Vietnamese, what was not there before."""

    version: str
    day: date
    added: str


VERSIONS = (
    DataVersion("1.0", date(2026, 11, 23), "bảy bảng; mỗi bảng có CSV và JSON; JSON Schema, Data Package"),
    DataVersion("1.1", date(2026, 11, 29), "commitments: state_label, reported, last_outcome"),
    DataVersion("1.2", date(2026, 11, 29), "kỳ trong năm: period_from, period_until, cutoff_name, mốc period-end và named"),
    DataVersion(
        "1.3", date(2026, 11, 29),
        "created, modified, progress.figure, units.code_text, contact_*; khóa ngoài, số byte, mã băm trong Data Package; "
        "catalog.jsonld; changes.json; ba tệp gộp; JSON Schema chấp nhận trường mới",
    ),
)
"""The newest at the end; its number stands in every file."""
