"""What has become of a dialogue, as those of a year are counted: each is one of these."""

from __future__ import annotations

from enum import StrEnum

from generator.consequences.views import DialogueView


class Occurrence(StrEnum):
    """``AWAITING``: its day has passed and nobody has reported. ``PLANNED``: registered, with no day yet."""

    HELD = "held"
    AWAITING = "awaiting"
    COMING = "coming"
    UNDONE = "undone"
    PLANNED = "planned"


def occurrence_of(view: DialogueView) -> Occurrence:
    if view.dialogue.held:
        return Occurrence.HELD
    if view.row.needs_report:
        return Occurrence.AWAITING
    if view.row.undoes_day:
        return Occurrence.UNDONE
    return Occurrence.COMING if view.is_upcoming else Occurrence.PLANNED
