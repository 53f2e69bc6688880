"""The commands for what is owed and what is sent up: due, report."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Mapping

import click

from generator.commands.checked_site import checked_site
from generator.commands.lenient import LenientChoice, PeriodOption, part_of
from generator.commands.named_units import id_said
from generator.commands.notices import missing_rules_told
from generator.commands.options import FOLDER, Where, problems_told, where_options
from generator.consequences.duties import duties
from generator.model import Register, Unit
from generator.model.nearest_unit import nearest_unit
from generator.publications.deadlines import deadline_calendar
from generator.reports import NoReport, ReportCutoff, report_period, report_sheet
from generator.reports.csv_text import sheet_csv
from generator.reports.duty_sheet import duty_sheet
from generator.reports.letter import letter_docx
from generator.reports.workbook import sheet_xlsx
from generator.site.duty_words import duty_list_text

ALL = "all"
_unit = click.option(
    "--unit", "unit_id", default=ALL, show_default=True, help="Mã hoặc tên đơn vị; all: mọi đơn vị.",
)
_replace = click.option("--replace", is_flag=True, help="Thay tệp cũ cùng tên.")


class NotReplaced(Exception):
    """A file of that name says something else; it is left as it is."""


@click.command()
@_unit
@click.option(
    "--format", "form", type=LenientChoice(["text", "xlsx", "ics"]), default="text", show_default=True,
    help="Dạng kết quả.",
)
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False),
    help="Tệp để ghi; không có thì in ra màn hình (text, ics).",
)
@_replace
@where_options
def due(unit_id: str, form: str, out: Path | None, replace: bool, where: Where) -> None:
    """Những việc phải làm và hạn của từng việc, việc quá hạn đứng trước."""
    with problems_told(NoReport, NotReplaced):
        if form == "xlsx" and out is None:
            raise NoReport("--out: phải nêu tên tệp, ví dụ --out viec-phai-lam.xlsx")
        site = checked_site(where)
        missing_rules_told(site)
        unit = _unit_named(site.register, unit_id)
        owed = duties(site, unit)
        if form == "text":
            made = duty_list_text(site, owed, unit).encode("utf-8")
        elif form == "ics":
            made = deadline_calendar(site, _reporting(unit))
        else:
            made = sheet_xlsx(duty_sheet(site, owed, unit))
        if out is None:
            click.echo(made.decode("utf-8"), nl=False)
        else:
            _write({out: made}, replace)


@click.command("report")
@click.argument("form", metavar="BIỂU")
@_unit
@click.option(
    "--period", type=PeriodOption(), required=True, metavar="NĂM[-QUÝ]",
    help="Năm, quý, hoặc năm đến hết một ngày: 2023, 2023-Q3, 2025-06-30.",
)
@click.option(
    "--cutoff", type=LenientChoice([cutoff.value for cutoff in ReportCutoff]), default=ReportCutoff.ANNUAL_REPORT.value,
    show_default=True, help="Mốc chốt số liệu của báo cáo năm: báo cáo năm hoặc hết năm.",
)
@click.option("--out", type=FOLDER, required=True, help="Thư mục để ghi.")
@_replace
@where_options
def make_report(form: str, unit_id: str, period: str, cutoff: str, out: Path, replace: bool, where: Where) -> None:
    """Lập một biểu trong bộ biểu của kỳ ấy: tệp .xlsx để in, ký, tệp .csv, và lời văn .docx nếu có mẫu."""
    with problems_told(NoReport, NotReplaced):
        site = checked_site(where)
        unit = _reporting(_unit_named(site.register, unit_id))
        time = report_period(site.register, _begun(period, site.today.as_date()), ReportCutoff(cutoff))
        sheet = report_sheet(site, form.upper(), unit, time)
        name = "-".join((form.upper(), unit.id.replace("/", "-") if unit else ALL, time.text))
        if time.quarter is None and not sheet.is_plan:
            name += f"-den-{sheet.made_for.isoformat()}"
        files = {out / f"{name}.xlsx": sheet_xlsx(sheet), out / f"{name}.csv": sheet_csv(sheet)}
        if letter := letter_docx(sheet):
            files[out / f"{name}.docx"] = letter
        out.mkdir(parents=True, exist_ok=True)
        _write(files, replace)


def _begun(period: str, today: date) -> str:
    """A quarter that is named without a year is one of this year, if it has begun."""
    said = part_of(today.year, period)
    return said.text if said and said.first_day <= today else period


def _unit_named(register: Register, id: str) -> Unit | None:
    """None for all. Raises NoReport with the unit that was meant."""
    if id == ALL:
        return None
    if (named := id_said(id, register.units.values(), register)) in register.units:
        return register.units[named]
    near = nearest_unit(register.units, id)
    raise NoReport(f"--unit: không có đơn vị '{id}'" + (f"; có phải '{near}'?" if near else ""))


def _reporting(unit: Unit | None) -> Unit | None:
    """The unit itself, if it is one that reports to the city. Raises NoReport."""
    if unit and unit.parent_id:
        raise NoReport(f"--unit: đơn vị này báo cáo qua đơn vị cấp trên, hãy ghi '{unit.parent_id}'")
    return unit


def _write(files: Mapping[Path, bytes], replace: bool) -> None:
    """All or none. Raises NotReplaced."""
    for path, made in files.items():
        if not replace and path.exists() and path.read_bytes() != made:
            raise NotReplaced(f"{path}: đã có tệp này với nội dung khác; dùng --replace để thay, hoặc ghi vào chỗ khác")
    for path, made in files.items():
        path.write_bytes(made)
        click.secho(f"Đã ghi {path}", fg="green", file=sys.stderr)


COMMANDS = (due, make_report)
