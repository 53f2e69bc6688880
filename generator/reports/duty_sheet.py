"""What is owed as a sheet, for whoever calls the offices."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Sequence

from generator.consequences.duty import Duty
from generator.model import Unit
from generator.reports.filled_forms import form_sheet
from generator.reports.rows import Rows
from generator.reports.sheet import ReportSheet
from generator.site.duty_words import asked_text, duty_days, duty_text
from generator.site.formatting import short_day
from generator.site.site import Site
from generator.tables.table import public_address

FORM = "viec-phai-lam"


@dataclass(frozen=True)
class DutyRow:
    state: str
    due: date | None
    days: str
    unit: str
    task: str
    page: str | None


def duty_sheet(site: Site, owed: Sequence[Duty], unit: Unit | None) -> ReportSheet:
    """``unit`` is the one whose list it is, None for all. Raises NoReport for a layout that cannot be read."""
    rows = Rows([
        DutyRow(
            state=site.words.duty_state[duty.state], due=duty.due, days=duty_days(site, duty),
            unit=asked_text(site, duty), task=duty_text(site, duty),
            page=public_address(site, duty.dialogue.page) if duty.dialogue else None,
        )
        for duty in owed
    ])
    today = site.today.as_date()
    return form_sheet(
        site, site.rules, FORM, DutyRow, rows, unit,
        lambda page: page.as_of.format(last=short_day(today)), today,
    )
