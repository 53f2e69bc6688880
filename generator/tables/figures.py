"""The tables of figures: the ledger of every post, progress as n of N, and the pace through the year."""

from datetime import date
from enum import StrEnum
from typing import Iterable, Iterator, TypedDict

from pydantic import Field

from generator.consequences.progress import Progress, Share
from generator.consequences.rule_periods import CutoffKind, cutoffs_of
from generator.consequences.snapshot import Snapshot
from generator.consequences.standings import Standing
from generator.model import Level, Post
from generator.model.rows import row_for_each
from generator.tables.table import TO_UNITS, OfUnit, Row, Table, unit_columns, years_of_rules

_PERIOD_FROM = Field(description="Ngày đầu của kỳ có quy định riêng trong năm; ngày đầu năm nếu cả năm một quy định")
_PERIOD_UNTIL = Field(description="Ngày cuối của kỳ ấy; ngày cuối năm nếu cả năm một quy định")
"""The part of the year whose rules a row is counted by; at the end of each, since others had their places before."""


class LedgerRow(OfUnit):
    year: int = Field(description="Năm tính chỉ tiêu")
    day: date = Field(description="Ngày tính: dòng này đúng vào ngày ấy")
    post: Post = Field(description="Chức danh")
    standing: Standing = Field(description="Được tính hay chưa, và vì sao")
    owed: bool = Field(description="Chức danh có được tính vào mẫu số hay không")
    credited: bool = Field(description="Chức danh đã thực hiện chỉ tiêu hay chưa")
    minimum: int = Field(description="Số cuộc tối thiểu trong năm")
    counted: int = Field(description="Số cuộc được tính đến ngày ấy")
    dialogues: list[str] = Field(description="Mã các cuộc đối thoại được tính, hoặc giải thích vì sao chưa được tính")
    period_from: date = _PERIOD_FROM
    period_until: date = _PERIOD_UNTIL


class CutOff(StrEnum):
    """In two words, unlike elsewhere, since the name stands in the published schema."""

    TODAY = "today"
    ANNUAL_REPORT = "annual-report"
    YEAR_END = "year-end"
    PERIOD_END = "period-end"
    NAMED = "named"


_CUT_OFFS = row_for_each(CutoffKind, {
    CutoffKind.ANNUAL_REPORT: CutOff.ANNUAL_REPORT, CutoffKind.YEAR_END: CutOff.YEAR_END,
    CutoffKind.PERIOD_END: CutOff.PERIOD_END, CutoffKind.NAMED: CutOff.NAMED,
})


class ProgressRow(Row):
    year: int = Field(description="Năm tính chỉ tiêu")
    cutoff: CutOff = Field(
        description="Mốc: today (ngày tính), annual-report (báo cáo năm), year-end (cuối năm), period-end (hết kỳ có quy định "
        "riêng), named (mốc khác, xem cutoff_name)"
    )
    cutoff_day: date = Field(description="Ngày của mốc")
    day: date = Field(description="Số liệu đúng đến ngày này; sớm hơn cutoff_day khi mốc chưa tới")
    district: str | None = Field(
        description="Mã đơn vị có các đơn vị nằm trong, tính cả các đơn vị ấy; trống là cộng tất cả; từng xã: bảng ledger"
    )
    district_name: str | None = Field(description="Tên đơn vị của cột district; trống là cộng tất cả")
    level: Level | None = Field(description="Cấp; trống là mọi cấp")
    post: Post | None = Field(description="Chức danh; trống là mọi chức danh")
    done: int = Field(description="Số chức danh đã thực hiện")
    owed: int = Field(description="Số chức danh phải thực hiện")
    percent: int | None = Field(description="Tỷ lệ phần trăm, làm tròn xuống; trống khi không có chức danh phải thực hiện")
    cutoff_name: str | None = Field(description="Tên của mốc khác; trống nếu không phải")
    period_from: date = _PERIOD_FROM
    period_until: date = _PERIOD_UNTIL
    figure: str = Field(description="Mã của số liệu: ngày đầu kỳ, mốc và ngày của mốc, đơn vị, cấp, chức danh; * là tất cả")


