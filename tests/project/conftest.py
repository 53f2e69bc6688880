"""A city that is made and published once, and copied by each test that goes on from there; a repository to change."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Iterator

import pytest

from tests.git import committed, git
from tests.places import GOLDEN, ROOT
from tests.project.ci import BIN
from tests.project.cities import PUBLISHED, City, begun_in


@pytest.fixture(scope="session")
def begun_city(tmp_path_factory) -> City:
    return begun_in(tmp_path_factory.mktemp("begun"))


@pytest.fixture(scope="session")
def first_release(begun_city, tmp_path_factory) -> City:
    """The city when it has published once."""
    city = City(Path(shutil.copytree(begun_city.folder, tmp_path_factory.mktemp("city") / "city", symlinks=True)))
    status, said = city.publish("--way", "first")
    assert status == PUBLISHED, said
    return city


@pytest.fixture
def city(first_release, tmp_path) -> City:
    shutil.copytree(first_release.folder, tmp_path / "city", symlinks=True)
    return City(tmp_path / "city")


@pytest.fixture(scope="session")
def repository(tmp_path_factory) -> Path:
    """A city's repository: this project with the golden content, and one commit of it."""
    folder = tmp_path_factory.mktemp("changed") / "register"
    folder.mkdir()
    for name in ("generator", "site_templates"):
        (folder / name).symlink_to(ROOT / name)
    (folder / ".venv").symlink_to(BIN.parent)
    (folder / ".gitignore").write_text(".venv\nsite/\npublic/\n", "utf-8")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(GOLDEN, folder / "content")
    committed(folder)
    return folder


@pytest.fixture
def folder(repository: Path) -> Iterator[Path]:
    """The repository with nothing changed yet."""
    yield repository
    git(repository, "checkout", "--quiet", "--", ".")
