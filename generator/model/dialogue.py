"""A dialogue's record, from its registration to the last commitment kept; entries are added, never overwritten."""

from enum import StrEnum
from typing import NamedTuple

from pydantic import Field

from generator.model.corrections import Correction, Redaction
from generator.model.follow_up import Commitment, Conclusion, Opinion
from generator.model.held import Held
from generator.model.planned import Announcement, Demand, Participation, Registration
from generator.model.record import Record
from generator.model.rows import row_for_each
from generator.model.types import Day, Id, Line, Link, Paragraphs, UnitId
from generator.model.who_and_where import PresiderField, Venue


class Kind(StrEnum):
    """định kỳ, theo chuyên đề, đột xuất (the guidance, 2023); only the periodic kind counts towards the target."""

    PERIODIC = "periodic"
    THEMATIC = "thematic"
    AD_HOC = "ad-hoc"

    @property
    def slug(self) -> str:
        return _KINDS[self].slug

    @property
    def is_told_by_topic(self) -> bool:
        return _KINDS[self].is_told_by_topic


class _KindRow(NamedTuple):
    """``slug`` stands in addresses and ids. ``is_told_by_topic``: its topic, not its period, tells it from a unit's others."""

    slug: str
    is_told_by_topic: bool


_KINDS = row_for_each(Kind, {
    Kind.PERIODIC: _KindRow("dinh-ky", is_told_by_topic=False),
    Kind.THEMATIC: _KindRow("chuyen-de", is_told_by_topic=True),
    Kind.AD_HOC: _KindRow("dot-xuat", is_told_by_topic=True),
})


class Mode(StrEnum):
    """How people attend; ``mixed`` as in schema.org's MixedEventAttendanceMode."""

    IN_PERSON = "in-person"
    ONLINE = "online"
    MIXED = "mixed"

    @property
    def is_usual(self) -> bool:
        """Whether people take for granted that it is so."""
        return self is Mode.IN_PERSON


class Source(Record):
    """A public page that a record was transcribed from."""

    title: Line = Field(description="Tên bài, văn bản", examples=["Tin về hội nghị đối thoại"])
    url: Link = Field(description="Địa chỉ", examples=["https://doi-thoai.example/thong-bao"])


class Dialogue(Record):
    """``dialogues/<year>/<id>.yml``; the id and year come from the file's place and are not written in it."""

    id: Id
    year: int = Field(ge=1990, le=2100)
    unit: UnitId = Field(description="Đơn vị tổ chức", examples=["hong-bang/so-dau"])
    kind: Kind = Field(
        description="Loại: periodic (định kỳ), thematic (theo chuyên đề), ad-hoc (đột xuất)", examples=["periodic"]
    )
    presided_by: tuple[PresiderField, ...] = Field(
        min_length=1, description="Chức danh chủ trì: party (Bí thư), government (Chủ tịch UBND) hoặc cả hai",
        examples=["[party, government]"],
    )
    co_organisers: tuple[Line, ...] = Field(
        (), description="Cơ quan, đơn vị cùng tổ chức", examples=["[Ủy ban Mặt trận Tổ quốc phường]"]
    )
    topic: Line | None = Field(None, description="Chủ đề")
    subjects: tuple[Line, ...] = Field((), description="Các nội dung cụ thể")
    audiences: tuple[Id, ...] = Field((), description="Đối tượng, theo danh mục audiences trong register.yml")
    mode: Mode | None = Field(None, description="Hình thức: in-person (trực tiếp), online (trực tuyến), mixed (kết hợp)")
    venue: Venue | None = Field(None, description="Nơi tổ chức")
    further_sites: tuple[Line, ...] = Field(
        (), description="Các điểm cầu, địa điểm khác cùng dự", examples=["[Nhà văn hóa tổ dân phố 5]"]
    )
    serves: tuple[UnitId, ...] = Field((), description="Các xã, phường được phục vụ, khi không phải toàn đơn vị")
    area: Line | None = Field(None, description="Địa bàn bằng lời, ví dụ các thôn")
    participation: Participation = Field(Participation.model_construct(), description="Cách tham gia")
    notified_on: Day | None = Field(None, description="Ngày báo Ban, với cuộc phải báo trước")
    observer: Line | None = Field(None, description="Đơn vị, chức danh dự theo dõi của Ban")
    demand: Demand | None = Field(None, description="Đề nghị của cử tri, khi đối thoại theo đề nghị")
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
    redactions: tuple[Redaction, ...] = Field((), description="Các lần gỡ dữ liệu cá nhân đã lỡ công bố")

    @property
    def record_path(self) -> str:
        """Below the content folder."""
        return f"dialogues/{self.year}/{self.id}.yml"
