"""Whether a year can be closed: what is still open, which is all that is owed and late, and posts without credit; and what is
written down of a year that is closed all the same."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Iterator

from generator.consequences.clocks import Clock, Step
from generator.consequences.duties import duties
from generator.consequences.duty import Duty, DutyKind, DutyState
from generator.consequences.ledger import LedgerEntry
from generator.consequences.standings import Standing
from generator.consequences.views import DialogueView
from generator.editing.record_changes import NotWritten, edit_file
from generator.editing.record_entries import composed_fields, filled
from generator.editing.yaml_additions import with_added
from generator.model import Report, Rules
from generator.model.groups import grouped
from generator.site.duty_words import FEWEST_TOGETHER, duty_days, duty_text
from generator.site.formatting import number, post_title, short_day, unit_place
from generator.site.site import Site


def open_matters(site: Site, year: int) -> Iterator[str]:
    """A line for each thing of the year that is not settled, as of the site's day.

    A dialogue is settled when it was held or cancelled (which takes a reason). Whatever ``duties`` has of the year is open too,
    also within its time, since the archive would be without it: so are posts that can still plan or hold a dialogue. A promise
    that is not overdue is not: it goes on.
    """
    end = site.register.rules[year].cutoffs.year_end
    if site.today <= end:
        yield f"Năm {year} chưa hết: số liệu còn thay đổi đến hết ngày {short_day(end)}."
    owed = [duty for duty in duties(site) if duty.year == year and _is_open(duty)]
    yield from _reports(site, [duty for duty in owed if duty.kind == DutyKind.SEND_REPORT])
    yield from _posts(site, [duty for duty in owed if duty.posts])
    of_dialogues = grouped((duty.dialogue.dialogue.id, duty) for duty in owed if duty.dialogue)
    for view in site.views.by_year[year]:
        about = of_dialogues.get(view.dialogue.id, [])
        yield from (f"{view.dialogue.id}: {matter}" for matter in _of_dialogue(site, view, about))


def _is_open(duty: Duty) -> bool:
    return duty.kind != DutyKind.KEEP_COMMITMENT or duty.state == DutyState.OVERDUE


def write_closing(content: Path, site: Site, year: int, open: int, even_though: str | None) -> None:
    """Writes into ``rules/<year>.yml`` that the year is closed on the site's day though ``open`` things are, and why, if that
    is told. What is written there of an earlier closing stays. Raises NotWritten."""
    path = f"rules/{year}.yml"
    if before := site.register.rules[year].closing:
        if even_though not in (None, before.even_though):
            raise NotWritten(f"{path}: closing đã ghi năm {year} đóng ngày {before.closed_on}, với lý do khác")
        return
    today = site.today.as_date()
    closing = {"closed_on": today.isoformat(), "open": str(open), "even_though": even_though}
    fields = {"closing": composed_fields(filled(closing))}
    edit_file(content, path, lambda text: with_added(text, fields, lambda place: tuple(Rules.model_fields)), today)


def posts_without_credit(site: Site, year: int) -> Iterator[str]:
    """Each post that owed a dialogue and has none, with its standing in words, in the register's order."""
    for entry in _without_credit(site, year):
        post = post_title(entry.post, entry.unit, site.words)
        yield f"{post}, {unit_place(entry.unit, site.register)}: {site.words.standing[entry.standing]}"


def standings_without_credit(site: Site, year: int) -> Iterator[str]:
    """How many of those posts have each standing, in the order of the page of progress."""
    of_standing = Counter(entry.standing for entry in _without_credit(site, year))
    yield from (f"{number(of_standing[one])} {site.words.standing[one].lower()}" for one in Standing if one in of_standing)


def _without_credit(site: Site, year: int) -> Iterator[LedgerEntry]:
    end = site.register.rules[year].cutoffs.year_end
    yield from (entry for entry in site.progress(year, end).entries if entry.owed and not entry.credited)


def _reports(site: Site, owed: list[Duty]) -> Iterator[str]:
    """One line for each report, with those who have not sent it."""
    for report in Report:
        if missing := [duty for duty in owed if duty.report == report]:
            units = "; ".join(unit_place(duty.unit, site.register) for duty in missing)
            yield f"{duty_text(site, missing[0])}, {duty_days(site, missing[0])}: {units}"


def _posts(site: Site, owed: list[Duty]) -> Iterator[str]:
    """One line for all that one thing is missing for; many units are counted, since their posts are listed without credit."""
    alike = grouped((f"{duty_text(site, duty)}, {duty_days(site, duty)}", duty) for duty in owed)
    for task, found in alike.items():
        units = [unit_place(duty.unit, site.register) for duty in found]
        yield f"{task}: {f'{number(len(units))} đơn vị' if len(units) >= FEWEST_TOGETHER else '; '.join(units)}"


def _of_dialogue(site: Site, view: DialogueView, owed: list[Duty]) -> Iterator[str]:
    if not view.row.is_settled:
        title = site.title_of(view.dialogue)
        yield f"{title}: {site.words.status[view.status]}; hãy ghi hold hoặc cancel"
    for duty in owed:
        match duty.kind:
            case DutyKind.SEND_CONCLUSION:
                yield _running(site, Step.SEND, view.send)
            case DutyKind.PUBLISH_CONCLUSION:
                yield _running(site, Step.PUBLISH, view.publish)
            case DutyKind.KEEP_COMMITMENT if duty.commitment:
                said = "" if duty.commitment.updates else ", chưa có cập nhật nào"
                state = site.words.duty_state[duty.state].lower()
                yield f"cam kết {duty.commitment.id} {state} {duty.days} ngày{said}"
            case DutyKind.ANSWER_DEMAND | DutyKind.NOTIFY_COMMISSION:
                yield f"{duty_text(site, duty)}, {duty_days(site, duty)}"


def _running(site: Site, step: Step, clock: Clock) -> str:
    days = f" {clock.days_on(site.today)} ngày" if clock.is_overdue else ""
    return f"{site.words.step[step]}: {site.words.clock[clock.state].lower()}{days} (hạn {short_day(clock.due)})"
