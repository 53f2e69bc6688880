"""The handbook's pages by the roles of those who keep the register, and all of them as one booklet to print."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Iterator, Mapping, NamedTuple

from markupsafe import Markup

from generator.consequences.rule_periods import report_days
from generator.model import Report
from generator.model.handbook_addresses import BOOKLET, PICTURES, ROLES
from generator.site.form_sets import FormContent
from generator.site.published import PublishedFile, PublishedPage
from generator.site.site import Site
from generator.text.whole_options import with_whole_options

_TASK = re.compile(r'<h3 id="([^"]+)">(.*?)</h3>')


class Picture(NamedTuple):
    """Of a screen, with its size in pixels."""

    address: str
    width: int
    height: int


def publish(site: Site) -> Iterator[PublishedPage | PublishedFile]:
    called = _called(site)
    pictures = dict(_pictures(site))
    for name, content in pictures.items():
        yield PublishedFile(_picture_address(name), content)
    shown = {**called, "pictures": {name: _picture(name, content) for name, content in pictures.items()}}
    parts = described(site, called)
    for role, (title, description) in parts.items():
        address = ROLES[role]
        body = site.render("pages/handbook_role.html", address, role=role, title=title, booklet=BOOKLET, **shown)
        yield PublishedPage(address, title, description, with_whole_options(body))
    yield _booklet(site, parts, shown)


def described(site: Site, called: dict[str, Any] | None = None) -> dict[str, tuple[str, str]]:
    """The title and the description of each role's page, by the role."""
    called, pages = called or _called(site), site.words.pages
    named = zip(
        ROLES, (pages.handbook_clerk, pages.handbook_unit, pages.handbook_commission, pages.handbook_keeper), strict=True
    )
    return {role: (page.title.format_map(called), page.description.format_map(called)) for role, page in named}


def _booklet(site: Site, titles: dict[str, tuple[str, str]], shown: dict[str, Any]) -> PublishedPage:
    named, address = site.words.pages.handbook_booklet, BOOKLET
    parts = []
    for role, (title, _) in titles.items():
        text = site.render(f"handbook/{role}.html", address, h=3, **shown)
        parts.append((role, title, [(id, Markup(task)) for id, task in _TASK.findall(text)], text))
    body = site.render("pages/handbook_booklet.html", address, title=named.title, parts=parts)
    return PublishedPage(address, named.title, named.description, with_whole_options(body))


def _called(site: Site) -> dict[str, Any]:
    """What the register's own levels, forms and days are called in the texts."""
    rules, levels = site.rules, site.levels
    forms, deadlines = site.form_set(rules), rules.deadlines
    days = report_days(deadlines)
    return {
        "of_units": levels.all, "senders": levels.above or levels.nearest, "addressee": site.addressee(rules),
        "plans": _forms(forms.forms, FormContent.DISTRICT_PLANS, FormContent.COMMUNE_PLANS),
        "results": _forms(forms.forms, FormContent.DIALOGUES_HELD, FormContent.OPINIONS),
        "yearly": _forms(forms.forms, FormContent.YEAR),
        "registration": days.get(Report.REGISTRATION), "summary": deadlines.summary_before, "reports": _reports(site, days),
    }


def _forms(forms: Mapping[str, FormContent], *contents: FormContent) -> list[str]:
    return [code for code, content in forms.items() if content in contents]


def _reports(site: Site, days: dict[Report, date]) -> list[tuple[str, date]]:
    asked = {report: day for report, day in days.items() if report is not Report.REGISTRATION}
    return [(site.report_name(report, site.year), day) for report, day in sorted(asked.items(), key=lambda one: one[1])]


def _pictures(site: Site) -> Iterator[tuple[str, bytes]]:
    for path in sorted((site.templates / "handbook" / "pictures").glob("*.png")):
        yield path.stem, path.read_bytes()


def _picture(name: str, content: bytes) -> Picture:
    """A PNG tells its size in the first block (ISO 15948, 11.2.2)."""
    return Picture(_picture_address(name), int.from_bytes(content[16:20]), int.from_bytes(content[20:24]))


def _picture_address(name: str) -> str:
    return f"{PICTURES}{name}.png"
