"""What a row would change in a record that there is already: each field with its old and its new text."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from typing import Any, Iterator

from generator.consequences.status import last_announced, venue_of
from generator.model import UNKNOWN_DAY, Dialogue
from generator.reading.field_paths import FieldPath
from generator.sheets.matching import day_of, topics_of
from generator.sheets.questions import NotUnderstood
from generator.sheets.wanted import Fields, Wanted


@dataclass(frozen=True)
class FieldChange:
    """``old`` is None for a field that the record has not; ``meant`` is what the record says all the same, in another
    field or by leaving this one out: the day announced is the day held."""

    path: FieldPath
    old: str | None
    new: Any
    meant: Any = None

    @property
    def overwritten(self) -> Any:
        """What the record no longer says once this is written; None where it said nothing."""
        before = self.meant if self.old is None else self.old
        return None if before == UNKNOWN_DAY else before


def field_changes(wanted: Wanted, dialogue: Dialogue, tree: Fields) -> list[FieldChange]:
    """Field by field; what the sheet leaves empty stays as it is. ``tree`` is the record's file as text.

    Raises NotUnderstood where a list that clerks keep by hand would have to be replaced.
    """
    changes = _changes(wanted, fields_for(wanted, dialogue, tree), tree, ())
    if dialogue.held is None:
        return list(changes)
    day, venue = day_of(dialogue), venue_of(dialogue)
    meant = {
        ("held", "day"): day and day.isoformat(), ("held", "venue"): venue and venue.name,
        ("held", "presided_by"): [presider.post.value for presider in dialogue.presided_by],
    }
    return [replace(change, meant=meant[change.path]) if change.path in meant else change for change in changes]


def fields_for(wanted: Wanted, dialogue: Dialogue, tree: Fields) -> Fields:
    """The row's fields as this record would hold them: nothing that it says already in another way."""
    fields = dict(wanted.fields)
    if "topic" in fields and any(same_text(topic, fields["topic"]) for topic in topics_of(dialogue)):
        del fields["topic"]
    now = venue_of(dialogue)
    if now and "venue" in fields and same_text(now.name, fields["venue"]["name"]):
        del fields["venue"]
    if wanted.day is None:
        return _plan_for(fields, tree)
    held = dict(fields.pop("held"))
    venue = fields.pop("venue", None)
    if venue:
        fields |= {"venue": venue} if now is None else {}
        held |= {"venue": venue} if now else {}
    if day_of(dialogue) != wanted.day:
        held["day"] = wanted.day.isoformat()
    for name, hour in _hours_known(dialogue).items():
        if held.get(name) == hour:
            del held[name]
    if (dialogue.held and dialogue.held.start) or "start" in _hours_known(dialogue):
        held.pop("part_of_day", None)  # the hour says it
    if "note" in fields and dialogue.held and same_text(dialogue.held.day_note, fields["note"]):
        del fields["note"]  # a report shows it there
    presiders = (dialogue.held and dialogue.held.presided_by) or dialogue.presided_by
    posts = {presider.post: presider.deputy for presider in presiders}
    if posts != dict(wanted.posts):
        held["presided_by"] = written_posts(wanted)
    return fields | ({"held": held} if held or "held" not in tree else {})


def _hours_known(dialogue: Dialogue) -> dict[str, str]:
    """As a record writes them, of the last announcement."""
    announced = last_announced(dialogue)
    hours = {"start": announced.start, "end": announced.end} if announced else {}
    part = {"part_of_day": announced.part_of_day.value} if announced and announced.part_of_day else {}
    return {name: f"{hour:%H:%M}" for name, hour in hours.items() if hour} | part


def _plan_for(fields: Fields, tree: Fields) -> Fields:
    """A sheet without a day of its own says nothing of the day on which the plan was registered."""
    registration = dict(fields["registration"])
    if registration["registered_on"] == UNKNOWN_DAY and "registration" in tree:
        del registration["registered_on"]
    return fields | {"registration": registration}


def written_posts(wanted: Wanted) -> list[Any]:
    return [{"post": post.value, "deputy": "true"} if deputy else post.value for post, deputy in wanted.posts]


def same_text(one: Any, other: Any) -> bool:
    """Apart from Unicode forms and spaces, which nobody sees."""
    return _plain(one) == _plain(other)


def _changes(wanted: Wanted, fields: Fields, tree: Fields, path: FieldPath) -> Iterator[FieldChange]:
    for name, new in fields.items():
        here, old = (*path, name), tree.get(name)
        if old is None and wanted.shared and name in ("topic", "venue"):
            continue
        if old is None:
            yield FieldChange(here, None, new)
        elif name == "attendance":
            yield from _attendance(wanted, new, old, here)
        elif isinstance(new, dict) and isinstance(old, dict):
            yield from _changes(wanted, new, old, here)
        elif isinstance(new, list) or isinstance(old, (list, dict)):
            if new != old:
                why = f"'{name}' trong sổ đang ghi khác và là danh sách do cán bộ ghi tay"
                raise NotUnderstood(wanted.cell, why, f"sửa {name} trong bản ghi, rồi nhập lại")
        elif not same_text(old, new) and not (wanted.shared and any(same_text(old, part) for part in str(new).split(";"))):
            yield FieldChange(here, old, new)


def _attendance(wanted: Wanted, new: list[Fields], old: list[Fields], path: FieldPath) -> Iterator[FieldChange]:
    standard = {"of": "people", "precision": "exact"}
    said = [standard | entry for entry in new]
    known = [standard | {name: entry[name] for name in entry if name != "note"} for entry in old]
    if all(entry in known for entry in said):
        return
    if len(old) > 1 or len(new) > 1:
        write = "sửa held.attendance trong bản ghi, rồi nhập lại"
        raise NotUnderstood(wanted.cell, "bản ghi ghi số người dự khác với bảng", write)
    for name, value in said[0].items():
        if known[0].get(name) != value:
            yield FieldChange((*path, 0, name), old[0].get(name), value, known[0].get(name))


def _plain(text: Any) -> str:
    return " ".join(unicodedata.normalize("NFC", str(text)).split())
