"""No text of a record does anything on a dialogue's page."""

from __future__ import annotations

from functools import cache

from generator.model import Dialogue
from generator.site.published import PublishedPage
from tests.builders import a_held_dialogue
from tests.page_text import Outline
from tests.publications.stages import page_of
from tests.record_parts import an_announcement

HOSTILE = '</dd></script><script>alert(1)</script><img src=x onerror="alert(1)">{{ 7*7 }}{: onclick=alert(1) }'


def a_hostile_dialogue() -> Dialogue:
    """The hostile text in every field that takes a line or paragraphs."""
    contact = {"office": HOSTILE, "phone": HOSTILE, "email": HOSTILE}
    return a_held_dialogue(
        schedule=[an_announcement("2023-08-10", "2023-07-20"),
                  an_announcement("2023-08-15", "2023-07-21", reason=HOSTILE, notice={"number": HOSTILE},
                                  venue={"name": HOSTILE, "address": HOSTILE})],
        topic=HOSTILE, subjects=[HOSTILE], venue={"name": HOSTILE, "address": HOSTILE}, area=HOSTILE, observer=HOSTILE,
        co_organisers=[HOSTILE], further_sites=[HOSTILE], presided_by=[{"post": "party", "title": HOSTILE}], participation={"who": HOSTILE, "contact": contact},
        held={"summary": HOSTILE, "day_note": HOSTILE, "attended": [HOSTILE], "attendance": [{"count": 1, "note": HOSTILE}]},
        conclusion={"number": HOSTILE, "text": HOSTILE, "document": {"file": "a.pdf", "title": HOSTILE}},
        opinions=[{"summary": HOSTILE, "field": HOSTILE, "area": HOSTILE,
                   "answer": {"by": HOSTILE, "text": HOSTILE, "document_number": HOSTILE}}],
        commitments=[{"id": "1", "text": HOSTILE, "agency": HOSTILE, "updates": [
            {"updated_on": "2023-09-01", "outcome": "kept", "text": HOSTILE, "evidence": [{"title": HOSTILE}]}]}],
        corrections=[{"corrected_on": "2023-09-02", "text": HOSTILE}], legal_basis=[HOSTILE],
        sources=[{"title": HOSTILE, "url": "https://phuong.example/"}], note=HOSTILE,
        demand={"asked_by": HOSTILE, "asked_on": "2023-07-01", "answered_on": "2023-07-10", "answer": HOSTILE},
    )


@cache
def hostile_page() -> PublishedPage:
    return page_of(a_hostile_dialogue())


def test_no_text_of_a_record_becomes_an_element():
    assert not {"script", "img"} & Outline(hostile_page()).tags


def test_no_text_of_a_record_becomes_an_attribute():
    assert not {"onerror", "onclick"} & Outline(hostile_page()).attributes


def test_hostile_text_leaves_the_page_well_formed():
    assert Outline(hostile_page()).problems == []


def test_no_text_of_a_record_is_read_as_a_template():
    body = hostile_page().body
    assert ("{{ 7*7 }}" in body, "49" in body) == (True, False)
