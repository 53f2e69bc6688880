"""Rules on the register's own facts and on the rules of a year."""

from __future__ import annotations

import re
from datetime import date
from typing import Iterator

from generator.checks.finding import Check, Finding
from generator.model import Register
from generator.reading.field_paths import FieldPath


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
        yield Finding("register.yml", ("uid_domain",), must, register.facts.uid_domain, "uid_domain: doithoai.haiphong.gov.vn")


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
        posts = rules.target.posts
        for position, post in enumerate(posts):
            if post in posts[:position]:
                yield Finding(f"rules/{year}", ("target", "posts", position), "mỗi chức danh chỉ ghi một lần", post.value)


def basis_is_listed(register: Register, today: date) -> Iterator[Finding]:
    """Each rule names the act it comes from."""
    for year, rules in register.rules.items():
        bases: dict[FieldPath, str | None] = {
            ("target", "basis"): rules.target.basis, ("deadlines", "basis"): rules.deadlines.basis,
            ("day_off_basis",): rules.day_off_basis,
        }
        bases |= {("conclusion", level.value, "basis"): rule.basis for level, rule in rules.conclusion.items()}
        for path, basis in bases.items():
            if basis is not None and basis not in rules.legal_basis:
                must = "phải là một mã trong legal_basis: " + ", ".join(rules.legal_basis)
                yield Finding(f"rules/{year}", path, must, basis)


def cutoffs_are_in_the_year(register: Register, today: date) -> Iterator[Finding]:
    """A year's figures close at the annual report and at the year's end, in that order."""
    for year, rules in register.rules.items():
        for name in ("annual_report", "year_end"):
            day = getattr(rules.cutoffs, name)
            if day.year != year:
                yield Finding(f"rules/{year}", ("cutoffs", name), f"phải là một ngày của năm {year}", day.isoformat())
        if rules.cutoffs.annual_report > rules.cutoffs.year_end:
            must = "không được sau ngày cuối năm"
            yield Finding(f"rules/{year}", ("cutoffs", "annual_report"), must, rules.cutoffs.annual_report.isoformat())


def holiday_is_written_once(register: Register, today: date) -> Iterator[Finding]:
    """A day off that stands twice is one that was meant to be another."""
    for year, rules in register.rules.items():
        for position, day in enumerate(rules.holidays):
            if day in rules.holidays[:position]:
                yield Finding(f"rules/{year}", ("holidays", position), "ngày này đã ghi ở trên", day.isoformat())


CHECKS: tuple[Check, ...] = (
    address_ends_with_slash, uid_domain_is_a_domain, time_zone_is_vietnams, some_year_has_rules,
    target_names_a_post_once, basis_is_listed, cutoffs_are_in_the_year,
    holiday_is_written_once,
)
