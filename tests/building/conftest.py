"""A register whose site has been built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building.workshop import Workshop


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    workshop = Workshop(tmp_path)
    workshop.build()
    return workshop
