"""What a clerk can tell of a dialogue, and what each telling asks: the command line and the form are both made from it.

The record's field that an answer goes into says what kind of value it is, and which values there are.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Default(StrEnum):
    """What is written where nothing was answered."""

    TODAY = "today"
    TODAY_IF_LATE = "today-if-late"
    """Today where a meeting is reported for the first time after its day, else nothing."""
    NEXT_NUMBER = "next-number"
    """The first free one after the numbers among the ids of the list."""


@dataclass(frozen=True)
class Ask:
    """``name`` is the option's, with its dashes as underscores. ``into`` is the path of the field that the answer goes into,
    joined by dots, "+" for a new entry of a list; empty for an answer that only names the entry. ``words`` is the question,
    without a full stop. ``goes_with`` names another answer without which this one means nothing. A value that is ``always``
    the same is written and not asked.
    """

    name: str
    into: str
    words: str
    required: bool = False
    default: Default | None = None
    goes_with: str | None = None
    always: str | None = None


@dataclass(frozen=True)
class Verb:
    """``asks`` in the order in which their fields are written. ``within`` is the list to whose entry, named by the first
    answer, all is added. ``group`` is the field that says something even when it is empty: ``held: {}``."""

    name: str
    title: str
    asks: tuple[Ask, ...]
    within: str = ""
    group: str = ""


_ANNOUNCED_ON = Ask("announced_on", "schedule.+.announced_on", "Ngày thông báo; mặc định: hôm nay", default=Default.TODAY)
_NOTICE = (
    Ask("notice_number", "schedule.+.notice.number", "Số văn bản ấn định hoặc thay đổi ngày, ví dụ 12/TB-UBND"),
    Ask("notice_issued_on", "schedule.+.notice.issued_on", "Ngày ban hành văn bản ấy", goes_with="notice_number"),
)
_REASON = Ask("reason", "schedule.+.reason", "Lý do, như đã thông báo", required=True)


def _state(state: str) -> Ask:
    return Ask("state", "schedule.+.state", "", always=state)


ANNOUNCE = Verb("announce", "Thông báo lịch, đổi lịch", (
    _ANNOUNCED_ON,
    Ask("day", "schedule.+.day", "Ngày đối thoại", required=True),
    Ask("start", "schedule.+.start", "Giờ bắt đầu, ví dụ 08:00 hoặc 8h"),
    Ask("end", "schedule.+.end", "Giờ kết thúc"),
    Ask("part_of_day", "schedule.+.part_of_day", "Buổi, khi chưa rõ giờ"),
    Ask("venue", "schedule.+.venue.name", "Nơi tổ chức mới, nếu thay đổi"),
    *_NOTICE,
    Ask("reason", "schedule.+.reason", "Lý do; bắt buộc khi đã có thông báo trước"),
    Ask("further_site", "further_sites", "Điểm cầu, địa điểm khác"),
    Ask("co_organiser", "co_organisers", "Cơ quan cùng tổ chức"),
    Ask("notified_on", "notified_on", "Ngày báo Ban, với cuộc phải báo trước"),
))
POSTPONE = Verb("postpone", "Tạm hoãn, chưa có ngày mới", (_ANNOUNCED_ON, _state("postponed"), *_NOTICE, _REASON))
CANCEL = Verb("cancel", "Hủy", (_ANNOUNCED_ON, _state("cancelled"), *_NOTICE, _REASON))
HOLD = Verb("hold", "Đã tổ chức, số liệu", (
    Ask("day", "held.day", "Ngày đã tổ chức, nếu khác ngày đã thông báo"),
    Ask("start", "held.start", "Giờ bắt đầu thực tế"),
    Ask("end", "held.end", "Giờ kết thúc thực tế"),
    Ask("part_of_day", "held.part_of_day", "Buổi, khi chưa rõ giờ"),
    Ask("attended", "held.attended", "Chức danh lãnh đạo dự mà không chủ trì"),
    Ask("attendance", "held.attendance.+.count", "Số người dự"),
    Ask("of", "held.attendance.+.of", "Đếm người, hộ hay đại biểu", goes_with="attendance"),
    Ask("precision", "held.attendance.+.precision", "Số người dự là con số", goes_with="attendance"),
    Ask("speakers", "held.speakers", "Lượt phát biểu"),
    Ask("opinions", "held.opinions.total", "Tổng số lượt ý kiến"),
    Ask(
        "opinions_precision", "held.opinions.total_precision",
        "Tổng số lượt ý kiến là con số đúng, khoảng, gần, trên hay dưới", goes_with="opinions",
    ),
    Ask("before", "held.opinions.before", "Ý kiến gửi trước hội nghị"),
    Ask("at_meeting", "held.opinions.at_meeting", "Ý kiến tại hội nghị"),
    Ask("answered_at_meeting", "held.opinions.answered_at_meeting", "Đã trả lời tại hội nghị"),
    Ask("answered_later", "held.opinions.answered_later", "Giải quyết sau"),
    Ask("passed_up", "held.opinions.passed_up", "Vượt thẩm quyền, đã chuyển cấp trên"),
    Ask("summary", "held.summary", "Diễn biến và kết quả, bằng lời trung tính"),
    Ask(
        "reported_on", "held.reported_on",
        "Ngày kết quả được ghi vào sổ, nếu chậm hơn ngày tổ chức; mặc định: hôm nay", default=Default.TODAY_IF_LATE,
    ),
), group="held")
CONCLUDE = Verb("conclude", "Thông báo kết luận", (
    Ask("number", "conclusion.number", "Số, ký hiệu, ví dụ 15-TB/QU"),
    Ask("issued_on", "conclusion.issued_on", "Ngày ban hành"),
    Ask("sent_on", "conclusion.sent_on", "Ngày gửi Ban"),
    Ask("published_on", "conclusion.published_on", "Ngày công khai"),
    Ask("text", "conclusion.text", "Nội dung kết luận"),
))
COMMIT = Verb("commit", "Thêm một cam kết", (
    Ask("commitment", "commitments.+.id", "Mã của cam kết; mặc định: số tiếp theo", default=Default.NEXT_NUMBER),
    Ask("text", "commitments.+.text", "Nội dung cam kết, như đã phát biểu", required=True),
    Ask("agency", "commitments.+.agency", "Cơ quan chủ trì giải quyết", required=True),
    Ask("due", "commitments.+.due", "Hạn xử lý, nếu có nêu"),
))
UPDATE = Verb("update", "Kết quả thực hiện một cam kết", (
    Ask("commitment", "", "Mã cam kết", required=True),
    Ask("updated_on", "updates.+.updated_on", "Ngày cập nhật; mặc định: hôm nay", default=Default.TODAY),
    Ask("outcome", "updates.+.outcome", "Kết quả; chưa xong mà còn làm thì là đang giải quyết", required=True),
    Ask("text", "updates.+.text", "Đã làm gì, hoặc lý do", required=True),
    Ask("evidence_title", "updates.+.evidence.+.title", "Tên tài liệu chứng minh", goes_with="evidence_url"),
    Ask("evidence_url", "updates.+.evidence.+.url", "Địa chỉ trang của tài liệu ấy", goes_with="evidence_title"),
), within="commitments")
TAKE_OVER = Verb("take-over", "Đơn vị khác nhận tiếp một cam kết", (
    Ask("commitment", "", "Mã cam kết", required=True),
    Ask("unit", "taken_over_by.+.unit", "Mã đơn vị nhận tiếp", required=True),
    Ask("on", "taken_over_by.+.taken_over_on", "Ngày nhận tiếp; mặc định: hôm nay", default=Default.TODAY),
    Ask("reason", "taken_over_by.+.reason", "Vì sao đơn vị này nhận, khi không phải là đơn vị kế tiếp"),
), within="commitments")
CORRECT = Verb("correct", "Đính chính một trường ghi sai", (
    Ask("corrected_on", "corrections.+.corrected_on", "Ngày đính chính; mặc định: hôm nay", default=Default.TODAY),
    Ask("field", "corrections.+.field", "Trường ghi sai", required=True),
    Ask("was", "corrections.+.was", "Giá trị cũ đã công bố, khi trường đã được sửa trong tệp"),
    Ask("text", "corrections.+.text", "Vì sao sửa", required=True),
    Ask("now", "", "Giá trị đúng"),
))
VERBS = (ANNOUNCE, POSTPONE, CANCEL, HOLD, CONCLUDE, COMMIT, UPDATE, TAKE_OVER, CORRECT)
