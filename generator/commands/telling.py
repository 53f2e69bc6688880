"""The commands that tell a record what has happened, made from what each telling asks."""

from __future__ import annotations

from datetime import date, time
from enum import Enum
from typing import Any, Callable, Iterator, Mapping, Sequence

import click

from generator.commands.additions import Fields, add, day_text
from generator.commands.lenient import HourOption, LenientChoice
from generator.commands.options import Decorator, Where, day_option
from generator.editing.told_facts import answered_alone, fields_told
from generator.model import Dialogue
from generator.model.verbs import Ask, Verb
from generator.reading.declared_fields import field_at, holds_list, types_in
from generator.reading.field_paths import FieldPath

Answer = str | date | Sequence[str] | None
_METAVARS = {"further_site": "NƠI", "co_organiser": "CƠ-QUAN", "attended": "CHỨC-DANH", "notice_number": "SỐ", "number": "SỐ"}


def options_of(verb: Verb, **instead: Sequence[Decorator]) -> Iterator[Decorator]:
    """One for each thing asked; ``instead`` holds those of what the command line asks in a way of its own."""
    for ask in verb.asks:
        if ask.name in instead:
            yield from instead[ask.name]
        elif ask.always is None:
            yield _option(verb, ask)


def tell(
    verb: Verb, id: str, where: Where, given: Mapping[str, Answer],
    refuse: Callable[[Dialogue, Fields, date], None] | None = None,
    at: Callable[[Dialogue], FieldPath] = lambda dialogue: (),
) -> None:
    """Adds to the record what was told of it, and says so; ``refuse`` raises NotWritten of what makes no sense there."""
    answers = {name: _text(value) for name, value in given.items()}
    if alone := answered_alone(verb, answers):
        raise click.UsageError(" đi cùng ".join(f"--{name.replace('_', '-')}" for name in alone))

    def fields(dialogue: Dialogue, today: date) -> Fields:
        told = fields_told(verb, answers, dialogue, today)
        if refuse:
            refuse(dialogue, told, today)
        return told
    add(id, where, fields, at)


def _option(verb: Verb, ask: Ask) -> Decorator:
    name, words = f"--{ask.name.replace('_', '-')}", f"{ask.words}."
    declared = field_at(Dialogue, tuple(part for part in f"{verb.within}.{ask.into}".split(".") if part not in ("", "+")))
    assert declared, ask
    kinds = set(types_in(declared.annotation))
    if date in kinds:
        return day_option(name, words, required=ask.required)
    if time in kinds:
        return click.option(name, type=HourOption(), metavar="GIỜ", help=words)
    if listed := next((kind for kind in kinds if issubclass(kind, Enum)), None):
        values = LenientChoice([member.value for member in listed], declared)
        return click.option(name, type=values, required=ask.required, help=words)
    if holds_list(declared):
        return click.option(name, multiple=True, metavar=_METAVARS[ask.name], help=f"{ask.words}; ghi nhiều lần được.")
    metavar = "SỐ" if int in kinds else _METAVARS.get(ask.name)
    return click.option(name, required=ask.required, metavar=metavar, help=words)


def _text(value: Any) -> str | list[str] | None:
    if isinstance(value, date):
        return day_text(value)
    return list(value) if isinstance(value, tuple) else value
