"""What a register says of itself: the record ``register.yml``."""

from pydantic import Field

from generator.model.contacts import Contact
from generator.model.corrections import Correction
from generator.model.record import Record
from generator.model.types import Day, Id, Line, Link, UnitId, WholeNumber

RECORDED_LATE_AFTER_DAYS = 31
"""Where the register does not say otherwise: a month, since reports come late."""


class Licence(Record):
    name: Line = Field(description="Tên giấy phép")
    url: Link | None = Field(None, description="Địa chỉ giấy phép")


class Area(Record):
    """Units at the top that people look for together, such as those of a district that is no more. It decides nothing."""

    name: Line = Field(description="Tên khu vực", examples=["Khu vực Hồng Bàng"])
    units: tuple[UnitId, ...] = Field(
        min_length=1, description="Mã các đơn vị trực thuộc trong khu vực", examples=["[hong-bang, hong-an]"]
    )


class RegisterFacts(Record):
    """``register.yml``."""

    name: Line = Field(description="Tên của sổ đăng ký")
    description: Line = Field(description="Một câu giới thiệu")
    place: Line = Field(description="Tên thành phố hoặc tỉnh", examples=["Tỉnh A"])
    publisher: Line = Field(description="Cơ quan xuất bản")
    committee: Line | None = Field(
        None, description="Cấp ủy của tỉnh, thành phố, có trong các biểu; bỏ trống: của thành phố", examples=["Tỉnh ủy"]
    )
    time_zone: Line = Field("Asia/Ho_Chi_Minh", description="Múi giờ")
    address: Link = Field(description="Địa chỉ công khai, kết thúc bằng dấu /", examples=["https://doi-thoai.example/"])
    uid_domain: Line = Field(description="Tên miền trong UID của lịch; không bao giờ đổi, kể cả khi địa chỉ đổi")
    feeds_changed_on: Day = Field(description="Ngày đổi mẫu nội dung lịch gần nhất (chỉ người bảo trì sửa)")
    new_file: Link | None = Field(
        None, description="Địa chỉ trang tạo tệp mới của kho chứa sổ; {path} là chỗ của tên tệp, {text} là chỗ của nội dung",
        examples=["https://github.com/…/…/new/main?filename={path}&value={text}"],
    )
    edit_file: Link | None = Field(
        None, description="Địa chỉ trang sửa tệp của kho chứa sổ; {path} là chỗ của tên tệp",
        examples=["https://github.com/…/…/edit/main/{path}"],
    )
    contact: Contact = Field(description="Nơi nhận góp ý, báo lỗi")
    licence: Licence = Field(description="Giấy phép của dữ liệu")
    audiences: dict[Id, Line] = Field(min_length=1, description="Danh mục đối tượng: mã và tên")
    areas: tuple[Area, ...] = Field(
        (), description="Các khu vực để dễ tìm đơn vị, theo thứ tự muốn hiện; không tính vào số liệu nào"
    )
    old_commune_addresses: bool = Field(
        True, description="false nếu sổ bắt đầu khi xã, phường trực thuộc tỉnh, thành phố đã có địa chỉ xa-phuong/<mã>/; "
        "bỏ trống thì các địa chỉ cũ quan-huyen/<mã>/ vẫn được giữ"
    )
    recorded_late_after_days: WholeNumber = Field(
        RECORDED_LATE_AFTER_DAYS, ge=0, le=366,
        description="Ghi một việc muộn hơn bao nhiêu ngày sau ngày của nó thì phải kèm một mục đính chính",
    )
    sample: bool = Field(False, description="true nếu là dữ liệu mẫu")
    as_of: Day | None = Field(None, description="Ngày tính cố định; bỏ trống để tính theo hôm nay")
    corrections: tuple[Correction, ...] = Field((), description="Các lần đính chính điều đã công bố về sổ")
