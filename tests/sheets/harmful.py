"""Sheets made to harm or to hide: each way takes a sound .xlsx and returns the path of what became of it."""

from __future__ import annotations

import re
import shutil
import zipfile
from pathlib import Path

import openpyxl

from tests.places import TEMPLATES


def rewritten(path: Path, **parts: bytes) -> Path:
    """The .xlsx with parts added or replaced; ``__`` in a name stands for a slash, ``_dot_`` for a dot."""
    new = {name.replace("__", "/").replace("_dot_", "."): text for name, text in parts.items()}
    with zipfile.ZipFile(path) as old:
        kept = {name: old.read(name) for name in old.namelist() if name not in new}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in (kept | new).items():
            made.writestr(name, text)
    return path


def formula_without_value(path: Path) -> Path:
    book = openpyxl.load_workbook(path)
    book.active["E9"] = "=A1&A2"
    book.save(path)
    return path


def merged_over(path: Path, range_: str) -> Path:
    with zipfile.ZipFile(path) as book:
        xml = book.read("xl/worksheets/sheet1.xml")
    return rewritten(path, xl__worksheets__sheet1_dot_xml=xml.replace(b"</mergeCells>", b'<mergeCell ref="%s"/></mergeCells>' % range_.encode()))


SHEET = "xl/worksheets/sheet1.xml"
MANY = b"A20:J50000"
"""More places than are read, and few enough to do no harm where they are not counted."""


def part_of(path: Path, name: str) -> bytes:
    with zipfile.ZipFile(path) as book:
        return book.read(name)


def changed(path: Path, old: bytes, new: bytes, name: str = SHEET) -> Path:
    return rewritten(path, **{name: part_of(path, name).replace(old, new)})


def merged_as(path: Path, merge: bytes) -> Path:
    return changed(path, b"</mergeCells>", merge + b"</mergeCells>")


def linked(path: Path, links: bytes) -> Path:
    return changed(path, b"</mergeCells>", b"</mergeCells><hyperlinks>" + links + b"</hyperlinks>")


def related(path: Path, *relationships: str) -> Path:
    namespace, told = "http://schemas.openxmlformats.org/package/2006/relationships", "".join(relationships)
    xml = f'<Relationships xmlns="{namespace}">{told}</Relationships>'
    return rewritten(path, **{"xl/worksheets/_rels/sheet1.xml.rels": xml.encode()})


def commented(path: Path, part: str = "xl/comments1.xml") -> Path:
    comments = (
        '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>a</author></authors>'
        f'<commentList><comment ref="{MANY.decode()}" authorId="0"><text><t>x</t></text></comment></commentList></comments>'
    )
    of_comments = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    return related(rewritten(path, **{part: comments.encode()}), f'<Relationship Id="r1" Type="{of_comments}" Target="/{part}"/>')


def many_links(path: Path) -> Path:
    return related(linked(path, b'<hyperlink ref="A1" location="x"/>' * 2000), '<Relationship Id="r" Type="x" Target="x"/>' * 2000)


def in_utf_16(path: Path) -> Path:
    """Without a byte order mark: no letter of it stands beside another."""
    return rewritten(path, **{SHEET: part_of(path, SHEET).decode().replace("UTF-8", "UTF-16").encode("utf-16-le")})


def under_another_name(path: Path) -> Path:
    """The sheet is no .xml, and stands in no folder of sheets."""
    sheet = part_of(merged_over(path, MANY.decode()), SHEET)
    changed(path, b"worksheets/sheet1.xml", b"other/a.dat", "xl/_rels/workbook.xml.rels")
    changed(path, b"/xl/worksheets/sheet1.xml", b"/xl/other/a.dat", "[Content_Types].xml")
    return rewritten(path, **{"xl/other/a.dat": sheet, SHEET: b"<x/>"})


def with_rows(path: Path, rows: bytes) -> Path:
    return changed(path, b"</sheetData>", rows + b"</sheetData>")


def shared_formula(path: Path) -> Path:
    first = b'<row r="30"><c r="A30"><f t="shared" si="0">%s</f><v>1</v></c></row>' % (b'"' + b"a" * 100_000 + b'"')
    other = b'<row r="%d"><c r="A%d"><f t="shared" si="0"/><v>1</v></c></row>'
    return with_rows(path, first + b"".join(other % (row, row) for row in range(31, 100)))


