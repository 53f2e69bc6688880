"""A small whole register and every file that it publishes, byte for byte, wherever and whenever it is built."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from generator.building.build import publish
from generator.building.plain_site import write_plain_site
from tests.folders import files_of, fill
from tests.places import EXPECTED, GOLDEN, TEMPLATES, TESTS

AS_OF = date(2023, 9, 15)
HOW = "if the new output is right: pytest tests/building/test_golden.py --bless, then read `git diff tests/golden`"

Tree = dict[str, bytes]


def build(folder: Path, as_of: date | None = None, content: Path = GOLDEN) -> Tree:
    """Built on a day in 2030, which must not show: the register names its own "as of" day."""
    publication = publish(content, as_of=as_of, today=date(2030, 1, 1), templates=TEMPLATES)
    write_plain_site(publication, TEMPLATES, folder)
    return files_of(folder)


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Tree:
    return build(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def expected(made, request) -> Tree:
    if request.config.getoption("--bless"):
        shutil.rmtree(EXPECTED, ignore_errors=True)
        fill(EXPECTED, made)
    return files_of(EXPECTED)


def test_the_addresses_are_those_that_were_promised(made, expected):
    assert sorted(made) == sorted(expected), HOW


def test_every_file_is_as_expected(made, expected):
    different = [address for address in made if address in expected and made[address] != expected[address]]
    first = {address: made[address].decode("utf-8", "replace") for address in different[:1]}
    assert first == {address: expected[address].decode("utf-8", "replace") for address in first}, (
        f"{len(different)} files differ: {', '.join(different)}; {HOW}"
    )


def test_the_same_records_give_the_same_bytes_twice(made, tmp_path):
    assert build(tmp_path) == made


@pytest.mark.parametrize(("zone", "locale", "seed"), [
    ("America/St_Johns", "C", "1"), ("Pacific/Kiritimati", "tr_TR.UTF-8", "4294967295"),
])
def test_another_machine_gives_the_same_bytes(made, tmp_path, zone, locale, seed):
    content = shutil.copytree(GOLDEN, tmp_path / "nội dung")
    subprocess.run(
        [sys.executable, "-c", "from generator.__main__ import main; main()", "write", tmp_path / "site",
         "--content", content, "--templates", TEMPLATES],
        check=True, cwd=tmp_path,
        env={**os.environ, "TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": seed, "PYTHONPATH": TEMPLATES.parent},
    )
    written = files_of(tmp_path / "site")
    del written[".nojekyll"], written[".dialogues-site"]
    assert written == made


def events_of(site: Tree) -> dict[str, set[bytes]]:
    """Every VEVENT of every feed, by its UID."""
    found: dict[str, set[bytes]] = {}
    for address, content in site.items():
        if address.endswith(".ics"):
            for event in re.findall(rb"BEGIN:VEVENT.*?END:VEVENT\r\n", content, re.DOTALL):
                found.setdefault(re.search(rb"UID:(.*)\r\n", event)[1].decode(), set()).add(event)
    return found


def test_an_event_is_the_same_bytes_in_every_feed(made):
    assert {uid: len(events) for uid, events in events_of(made).items() if len(events) > 1} == {}


def test_the_day_of_the_build_changes_no_event(made, tmp_path):
    later = events_of(build(tmp_path, as_of=date(2024, 2, 1)))
    assert later == {uid: events for uid, events in events_of(made).items() if uid in later} != {}


def test_no_file_names_the_folder_that_built_it(made):
    places = (str(TESTS), str(Path.home()) + "/")
    assert [address for address, content in made.items() for place in places if place.encode() in content] == []


def test_sample_data_says_so_in_every_page_feed_and_table(made):
    about_no_dialogue = ("_headers", "robots.txt", "sitemap.xml", ".pdf", ".png", ".schema.json")
    texts = {
        address: content.decode() for address, content in made.items()
        if not address.endswith(about_no_dialogue) and not re.fullmatch(r"tim-kiem/.*\.json|.*\.(js|css)|api/v1/(records|content)/.*", address)
    }
    assert [address for address, text in texts.items() if not re.search("mẫu|MẪU|sample", text)] == []
