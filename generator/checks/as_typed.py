"""What a file holds that is not as it is read: a sign that nobody sees, which is left out, and a zero before a number."""

from __future__ import annotations

import re
from functools import cache
from typing import Iterator

from pydantic import BaseModel

from generator.model import Dialogue
from generator.reading.declared_fields import fields_of, holds_number, models_in
from generator.reading.decoded_text import problem_of_file
from generator.reading.problems import Problem
from generator.reading.record_files import RecordFile
from generator.text.unseen import INVISIBLE

_UNSEEN = tuple(sign.encode() for sign in "\u00ad\u180e\u200b\u200c\u200d\u2060\ufeff")
"""Of ``INVISIBLE``, those that are copied with a text, as the bytes that are looked for first."""
_IN_WORDS = re.compile(rf"(?<=\w){INVISIBLE.pattern}|{INVISIBLE.pattern}(?=\w)")
"""Elsewhere they may join the parts of one emoji."""


def typed_otherwise(file: RecordFile) -> Iterator[Problem]:
    """Of a sound record, each line that a person would not have typed so. Both are read as nothing were there."""
    if any(sign in file.content for sign in _UNSEEN):
        for line, written in enumerate(file.content.decode("utf-8-sig").splitlines(), 1):
            if unseen := _IN_WORDS.search(written):
                must = "có ký tự không nhìn thấy giữa các chữ, máy đã bỏ qua; hãy xóa và gõ lại chỗ này"
                column = unseen.start() + 1
                yield problem_of_file(file.path, "text-has-no-unseen-character", must, line=line, column=column)
    for zero in _zero_first().finditer(file.content):
        line, (name, number) = file.content.count(b"\n", 0, zero.start(1)) + 1, (part.decode() for part in zero.groups())
        column = zero.start(2) - file.content.rfind(b"\n", 0, zero.start(2))
        must = "chữ số 0 ở đầu bị bỏ qua; có thiếu chữ số không?"
        yield Problem(file.path, line, column, name, "value-is-a-number", must, number)


@cache
def _zero_first() -> re.Pattern[bytes]:
    names = "|".join(sorted(_names_of_numbers(Dialogue)))
    return re.compile(rf"(?<![\w-])({names}):[ \t]+(0\d+)(?=[ \t]*(?:[\r\n#,}}]|$))".encode(), re.ASCII)


def _names_of_numbers(model: type[BaseModel]) -> Iterator[str]:
    for name, declared in fields_of(model).items():
        if holds_number(declared) and name != "year":
            yield name
        for inner in models_in(declared.annotation):
            yield from _names_of_numbers(inner)
