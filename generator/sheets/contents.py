"""What an .xlsx holds, looked at before openpyxl believes any of it and makes a cell of every place it is told of."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.parsers import expat

from openpyxl.utils import range_boundaries

_MOST_BYTES_UNPACKED = 20_000_000
_MOST_PARTS = 1_000
_MOST_ELEMENTS = 800_000
"""Of XML in all parts; a sheet with as many cells as are read has about half."""
_MOST_CELLS = 100_000
MOST_PLACES = 400_000
"""Cells and the empty places between them, which take memory too."""
_MOST_LINK_STEPS = 1_000_000
"""openpyxl goes through all relationships and merged ranges for every hyperlink."""
_MOST_FORMULA_LETTERS = 5_000_000
"""A formula that cells share is written once and taken apart anew for each of them."""
_LONGEST_NUMBER_FORMAT = 255
"""As in Excel; openpyxl's search for days in one takes the square of its length."""
_OF_RANGES = {"mergeCell": "ô gộp", "hyperlink": "liên kết", "comment": "chú thích"}
"""Elements of which openpyxl makes every cell of their ``ref``, as clerks call them."""
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384


class NotASheet(Exception):
    """The file cannot be read as a whole; ``str()`` says why and what to do, in the clerk's words."""


def refuse_contents(path: Path) -> bool:
    """Says whether any cell holds a formula. Raises NotASheet, and what ``zipfile`` and ``expat`` raise for a damaged file."""
    with zipfile.ZipFile(path) as parts:
        listed = parts.infolist()
        if len(listed) > _MOST_PARTS or sum(part.file_size for part in listed) > _MOST_BYTES_UNPACKED:
            raise NotASheet("tệp quá lớn sau khi giải nén; hãy chép riêng bảng cần gửi sang một tệp mới")
        names = {part.filename.lower() for part in listed}
        if any(part.flag_bits & 1 for part in listed):
            raise NotASheet("tệp có mật khẩu; hãy bỏ mật khẩu rồi lưu lại")
        if any((name.endswith((".bin", ".exe", ".dll")) and "vba" in name) or "macrosheets/" in name for name in names):
            raise NotASheet("tệp có macro; hãy lưu lại (Save As) dạng .xlsx")
        if any(name.startswith("xl/externallinks/") for name in names):
            raise NotASheet("tệp lấy số liệu từ tệp khác; hãy chép bảng, dán dạng giá trị (Paste Values) sang một tệp mới")
        walk = _Walk()
        for part in listed:
            walk.through(parts.read(part), must_be_xml=part.filename.lower().endswith((".xml", ".rels")))
    return walk.formulas > 0


class _Walk:
    """Counts over the XML of all parts as expat reads it, which is how openpyxl reads a worksheet, without a tree.

    Prefixes, spaces, character references and encodings are expat's concern. A part of any name may be a worksheet.
    """

    def __init__(self) -> None:
        self.elements = self.cells = self.ranges = self.places = self.most_places = self.sheets = 0
        self.links = self.merges = self.relationships = 0
        self.formulas = self.letters = self.longest = 0

    def through(self, part: bytes, must_be_xml: bool) -> None:
        """A picture ends at its first byte; so does any part that openpyxl could not read as XML either."""
        if must_be_xml and b"\0" in part[:4]:
            raise _not_by_excel()  # UTF-16 or UTF-32, which Excel reads and never writes
        self.places = 0
        parser = expat.ParserCreate(namespace_separator="}")
        parser.StartDoctypeDeclHandler = _refuse_doctype
        parser.StartElementHandler = self._element
        self.parser = parser
        try:
            parser.Parse(part, True)
        except expat.ExpatError:
            if must_be_xml:
                raise

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        self.parser.CharacterDataHandler = None
        self.elements += 1
        tag = name.rpartition("}")[2]
        if tag == "c":
            self.cells += 1
            self.places += 1
        elif tag == "f":
            self.formulas += 1
            self.letters = 0
            self.parser.CharacterDataHandler = self._formula
        elif tag in _OF_RANGES:
            self.merges += tag == "mergeCell"
            self.links += tag == "hyperlink"
            places = _places(attributes.get("ref", "A1"))
            self.ranges += places
            self.places += places
            if self.ranges > MOST_PLACES:
                name = _OF_RANGES[tag]
                raise NotASheet(f"{name} quá rộng; hãy bỏ {name}, hoặc chép riêng bảng cần gửi sang một tệp mới")
        elif tag == "sheet":
            self.sheets += 1
        elif tag == "Relationship":
            self.relationships += 1
            if attributes.get("Type", "").endswith("/comments") and not attributes.get("Target", "").lower().endswith(".xml"):
                raise _not_by_excel()  # openpyxl reads them with another parser, which knows more encodings
        elif tag == "numFmt" and len(attributes.get("formatCode", "")) > _LONGEST_NUMBER_FORMAT:
            raise _not_by_excel()
        self.most_places = max(self.most_places, self.places)
        self._refuse_too_much()

    def _formula(self, text: str) -> None:
        self.letters += len(text)
        self.longest = max(self.longest, self.letters)

    def _refuse_too_much(self) -> None:
        if self.cells > _MOST_CELLS or self.sheets * self.most_places > MOST_PLACES:  # two sheets may name one part
            raise NotASheet("bảng có quá nhiều ô; hãy chép riêng bảng cần gửi sang một tệp mới")
        if self.formulas * self.longest > _MOST_FORMULA_LETTERS:
            raise NotASheet("bảng có quá nhiều công thức; hãy dán dạng giá trị (Paste Values) sang một tệp mới")
        if self.links * (self.merges + self.relationships) > _MOST_LINK_STEPS:
            raise NotASheet("bảng có quá nhiều liên kết; hãy dán dạng giá trị (Paste Values) sang một tệp mới")
        if self.elements > _MOST_ELEMENTS:
            raise NotASheet("tệp quá lớn sau khi giải nén; hãy chép riêng bảng cần gửi sang một tệp mới")


def _places(reference: str) -> int:
    """How many a range has; one of whole rows or columns (1:9, A:C) has no bounds to the other side."""
    first_column, first_row, last_column, last_row = range_boundaries(reference)
    columns = (last_column or _LAST_COLUMN) - (first_column or 1) + 1
    rows = (last_row or _LAST_ROW) - (first_row or 1) + 1
    return max(columns, 1) * max(rows, 1)


def _refuse_doctype(*declaration: object) -> None:
    raise _not_by_excel()


def _not_by_excel() -> NotASheet:
    return NotASheet("tệp không do Excel tạo ra; hãy chép bảng sang một tệp Excel mới")
