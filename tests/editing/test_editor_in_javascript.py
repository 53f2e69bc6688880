"""The editor of the pages writes what the command line writes: one table of cases, and every letter."""

from __future__ import annotations

import random
import re
import shlex
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from generator.commands.cli import commands
from generator.editing.record_entries import composed_fields, field_order
from generator.editing.yaml_additions import _block, on_one_line, with_added
from generator.model.verbs import VERBS
from generator.publications.editor_data import editor_data, field_words
from generator.reading.decoded_text import decoded
from generator.reading.yaml_text import read_yaml
from tests.builders import a_site
from tests.editing.in_javascript import answers
from tests.places import CONTENT, GOLDEN, TEMPLATES, TESTS
from tests.run_command import run_on

CASES = sorted(path.parent for path in (TESTS / "editing/cases").glob("*/command.txt"))
DATA = editor_data(a_site())
TODAY = "2023-09-15"
RECORDS = sorted([*GOLDEN.glob("dialogues/*/*.yml"), *CONTENT.glob("dialogues/*/*.yml"), *TESTS.glob("editing/cases/*/*.yml")])
SAID = yaml.load((TESTS / "text/said_values.yml").read_text("utf-8"), yaml.BaseLoader)
LETTERS = "aàđ-:#,[]{}&*!|>'\"%@`?. \n\tZ0~=<😀\\/"


