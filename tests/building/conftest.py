"""A register whose site has been built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building.workshop import Workshop


@pytest.fixture(scope="session")
def known() -> dict[bytes, dict[str, bytes]]:
    """Sites built from nothing, by what they were built from."""
    return {}


@pytest.fixture
def workshop(tmp_path: Path, known: dict[bytes, dict[str, bytes]]) -> Workshop:
    workshop = Workshop(tmp_path, known)
    workshop.build()
    return workshop
