"""The shape of ``changes.json``: with which release each dialogue's record came and last changed, so that a program that knows
one release can ask for what has changed since (as OParl 1.1 does by ``created`` and ``modified``)."""

from datetime import date

from pydantic import BaseModel, Field

from generator.model.register_facts import Licence

NAME = "changes"


class RecordChange(BaseModel, defer_build=True):
    dialogue: str = Field(description="Mã cuộc đối thoại")
    page: str | None = Field(description="Địa chỉ trang, tính từ địa chỉ của sổ")
    created: int | None = Field(None, description="Lần phát hành đầu tiên có bản ghi; trống nếu có từ trước since")
    modified: int | None = Field(None, description="Lần phát hành gần nhất mà bản ghi đổi; trống nếu chưa đổi từ since")


class RecordChanges(BaseModel, defer_build=True):
    version: str = Field(description="Phiên bản cấu trúc tệp")
    licence: Licence | None = Field(None, description="Giấy phép của dữ liệu; trống ở phiên bản trước 1.5")
    sample: bool = Field(description="true nếu là dữ liệu mẫu, không phải số liệu thật")
    as_of: date = Field(description="Ngày tính của lần phát hành gần nhất")
    since: int = Field(description="Lần phát hành đầu tiên mà tệp này biết đến")
    release: int = Field(description="Lần phát hành gần nhất làm đổi bản ghi")
    rows: list[RecordChange] = Field(description="Từng cuộc đối thoại")
