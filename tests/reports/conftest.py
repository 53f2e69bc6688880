"""Registers and forms of an office's own for tests of reports."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.building.build import read_site
from generator.site.site import Site
from tests.places import CONTENT, TEMPLATES
from tests.reports.making import AS_OF


@pytest.fixture(scope="session")
def city() -> Site:
    """The sample register, whose figures the forms must agree with."""
    return read_site(CONTENT, as_of=AS_OF, today=AS_OF, templates=TEMPLATES)


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """A copy that a test may change."""
    return Path(shutil.copytree(TEMPLATES, tmp_path / "templates"))
