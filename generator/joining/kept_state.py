"""What is kept of a register once it is read and verified: what the next page knows of one that it cannot read."""

from datetime import date

from pydantic import BaseModel, Field

from generator.joining.published_data import Licence


class Figure(BaseModel):
    """The whole register's n of N for a part of a year; ``day`` is the day it is right at."""

    year: int = Field(description="Năm tính chỉ tiêu")
    period_from: date = Field(description="Ngày đầu của kỳ")
    period_until: date = Field(description="Ngày cuối của kỳ")
    day: date = Field(description="Số liệu đúng đến ngày này")
    done: int = Field(description="Số chức danh đã thực hiện")
    owed: int = Field(description="Số chức danh phải thực hiện")
    basis: str = Field(description="Văn bản đặt ra chỉ tiêu")


class Upcoming(BaseModel):
    day: date = Field(description="Ngày đối thoại")
    time: str | None = Field(description="Giờ bắt đầu, giờ Việt Nam; trống khi chưa rõ giờ")
    part_of_day: str | None = Field(description="morning, afternoon, evening, khi chưa rõ giờ")
    unit_name: str = Field(description="Đơn vị")
    topic: str | None = Field(description="Chủ đề")
    venue: str | None = Field(description="Nơi tổ chức")
    page: str = Field(description="Địa chỉ trang của cuộc đối thoại")


class RegisterState(BaseModel):
    """``line`` is the digest of the last line of the log, by which a later reading knows that the log goes on from it."""

    register_name: str = Field(description="Tên sổ")
    place: str | None = Field(None, description="Tỉnh, thành phố mà sổ nói là của mình; trống ở phiên bản trước 1.4")
    publisher: str = Field(description="Cơ quan xuất bản")
    address: str = Field(description="Địa chỉ trang chủ của sổ")
    licence: Licence = Field(description="Giấy phép dữ liệu")
    sample: bool = Field(description="true nếu là dữ liệu mẫu, không phải số liệu thật")
    version: str = Field(description="Phiên bản dữ liệu của sổ")
    release: int = Field(description="Số của lần phát hành đã kiểm chứng")
    line: str = Field(description="Mã băm dòng cuối của nhật ký phát hành")
    as_of: date = Field(description="Ngày tính của lần phát hành ấy")
    figures: list[Figure] = Field(description="Số liệu của năm ấy, mỗi kỳ một dòng")
    upcoming: list[Upcoming] = Field(description="Các cuộc đã có ngày, kể từ ngày tính")
