"""The command that reads sheets, on a copy of the golden content."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.commands.cli import commands
from tests.places import GOLDEN, TEMPLATES


@pytest.fixture
def content(tmp_path) -> Path:
    return Path(shutil.copytree(GOLDEN, tmp_path / "content"))


@pytest.fixture
def imported(content):
    """Runs the command on a copy of the golden content."""
    def run(*arguments: object) -> Result:
        where = ["--content", str(content), "--templates", str(TEMPLATES)]
        return CliRunner().invoke(commands, ["import", *map(str, arguments), *where])
    return run
