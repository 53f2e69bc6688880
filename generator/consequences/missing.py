"""What those are that have not yet done what they owe: each kind of silence and of what is to come, counted."""

from __future__ import annotations

from collections import Counter
from typing import Iterable

from generator.consequences.ledger import LedgerEntry
from generator.consequences.standings import STANDINGS, Standing


def missing_by_standing(entries: Iterable[LedgerEntry]) -> dict[Standing, int]:
    """Of posts that owe a dialogue and are not credited; only the standings that there are, the most hopeful first.

    The counts add up to what is missing: ``Share.remaining`` of the same entries.
    """
    counts = Counter(entry.standing for entry in entries if entry.owed and not entry.credited)
    return {standing: counts[standing] for standing in STANDINGS if counts[standing]}
