"""Every correction and redaction of the register as the public is told of it: of what, when, and from what to what."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Iterable, Iterator, Mapping

from pydantic import BaseModel

from generator.consequences.dated_changes import changes_of
from generator.model import Correction, ReformFile, RegisterFacts, Rules, UnitFile
from generator.model.addresses import DOWNLOADS, dialogue_page, progress_page, unit_page
from generator.reading.declared_fields import described
from generator.reading.dialogue_fields import path_of
from generator.reading.recorded_facts import (
    FIGURES,
    SUBMISSIONS,
    facts_of_reform,
    facts_of_register,
    facts_of_rules,
    facts_of_unit,
)
from generator.site.correction_words import LONGEST, mended_text
from generator.site.formatting import dialogue_title, short_day, unit_in_sentence, unit_place
from generator.site.site import Site
from generator.site.words import Words
from generator.text.shortening import shortened


@dataclass(frozen=True)
class ToldCorrection:
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


def other_corrections(site: Site) -> list[ToldCorrection]:
    """Of what is no dialogue, the newest first."""
    register, found = site.register, list[ToldCorrection]()
    facts = register.facts
    found += _told(site, "register", facts.name, DOWNLOADS, None, facts.corrections, facts_of_register(facts), RegisterFacts)
    for year, rules in register.rules.items():
        title = site.words.correction["rules"].format(year=year)
        found += _told(site, f"rules/{year}", title, progress_page(year), None, rules.corrections, facts_of_rules(rules), Rules)
    for year, corrections in register.submission_corrections.items():
        title = site.words.correction["sent"].format(year=year)
        found += _told(site, f"submissions/{year}", title, progress_page(year), None, corrections, {}, None)
    for day, reform in register.reforms.items():
        title = site.words.correction["reform"].format(day=short_day(day))
        told = reform.corrections, facts_of_reform(reform), ReformFile
        found += _told(site, f"reforms/{day.isoformat()}", title, site.units_page, None, *told)
    for unit in (unit for unit in register.units.values() if unit.facts.corrections):
        title = unit_place(unit, register)
        of_unit = unit.facts.corrections, facts_of_unit(unit), UnitFile
        found += _told(site, f"units/{unit.id}", title, unit_page(unit), unit.top_id, *of_unit)
    return newest_first(found)


def _of_dialogues(site: Site) -> Iterator[ToldCorrection]:
    for dialogue in site.register.dialogues.values():
        if not dialogue.corrections and not dialogue.redactions:
            continue
        unit, page = site.register.unit_of(dialogue), dialogue_page(dialogue)
        district = site.register.district_of(unit)
        title = dialogue_title(dialogue, site.register, site.words) + (f", {unit_in_sentence(district)}" if district else "")
        for change in (change for change in changes_of(dialogue, site.today) if change.correction or change.redaction):
            text = mended_text(change, site.register, site.words)
            is_redaction = change.redaction is not None
            yield ToldCorrection(change.day, title, f"{page}#dinh-chinh", text, page + change.id, unit.top_id, is_redaction)


def _told(
    site: Site, record: str, title: str, page: str, top_id: str | None, corrections: Iterable[Correction],
    facts: Mapping[str, str], model: type[BaseModel] | None,
) -> Iterator[ToldCorrection]:
    numbers: Counter[date] = Counter()
    corrections = tuple(corrections)
    for position, one in enumerate(corrections):
        numbers[one.corrected_on] += 1
        if one.corrected_on <= site.today:
            text = _text(one, _since(corrections, position, facts), model, site.words)
            id = f"dinh-chinh/{record}/{one.corrected_on.isoformat()}-{numbers[one.corrected_on]}"
            yield ToldCorrection(one.corrected_on, title, page, text, id, top_id)


def _since(corrections: tuple[Correction, ...], position: int, facts: Mapping[str, str]) -> str | None:
    """What it came to say by the correction."""
    field = corrections[position].field
    later = next((one for one in corrections[position + 1 :] if one.field == field), None)
    return later.was if later else facts.get(field or "")


def _text(one: Correction, now: str | None, model: type[BaseModel] | None, words: Words) -> str:
    if one.field is None:
        return one.text
    path = path_of(one.field)
    named = words.correction[one.field] if one.field in (SUBMISSIONS, FIGURES) else ""
    field = named or (described(model, path) if model and path else "") or one.field
    said = "added" if one.was is None else "removed" if now is None else "changed"
    told = words.correction[said].format(field=field, was=_shown(one.was, words), now=_shown(now, words))
    return f"{told} {one.text}"


def _shown(value: str | None, words: Words) -> str:
    """As people write it, as far as its form tells what it is."""
    if value in ("true", "false"):
        return words.correction["yes" if value == "true" else "no"]
    in_days = re.sub(r"\b\d{4}-\d{2}-\d{2}\b", lambda day: short_day(date.fromisoformat(day[0])), value or "")
    if in_days != value or in_days.isdecimal():
        return in_days
    return words.correction["quoted"].format(text=shortened(in_days, LONGEST))
