"""What the commands share that tell a record what has happened: how they find it, add to it and say so."""

from __future__ import annotations

from datetime import date
from typing import Callable, Mapping

import click

from generator.commands.checked_site import checked_site
from generator.commands.options import Decorator, Where, problems_told, where_options
from generator.editing.record_changes import NotWritten
from generator.editing.record_entries import add_to_record, dialogue_named
from generator.editing.yaml_additions import Given
from generator.model import Dialogue
from generator.reading.field_paths import FieldPath

Fields = Mapping[str, Given]
_id = click.argument("id")


def adding_command(*options: Decorator) -> Callable[[Callable[..., None]], click.Command]:
    """A command with these options, after the record's id and before where the records are."""
    def make(function: Callable[..., None]) -> click.Command:
        given: tuple[Decorator, ...] = (_id, *options, where_options)
        for option in reversed(given):
            function = option(function)
        return click.command()(function)
    return make


def add(
    id: str, where: Where, fields: Callable[[Dialogue, date], Fields],
    at: Callable[[Dialogue], FieldPath] = lambda dialogue: (),
) -> None:
    """To the record, and says so; ``fields`` and their place follow from the record and the day on which this is done."""
    with problems_told(NotWritten):
        site = checked_site(where)
        dialogue = dialogue_named(site.register, id)
        today = site.today.as_date()
        path = add_to_record(where.content, dialogue, fields(dialogue, today), today, at(dialogue))
    click.secho(f"Đã ghi vào {where.content / path}.", fg="green")


def day_text(day: date | None) -> str | None:
    """As it is written in a record."""
    return day.isoformat() if day else None
