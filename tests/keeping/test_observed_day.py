"""The observed day answers like any other, names no day on which it would have answered otherwise, and lets nobody else
read it."""

from __future__ import annotations

import copy
import json
import pickle
import re
from dataclasses import asdict, replace
from datetime import date, datetime, time, timedelta
from email.utils import format_datetime
from functools import cache
from typing import Any, Callable

import icalendar
import jinja2
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as some
from openpyxl import Workbook
from pydantic import TypeAdapter
from pydantic_core import PydanticSerializationError, to_json

from generator.keeping.observed_day import AnyDay, ObservedDay
from generator.site.formatting import filters
from generator.site.plain_templates import PlainEnvironment
from generator.tables.json_files import head
from tests.builders import TODAY, a_site

Question = Callable[[Any], Any]
DAYS = some.dates(date(2021, 12, 1), date(2023, 2, 1))


def shown(day: AnyDay) -> date:
    return day.as_date() if isinstance(day, ObservedDay) else day


def month(day: AnyDay) -> date:
    return day.first_of_month if isinstance(day, ObservedDay) else day.replace(day=1)


QUESTIONS = (
    lambda day, other: day < other, lambda day, other: day <= other, lambda day, other: day > other,
    lambda day, other: day >= other, lambda day, other: day == other, lambda day, other: day != other,
    lambda day, other: other < day, lambda day, other: other <= day, lambda day, other: other > day,
    lambda day, other: other >= day, lambda day, other: other == day, lambda day, other: other != day,
    lambda day, other: min(day, other) == other, lambda day, other: max(other, day) == other,
    lambda day, other: day - timedelta(days=400) > other, lambda day, other: timedelta(days=9) + day <= other,
    lambda day, other: day.year, lambda day, other: (day + timedelta(days=40)).year,
    lambda day, other: month(day), lambda day, other: month(day - timedelta(days=40)),
    lambda day, other: day - other, lambda day, other: other - day, lambda day, other: day - (day - timedelta(days=3)),
    lambda day, other: shown(day), lambda day, other: shown(day - timedelta(days=1)),
    lambda day, other: day in [other], lambda day, other: sorted([other, day])[0] == other,
    lambda day, other: day == "2022-01-01", lambda day, other: day is None, lambda day, other: bool(day),
)


@settings(max_examples=500)
@given(DAYS, some.lists(some.tuples(some.sampled_from(QUESTIONS), DAYS), max_size=6))
def test_on_every_day_that_it_names_all_answers_are_the_same(day: date, asked: list):
    watched = ObservedDay(day)
    answers = [question(watched, other) for question, other in asked]
    assert answers == [question(day, other) for question, other in asked]
    same = watched.same
    assert same.first <= day.toordinal() <= same.last
    for ordinal in {same.first, same.last, *(other.toordinal() + by for _, other in asked for by in (-1, 0, 1))}:
        if same.first <= ordinal <= same.last and 400 < ordinal < date.max.toordinal() - 400:
            assert [question(date.fromordinal(ordinal), other) for question, other in asked] == answers


@pytest.mark.parametrize(("question", "first", "last"), [
    (lambda day: day > date(2022, 5, 1), date(2022, 5, 2), date.max),
    (lambda day: day <= date(2022, 7, 9), date.min, date(2022, 7, 9)),
    (lambda day: day - timedelta(days=10) < date(2022, 7, 1), date.min, date(2022, 7, 10)),
    (lambda day: day.year, date(2022, 1, 1), date(2022, 12, 31)),
    (lambda day: day.first_of_month, date(2022, 6, 1), date(2022, 6, 30)),
    (lambda day: (day + timedelta(days=200)).first_of_month, date(2022, 6, 15), date(2022, 7, 15)),
    (lambda day: day.as_date(), date(2022, 6, 15), date(2022, 6, 15)),
    (lambda day: date(2022, 7, 1) - day, date(2022, 6, 15), date(2022, 6, 15)),
    (lambda day: day.days_from(date(2022, 7, 1)), date(2022, 6, 15), date(2022, 6, 15)),
    (lambda day: day.leaving_counts_open().days_from(date(2022, 7, 1)), date.min, date.max),
    (lambda day: day.leaving_counts_open() <= date(2022, 7, 9), date.min, date(2022, 7, 9)),
    (lambda day: day.leaving_counts_open().as_date(), date(2022, 6, 15), date(2022, 6, 15)),
    (lambda day: None, date.min, date.max),
])
def test_it_names_no_fewer_days_than_an_answer_needs(question: Question, first: date, last: date):
    watched = ObservedDay(date(2022, 6, 15))
    question(watched)
    assert (watched.same.first, watched.same.last) == (first.toordinal(), last.toordinal())
    assert watched.same.without_end == (last == date.max)


def test_a_file_that_says_its_day_is_of_that_day_alone():
    watched = ObservedDay(date(2023, 9, 15))
    head(replace(a_site(), today=watched), "dialogues", "Các cuộc đối thoại", None)
    assert not watched.same.without_end


# ---- Every way in ------------------------------------------------------------------------------------------------

REFUSED = (
    TypeError, AttributeError, ValueError, PydanticSerializationError, yaml.YAMLError, jinja2.TemplateError,
)
OTHER, NOON = date(2022, 6, 1), time(12)
SITE = a_site()
PLAIN = jinja2.Environment(undefined=jinja2.StrictUndefined)
OURS = PlainEnvironment()
for environment in (PLAIN, OURS):
    environment.filters.update(filters(SITE.register, SITE.words))


