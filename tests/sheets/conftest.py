"""The command that reads sheets, on a copy of the golden content."""

from __future__ import annotations

from functools import partial

import pytest

from tests.run_command import run_on


@pytest.fixture
def imported(content):
    """Runs the command on a copy of the golden content."""
    return partial(run_on, content, "import")
