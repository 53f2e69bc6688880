"""The commitments of one dialogue, counted."""

from __future__ import annotations

from generator.consequences.promises import promise_count
from tests.builders import TODAY, a_held_dialogue, a_site
from tests.record_parts import a_commitment


def test_what_is_due_today_is_the_next_to_be_due():
    dues = ("2023-09-14", "2023-09-15", "2023-09-16")
    site = a_site(a_held_dialogue(commitments=[a_commitment(id=str(number), due=due) for number, due in enumerate(dues)]))
    assert promise_count(site.views.commitments, site.today).next_due == TODAY
