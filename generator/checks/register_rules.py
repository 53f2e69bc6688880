"""Rules on the register's own facts and on the rules of a year."""

from __future__ import annotations

import re
from datetime import date
from typing import Iterator

from generator.checks.finding import Check, Finding
from generator.model import Deadlines, Register, Rules, RulesChange
from generator.reading.field_paths import FieldPath
from generator.text.vietnamese import nearest


def address_ends_with_slash(register: Register, today: date) -> Iterator[Finding]:
    """The public address is the folder that all other addresses stand in."""
    if not register.facts.address.endswith("/"):
        yield Finding(
            "register.yml", ("address",), "phải kết thúc bằng dấu /", register.facts.address,
            f"address: {register.facts.address}/",
        )


def uid_domain_is_a_domain(register: Register, today: date) -> Iterator[Finding]:
    """RFC 7986 5.3: a calendar UID ends in something that stays the register's own for ever."""
    if not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", register.facts.uid_domain):
        must = "phải là một tên miền"
        yield Finding("register.yml", ("uid_domain",), must, register.facts.uid_domain, "uid_domain: doi-thoai.example")


def time_zone_is_vietnams(register: Register, today: date) -> Iterator[Finding]:
    """All hours of the register are of Asia/Ho_Chi_Minh, which has one offset all year."""
    if register.facts.time_zone != "Asia/Ho_Chi_Minh":
        yield Finding("register.yml", ("time_zone",), "phải là Asia/Ho_Chi_Minh", register.facts.time_zone)


def some_year_has_rules(register: Register, today: date) -> Iterator[Finding]:
    """Without a year's rules there is no target to follow."""
    if not register.rules:
        yield Finding("register.yml", (), "phải có ít nhất một tệp quy định của năm", example=f"rules/{today.year}.yml")


def target_names_a_post_once(register: Register, today: date) -> Iterator[Finding]:
    """A post that stood twice would be owed twice."""
    for year, rules in register.rules.items():
        for place, held in _as_written(rules):
            posts = held.target.posts if held.target else ()
            for position, post in enumerate(posts):
                if post in posts[:position]:
                    path = (*place, "target", "posts", position)
                    yield Finding(f"rules/{year}", path, "mỗi chức danh chỉ ghi một lần", post.value)


def basis_is_listed(register: Register, today: date) -> Iterator[Finding]:
    """Each rule names the act it comes from."""
    for year, rules in register.rules.items():
        bases: dict[FieldPath, str | None] = {("day_off_basis",): rules.day_off_basis}
        for place, held in _as_written(rules):
            bases[*place, "target", "basis"] = held.target.basis if held.target else None
            bases[*place, "deadlines", "basis"] = held.deadlines.basis if held.deadlines else None
            for level, rule in (held.conclusion or {}).items():
                bases[*place, "conclusion", level.value, "basis"] = rule.basis
        for path, basis in bases.items():
            if basis is not None and basis not in rules.legal_basis:
                must = "phải là một mã trong legal_basis: " + ", ".join(rules.legal_basis)
                yield Finding(f"rules/{year}", path, must, basis)


def cutoffs_are_in_the_year(register: Register, today: date) -> Iterator[Finding]:
    """A year's figures close at the annual report and other days of the year, and last at the year's end."""
    for year, rules in register.rules.items():
        end, annual = rules.cutoffs.year_end, rules.cutoffs.annual_report
        days: list[tuple[FieldPath, date]] = [(("annual_report",), annual)] if annual else []
        days.append((("year_end",), end))
        days += [(("others", position, "day"), cutoff.day) for position, cutoff in enumerate(rules.cutoffs.others)]
        for path, day in days:
            if day.year != year:
                must = f"phải là một ngày của năm {year}"
                yield Finding(f"rules/{year}", ("cutoffs", *path), must, day.isoformat())
        for path, day in days:
            if day > end:
                yield Finding(f"rules/{year}", ("cutoffs", *path), "không được sau ngày cuối năm", day.isoformat())


