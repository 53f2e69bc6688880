"""A first record for a dialogue: the fields a clerk fills now, and all the later ones as comments beside them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from generator.editing.text_templates import text_templates
from generator.model import Dialogue, Kind, Post, Register, ScheduleState, Unit
from generator.model.addresses import KIND_SLUGS
from generator.model.nearest_unit import nearest_unit
from generator.model.types import PERIOD_EXAMPLES, PeriodField
from generator.reading.record_schema import MODELINE


class NotCreated(Exception):
    """No record was written; ``str()`` says why, in the clerk's words."""


def new_record(
    content: Path, templates: Path, register: Register, unit_id: str, kind: Kind, posts: tuple[Post, ...],
    period: str, today: date,
) -> Path:
    """Writes ``dialogues/<year>/<id>.yml``, registered ``today`` for the period, and says where.

    The id is the unit's, the kind's and the first free number; no file is overwritten. Raises NotCreated.
    """
    unit = register.units.get(unit_id)
    if unit is None:
        near = nearest_unit(register.units, unit_id)
        raise NotCreated(f"không có đơn vị '{unit_id}'" + (f"; có phải '{near}'?" if near else ""))
    try:
        year = TypeAdapter(PeriodField).validate_python(period).first_day.year
    except ValidationError as error:
        raise NotCreated(f"--period: {error.errors()[0]['msg']}, ví dụ {PERIOD_EXAMPLES}") from None
    if year not in register.rules:
        raise NotCreated(f"--period: năm {year} chưa có tệp quy định rules/{year}.yml")
    text = record_text(templates, register, unit, kind, posts, period, today)
    folder = content / "dialogues" / str(year)
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(1, 1000):
        path = folder / f"{unit.id.replace('/', '-')}-{KIND_SLUGS[kind]}-{number}.yml"
        if path.stem in register.dialogues:
            continue
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(text)
        except FileExistsError:
            continue
        return path
    raise NotCreated(f"đã có quá nhiều bản ghi của '{unit_id}' trong năm {year}")


def plans_alike(
    register: Register, unit_id: str, kind: Kind, posts: tuple[Post, ...], period: str
) -> tuple[Dialogue, ...]:
    """What the unit has planned of this kind, with one of these posts, for a part of this period, and not cancelled: most
    often the same dialogue, which one more record would count twice. Empty for a period that is none."""
    try:
        asked = TypeAdapter(PeriodField).validate_python(period)
    except ValidationError:
        return ()
    return tuple(
        dialogue for dialogue in register.dialogues.values()
        if dialogue.unit == unit_id and dialogue.kind == kind
        and {*posts} & {presiding.post for presiding in dialogue.presided_by}
        and dialogue.registration and not (dialogue.schedule and dialogue.schedule[-1].state == ScheduleState.CANCELLED)
        and dialogue.registration.period.first_day <= asked.last_day
        and asked.first_day <= dialogue.registration.period.last_day
    )


def record_text(
    templates: Path, register: Register, unit: Unit, kind: Kind, posts: tuple[Post, ...], period: str,
    registered_on: date | str,
) -> str:
    """The YAML of a record registered on a day, or on one that is "unknown"."""
    return text_templates(templates).get_template("records/dialogue.yml").render(
        modeline=MODELINE, unit=unit, kind=kind, posts=posts, period=period, registered_on=registered_on, year=period[:4],
        audiences=register.facts.audiences,
    )