class PaceRow(Row):
    year: int = Field(description="Năm tính chỉ tiêu")
    day: date = Field(description="Đến hết ngày")
    registered: int = Field(description="Số chức danh đã đăng ký kế hoạch")
    announced: int = Field(description="Số chức danh đã có ngày được thông báo")
    held: int = Field(description="Số chức danh đã thực hiện")
    owed: int = Field(description="Số chức danh phải thực hiện vào ngày ấy")
    period_from: date = _PERIOD_FROM
    period_until: date = _PERIOD_UNTIL


class _PeriodColumns(TypedDict):
    """The values of the columns that tell the period."""

    period_from: date
    period_until: date


def _ledger_rows(snapshot: Snapshot) -> Iterator[tuple[int, Iterable[Row]]]:
    for year in years_of_rules(snapshot):
        yield year, (
            LedgerRow(
                **unit_columns(snapshot, entry.unit), year=year, day=entry.day, post=entry.post, standing=entry.standing,
                owed=entry.owed, credited=entry.credited, minimum=entry.minimum, counted=entry.counted,
                dialogues=[dialogue.id for dialogue in entry.dialogues], **_period_columns(progress),
            )
            for progress in snapshot.progress_of_periods(year) for entry in progress.entries
        )


def _progress_rows(snapshot: Snapshot) -> Iterator[tuple[int, Iterable[Row]]]:
    for year in years_of_rules(snapshot):
        yield year, [row for figures in figures_at(snapshot, year) for row in _progress_at(*figures)]


def figures_at(snapshot: Snapshot, year: int) -> Iterator[tuple[CutOff, date, str | None, Progress]]:
    """The figures of a year that are published, those of each part of it, each with its cut-off, that one's day and name."""
    for newest in snapshot.progress_of_periods(year):
        days: list[tuple[CutOff, date, str | None]] = [(CutOff.TODAY, newest.day, None)]
        days += [(_CUT_OFFS[cutoff.kind], cutoff.day, cutoff.name) for cutoff in cutoffs_of(newest.period)]
        for cutoff, day, name in days:
            yield cutoff, day, name, snapshot.progress(year, min(day, newest.day))


def _progress_at(cutoff: CutOff, cutoff_day: date, cutoff_name: str | None, progress: Progress) -> Iterator[ProgressRow]:
    def row(share: Share, district: str | None, name: str | None, level: Level | None, post: Post | None) -> ProgressRow:
        return ProgressRow(
            year=progress.year, cutoff=cutoff, cutoff_name=cutoff_name, cutoff_day=cutoff_day, day=progress.day,
            district=district, district_name=name, level=level, post=post, done=share.done, owed=share.owed,
            percent=share.percent, **_period_columns(progress),
            figure="/".join((
                progress.period.first_day.isoformat(), cutoff_name or cutoff, cutoff_day.isoformat(),
                district or "*", level or "*", post or "*",
            )),
        )

    yield row(progress.total, None, None, None, None)
    for post, share in progress.by_post.items():
        yield row(share, None, None, None, post)
    for level in progress.levels:
        yield row(progress.by_level[level], None, None, level, None)
    for (level, post), share in progress.by_level_and_post.items():
        if level in progress.levels:
            yield row(share, None, None, level, post)
    for found in progress.districts:
        if not found.district.level.gathers:
            continue  # from 01/07/2025 a commune stands at the top; its posts are in the ledger
        district = found.district.id, found.district.name
        yield row(found.total, *district, None, None)
        for level, share in found.by_level.items():
            yield row(share, *district, level, None)


def _pace_rows(snapshot: Snapshot) -> Iterator[tuple[int, Iterable[Row]]]:
    for year in years_of_rules(snapshot):
        yield year, [
            PaceRow(
                year=year, day=point.day, registered=point.registered, announced=point.announced, held=point.held,
                owed=point.owed, **_period_columns(progress),
            )
            for progress in snapshot.progress_of_periods(year) for point in snapshot.pace(progress).points
        ]


def _period_columns(progress: Progress) -> _PeriodColumns:
    return {"period_from": progress.period.first_day, "period_until": progress.period.last_day}


LEDGER = Table("ledger", LedgerRow, ("period_from", "unit", "post"), years_of_rules, _ledger_rows, TO_UNITS)
PROGRESS = Table("progress", ProgressRow, ("figure",), years_of_rules, _progress_rows, {"district": "units"})
PACE = Table("pace", PaceRow, ("period_from", "day"), years_of_rules, _pace_rows)
