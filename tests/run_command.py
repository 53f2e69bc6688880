"""Commands as a clerk types them, run in this process."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from generator.commands.cli import commands
from tests.places import TEMPLATES


def run(*arguments: object, input: str | None = None) -> Result:
    return CliRunner().invoke(commands, [*map(str, arguments)], input=input)


def run_on(content: Path, *arguments: object, input: str | None = None) -> Result:
    """On the records of a content folder, with the program's own templates."""
    return run(*arguments, "--content", content, "--templates", TEMPLATES, input=input)
