"""The offices that answer people, and how each is reached."""

from pydantic import Field

from generator.model.record import Record
from generator.model.types import Day, Line, Link


class Contact(Record):
    """An office, never a citizen."""

    office: Line = Field(description="Cơ quan, bộ phận", examples=["Văn phòng Đảng ủy - UBND phường"])
    phone: Line | None = Field(None, description="Điện thoại của cơ quan")
    email: Line | None = Field(None, description="Thư điện tử của cơ quan")
    page: Link | None = Field(
        None, description="Trang nhận câu hỏi, hoặc Zalo OA, của cơ quan", examples=["https://zalo.me/0123456789"]
    )

    @property
    def can_be_reached(self) -> bool:
        """By more than a visit."""
        return bool(self.phone or self.email or self.page)


class UnitContact(Contact):
    """Who answers for a unit, from a day on."""

    since: Day | None = Field(None, description="Dùng từ ngày nào; bỏ trống nếu có từ trước", examples=["2025-07-01"])
