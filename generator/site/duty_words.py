"""What is owed in words: the task, how long it still has, and the whole list as text for a terminal or a letter."""

from __future__ import annotations

from itertools import chain, groupby
from textwrap import wrap
from typing import Iterable, Sequence

from generator.consequences.duty import Duty
from generator.consequences.standings import Standing
from generator.model import Unit
from generator.model.groups import grouped
from generator.site.duty_sums import duty_sums
from generator.site.formatting import number, period_text, short_day, unit_place
from generator.site.site import Site

FEWEST_TOGETHER = 4
"""As many duties alike are one entry of the list."""
FEWEST_SUMMED = 20
"""A list of fewer duties is one screen, and needs no sums."""


def duty_text(site: Site, duty: Duty) -> str:
    """"Gửi báo cáo quý III (BC01, BC02) năm 2023", without the unit that owes it."""
    view, commitment, words = duty.dialogue, duty.commitment, site.words
    registration = view.dialogue.registration if view else None
    standing = words.standing[duty.standing].lower() if duty.standing else ""
    says_itself = duty.standing in (None, Standing.NOT_REGISTERED)
    return words.duty[duty.kind].format(
        year=duty.year,
        report=site.report_name(duty.report, duty.year) if duty.report else "",
        posts=words.titles["and"].join(words.post[post] for post in duty.posts),
        standing=standing,
        though="" if says_itself else words.labels.duty_though.format(standing=standing),
        dialogue=site.title_of(view.dialogue) if view else "",
        period=period_text(registration.period) if registration else "",
        agency=commitment.agency if commitment else "",
        commitment=commitment.text if commitment else "",
    )


def asked_text(site: Site, duty: Duty) -> str:
    """Who is asked, and of which unit it is where that is another: "Phường Hồng Bàng (của đơn vị cũ Phường Sở Dầu)"."""
    about = unit_place(duty.unit, site.register)
    if any(asked.id == duty.unit.id for asked in duty.asked):
        return about
    asked = "; ".join(unit_place(unit, site.register) for unit in duty.asked) or site.register.facts.place
    return site.words.labels.of_old_unit.format(asked=asked, unit=about)


def duty_days(site: Site, duty: Duty) -> str:
    """"còn 3 ngày", "quá 12 ngày", "hôm nay là ngày cuối"; empty where no day is set."""
    if duty.days is None:
        return site.words.duty_days[duty.state]
    return site.words.duty_days[duty.state if duty.days else "last"].format(days=number(duty.days))


def duty_list_text(site: Site, owed: Sequence[Duty], unit: Unit | None = None) -> str:
    """Sums first where there is much; then a line for each duty, under a heading for each state; what many units owe alike is
    said once, with their names below it. ``unit`` is the one whose list it is, None for all. Ends with a line end."""
    lines = [site.words.labels.duty_list.format(day=short_day(site.today.as_date()), count=number(len(owed)))]
    if site.register.facts.sample:
        lines[0] = f"{site.words.feeds['sample']} {lines[0]}"
    if len(owed) >= FEWEST_SUMMED:
        lines += ["", *duty_sums(site, owed, unit)]
    for state, of_state in groupby(owed, key=lambda duty: duty.state):
        group = list(of_state)
        lines += ["", f"{site.words.duty_state[state].upper()} ({number(len(group))})"]
        lines += [line for alike in _alike(site, group) for line in _lines(site, alike)]
    return "\n".join(lines) + "\n"


def _alike(site: Site, owed: Sequence[Duty]) -> Iterable[list[Duty]]:
    """Those of one day and one task together where they are many, else each by itself; where the first of them stands."""
    found = grouped(((duty.due, duty_text(site, duty)), duty) for duty in owed)
    return chain.from_iterable(
        [group] if len(group) >= FEWEST_TOGETHER else [[duty] for duty in group] for group in found.values()
    )


def _lines(site: Site, alike: Sequence[Duty]) -> list[str]:
    duty, task = alike[0], duty_text(site, alike[0])
    units = [asked_text(site, owing) for owing in alike]
    many = len(alike) >= FEWEST_TOGETHER
    text = site.words.labels.duty_group.format(task=task, count=number(len(alike))) if many else f"{units[0]}: {task}"
    line = f"  {short_day(duty.due):>10}  {duty_days(site, duty)}  {text}" if duty.due else f"  {text}"
    return [line, *(wrap("; ".join(units), 100, initial_indent="    ", subsequent_indent="    ") if many else ())]
