"""A register whose site has been built once."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.building.workshop import Workshop


@pytest.fixture(scope="session")
def known() -> dict[bytes, dict[str, bytes]]:
    """Sites built from nothing, by what they were built from."""
    return {}


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where every workshop stands, one after the other: what is kept names the site by its folder."""
    return tmp_path_factory.mktemp("workshop") / "here"


@pytest.fixture(scope="session")
def as_built(place: Path) -> Path:
    """A workshop after its first build, put aside."""
    place.mkdir()
    Workshop(place).build()
    return place.rename(place.with_name("as built"))


@pytest.fixture
def workshop(as_built: Path, place: Path, known: dict[bytes, dict[str, bytes]]) -> Workshop:
    if place.exists():
        shutil.rmtree(place)
    subprocess.run(["cp", "--archive", as_built, place], check=True)  # files that are links of each other stay so
    return Workshop(place, known)
