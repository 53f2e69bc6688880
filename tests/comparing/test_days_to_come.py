"""What a list of a year's rules may be given without a correction."""

from __future__ import annotations

from datetime import date

import pytest

from generator.comparing.days_to_come import fields_of_days_to_come
from generator.tables.promised_records import PromisedRecord


def holidays(*days: str) -> PromisedRecord:
    values = {"holidays": "; ".join(days)}
    none = {"address": None, "event": None, "follows": {}, "documents": {}, "corrections": [], "redactions": []}
    return PromisedRecord.model_validate({"name": "rules/2026", "values": values, **none})


@pytest.mark.parametrize("days, is_grown", [
    (("2026-01-01", "2026-04-27", "2026-09-02"), True),
    (("2026-01-01", "2026-03-31", "2026-09-02"), False),
    (("2026-04-27", "2026-09-02"), False),
], ids=["one to come between two", "one of the day itself", "one taken away"])
def test_a_list_may_grow_by_days_to_come_wherever_they_stand(days, is_grown):
    grown = fields_of_days_to_come(holidays("2026-01-01", "2026-09-02"), holidays(*days), date(2026, 3, 31))
    assert ("holidays" in grown) == is_grown
