"""The files of several registers on one page: the page itself, and its facts as JSON with a schema and as CSV."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, time
from itertools import groupby
from pathlib import Path
from typing import Iterable, Mapping

import jinja2
import yaml
from markupsafe import Markup

from generator.consequences.progress import Share
from generator.joining.nation import NATION, Nation
from generator.site.formatting import hour, number, short_day
from generator.site.plain_templates import PlainEnvironment
from generator.site.security_policy import policy_of_style_alone
from generator.tables.csv_files import harmless
from generator.tables.json_files import DIALECT, schema_of

SCHEMA, FIGURES, UPCOMING = "nation.schema.json", "figures.csv", "upcoming.csv"
FOLDER = "nation"
MOST_SHOWN = 300
"""Dialogues to come on the page, the soonest; the CSV has them all."""
UNFOLDED = 30
"""Of these, whole days of at least so many are seen at once; the rest are unfolded."""


def nation_files(nation: Nation, templates: Path) -> Mapping[str, bytes]:
    """By their names; the same registers on the same day give the same bytes."""
    return {
        "index.html": _page(nation, templates), NATION: (nation.model_dump_json(indent=1) + "\n").encode(),
        SCHEMA: (json.dumps({"$schema": DIALECT, **schema_of(Nation)}, ensure_ascii=False, indent=1) + "\n").encode(),
        FIGURES: _csv(("name", "sample", "year", "period_from", "period_until", "day", "done", "owed", "percent", "basis",
                       "register", "address", "release", "failure", "failed_since", "same_place", "same_place_since"),
                      _figures(nation)),
        UPCOMING: _csv(("name", "sample", "day", "time", "part_of_day", "unit", "topic", "venue", "page", "as_of"),
                       _upcoming(nation)),
    }


def read_nation(content: bytes) -> Nation:
    """Raises pydantic's ValidationError where it is none."""
    return Nation.model_validate_json(content)


def _page(nation: Nation, templates: Path) -> bytes:
    environment = PlainEnvironment(
        loader=jinja2.FileSystemLoader(templates), autoescape=True, trim_blocks=True, lstrip_blocks=True,
    )
    environment.filters |= {
        "short_day": short_day, "number": number, "hour": lambda written: hour(time.fromisoformat(written)),
    }
    style = (templates / FOLDER / "nation.css").read_text("utf-8")
    upcoming = nation.upcoming()
    by_day = [(day, list(found)) for day, found in groupby(upcoming[:MOST_SHOWN], key=lambda pair: pair[1].day)]
    near = next((day for day in range(len(by_day)) if sum(len(found) for _, found in by_day[:day]) >= UNFOLDED), len(by_day))
    return (environment.get_template(f"{FOLDER}/nation.html").render(
        nation=nation, words=_words(templates), share=Share,
        style=Markup(style), policy=policy_of_style_alone(style), near=by_day[:near], later=by_day[near:],
        upcoming=len(upcoming), most=MOST_SHOWN, files=(FIGURES, UPCOMING, NATION, SCHEMA),
    ) + "\n").encode()


def _words(templates: Path) -> dict[str, dict[str, str]]:
    """By the codes of the data: the page's own, and those that the pages of a register have too."""
    own: dict[str, dict[str, str]] = yaml.safe_load((templates / FOLDER / "words.yml").read_text("utf-8"))
    return {**own, "part_of_day": yaml.safe_load((templates / "words.yml").read_text("utf-8"))["part_of_day"]}


def _figures(nation: Nation) -> Iterable[list[object]]:
    """A row for each figure; one for a register without any, so that none is passed over in silence."""
    for joined in nation.registers:
        state, failed = joined.state, [joined.failure and joined.failure.value, joined.failed_since]
        failed += ["; ".join(joined.same_place), joined.same_place_since]
        of = [state.register_name, state.address, state.release] if state else [None] * 3
        for one in state.figures if state else ():
            percent = Share(one.done, one.owed).percent
            yield [joined.name, state and state.sample, one.year, one.period_from, one.period_until, one.day, one.done,
                   one.owed, percent, one.basis, *of, *failed]
        if not (state and state.figures):
            yield [joined.name, state and state.sample, *[None] * 8, *of, *failed]


def _upcoming(nation: Nation) -> Iterable[list[object]]:
    for joined, one in nation.upcoming():
        assert joined.state, "what is to come is of a register that was read"
        yield [joined.name, joined.state.sample, one.day, one.time, one.part_of_day, one.unit_name, one.topic, one.venue,
               one.page, joined.state.as_of]


def _csv(names: tuple[str, ...], rows: Iterable[list[object]]) -> bytes:
    """RFC 4180, with a byte order mark, by which Excel knows UTF-8."""
    text = io.StringIO(newline="")
    lines = csv.writer(text, lineterminator="\r\n")
    lines.writerow(names)
    lines.writerows([_cell(value) for value in row] for row in rows)
    return f"\ufeff{text.getvalue()}".encode()


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return harmless(value) if isinstance(value, str) else value
