"""What a command imports before it begins: most take less time than all the program takes to be read."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib import import_module

import pytest

from generator.building.delivery import OF_RELEASES
from generator.commands.cli import commands
from generator.commands.listed import LISTED
from generator.model.data_addresses import BY_RELEASE
from tests.places import GENERATOR, GOLDEN, ROOT

SLOW = ("pydantic", "jinja2", "mkdocs", "markdown", "openpyxl", "generator.model", "generator.publications")


def imported(program: str) -> set[str]:
    told = subprocess.run(
        [sys.executable, "-c", f"import sys\n{program}\nprint(*sys.modules)"], capture_output=True, text=True, check=True, cwd=ROOT,
    )
    return set(told.stdout.split())


def test_help_imports_nothing_that_is_slow():
    program = "from generator.commands.cli import commands\ncommands.main(['--help'], standalone_mode=False)"
    assert imported(program) & {*SLOW} == set()


def test_whoever_finds_that_nothing_has_changed_waits_for_no_record_and_no_page():
    for shell in ("mkdocs_plugin", "own_shell"):
        found = imported(f"import generator.commands.cli, generator.{shell}.commands, generator.building.delivery")
        assert found & {*SLOW} == set()


def test_a_check_waits_for_no_publication():
    assert imported("import generator.commands.checking") & {"mkdocs", "openpyxl", "generator.publications"} == set()


def test_a_build_of_sound_records_waits_for_nothing_that_tells_what_is_wrong():
    found = imported("import generator.building.build, generator.building.parts, generator.own_shell.theme")
    assert found & {f"generator.reading.{name}" for name in ("slips", "value_slips", "smallest_mend", "field_problems")} == set()
    assert found & {"generator.text.old_encodings", "html.parser", "logging", "pypdf"} == set()


def test_patterns_that_tell_who_a_person_is_wait_for_a_text_that_asks_them():
    program = (
        "from generator.checks.privacy_rules import TRACES\n"
        "print(*{'asked' if 'compiled' in vars(trace.found) else 'waiting' for trace in TRACES})"
    )
    assert imported(program) & {"asked", "waiting"} == {"waiting"}


def test_what_another_program_plugs_into_pydantic_does_not_judge_records(tmp_path):
    (tmp_path / "other-1.0.dist-info").mkdir()
    (tmp_path / "other-1.0.dist-info/METADATA").write_text("Metadata-Version: 2.1\nName: other\nVersion: 1.0\n")
    (tmp_path / "other-1.0.dist-info/entry_points.txt").write_text("[pydantic]\nother = other:plugin\n")
    (tmp_path / "other.py").write_text("raise SystemExit('was asked')")
    ended = subprocess.run(
        [sys.executable, "-m", "generator", "check", "--content", GOLDEN, "--as-of", "2023-09-15"],
        env={**os.environ, "PYTHONPATH": str(tmp_path)}, capture_output=True, text=True, cwd=ROOT,
    )
    assert (ended.returncode, "was asked" in ended.stderr) == (0, False)


def test_each_command_is_listed_with_its_module_and_its_sentence():
    modules = sorted(path.stem for path in (GENERATOR / "commands").glob("*.py") if "\nCOMMANDS" in path.read_text("utf-8"))
    made = {
        command.name: (module, command.get_short_help_str(1_000))
        for module in modules for command in import_module(f"generator.commands.{module}").COMMANDS
    }
    assert {name: (listed.module, listed.sentence) for name, listed in LISTED.items()} == made


@pytest.mark.parametrize("name", LISTED)
def test_a_listed_command_is_found_by_its_name(name):
    found = commands.get_command(commands.make_context("dialogues", [], resilient_parsing=True), name)
    assert found is not None and found.name == name


def test_the_folder_of_releases_is_told_alike_in_both_places():
    assert OF_RELEASES == BY_RELEASE
