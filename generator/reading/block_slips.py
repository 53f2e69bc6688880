"""Slips of a text that stands below its field's name, in a block that "|" opens: where it ends, and how it is indented."""

from __future__ import annotations

import re
from typing import Sequence

from pydantic import BaseModel

from generator.reading.declared_fields import fields_of, holds_list, holds_names, model_inside
from generator.reading.indent_slips import STEP
from generator.reading.unknown_fields import field_meant
from generator.reading.written_lines import WrittenLine
from generator.reading.yaml_mistakes import TAB, Mistake, slip

_OF_BLOCK = "chữ của '{}' phải thụt vào, sâu hơn tên trường ít nhất hai dấu cách"
_NO_BAR = "sau '{}:' phải có dấu |, vì đoạn văn ở các dòng dưới có dấu hai chấm"
_UNEVEN = "các dòng của '{}' phải thụt vào bằng nhau"


def not_indented(opening: WrittenLine, line: WrittenLine) -> Mistake:
    must = TAB if "\t" in line.margin else _OF_BLOCK.format(opening.name)
    return slip(line, must, column=line.column)


def is_other_field(line: WrittenLine, model: type[BaseModel] | None) -> bool:
    """Whether a line beside the block's field, of a name that no field has, is a field all the same: one written as names are,
    or one called otherwise that has what it holds. A sentence has a capital and goes on after its colon."""
    if not line.is_field or model is None:
        return False
    if re.fullmatch(r"[a-z]+(?:_[a-z]+)*", line.name, re.ASCII):
        return True
    meant = fields_of(model).get(field_meant(line.name, model) or "")
    holds_others = meant is not None and (model_inside(meant) is not None or holds_list(meant) or holds_names(meant))
    return meant is not None and (not line.value if holds_others else not line.name[0].isupper())


def lacks_bar(line: WrittenLine, below: Sequence[WrittenLine], waits_for_list: bool) -> Mistake | None:
    """Sentences with a colon stand under a field of text as under "|", which is not there."""
    is_text = line.is_field and not line.value and not waits_for_list
    if is_text and any(re.search(r":(?:\s|$)", text.text) for text in below):
        return slip(line, _NO_BAR.format(line.name), f"{line.name}: |", len(line.text.rstrip()))
    return None


def uneven(opening: WrittenLine, block: Sequence[WrittenLine]) -> Mistake | None:
    """A line of the block is indented less than the first, by which YAML tells where the text begins."""
    written = [line for line in block if line.text.strip()]
    first = len(written[0].margin) if written and not re.search(r"\d", opening.value) else 0
    shallow = next((line for line in written if len(line.margin) < first), None)
    if not opening.opens_block or shallow is None:
        return None
    is_first = first != opening.column + STEP == len(shallow.margin)
    return slip(written[0] if is_first else shallow, _UNEVEN.format(opening.name), column=0)
