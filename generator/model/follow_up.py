"""What comes of a dialogue: opinions and their answers, the conclusion notice, the commitments and what became of them."""

from datetime import date
from enum import StrEnum

from pydantic import Field

from generator.model.record import Record
from generator.model.types import Day, DocumentName, Id, Line, Link, Paragraphs, UnitId


class Outcome(StrEnum):
    """What a dated update says of a commitment; "overdue" is worked out and never written."""

    IN_PROGRESS = "in-progress"
    KEPT = "kept"
    NOT_KEPT = "not-kept"
    PASSED_UP = "passed-up"


class Handling(StrEnum):
    """What was done about an opinion at the meeting."""

    AT_MEETING = "at-meeting"
    LATER = "later"
    PASSED_UP = "passed-up"


class Document(Record):
    """A file kept under ``documents/<year>/<dialogue>/``, named and never given by a path."""

    file: DocumentName = Field(description="Tên tệp trong thư mục documents/<năm>/<mã>/", examples=["thong-bao-ket-luan.pdf"])
    title: Line = Field(description="Tên văn bản", examples=["Thông báo kết luận số 15-TB/QU"])


class Conclusion(Record):
    """The conclusion notice (Thông báo kết luận). Sending it and publishing it are two different days."""

    number: Line | None = Field(None, description="Số, ký hiệu", examples=["15-TB/QU"])
    issued_on: Day | None = Field(None, description="Ngày ban hành")
    sent_on: Day | None = Field(None, description="Ngày gửi Ban")
    published_on: Day | None = Field(None, description="Ngày công khai")
    text: Paragraphs | None = Field(None, description="Toàn văn hoặc nội dung chính; chữ, số, dấu giữ nguyên như đã gõ")
    document: Document | None = Field(None, description="Văn bản để tải về")

    @property
    def known_on(self) -> date | None:
        """When the public could first know of it, as far as it is recorded."""
        return self.published_on or self.issued_on or self.sent_on


class Answer(Record):
    """What was answered to an opinion, by which office."""

    answered_on: Day | None = Field(None, description="Ngày trả lời")
    by: Line | None = Field(None, description="Cơ quan trả lời")
    text: Paragraphs = Field(description="Nội dung trả lời", examples=["Đã đưa vào kế hoạch quý III"])
    document_number: Line | None = Field(None, description="Số văn bản trả lời")


class Opinion(Record):
    """An opinion in neutral words; the area is not below a hamlet and nobody is named."""

    summary: Line = Field(description="Nội dung ý kiến, không nêu danh tính", examples=["Đề nghị lắp đèn chiếu sáng ngõ"])
    field: Line | None = Field(None, description="Lĩnh vực", examples=["Đất đai"])
    area: Line | None = Field(None, description="Địa bàn, không nhỏ hơn thôn, tổ dân phố")
    handling: Handling | None = Field(
        None, description="at-meeting (trả lời tại hội nghị), later (giải quyết sau), passed-up (chuyển cấp trên)"
    )
    answer: Answer | None = Field(None, description="Nội dung trả lời")


class Evidence(Record):
    """What shows that an update is true."""

    title: Line = Field(description="Tên tài liệu", examples=["Ảnh nghiệm thu"])
    url: Link | None = Field(None, description="Địa chỉ trang web")
    file: DocumentName | None = Field(None, description="Tên tệp trong documents/<năm>/<mã>/")


class CommitmentUpdate(Record):
    updated_on: Day = Field(description="Ngày cập nhật", examples=["2023-08-25"])
    outcome: Outcome = Field(
        description="in-progress (đang giải quyết), kept (đã giải quyết), not-kept (không thực hiện được), "
        "passed-up (chuyển cấp trên)",
        examples=["kept"],
    )
    text: Line = Field(description="Đã làm gì, hoặc lý do", examples=["Đã lắp 14 bóng đèn"])
    evidence: tuple[Evidence, ...] = Field((), description="Tài liệu chứng minh")


class TakeOver(Record):
    """A unit that answers for a commitment from a day on, since the one that made it is no more."""

    unit: UnitId = Field(description="Đơn vị nhận tiếp", examples=["phuong-hong-bang"])
    taken_over_on: Day = Field(description="Ngày nhận tiếp", examples=["2025-07-15"])
    reason: Line | None = Field(None, description="Vì sao đơn vị này nhận, khi không phải là đơn vị kế tiếp theo sổ")


class Commitment(Record):
    """A promise in the words it was made in. Whether it is overdue is worked out."""

    id: Id = Field(description="Mã trong bản ghi, không đổi", examples=["1"])
    text: Line = Field(description="Nội dung cam kết, như đã phát biểu", examples=["Lắp xong đèn chiếu sáng"])
    agency: Line = Field(description="Cơ quan chủ trì giải quyết", examples=["Phòng Quản lý đô thị"])
    due: Day | None = Field(None, description="Hạn xử lý; bỏ trống nếu không nêu hạn")
    updates: tuple[CommitmentUpdate, ...] = Field((), description="Các lần cập nhật")
    taken_over_by: tuple[TakeOver, ...] = Field(
        (), description="Đơn vị nhận tiếp khi đơn vị đã cam kết không còn; nhận tiếp lần nữa thì ghi thêm ở cuối"
    )
