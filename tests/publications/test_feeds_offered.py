"""Every feed that is published is offered by a page: nobody follows what nothing leads to."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from generator.building.build import Publication, publish
from tests.builders import TEMPLATES
from tests.publications.test_dialogue_pages import LIFE, page_at

CONTENT = Path(__file__).parents[1] / "golden" / "content"
FEED = re.compile(r'(?:https|webcal)://doi-thoai\.example/([^"<#]+\.(?:ics|atom))')


@pytest.fixture(scope="module")
def publication() -> Publication:
    return publish(CONTENT, as_of=None, today=date(2030, 1, 1), templates=TEMPLATES)


@pytest.mark.parametrize("ending", [".ics", ".atom"])
def test_a_page_leads_to_every_feed(publication, ending):
    """But to no archive of one, which the feed itself leads to."""
    published = {file.address for file in publication.files if file.address.endswith(ending)}
    published = {address for address in published if not re.fullmatch(r".*/\d{4}-\d\d\.atom", address)}
    in_heads = {feed.address for page in publication.pages for feed in page.feeds}
    in_bodies = {address for page in publication.pages for address in FEED.findall(page.body)}
    assert published - in_heads - in_bodies == set() != published


@pytest.mark.parametrize("stage", LIFE)
def test_a_dialogue_still_to_come_has_a_button_for_its_own_feed(stage):
    ways = ('href="../x.ics" download', 'href="webcal://doithoai.example/doi-thoai/2023/x.ics"')
    offered = [way in page_at(stage).body for way in ways]
    assert sum(offered) == (stage in ("registered", "scheduled", "rescheduled", "postponed"))
