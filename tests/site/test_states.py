"""No state falls through: templates and scripts compare none, each has its words, and these stand in the vocabulary alone."""

from __future__ import annotations

import ast
import pkgutil
import re
from enum import StrEnum
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Iterator

import jinja2
import pytest
import yaml
from jinja2 import nodes

import generator.consequences
import generator.model
from generator.consequences.duty import DutyState
from generator.consequences.states import ANSWERS, Status
from generator.model import Dialogue, Kind
from generator.model.rows import row_for_each
from generator.site.words import Words
from tests.builders import a_site
from tests.places import TEMPLATES

GENERATOR = Path(__file__).parents[2] / "generator"
TEMPLATE_FILES = sorted(path for suffix in ("html", "txt", "yml") for path in TEMPLATES.rglob(f"*.{suffix}") if "forms" not in path.parts)
SCRIPTS = sorted(TEMPLATES.rglob("*.js"))
ROOMS_OF_STATES = (generator.model, generator.consequences)


@cache
def states() -> dict[str, str]:
    """Every value of an enumeration of the records or of what follows from them, with the enumeration's name."""
    modules = [import_module(f"{room.__name__}.{found.name}") for room in ROOMS_OF_STATES for found in pkgutil.iter_modules(room.__path__)]
    enumerations = {
        made for module in modules for made in vars(module).values()
        if isinstance(made, type) and issubclass(made, StrEnum) and made is not StrEnum
    }
    return {member.value: made.__name__ for made in enumerations for member in made}


OTHER_WORDS = {("notices/short.txt", "district"): "a part of a short text, beside venue and link"}
"""What templates compare that is spelled like a state and is none."""


@pytest.mark.parametrize("path", TEMPLATE_FILES, ids=lambda path: path.relative_to(TEMPLATES).as_posix())
def test_no_template_compares_a_state(path):
    name, known = path.relative_to(TEMPLATES).as_posix(), states()
    compared = {
        constant.value
        for comparison in jinja2.Environment().parse(path.read_text("utf-8")).find_all(nodes.Compare)
        for constant in comparison.find_all(nodes.Const) if constant.value in known
    }
    assert {value for value in compared if (name, value) not in OTHER_WORDS} == set()


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_script_compares_a_state(path):
    compared = re.findall(r"""(?:[=!]==?|case)\s*["'`]([a-z-]+)["'`]|["'`]([a-z-]+)["'`]\s*[=!]==?""", path.read_text("utf-8"))
    assert {value for pair in compared for value in pair} & states().keys() == set()


@pytest.mark.parametrize("path", sorted(GENERATOR.rglob("*.py")), ids=lambda path: path.relative_to(GENERATOR).as_posix())
def test_no_module_compares_a_state_by_its_spelling(path):
    compared = {
        constant.value
        for comparison in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(comparison, ast.Compare)
        for constant in ast.walk(comparison) if isinstance(constant, ast.Constant)
    }
    assert (compared & states().keys()) - Dialogue.model_fields.keys() == set()


def test_a_table_of_states_that_forgets_one_cannot_be_made():
    with pytest.raises(TypeError, match="Kind: no row for THEMATIC, AD_HOC"):
        row_for_each(Kind, {Kind.PERIODIC: ""})


@pytest.mark.parametrize("line", ["  held: Đã tổ chức\n", "  thematic: theo chuyên đề\n", "  da-huy: Đã hủy\n"])
def test_a_vocabulary_that_forgets_a_word_cannot_be_read(tmp_path, line):
    text = (TEMPLATES / "words.yml").read_text("utf-8")
    (tmp_path / "titles.yml").write_bytes((TEMPLATES / "titles.yml").read_bytes())
    (tmp_path / "words.yml").write_text(text.replace(line, "", 1), "utf-8")
    with pytest.raises(TypeError, match=line.split(":")[0].strip()):
        Words.read(tmp_path / "words.yml")


