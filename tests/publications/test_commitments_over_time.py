"""The page of promises shows how they stood at each month's end, as a picture and as the table beside it."""

from __future__ import annotations

import re

from generator.publications import commitments
from generator.site.published import PublishedPage
from tests.builders import a_held_dialogue, a_site, published_at
from tests.page_text import section
from tests.record_parts import a_commitment, an_update


def the_page(*dialogues) -> PublishedPage:
    return published_at("cam-ket/", commitments, a_site(*dialogues))


def test_the_picture_and_the_table_tell_the_same_months():
    page = the_page(a_held_dialogue(day="2023-07-20", commitments=(a_commitment(an_update("2023-08-20", "kept")),)))
    assert "31/7/2023 1 0 31/8/2023 0 1 15/9/2023 0 1" in section(page, "theo-thoi-gian")
    assert re.findall(r'<path class="stack-([a-z-]+)" d="(M\d)', page.body) == [("kept", "M1"), ("unreported", "M0")]


def test_without_promises_there_is_no_picture():
    assert "<svg" not in the_page(a_held_dialogue()).body
