"""What a clock, a commitment, an announcement or a time taken back says beside its state."""

from __future__ import annotations

from datetime import date
from typing import Any, Callable

from markupsafe import Markup

from generator.consequences.announcements import PastAnnouncement
from generator.consequences.clocks import Clock
from generator.consequences.commitment_standing import CommitmentStanding
from generator.consequences.states import Status
from generator.consequences.status import When
from generator.model import ScheduleState
from generator.site.formatting import long_day, short_day, when_text, when_unbroken
from generator.site.words import Words


def state_filters(words: Words) -> dict[str, Callable[..., Any]]:
    """The functions below as template filters of the same names, with the words filled in."""
    return {
        "clock_days": lambda clock: clock_days(clock, words),
        "commitment_days": lambda standing: commitment_days(standing, words),
        "history_text": lambda past: history_text(past, words),
        "news_text": lambda state, old: news_text(state, old, words),
        "days_left": lambda days: days_left(days, words),
        "undone_time": lambda old, status: undone_time(old, status, words),
    }


def clock_days(clock: Clock, words: Words) -> str:
    """", còn 3 ngày (hạn 18/8/2023)", with what parts it from the state."""
    return words.clock_days[clock.state].format(
        left="" if clock.days is None else days_left(clock.days, words), days=clock.days,
        term=clock.due and _term(clock, clock.due, words), done=clock.done_on and short_day(clock.done_on),
        done_all_the_same=words.clock_done["all_the_same"].format(done=short_day(clock.done_on)) if clock.done_on else "",
    )


def _term(clock: Clock, due: date, words: Words) -> str:
    if clock.day_off:
        return words.clock_term["moved"].format(day_off=long_day(clock.day_off), due=long_day(due))
    return words.clock_term["ends"].format(due=short_day(due))


def commitment_days(standing: CommitmentStanding, words: Words) -> str:
    """" từ ngày 12/9/2023, chưa có cập nhật", with the space before it; empty where neither days nor silence is to be told."""
    silence = "" if standing.reported else words.commitment_silence[standing.state]
    if standing.days is None and standing.late_from is None:
        return silence
    days = words.commitment_days[standing.state].format(
        left="" if standing.days is None else days_left(standing.days, words), days=standing.days,
        late_from=standing.late_from and short_day(standing.late_from),
    )
    return days + silence


def days_left(days: int, words: Words) -> str:
    """"còn 3 ngày"; "hôm nay là ngày cuối" on the last."""
    return words.duty_days["open" if days else "last"].format(days=days)


def undone_time(old: Markup, status: Status, words: Words) -> Markup:
    """What stands where the time of a dialogue would, when it was taken back: "Lịch đã hủy: …"."""
    return Markup.escape(words.status_undone[status]).format(old=old)


def history_text(past: PastAnnouncement, words: Words) -> str:
    """"thay đổi thời gian từ … sang ….", "tạm hoãn (lịch cũ: …), chưa có ngày mới."."""
    old = when_unbroken(past.old, words) if past.old else None
    if past.step:
        return words.history[past.step].format(when=past.when and when_unbroken(past.when, words), old=old)
    state = past.announcement.state
    assert state, "an announcement names a time or a state"
    return words.entry[state].format(undone=words.entry_undone["old"].format(old=old) if old else "")


def news_text(state: ScheduleState, old: When | None, words: Words) -> str:
    """"Chưa có ngày mới; lịch cũ: …."; empty where a title says all there is."""
    return words.entry_news_old[state].format(old=when_text(old, words)) if old else words.entry_news[state]
