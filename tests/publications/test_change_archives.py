"""The months of the city's changes that its feed no longer holds, walked back by an independent reader (RFC 5005, 4)."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Sequence

import feedparser
import pytest

from generator.building.parts import parts_of
from generator.consequences.dated_changes import changes_of
from generator.model import Dialogue, Rules
from generator.publications import change_feeds
from tests.builders import a_dialogue, a_held_dialogue, a_site, some_rules
from tests.record_parts import a_commitment, a_conclusion, an_announcement, an_update

ROOT = "https://doithoai.example/"
CITY = "thay-doi/thanh-pho.atom"
RULES = (some_rules(2022), some_rules(2023))
DIALOGUES = (
    a_dialogue("a", an_announcement("2022-11-20", "2022-10-31"), held={}),
    a_held_dialogue("b", "2023-01-31", conclusion=a_conclusion(issued_on="2023-02-01")),
    a_held_dialogue("c", "2023-07-31", commitments=[a_commitment(an_update("2023-08-31", "kept"))]),
    a_held_dialogue("d", "2023-09-01", commitments=[a_commitment(due="2023-09-09")]),
)


def published(today: date, *dialogues: Dialogue, rules: Sequence[Rules] = RULES) -> dict[str, bytes]:
    """The feed of the city's changes and its archives, by address."""
    site = a_site(*(dialogues or DIALOGUES), today=today, rules=rules)
    archives = {file.address: file.content for part in parts_of(site) if part.name.startswith("changes ") for file in part.publish(today)}
    [feed] = change_feeds.publish_city(site)
    return {CITY: feed.content, **archives}


def links(content: bytes) -> dict[str, str]:
    parsed = feedparser.parse(content)
    assert not parsed.bozo
    return {link.rel: link.href.removeprefix(ROOT) for link in parsed.feed.links}


def walked_back(files: dict[str, bytes]) -> list[str]:
    """The addresses that a reader of the feed comes by, from the newest to the oldest."""
    found, address = [], CITY
    while address:
        found.append(address)
        address = links(files[address]).get("prev-archive")
    return found


def ids(content: bytes) -> list[str]:
    return [entry.id for entry in feedparser.parse(content).entries]


DAYS = [date(2023, 9, 15), date(2023, 8, 31), date(2023, 9, 1), date(2023, 12, 31), date(2024, 1, 1), date(2024, 3, 15)]


@pytest.mark.parametrize("today", DAYS)
def test_a_reader_that_walks_back_comes_by_every_archive_and_every_change(today):
    files = published(today)
    everything = {
        f"tag:doithoai.example,2023:doi-thoai/2023/{dialogue.id}/{change.id}"
        for dialogue in DIALOGUES for change in changes_of(dialogue, today)
    }
    walked = walked_back(files)
    assert set(walked) == set(files)
    assert {id for address in walked for id in ids(files[address])} == everything


def test_each_month_that_is_over_has_an_archive_from_the_registers_first_on():
    months = [f"thay-doi/thanh-pho/2022-{month:02}.atom" for month in range(1, 13)]
    months += [f"thay-doi/thanh-pho/2023-{month:02}.atom" for month in range(1, 9)]
    assert walked_back(published(date(2023, 9, 15)))[:0:-1] == months


def test_a_month_is_made_from_the_dialogues_that_changed_in_it_and_no_others():
    parts = [part for part in parts_of(a_site(*DIALOGUES, rules=RULES)) if part.name.startswith("changes ")]
    made_from = {part.name: [*part.dialogues] for part in parts}
    assert len(made_from) == 24
    assert {name: ids for name, ids in made_from.items() if ids} == {
        "changes 2022-10-01 False": ["a"], "changes 2022-11-01 False": ["a"], "changes 2023-01-01 False": ["b"],
        "changes 2023-02-01 False": ["b"], "changes 2023-07-01 False": ["b", "c", "d"], "changes 2023-08-01 False": ["c"],
        "changes 2023-09-01 False": ["d"],
    }


def test_what_is_of_the_first_day_of_a_month_stands_in_the_archive_of_that_month_alone():
    corrections = [{"corrected_on": "2023-07-01", "text": "Sửa tên văn bản"}]
    moved = an_announcement("2023-09-25", "2023-08-01", reason="Trùng lịch")
    told = a_dialogue("e", an_announcement("2023-09-20", "2023-07-05"), moved)
    files = published(date(2023, 9, 15), told, rules=[some_rules(2022), some_rules(2023, corrections=corrections)])
    archives = {address: len(ids(content)) for address, content in files.items() if address != CITY and ids(content)}
    assert archives == {"thay-doi/thanh-pho/2023-07.atom": 2, "thay-doi/thanh-pho/2023-08.atom": 1}


def test_a_change_stands_in_the_archive_of_its_month_under_its_own_id():
    found = published(date(2023, 9, 15))["thay-doi/thanh-pho/2023-08.atom"]
    assert ids(found) == ["tag:doithoai.example,2023:doi-thoai/2023/c/commitment-1-kept-2023-08-31"]


def test_an_archive_says_that_it_is_one_and_which_feed_it_is_of():
    found = published(date(2023, 9, 15))["thay-doi/thanh-pho/2023-02.atom"]
    assert b'<archive xmlns="http://purl.org/syndication/history/1.0" />' in found
    assert links(found) == {
        "self": "thay-doi/thanh-pho/2023-02.atom", "current": CITY, "prev-archive": "thay-doi/thanh-pho/2023-01.atom",
        "next-archive": "thay-doi/thanh-pho/2023-03.atom",
    }


def test_no_archive_ever_goes_away_or_changes_but_for_a_link_to_the_next():
    next_one = re.compile(rb' *<link rel="next-archive"[^>]*>\n')
    before: dict[str, bytes] = {}
    for days in range(0, 200, 7):
        now = {address: next_one.sub(b"", content) for address, content in published(date(2023, 7, 1) + timedelta(days)).items()}
        del now[CITY]
        assert before.items() <= now.items()
        before = now


def test_only_the_month_of_a_fact_that_is_recorded_late_changes():
    before, after = published(date(2023, 9, 15)), published(date(2023, 9, 15), *DIALOGUES, a_held_dialogue("e", "2023-06-10"))
    changed = {address for address in before if before[address] != after[address]}
    assert changed == {CITY, "thay-doi/thanh-pho/2023-06.atom", "thay-doi/thanh-pho/2023-07.atom"}
