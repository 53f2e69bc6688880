"""What is owed in words: the task, how long it still has, and the whole list as text for a terminal or a letter."""

from __future__ import annotations

from itertools import groupby
from typing import Sequence

from generator.consequences.duties import Duty
from generator.site.formatting import dialogue_title, number, period_text, short_day, unit_place
from generator.site.site import Site


def duty_text(site: Site, duty: Duty) -> str:
    """"Gửi báo cáo quý III (BC01, BC02) năm 2023", without the unit that owes it."""
    view, commitment, words = duty.dialogue, duty.commitment, site.words
    registration = view.dialogue.registration if view else None
    return words.duty[duty.kind].format(
        year=duty.year,
        report=site.report_name(duty.report, duty.year) if duty.report else "",
        posts=words.titles["and"].join(words.post[post] for post in duty.posts),
        standing=words.standing[duty.standing].lower() if duty.standing else "",
        dialogue=dialogue_title(view.dialogue, site.register, words) if view else "",
        period=period_text(registration.period) if registration else "",
        agency=commitment.agency if commitment else "",
        commitment=commitment.text if commitment else "",
    )


def duty_days(site: Site, duty: Duty) -> str:
    """"còn 3 ngày", "quá 12 ngày", "hôm nay là ngày cuối"; empty where no day is set."""
    if duty.days is None:
        return site.words.duty_days[duty.state]
    return site.words.duty_days[duty.state if duty.days else "last"].format(days=number(duty.days))


def duty_list_text(site: Site, owed: Sequence[Duty]) -> str:
    """A line for each duty, under a heading for each state; ends with a line end."""
    lines = [site.words.labels.duty_list.format(day=short_day(site.today.as_date()), count=number(len(owed)))]
    if site.register.facts.sample:
        lines[0] = f"{site.words.feeds['sample']} {lines[0]}"
    for state, of_state in groupby(owed, key=lambda duty: duty.state):
        group = list(of_state)
        lines += ["", f"{site.words.duty_state[state].upper()} ({number(len(group))})"]
        lines += [_line(site, duty) for duty in group]
    return "\n".join(lines) + "\n"


def _line(site: Site, duty: Duty) -> str:
    text = f"{unit_place(duty.unit, site.register)}: {duty_text(site, duty)}"
    return f"  {short_day(duty.due):>10}  {duty_days(site, duty)}  {text}" if duty.due else f"  {text}"
