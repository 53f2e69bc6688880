"""A dialogue's calendar event in words: its title and its description, in plain text."""

from __future__ import annotations

from typing import Iterator

from generator.consequences.event_history import EventState, EventStatus, corrections_of_event
from generator.consequences.status import last_announced, moves, presiders_of, venue_of, when_of
from generator.model import Commitment, Conclusion, Dialogue, Opinion
from generator.site.contacts import contact_text
from generator.site.correction_words import told_correction
from generator.site.formatting import (
    attendance_text,
    count_text,
    period_text,
    presider_text,
    short_day,
    when_text,
    with_district,
)
from generator.site.site import Site
from generator.site.titles import EventLines
from generator.text.official_plain import plain_text
from generator.text.shortening import cut, single_spaced, single_spaced_lines

TOPIC_LENGTH, SUBJECTS_LENGTH, OFFICES_LENGTH, SITES_LENGTH = 120, 200, 200, 400
COMMITMENTS_SHOWN = 3
COMMITMENT_LENGTH, UPDATE_LENGTH = 120, 100
OPINIONS_SHOWN = 3
OFFICIAL_LENGTH = 250
"""Characters of what was told, answered or concluded; the page has all of it."""


def event_title(site: Site, dialogue: Dialogue, state: EventState, title: str) -> str:
    """On one line: the dialogue's ``title`` between marks and its topic. Most readers show nothing else, and some hide a
    cancelled event."""
    register, words = site.register, site.words
    unit = register.unit_of(dialogue)
    parts = _marks(site, dialogue, state)
    if state.period and dialogue.held:
        parts.append(words.feeds["day_unknown"])
    elif state.period:
        parts.append(words.feeds["period"] % period_text(state.period))
    topic = f": {cut(dialogue.topic, TOPIC_LENGTH)}" if dialogue.topic else ""
    return single_spaced(" ".join([*parts, f"{with_district(title, unit, register)}{topic}"]))


def event_description(site: Site, dialogue: Dialogue, state: EventState, link: str) -> str:
    """A fact on each line, the ``link`` to the dialogue's page on the last: Google Calendar shows no URL."""
    return single_spaced_lines("\n".join(_lines(site, dialogue, state, link)))


def _marks(site: Site, dialogue: Dialogue, state: EventState) -> list[str]:
    """The words that open the title."""
    words = site.words
    marks = [words.feeds["sample"]] if site.register.facts.sample else []
    undone = dialogue.schedule[-1].state if dialogue.schedule else None
    if state.status == EventStatus.CANCELLED:
        marks += [words.entry_mark[undone]] if undone else []
    elif dialogue.held:
        marks += [words.feeds["concluded"]] if dialogue.conclusion else []
    else:
        marks += [words.feeds["moved"]] if moves(dialogue) else []
        marks += [words.feeds["no_hour"]] if state.status == EventStatus.TENTATIVE and state.period is None else []
    return marks


def _lines(site: Site, dialogue: Dialogue, state: EventState, link: str) -> Iterator[str]:
    words, lines, unit = site.words, site.words.event, site.register.unit_of(dialogue)
    if site.register.facts.sample:
        yield words.feeds["sample_description"]
    yield from _standing(site, dialogue, state)
    if not dialogue.held:
        for correction in corrections_of_event(dialogue):
            yield told_correction(dialogue, correction, site.register, site.words)
    if dialogue.held:
        yield from _figures(site, dialogue)
    if dialogue.conclusion:
        yield _conclusion(lines, dialogue.conclusion)
    for commitment in dialogue.commitments[:COMMITMENTS_SHOWN]:
        yield _commitment(site, commitment)
    if (more := len(dialogue.commitments) - COMMITMENTS_SHOWN) > 0:
        yield lines.more_commitments.format(count=more)
    for opinion in dialogue.opinions[:OPINIONS_SHOWN]:
        yield from _opinion(lines, opinion)
    if (more := len(dialogue.opinions) - OPINIONS_SHOWN) > 0:
        yield lines.more_opinions.format(count=more)
    presiders = [presider_text(presider, unit, words) for presider in presiders_of(dialogue)]
    yield lines.presided_by.format(presiders=", ".join(presiders))
    if dialogue.held and dialogue.held.attended:
        yield lines.attended.format(posts=cut(", ".join(dialogue.held.attended), OFFICES_LENGTH))
    if dialogue.co_organisers:
        yield lines.co_organisers.format(offices=cut(", ".join(dialogue.co_organisers), OFFICES_LENGTH))
    if dialogue.subjects and not dialogue.conclusion:
        yield lines.subjects.format(subjects=cut("; ".join(dialogue.subjects), SUBJECTS_LENGTH))
    if not dialogue.held:
        yield from _taking_part(site, dialogue, is_open=state.status != EventStatus.CANCELLED)
        if dialogue.schedule and (notice := dialogue.schedule[-1].notice):
            dated = lines.dated.format(day=short_day(notice.issued_on)) if notice.issued_on else ""
            yield lines.notice.format(number=notice.number, dated=dated)
    yield lines.link.format(link=link)


