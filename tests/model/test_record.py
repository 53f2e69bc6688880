"""A record comes out of what is kept as it went in."""

from __future__ import annotations

import pickle

from pydantic import BaseModel

from tests.builders import a_held_dialogue


def test_a_record_that_was_kept_has_all_that_pydantic_gives_one():
    record = a_held_dialogue(day="2023-08-15", held={"day": "2023-08-15"})
    kept = pickle.loads(pickle.dumps(record))
    for before, after in ((record, kept), (record.held, kept.held)):
        assert [getattr(after, slot) for slot in BaseModel.__slots__] == [getattr(before, slot) for slot in BaseModel.__slots__]
