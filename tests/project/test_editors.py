"""What editors and commits are told: the same tools and habits as `make test`, for whoever clones the project."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest
import yaml

from tests.places import ROOT, TESTS

HOOKS = [
    hook for repository in yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"]
    for hook in repository["hooks"]
]
BIN = Path(sys.executable).parent


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_commit_asks_only_tools_that_the_project_pins(hook):
    program = hook["entry"].split()[0]
    assert (hook["language"], Path(program).parent.as_posix()) == ("system", ".venv/bin")
    assert (BIN / Path(program).name).is_file()


def test_a_commit_asks_what_the_first_steps_of_make_test_ask():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    asked = {re.search(rf"^{name}:.*\n\t\$\(BIN\)/(\w+)", makefile, re.MULTILINE)[1] for name in ("lint", "types")}
    assert asked | {"dialogues"} == {Path(hook["entry"].split()[0]).name for hook in HOOKS}


def test_editors_show_the_width_that_lint_allows():
    width = int(re.search(r"^line-length = (\d+)$", (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE)[1])
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
    told = re.search(r"^max_line_length = (\d+)$", (ROOT / ".editorconfig").read_text("utf-8"), re.MULTILINE)[1]
    assert (settings["[python]"]["editor.rulers"], int(told)) == ([width], width)


def test_editors_run_the_tests_that_make_quick_runs():
    """Both leave out the same; a folder or a mark that is gone would leave out nothing."""
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
    quick = re.search(r"^quick:.*\n\t.*\(AT_ONCE\) (.*) \$\(TESTS\)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)[1]
    assert settings["python.testing.pytestArgs"] == ["-m", "not slow", "--ignore", "tests/browser"]
    assert quick == '-m "not slow" --ignore tests/browser' and (TESTS / "browser").is_dir()
