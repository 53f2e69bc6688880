"""What is owed in sums that fit one screen: how much of each kind, and of each unit, is overdue or still has time."""

from __future__ import annotations

from collections import Counter
from textwrap import wrap
from typing import Iterable, Sequence

from generator.consequences.duty import Duty, DutyKind, DutyState
from generator.consequences.standings import Standing
from generator.model import Unit
from generator.model.groups import grouped
from generator.site.formatting import number, short_day
from generator.site.site import Site

MOST_UNITS = 15
"""Those with most overdue; the others, if they are more than one, are summed in a line, so that the block stays one screen."""
_WIDTH = 9
"""Of a column, in letters: heads are two short words, one below the other."""
_DAY_WIDTH = 12

_Row = tuple[str, Sequence[Duty]]


def duty_sums(site: Site, owed: Sequence[Duty], unit: Unit | None) -> list[str]:
    """Lines of a table: all, each kind, and each unit at the top, or each of those below ``unit`` whose list it is."""
    words, labels = site.words, site.words.labels
    kinds = [(words.duty_kind[kind], [duty for duty in owed if duty.kind == kind]) for kind in DutyKind]
    units = _units(site, owed, unit)
    parts: list[list[_Row]] = [[(labels.duty_all, owed), *((name, of_kind) for name, of_kind in kinds if of_kind)]]
    parts += [units] if len(units) > 1 else []
    wide = max(len(name) for part in parts for name, _ in part)
    heads = [_on_two_lines(head) for head in (*(words.duty_state[state] for state in DutyState), labels.duty_next)]
    lines = [_line(wide, "", [head[place] for head in heads]) for place in (0, 1)]
    for part in parts:
        lines += [*(_line(wide, name, _cells(duties)) for name, duties in part), ""]
    if posts := _posts(site, owed):
        lines += [*wrap(posts, 100, initial_indent="  ", subsequent_indent="  "), ""]
    if any(len(_summed_under(duty, unit)) > 1 for duty in owed):
        lines += [f"  {labels.duty_of_several}", ""]
    return lines[:-1]


def _posts(site: Site, owed: Iterable[Duty]) -> str:
    """A unit's duty may be of two posts, which the page of progress counts one by one; empty where no duty is of a post."""
    words, of_standing = site.words, Counter[Standing]()
    for duty in owed:
        if duty.standing:
            of_standing[duty.standing] += len(duty.posts)
    told = [f"{number(of_standing[one])} {words.standing[one].lower()}" for one in Standing if one in of_standing]
    return words.labels.duty_posts.format(standings="; ".join(told)) if told else ""


def _units(site: Site, owed: Sequence[Duty], unit: Unit | None) -> list[_Row]:
    """The one with most overdue first, those alike in the order of the register; two may have one name."""
    units = site.register.units
    order = {id: place for place, id in enumerate(units)}
    found = grouped((id, duty) for duty in owed for id in _summed_under(duty, unit))
    rows = sorted(found.items(), key=lambda row: (*(-count for count in _counts(row[1])), order.get(row[0], len(order))))
    shown = rows if len(rows) <= MOST_UNITS + 1 else rows[:MOST_UNITS]
    named: list[_Row] = [(units[id].name if id in units else site.register.facts.place, of_unit) for id, of_unit in shown]
    if others := {id for id, _ in rows[len(shown) :]}:
        rest = [duty for duty in owed if not others.isdisjoint(_summed_under(duty, unit))]
        named.append((site.words.labels.duty_other_units.format(count=number(len(others))), rest))
    return named


def _summed_under(duty: Duty, unit: Unit | None) -> set[str]:
    """Ids of the units at the top, or of those below ``unit``; "" is the city, where nobody is left to be asked."""
    if not duty.asked:
        return {""}
    return {asked.top_id if unit is None else asked.id for asked in duty.asked if unit is None or asked.lies_in(unit)}


def _counts(owed: Iterable[Duty]) -> list[int]:
    states = [duty.state for duty in owed]
    return [states.count(state) for state in DutyState]


def _cells(owed: Sequence[Duty]) -> list[str]:
    """How many of each state, and the next day that is not past."""
    days = [duty.due for duty in owed if duty.due and duty.state != DutyState.OVERDUE]
    return [*map(number, _counts(owed)), short_day(min(days)) if days else "–"]


def _line(wide: int, name: str, cells: Sequence[str]) -> str:
    counts = "".join(f"{cell:>{_WIDTH}}" for cell in cells[:-1])
    return f"  {name:<{wide}}{counts}{cells[-1]:>{_DAY_WIDTH}}".rstrip()


def _on_two_lines(head: str) -> tuple[str, str]:
    """One or two words stay together; more are cut where the longer part is shortest."""
    parts = head.split()
    if len(parts) < 3:
        return "", head
    cut = min(range(1, len(parts)), key=lambda at: max(len(" ".join(parts[:at])), len(" ".join(parts[at:]))))
    return " ".join(parts[:cut]), " ".join(parts[cut:])
