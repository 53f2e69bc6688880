"""A year's rules, with the act each of them comes from: the target, the deadlines and the clocks."""

from enum import StrEnum
from typing import Annotated

from pydantic import ConfigDict, Field

from generator.model.corrections import Correction
from generator.model.dialogue import Kind
from generator.model.levels import Level
from generator.model.posts import Post
from generator.model.record import Record
from generator.model.submissions import Report
from generator.model.types import Day, Id, Line, Link, WholeNumber


class LegalBasis(Record):
    """An act or guidance that rules come from."""

    title: Line = Field(description="Tên văn bản", examples=["Hướng dẫn đối thoại năm 2023"])
    url: Link | None = Field(None, description="Địa chỉ của văn bản, nếu có")


class PostMinimum(Record):
    """How many dialogues one post owes, where that is not what its level owes."""

    party: WholeNumber | None = Field(None, ge=0, le=366, description="Số cuộc tối thiểu của Bí thư")
    government: WholeNumber | None = Field(None, ge=0, le=366, description="Số cuộc tối thiểu của Chủ tịch UBND")


class Target(Record):
    """Who owes how many dialogues (the guidance: 100% of heads, at least once a year)."""

    kind: Kind = Field(Kind.PERIODIC, description="Loại đối thoại được tính")
    posts: tuple[Post, ...] = Field(min_length=1, description="Các chức danh phải đối thoại", examples=["[party, government]"])
    minimum: dict[Level, Annotated[WholeNumber, Field(ge=0, le=366)]] = Field(
        description="Số cuộc tối thiểu trong năm của mỗi chức danh, theo cấp"
    )
    minimum_of_post: dict[Level, PostMinimum] = Field(
        {}, description="Số cuộc tối thiểu của riêng một chức danh, theo cấp, nếu khác minimum"
    )
    joint_counts_for_both: bool = Field(True, description="Cuộc đối thoại chung được tính cho cả hai chức danh")
    one_person_counts_for_both: bool = Field(True, description="Một người giữ hai chức danh: một cuộc tính cho cả hai")
    deputy_counts: bool = Field(False, description="Cấp phó chủ trì thay có được tính hay không")
    vacant_post_owes: bool = Field(True, description="Chức danh khuyết vẫn được tính vào mẫu số")
    basis: Id = Field(description="Văn bản căn cứ (mã trong legal_basis)", examples=["huong-dan-2023"])

    def minimum_for(self, level: Level, post: Post) -> int:
        """Dialogues that the post of a unit of this level owes in the year; 0 where it owes none."""
        own = getattr(self.minimum_of_post.get(level), post.value, None)
        return self.minimum.get(level, 0) if own is None else own


class ConclusionRule(Record):
    """Day limits for a level's conclusion notice, in calendar days after the day of the meeting."""

    send_within_days: WholeNumber | None = Field(
        None, ge=0, le=366, description="Số ngày để gửi Thông báo kết luận; bỏ trống: không quy định"
    )
    publish_within_days: WholeNumber | None = Field(
        None, ge=0, le=366, description="Số ngày để công khai; bỏ trống: không quy định"
    )
    basis: Id | None = Field(None, description="Văn bản căn cứ")


class Deadlines(Record):
    """Days *before* which reports are sent: a report sent on the day itself is late (the guidance says "trước")."""

    registration_before: Day | None = Field(None, description="Kế hoạch, đăng ký: trước ngày")
    quarterly_before: tuple[Day, ...] = Field((), description="Báo cáo quý: trước các ngày")
    annual_before: Day | None = Field(None, description="Báo cáo năm: trước ngày")
    of_reports: dict[Report, Day] = Field(
        {}, description="Báo cáo nào có hạn khác, hoặc chỉ còn vài quý: mã báo cáo và ngày, ví dụ {q3: 2025-09-15}"
    )
    summary_before: Day | None = Field(None, description="Báo cáo tổng hợp của Ban: trước ngày")
    basis: Id | None = Field(None, description="Văn bản căn cứ")


class DayOff(StrEnum):
    """When a term counted in days ends whose last day is a day off."""

    NEXT_WORKING_DAY = "next-working-day"
    SAME_DAY = "same-day"


class NamedCutoff(Record):
    """A further last day whose dialogues a report's figures include."""

    name: Line = Field(description="Tên của mốc", examples=["Chốt số liệu sáu tháng"])
    day: Day = Field(description="Ngày cuối cùng được tính", examples=["2025-06-30"])