def test_a_vocabulary_with_a_word_of_no_state_cannot_be_read(tmp_path):
    text = (TEMPLATES / "words.yml").read_text("utf-8")
    (tmp_path / "titles.yml").write_bytes((TEMPLATES / "titles.yml").read_bytes())
    (tmp_path / "words.yml").write_text(text.replace("status:\n", "status:\n  forgotten: Đã quên\n", 1), "utf-8")
    with pytest.raises(TypeError, match=r"status\.forgotten"):
        Words.read(tmp_path / "words.yml")


def test_each_way_to_show_an_answer_is_there_and_no_other():
    parsed = jinja2.Environment().parse((TEMPLATES / "parts/answer_cards.html").read_text("utf-8"))
    cards = {macro.name for macro in parsed.find_all(nodes.Macro)} - {"reason", "after", "ask"}
    assert cards == {row.card for row in ANSWERS.values()}


@pytest.mark.parametrize("status", Status)
def test_each_status_has_its_look(status):
    assert f".status-{status}" in (TEMPLATES / "stylesheets/parts.css").read_text("utf-8")


WORDED = ("status", "standing", "verdict", "clock", "no_duty", "commitment", "outcome", "change", "answer", "mode", "step", "duty_state",
          "handling", "apart", "entry")
"""Sections whose words name a state: those of these names, and those that such a name begins."""
EXEMPT = {
    "generator/commands/": "help is shown before any register, and so any vocabulary, is there",
    "generator/model/": "descriptions in the schema of records, which editors show without a vocabulary",
    "site_templates/start/": "what a new register begins with is the office's own text from then on",
    "generator/sheets/preview_text.py": "a field of a record that holds nothing, in the clerk's preview",
}
OTHER_PHRASES = {"thông báo": "a notice, beside being what a notice of no change is called"}


@cache
def state_words() -> dict[str, str]:
    """In small letters and without the signs around them: those of more than one syllable, which cannot be anything else."""
    sections = yaml.safe_load((TEMPLATES / "words.yml").read_text("utf-8"))
    words = {
        bare(word): f"{section}.{value}"
        for section, own in sections.items() if section.startswith(WORDED)
        for value, word in own.items() if "{" not in word
    }
    return {word: place for word, place in words.items() if " " in word and word not in OTHER_PHRASES}


def bare(text: str) -> str:
    return text.strip(" .:;,()\n").lower()


def texts_of(path: Path) -> Iterator[str]:
    """Each text that stands by itself: between tags and gaps, in an attribute, in quotes, in a string of code."""
    text = path.read_text("utf-8")
    if path.suffix == ".py":
        tree = ast.parse(text)
        documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        yield from (
            node.value for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation
        )
    elif path.suffix == ".js":
        yield from (found[1] for found in re.finditer(r"""["'`]([^"'`]*)["'`]""", text))
    else:
        text = re.sub(r"\{#.*?#\}", "", text, flags=re.DOTALL)
        gap = re.compile(r"\{[{%].*?[%}]\}", re.DOTALL)
        yield from (found for code in gap.findall(text) for found in re.findall(r'"([^"]*)"', code))
        yield from re.findall(r'"([^"]*)"', gap.sub("\0", text))
        yield from re.split(r"[\0\n]", re.sub(r"<[^>]*>", "\0", gap.sub("\0", text)))


@pytest.mark.parametrize(
    "path", [path for path in (*TEMPLATE_FILES, *SCRIPTS, *sorted(GENERATOR.rglob("*.py"))) if path.name != "words.yml"],
    ids=lambda path: path.relative_to(GENERATOR.parent).as_posix(),
)
def test_a_states_word_stands_in_the_vocabulary_alone(path):
    known, place = state_words(), path.relative_to(GENERATOR.parent).as_posix()
    strays = {bare(text): known[bare(text)] for text in texts_of(path) if bare(text) in known}
    assert not strays or place.startswith(tuple(EXEMPT)), f"ask site_templates/words.yml for {strays}"


def test_what_is_left_of_a_duty_is_told_in_each_of_its_states_and_on_the_last_day():
    assert a_site().words.duty_days.keys() == {*DutyState, "last"}
