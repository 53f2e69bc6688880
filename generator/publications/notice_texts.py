"""What is sent as a message and read out over loudspeakers of a dialogue that people still have to hear of."""

from __future__ import annotations

import unicodedata
from datetime import date, time
from typing import assert_never

from generator.consequences.states import NoticeTime
from generator.consequences.status import When, moves
from generator.consequences.views import DialogueView
from generator.keeping.observed_day import ObservedDay
from generator.model.addresses import dialogue_page
from generator.site.formatting import hour, long_day, short_day
from generator.site.site import Site
from generator.site.words import Words
from generator.text.shortening import single_spaced, single_spaced_lines

SHORT_LENGTH = 160
"""Characters of one SMS in the 7-bit alphabet (3GPP TS 23.038), which a text without accents fills exactly."""
BY_IMPORTANCE = ("unit", "venue", "district", "contact", "topic", "link")
"""What joins the day in a short text while there is room; whatever does not fit is left out whole."""

_PLAIN = str.maketrans("đĐ–—“”‘’", "dD--\"\"''")


def has_notice(view: DialogueView, today: ObservedDay) -> bool:
    """Still to come, postponed, or cancelled before its day is over: what a board or a loudspeaker must tell."""
    match view.row.notice_time:
        case NoticeTime.WHILE_SO:
            return True
        case NoticeTime.UNTIL_ITS_DAY:
            return view.undone is not None and view.undone.day >= today
        case NoticeTime.NEVER:
            return False
        case unknown:
            assert_never(unknown)


def short_text(site: Site, view: DialogueView) -> str:
    """At most SHORT_LENGTH characters whatever the names: the state and the day always, then what fits."""
    shown: tuple[str, ...] = ()
    text = _short(site, view, shown)
    for part in BY_IMPORTANCE:
        longer = _short(site, view, (*shown, part))
        if len(longer) <= SHORT_LENGTH:
            shown, text = (*shown, part), longer
    return text


def spoken_text(site: Site, view: DialogueView) -> str:
    """Whole sentences, a paragraph a line, with hours and days as they are said, and the heart of it said twice."""
    undone, reason = change_of(view)
    text = site.render(
        "notices/spoken.txt", view=view, dialogue=view.dialogue, unit=view.unit, spoken_day=spoken_day, reason=reason,
        when=spoken_when(view.when, site.words) if view.when else None,
        undone=spoken_when(undone, site.words) if undone else None,
    )
    return single_spaced_lines(str(text))


def without_accents(text: str) -> str:
    """The same text, as long, in letters that every telephone has: "Sở Dầu" is "So Dau"."""
    bare = unicodedata.normalize("NFD", text.translate(_PLAIN))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def change_of(view: DialogueView) -> tuple[When | None, str | None]:
    """The time that people may still have in mind, which was moved, postponed or cancelled; and why it was."""
    if view.row.is_moved:
        move = moves(view.dialogue)[-1]
        return move.old, move.reason
    if view.row.undoes_day:
        return view.undone, view.dialogue.schedule[-1].reason
    return None, None


def spoken_when(when: When, words: Words) -> str:
    """"từ 8 giờ đến 11 giờ 30 phút, thứ Ba, ngày 15 tháng 8 năm 2023"; hours of Asia/Ho_Chi_Minh."""
    day = f"{long_day(when.day).partition(',')[0]}, {spoken_day(when.day)}"
    if when.start is None:
        return f"vào {words.part_of_day[when.part_of_day]} {day}" if when.part_of_day else f"vào {day}"
    if when.end is None:
        return f"lúc {spoken_hour(when.start)}, {day}"
    return f"từ {spoken_hour(when.start)} đến {spoken_hour(when.end)}, {day}"


def spoken_day(day: date) -> str:
    """"ngày 5 tháng 8 năm 2023"."""
    return f"ngày {day.day} tháng {day.month} năm {day.year}"


def spoken_hour(moment: time) -> str:
    """"8 giờ 30 phút", "14 giờ"."""
    return f"{moment.hour} giờ {moment.minute} phút" if moment.minute else f"{moment.hour} giờ"


def _short(site: Site, view: DialogueView, shown: tuple[str, ...]) -> str:
    undone, _ = change_of(view)
    when = view.when
    text = site.render(
        "notices/short.txt", view=view, dialogue=view.dialogue, unit=view.unit, shown=shown,
        when=_short_when(when, site.words) if when else None,
        undone=_short_old(undone, when, site.words) if undone else None,
        link=site.register.facts.address + dialogue_page(view.dialogue),
    )
    return unicodedata.normalize("NFC", single_spaced(str(text)))


def _short_when(when: When, words: Words) -> str:
    """"08 giờ 00, thứ Ba, ngày 15/8/2023": without the end, which nobody needs to come in time."""
    if when.start:
        return f"{hour(when.start)}, {long_day(when.day)}"
    return f"{words.part_of_day[when.part_of_day]} {long_day(when.day)}" if when.part_of_day else long_day(when.day)


def _short_old(old: When, new: When | None, words: Words) -> str:
    """As much of it as tells it from the new time."""
    if new is None:
        return _short_when(old, words)
    return hour(old.start) if old.start and old.day == new.day else short_day(old.day)
