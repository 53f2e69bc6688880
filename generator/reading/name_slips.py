"""Slips in what stands around a field's name: the dash before an entry, the colon after a name, and their spaces."""

from __future__ import annotations

import re
from typing import Collection

from generator.reading.declared_fields import fields_of
from generator.reading.indent_slips import Indents
from generator.reading.unknown_fields import field_meant
from generator.reading.written_lines import BULLETS, COLONS, SPACES, WrittenLine, written_line
from generator.reading.yaml_mistakes import Mistake, slip

_NO_SPACE = "sau dấu hai chấm phải có một dấu cách"
_NO_BREAK = "sau dấu hai chấm phải là dấu cách thường; ở đây là khoảng trắng chép từ Word, hãy xóa và gõ lại"
_OTHER_COLON = "dấu hai chấm phải là dấu ':' của bàn phím thường, rồi một dấu cách"
OTHER_SIGN = "sau tên trường phải là dấu hai chấm và một dấu cách"
_NO_COLON = "sau tên trường phải có dấu hai chấm; dòng này thiếu, hoặc bị cắt dở"
_DASH = "trước mỗi mục phải là dấu gạch nối '-' và một dấu cách, không phải '{}'"
_NO_SPACE_AFTER_DASH = "sau dấu gạch đầu dòng phải có một dấu cách"
_OTHER_SPACE_AFTER_DASH = "sau dấu gạch đầu dòng phải là dấu cách thường; ở đây là khoảng trắng chép từ Word, hãy xóa và gõ lại"
_KEY_OF_ITS_OWN = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)+) +(\S.*)")
"""In a list of names that clerks make themselves, such as ``audiences``: an id with hyphens, and what it stands for."""
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_BULLET = re.compile(rf"(?P<bullet>[{re.escape(BULLETS)}]|\d{{1,2}}[.)])[ \t{SPACES}]+(?P<rest>.+)")


def entry_slip(line: WrittenLine, indents: Indents, names: Collection[str]) -> Mistake | None:
    """What stands in the place of a dash and its space."""
    if line.dash is not None:
        return None
    written = line.text.strip(f" \t{SPACES}")
    before = len(line.margin)
    waits = indents.is_among_texts() or (indents.waits_for_list and indents.waiting is not None)
    if bullet := _BULLET.fullmatch(written):
        inner = written_line(0, bullet["rest"])
        if waits or (inner.is_field and inner.name in names):
            return slip(line, _DASH.format(bullet["bullet"]), column=before)
    if re.match(rf"-(?:[^-\s]|[{SPACES}])", written):
        inner = written_line(0, written[1:].strip(SPACES))
        if waits or (inner.is_field and inner.name in names):
            must = _OTHER_SPACE_AFTER_DASH if written[1] in SPACES else _NO_SPACE_AFTER_DASH
            return slip(line, must, column=before)
    return None


def sign_slip(line: WrittenLine, indents: Indents, names: Collection[str]) -> Mistake | None:
    """What stands in the place of a name's colon and its space."""
    sign, at = line.sign.strip(), line.column + len(line.name)
    level = indents.level_at(line.column)
    stands = level is not None or line.dash is not None or indents.waiting is not None
    is_own = line.dash is None and (level.names_its_own if level and not indents.is_below(line) else indents.waits_for_names)
    listed = () if line.dash is not None else level.listed if level and not indents.is_below(line) else indents.listed
    if is_own and _ID.fullmatch(line.text.strip()):
        return slip(line, _NO_COLON, f"{line.text.strip()}:", column=len(line.text.rstrip()))
    is_cut = not line.is_field and (line.name in listed or (is_own and sign))
    if not stands or not (line.name in names or is_cut):
        return None
    meant = f"{line.name}: {line.value.lstrip(':=>').lstrip()}".rstrip()
    if sign == ":":
        is_assigned = line.value.startswith("=")
        must = OTHER_SIGN if is_assigned else _NO_BREAK if line.space else _NO_SPACE
        return slip(line, must, meant, column=at)
    if sign and sign in COLONS:
        return slip(line, _OTHER_COLON, meant, column=at)
    if sign:
        return slip(line, OTHER_SIGN, meant, column=at)
    model = indents.model_at(line)
    if line.name in listed or (model and line.name in fields_of(model)):
        return slip(line, _NO_COLON, meant, column=at)
    return None


def cut_off_slip(line: WrittenLine, indents: Indents) -> Mistake | None:
    """A name without its colon, or the beginning of one."""
    if model := indents.model_at(line):
        written = line.text.strip()
        begun = [name for name in fields_of(model) if name.startswith(written)] if written else []
        if meant := begun[0] if begun else field_meant(line.name, model) if line.name and not line.value else None:
            return slip(line, _NO_COLON, f"{meant}:", column=line.column)
    level = indents.level_at(line.column)
    if level and level.model is None and level.dash is None and (key := _KEY_OF_ITS_OWN.match(line.text.strip())):
        return slip(line, _NO_COLON, f"{key[1]}: {key[2]}", column=line.column)
    return None