def told_by(typed: str, folder: Path) -> tuple[str, dict[str, Any]]:
    """The verb and what it is answered, by the names of what is asked, in a command typed in a folder."""
    name, *arguments = shlex.split(typed)
    command = commands.get_command(click.Context(commands), name)
    assert command, name
    parsed = command.make_context(name, ["ma-ban-ghi", *arguments, "--content", str(GOLDEN)]).params
    given = {ask: list(value) if isinstance(value, tuple) else str(value) for ask, value in parsed.items() if value}
    if "evidence" in given:
        given |= dict(zip(("evidence_title", "evidence_url"), given.pop("evidence"), strict=True))
    if file := given.pop("text_file", None):
        given["text"] = composed_fields((folder / file).read_text("utf-8"))
    asked = {ask.name for verb in VERBS if verb.name == name for ask in verb.asks}
    return name, {ask: value for ask, value in given.items() if ask in asked}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What the editor makes of each case, by its name."""
    with pytest.MonkeyPatch.context() as at:
        questions = []
        for case in CASES:
            at.chdir(case)
            questions.append([*told_by((case / "command.txt").read_text("utf-8"), case), (case / "before.yml").read_bytes().decode()])
    made = answers(tmp_path_factory.mktemp("editor"), "told", questions, data=DATA, today=TODAY)
    return dict(zip((case.name for case in CASES), made, strict=True))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_editor_writes_what_the_command_writes(case: Path, written: dict[str, str]) -> None:
    assert written[case.name] == (case / "after.yml").read_bytes().decode()


PLAN = "unit: hong-bang/so-dau\nkind: periodic\npresided_by: [party]\nregistration: {registered_on: 2023-02-20, period: 2023-Q3}\n"
HELD = f"{PLAN}schedule: [{{announced_on: 2023-07-20, day: 2023-08-15}}]\nheld: {{attendance: [{{count: 9}}]}}\nconclusion: {{number: '15'}}\n"
REFUSED = {
    "held": (HELD, "announce --day 2023-10-20 --reason Bão"),
    "same-state": (f"{PLAN}schedule: [{{announced_on: 2023-07-20, state: postponed, reason: Bão}}]\n", "postpone --reason Lụt"),
    "day-before-announced": (PLAN, "announce --day 2023-09-01"),
    "same-schedule": (f"{PLAN}schedule: [{{announced_on: 2023-07-20, day: 2023-10-20}}]\n", "announce --day 2023-10-20 --reason Bão"),
    "nothing-more": (HELD, "hold"),
    "other-day": (HELD, "hold --day 2023-08-16"),
    "counted-already": (HELD, "hold --attendance 10"),
    "before-its-day": (f"{PLAN}schedule: [{{announced_on: 2023-07-20, day: 2023-10-20}}]\n", "hold"),
    "already-written": (HELD, "conclude --number 16"),
    "list": (PLAN, "correct --field presided_by --now government 'Ghi nhầm'"),
}


@pytest.mark.parametrize("reason", REFUSED)
def test_what_the_command_refuses_the_editor_refuses_with_a_reason_that_has_words(reason: str, content: Path, tmp_path: Path) -> None:
    before, typed = REFUSED[reason]
    (content / "dialogues/2023/ma-ban-ghi.yml").write_text(before, "utf-8")
    name, *arguments = shlex.split(typed)
    run = run_on(content, name, "ma-ban-ghi", *arguments)
    (made,) = answers(tmp_path / "editor", "told", [[*told_by(typed, tmp_path), before]], data=DATA, today=TODAY)
    assert (run.exit_code, made["refused"]) == (1, reason) and reason in DATA["refusals"]
    assert (content / "dialogues/2023/ma-ban-ghi.yml").read_text("utf-8") == before


DATED = f"{PLAN}schedule: [{{announced_on: 2023-07-20, day: %s}}]\n"
MET = f"{DATED % '2023-08-15'}held: {{}}\n"
CONCLUDED = f"{MET}conclusion: {{number: '15', published_on: 2023-08-24}}\n"
NEXT = {
    "announce": (PLAN, DATED % "2023-09-16", DATED % "2023-08-15}, {announced_on: 2023-08-01, state: postponed, reason: Bão"),
    "hold": (DATED % TODAY, DATED % "2023-08-15"),
    "conclude": (MET, HELD),
    "commit": (CONCLUDED,),
    "update": (f"{CONCLUDED}commitments: [{{id: '1', text: Lắp đèn, agency: UBND}}]\n",),
}


@pytest.mark.parametrize("verb", NEXT)
def test_a_record_is_opened_with_what_is_next_in_its_state(verb: str, tmp_path: Path) -> None:
    assert answers(tmp_path, "next", list(NEXT[verb]), today=TODAY) == [verb] * len(NEXT[verb])


def test_the_scripts_give_each_reason_that_has_words_and_no_other() -> None:
    scripts = "".join((TEMPLATES / "editor" / name).read_text("utf-8") for name in ("verbs.js", "record_editor.js"))
    thrown = re.findall(r'(?:Refused|stop)\((?:[^"\n]*\? "([a-z-]+)" : )?"([a-z-]+)"', scripts)
    told = re.findall(r'refusals(?:\.(\w+)|\["([a-z-]+)"\])', scripts)
    assert {reason for pair in (*thrown, *told) for reason in pair if reason} == DATA["refusals"].keys()


def test_it_reads_every_record_as_the_register_does(tmp_path: Path) -> None:
    texts = [decoded(path.name, path.read_bytes())[0] or "" for path in RECORDS]
    assert answers(tmp_path, "read", texts) == [read_yaml(text)[0] for text in texts] != []


def test_it_adds_to_every_record_at_the_place_where_the_command_line_does(tmp_path: Path) -> None:
    added = {"note": "Ghi chú: #1", "corrections": [{"corrected_on": "2023-09-15", "text": "Sửa"}], "sources": [{"title": "[a]", "url": "https://a.vn"}]}
    texts = [path.read_text("utf-8") for path in RECORDS if "note:" not in path.read_text("utf-8")]
    made = answers(tmp_path, "added", [[text, added] for text in texts], order=list(field_order(())))
    assert made == [with_added(text, added, field_order) for text in texts] != []


def some_value(chance: random.Random, depth: int = 0) -> Any:
    """Text, fields, or a list of which no entry is a list, as no field of a record holds one."""
    kind = chance.random()
    if depth > 2 or kind < 0.5:
        return "".join(chance.choices(LETTERS, k=chance.randrange(1, 9))).strip() or "x"
    names = chance.sample(["a", "b", "c_d", "text"], chance.randrange(4))
    if kind < 0.75 and depth:
        return [some_value(chance, 3) if chance.random() < 0.5 else {"a": some_value(chance, depth + 1)} for _ in names]
    return {name: some_value(chance, depth + 1) for name in names}


@pytest.mark.parametrize("seed", [1, 2])
def test_it_writes_and_reads_any_text_as_the_register_does(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    chance = random.Random(seed)
    values = [{"x": some_value(chance, 1)} for _ in range(1000)]
    made = answers(tmp_path_factory.mktemp("editor"), "written", values)
    assert made == [[_block(value, 2), on_one_line(value)] for value in values]
    styles = [(chance.choice([None, True, False]), chance.choice([2, 3, 6]), chance.choice([20, 10**6])) for _ in values]
    texts = [
        yaml.dump(value, Dumper=yaml.SafeDumper, default_flow_style=flow, indent=indent, width=width, allow_unicode=True, sort_keys=False)
        for value, (flow, indent, width) in zip(values, styles, strict=True)
    ]
    assert answers(tmp_path_factory.mktemp("editor"), "read", texts) == [read_yaml(text)[0] for text in texts]


@pytest.mark.parametrize("text", ["unit: &a x\n", "unit: *a\n", "unit: !!str x\n", "unit: x\n bad: y\n", "unit: 'x\n", "a: b: c\n", "- x\n---\n- y\n", "a:\n\t- b\n", "a:\n  - b\n\t\n", "a: 1\na: 2\n", "{a: 1, a: 2}\n"])
def test_what_is_no_record_is_refused_and_not_guessed_at(text: str, tmp_path: Path) -> None:
    (made,) = answers(tmp_path, "read", [text])
    assert set(made) == {"line"} and read_yaml(text)[1] != []


def test_a_record_of_a_demand_alone_says_something(tmp_path: Path) -> None:
    demanded = "unit: hong-bang/so-dau\nkind: ad-hoc\npresided_by: [government]\n"
    with_demand = demanded + "demand: {asked_by: Cử tri thôn Đông, asked_on: 2023-08-04}\n"
    without, sound = answers(tmp_path, "problems", [demanded, with_demand], data=DATA)
    assert ([problem["rule"] for problem in without], sound) == (["record-says-something"], [])


@pytest.mark.parametrize("kind", ["day", "hour"])
def test_a_day_and_an_hour_are_read_as_the_command_line_reads_them(kind: str, tmp_path: Path) -> None:
    said = SAID[f"{kind}s"]
    assert dict(zip(said, answers(tmp_path, kind, [*said], data=DATA), strict=True)) == said


def test_a_period_is_read_as_the_command_line_reads_it(tmp_path: Path) -> None:
    said = SAID["periods"]
    read = answers(tmp_path, "period", [[typed, "2023"] for typed in said], data=DATA)
    assert dict(zip(said, read, strict=True)) == said


def test_a_field_to_correct_is_called_as_its_description_calls_it() -> None:
    called = field_words()
    assert (called["held.speakers"], called["held.day"][:4]) == ("số lượt phát biểu", "ngày")
