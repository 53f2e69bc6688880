"""The command that writes down what units have sent: receive."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.commands.checked_site import checked_site
from generator.commands.lenient import LenientReport
from generator.commands.named_units import id_said
from generator.commands.options import Where, as_of_option, content_option, day_option, problems_told, templates_option
from generator.consequences.inheritance import answering
from generator.consequences.rule_periods import periods_of
from generator.editing.record_changes import NotWritten
from generator.editing.submissions import add_submissions
from generator.model import Register, Report, Unit
from generator.model.rows import row_for_each
from generator.model.submissions import Submission
from generator.reading.declared_fields import fields_of
from generator.site.form_sets import FormContent
from generator.site.short_days import short_day
from generator.site.site import Site
from generator.text.said_values import day_said


@click.command()
@click.argument("sent", metavar="REPORT", type=LenientReport([kind.value for kind in Report], fields_of(Submission)["report"]))
@click.argument("units", metavar="UNIT...", nargs=-1, required=True)
@click.option("--year", type=int, metavar="NĂM", help="Năm của báo cáo; mặc định: năm nay.")
@day_option("--sent-on", "Ngày gửi; mặc định: hôm nay.")
@click.option("--note", help="Ghi chú, ví dụ gửi bổ sung biểu nào.")
@content_option
@as_of_option
@templates_option
def receive(
    sent: str, units: tuple[str, ...], year: int | None, sent_on: date | None, note: str | None, content: Path,
    as_of: date | None, templates: Path,
) -> None:
    """Ghi rằng các đơn vị UNIT đã gửi REPORT: registration (kế hoạch, đăng ký), q1 đến q4 (báo cáo quý) hoặc annual."""
    with problems_told(NotWritten):
        if day := next(filter(day_said, units), None):
            raise NotWritten(f"'{day}' không phải đơn vị; ngày gửi thì ghi --sent-on {day}")
        site = checked_site(Where(content, as_of, templates))
        today = site.today.as_date()
        sent, year = _in_year(sent, year, site.year)
        report = _report_of(site, sent, year)
        of_year = [unit for unit in site.register.districts() if _is_of_year(unit, year)]
        named = [id_said(unit, of_year, site.register) for unit in units]
        for id in named:
            if unit := site.register.units.get(id):
                _there_to_send(site.register, unit, year, sent_on or today)
        path = add_submissions(content, site.register, year, report, named, sent_on or today, note, today)
    click.secho(f"Đã ghi vào {content / path}.", fg="green")


def _is_of_year(unit: Unit, year: int) -> bool:
    """Whether it was there on any day of the year: after a reform a ward may have the name of a district that is no more."""
    first, last = unit.facts.exists_from or date.min, unit.facts.exists_until or date.max
    return first.year <= year <= last.year


def _there_to_send(register: Register, unit: Unit, year: int, sent_on: date) -> None:
    """Raises NotWritten for a unit that was no more on the day, with those after it, or not yet there in the year."""
    first, last = unit.facts.exists_from, unit.facts.exists_until
    if last and last < sent_on:
        after = ", ".join(heir.id for heir in answering(register, unit, sent_on))
        heirs = f" Sau đó là: {after}." if after else ""
        earlier = f"Đã gửi từ trước thì ghi ngày gửi: --sent-on {last}, hoặc sớm hơn."
        raise NotWritten(f"{unit.id}: đơn vị không còn sau ngày {short_day(last)}.{heirs} {earlier}")
    if first and first.year > year:
        raise NotWritten(f"{unit.id}: đơn vị có từ ngày {short_day(first)}, không gửi gì cho năm {year}")


def _in_year(sent: str, year: int | None, this_year: int) -> tuple[str, int]:
    """``sent`` may be a quarter that names its year, 2023-Q3. Raises NotWritten where that is another than ``year``."""
    named, quarter, of_quarter = sent.partition("-Q")
    if not quarter:
        return sent, year or this_year
    if year and int(named) != year:
        raise NotWritten(f"REPORT nói năm {named}, --year nói năm {year}; hãy bỏ một trong hai")
    return f"q{of_quarter}", int(named)


_OF_FORMS = row_for_each(FormContent, {
    FormContent.DISTRICT_PLANS: Report.REGISTRATION, FormContent.COMMUNE_PLANS: Report.REGISTRATION,
    FormContent.DIALOGUES_HELD: None, FormContent.OPINIONS: None, FormContent.YEAR: Report.ANNUAL,
})
"""The report that a form is sent with; None for those of every quarter."""


def _report_of(site: Site, sent: str, year: int) -> str:
    """``sent`` is a report, or the code of a form of the year. Raises NotWritten."""
    if sent in list(Report):
        return sent
    rules = site.register.rules.get(year)
    forms = [period.rules for period in periods_of(rules)] if rules else []
    contents = [site.form_set(of_period).forms.get(sent) for of_period in forms]
    report = next((report for content in contents if content and (report := _OF_FORMS[content])), None)
    if report is None:
        choices = ", ".join(Report)
        raise NotWritten(f"không rõ biểu {sent} của năm {year} gửi với báo cáo nào; hãy ghi một trong: {choices}")
    return report.value


COMMANDS = (receive,)
