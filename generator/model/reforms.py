"""A reform of the units: the acts it rests on, and which old unit became which new one, wholly or in part."""

from datetime import date, timedelta
from enum import StrEnum

from pydantic import Field

from generator.model.corrections import Correction
from generator.model.record import Record
from generator.model.rules import LegalBasis
from generator.model.types import Day, Id, Line, UnitId


class Extent(StrEnum):
    """How much of an old unit went into a new one."""

    WHOLE = "whole"
    PART = "part"


class UnitChange(Record):
    old: UnitId = Field(
        description="Mã đơn vị cũ; của tỉnh khác thì có tệp trong units/ ghi province", examples=["hong-bang/so-dau"]
    )
    new: UnitId = Field(description="Mã đơn vị mới", examples=["phuong-hong-bang"])
    extent: Extent = Field(Extent.WHOLE, description="whole (toàn bộ), part (một phần)")


class Unfollowed(Record):
    """Units that are no more, of which nobody says what they became."""

    reason: Line = Field(description="Vì sao không ghi đơn vị kế tiếp", examples=["Danh sách đã công bố không nêu"])
    units: tuple[UnitId, ...] = Field(min_length=1, description="Mã các đơn vị ấy", examples=["[hong-bang/trai-chuoi]"])


class ReformFile(Record):
    """``reforms/<day>.yml``; ``day`` is the first of the new units. Who comes after whom follows from it."""

    day: Day
    legal_basis: dict[Id, LegalBasis] = Field({}, description="Các văn bản căn cứ")
    changes: tuple[UnitChange, ...] = Field((), description="Đơn vị cũ thành đơn vị mới, mỗi cặp một mục")
    unfollowed: tuple[Unfollowed, ...] = Field((), description="Các đơn vị không còn mà không ghi đơn vị kế tiếp")
    note: Line | None = Field(None, description="Ghi chú của người ghi sổ")
    corrections: tuple[Correction, ...] = Field((), description="Các lần đính chính điều đã công bố về lần sắp xếp")

    @property
    def last_day(self) -> date:
        """Of the units that it closed."""
        return self.day - timedelta(days=1)
