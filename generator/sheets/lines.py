"""The rows under a form's headings: what is a row of it, and what is a total, a heading again or the place to sign."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Iterator

from generator.sheets.headings import Headings
from generator.sheets.layouts import folded_heading
from generator.sheets.questions import is_filled
from generator.sheets.workbook import Cell
from generator.text.vietnamese import fold

_TOTALS = re.compile(r"(tong|tong so|tong cong|cong|cong chung|toan quan|toan huyen)")
_TOTALS_WITH_MORE = re.compile(
    r"(?:tong(?: so| cong)?|cong(?: chung)?)"
    r"(?:[ :(]*\d.*| (?:so|cong|chung|cuoc|toan|cac|khoi|quan|huyen|phuong|xa|cap|quy|thang|nam|ky|muc|phan|theo|[ivx]+)\b.*)"
    r"|(?:trong do|luy ke|binh quan|ty le)\b.*"
)
"""In the columns of numbers and units, where no opinion stands that may begin so; the communes of Cộng Hiền and Tổng Cọt are
none."""
_SIGNED = re.compile(r"noi nhan|tm\.? |t/m |tl\.? |t/l |tuq\.? |k/?t\.? ")
_BELOW = re.compile(
    r"nguoi (?:lap|tong hop|bao cao|viet)|can bo (?:lap|tong hop)|xac nhan|thu truong|.*\bngay [\d. …]*thang [\d. …]*nam\b"
)
"""What an opinion may begin with too, or say of its day."""
_SIGNS = re.compile(r"(?:bi thu|chu tich|chanh van phong|truong ban|pho [a-z]+)(?: [a-z ]+)?|\(?ky(?: ten|,).*")
"""Who signs, where nothing says so before."""
_NUMBER_OF_COLUMN = re.compile(r"(\d{1,2})\)?(?: ?= ?[\d()+/ -]+)?")
_DITTO = re.compile(r"-? ?nt ?-?|n/t|-?//-?|[\"“”″〃]|''|nhu tren|nhu dong tren")


class LeftOut(StrEnum):
    """How an office takes a row out without deleting it, in its words."""

    HIDDEN = "bị ẩn"
    STRUCK = "bị gạch ngang"
    BELOW = "ở dưới phần ký"


PUT_BACK = {
    LeftOut.HIDDEN: "bỏ ẩn", LeftOut.STRUCK: "bỏ gạch ngang", LeftOut.BELOW: "chuyển dòng lên trên phần ký",
}
"""What makes it a row of the form again."""


@dataclass(frozen=True)
class SheetLine:
    """One row of a form: its ``number`` in Excel, and the cells by field, also those left empty."""

    number: int
    cells: dict[str, Cell]
    left_out: LeftOut | None = None


def lines_below(headings: Headings) -> Iterator[SheetLine]:
    """All rows that the office may have meant; below the place to sign only what is filled in like a row of the form."""
    above: dict[str, Cell] = {}
    is_below = False
    for number, row in enumerate(headings.sheet.rows[headings.last + 1 :], headings.last + 2):
        cells = {field: row[place] for field, place in headings.places.items()}
        filled = [cell for cell in row if cell.value is not None and not cell.merged]
        folded = [fold(cell.text).strip(" .:()") for cell in filled]
        if not any(map(is_filled, row)) or _is_totals(cells, folded) or _numbers_columns(filled, folded):
            continue
        if _is_heading_again(headings, row):
            continue
        is_below = is_below or (len(filled) <= 3 and _is_below(cells, filled))
        own = [cell for name, cell in cells.items() if name != "number" and cell.value is not None and not cell.merged]
        if is_below:
            if len(own) > 3:
                yield SheetLine(number, cells, LeftOut.BELOW)
            continue
        is_struck = bool(own) and all(cell.struck for cell in own)
        is_hidden = number in headings.sheet.hidden_rows
        left_out = LeftOut.HIDDEN if is_hidden else LeftOut.STRUCK if is_struck else None
        cells = {field: _as_above(cell, above.get(field)) for field, cell in cells.items()}
        above = cells if own and not left_out else {}
        yield SheetLine(number, cells, left_out)


def _is_totals(cells: dict[str, Cell], folded: list[str]) -> bool:
    heads = [fold(cells[name].text).strip(" .:()") for name in ("number", "unit") if name in cells]
    is_dialogue = any(is_filled(cells[name]) for name in ("kind", "presiders") if name in cells)
    more = not is_dialogue and any(map(_TOTALS_WITH_MORE.fullmatch, heads))
    return more or any(_TOTALS.fullmatch(text) for text in folded[:2])


def _is_below(cells: dict[str, Cell], filled: list[Cell]) -> bool:
    """A row with a number is none, whatever it says; nor is one that a unit or a kind has begun and that nobody signs for, an
    opinion of a dialogue, or a row of which somebody who presides is not all."""
    heads = ("number", "unit", "kind", "summary", "dialogue")
    begun = {name: text for name in heads if name in cells and (text := cells[name].text)}
    if re.match(r"\d", begun.get("number", "")):
        return False
    texts = [fold(cell.text) for cell in filled]
    if any(map(_SIGNED.match, texts)):
        return True
    first = fold(next(iter(begun.values()), ""))
    if {"summary", "dialogue"} <= begun.keys() or (first and not _BELOW.match(first) and not _SIGNS.fullmatch(first)):
        return False
    return any(map(_BELOW.match, texts)) or (bool(texts) and all(map(_SIGNS.fullmatch, texts)))


def _is_heading_again(headings: Headings, row: tuple[Cell, ...]) -> bool:
    """As on every printed page."""
    upper, lower = headings.sheet.rows[headings.first], headings.sheet.rows[headings.last]
    said = [
        folded_heading(cell.text) in {folded_heading(heading.text) for heading in (upper[place], lower[place])}
        for place, cell in enumerate(row) if is_filled(cell)
    ]
    return len(said) > 1 and all(said)


def _as_above(cell: Cell, above: Cell | None) -> Cell:
    """A cell that says "as above", as if it were merged with the one above."""
    if cell.value is None or not _DITTO.fullmatch(fold(cell.text)):
        return cell
    if above is None or above.value is None:
        wrong = f"ghi '{cell.text}' mà dòng trên không có gì để đọc theo"
        return Cell(cell.place, None, wrong=wrong, mend="giá trị của chính dòng này; không có thì để trống")
    struck = cell.struck or above.struck
    return replace(above, place=cell.place, merged=True, ditto=True, struck=struck, has_comment=cell.has_comment)


def _numbers_columns(filled: list[Cell], folded: list[str]) -> bool:
    """The row of (1) (2) (3)… under the headings, which may begin with letters and say what a column adds up: A B 1 2=3+4."""
    letters = next((place for place, text in enumerate(folded) if text != chr(ord("a") + place)), len(folded))
    numbers = [_NUMBER_OF_COLUMN.fullmatch(text) for text in folded[letters:]]
    counted = [int(found[1]) for found in numbers if found]
    first = counted[0] if counted else 1
    return len(filled) > 2 and len(counted) == len(numbers) and first <= letters + 1 and (
        counted == list(range(first, first + len(counted)))
    )
