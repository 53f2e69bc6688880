"""The text that goes with a report, from a Word template that the office can change as it likes."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import jinja2

from generator.reports.period import NoReport
from generator.reports.sheet import Cell, ReportSheet
from generator.site.formatting import number, short_day

UNKNOWN = "…"


def letter_docx(sheet: ReportSheet) -> bytes | None:
    """The template ``forms/<form>.docx`` filled in, None where there is none; the same sheet gives the same bytes.

    In the template ``{{ field }}`` is a column's cell in the last line of the form, and ``superior``, ``reporter``,
    ``title``, ``period``, ``place_and_day``, ``addressee`` are what stands around it, and ``notes`` the lines below it, which
    say what the sums leave out. Raises NoReport for a name that nobody knows.
    """
    path = sheet.letter
    if path is None or not sheet.rows:
        return None
    last = sheet.total or sheet.rows[-1]
    shown = {column.field: _shown(cell) for column, cell in zip(sheet.columns, last, strict=True) if column.field}
    superior, reporter = sheet.left
    from docxtpl import DocxTemplate  # slow to import, and few commands need it

    letter = DocxTemplate(path)
    try:
        letter.render({
            **shown, "superior": superior, "reporter": reporter, "title": sheet.titles[0], "period": sheet.titles[1],
            "marks": " ".join(sheet.titles[2:]), "place_and_day": sheet.place_and_day, "addressee": sheet.addressee,
            "notes": sheet.notes,
        }, jinja2.Environment(undefined=jinja2.StrictUndefined), autoescape=True)
    except jinja2.TemplateError as error:
        raise NoReport(f"forms/{path.name}: {error}") from None
    file = io.BytesIO()
    letter.save(file)
    return _without_times(file.getvalue())


def _shown(cell: Cell) -> str:
    if cell is None:
        return UNKNOWN
    if isinstance(cell, date):
        return short_day(cell)
    return number(cell) if isinstance(cell, int) else cell


def _without_times(archive: bytes) -> bytes:
    """A zip archive dates each of its parts, which the moment of writing must not do."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), old.read(name), zipfile.ZIP_DEFLATED)
    return file.getvalue()
