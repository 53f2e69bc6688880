"""A dialogue's record, from its registration to the last commitment kept; entries are added, never overwritten."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from generator.model.follow_up import Commitment, Conclusion, Opinion
from generator.model.types import (
    Day, Id, Line, Link, Paragraphs, PeriodField, Record, TimeOfDay, UnitId, WholeNumber, _day,
)
from generator.model.units import Post

UNKNOWN_DAY = "unknown"


class Kind(StrEnum):
    """định kỳ, theo chuyên đề, đột xuất (the guidance, 2023); only the periodic kind counts towards the target."""

    PERIODIC = "periodic"
    THEMATIC = "thematic"
    AD_HOC = "ad-hoc"


class Mode(StrEnum):
    """How people attend; ``mixed`` as in schema.org's MixedEventAttendanceMode."""

    IN_PERSON = "in-person"
    ONLINE = "online"
    MIXED = "mixed"


class PartOfDay(StrEnum):
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


class ScheduleState(StrEnum):
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class Precision(StrEnum):
    EXACT = "exact"
    ABOUT = "about"
    MORE_THAN = "more-than"
    LESS_THAN = "less-than"


class CountOf(StrEnum):
    PEOPLE = "people"
    HOUSEHOLDS = "households"
    DELEGATES = "delegates"


def _presider(value: Any) -> Any:
    return {"post": value} if isinstance(value, str) else value


def _day_or_unknown(value: Any) -> Any:
    return value if value == UNKNOWN_DAY else _day(value)


DayOrUnknown = Annotated[
    date | Literal["unknown"], BeforeValidator(_day_or_unknown),
    WithJsonSchema({"anyOf": [{"type": "string", "format": "date"}, {"const": UNKNOWN_DAY}]}),
]


class Presider(Record):
    """A post that presides, in person or through a deputy. Offices only: no field holds a person's name."""

    post: Post = Field(description="party (Bí thư) hoặc government (Chủ tịch UBND)", examples=["party"])
    deputy: bool = Field(False, description="true nếu cấp phó chủ trì thay")
    title: Line | None = Field(None, description="Chức danh đầy đủ như đã thông báo, không ghi tên", examples=["Phó Chủ tịch UBND huyện"])


PresiderField = Annotated[Presider, BeforeValidator(_presider)]


class Venue(Record):
    """Where people come, or the address of an online room."""

    name: Line = Field(description="Nơi tổ chức", examples=["Hội trường UBND phường Sở Dầu"])
    address: Line | None = Field(None, description="Địa chỉ")
    latitude: float | None = Field(None, ge=-90, le=90, description="Vĩ độ (WGS 84)")
    longitude: float | None = Field(None, ge=-180, le=180, description="Kinh độ (WGS 84)")
    online_url: Link | None = Field(None, description="Địa chỉ tham dự trực tuyến")


class Registration(Record):
    """The unit's own registration of its plan (form DK01 or DK02), not a citizen's wish to attend."""

    registered_on: DayOrUnknown = Field(description="Ngày đăng ký kế hoạch", examples=["2023-02-20"])
    period: PeriodField = Field(description="Ngày, tháng hoặc quý dự kiến", examples=["2023-08"])


class Announcement(Record):
    """One announcement of the schedule: a time, or postponed, or cancelled. Hours are of Asia/Ho_Chi_Minh."""

    announced_on: DayOrUnknown = Field(description="Ngày thông báo; unknown nếu không rõ", examples=["2023-07-20"])
    day: Day | None = Field(None, description="Ngày đối thoại", examples=["2023-08-15"])
    start: TimeOfDay | None = Field(None, description="Giờ bắt đầu", examples=["08:00"])
    end: TimeOfDay | None = Field(None, description="Giờ kết thúc", examples=["11:00"])
    part_of_day: PartOfDay | None = Field(None, description="Buổi, khi chưa rõ giờ: morning (sáng), afternoon (chiều), evening (tối)")
    state: ScheduleState | None = Field(None, description="postponed (tạm hoãn) khi chưa có ngày mới, hoặc cancelled (hủy)")
    venue: Venue | None = Field(None, description="Nơi tổ chức mới, nếu thay đổi")
    reason: Line | None = Field(None, description="Lý do; bắt buộc từ thông báo thứ hai, khi tạm hoãn và khi hủy")


class Contact(Record):
    """An office, never a citizen."""

    office: Line = Field(description="Cơ quan, bộ phận", examples=["Văn phòng Đảng ủy - UBND phường"])
    phone: Line | None = Field(None, description="Điện thoại của cơ quan")
    email: Line | None = Field(None, description="Thư điện tử của cơ quan")


class Participation(Record):
    """How to take part: who may come, and where and until when to send an opinion or to sign up."""

    who: Line | None = Field(None, description="Ai được mời, như đã thông báo", examples=["Nhân dân tổ dân phố 1, 2, 3"])
    opinions_from: Day | None = Field(None, description="Nhận ý kiến từ ngày")
    opinions_until: Day | None = Field(None, description="Nhận ý kiến đến hết ngày")
    opinions_to: Line | None = Field(None, description="Nơi nhận ý kiến")
    attend_until: Day | None = Field(None, description="Hạn đăng ký tham dự")
    attend_to: Line | None = Field(None, description="Nơi nhận đăng ký tham dự")
    contact: Contact | None = Field(None, description="Đầu mối liên hệ của cơ quan")


