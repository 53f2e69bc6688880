"""A dialogue's calendar event in words: its title and its description, in plain text."""

from __future__ import annotations

from typing import Iterator

from jinja2.filters import do_truncate

from generator.consequences.event_history import EventState, EventStatus
from generator.consequences.status import last_announced, moves, presiders_of, venue_of, when_of
from generator.model import Commitment, Conclusion, Dialogue, Opinion
from generator.site.formatting import (
    attendance_text,
    contact_text,
    count_text,
    period_text,
    presider_text,
    short_day,
    unit_in_sentence,
    when_text,
)
from generator.site.site import Site
from generator.text.official_plain import plain_text
from generator.text.shortening import single_spaced, single_spaced_lines

TOPIC_LENGTH, SUBJECTS_LENGTH = 120, 200
COMMITMENTS_SHOWN = 3
COMMITMENT_LENGTH, UPDATE_LENGTH = 120, 100
OPINIONS_SHOWN = 3
OFFICIAL_LENGTH = 250
"""Characters of what was told, answered or concluded; the page has all of it."""
_NO_REASON = "chưa nêu"


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
    above = register.district_of(unit)
    district = f", {unit_in_sentence(above)}" if above else ""
    topic = f": {_cut(dialogue.topic, TOPIC_LENGTH)}" if dialogue.topic else ""
    return single_spaced(" ".join([*parts, f"{title}{district}{topic}"]))


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
    words, unit = site.words, site.register.unit_of(dialogue)
    if site.register.facts.sample:
        yield words.feeds["sample_description"]
    yield from _standing(site, dialogue, state)
    if dialogue.held:
        yield from _figures(site, dialogue)
    if dialogue.conclusion:
        yield _conclusion(dialogue.conclusion)
    for commitment in dialogue.commitments[:COMMITMENTS_SHOWN]:
        yield _commitment(site, commitment)
    if (more := len(dialogue.commitments) - COMMITMENTS_SHOWN) > 0:
        yield f"Và {more} cam kết khác."
    for opinion in dialogue.opinions[:OPINIONS_SHOWN]:
        yield from _opinion(opinion)
    if (more := len(dialogue.opinions) - OPINIONS_SHOWN) > 0:
        yield f"Và {more} ý kiến khác."
    yield f"Chủ trì: {', '.join([presider_text(presider, unit, words) for presider in presiders_of(dialogue)])}"
    if dialogue.subjects and not dialogue.conclusion:
        yield f"Nội dung: {_cut('; '.join(dialogue.subjects), SUBJECTS_LENGTH)}"
    if not dialogue.held:
        yield from _taking_part(site, dialogue, is_open=state.status != EventStatus.CANCELLED)
    yield f"Xem chi tiết: {link}"


def _standing(site: Site, dialogue: Dialogue, state: EventState) -> Iterator[str]:
    """What has become of it, and of its earlier days."""
    words, moved = site.words, moves(dialogue)
    planned = period_text(state.period) if state.period else None
    if state.status == EventStatus.CANCELLED:
        last, old = dialogue.schedule[-1], last_announced(dialogue)
        earlier = when_text(old, words) if old else planned
        if last.state:
            named = words.entry_event_day if old else words.entry_event_plan
            known = named[last.state].format(old=earlier) if earlier else ""
            yield f"{words.entry_event[last.state]}{known}."
        yield f"Lý do: {last.reason or _NO_REASON}"
    elif dialogue.held:
        when = when_of(dialogue)
        known = f" {when_text(when, words)}" if when else f", theo kế hoạch {planned}, không rõ ngày" if planned else ""
        yield f"{words.status['held']}{known}."
    elif moved:
        yield f"Thay đổi thời gian: từ {when_text(moved[-1].old, words)} sang {when_text(moved[-1].new, words)}."
        yield f"Lý do: {moved[-1].reason or _NO_REASON}"
    elif planned:
        yield f"{words.status['registered']} {planned}, chưa có ngày. Mục này nằm ở ngày cuối của thời gian dự kiến."


def _figures(site: Site, dialogue: Dialogue) -> Iterator[str]:
    held = dialogue.held
    if held and held.attendance:
        yield f"Số lượng dự: {', '.join([attendance_text(attendance, site.words) for attendance in held.attendance])}"
    if held and held.opinions.total is not None:
        yield f"Số lượt ý kiến: {count_text(held.opinions.total, held.opinions.total_precision, site.words)}"
    if held and held.summary:
        yield f"Diễn biến: {_official(held.summary)}"


def _conclusion(conclusion: Conclusion) -> str:
    numbered = f" số {conclusion.number}" if conclusion.number else ""
    dated = f", ngày {short_day(conclusion.issued_on)}" if conclusion.issued_on else ""
    said = f": {_official(conclusion.text)}" if conclusion.text else ""
    return f"Thông báo kết luận{numbered}{dated}{said}"


def _commitment(site: Site, commitment: Commitment) -> str:
    due = f", hạn xử lý {short_day(commitment.due)}" if commitment.due else ""
    told = ""
    if commitment.updates:
        update = commitment.updates[-1]
        outcome = site.words.outcome[update.outcome]
        told = f" {outcome} ({short_day(update.updated_on)}): {_cut(update.text, UPDATE_LENGTH)}"
    return f"Cam kết: {_cut(commitment.text, COMMITMENT_LENGTH)} – {commitment.agency}{due}.{told}"


def _opinion(opinion: Opinion) -> Iterator[str]:
    yield f"Ý kiến: {_cut(opinion.summary, OFFICIAL_LENGTH)}"
    if opinion.answer:
        by = f" của {opinion.answer.by}" if opinion.answer.by else ""
        dated = f", ngày {short_day(opinion.answer.answered_on)}" if opinion.answer.answered_on else ""
        yield f"Trả lời{by}{dated}: {_official(opinion.answer.text)}"


def _taking_part(site: Site, dialogue: Dialogue, is_open: bool) -> Iterator[str]:
    """How to come and to be heard, as long as it is to take place; whom to ask in any case."""
    participation, venue = dialogue.participation, venue_of(dialogue)
    if dialogue.mode:
        yield f"Hình thức: {site.words.mode[dialogue.mode]}"
    if is_open:
        if venue and venue.online_url:
            yield f"Tham dự trực tuyến: {venue.online_url}"
        if participation.who:
            yield f"Thành phần: {participation.who}"
        if participation.opinions_to or participation.opinions_until:
            begins = f" từ ngày {short_day(participation.opinions_from)}" if participation.opinions_from else ""
            ends = f" đến hết ngày {short_day(participation.opinions_until)}" if participation.opinions_until else ""
            yield f"Gửi ý kiến: {participation.opinions_to or ''}{begins}{ends}"
        if participation.attend_to or participation.attend_until:
            ends = f" đến hết ngày {short_day(participation.attend_until)}" if participation.attend_until else ""
            yield f"Đăng ký tham dự: {participation.attend_to or ''}{ends}"
    if participation.contact:
        yield f"Liên hệ: {contact_text(participation.contact)}"


def _official(text: str) -> str:
    """As much of it as is shown; more than one line stand below the words before them."""
    shown = _cut(plain_text(text), OFFICIAL_LENGTH)
    return f"\n{shown}" if "\n" in shown else shown


def _cut(text: str, length: int) -> str:
    """As templates cut a text: after a whole word, where it is more than a few characters too long."""
    # An environment is asked for its leeway alone, which is given.
    return do_truncate(None, text, length, end="…", leeway=5)  # type: ignore[arg-type]
