"""``pytest --bless`` accepts new outputs: it writes what the tests would have compared with. ``--shells all`` asks the site in
both shells whatever else is asked in one of them. No test asks for time."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Callable

import pytest
from hypothesis import settings

from tests.places import GOLDEN

settings.register_profile("untimed", deadline=None)  # a busy machine is no fault of what is tested
settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bless", action="store_true", help="write expected outputs instead of comparing with them")
    parser.addoption("--shells", choices=("telling", "all"), default="telling", help="which browser tests run over both shells")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Three for two processors: tests wait for a browser, for git or for what is written to the disk about half of their time."""
    return max(1, (os.cpu_count() or 1) * 3 // 2)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with tests that take long come first, the browser's next, so that no worker has a long one left when the others
    have ended; within a file the order stays."""
    long = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: (item.path not in long, item.path.parent.name != "browser"))


@pytest.fixture(scope="session")
def compare(request: pytest.FixtureRequest) -> Callable[[Path, bytes], None]:
    """Compares bytes with a file of expected output, or with ``--bless`` makes them the expected output."""
    bless = request.config.getoption("--bless")

    def compare_or_bless(expected: Path, made: bytes) -> None:
        if bless:
            expected.parent.mkdir(parents=True, exist_ok=True)
            expected.write_bytes(made)
        accept = f"\n{expected}\nis not what was made; if the new output is right: pytest --bless, then read `git diff`"
        was = expected.read_bytes() if expected.is_file() else b""
        assert made.decode("utf-8", "replace") == was.decode("utf-8", "replace"), accept
        assert made == was, accept

    return compare_or_bless


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The golden register's content folder, to change."""
    return Path(shutil.copytree(GOLDEN, tmp_path / "content"))