class Attendance(Record):
    """One count as the source gives it; a missing count is unknown, not zero."""

    count: WholeNumber = Field(ge=0, le=1_000_000, description="Số lượng", examples=["120"])
    of: CountOf = Field(CountOf.PEOPLE, description="people (người), households (hộ), delegates (đại biểu)")
    precision: Precision = Field(Precision.EXACT, description="exact (đúng), about (khoảng), more-than (trên), less-than (dưới)")
    note: Line | None = Field(None, description="Ghi chú về con số")


class OpinionCount(Record):
    """Counts of opinions (lượt ý kiến), not of speakers; each is None when not known."""

    total: WholeNumber | None = Field(None, ge=0, description="Tổng số ý kiến")
    before: WholeNumber | None = Field(None, ge=0, description="Ý kiến gửi trước hội nghị")
    at_meeting: WholeNumber | None = Field(None, ge=0, description="Ý kiến tại hội nghị")
    answered_at_meeting: WholeNumber | None = Field(None, ge=0, description="Đã trả lời tại hội nghị")
    answered_later: WholeNumber | None = Field(None, ge=0, description="Giải quyết sau")
    passed_up: WholeNumber | None = Field(None, ge=0, description="Vượt thẩm quyền, đã chuyển cấp trên")


class Held(Record):
    """What took place. ``day`` is None when the source names no day and none was announced."""

    day: Day | None = Field(None, description="Ngày đã tổ chức; bỏ trống nếu đúng ngày đã thông báo")
    start: TimeOfDay | None = Field(None, description="Giờ bắt đầu thực tế")
    end: TimeOfDay | None = Field(None, description="Giờ kết thúc thực tế")
    part_of_day: PartOfDay | None = Field(None, description="Buổi, khi không rõ giờ: morning (sáng), afternoon (chiều), evening (tối)")
    day_note: Line | None = Field(None, description="Ghi chú về ngày, ví dụ nguồn mâu thuẫn")
    presided_by: tuple[PresiderField, ...] | None = Field(None, description="Ai đã chủ trì, nếu khác dự kiến")
    venue: Venue | None = Field(None, description="Nơi đã tổ chức, nếu khác thông báo")
    attendance: tuple[Attendance, ...] = Field((), description="Số người dự")
    speakers: WholeNumber | None = Field(None, ge=0, description="Số lượt phát biểu")
    opinions: OpinionCount = Field(OpinionCount(), description="Số lượt ý kiến")
    summary: Paragraphs | None = Field(None, description="Diễn biến và kết quả, bằng lời trung tính")


class Source(Record):
    """A public page that a record was transcribed from."""

    title: Line = Field(description="Tên bài, văn bản", examples=["Tin về hội nghị đối thoại"])
    url: Link = Field(description="Địa chỉ", examples=["https://haiphong.gov.vn/thong-bao"])


class Correction(Record):
    """A published record that was wrong and was mended, in public."""

    corrected_on: Day = Field(description="Ngày đính chính", examples=["2023-06-20"])
    text: Line = Field(description="Đã sửa gì", examples=["Sửa số lượt phát biểu từ 9 thành 10"])


class Dialogue(Record):
    """``dialogues/<year>/<id>.yml``; the id and year come from the file's place and are not written in it."""

    id: Id
    year: int = Field(ge=1990, le=2100)
    unit: UnitId = Field(description="Đơn vị tổ chức", examples=["hong-bang/so-dau"])
    kind: Kind = Field(description="periodic (định kỳ), thematic (theo chuyên đề), ad-hoc (đột xuất)", examples=["periodic"])
    presided_by: tuple[PresiderField, ...] = Field(
        min_length=1, description="Chức danh chủ trì: party (Bí thư), government (Chủ tịch UBND) hoặc cả hai",
        examples=["[party, government]"],
    )
    topic: Line | None = Field(None, description="Chủ đề")
    subjects: tuple[Line, ...] = Field((), description="Các nội dung cụ thể")
    audiences: tuple[Id, ...] = Field((), description="Đối tượng, theo danh mục audiences trong register.yml")
    mode: Mode | None = Field(None, description="in-person (trực tiếp), online (trực tuyến), mixed (kết hợp)")
    venue: Venue | None = Field(None, description="Nơi tổ chức")
    serves: tuple[UnitId, ...] = Field((), description="Các xã, phường được phục vụ, khi không phải toàn đơn vị")
    area: Line | None = Field(None, description="Địa bàn bằng lời, ví dụ các thôn")
    participation: Participation = Field(Participation(), description="Cách tham gia")
    notified_on: Day | None = Field(None, description="Ngày báo Ban (cuộc đối thoại cấp huyện)")
    observer: Line | None = Field(None, description="Đơn vị, chức danh dự theo dõi của Ban")
    registration: Registration | None = Field(None, description="Đăng ký kế hoạch")
    schedule: tuple[Announcement, ...] = Field((), description="Các lần thông báo, mới nhất ở cuối")
    held: Held | None = Field(None, description="Kết quả tổ chức")
    conclusion: Conclusion | None = Field(None, description="Thông báo kết luận")
    opinions: tuple[Opinion, ...] = Field((), description="Ý kiến, kiến nghị")
    commitments: tuple[Commitment, ...] = Field((), description="Cam kết")
    legal_basis: tuple[Line, ...] = Field((), description="Căn cứ nêu trong thông báo")
    sources: tuple[Source, ...] = Field((), description="Nguồn công khai của bản ghi")
    note: Paragraphs | None = Field(None, description="Ghi chú")
    corrections: tuple[Correction, ...] = Field((), description="Các lần đính chính")
