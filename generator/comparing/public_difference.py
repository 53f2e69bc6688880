"""What a citizen would notice of a change to the records, and which promises to the public it would break."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Iterator

from generator.comparing.findings import Weight
from generator.comparing.freely_rewritten import is_free
from generator.comparing.judgement import findings, judgement_of
from generator.comparing.other_news import other_news
from generator.consequences.change import Change
from generator.consequences.dated_changes import changes_of
from generator.consequences.event_history import is_of_event
from generator.consequences.status import announced_time, held_day, status_of
from generator.model import Dialogue
from generator.publications.promises import promises_of
from generator.reading.dialogue_fields import path_of, recorded_values
from generator.reading.field_paths import written_path
from generator.site.correction_words import field_text, mended_text, value_text
from generator.site.formatting import period_text, short_day, when_text, with_district
from generator.site.site import Site


@dataclass(frozen=True)
class Difference:
    """Plain text, a line each: ``news`` for the public, ``refused`` for what must not be or is to be corrected in public first,
    ``notes`` to think of; ``told`` is what a correction of something else than a dialogue tells, from old to new."""

    news: tuple[str, ...]
    refused: tuple[str, ...]
    notes: tuple[str, ...]
    told: tuple[str, ...] = ()


def difference(old: Site, new: Site, is_sound: bool = True) -> Difference:
    """From the records of ``old`` to those of ``new``, both as of the day of ``new``. Where the old records have problems,
    what follows from them, such as figures and events, is not compared."""
    news = (
        *(line for id in new.register.dialogues for line in _news(new, old.register.dialogues.get(id), id)),
        *other_news(old.register, new.register),
    )
    both = (promises_of(site, whole=True, is_sound=is_sound) for site in (old, new))
    found = judgement_of(one for one in findings(*both) if one.weight != Weight.TOLD or not one.record.startswith("dialogues/"))
    notes = () if is_sound else ("Bản cũ có lỗi nên không so được từng sự kiện, từng số liệu cũ với mới.",)
    return Difference(news, (*found.refused, *found.uncorrected), notes, found.told)


def _news(site: Site, old: Dialogue | None, id: str) -> Iterator[str]:
    new = site.register.dialogues[id]
    if old == new:
        return
    known = {change.id for change in changes_of(old, site.today)} if old else set()
    changes = [change for change in changes_of(new, site.today) if change.id not in known]
    title = _title(site, new)
    for change in changes:
        told = "; ".join(filter(None, _facts(site, change)))
        yield f"{site.words.change[change.kind]}: {title}" + (f": {told}" if told else "")
    if old is None and not changes:
        planned = f", dự kiến {period_text(new.registration.period)}" if new.registration else ""
        yield f"{site.words.status[status_of(new, site.today)]}: {title}{planned}"
    elif old and (fields := [*_edited(site, old, new, (*_TOLD, *_corrected(old, new)) if changes else ())]):
        yield f"Sửa bản ghi: {title}: {', '.join(fields)}"


_TOLD = ("schedule", "held", "conclusion", "commitments", "corrections", "redactions")
"""Fields whose changes are told by what they mean."""


def _corrected(old: Dialogue, new: Dialogue) -> Iterator[str]:
    """The fields of the record that new corrections tell of, in whole or in part."""
    for correction in new.corrections[len(old.corrections):]:
        if correction.field and (path := path_of(correction.field)):
            yield str(path[0])
    for redaction in new.redactions[len(old.redactions):]:
        yield str((path_of(redaction.field) or ("",))[0])


def _facts(site: Site, change: Change) -> Iterator[str | None]:
    entry, new = change.announcement, change.announcement and announced_time(change.announcement)
    if change.commitment:
        yield change.commitment.text
        yield change.update.text if change.update else None
    elif change.opinion:
        yield change.opinion.summary
    elif change.correction or change.redaction:
        yield mended_text(change, site.register, site.words)
    elif change.conclusion:
        yield change.conclusion.number
    elif change.held:
        yield short_day(held_day(change.dialogue))
    else:
        times = [when_text(when, site.words) for when in (change.old, new) if when]
        yield " → ".join(times)
        yield f"lý do: {entry.reason}" if entry and entry.reason else None


def _title(site: Site, dialogue: Dialogue) -> str:
    """With the district of a commune, and the id by which a clerk finds the file."""
    title = site.title_of(dialogue)
    return f"{with_district(title, site.register.unit_of(dialogue), site.register)} ({dialogue.id})"


_LISTED = {"kind": "loại", "mode": "hình thức"}
"""Fields whose description is a list of their values."""


def _is_told_in_full(field: str) -> bool:
    """No correction tells it."""
    return is_of_event(field) or is_free(field)


def _edited(site: Site, old: Dialogue, new: Dialogue, told: tuple[str, ...]) -> Iterator[str]:
    """Another time, place or remark with what it was; else what the fields that differ hold, as their descriptions say."""
    before, after = recorded_values(old), recorded_values(new)
    for name, field in Dialogue.model_fields.items():
        if name in told or getattr(old, name) == getattr(new, name):
            continue
        written_over = [
            path for path in before.keys() & after.keys()
            if path[0] == name and before[path] != after[path] and _is_told_in_full(written_path(path))
        ]
        for path in sorted(written_over):
            values = [value_text(path, one[path], new, site.register, site.words) for one in (before, after)]
            yield f"{field_text(new, path, site.words)}: {' → '.join(values)}"
        if field.description and not written_over:
            yield _LISTED.get(name) or re.split(r"[,;:(]", field.description)[0].strip().lower()