def deadline_is_near_its_year(register: Register, today: date) -> Iterator[Finding]:
    """Reports of a year are sent in it or early in the next, plans perhaps before it begins."""
    for year, rules in register.rules.items():
        parts: list[tuple[FieldPath, Deadlines | None]] = [(("deadlines",), rules.deadlines)]
        parts += [(("periods", position, "deadlines"), change.deadlines) for position, change in enumerate(rules.periods)]
        for beginning, deadlines in parts:
            for path, day in _days_of(deadlines) if deadlines else ():
                first = year - 1 if path[-1] in ("registration_before", "registration") else year
                if not first <= day.year <= year + 1:
                    must = f"hạn của năm {year} phải trong năm ấy hoặc đầu năm sau; hãy xem lại năm"
                    yield Finding(f"rules/{year}", (*beginning, *path), must, day.isoformat())


def _days_of(deadlines: Deadlines) -> Iterator[tuple[FieldPath, date]]:
    for name in ("registration_before", "annual_before", "summary_before"):
        if day := getattr(deadlines, name):
            yield (name,), day
    yield from ((("quarterly_before", position), day) for position, day in enumerate(deadlines.quarterly_before))
    yield from ((("of_reports", report.value), day) for report, day in deadlines.of_reports.items())


def periods_are_in_order(register: Register, today: date) -> Iterator[Finding]:
    """What changes within a year changes after its first day and not after its last, each change after the one above."""
    for year, rules in register.rules.items():
        above = date(year, 1, 1)
        for position, change in enumerate(rules.periods):
            path = ("periods", position, "first_day")
            if change.first_day <= above:
                must = f"phải sau ngày {above}: ghi theo thứ tự, thay đổi mới ở cuối"
                yield Finding(f"rules/{year}", path, must, change.first_day.isoformat())
            elif change.first_day > rules.cutoffs.year_end:
                must = "không được sau ngày cuối năm; thay đổi của năm sau thì ghi vào tệp của năm sau"
                yield Finding(f"rules/{year}", path, must, change.first_day.isoformat())
            above = max(above, change.first_day)


def _as_written(rules: Rules) -> Iterator[tuple[FieldPath, Rules | RulesChange]]:
    """The year's own fields, and those of each change within it, with where they stand in the record."""
    yield (), rules
    for position, change in enumerate(rules.periods):
        yield ("periods", position), change


def holiday_is_written_once(register: Register, today: date) -> Iterator[Finding]:
    """A day off that stands twice is one that was meant to be another."""
    for year, rules in register.rules.items():
        for position, day in enumerate(rules.holidays):
            if day in rules.holidays[:position]:
                yield Finding(f"rules/{year}", ("holidays", position), "ngày này đã ghi ở trên", day.isoformat())


def area_holds_units_at_the_top(register: Register, today: date) -> Iterator[Finding]:
    """A unit lies in one area at most, and what lies in another unit is found with that."""
    tops, seen = tuple(unit.id for unit in register.districts()), set[str]()
    for number, area in enumerate(register.facts.areas):
        for position, id in enumerate(area.units):
            path = ("areas", number, "units", position)
            if id not in tops:
                must = "phải là mã một đơn vị trực thuộc, là tên một tệp trong units/"
                yield Finding("register.yml", path, must, id, suggestion=nearest(id, tops))
            elif id in seen:
                yield Finding("register.yml", path, "mỗi đơn vị chỉ ở một khu vực", id)
            seen.add(id)


CHECKS: tuple[Check, ...] = (
    area_holds_units_at_the_top,
    address_ends_with_slash, uid_domain_is_a_domain, time_zone_is_vietnams, some_year_has_rules,
    target_names_a_post_once, basis_is_listed, cutoffs_are_in_the_year, deadline_is_near_its_year, periods_are_in_order,
    holiday_is_written_once,
)
