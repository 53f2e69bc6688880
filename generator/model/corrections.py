"""What is mended in public: corrections, which say what had been published, and redactions, which never do."""

from typing import Sequence

from pydantic import Field

from generator.model.record import Record
from generator.model.types import Day, Line, Paragraphs

REDACTED = "[đã gỡ]"
"""Stands in a text for the words that a redaction took away."""


class Correction(Record):
    """A published record that was wrong and was mended, in public. ``field`` is the path of what was mended, counted from 1,
    and ``was`` what had been published in it, as a record writes it; None where nothing had been."""

    corrected_on: Day = Field(description="Ngày đính chính", examples=["2023-06-20"])
    field: Line | None = Field(
        None, description="Trường đã sửa, gọi như lệnh check gọi, ví dụ schedule[1].day", examples=["schedule[1].day"]
    )
    was: Paragraphs | None = Field(
        None, description="Giá trị đã công bố trước khi sửa, viết như trong bản ghi", examples=["2023-09-18"]
    )
    text: Line = Field(description="Vì sao sửa, hoặc đã sửa gì", examples=["Ghi nhầm ngày"])


def corrected_again(corrections: Sequence[Correction], position: int) -> Correction | None:
    """The next correction of the same field, whose ``was`` is what the field came to hold by the one at this place, from 0."""
    field = corrections[position].field
    return next((one for one in corrections[position + 1 :] if one.field == field), None)


class Redaction(Record):
    """Personal data that had been published by mistake and was taken away; what it was is told nowhere."""

    redacted_on: Day = Field(description="Ngày gỡ", examples=["2023-06-20"])
    field: Line = Field(
        description="Trường chữ đã gỡ dữ liệu cá nhân, gọi như lệnh check gọi", examples=["opinions[2].summary"]
    )
    reason: Line = Field(description="Vì sao gỡ, không nhắc lại điều đã gỡ", examples=["Có số điện thoại của một người dân"])
