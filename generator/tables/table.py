"""What a table is: a kind of row, and how to make its rows from the register on its day."""

from dataclasses import dataclass, field
from datetime import date
from typing import Callable, Iterable, Iterator, Mapping, TypedDict

from pydantic import BaseModel, ConfigDict, Field

from generator.consequences.fact_days import newest_fact_day, oldest_fact_day
from generator.consequences.outlines import years_of
from generator.consequences.snapshot import Snapshot
from generator.consequences.views import DialogueView
from generator.model import Level, Unit
from generator.site.site import Site
from generator.site.titles import Described
from generator.site.words import Words


class Row(BaseModel):
    """A row's fields are the columns: their names, types and descriptions serve JSON, CSV, schema and dictionary.

    No field has a default: a value that is not known is None, never zero and never left out.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


OfOneDialogue = Callable[[Site, DialogueView, int], Iterable[Row]]


def table_of_dialogues(
    name: str, row: type[Row], key: tuple[str, ...], of_dialogue: OfOneDialogue, refers: Mapping[str, str]
) -> "Table":
    """A table with a year's rows in the order of its dialogues."""
    def rows(site: Site) -> Iterator[tuple[int, Iterable[Row]]]:
        for year, views in site.views.by_year.items():
            yield year, (row for view in views for row in of_dialogue(site, view, year))

    return Table(name, row, key, years_of_dialogues, rows, refers, of_dialogue)


@dataclass(frozen=True)
class Table:
    """``years`` are those published, ``rows`` gives the rows of each; the year is None for a table not split by year.

    The rows of a year can be gone through once: a large register has more of them than should be in memory together.
    ``key`` names the columns that no two rows share, none of them empty. ``refers`` says of a column which table has a row of
    that key, of the same year where that table is split by years; an empty value refers to none.
    What it is called stands in ``titles.yml``, under its name. ``of_dialogue`` gives the rows of one dialogue in a year, where
    each row is about one.
    """

    name: str
    row: type[Row]
    key: tuple[str, ...]
    years: Callable[[Snapshot], Iterable[int | None]]
    rows: Callable[[Site], Iterable[tuple[int | None, Iterable[Row]]]]
    refers: Mapping[str, str] = field(default_factory=dict)
    of_dialogue: OfOneDialogue | None = None

    def named(self, words: Words) -> Described:
        found: Described = getattr(words.tables, self.name)
        return found

    def file_name(self, year: int | None) -> str:
        """Without its ending: "units", "dialogues-2023"."""
        return self.name if year is None else f"{self.name}-{year}"


TO_UNITS: Mapping[str, str] = {"unit": "units", "district": "units"}
TO_DIALOGUES: Mapping[str, str] = {**TO_UNITS, "dialogue": "dialogues"}


class OfUnit(Row):
    """The unit a row is about, with its name, since two communes of the city can have the same name."""

    unit: str = Field(description="Mã đơn vị trong sổ; <đơn vị trên>/<đơn vị> khi nằm trong một đơn vị khác")
    unit_name: str = Field(description="Tên đầy đủ của đơn vị")
    level: Level = Field(description="Cấp của đơn vị")
    district: str | None = Field(
        description="Mã đơn vị cấp trên mà đơn vị nằm trong, hoặc của chính đơn vị có các đơn vị nằm trong; trống nếu không có"
    )
    district_name: str | None = Field(description="Tên đơn vị của cột district")


class OfDialogue(Row):
    """The dialogue a row is about."""

    dialogue: str = Field(description="Mã cuộc đối thoại, không bao giờ đổi")
    year: int = Field(description="Năm cuộc đối thoại được tính")
    page: str = Field(description="Địa chỉ trang của cuộc đối thoại")


CREATED = Field(description="Ngày của sự việc đầu tiên được ghi trong bản ghi; trống nếu bản ghi không nêu ngày")
MODIFIED = Field(description="Ngày của sự việc mới nhất được ghi trong bản ghi, kể cả đính chính")
"""OParl 1.1 has both of every object: of the whole record that a row is taken from, by the days that it names itself. Which
release brought a change is in ``changes.json``. At the end of a row, since others had their places before."""


class UnitColumns(TypedDict):
    """The values of OfUnit."""

    unit: str
    unit_name: str
    level: Level
    district: str | None
    district_name: str | None


class DialogueColumns(TypedDict):
    """The values of OfDialogue."""

    dialogue: str
    year: int
    page: str


class DatedColumns(TypedDict):
    """The values of CREATED and MODIFIED."""

    created: date | None
    modified: date | None


def unit_columns(snapshot: Snapshot, unit: Unit) -> UnitColumns:
    district = snapshot.register.district_of(unit) or (unit if unit.level.gathers else None)
    return {
        "unit": unit.id, "unit_name": unit.name, "level": unit.level,
        "district": district.id if district else None, "district_name": district.name if district else None,
    }


def dialogue_columns(snapshot: Snapshot, view: DialogueView, year: int) -> DialogueColumns:
    return {"dialogue": view.dialogue.id, "year": year, "page": public_address(snapshot, view.page)}


def dated_columns(view: DialogueView) -> DatedColumns:
    return {"created": oldest_fact_day(view.dialogue), "modified": newest_fact_day(view.dialogue)}


def public_address(snapshot: Snapshot, address: str) -> str:
    """The whole address, for readers outside the site."""
    return snapshot.register.facts.address.rstrip("/") + "/" + address


def years_of_rules(snapshot: Snapshot) -> list[int]:
    return sorted(snapshot.register.rules)


def years_of_dialogues(snapshot: Snapshot) -> list[int]:
    """Every year that has rules or dialogues."""
    return years_of(snapshot.register)