class Cutoffs(Record):
    """The last days whose dialogues a year's figures include."""

    annual_report: Day | None = Field(
        None, description="Ngày chốt số liệu của báo cáo năm; bỏ trống nếu chưa có quy định", examples=["2023-11-14"]
    )
    year_end: Day = Field(description="Ngày cuối năm", examples=["2023-12-31"])
    others: tuple[NamedCutoff, ...] = Field((), description="Các mốc chốt số liệu khác, theo thứ tự ngày")


class RulesChange(Record):
    """What of a year's rules is another from a day on. A law that changes them within the year is added, and what held
    before it stays as it was published."""

    first_day: Day = Field(description="Ngày đầu tiên áp dụng", examples=["2025-07-01"])
    target: Target | None = Field(None, description="Chỉ tiêu từ ngày ấy; bỏ trống: như trước")
    conclusion: dict[Level, ConclusionRule] | None = Field(
        None, description="Thời hạn của Thông báo kết luận của những cuộc từ ngày ấy; bỏ trống: như trước"
    )
    notice_days: dict[Level, Annotated[WholeNumber, Field(ge=0, le=366)]] | None = Field(
        None, description="Số ngày phải thông báo trước; bỏ trống: như trước"
    )
    deadlines: Deadlines | None = Field(None, description="Thời hạn đăng ký và báo cáo; bỏ trống: như trước")
    forms: Id | None = Field(None, description="Bộ biểu phải gửi từ ngày ấy; bỏ trống: như trước", examples=["luat-72"])
    addressee: Line | None = Field(None, description="Nơi nhận các biểu từ ngày ấy; bỏ trống: như trước")


class Closing(Record):
    """The books of the year were closed though something of it was owed and open; written by ``close-year``."""

    closed_on: Day = Field(description="Ngày đóng năm", examples=["2024-01-20"])
    open: WholeNumber = Field(ge=1, description="Số việc còn bỏ ngỏ khi đóng", examples=["7"])
    even_though: Line | None = Field(
        None, description="Vì sao vẫn đóng; bỏ trống nếu không nêu", examples=["Hai đơn vị đã giải thể trước khi gửi báo cáo"]
    )


class Rules(Record):
    """``rules/<year>.yml``. ``due_soon_days`` are those of every duty, though commitments alone had them when the field of
    the file was named."""

    model_config = ConfigDict(serialize_by_alias=True)

    year: int = Field(ge=1990, le=2100)
    legal_basis: dict[Id, LegalBasis] = Field(description="Các văn bản căn cứ")
    target: Target = Field(description="Chỉ tiêu")
    conclusion: dict[Level, ConclusionRule] = Field({}, description="Thời hạn của Thông báo kết luận, theo cấp")
    notice_days: dict[Level, Annotated[WholeNumber, Field(ge=0, le=366)]] = Field(
        {}, description="Số ngày phải thông báo trước, theo cấp"
    )
    deadlines: Deadlines = Field(Deadlines.model_construct(), description="Thời hạn đăng ký và báo cáo")
    day_off: DayOff = Field(
        DayOff.SAME_DAY,
        description="Thời hạn tính bằng ngày mà rơi vào ngày nghỉ: đến hết ngày làm việc kế tiếp hay đến hết ngày ấy",
    )
    day_off_basis: Id | None = Field(None, description="Văn bản căn cứ của day_off", examples=["bo-luat-dan-su-2015"])
    holidays: tuple[Day, ...] = Field(
        (), description="Ngày nghỉ lễ, Tết của năm và hai tháng đầu năm sau, ngoài thứ Bảy và Chủ nhật"
    )
    forms: Id | None = Field(
        None, description="Bộ biểu phải gửi, là tên thư mục trong site_templates/forms; bỏ trống: bộ biểu năm 2023",
        examples=["luat-72"],
    )
    addressee: Line | None = Field(
        None, description="Nơi nhận các biểu; bỏ trống: nơi mà bộ biểu ghi", examples=["Văn phòng Tỉnh ủy"]
    )
    cutoffs: Cutoffs = Field(description="Các mốc chốt số liệu của năm")
    periods: tuple[RulesChange, ...] = Field(
        (), description="Những gì thay đổi trong năm, từ ngày nào, thêm ở cuối; các trường ở trên là của đầu năm"
    )
    due_soon_days: WholeNumber = Field(
        14, alias="commitment_due_soon_days", ge=0, le=366, description="Còn bao nhiêu ngày thì cam kết là sắp đến hạn"
    )
    closing: Closing | None = Field(None, description="Năm đã đóng khi còn việc bỏ ngỏ; lệnh close-year ghi")
    corrections: tuple[Correction, ...] = Field((), description="Các lần đính chính quy định đã công bố của năm")
