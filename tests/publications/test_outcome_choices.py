"""The page on which a clerk tells what is new of a dialogue, as it stands on the site."""

from __future__ import annotations

import re

from generator.model import Outcome
from generator.publications import record_editor
from tests.builders import a_site


def test_a_clerk_picks_an_outcome_by_the_words_that_citizens_then_read():
    site = a_site()
    [page] = record_editor.publish(site)
    choices = dict(re.findall(r'<option value="([^"]+)">([^<]+)', page.body))
    assert {outcome: choices[outcome] in site.words.outcome[outcome].lower() for outcome in Outcome} == dict.fromkeys(Outcome, True)
