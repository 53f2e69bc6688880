"""Districts, communes and the two posts that each of them has."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import ClassVar, Iterable, Iterator

from pydantic import Field

from generator.keeping.observed_day import AnyDay
from generator.model.contacts import UnitContact
from generator.model.corrections import Correction
from generator.model.earlier_facts import DATED_FACTS, EarlierFacts
from generator.model.levels import Level
from generator.model.posts import OnePersonInBothPosts, Post, Vacancy
from generator.model.record import Record
from generator.model.tile import Tile
from generator.model.types import Day, Id, Line, Link, UnitId


class UnitFacts(Record):
    """What a district and a commune are both recorded with. Both days of existence are included."""

    code: Line | None = Field(None, description="Mã của Tổng cục Thống kê, giữ nguyên số 0 ở đầu", examples=["11302"])
    name: Line = Field(description="Tên đầy đủ, có cả loại đơn vị", examples=["Phường Sở Dầu"])
    type: Line = Field(description="Loại đơn vị, như trong tên đầy đủ", examples=["phường"])
    exists_from: Day | None = Field(None, description="Ngày đầu tiên đơn vị tồn tại; bỏ trống nếu có từ trước")
    exists_until: Day | None = Field(None, description="Ngày cuối cùng đơn vị tồn tại; bỏ trống nếu vẫn còn")
    predecessors: tuple[UnitId, ...] = Field((), description="Đơn vị cũ mà đơn vị này kế tiếp")
    successors: tuple[UnitId, ...] = Field((), description="Đơn vị mới kế tiếp đơn vị này")
    earlier: tuple[EarlierFacts, ...] = Field(
        (), description="Tên, loại, mã, đơn vị cấp trên trước đây, cũ nhất ở trên; mục nào không đổi thì không ghi"
    )
    vacancies: tuple[Vacancy, ...] = Field((), description="Những khoảng thời gian một chức danh bị khuyết")
    one_person_in_both_posts: tuple[OnePersonInBothPosts, ...] = Field(
        (), description="Những khoảng thời gian một người vừa là Bí thư vừa là Chủ tịch UBND"
    )
    contacts: tuple[UnitContact, ...] = Field((), description="Nơi trả lời người dân; đổi nơi thì thêm mục mới có since")
    corrections: tuple[Correction, ...] = Field((), description="Các lần đính chính điều đã công bố về đơn vị")


class Commune(UnitFacts):
    """A commune as written in the file of the district that it lay in first; its whole id is ``<district>/<commune>``, also
    once it lies in another."""

    level: ClassVar[Level] = Level.COMMUNE
    below: ClassVar[tuple["Commune", ...]] = ()

    id: Id = Field(description="Mã định danh trong đơn vị cấp trên, chữ thường; không bao giờ đổi", examples=["so-dau"])
    parent: Id | None = Field(
        None, description="Mã đơn vị cấp trên nay thuộc về, khi đã chuyển khỏi đơn vị của tệp này", examples=["hong-bang"]
    )


class UnitFile(UnitFacts):
    """One file of ``units/``: a district with its communes, or from 01/07/2025 a commune of its own."""

    id: Id
    level: Level = Field(
        Level.DISTRICT, description="Cấp: district (có các đơn vị cấp xã nằm trong), commune (cấp xã), province (cấp tỉnh)"
    )
    province: Line | None = Field(
        None, description="Tỉnh, thành phố, khi khác với nơi của sổ (place trong register.yml)", examples=["Hải Dương"]
    )
    tile: Tile | None = Field(None, description="Chỗ trên hình các ô vuông; bỏ trống thì chỉ có ở bảng")
    source: Line | None = Field(None, description="Nguồn của danh sách đơn vị")
    source_url: Link | None = Field(None, description="Địa chỉ của nguồn")
    communes: tuple[Commune, ...] = Field((), description="Các đơn vị cấp xã nằm trong đơn vị này")

    @property
    def below(self) -> tuple[Commune, ...]:
        return self.communes


@dataclass(frozen=True)
class Unit:
    """A unit as the register uses it: ``id`` is whole (``hong-bang`` or ``hong-bang/so-dau``), and says in which file it stands
    and which address it has; ``parent_id`` says what it lies in."""

    id: str
    level: Level
    parent_id: str | None
    facts: UnitFile | Commune
    called_as_on: date | None = None
    """The day whose names, and whose unit above it, it bears; None for those of today."""
    came_from: tuple[str, ...] = ()
    became: tuple[str, ...] = ()
    """By the reforms that are recorded, beside what its own record says."""

    @cached_property
    def top_id(self) -> str:
        """Of the unit at the top that it lies in, or of itself."""
        return (self.parent_id or self.id).partition("/")[0]

    @property
    def file_id(self) -> str:
        """Of the unit at the top whose file it stands in."""
        return self.id.partition("/")[0]

    @cached_property
    def tops(self) -> frozenset[str]:
        """Of every unit at the top that it ever lay in, with that of its file."""
        return frozenset({self.file_id, self.top_id, *filter(None, (earlier.parent for earlier in self.facts.earlier))})

    @property
    def is_of_a_district(self) -> bool:
        """Whether it lies in one or is one: the others stand by their areas."""
        return self.parent_id is not None or self.level.gathers

    def lies_in(self, other: "Unit") -> bool:
        """Or is it."""
        return self.id == other.id or f"{self.parent_id}/".startswith(f"{other.id}/")

    @property
    def predecessors(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.facts.predecessors, *self.came_from)))

    @property
    def successors(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.facts.successors, *self.became)))

    @property
    def name(self) -> str:
        return self.facts.name

    @property
    def type(self) -> str:
        return self.facts.type

    @cached_property
    def own_name(self) -> str:
        """Without its type: "Hồng Bàng"; the whole name where it has no more, or does not begin with it."""
        known = self.name.lower().startswith(self.type.lower())
        return (known and self.name[len(self.type):].strip()) or self.name

    def called_on(self, day: date) -> "Unit":
        """The same unit under the name, type and code that it had on a day, in what it lay in then, which is called as it was
        too."""
        then: dict[str, str] = {}
        for earlier in self.facts.earlier:
            for name in DATED_FACTS if day <= earlier.until else ():
                if value := getattr(earlier, name):
                    then.setdefault(name, value)
        parent_id = then.pop("parent", self.parent_id)
        facts = self.facts.model_copy(update=then) if then else self.facts
        return replace(self, facts=facts, parent_id=parent_id, called_as_on=day)

    def eras(self) -> Iterator[tuple[date, date, "Unit"]]:
        """Each span of its days, both included, with the unit as it was then; one span where nothing of it ever changed."""
        first = self.facts.exists_from or date.min
        for earlier in self.facts.earlier:
            if first <= earlier.until:
                yield first, earlier.until, self.called_on(earlier.until)
                first = earlier.until + timedelta(days=1)
        yield first, self.facts.exists_until or date.max, self

    def exists_on(self, day: AnyDay) -> bool:
        facts = self.facts
        return (facts.exists_from is None or facts.exists_from <= day) and (
            facts.exists_until is None or day <= facts.exists_until
        )

    def has_ended_by(self, day: AnyDay) -> bool:
        """Whether its last day is past."""
        return self.facts.exists_until is not None and self.facts.exists_until < day

    def exists_between(self, first_day: date, last_day: date) -> bool:
        facts = self.facts
        return (facts.exists_from is None or facts.exists_from <= last_day) and (
            facts.exists_until is None or first_day <= facts.exists_until
        )

    def is_vacant_on(self, post: Post, day: AnyDay) -> bool:
        return any(
            vacancy.post == post and vacancy.vacant_from <= day
            and (vacancy.vacant_until is None or day <= vacancy.vacant_until)
            for vacancy in self.facts.vacancies
        )

    def one_person_holds_both_on(self, day: AnyDay) -> bool:
        return any(
            held.one_person_from <= day and (held.one_person_until is None or day <= held.one_person_until)
            for held in self.facts.one_person_in_both_posts
        )


def in_administrative_order(units: Iterable[Unit]) -> tuple[Unit, ...]:
    """Each after the unit at the top that it lies in; else as they are."""
    units = tuple(units)
    if all(unit.top_id == unit.file_id for unit in units):
        return units
    places = {unit.id: place for place, unit in enumerate(units)}
    return tuple(sorted(units, key=lambda unit: places.get(unit.top_id, len(places))))