def _standing(site: Site, dialogue: Dialogue, state: EventState) -> Iterator[str]:
    """What has become of it, and of its earlier days."""
    words, lines, moved = site.words, site.words.event, moves(dialogue)
    planned = period_text(state.period) if state.period else None
    if state.status == EventStatus.CANCELLED:
        last, old = dialogue.schedule[-1], last_announced(dialogue)
        earlier = when_text(old, words) if old else planned
        if last.state:
            named = words.entry_event_day if old else words.entry_event_plan
            known = named[last.state].format(old=earlier) if earlier else ""
            yield f"{words.entry_event[last.state]}{known}."
        yield lines.reason.format(reason=last.reason or lines.no_reason)
    elif dialogue.held:
        when = when_of(dialogue)
        as_planned = lines.held_as_planned.format(period=planned) if planned else ""
        known = f" {when_text(when, words)}" if when else as_planned
        yield f"{words.status['held']}{known}."
    elif moved:
        yield lines.moved.format(old=when_text(moved[-1].old, words), new=when_text(moved[-1].new, words))
        yield lines.reason.format(reason=moved[-1].reason or lines.no_reason)
    elif planned:
        yield lines.planned.format(status=words.status["registered"], period=planned)


def _figures(site: Site, dialogue: Dialogue) -> Iterator[str]:
    held, lines = dialogue.held, site.words.event
    if held and held.attendance:
        counts = [attendance_text(attendance, site.words) for attendance in held.attendance]
        yield lines.attendance.format(counts=", ".join(counts))
    if held and held.opinions.total is not None:
        yield lines.opinions.format(count=count_text(held.opinions.total, held.opinions.total_precision, site.words))
    if held and held.summary:
        yield lines.summary.format(summary=_official(held.summary))


def _conclusion(lines: EventLines, conclusion: Conclusion) -> str:
    return lines.conclusion.format(
        numbered=lines.numbered.format(number=conclusion.number) if conclusion.number else "",
        dated=lines.dated.format(day=short_day(conclusion.issued_on)) if conclusion.issued_on else "",
        said=f": {_official(conclusion.text)}" if conclusion.text else "",
    )


def _commitment(site: Site, commitment: Commitment) -> str:
    lines = site.words.event
    due = lines.due.format(day=short_day(commitment.due)) if commitment.due else ""
    told = ""
    if commitment.updates:
        update = commitment.updates[-1]
        outcome = site.words.outcome[update.outcome]
        told = f" {outcome} ({short_day(update.updated_on)}): {cut(update.text, UPDATE_LENGTH)}"
    text = cut(commitment.text, COMMITMENT_LENGTH)
    return lines.commitment.format(commitment=text, agency=commitment.agency, due=due, told=told)


def _opinion(lines: EventLines, opinion: Opinion) -> Iterator[str]:
    yield lines.opinion.format(opinion=cut(opinion.summary, OFFICIAL_LENGTH))
    if answer := opinion.answer:
        by = lines.answered_by.format(office=answer.by) if answer.by else ""
        dated = lines.dated.format(day=short_day(answer.answered_on)) if answer.answered_on else ""
        yield lines.answer.format(by=by, dated=dated, answer=_official(answer.text))


def _taking_part(site: Site, dialogue: Dialogue, is_open: bool) -> Iterator[str]:
    """How to come and to be heard, as long as it is to take place; whom to ask in any case."""
    participation, venue, lines = dialogue.participation, venue_of(dialogue), site.words.event
    if dialogue.mode:
        yield lines.mode.format(mode=site.words.mode[dialogue.mode])
    if is_open:
        if dialogue.further_sites:
            yield lines.further_sites.format(sites=cut("; ".join(dialogue.further_sites), SITES_LENGTH))
        if venue and venue.online_url:
            yield lines.online.format(address=venue.online_url)
        if participation.who:
            yield lines.who.format(who=participation.who)
        if participation.opinions_to or participation.opinions_until:
            begins, ends = participation.opinions_from, participation.opinions_until
            yield lines.opinions_to.format(
                where=participation.opinions_to or "",
                first=lines.first_day.format(day=short_day(begins)) if begins else "",
                last=lines.last_day.format(day=short_day(ends)) if ends else "",
            )
        if participation.attend_to or participation.attend_until:
            ends = participation.attend_until
            yield lines.attend_to.format(
                where=participation.attend_to or "", last=lines.last_day.format(day=short_day(ends)) if ends else "",
            )
    if participation.contact:
        yield lines.contact.format(contact=contact_text(participation.contact))


def _official(text: str) -> str:
    """As much of it as is shown; more than one line stand below the words before them."""
    shown = cut(plain_text(text), OFFICIAL_LENGTH)
    return f"\n{shown}" if "\n" in shown else shown
