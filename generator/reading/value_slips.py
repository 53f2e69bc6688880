"""Slips in what is written after a field's name: signs that YAML reads as its own, and quotes and brackets left open."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Collection, Sequence

from generator.reading.written_lines import WrittenLine, written_line
from generator.reading.yaml_mistakes import COLON_EXAMPLE, COLON_IN_SENTENCE, QUOTE_IN_SENTENCE, Mistake, quote_is_closed, slip
from generator.text.said_links import link_said
from generator.text.said_values import CURLY_QUOTES

CURLY = "ngoặc cong “ ” của Word không giữ được dấu hai chấm hay dấu #; hãy dùng ngoặc thẳng \" \" của bàn phím"
_A_LINE_EACH = "mỗi trường phải viết ở một dòng riêng"
_NOTHING = "chưa có gì để ghi thì xóa cả dòng, không ghi dấu thay"
_AFTER_BAR = "sau dấu | phải xuống dòng, rồi viết đoạn văn ở các dòng dưới, mỗi dòng thụt vào"
_NO_COMMA = "cuối dòng không có dấu phẩy; hãy bỏ dấu phẩy"
_LISTS = "các mục phải ở trong cùng một ngoặc vuông, cách nhau bằng dấu phẩy"
_ONLY_THE_LINK = "chỉ ghi địa chỉ trang web, không có ngoặc, dấu cách hay chữ nào khác"
_LONGEST_QUOTED = 100
_QUOTED = {'"': re.compile(r'"(?:[^"\\]|\\.)*"'), "'": re.compile(r"'(?:[^']|'')*'")}
_BRACKETS = {"[": "]", "{": "}"}
_IN_BRACKETS = re.compile(r'"[^"]*"|\'[^\']*\'|[\[\]{}]')


def value_slip(
    line: WrittenLine, after: Sequence[WrittenLine], names: Collection[str], is_list: bool, is_text: bool
) -> Mistake | None:
    """``names`` are those of all fields; ``is_list`` and ``is_text`` what the schema knows of this one."""
    value = line.value
    first = value[:1]
    if first in _QUOTED:
        return _quote_slip(line, after, names)
    if first in ("[", "{") and not (is_text and first == "{"):
        if is_text and not is_list:
            closing = _closing(value)
            return None if closing == len(value) else sign_first(line)
        return _bracket_slip(line, after, names)
    if first in ("|", ">"):
        if line.opens_block:
            return None
        return slip(line, _AFTER_BAR) if first == "|" else sign_first(line)
    if re.fullmatch(r"[-?](?:\s*#.*)?", value):
        return slip(line, _NOTHING)
    if first and (first in "%@`&*!,]}{" or re.match(r"[-?:](?:\s|$)", value)):
        return sign_first(line)
    plain = re.split(r"\s#", value)[0].rstrip()
    colon = re.search(r":(?:\s|$)", plain)
    if first == "#" or not colon:
        return None
    if first in CURLY_QUOTES:
        return slip(line, CURLY, quoted(line, plain.strip(CURLY_QUOTES)))
    if any(found in names for found in re.findall(r"(?:^|[\s,;])([a-z_]+):(?:\s|$)", plain)):
        return slip(line, _A_LINE_EACH)
    at = len(line.text.rstrip()) - len(value) + colon.start()
    whole = quoted(line, plain)
    return slip(line, COLON_IN_SENTENCE, whole or COLON_EXAMPLE, at, is_a_guess=whole is None)


def link_slip(line: WrittenLine) -> Mistake | None:
    """An address within brackets, as in Markdown, or with a space in it, which to quote would not mend."""
    is_around = line.value[:1] in ("[", "(", "<", "{", "*", "`") or re.match(r"https?: ", line.value)
    link = link_said(line.value) if is_around else None
    return slip(line, _ONLY_THE_LINK, f"{line.name}: {link}") if link else None


def quoted(line: WrittenLine, value: str) -> str | None:
    """The line as it is written with its value in quotes; None where that would be long."""
    before = f"{line.name}: " if line.name else "- " if line.dash is not None else ""
    inner = in_quotes(value)
    return before + inner if inner and before else None


def line_quoted(text: str) -> str | None:
    """The same of a line with a field, or with a text in a list; None also where brackets hold several."""
    line = written_line(1, text)
    whole = line if line.is_field else replace(line, name="", value=text[line.column :].strip())
    return quoted(whole, whole.value) if whole.value[:1] not in _BRACKETS else None


def in_quotes(value: str) -> str | None:
    """As YAML reads it whatever it holds; None where that would be long."""
    quotes = value.count('"') if value[:1] == value[-1:] == '"' else 0
    whole = value[1:-1] if quotes > 2 and quotes % 2 == 0 and value[-2] != "\\" else value
    inner = re.sub(r'"([^"]*)"?', r"“\1”", whole.replace('""', '"')).replace("\\", "/")
    return f'"{inner}"' if len(inner) <= _LONGEST_QUOTED and "\n" not in inner else None


def lines_until_closed(line: WrittenLine, after: Sequence[WrittenLine], names: Collection[str]) -> int | None:
    """How many lines after this one its quote or its bracket takes; None where it is never closed, or not before the next
    field."""
    written, is_quote = line.value, line.value[:1] in _QUOTED
    for count, next_line in enumerate((line, *after)):
        if count:
            if next_line.is_field and next_line.name in names and (is_quote or next_line.column <= line.column):
                return None
            written += f"\n{next_line.text}"
        if _QUOTED[written[0]].match(written) if is_quote else _closing(written):
            return count
    return None


def _quote_slip(line: WrittenLine, after: Sequence[WrittenLine], names: Collection[str]) -> Mistake | None:
    closed = _QUOTED[line.value[0]].match(line.value)
    if closed is None:
        return slip(line, quote_is_closed(line.value[0])) if lines_until_closed(line, after, names) is None else None
    rest = line.value[closed.end():].strip()
    if not rest or rest.startswith("#") or (line.dash is not None and rest.startswith(":")):
        return None
    if rest == ",":
        return slip(line, _NO_COMMA, line.text.strip().rstrip(", "), len(line.text.rstrip()) - 1)
    return slip(line, QUOTE_IN_SENTENCE, quoted(line, line.value))


def _bracket_slip(line: WrittenLine, after: Sequence[WrittenLine], names: Collection[str]) -> Mistake | None:
    opening, closing = line.value[0], _BRACKETS[line.value[0]]
    if lines_until_closed(line, after, names) is None:
        kind = "ngoặc vuông" if opening == "[" else "ngoặc nhọn"
        return slip(line, f"{kind} mở bằng {opening} phải đóng lại bằng {closing}")
    end = _closing(line.value)
    rest = line.value[end:].strip() if end else ""
    if re.fullmatch(r"(?:\s*[,;]?\s*\[[^][]*\])+", rest) and opening == "[":
        meant = re.sub(r"\]\s*[,;]?\s*\[", ", ", line.value)
        return slip(line, _LISTS, f"{line.name}: {meant}" if line.name else None)
    if rest and not rest.startswith("#"):
        return slip(line, f"sau dấu {closing} không viết gì nữa; câu bắt đầu bằng dấu {opening} phải đặt trong dấu ngoặc kép")
    return None


def _closing(written: str) -> int | None:
    """The place after the bracket that closes the first one."""
    open_ones: list[str] = []
    for found in _IN_BRACKETS.finditer(written):
        if found[0] in _BRACKETS:
            open_ones.append(_BRACKETS[found[0]])
        elif open_ones and found[0] == open_ones[-1]:
            open_ones.pop()
            if not open_ones:
                return found.end()
    return None


def sign_must(sign: str) -> str:
    return f"câu bắt đầu bằng ký tự đặc biệt {sign} phải đặt trong dấu ngoặc kép"


def sign_first(line: WrittenLine) -> Mistake:
    return slip(line, sign_must(line.value[0]), quoted(line, line.value) or 'topic: "100% hộ dân"')
