"""The columns of the table of dialogues."""

from datetime import date, datetime

from pydantic import Field

from generator.consequences.states import Status
from generator.model import CountOf, Handling, Kind, Mode, PartOfDay, Post, Precision, ScheduleState
from generator.tables.table import CREATED, MODIFIED, OfDialogue, OfUnit, Row


class AttendanceCount(Row):
    count: int = Field(description="Số lượng")
    of: CountOf = Field(description="Đơn vị đếm: người, hộ hay đại biểu")
    precision: Precision = Field(description="Chính xác, khoảng, trên hay dưới")
    note: str | None = Field(description="Ghi chú về con số")


class Announced(Row):
    announced_on: date | None = Field(description="Ngày thông báo; trống nếu không rõ")
    state: ScheduleState | None = Field(description="postponed (tạm hoãn), cancelled (hủy); trống nếu thông báo một ngày")
    day: date | None = Field(description="Ngày đối thoại được thông báo")
    starts_at: datetime | None = Field(description="Giờ bắt đầu, giờ Việt Nam (+07:00)")
    ends_at: datetime | None = Field(description="Giờ kết thúc, giờ Việt Nam (+07:00)")
    part_of_day: PartOfDay | None = Field(description="Buổi, khi chưa rõ giờ")
    venue: str | None = Field(description="Nơi tổ chức mới, nếu thay đổi")
    notice_number: str | None = Field(description="Số văn bản ấn định hoặc thay đổi ngày")
    notice_issued_on: date | None = Field(description="Ngày ban hành văn bản đó")
    reason: str | None = Field(description="Lý do")


class OpinionAnswered(Row):
    summary: str = Field(description="Nội dung ý kiến, không nêu danh tính")
    field: str | None = Field(description="Lĩnh vực")
    area: str | None = Field(description="Địa bàn")
    handling: Handling | None = Field(
        description="Cách giải quyết: at-meeting (đã trả lời tại hội nghị), later (giải quyết sau), passed-up (vượt thẩm "
        "quyền, đã chuyển cấp trên)"
    )
    answered_on: date | None = Field(description="Ngày trả lời")
    answered_by: str | None = Field(description="Cơ quan trả lời")
    answer: str | None = Field(description="Nội dung trả lời")
    answer_number: str | None = Field(description="Số văn bản trả lời")


class SourcePage(Row):
    title: str = Field(description="Tên bài, văn bản")
    url: str = Field(description="Địa chỉ")


class Corrected(Row):
    corrected_on: date = Field(description="Ngày đính chính")
    field: str | None = Field(description="Trường của bản ghi đã sửa, ví dụ schedule[1].day; trống nếu chỉ nói bằng lời")
    was: str | None = Field(description="Giá trị đã công bố trước khi sửa, viết như trong bản ghi; trống nếu chưa công bố gì")
    text: str = Field(description="Vì sao sửa, hoặc đã sửa gì")


class Redacted(Row):
    redacted_on: date = Field(description="Ngày gỡ dữ liệu cá nhân")
    field: str = Field(description="Trường của bản ghi đã gỡ")
    reason: str = Field(description="Vì sao gỡ")


