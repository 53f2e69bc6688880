"""What a unit was called before: a change of name or type at one level makes no other unit."""

from __future__ import annotations

from pydantic import Field

from generator.model.types import Day, Line, Record


class EarlierName(Record):
    """What a unit was called before it changed its name or type at the same level; ``until`` is included."""

    until: Day = Field(description="Ngày cuối cùng mang tên này", examples=["2024-12-31"])
    name: Line = Field(description="Tên đầy đủ trước đây", examples=["Xã Dương Quan"])
    type: Line = Field(description="Loại đơn vị trước đây", examples=["xã"])
