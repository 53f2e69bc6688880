"""Sites that are built once and copied by each test that changes one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.folders import replace_in
from tests.places import GOLDEN
from tests.releases.sites import built, copied, last_release, released


@pytest.fixture(scope="session")
def golden_site(tmp_path_factory) -> Path:
    return built(tmp_path_factory.mktemp("golden") / "site")


@pytest.fixture(scope="session")
def next_golden_site(tmp_path_factory) -> Path:
    """Of the day after, with one more dialogue."""
    folder = tmp_path_factory.mktemp("next")
    content = Path(shutil.copytree(GOLDEN, folder / "content"))
    replace_in(content / "register.yml", "as_of: 2023-09-15", "as_of: 2023-09-16")
    (content / "dialogues/2023/ha-ly-moi.yml").write_text(
        "unit: hong-bang/ha-ly\nkind: thematic\npresided_by: [government]\n"
        "registration: {registered_on: 2023-09-16, period: 2023-12}\n", "utf-8",
    )
    return built(folder / "site", content)


@pytest.fixture
def site(golden_site, tmp_path) -> Path:
    return copied(golden_site, tmp_path / "site")


@pytest.fixture
def next_site(next_golden_site, tmp_path) -> Path:
    return copied(next_golden_site, tmp_path / "next")


@pytest.fixture
def two_releases(golden_site, next_golden_site, tmp_path) -> Path:
    """A site that is its register's second release."""
    first, second = copied(golden_site, tmp_path / "first"), copied(next_golden_site, tmp_path / "second")
    released(first)
    released(second, last_release(first))
    return second
