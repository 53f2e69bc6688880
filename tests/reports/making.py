"""Forms made of a register, and what stands in them."""

from __future__ import annotations

import csv
import io
from datetime import date

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from generator.reports import ReportCutoff, ReportSheet, report_period, report_sheet
from generator.reports.csv_text import sheet_csv
from generator.reports.workbook import sheet_xlsx
from generator.site.site import Site
from tests.builders import a_held_dialogue, a_site

AS_OF = date(2023, 9, 15)


def made(site: Site, form: str, period: str = "2023", unit: str | None = None, cutoff: ReportCutoff = ReportCutoff.ANNUAL_REPORT) -> ReportSheet:
    return report_sheet(site, form, site.register.units[unit] if unit else None, report_period(site.register, period, cutoff))


def column(sheet: ReportSheet, field: str) -> list:
    place = [column.field for column in sheet.columns].index(field)
    return [row[place] for row in sheet.rows]


def total(sheet: ReportSheet, field: str) -> object:
    return sheet.total[[column.field for column in sheet.columns].index(field)]


def opened(sheet: ReportSheet) -> Worksheet:
    return openpyxl.load_workbook(io.BytesIO(sheet_xlsx(sheet))).active


def cells(page: Worksheet) -> dict:
    return {cell.value: cell for row in page.iter_rows() for cell in row if cell.value is not None}


def came(*attendance: list) -> ReportSheet:
    """BC03 of one dialogue a day, each with the attendance of its own."""
    return made(a_site(*(
        a_held_dialogue(f"a{number}", f"2023-08-{number:02}", held={"attendance": counts})
        for number, counts in enumerate(attendance, 1)
    )), "BC03")


PEOPLE, ROUNDED, HOUSEHOLDS, DELEGATES = (
    {"count": 40}, {"count": 200, "precision": "more-than"}, {"count": 50, "of": "households"}, {"count": 30, "of": "delegates"},
)


def column_of_csv(sheet: ReportSheet, heading: str) -> list[str]:
    return [row[heading] for row in csv.DictReader(io.StringIO(sheet_csv(sheet).decode("utf-8-sig")))]
