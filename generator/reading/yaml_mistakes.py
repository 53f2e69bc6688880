"""What is wrong with a file's YAML itself, and what the parser's own errors mean in the clerk's words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Iterator

import yaml

from generator.reading.field_paths import FieldPath

if TYPE_CHECKING:
    from generator.reading.written_lines import WrittenLine

GRAMMAR = "yaml-is-well-formed"
WRITTEN_ONCE = "field-is-written-once"
ILL_FORMED = "phải viết đúng dạng 'tên trường: giá trị', các trường cùng cấp thụt dòng như nhau, ngoặc kép phải đóng lại"
"""Where nothing tells what was meant."""
COLON_IN_SENTENCE = "câu có dấu hai chấm phải đặt trong dấu ngoặc kép"
COLON_EXAMPLE = 'topic: "Đất đai: cấp giấy chứng nhận"'
COMMA_IN_BRACKETS = "giữa hai mục trong ngoặc phải có dấu phẩy; ngoặc mở thì phải đóng"
QUOTE_IN_SENTENCE = "dấu ngoặc kép phải mở ở đầu câu và đóng ở cuối câu; ở giữa câu thì dùng “ ”"
TAB = "thụt dòng phải bằng dấu cách, không dùng phím Tab"
_TAB_AFTER_DASH = "sau dấu gạch đầu dòng phải là một dấu cách, không dùng phím Tab"
_OTHER_SPACE = "thụt dòng phải bằng dấu cách thường; ở đây là khoảng trắng chép từ Word, hãy xóa và gõ lại"
NO_FIELD = "dòng này không phải là 'tên trường: giá trị'; lời nhắc thì đặt dấu # ở đầu dòng, không cần thì xóa dòng"
_FIELDS_OF_A_RECORD = 3
"""That no record goes without."""


@dataclass(frozen=True)
class Mistake:
    """``line`` and ``column`` count from 1."""

    line: int
    column: int
    rule: str
    must: str
    path: FieldPath = ()
    found: str | None = None
    example: str | None = None
    is_a_guess: bool = False
    """As in a problem."""


def slip(
    line: WrittenLine, must: str, example: str | None = None, column: int | None = None, is_a_guess: bool = False
) -> Mistake:
    """A mistake of the line's grammar, at the value of its field or at another ``column``, from 0."""
    at = len(line.text.rstrip()) - len(line.value) if column is None else column
    return Mistake(line.number, at + 1, GRAMMAR, must, found=line.text.strip(), example=example, is_a_guess=is_a_guess)


def margin_slip(line: WrittenLine) -> Mistake | None:
    """None where it is indented by spaces, as it must be; behind a dash YAML takes a Tab before a text, not before a field."""
    if line.dash is not None and line.is_field and "\t" in line.text[line.dash : line.column]:
        return slip(line, _TAB_AFTER_DASH, column=line.dash)
    if not set(line.margin) - {" "}:
        return None
    return slip(line, TAB if "\t" in line.margin else _OTHER_SPACE, column=0)


def lacks_dash(field: str, column: int) -> str:
    """Of a line that begins an entry of the field's list, whose dash belongs at the column, from 0."""
    return f"phải có dấu gạch và dấu cách ở trước, thụt {column} dấu cách: '{field}' là danh sách, mỗi mục bắt đầu bằng '- '"


def goes_on(field: str) -> str:
    """Of a line that is more of the field's text."""
    return f"câu viết tiếp ở dòng sau phải thụt vào, sâu hơn tên trường '{field}'; hoặc viết cả câu trên một dòng"


def quote_is_closed(quote: str) -> str:
    kind = "ngoặc kép" if quote == '"' else "ngoặc đơn (dấu ')"
    return f"dấu {kind} mở ở đây phải đóng lại ở cuối câu"


def mistake_of_grammar(error: yaml.YAMLError, text: str) -> Mistake:
    """What a clerk must have meant where the parser could not go on; ``text`` is the whole file's."""
    where = error if isinstance(error, yaml.MarkedYAMLError) else yaml.MarkedYAMLError()
    mark = where.problem_mark or where.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    said = where.problem or str(error)
    whole_line = [*text.split("\n"), ""][line - 1] if mark else ""
    written = whole_line.strip() or None
    if "mapping values are not allowed" in said:
        return Mistake(line, column, GRAMMAR, COLON_IN_SENTENCE, found=written, example=COLON_EXAMPLE, is_a_guess=True)
    if "quoted scalar" in (where.context or "") and "end of stream" in said and (opened := where.context_mark):
        quote = text.split("\n")[opened.line][opened.column]
        return Mistake(opened.line + 1, opened.column + 1, GRAMMAR, quote_is_closed(quote))
    if re.search(r"expected ',' or '[]}]'", said):
        return Mistake(line, column, GRAMMAR, COMMA_IN_BRACKETS, found=written)
    if written and re.search(r":\s+(\"[^\"]*\"|'[^']*')\s*[^\s#]", written):
        return Mistake(line, column, GRAMMAR, QUOTE_IN_SENTENCE, found=written)
    if whole_line[column - 1 : column] == "\t":
        return Mistake(line, column, GRAMMAR, TAB, found=written)
    if "unknown escape character" in said:
        must = "giữa hai dấu ngoặc kép không viết dấu \\; hãy viết dấu / hoặc bỏ đi"
        return Mistake(line, column, GRAMMAR, must, found=written)
    return Mistake(line, column, GRAMMAR, ILL_FORMED, found=written, is_a_guess=True)


def as_second_record(mistakes: list[Mistake]) -> list[Mistake]:
    """Told once, where fields of the whole record are written again one after the other."""
    again = [mistake for mistake in mistakes if mistake.rule == WRITTEN_ONCE and len(mistake.path) == 1]
    if len({mistake.path for mistake in again}) < _FIELDS_OF_A_RECORD:
        return mistakes
    first, *others = again
    must = f"{first.must}; {len(others)} trường ở dưới cũng được viết lại: mỗi tệp chỉ chứa một bản ghi"
    told = {*others}
    return [replace(first, must=must) if mistake is first else mistake for mistake in mistakes if mistake not in told]


def joined_dashes(entry: yaml.ScalarEvent, text: str) -> Iterator[Mistake]:
    """A dash that is indented further than the one above is more of that entry's text to YAML."""
    if entry.start_mark and entry.end_mark:
        for line in range(entry.start_mark.line + 1, entry.end_mark.line + 1):
            written = text.split("\n")[line]
            if written.lstrip().startswith("- "):
                yield Mistake(
                    line + 1, written.index("-") + 1, GRAMMAR, ILL_FORMED, found=written.strip(), is_a_guess=True
                )
