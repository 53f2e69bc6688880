"""Every correction and redaction of the register as the public is told of it: of what, when, and from what to what."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import Iterable, Iterator, Mapping, NamedTuple, Sequence

from pydantic import BaseModel

from generator.consequences.dated_changes import changes_of
from generator.model import Correction, Level, ReformFile, RegisterFacts, Report, Rules, Unit, UnitFile
from generator.model.addresses import DOWNLOADS, dialogue_page, progress_page, unit_page
from generator.reading.declared_fields import described
from generator.reading.dialogue_fields import path_of
from generator.reading.recorded_facts import FIGURES, SUBMISSIONS, facts_of, not_sent, submission_line, value_since
from generator.site.correction_words import LONGEST, mended_text
from generator.site.formatting import short_day, unit_in_sentence, unit_place
from generator.site.site import Site
from generator.site.words import Words
from generator.text.shortening import shortened

CORRECTED = "dinh-chinh"
"""Where on its page the corrections of a record are told."""


class ToldCorrection(NamedTuple):
    """``title`` says what was mended, ``page`` is the address where it is told of; ``id`` is unique and stays. ``top_id`` is of
    the unit at the top that it concerns, None where it is of the whole city."""

    day: date
    title: str
    page: str
    text: str
    id: str
    top_id: str | None
    is_redaction: bool = False


def all_corrections(site: Site) -> list[ToldCorrection]:
    """Up to the "as of" day, the newest first."""
    return newest_first([*_of_dialogues(site), *other_corrections(site)])


def newest_first(told: Iterable[ToldCorrection]) -> list[ToldCorrection]:
    return sorted(told, key=lambda one: (one.day, one.id), reverse=True)


def newest_last(told: Iterable[ToldCorrection]) -> list[ToldCorrection]:
    return sorted(told, key=lambda one: one.day)


def other_corrections(site: Site) -> list[ToldCorrection]:
    """Of what is no dialogue, the newest first."""
    register, found = site.register, list[ToldCorrection]()
    facts = register.facts
    texts = _of_fields(site, facts.corrections, facts)
    found += _told(site, "register", facts.name, DOWNLOADS, None, facts.corrections, texts)
    for year in register.rules:
        found += of_rules(site, year)
    for year in register.submission_corrections:
        found += of_submissions(site, year)
    for day, reform in register.reforms.items():
        title = site.words.correction["reform"].format(day=short_day(day))
        texts = _of_fields(site, reform.corrections, reform)
        found += _told(site, f"reforms/{day.isoformat()}", title, site.units_page, None, reform.corrections, texts)
    for unit in register.units.values():
        if unit.facts.corrections:
            found += of_unit(site, unit)
    return newest_first(found)


def of_rules(site: Site, year: int) -> Iterator[ToldCorrection]:
    """In the order of the record, as all that follow."""
    rules, title = site.register.rules[year], site.words.correction["rules"].format(year=year)
    texts = _of_fields(site, rules.corrections, rules)
    page = f"{progress_page(year)}#{CORRECTED}"
    yield from _told(site, f"rules/{year}", title, page, None, rules.corrections, texts)


def of_submissions(site: Site, year: int) -> Iterator[ToldCorrection]:
    corrections, title = site.register.submission_corrections.get(year, ()), site.words.correction["sent"].format(year=year)
    if not corrections:  # what was sent by all units of a year need not be written out
        return
    lines = {not_sent(line): line for line in map(submission_line, site.register.submissions.get(year, ()))}
    page = f"{progress_page(year)}#{CORRECTED}"
    yield from _told(site, f"submissions/{year}", title, page, None, corrections, _of_lines(site, year, corrections, lines))


def of_unit(site: Site, unit: Unit) -> Iterator[ToldCorrection]:
    corrections = unit.facts.corrections
    if not corrections:
        return  # as almost all, whose every fact would be asked for each time that any part tells corrections
    title, page = unit_place(unit, site.register), f"{unit_page(unit)}#{CORRECTED}"
    texts = _of_fields(site, corrections, unit)
    yield from _told(site, f"units/{unit.id}", title, page, unit.top_id, corrections, texts)


def _of_dialogues(site: Site) -> list[ToldCorrection]:
    """Of all years, which few builds change."""
    return [one for told in site.kept_by_run("corrections", lambda part: [*_of_some(part)]) for one in told]


def _of_some(site: Site) -> Iterator[ToldCorrection]:
    for dialogue in site.register.dialogues.values():
        if not dialogue.corrections and not dialogue.redactions:
            continue
        unit, page = site.register.unit_of(dialogue), dialogue_page(dialogue)
        district = site.register.district_of(unit)
        title = site.title_of(dialogue) + (f", {unit_in_sentence(district)}" if district else "")
        for change in (change for change in changes_of(dialogue, site.today) if change.correction or change.redaction):
            text = mended_text(change, site.register, site.words)
            is_redaction = change.redaction is not None
            yield ToldCorrection(change.day, title, f"{page}#{CORRECTED}", text, page + change.id, unit.top_id, is_redaction)


def _told(
    site: Site, record: str, title: str, page: str, top_id: str | None, corrections: Sequence[Correction], texts: Iterable[str],
) -> Iterator[ToldCorrection]:
    numbers: Counter[date] = Counter()
    for one, text in zip(corrections, texts, strict=True):
        numbers[one.corrected_on] += 1
        if one.corrected_on <= site.today:
            id = f"dinh-chinh/{record}/{one.corrected_on.isoformat()}-{numbers[one.corrected_on]}"
            yield ToldCorrection(one.corrected_on, title, page, text, id, top_id)


def _of_fields(
    site: Site, corrections: Sequence[Correction], record: RegisterFacts | ReformFile | Rules | Unit
) -> Iterator[str]:
    """A text for each. The record is not read where there is no correction."""
    model, facts = UnitFile if isinstance(record, Unit) else type(record), facts_of(record) if corrections else {}
    for position, one in enumerate(corrections):
        if one.field is None:
            yield one.text
            continue
        now = value_since(corrections, position, facts)
        field = site.words.correction[FIGURES] if one.field == FIGURES else _named(model, one.field, site.words)
        said = "recounted" if one.field == FIGURES and now is None else _said(one.was, now)
        told = site.words.correction[said].format(field=field, was=_shown(one.was, site.words), now=_shown(now, site.words))
        yield f"{told} {one.text}"


def _of_lines(site: Site, year: int, corrections: Sequence[Correction], lines: Mapping[str, str]) -> Iterator[str]:
    """A text for each correction of what was sent. ``lines`` are those of today by their unit and report."""
    for position, one in enumerate(corrections, 1):
        if one.field != SUBMISSIONS or one.was is None:
            yield one.text
            continue
        unit, report, *day = one.was.split(" ")
        of_it = f"{unit} {report}"
        later = (other.was for other in corrections[position:] if other.field == SUBMISSIONS and other.was)
        now = next((was for was in later if f"{was} ".startswith(f"{of_it} ")), lines.get(of_it, of_it))
        sender = site.register.units.get(unit)
        told = site.words.correction["of_sent"].format(
            report=site.report_name(Report(report), year) if report in set(Report) else report,
            unit=unit_in_sentence(sender) if sender else unit,
            was=_sent(site, day), now=_sent(site, now.split(" ")[2:]),
        )
        yield f"{told} {one.text}"


def _sent(site: Site, day: Sequence[str]) -> str:
    return site.words.correction["was_sent"].format(day=short_day(date.fromisoformat(day[0]))) if day else (
        site.words.correction["not_sent"]
    )


def _named(model: type[BaseModel], field: str, words: Words) -> str:
    """The field in words; one named after a level has no words of its own: those of the field above it, and the level's."""
    path = path_of(field)
    if not path:
        return field
    above = described(model, path[:-1]) if path[-1] in set(Level) else ""
    return described(model, path) or (f"{above} ({words.level[str(path[-1])]})" if above else field)


def _said(was: str | None, now: str | None) -> str:
    return "added" if was is None else "removed" if now is None else "changed"


def _shown(value: str | None, words: Words) -> str:
    """As people write it, as far as its form tells what it is."""
    if value in ("true", "false"):
        return words.correction["yes" if value == "true" else "no"]
    in_days = re.sub(r"\b\d{4}-\d{2}-\d{2}\b", lambda day: short_day(date.fromisoformat(day[0])), value or "")
    if in_days != value or in_days.isdecimal():
        return in_days
    return words.correction["quoted"].format(text=shortened(in_days, LONGEST))
