"""A form that writes a record's YAML in the browser, its fields, limits and messages taken from the record's schema."""

from __future__ import annotations

import re
from typing import Iterator, NamedTuple

from generator.model import Post, Register, Unit, addresses
from generator.model.addresses import KIND_SLUGS
from generator.publications.editor_data import json_of
from generator.publications.editor_script import script_of
from generator.publications.personal_data_script import personal_data_script
from generator.publications.record_form_fields import choices_of, form_field, json_text
from generator.reading.record_schema import MODELINE, record_schema
from generator.site.published import PublishedFile, PublishedPage
from generator.site.record_form_titles import RecordForm
from generator.site.site import Site
from generator.text.minified import minified_script
from generator.text.vietnamese import unit_sort_key


class FormUnit(NamedTuple):
    """``used`` holds the highest number in the ids of the unit's records, for each kind in the order of ``KIND_SLUGS``."""

    unit: Unit
    used: str


def publish(site: Site) -> Iterator[PublishedPage]:
    schema = record_schema("dialogue")
    highest = _highest_numbers(site.register)
    parts = [(title, [form_field(site, schema, path) for path in paths]) for title, paths in _steps(site.words.record_form)]
    body = site.render(
        "pages/record_form.html", addresses.RECORD_FORM, modeline=MODELINE, parts=parts, kind=form_field(site, schema, "kind"),
        posts=choices_of("", schema["properties"]["presided_by"]["description"], [post.value for post in Post]),
        lists=[
            (name, *titles, [form_field(site, schema, path) for path in paths])
            for name, titles, paths in _lists(site.words.record_form)
        ],
        groups=[(top, _units(site, top, highest)) for top in _those_that_are_no_more_last(site)],
        kind_slugs=json_text(KIND_SLUGS),
    )
    named = site.words.pages.record_form
    yield PublishedPage(addresses.RECORD_FORM, named.title, named.description, body)


def publish_scripts(site: Site) -> Iterator[PublishedFile]:
    script = script_of(site.templates, "record_form", json_of(site))
    starting = minified_script((site.templates / "clerk_page.js").read_bytes())
    yield PublishedFile(addresses.RECORD_FORM_SCRIPT, script)
    yield PublishedFile(addresses.CLERK_PAGE_SCRIPT, b"{\n" + starting + b"}\n")
    yield PublishedFile(addresses.PERSONAL_DATA_SCRIPT, personal_data_script(site.templates))


def _steps(named: RecordForm) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What a clerk fills in; ``0`` is the first entry of a list. The unit, kind and posts stand before them."""
    return (
        (named.dialogue, (
            "co_organisers", "topic", "audiences", "mode", "venue.name", "venue.address", "further_sites",
            "participation.opinions_to",
        )),
        (named.plan, ("registration.registered_on", "registration.period")),
        (named.announcement, (
            "schedule.0.announced_on", "schedule.0.day", "schedule.0.start", "schedule.0.end", "schedule.0.notice.number",
            "schedule.0.notice.issued_on",
        )),
        (named.result, (
            "held.day", "held.attended", "held.attendance.0.count", "held.attendance.0.precision", "held.attendance.0.of",
            "held.speakers", "held.opinions.total", "held.opinions.total_precision", "held.opinions.answered_at_meeting",
            "held.summary",
        )),
        (named.conclusion, (
            "conclusion.number", "conclusion.issued_on", "conclusion.sent_on", "conclusion.published_on", "conclusion.text",
        )),
    )


def _lists(named: RecordForm) -> tuple[tuple[str, tuple[str, str, str], tuple[str, ...]], ...]:
    """Lists with any number of entries: each with its title, the name of one and the words for one more."""
    return (
        ("opinions", (named.opinions, named.opinion, named.more_opinions), (
            "opinions.0.summary", "opinions.0.field", "opinions.0.area", "opinions.0.handling", "opinions.0.answer.text",
            "opinions.0.answer.by", "opinions.0.answer.answered_on",
        )),
        ("commitments", (named.commitments, named.commitment, named.more_commitments), (
            "commitments.0.text", "commitments.0.agency", "commitments.0.due",
        )),
    )


def _those_that_are_no_more_last(site: Site) -> list[Unit]:
    return sorted(site.register.tops_for_readers, key=lambda unit: not unit.exists_on(site.today))


def _units(site: Site, district: Unit, highest: dict[str, int]) -> list[FormUnit]:
    communes = sorted(site.register.communes_of(district), key=lambda unit: unit_sort_key(unit.name))
    return [FormUnit(unit, _used(unit, highest)) for unit in (district, *communes)]


def _highest_numbers(register: Register) -> dict[str, int]:
    """By what comes before the number in an id, such as "hong-bang-so-dau-dinh-ky": the highest number in use."""
    highest: dict[str, int] = {}
    for id in register.dialogues:
        stem, _, number = id.rpartition("-")
        if number.isdigit():
            highest[stem] = max(int(number), highest.get(stem, 0))
    return highest


def _used(unit: Unit, highest: dict[str, int]) -> str:
    """0 where no record is of that kind, and nothing after the last that is: a register has many units."""
    stem = unit.id.replace("/", "-")
    numbers = " ".join(str(highest.get(f"{stem}-{slug}", 0)) for slug in KIND_SLUGS.values())
    return re.sub(r"(?:(?:^| )0)+$", "", numbers)
