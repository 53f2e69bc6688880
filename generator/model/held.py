"""What took place: when, who presided, how many came, and how many opinions there were."""

from enum import StrEnum

from pydantic import Field

from generator.model.record import Record
from generator.model.types import Day, Line, Paragraphs, TimeOfDay, WholeNumber
from generator.model.who_and_where import PartOfDay, PresiderField, Venue


class Precision(StrEnum):
    EXACT = "exact"
    ABOUT = "about"
    ALMOST = "almost"
    MORE_THAN = "more-than"
    LESS_THAN = "less-than"


class CountOf(StrEnum):
    PEOPLE = "people"
    HOUSEHOLDS = "households"
    DELEGATES = "delegates"


class Attendance(Record):
    """One count as the source gives it; a missing count is unknown, not zero."""

    count: WholeNumber = Field(ge=0, le=1_000_000, description="Số lượng", examples=["120"])
    of: CountOf = Field(CountOf.PEOPLE, description="people (người), households (hộ), delegates (đại biểu)")
    precision: Precision = Field(
        Precision.EXACT, description="exact (đúng), about (khoảng), almost (gần), more-than (trên), less-than (dưới)"
    )
    note: Line | None = Field(None, description="Ghi chú về con số")


class OpinionCount(Record):
    """Counts of opinions (lượt ý kiến), not of speakers; each is None when not known."""

    total: WholeNumber | None = Field(None, ge=0, description="Tổng số ý kiến")
    total_precision: Precision = Field(
        Precision.EXACT,
        description="Tổng số ý kiến là con số: exact (đúng), about (khoảng), almost (gần), more-than (trên), less-than (dưới)",
    )
    before: WholeNumber | None = Field(None, ge=0, description="Ý kiến gửi trước hội nghị")
    at_meeting: WholeNumber | None = Field(None, ge=0, description="Ý kiến tại hội nghị")
    answered_at_meeting: WholeNumber | None = Field(None, ge=0, description="Đã trả lời tại hội nghị")
    answered_later: WholeNumber | None = Field(None, ge=0, description="Giải quyết sau")
    passed_up: WholeNumber | None = Field(None, ge=0, description="Vượt thẩm quyền, đã chuyển cấp trên")


class Held(Record):
    """What took place. ``day`` is None when the source names no day and none was announced. ``reported_on`` is when the
    public could first read of it here."""

    day: Day | None = Field(None, description="Ngày đã tổ chức; bỏ trống nếu đúng ngày đã thông báo")
    reported_on: Day | None = Field(None, description="Ngày kết quả được ghi vào sổ, nếu chậm hơn ngày tổ chức")
    start: TimeOfDay | None = Field(None, description="Giờ bắt đầu thực tế")
    end: TimeOfDay | None = Field(None, description="Giờ kết thúc thực tế")
    part_of_day: PartOfDay | None = Field(
        None, description="Buổi, khi không rõ giờ: morning (sáng), afternoon (chiều), evening (tối)"
    )
    day_note: Line | None = Field(None, description="Ghi chú về ngày, ví dụ nguồn mâu thuẫn")
    presided_by: tuple[PresiderField, ...] | None = Field(None, description="Ai đã chủ trì, nếu khác dự kiến")
    attended: tuple[Line, ...] = Field(
        (), description="Chức danh lãnh đạo dự mà không chủ trì, không ghi tên", examples=["[Chủ tịch HĐND phường]"]
    )
    venue: Venue | None = Field(None, description="Nơi đã tổ chức, nếu khác thông báo")
    attendance: tuple[Attendance, ...] = Field((), description="Số người dự")
    speakers: WholeNumber | None = Field(None, ge=0, description="Số lượt phát biểu")
    opinions: OpinionCount = Field(OpinionCount.model_construct(), description="Số lượt ý kiến")
    summary: Paragraphs | None = Field(None, description="Diễn biến và kết quả, bằng lời trung tính")
