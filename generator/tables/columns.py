"""The columns of a table, read from the fields of its rows: their names, descriptions, types and words."""

import types
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from typing import Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel, Field

from generator.consequences.clocks import ClockState, NoDuty
from generator.consequences.standings import Standing
from generator.consequences.states import Status
from generator.model import Kind, Level, Mode, Outcome, PartOfDay, Post
from generator.site.open_data_titles import ColumnTypes
from generator.tables.follow_up import CommitmentState
from generator.tables.table import Row, Table

SECTIONS: dict[type, str] = {
    Status: "status", Kind: "kind", Standing: "standing", ClockState: "clock", NoDuty: "no_duty",
    CommitmentState: "commitment", Outcome: "outcome", Mode: "mode", PartOfDay: "part_of_day", Level: "level",
    Post: "post",
}
"""The section of the vocabulary that says an enumeration's codes in words."""


class Column(NamedTuple):
    """``type`` is the type of one value, without None and without the list around it.

    ``section`` names the words of its codes. ``says`` is the column whose codes this one says in words.
    """

    name: str
    description: str
    type: Any
    is_list: bool
    optional: bool
    says: str | None = None

    @property
    def section(self) -> str | None:
        return SECTIONS.get(self.type)

    @property
    def is_nested(self) -> bool:
        """A list of records, which JSON can hold and CSV cannot."""
        return isinstance(self.type, type) and issubclass(self.type, BaseModel)

    @property
    def codes(self) -> tuple[str, ...]:
        """The values it can have, where they are a closed list."""
        if isinstance(self.type, type) and issubclass(self.type, Enum):
            return tuple(member.value for member in self.type)
        return ()


class _About(Row):
    as_of: date = Field(description="Ngày tính: mọi trạng thái và số liệu đúng vào ngày này")
    sample: bool = Field(description="true nếu là dữ liệu mẫu, không phải số liệu thật")


def type_words(column: Column, words: ColumnTypes) -> str:
    """What kind of value it is, for a person."""
    known = {
        str: words.text, int: words.integer, float: words.decimal, bool: words.truth, date: words.day, datetime: words.moment,
    }
    one = words.record if column.is_nested else words.code if column.codes else known[column.type]
    return words.several.format(type=one) if column.is_list else one


@lru_cache(32)  # for the files of each year
def columns(row: type[Row]) -> tuple[Column, ...]:
    """Every field, in the row's order."""
    found = []
    for name, field in row.model_fields.items():
        kind, optional = _without_none(field.annotation)
        is_list = get_origin(kind) is list
        found.append(Column(name, field.description or "", get_args(kind)[0] if is_list else kind, is_list, optional))
    return tuple(found)


def csv_columns(table: Table) -> tuple[Column, ...]:
    """The row's flat fields, each code followed by its words; then the "as of" day and the sample flag.

    Where more than the code decides its words, the row has these itself.
    """
    found: list[Column] = []
    for column in columns(table.row):
        if column.is_nested:
            continue
        found.append(column)
        if column.section and f"{column.name}_label" not in table.row.model_fields:
            in_words = f"{column.description} (bằng chữ)"
            found.append(Column(f"{column.name}_label", in_words, str, column.is_list, column.optional, column.name))
    return (*found, *about_columns())


def about_columns() -> tuple[Column, ...]:
    """What each line of CSV says of its file."""
    return columns(_About)


def _without_none(annotation: Any) -> tuple[Any, bool]:
    if get_origin(annotation) in (Union, types.UnionType):
        return next(kind for kind in get_args(annotation) if kind is not type(None)), True
    return annotation, False
