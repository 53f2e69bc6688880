"""A form of a unit and a period, filled in and ready to sign."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Callable, Mapping

from generator.consequences.rule_periods import period_on
from generator.model import Rules, Unit
from generator.model.rows import row_for_each
from generator.reports import annual, plans, results
from generator.reports.forms import FormPage, ReportForm, read_form, read_page
from generator.reports.period import NoReport, ReportPeriod
from generator.reports.rows import Request, Rows, field_names
from generator.reports.sheet import Cell, ReportSheet
from generator.site.form_sets import FormContent
from generator.site.formatting import QUARTERS, party_committee, short_day
from generator.site.site import Site


@dataclass(frozen=True)
class _Kind:
    row: type
    make: Callable[[Request], Rows]
    is_plan: bool = False


_KINDS = row_for_each(FormContent, {
    FormContent.DISTRICT_PLANS: _Kind(plans.DistrictPlan, plans.district_plans, is_plan=True),
    FormContent.COMMUNE_PLANS: _Kind(plans.CommunePlan, plans.commune_plans, is_plan=True),
    FormContent.DIALOGUES_HELD: _Kind(results.HeldDialogue, results.held),
    FormContent.OPINIONS: _Kind(results.OpinionHandled, results.handled),
    FormContent.YEAR: _Kind(annual.DistrictYear, annual.years),
})


def report_sheet(site: Site, code: str, unit: Unit | None, period: ReportPeriod) -> ReportSheet:
    """The form ``code`` of a unit and those below it, or of the whole city. Raises NoReport.

    Figures are of the site's day, or of the period's last day where that is earlier; what goes on after it, such as
    commitments, is of the site's day. The same records and the same day give the same.
    """
    rules = period_on(site.register.rules[period.year], period.last_day).rules
    forms = site.form_set(rules)
    if code not in forms.forms:
        raise NoReport(f"biểu phải là một trong các biểu của kỳ {period.text}: {', '.join(forms.forms)}; đang ghi '{code}'")
    kind, today = _KINDS[forms.forms[code]], site.today.as_date()
    made = kind.make(Request(site, read_page(forms), unit, period, code))
    sheet = form_sheet(
        site, rules, code, kind.row, made, unit, lambda page: _subtitle(page, period, today, kind.is_plan),
        min(period.last_day, today),
    )
    return replace(sheet, is_plan=kind.is_plan)


def form_sheet(
    site: Site, rules: Rules, code: str, row: type, made: Rows, unit: Unit | None, subtitle: Callable[[FormPage], str],
    made_for: date,
) -> ReportSheet:
    """Rows of the type ``row`` laid out as the form of the ``rules`` says, with what stands around every form. Raises
    NoReport."""
    forms = site.form_set(rules)
    form, page = read_form(forms, code, field_names(row)), read_page(forms)
    facts = site.register.facts
    titles = (form.title, subtitle(page), *((site.words.feeds["sample"],) if facts.sample else ()))
    return ReportSheet(
        name=code, left=(page.superior.format(committee=site.committee, place=facts.place).upper(), _reporter(site, unit)),
        right=(page.party, page.mark.format(code=code) if code in forms.forms else ""), titles=titles, columns=form.columns,
        rows=tuple(_cells(form, number, vars(row)) for number, row in enumerate(made.rows, 1)),
        total=_cells(form, None, {**made.total, "unit": page.total}) if made.total else None,
        notes=_notes(form, page, made), place_and_day=page.place_and_day.format(place=unit.own_name if unit else facts.place),
        signatures=page.signatures, sign_here=page.sign_here, made_for=made_for,
        as_of=site.today.as_date(), sample=facts.sample, addressee=site.addressee(rules), letter=forms.path(f"{code}.docx"),
    )


def _reporter(site: Site, unit: Unit | None) -> str:
    """Whose report it is, in capitals: "QUẬN ỦY HỒNG BÀNG", or the office that keeps the register."""
    if unit is None:
        return site.register.facts.publisher.upper()
    return f"{party_committee(unit, site.words)} {unit.own_name}".upper()


def _subtitle(page: FormPage, period: ReportPeriod, today: date, is_plan: bool) -> str:
    if is_plan:
        text = page.planned_quarter if period.quarter else page.plan
    else:
        text = page.quarter if period.quarter else page.year
    quarter = QUARTERS[period.quarter - 1] if period.quarter else ""
    first, last, as_of = map(short_day, (period.first_day, min(period.last_day, today), today))
    text = text.format(year=period.year, quarter=quarter, first=first, last=last, as_of=as_of)
    return page.later.format(text=text, as_of=as_of) if period.last_day < today and not is_plan else text


def _cells(form: ReportForm, number: int | None, row: Mapping[str, Any]) -> tuple[Cell, ...]:
    values = {**row, "number": number}
    return tuple(values.get(column.field) if column.field else None for column in form.columns)


def _notes(form: ReportForm, page: FormPage, made: Rows) -> tuple[str, ...]:
    """On what the rows leave out, and on each column shown whose sum leaves something out."""
    return *made.remarks, *(
        page.note.format(column=column.whole_heading, text=made.notes[column.field])
        for column in form.columns if column.field and column.field in made.notes
    )
