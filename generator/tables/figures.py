"""The tables of figures: the ledger of every post, progress as n of N, and the pace through the year."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Iterable, Iterator

from pydantic import Field

from generator.consequences.progress import Progress, Share
from generator.consequences.snapshot import Snapshot
from generator.consequences.standings import Standing
from generator.model import Level, Post
from generator.tables.table import OfUnit, Row, Table, unit_columns, years_of_rules


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


class CutOff(StrEnum):
    """In two words, unlike elsewhere, since the name stands in the published schema."""

    TODAY = "today"
    ANNUAL_REPORT = "annual-report"
    YEAR_END = "year-end"


class ProgressRow(Row):
    year: int = Field(description="Năm tính chỉ tiêu")
    cutoff: CutOff = Field(description="Mốc: today (ngày tính), annual-report (báo cáo năm), year-end (cuối năm)")
    cutoff_day: date = Field(description="Ngày của mốc")
    day: date = Field(description="Số liệu đúng đến ngày này; sớm hơn cutoff_day khi mốc chưa tới")
    district: str | None = Field(description="Mã đơn vị trực thuộc, gồm cả các đơn vị nằm trong; trống là cộng tất cả")
    district_name: str | None = Field(description="Tên đơn vị của cột district; trống là cộng tất cả")
    level: Level | None = Field(description="Cấp; trống là mọi cấp")
    post: Post | None = Field(description="Chức danh; trống là mọi chức danh")
    done: int = Field(description="Số chức danh đã thực hiện")
    owed: int = Field(description="Số chức danh phải thực hiện")
    percent: int | None = Field(description="Tỷ lệ phần trăm, làm tròn xuống; trống khi không có chức danh phải thực hiện")


class PaceRow(Row):
    year: int = Field(description="Năm tính chỉ tiêu")
    day: date = Field(description="Đến hết ngày")
    registered: int = Field(description="Số chức danh đã đăng ký kế hoạch")
    announced: int = Field(description="Số chức danh đã có ngày được thông báo")
    held: int = Field(description="Số chức danh đã thực hiện")
    owed: int = Field(description="Số chức danh phải thực hiện")


def _ledger_rows(snapshot: Snapshot) -> Iterator[tuple[int, Iterable[Row]]]:
    for year in years_of_rules(snapshot):
        yield year, (
            LedgerRow(
                **unit_columns(snapshot, entry.unit), year=year, day=entry.day, post=entry.post, standing=entry.standing,
                owed=entry.owed, credited=entry.credited, minimum=entry.minimum, counted=entry.counted,
                dialogues=[dialogue.id for dialogue in entry.dialogues],
            )
            for entry in snapshot.progress(year).entries
        )


def _progress_rows(snapshot: Snapshot) -> Iterator[tuple[int, Iterable[Row]]]:
    for year in years_of_rules(snapshot):
        yield year, [row for figures in figures_at(snapshot, year) for row in _progress_at(*figures)]


def figures_at(snapshot: Snapshot, year: int) -> Iterator[tuple[CutOff, date, Progress]]:
    """The figures of a year that are published, each with its cut-off and that one's day."""
    cutoffs = snapshot.register.rules[year].cutoffs
    today = snapshot.progress(year).day
    days = ((CutOff.TODAY, today), (CutOff.ANNUAL_REPORT, cutoffs.annual_report), (CutOff.YEAR_END, cutoffs.year_end))
    for cutoff, day in days:
        yield cutoff, day, snapshot.progress(year, min(day, today))


def _progress_at(cutoff: CutOff, cutoff_day: date, progress: Progress) -> Iterator[ProgressRow]:
    def row(share: Share, district: str | None, name: str | None, level: Level | None, post: Post | None) -> ProgressRow:
        return ProgressRow(
            year=progress.year, cutoff=cutoff, cutoff_day=cutoff_day, day=progress.day, district=district,
            district_name=name, level=level, post=post, done=share.done, owed=share.owed, percent=share.percent,
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
        pace = snapshot.pace(year)
        yield year, [
            PaceRow(
                year=year, day=point.day, registered=point.registered, announced=point.announced, held=point.held,
                owed=pace.owed,
            )
            for point in pace.points
        ]


LEDGER = Table("ledger", LedgerRow, ("unit", "post"), years_of_rules, _ledger_rows)
PROGRESS = Table("progress", ProgressRow, (), years_of_rules, _progress_rows)
PACE = Table("pace", PaceRow, ("day",), years_of_rules, _pace_rows)
