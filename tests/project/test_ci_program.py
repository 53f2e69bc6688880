"""What runs the tests of the program, on either host: for which changes, and on a machine with nothing on it."""

from __future__ import annotations

import re
import subprocess
from typing import Callable

import pytest

from generator.reading.record_files import FILES_BESIDE, RECORD_FOLDERS
from tests.places import ROOT
from tests.project.ci import GITLAB, read


class TestWhatRunsTheTests:
    """Of the files that the repository holds, on either host: all but records."""

    RECORDS = tuple(f"content/{name}" for name in (*FILES_BESIDE, "documents/", "inbox/", *(f"{folder}/" for folder in RECORD_FOLDERS)))
    NEW = ["content/rules/2031.yml", "content/submissions/2031.yml", "generator/new/room.py", "new.toml", "docs/new.png"]

    @pytest.mark.parametrize("event", ["pull_request", "push"])
    def test_github_runs_them_for_every_change_but_of_records(self, event):
        ignored = read(ROOT / ".github/workflows/program.yml")["on"][event]["paths-ignore"]
        assert self.runs_wrongly(lambda path: not matches(path, ignored)) == []

    def test_gitlab_runs_them_for_every_change_but_of_records(self):
        (rule,) = read(GITLAB)["program"]["rules"]
        assert self.runs_wrongly(lambda path: matches(path, rule["changes"])) == []

    def runs_wrongly(self, runs: Callable[[str], bool]) -> list[str]:
        # Who runs the tests in a container does not own the files, which git minds.
        listed = subprocess.run(
            ["git", "-c", "safe.directory=*", "ls-files", "-z"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True,
        ).stdout
        return [path for path in (*listed.rstrip("\0").split("\0"), *self.NEW) if runs(path) == path.startswith(self.RECORDS)]


def matches(path: str, patterns: list[str]) -> bool:
    """As both hosts read them: one star ends at a slash, two do not, and braces hold what may stand there."""
    parts = {r"\*\*/\*": ".*", r"\*\*": ".*", r"\*": "[^/]*", r"\{": "(?:", r"\}": ")", ",": "|"}
    any_part = re.compile("|".join(map(re.escape, parts)))
    return any(re.fullmatch(any_part.sub(lambda part: parts[part[0]], re.escape(pattern)), path) for pattern in patterns)


class TestZensical:
    """It is tried on either host, and holds nobody up."""

    def test_no_host_waits_for_it(self):
        github, gitlab = read(ROOT / ".github/workflows/dependencies.yml")["jobs"]["zensical"], read(GITLAB)["zensical"]
        assert (github["continue-on-error"], gitlab["allow_failure"]) == ("true", "true")
        assert github["steps"][-1]["run"] == gitlab["script"][0] == ".ci/try-zensical"

    def test_the_configuration_has_the_lines_that_the_trial_changes(self):
        written = (ROOT / "mkdocs.yml").read_text("utf-8")
        assert "\n  name: material\n" in written and "\n  custom_dir: " in written


class TestTheBareMachine:
    """Both hosts follow README where nothing has been installed but what README asks for."""

    README = (ROOT / "README.md").read_text("utf-8")
    STEPS = (ROOT / ".ci/bare-machine").read_text("utf-8")

    def test_it_runs_the_two_commands_of_the_readme_in_their_order(self):
        (block,) = re.findall(r"```sh\n(.*?)```", self.README, re.DOTALL)
        assert re.findall(r"^make \w+", self.STEPS, re.MULTILINE) == re.findall(r"^make \w+", block, re.MULTILINE) != []

    def test_a_machine_that_has_what_the_readme_asks_for_runs_its_test_command_and_nothing_else(self):
        commands = (ROOT / ".ci/run").read_text("utf-8").splitlines()[2:]
        assert commands == ["set -eu", 'cd "$(dirname "${BASH_SOURCE[0]}")/.."', "make test"]

    def test_it_has_what_the_readme_asks_for_and_what_brings_files_over_https(self):
        asked = re.search(r"Debian \w+ (Python) [^,]*, `(\w+)` \w+ `(\w+)`:", self.README).groups()
        (installed,) = re.findall(r"apt-get install .* --no-install-recommends (.*)", self.STEPS)
        assert {name.removesuffix("3") for name in installed.split()} == {name.lower() for name in asked} | {"ca-certificates"}

    def test_both_hosts_run_it_in_a_debian_with_nothing_on_it(self):
        (_, github), gitlab = read(ROOT / ".github/workflows/program.yml")["jobs"]["test"]["steps"], read(GITLAB)["program"]
        image = gitlab["image"]
        assert (image, gitlab["script"]) == ("debian:bookworm-slim", [".ci/bare-machine"])
        assert github["run"] == f'docker run --rm --volume "$PWD:/register" {image} /register/.ci/bare-machine'

    def test_newer_versions_of_libraries_are_tried_in_the_same_way(self):
        lock = read(ROOT / ".github/workflows/dependencies.yml")["jobs"]["lock"]["steps"]
        assert [step["run"] for step in lock if ".ci/" in step.get("run", "")] == [
            read(ROOT / ".github/workflows/program.yml")["jobs"]["test"]["steps"][-1]["run"]]
