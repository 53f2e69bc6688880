"""What a unit was before: a change of name, type, code or of what it lies in, at one level, makes no other unit."""

from pydantic import Field

from generator.model.record import Record
from generator.model.types import Day, Id, Line

DATED_FACTS = ("name", "type", "code", "parent")
"""Fields of a unit that an entry of ``earlier`` tells as they were; one that it leaves out was as the next entry, or the unit
itself, tells it."""


class EarlierFacts(Record):
    """``until`` is included; ``parent`` is the id of the unit at the top that it lay in."""

    until: Day = Field(description="Ngày cuối cùng còn như mục này ghi", examples=["2024-12-31"])
    name: Line | None = Field(None, description="Tên đầy đủ trước đây", examples=["Xã Dương Quan"])
    type: Line | None = Field(None, description="Loại đơn vị trước đây", examples=["xã"])
    code: Line | None = Field(None, description="Mã của Tổng cục Thống kê trước đây", examples=["11578"])
    parent: Id | None = Field(None, description="Mã đơn vị cấp trên trước đây", examples=["an-duong"])
