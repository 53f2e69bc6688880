"""Whether a year can be closed: what is still open in silence, and which posts are without credit, with the reason."""

from __future__ import annotations

from typing import Iterator

from generator.consequences.clocks import Clock, CommitmentState, Step
from generator.consequences.views import DialogueView
from generator.site.formatting import dialogue_title, post_title, short_day, unit_place
from generator.site.site import Site
from generator.site.words import Words


def open_matters(site: Site, year: int) -> Iterator[str]:
    """A line for each thing of the year that nobody has settled or explained, as of the site's day.

    A dialogue is settled when it was held or cancelled (which takes a reason); a ``note`` in its record explains it.
    A conclusion notice past its day limit is open; so is a commitment past its due day of which nobody has said a word.
    """
    end = site.register.rules[year].cutoffs.year_end
    if site.today <= end:
        yield f"Năm {year} chưa hết: số liệu còn thay đổi đến hết ngày {short_day(end)}."
    for view in site.views.by_year[year]:
        if not view.dialogue.note:
            yield from (f"{view.dialogue.id}: {matter}" for matter in _of_dialogue(site, view))


def posts_without_credit(site: Site, year: int) -> Iterator[str]:
    """Each post that owed a dialogue and has none, with its standing in words, in the register's order."""
    end = site.register.rules[year].cutoffs.year_end
    for entry in site.progress(year, end).entries:
        if entry.owed and not entry.credited:
            post = post_title(entry.post, entry.unit, site.words)
            yield f"{post}, {unit_place(entry.unit, site.register)}: {site.words.standing[entry.standing]}"


def _of_dialogue(site: Site, view: DialogueView) -> Iterator[str]:
    if not view.row.is_settled:
        title = dialogue_title(view.dialogue, site.register, site.words)
        yield f"{title}: {site.words.status[view.status]}; hãy ghi hold hoặc cancel, hay giải thích ở note"
    for step, clock in ((Step.SEND, view.send), (Step.PUBLISH, view.publish)):
        if clock.is_overdue:
            yield _overdue(site.words, step, clock)
    for commitment in site.views.commitments_of(view):
        if commitment.standing.state == CommitmentState.OVERDUE and not commitment.commitment.updates:
            overdue = site.words.commitment[commitment.standing.state].lower()
            yield f"cam kết {commitment.commitment.id} {overdue} {commitment.standing.days} ngày, chưa có cập nhật nào"


def _overdue(words: Words, step: Step, clock: Clock) -> str:
    return f"{words.step[step]}: {words.clock[clock.state].lower()} {clock.days} ngày (hạn {short_day(clock.due)})"
