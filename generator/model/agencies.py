"""The agencies that promises are given to: their canonical names, how else they are written, what they look after."""

from functools import cached_property
from typing import Mapping

from pydantic import Field

from generator.model.record import Record
from generator.model.types import Id, Line
from generator.text.vietnamese import slug


class Agency(Record):
    """One agency, or all of a kind that are told apart by the unit's name after it: "Công an" is that of every ward."""

    name: Line = Field(description="Tên chính thức, không kèm tên đơn vị đứng sau", examples=["Công an"])
    field: Id = Field(description="Lĩnh vực, theo danh mục fields ở trên", examples=["an-ninh"])
    spellings: tuple[Line, ...] = Field((), description="Các cách viết khác đã gặp", examples=["[CA]"])


class AgencyList(Record):
    """``agencies.yml``: an aid to readers. No figure and no outcome follows from it."""

    fields: dict[Id, Line] = Field(default_factory=dict, description="Lĩnh vực, theo thứ tự hiện trên trang: mã và tên")
    agencies: tuple[Agency, ...] = Field((), description="Danh mục cơ quan")

    @cached_property
    def by_spelling(self) -> Mapping[str, Agency]:
        """By each name and other spelling as an id of small letters; names come before other spellings."""
        found: dict[str, Agency] = {}
        for written, agency in (*((one.name, one) for one in self.agencies), *self.other_spellings()):
            found.setdefault(slug(written), agency)
        return found

    def other_spellings(self) -> tuple[tuple[str, Agency], ...]:
        return tuple((written, agency) for agency in self.agencies for written in agency.spellings)