class DialogueRow(OfUnit, OfDialogue):
    kind: Kind = Field(description="Loại đối thoại")
    status: Status = Field(description="Trạng thái vào ngày tính")
    day: date | None = Field(description="Ngày đã hoặc sẽ tổ chức; trống khi chưa có ngày, tạm hoãn hoặc hủy")
    starts_at: datetime | None = Field(description="Giờ bắt đầu, giờ Việt Nam (+07:00); trống khi chưa rõ giờ")
    ends_at: datetime | None = Field(description="Giờ kết thúc, giờ Việt Nam (+07:00)")
    part_of_day: PartOfDay | None = Field(description="Buổi, khi chưa rõ giờ")
    day_undone: date | None = Field(description="Ngày đã thông báo mà việc tạm hoãn hoặc hủy làm mất hiệu lực")
    day_note: str | None = Field(description="Ghi chú về ngày, ví dụ nguồn mâu thuẫn")
    moves: int = Field(description="Số lần thay đổi thời gian")
    reason: str | None = Field(description="Lý do nêu trong thông báo mới nhất")
    notice_days: int | None = Field(description="Số ngày từ khi thông báo ngày này đến ngày đối thoại")
    registered_on: date | None = Field(description="Ngày đăng ký kế hoạch")
    planned_from: date | None = Field(description="Ngày đầu của thời gian đăng ký (ngày, tháng, quý hoặc phần khác của năm)")
    planned_until: date | None = Field(description="Ngày cuối của thời gian đăng ký")
    posts: list[Post] = Field(description="Chức danh trực tiếp chủ trì")
    posts_by_deputy: list[Post] = Field(description="Chức danh do cấp phó chủ trì thay")
    presider_titles: list[str] = Field(description="Chức danh người chủ trì như đã thông báo, không có tên")
    attended: list[str] = Field(description="Chức danh lãnh đạo dự mà không chủ trì, không có tên")
    co_organisers: list[str] = Field(description="Cơ quan, đơn vị cùng tổ chức")
    topic: str | None = Field(description="Chủ đề")
    subjects: list[str] = Field(description="Các nội dung cụ thể")
    audiences: list[str] = Field(description="Đối tượng")
    mode: Mode | None = Field(description="Hình thức, nếu bản ghi có nêu")
    venue: str | None = Field(description="Nơi tổ chức")
    venue_address: str | None = Field(description="Địa chỉ nơi tổ chức")
    further_sites: list[str] = Field(description="Các điểm cầu, địa điểm khác cùng dự")
    latitude: float | None = Field(description="Vĩ độ (WGS 84)")
    longitude: float | None = Field(description="Kinh độ (WGS 84)")
    online_url: str | None = Field(description="Địa chỉ tham dự trực tuyến")
    serves: list[str] = Field(description="Mã các xã, phường được phục vụ, khi không phải toàn đơn vị")
    area: str | None = Field(description="Địa bàn bằng lời")
    who: str | None = Field(description="Ai được mời, như đã thông báo")
    opinions_from: date | None = Field(description="Nhận ý kiến từ ngày")
    opinions_until: date | None = Field(description="Nhận ý kiến đến hết ngày")
    opinions_to: str | None = Field(description="Nơi nhận ý kiến")
    attend_until: date | None = Field(description="Hạn đăng ký tham dự")
    attend_to: str | None = Field(description="Nơi nhận đăng ký tham dự")
    contact_office: str | None = Field(description="Đầu mối liên hệ của cơ quan")
    contact_phone: str | None = Field(description="Điện thoại của cơ quan")
    contact_email: str | None = Field(description="Thư điện tử của cơ quan")
    notified_on: date | None = Field(description="Ngày báo Ban, với cuộc phải báo trước")
    observer: str | None = Field(description="Đơn vị, chức danh dự theo dõi của Ban")
    people: int | None = Field(description="Số người dự; trống là chưa có số liệu, không phải không có ai")
    households: int | None = Field(description="Số hộ dự, khi nguồn đếm theo hộ")
    delegates: int | None = Field(description="Số đại biểu dự, khi nguồn đếm theo đại biểu")
    attendance_is_exact: bool | None = Field(description="Các số người dự có chính xác hay không (khoảng, gần, trên, dưới)")
    speakers: int | None = Field(description="Số lượt phát biểu")
    opinions_total: int | None = Field(description="Tổng số ý kiến")
    opinions_total_is_exact: bool | None = Field(description="Tổng số ý kiến có chính xác hay không (khoảng, gần, trên, dưới)")
    opinions_before: int | None = Field(description="Số ý kiến gửi trước hội nghị")
    opinions_at_meeting: int | None = Field(description="Số ý kiến tại hội nghị")
    answered_at_meeting: int | None = Field(description="Số ý kiến đã trả lời tại hội nghị")
    answered_later: int | None = Field(description="Số ý kiến giải quyết sau")
    passed_up: int | None = Field(description="Số ý kiến vượt thẩm quyền, đã chuyển cấp trên")
    summary: str | None = Field(description="Diễn biến và kết quả, bằng lời trung tính")
    legal_basis: list[str] = Field(description="Căn cứ nêu trong thông báo")
    note: str | None = Field(description="Ghi chú")
    updated_on: date | None = Field(description="Ngày của sự việc mới nhất được ghi")
    feed: str = Field(description="Địa chỉ lịch của riêng cuộc đối thoại")
    attendance: list[AttendanceCount] = Field(description="Số người dự đúng như nguồn nêu")
    schedule: list[Announced] = Field(description="Các lần thông báo thời gian, mới nhất ở cuối")
    opinions: list[OpinionAnswered] = Field(description="Ý kiến, kiến nghị và nội dung trả lời")
    sources: list[SourcePage] = Field(description="Nguồn công khai của bản ghi")
    corrections: list[Corrected] = Field(description="Các lần đính chính")
    redactions: list[Redacted] = Field(description="Các lần gỡ dữ liệu cá nhân đã lỡ công bố")
    demanded_by: str | None = Field(description="Cử tri ở đâu đề nghị, khi đối thoại theo đề nghị của cử tri")
    demanded_on: date | None = Field(description="Ngày nhận đề nghị")
    demand_answered_on: date | None = Field(description="Ngày trả lời đề nghị")
    created: date | None = CREATED
    modified: date | None = MODIFIED
    contact_page: str | None = Field(description="Trang nhận câu hỏi, hoặc Zalo OA, của cơ quan")