def of_classes() -> dict[str, Question]:
    """Each function of the standard library's days, with the day in each place that it may be given in."""
    given = {
        "day": lambda day: (day,), "day, other": lambda day: (day, OTHER), "other, day": lambda day: (OTHER, day),
        "day, day": lambda day: (day, day), "day, time": lambda day: (day, NOON), "day, text": lambda day: (day, "%d/%m/%Y"),
        "moment, day": lambda day: (datetime(2022, 6, 1), day), "day, protocol": lambda day: (day, 4),
        "length, day": lambda day: (timedelta(days=1), day), "year, day": lambda day: (2022, day, 1),
    }
    return {
        f"{kind.__name__}.{name}({words})": lambda day, call=getattr(kind, name), arguments=arguments: call(*arguments(day))
        for kind in (date, datetime, time, timedelta)
        for name in {*dir(kind)} - {*dir(object)} | {"__new__", "__format__", "__eq__"}
        for words, arguments in given.items() if callable(getattr(kind, name))
    }


def of_jinja() -> dict[str, Question]:
    """Each filter of Jinja and of the site, in a plain environment and in the site's."""
    shown = {
        "{{ day }}", "{{ day ~ '' }}", "{{ '%s' % day }}", "{{ day.month }}", "{{ day['day'] }}", "{{ [day] }}",
        "{{ {day: 1} }}", "{% if day %}1{% endif %}", "{{ day.isoformat() }}", "{{ day.strftime('%d') }}",
        *(f"{{{{ {form} | {name} }}}}" for name in PLAIN.filters for form in ("day", "[day]")),
    }
    return {
        f"{template} {number}": lambda day, made=environment.from_string(template): made.render(day=day)
        for template in sorted(shown) for number, environment in enumerate((PLAIN, OURS))
    }


WAYS: dict[str, Question] = {
    **of_classes(), **of_jinja(),
    **{name: lambda day, name=name: getattr(day, name) for name in dir(datetime) if not name.startswith("__")},
    **{f"pickle {number}": lambda day, number=number: pickle.dumps(day, number) for number in range(6)},
    "state": lambda day: day.__getstate__(), "reduce": lambda day: day.__reduce__(), "vars": vars,
    "copy": copy.copy, "deepcopy": copy.deepcopy, "asdict": lambda day: asdict(replace(SITE, register=None, today=day)),
    "hash": hash, "set": lambda day: {day}, "key": lambda day: {OTHER: 1}.get(day), "cached": cache(lambda day: day.year),
    "str": str, "repr": repr, "f": lambda day: f"{day}", "f!r": lambda day: f"{day!r}", "f%": lambda day: f"{day:%d}",
    "percent": lambda day: "%s" % day, "percent r": lambda day: "%r" % day, "format": lambda day: "{:%Y}".format(day),
    "join": lambda day: "".join([day]), "int": int, "float": float, "bytes": bytes, "bool": bool, "iter": iter, "len": len,
    "json": json.dumps, "json as text": lambda day: json.dumps(day, default=str), "to_json": to_json,
    "pydantic": TypeAdapter(date).validate_python, "pydantic moment": TypeAdapter(datetime).validate_python,
    "pydantic text": TypeAdapter(str).validate_python, "dump_json": TypeAdapter(date).dump_json,
    "yaml": yaml.safe_dump, "yaml of all": yaml.dump, "mail": format_datetime, "calendar": icalendar.vDate,
    "calendar line": lambda day: icalendar.vDDDTypes(day).to_ical(), "sheet": lambda day: Workbook().active.append([day]),
    "plus a number": lambda day: day + 1, "plus a day": lambda day: day + OTHER,
    "minus a moment": lambda day: day - datetime(2022, 6, 1),
    "before a moment": lambda day: day < datetime(2022, 6, 1), "is a moment": lambda day: day == datetime(2022, 6, 15),
    "before text": lambda day: day < "2022-06-20", "match": lambda day: day in ("2022-06-15", None),
}


def answer_to(question: Question, day: date) -> tuple[object, ObservedDay]:
    watched = ObservedDay(day)
    try:
        answer = question(watched)
        return re.sub(" at 0x[0-9a-f]+", "", answer) if isinstance(answer, str) else answer, watched
    except REFUSED as refused:
        return type(refused), watched


def test_whoever_would_read_it_is_refused_or_noted():
    """The answer is then the same on every other day but where the day says that it may not be."""
    day, leaks = date(2022, 6, 15), []
    for way, question in WAYS.items():
        answer, watched = answer_to(question, day)
        others = [day + timedelta(days=by) for by in (-500, -15, -1, 1, 15, 500)]
        same = [other for other in others if watched.same.first <= other.toordinal() <= watched.same.last]
        if any(answer_to(question, other)[0] != answer for other in same):
            leaks.append(way)
    assert len(WAYS) > 1000 and not leaks


@pytest.mark.parametrize("way", [
    "datetime.combine(day, time)", "date.isoformat(day)", "date.toordinal(day)", "date.strftime(day, text)", "{{ day }} 1",
    "{{ day | short_day }} 1", "str", "f%", "hash", "json", "json as text", "pickle 5", "deepcopy", "pydantic", "dump_json",
    "month", "before text",
])
def test_the_ways_that_programs_take_to_show_a_day_are_errors_at_once(way: str):
    assert issubclass(answer_to(WAYS[way], TODAY)[0], REFUSED)
