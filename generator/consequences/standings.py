"""Where a post stands in a year, whether one dialogue counts for it, and what follows from either: one row a state.

Their words stand in ``site_templates/words.yml``, under the same values.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from generator.model.rows import row_for_each


class Standing(StrEnum):
    """Why a post is credited or not, one word for each kind of silence too."""

    CREDITED = "credited"
    CREDITED_JOINTLY = "credited-jointly"
    CREDITED_AS_ONE_PERSON = "credited-as-one-person"
    SCHEDULED = "scheduled"
    AWAITING_REPORT = "awaiting-report"
    POSTPONED = "postponed"
    REGISTERED = "registered"
    VACANT = "vacant"
    DEPUTY_PRESIDED = "deputy-presided"
    OTHER_KIND_ONLY = "other-kind-only"
    JOINT_NOT_COUNTED = "joint-not-counted"
    DID_NOT_PRESIDE = "did-not-preside"
    UNKNOWN_DAY = "unknown-day"
    BELOW_MINIMUM = "below-minimum"
    CANCELLED = "cancelled"
    NOT_HELD = "not-held"
    NOT_REGISTERED = "not-registered"
    NOT_EXISTING = "not-existing"


class Lack(StrEnum):
    """What a post has still to bring about before the year is over."""

    PLAN = "plan"
    ANOTHER_DIALOGUE = "another-dialogue"


class StandingRow(NamedTuple):
    """``is_hope``: a dialogue may still come, or its report. ``ends_with_year``: which is so no more when the year is over."""

    is_hope: bool
    ends_with_year: bool
    lack: Lack | None


_SETTLED = StandingRow(is_hope=False, ends_with_year=False, lack=None)
_HOPE = StandingRow(is_hope=True, ends_with_year=False, lack=None)
_PLAN_ONLY = StandingRow(is_hope=True, ends_with_year=True, lack=None)
_UNPLANNED = StandingRow(is_hope=False, ends_with_year=False, lack=Lack.PLAN)
_OVER = StandingRow(is_hope=False, ends_with_year=False, lack=Lack.ANOTHER_DIALOGUE)
STANDINGS = row_for_each(Standing, {
    Standing.NOT_EXISTING: _SETTLED,
    Standing.CREDITED_AS_ONE_PERSON: _SETTLED,
    Standing.CREDITED_JOINTLY: _SETTLED,
    Standing.CREDITED: _SETTLED,
    Standing.SCHEDULED: _HOPE,
    Standing.AWAITING_REPORT: _HOPE,
    Standing.POSTPONED: _PLAN_ONLY,
    Standing.REGISTERED: _PLAN_ONLY,
    Standing.VACANT: _OVER,
    Standing.BELOW_MINIMUM: _OVER,
    Standing.DEPUTY_PRESIDED: _OVER,
    Standing.JOINT_NOT_COUNTED: _OVER,
    Standing.DID_NOT_PRESIDE: _OVER,
    Standing.UNKNOWN_DAY: _SETTLED,
    Standing.OTHER_KIND_ONLY: _UNPLANNED,
    Standing.CANCELLED: _OVER,
    Standing.NOT_HELD: _SETTLED,
    Standing.NOT_REGISTERED: _UNPLANNED,
})
"""Where more than one is true of a post, the first of them is told."""


class Verdict(StrEnum):
    """Whether one dialogue counts for one post, and why not. ``DEPUTY_TO_PRESIDE`` is of one that is still to come."""

    COUNTS = "counts"
    COUNTS_JOINTLY = "counts-jointly"
    COUNTS_AS_ONE_PERSON = "counts-as-one-person"
    NOT_HELD = "not-held"
    AWAITING_REPORT = "awaiting-report"
    CANCELLED = "cancelled"
    UNKNOWN_DAY = "unknown-day"
    AFTER_YEAR_END = "after-year-end"
    OTHER_KIND = "other-kind"
    OTHER_KIND_NOT_HELD = "other-kind-not-held"
    DEPUTY_PRESIDED = "deputy-presided"
    DEPUTY_TO_PRESIDE = "deputy-to-preside"
    JOINT_NOT_COUNTED = "joint-not-counted"
    DID_NOT_PRESIDE = "did-not-preside"


class VerdictRow(NamedTuple):
    """``standing`` is what the post's year comes to by it; None where it says nothing of the year. ``is_open``: that is what
    the dialogue's own status says."""

    counts: bool
    standing: Standing | None
    is_open: bool = False


VERDICTS = row_for_each(Verdict, {
    Verdict.COUNTS: VerdictRow(True, Standing.CREDITED),
    Verdict.COUNTS_JOINTLY: VerdictRow(True, Standing.CREDITED_JOINTLY),
    Verdict.COUNTS_AS_ONE_PERSON: VerdictRow(True, Standing.CREDITED_AS_ONE_PERSON),
    Verdict.NOT_HELD: VerdictRow(False, None, is_open=True),
    Verdict.AWAITING_REPORT: VerdictRow(False, None, is_open=True),
    Verdict.CANCELLED: VerdictRow(False, Standing.CANCELLED),
    Verdict.UNKNOWN_DAY: VerdictRow(False, Standing.UNKNOWN_DAY),
    Verdict.AFTER_YEAR_END: VerdictRow(False, Standing.NOT_HELD),
    Verdict.OTHER_KIND: VerdictRow(False, Standing.OTHER_KIND_ONLY),
    Verdict.OTHER_KIND_NOT_HELD: VerdictRow(False, None),
    Verdict.DEPUTY_PRESIDED: VerdictRow(False, Standing.DEPUTY_PRESIDED),
    Verdict.DEPUTY_TO_PRESIDE: VerdictRow(False, None, is_open=True),
    Verdict.JOINT_NOT_COUNTED: VerdictRow(False, Standing.JOINT_NOT_COUNTED),
    Verdict.DID_NOT_PRESIDE: VerdictRow(False, Standing.DID_NOT_PRESIDE),
})