def shown_often(path: Path) -> Path:
    """A hundred sheets, which are one part."""
    (sheet,) = re.findall(b"<sheet [^>]*>", part_of(path, "xl/workbook.xml"))
    ways = [b'name="%d" sheetId="%d"' % (number, number) for number in range(1, 101)]
    sheets = b"".join(re.sub(b'name="[^"]*" sheetId="1"', way, sheet) for way in ways)
    return with_rows(changed(path, sheet, sheets, "xl/workbook.xml"), (b"<row>" + b"<c/>" * 10 + b"</row>") * 500)


def with_cell(path: Path, row: int, column: int) -> Path:
    book = openpyxl.load_workbook(path)
    book.active.cell(row, column).value = "x"
    book.save(path)
    return path


def disguised(path: Path) -> Path:
    """The zip's list of contents says that its largest part has a hundred bytes."""
    size = (30_000_000).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(size, (100).to_bytes(4, "little")))
    return path


HARMFUL = {
    "macro": (lambda path: rewritten(path, xl__vbaProject_dot_bin=b"x"), "macro"),
    "macro-name": (lambda path: Path(shutil.move(path, path.with_suffix(".xlsm"))), "macro"),
    "external-link": (lambda path: rewritten(path, xl__externalLinks__externalLink1_dot_xml=b"<x/>"), "tệp khác"),
    "formula": (formula_without_value, "công thức chưa có kết quả"),
    "bomb": (lambda path: rewritten(path, xl__media__a_dot_xml=b"0" * 30_000_000), "quá lớn sau khi giải nén"),
    "entities": (lambda path: rewritten(path, xl__styles_dot_xml=b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), "không do Excel"),
    "bomb-in-disguise": (lambda path: disguised(rewritten(path, xl__media__a_dot_xml=b"0" * 30_000_000)), "bị hỏng"),
    "merge-of-everything": (lambda path: merged_over(path, "A20:XFD1048576"), "ô gộp quá rộng"),
    "merge-with-spaces": (lambda path: merged_as(path, b'<mergeCell ref = "%s"/>' % MANY), "ô gộp quá rộng"),
    "merge-in-a-prefix": (lambda path: merged_as(path, b'<a:mergeCell xmlns:a="x" ref="%s"/>' % MANY), "ô gộp quá rộng"),
    "merge-without-end": (lambda path: merged_as(path, b"<mergeCell " * 200_000), "bị hỏng"),
    "link-over-everything": (lambda path: linked(path, b'<hyperlink ref="%s" location="x"/>' % MANY), "liên kết quá rộng"),
    "link-over-columns": (lambda path: linked(path, b'<hyperlink ref="A:Z" location="x"/>'), "liên kết quá rộng"),
    "links": (many_links, "quá nhiều liên kết"),
    "comment-over-everything": (commented, "chú thích quá rộng"),
    "comments-under-another-name": (lambda path: commented(path, "xl/a.dat"), "chú thích quá rộng"),
    "utf-16": (in_utf_16, "không do Excel"),
    "sheet-under-another-name": (under_another_name, "ô gộp quá rộng"),
    "shared-formula": (shared_formula, "quá nhiều công thức"),
    "one-sheet-shown-often": (shown_often, "quá nhiều ô"),
    "rows-of-nothing": (lambda path: with_rows(path, b"<row/>" * 900_000), "quá lớn sau khi giải nén"),
    "number-format": (lambda path: changed(path, b"<fonts", b'<numFmt formatCode="%s"/><fonts' % (b"[" * 1000), "xl/styles.xml"),
                      "không do Excel"),
    "merge-of-nonsense": (lambda path: merged_over(path, "A20:nowhere"), "bị hỏng"),
    "far-cell": (lambda path: with_cell(path, 1_048_576, 16_384), "quá rộng"),
    "word": (lambda path: Path(shutil.copy(TEMPLATES / "forms" / "BC03.docx", path)), "bị hỏng"),
    "web-page": (lambda path: path.write_text("<html><table>") and path, "không phải tệp Excel"),
    "cells": (lambda path: rewritten(path, xl__worksheets__sheet1_dot_xml=b"<x>" + b"<c/>" * 150_000 + b"</x>"), "quá nhiều ô"),
    "locked": (lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600)) and path, "mật khẩu"),
    "huge": (lambda path: path.write_bytes(b"PK" + bytes(6_000_000)) and path, "nhỏ hơn 5 MB"),
    "text": (lambda path: path.write_text("STT;Đơn vị") and path, "không phải tệp Excel"),
    "empty": (lambda path: path.write_bytes(b"") == 0 and path, "không phải tệp Excel"),
    "torn": (lambda path: path.write_bytes(path.read_bytes()[:2000]) and path, "bị hỏng"),
}
