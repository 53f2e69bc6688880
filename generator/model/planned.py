"""What is planned and announced of a dialogue: its day, its hours and how to take part."""

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Final, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.model.contacts import Contact
from generator.model.record import Record
from generator.model.types import PERIOD_EXAMPLES, Day, Line, PeriodField, TimeOfDay, WholeNumber, parsed_day
from generator.model.who_and_where import PartOfDay, Venue
from generator.text.said_values import AROUND
from generator.text.vietnamese import fold

UNKNOWN_DAY: Final = "unknown"


class ScheduleState(StrEnum):
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


_SAID_UNKNOWN = re.compile(r"(?:khong|chua) (?:ro|biet|xac dinh|nho)(?: ngay)?")


def _day_or_unknown(value: Any) -> Any:
    if value == UNKNOWN_DAY:
        return value
    if _SAID_UNKNOWN.fullmatch(fold(str(value)).strip(f"{AROUND}()")):
        raise PydanticCustomError("day", "không rõ ngày thì ghi unknown", {"example": "2023-08-15", "suggestion": UNKNOWN_DAY})
    return parsed_day(value)


DayOrUnknown = Annotated[
    date | Literal["unknown"], BeforeValidator(_day_or_unknown),
    WithJsonSchema({"anyOf": [{"type": "string", "format": "date"}, {"const": UNKNOWN_DAY}]}),
]


class Registration(Record):
    """The unit's own registration of its plan (with the forms of its plan), not a citizen's wish to attend."""

    registered_on: DayOrUnknown = Field(description="Ngày đăng ký kế hoạch", examples=["2023-02-20"])
    period: PeriodField = Field(description=f"Thời gian dự kiến, ví dụ {PERIOD_EXAMPLES}", examples=["2023-08"])


class Demand(Record):
    """Voters asked for the dialogue (Law 72/2025/QH15, Art. 43: at least 10% of them), and what they were answered; no voter is
    named."""

    asked_by: Line = Field(description="Cử tri ở đâu đề nghị, không ghi tên", examples=["Cử tri thôn Đông, thôn Đoài"])
    asked_on: Day = Field(description="Ngày nhận đề nghị", examples=["2025-08-04"])
    voters: WholeNumber | None = Field(None, ge=1, description="Số cử tri đã đề nghị", examples=["312"])
    answer_by: Day | None = Field(None, description="Trả lời trước hết ngày nào", examples=["2025-08-18"])
    answered_on: Day | None = Field(None, description="Ngày trả lời; bỏ trống nếu chưa", examples=["2025-08-15"])
    answer: Line | None = Field(None, description="Đã trả lời thế nào", examples=["Đồng ý, tổ chức trong tháng 9"])


class Notice(Record):
    """The office's own paper that set or changed the day: giấy mời, thông báo, công văn."""

    number: Line = Field(description="Số, ký hiệu của văn bản", examples=["12/TB-UBND"])
    issued_on: Day | None = Field(None, description="Ngày ban hành văn bản", examples=["2023-07-19"])


class Announcement(Record):
    """One announcement of the schedule: a time, or postponed, or cancelled. Hours are of Asia/Ho_Chi_Minh."""

    announced_on: DayOrUnknown = Field(description="Ngày thông báo; unknown nếu không rõ", examples=["2023-07-20"])
    day: Day | None = Field(None, description="Ngày đối thoại", examples=["2023-08-15"])
    start: TimeOfDay | None = Field(None, description="Giờ bắt đầu", examples=["08:00"])
    end: TimeOfDay | None = Field(None, description="Giờ kết thúc", examples=["11:00"])
    part_of_day: PartOfDay | None = Field(
        None, description="Buổi, khi chưa rõ giờ: morning (sáng), afternoon (chiều), evening (tối)"
    )
    state: ScheduleState | None = Field(None, description="postponed (tạm hoãn) khi chưa có ngày mới, hoặc cancelled (hủy)")
    venue: Venue | None = Field(None, description="Nơi tổ chức mới, nếu thay đổi")
    notice: Notice | None = Field(None, description="Văn bản ấn định hoặc thay đổi ngày: giấy mời, thông báo")
    reason: Line | None = Field(None, description="Lý do; bắt buộc từ thông báo thứ hai, khi tạm hoãn và khi hủy")


class Participation(Record):
    """How to take part: who may come, and where and until when to send an opinion or to sign up."""

    who: Line | None = Field(None, description="Ai được mời, như đã thông báo", examples=["Nhân dân tổ dân phố 1, 2, 3"])
    opinions_from: Day | None = Field(None, description="Nhận ý kiến từ ngày")
    opinions_until: Day | None = Field(None, description="Nhận ý kiến đến hết ngày")
    opinions_to: Line | None = Field(None, description="Nơi nhận ý kiến")
    attend_until: Day | None = Field(None, description="Hạn đăng ký tham dự")
    attend_to: Line | None = Field(None, description="Nơi nhận đăng ký tham dự")
    contact: Contact | None = Field(None, description="Đầu mối liên hệ của cơ quan")
