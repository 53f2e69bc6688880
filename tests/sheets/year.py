"""A city's year on paper: what every district plans and holds, and the sheets in which its office says so."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Iterator

from generator.model import Level, Post, Register, Unit
from tests.sheets.offices import BC01, BC02, DK01, DK02, a_plan, a_result, a_sheet, an_opinion

YEAR = 2023
MONTHS = (4, 5, 7, 8, 10)
ROMAN = {1: "I", 2: "II", 3: "III", 4: "IV"}
HEADS = {Post.PARTY: "Bí thư", Post.GOVERNMENT: "Chủ tịch UBND"}
SENT = "Ngày gửi Thông báo kết luận"


@dataclass(frozen=True)
class Meeting:
    """One dialogue from its plan to its result; ``number`` counts all of the city's, and decides how it is written."""

    number: int
    unit: Unit
    posts: tuple[Post, ...]
    topic: str | None = None

    @property
    def month(self) -> int:
        return MONTHS[self.number % len(MONTHS)]

    @property
    def day(self) -> date:
        """A fifteenth where a plan names its day, which is never in the last month."""
        return date(YEAR, self.month, 15 if self.number % 8 in (3, 4, 5, 6, 7) else 5 + self.number % 8)

    @property
    def attendance(self) -> int:
        return 40 + self.number % 90

    @property
    def opinions(self) -> tuple[int, int]:
        """Before the meeting and at it."""
        return self.number % 7, 3 + self.number % 11


def meetings(register: Register) -> Iterator[Meeting]:
    """The heads of every unit together, or apart in each third commune; and each district's with one group of people."""
    number = 0
    for unit in register.units.values():
        apart = unit.level == Level.COMMUNE and number % 3 == 0
        for posts in ([(post,) for post in Post] if apart else [tuple(Post)]):
            yield Meeting(number, unit, posts)
            number += 1
        if unit.level == Level.DISTRICT:
            yield Meeting(number, unit, (Post.GOVERNMENT,), f"Đối thoại với thanh niên {unit.name}")
            number += 1


def planned(meeting: Meeting) -> Any:
    """Its time in one of the ways that offices have."""
    month, day = meeting.month, meeting.day
    quarter = ROMAN[(month + 2) // 3]
    return (
        f"tháng {month}", f"{month}/{YEAR}", f"quý {quarter}", day, (day - date(1899, 12, 30)).days, f"{day:%d/%m/%Y}",
        f"ngày {day.day} tháng {month} năm {YEAR}", f"8h00 ngày {day.day}/{month}",
    )[meeting.number % 8]


def named(unit: Unit, others: list[Unit], number: int) -> str:
    """Its name in full, in short, in the other spelling, decomposed, or without accents where that names it alone."""
    bare = unaccented(unit.name)
    alone = sum(unaccented(other.name) == bare for other in others) == 1
    short = {"phường": "P. ", "xã": "X. ", "thị trấn": "TT. "}.get(unit.type, f"UBND {unit.type} ")
    ways = [unit.name, short + unit.name[len(unit.type):].strip(), unicodedata.normalize("NFD", unit.name), unit.name.upper()]
    ways += [bare] if alone else []
    return ways[number % len(ways)]


def unaccented(text: str) -> str:
    kept = "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))
    return kept.replace("đ", "d").replace("Đ", "D")


def plan_sheets(folder: Path, register: Register, year: list[Meeting]) -> list[Path]:
    """DK01 and DK02 of each district; the island without communes registers its heads on DK02, as a commune does."""
    made = []
    for district in register.districts():
        communes = list(register.communes_of(district))
        own = [meeting for meeting in year if meeting.unit == district and (communes or meeting.topic)]
        rows = [
            a_plan(unit=named(district, [district], meeting.number), kind="Chuyên đề" if meeting.topic else "Định kỳ",
                   presided_by=" và ".join(HEADS[post] for post in meeting.posts), topic=meeting.topic or "Phát triển kinh tế - xã hội",
                   audience="Thanh niên" if meeting.topic else "Đại diện Nhân dân", period=planned(meeting), expected=None,
                   contact="Văn phòng cấp ủy, ĐT 0225 3000 303")
            for meeting in own
        ]
        made.append(a_sheet(folder / f"dk01-{district.id}.xlsx", DK01, *rows, **_about(district)))
        rows = [_commune_row(unit, communes, [meeting for meeting in year if meeting.unit == unit and not meeting.topic])
                for unit in communes or [district]]
        made.append(a_sheet(folder / f"dk02-{district.id}.xlsx", DK02, *rows, **_about(district)))
    return made


def _commune_row(unit: Unit, others: list[Unit], held: list[Meeting]) -> list[Any]:
    times = {post: planned(meeting) for meeting in held for post in meeting.posts}
    together = "Chung" if len(held) == 1 else "Riêng"
    return [named(unit, others, held[0].number), times[Post.PARTY], times[Post.GOVERNMENT], together, None, None, None]


def result_sheets(folder: Path, register: Register, held: list[Meeting], name: str) -> list[Path]:
    """BC01 and BC02 of each district that held any; a deputy stands in where a post is vacant."""
    made = []
    for district in register.districts():
        own = [meeting for meeting in held if district.id in (meeting.unit.id, meeting.unit.parent_id)]
        if not own:
            continue
        about = _about(district) | {"title": f"BÁO CÁO KẾT QUẢ NĂM {YEAR}"}
        others = [district, *register.communes_of(district)]
        rows = [[*_result(meeting, others), _sent(meeting)] for meeting in own]
        made.append(a_sheet(folder / f"bc01-{name}-{district.id}.xlsx", [*BC01, SENT], *rows, **about))
        told = own[0]
        opinion = an_opinion(
            summary=f"Đề nghị nạo vét kênh, mương ({told.number})", subject="Môi trường", dialogue=f"{told.unit.name}, ngày {told.day:%d/%m/%Y}",
            competence="Cấp huyện", agency=f"UBND {district.name}", due=f"31/12/{YEAR}", result="Đã giải quyết. Đã nạo vét xong",
            answered_on=f"{told.day:%d/%m/%Y}",
        )
        made.append(a_sheet(folder / f"bc02-{name}-{district.id}.xlsx", BC02, opinion, **about))
    return made


def _result(meeting: Meeting, others: list[Unit]) -> list[Any]:
    before, at_meeting = meeting.opinions
    presiders = [f"Phó {HEADS[post]}" if meeting.unit.is_vacant_on(post, meeting.day) else HEADS[post] for post in meeting.posts]
    return a_result(
        unit=named(meeting.unit, others, meeting.number), kind="Chuyên đề" if meeting.topic else "Định kỳ",
        presided_by=", ".join(presiders), topic=meeting.topic, day=meeting.day, attendance=meeting.attendance, speakers=5,
        total=before + at_meeting, at_meeting=at_meeting, before=before, answered_at_meeting=before + at_meeting, answered_later=0,
        passed_up=0, conclusion=f"{meeting.number}-TB/CU ngày {meeting.day:%d/%m/%Y}",
    )


def _sent(meeting: Meeting) -> date | None:
    return meeting.day if meeting.unit.level == Level.DISTRICT else None


def _about(district: Unit) -> dict[str, str]:
    committee = {"quận": "QUẬN ỦY", "huyện": "HUYỆN ỦY"}[district.type]
    name = district.name[len(district.type):].strip()
    return {"office": f"{committee} {name.upper()}", "title": f"ĐĂNG KÝ KẾ HOẠCH ĐỐI THOẠI NĂM {YEAR}",
            "dated": f"{name}, ngày 20 tháng 02 năm {YEAR}"}
