"""What plans and results both tell: who presides, where, and in which part of the day."""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from generator.model.posts import Post
from generator.model.record import Record
from generator.model.types import Line, Link


class PartOfDay(StrEnum):
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


def _presider(value: Any) -> Any:
    return {"post": value} if isinstance(value, str) else value


class Presider(Record):
    """A post that presides, in person or through a deputy. Offices only: no field holds a person's name."""

    post: Post = Field(description="party (Bí thư) hoặc government (Chủ tịch UBND)", examples=["party"])
    deputy: bool = Field(False, description="true nếu cấp phó chủ trì thay")
    title: Line | None = Field(
        None, description="Chức danh đầy đủ như đã thông báo, không ghi tên", examples=["Phó Chủ tịch UBND phường"]
    )


PresiderField = Annotated[Presider, BeforeValidator(_presider)]


class Venue(Record):
    """Where people come, or the address of an online room."""

    name: Line = Field(description="Nơi tổ chức", examples=["Hội trường UBND"])
    address: Line | None = Field(None, description="Địa chỉ")
    latitude: float | None = Field(None, ge=-90, le=90, description="Vĩ độ (WGS 84)")
    longitude: float | None = Field(None, ge=-180, le=180, description="Kinh độ (WGS 84)")
    online_url: Link | None = Field(None, description="Địa chỉ tham dự trực tuyến")
