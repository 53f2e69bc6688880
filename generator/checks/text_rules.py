"""Rules on texts that are none: an example of the template, what stands in for words to come, what lacks its letters."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Iterator

from generator.checks.finding import Check, Finding
from generator.checks.texts import records_in, texts_in
from generator.model import Register
from generator.text.unmade_letters import letters_lost, typing_left

EXAMPLE = "(ví dụ)"
"""Begins each text that the template of a new record shows."""
_STANDS_IN = re.compile(
    r"[\W_]+|[xX]{2,}|.*\?\?\?.*|.*\bđiền (?:vào )?sau\b.*"
    r"|https?://(?:www\.)?[\W_xX]+|#?n/a|null|none|nil|undefined|#(?:ref|value|name|div/0|num)[!?]|<[^<>@/:]{1,60}>"
    r"|[(\[](?:ghi|điền|nhập|viết) (?:rõ|vào|nội dung|chủ đề|địa (?:chỉ|điểm)|tên|ngày|giờ|số)\b[^()\[\]]*[)\]]"
    r"|\[(?:tên|nội dung|chủ đề|cơ quan|đơn vị|địa (?:chỉ|điểm)|ngày|giờ|số)\b[^\[\]]*\]"
    r"|(?:\.{3,}|…+|_{2,}|[xX]{2,})\s*[/-]\s*\S+|.*(?:\.{6,}|…{3,}|_{4,}).*"
    r"|(?:ubnd|công an|phòng|ban|hội|đoàn|trạm|trường|chi bộ|đảng (?:ủy|uỷ)|tổ dân phố|thôn|xã|phường"
    r"|quận|huyện)\b[\w ]{0,30} (?:\.{3}|…)"
    r"|[(\[]?(?:sẽ )?(?:bổ sung|cập nhật|ghi|viết) sau[)\]]?\.?|todo|tbd|lorem ipsum.*"
    r"|[(\[]?(?:đang|chờ) (?:cập nhật|bổ sung)[)\]]?\.{0,3}|[(\[]?chưa có(?: (?:chủ đề|nội dung|thông tin))?[)\]]?\.?",
    re.IGNORECASE | re.DOTALL,
)
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|'[^']*'|«[^«»]*»")
_LABEL = re.compile(r"[^\W\d_]:(?:\s|$)")
_BLANK_OF_A_LABEL = re.compile(r"(?<=[^\W\d_]:)\s*(?:\.{3,}|…+|_{2,})")
"""What is to be written by hand: a form has more than one of these, and is given with its labels."""
_AND_SO_ON = re.compile(r"(?:[^,]+,){2}.*\w(?P<dots>\.{3,}|…+)", re.DOTALL)
_LEFT_FROM_THE_TEMPLATE = ("Địa chỉ của hội trường", "1. Nội dung kết luận thứ nhất.", "Nội dung kết luận thứ nhất")
"""Of templates of before their examples said what they are."""
_LONGEST = 200
"""What is longer has words of its own."""


def text_is_filled_in(register: Register, today: date) -> Iterator[Finding]:
    """A field that waits for its words is left out: what is published is taken for what an office says."""
    for record, value, beginning in records_in(register):
        for path, text, _ in texts_in(value):
            if must := _must_be_filled_in(text):
                yield Finding(record, (*beginning, *path), must, text)


@lru_cache(16_384)  # most texts of a register stand in it many times
def _must_be_filled_in(text: str) -> str | None:
    if text.startswith(EXAMPLE) or text.strip() in _LEFT_FROM_THE_TEMPLATE:
        return "còn chữ của bản ghi mẫu; hãy thay bằng nội dung thật, hoặc bỏ trường này"
    stands_in = len(text) <= _LONGEST and _STANDS_IN.fullmatch(_without_dots_that_are_meant(text))
    return "chưa điền; chưa có nội dung thì bỏ trường này" if stands_in else None


def _without_dots_that_are_meant(text: str) -> str:
    """Of a form, quoted among words or given with its labels, and after the last of some things named: điện, nước......"""
    outside = _QUOTED.sub("", text)
    told = outside if len(outside.split()) > 2 else text
    if len(_LABEL.findall(told)) > 1:
        told = _BLANK_OF_A_LABEL.sub("", told)
    listed = _AND_SO_ON.fullmatch(told)
    return told[: listed.start("dots")] if listed else told


def text_has_its_letters(register: Register, today: date) -> Iterator[Finding]:
    """Nobody can read what was typed while Unikey slept, or what a program could not save."""
    for record, value, beginning in records_in(register):
        for path, text, _ in texts_in(value):
            if must := _must_get_its_letters(text):
                yield Finding(record, (*beginning, *path), must, text)


@lru_cache(16_384)
def _must_get_its_letters(text: str) -> str | None:
    if letters_lost(text):
        return "có vẻ đã mất chữ khi lưu hay đổi bảng mã, còn lại dấu ?; hãy gõ lại có dấu"
    typing = typing_left(text)
    return f"có vẻ gõ kiểu {typing} khi chưa bật Unikey; hãy bật Unikey và gõ lại có dấu" if typing else None


CHECKS: tuple[Check, ...] = (text_is_filled_in,)
REVIEWS: tuple[Check, ...] = (text_has_its_letters,)
"""These only ask."""
