"""Days, hours, periods, counts and titles as Vietnamese offices write them (Decree 30/2020/NĐ-CP, Appendix I)."""

from __future__ import annotations

from datetime import date, time
from functools import lru_cache
from typing import Any, Callable, assert_never

from generator.consequences.progress import Share
from generator.consequences.status import When, presiders_of
from generator.model import Attendance, Dialogue, Period, PeriodKind, Post, Precision, Presider, Register, Unit, UnitFile
from generator.site.contacts import email_link, page_text, phone_link
from generator.site.level_words import capital, kinds_below
from generator.site.line_breaks import counted, one_line, unbroken_by
from generator.site.short_days import month_number
from generator.site.short_days import short_day as short_day  # for all who ask this module for other formats too
from generator.site.words import Words
from generator.text.shortening import cut
from generator.text.vietnamese import without_type

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
QUARTERS = ("I", "II", "III", "IV")


def filters(register: Register, words: Words) -> dict[str, Callable[..., Any]]:
    """The functions below as template filters of the same names, with the register and the words filled in."""
    return {
        "long_day": long_day, "short_day": short_day, "office_day": office_day,
        "hour": hour, "phone_link": phone_link, "email_link": email_link, "page_text": page_text,
        "period_text": period_text, "number": number, "counted": counted,
        "unit_in_sentence": unit_in_sentence, "capital": capital,
        "kinds_below": lambda unit: kinds_below(unit, register, words),
        "when_text": lambda when: when_text(when, words),
        "when_unbroken": lambda when: when_unbroken(when, words),
        "one_line": one_line, "cut": cut, "unbroken": unbroken_by(words),
        "percent": lambda share: percent(share, words),
        "share_text": lambda share: share_text(share, words),
        "post_title": lambda post, unit: post_title(post, unit, words),
        "presider_text": lambda presider, unit: presider_text(presider, unit, words),
        "unit_place": lambda unit: unit_place(unit, register),
        "address_beside": lambda address, unit: address_beside(address, unit, register),
        "count_text": lambda count, precision: count_text(count, precision, words),
        "attendance_text": lambda attendance: attendance_text(attendance, words),
    }


@lru_cache(20_000)
def long_day(day: date) -> str:
    """"thứ Ba, ngày 15/8/2023"."""
    return f"{WEEKDAYS[day.weekday()]}, ngày {short_day(day)}"


def office_day(day: date) -> str:
    """"ngày 05 tháng 3 năm 2023"."""
    return f"ngày {day.day:02} tháng {month_number(day.month)} năm {day.year}"


@lru_cache(2_000)
def hour(moment: time) -> str:
    """"08 giờ 00"."""
    return f"{moment.hour:02} giờ {moment.minute:02}"


def when_text(when: When, words: Words) -> str:
    """"thứ Ba, ngày 15/8/2023, 08 giờ 00 – 11 giờ 00", or as much of it as is known; hours of Asia/Ho_Chi_Minh."""
    text = long_day(when.day)
    if when.start is None:
        return f"{words.part_of_day[when.part_of_day]} {text}" if when.part_of_day else text
    return f"{text}, {hour(when.start)}" + (f" – {hour(when.end)}" if when.end else "")


def when_unbroken(when: When, words: Words) -> str:
    """"thứ Ba, ngày 15/8/2023, từ 08 giờ 00 đến 11 giờ 00"; a line may break between the day and its hours or part only."""
    day = one_line(long_day(when.day))
    if when.start is None:
        return f"{words.part_of_day[when.part_of_day]} {day}" if when.part_of_day else day
    # After a dash a line could break whatever follows it.
    hours = f"từ {hour(when.start)} đến {hour(when.end)}" if when.end else hour(when.start)
    return f"{day}, {one_line(hours)}"


def period_text(period: Period) -> str:
    """"tháng 8/2023", "cuối tháng 3/2023", "quý III/2023", "6 tháng đầu năm 2023", or the day itself in full."""
    first, last = period.first_day, period.last_day
    month = f"tháng {month_number(first.month)}/{first.year}"
    match period.kind:
        case PeriodKind.DAY:
            return long_day(first)
        case PeriodKind.EARLY_IN_MONTH:
            return f"đầu {month}"
        case PeriodKind.LATE_IN_MONTH:
            return f"cuối {month}"
        case PeriodKind.MONTH:
            return month
        case PeriodKind.BEFORE:
            return f"thời gian trước tháng {month_number(last.month + 1)}/{first.year}"
        case PeriodKind.QUARTER:
            return f"quý {QUARTERS[first.month // 3]}/{first.year}"
        case PeriodKind.HALF_YEAR:
            return f"6 tháng {'đầu' if first.month == 1 else 'cuối'} năm {first.year}"
        case unknown:
            assert_never(unknown)


def number(value: int) -> str:
    """"1.234"."""
    return f"{value:,}".replace(",", ".")


def percent(share: Share, words: Words) -> str:
    """"87%", rounded down; in words when nothing is owed."""
    return words.figures["none_owed"] if share.percent is None else f"{share.percent}%"


def share_text(share: Share, words: Words) -> str:
    """"12 trên 15"."""
    return words.figures["share"].format(done=number(share.done), owed=number(share.owed))


def post_title(post: Post, unit: Unit, words: Words) -> str:
    """"Bí thư Quận ủy", "Bí thư Đảng ủy phường", "Chủ tịch UBND xã": the post with its unit's type."""
    return _office(words.post[post], post, unit, words)


def presider_text(presider: Presider, unit: Unit, words: Words) -> str:
    """The title as announced, or the post's, or its deputy's."""
    if presider.title:
        return presider.title
    return _office((words.deputy if presider.deputy else words.post)[presider.post], presider.post, unit, words)


def unit_in_sentence(unit: Unit) -> str:
    """"phường Sở Dầu": within a sentence the type has no capital."""
    return _in_sentence(unit.name, unit.type)


def unit_place(unit: Unit, register: Register) -> str:
    """"Phường Sở Dầu, quận Hồng Bàng": two communes of one name are told apart, and a unit of another province too."""
    district = register.district_of(unit)
    place = f"{unit.name}, {unit_in_sentence(district)}" if district else unit.name
    top = (district or unit).facts
    province = top.province if isinstance(top, UnitFile) else None
    return f"{place}, {province}" if province else place


def address_beside(address: str, unit: Unit, register: Register) -> str:
    """What an address adds to the unit's name beside it: "số 5" of "số 5, phường Sở Dầu, quận Hồng Bàng"."""
    place, (before, _, last) = with_district(unit_in_sentence(unit), unit, register), address.rpartition(", ")
    left = before if without_type(last) == without_type(register.facts.place) else address
    return left[:-len(place)].rstrip(", ") if left.casefold().endswith(place.casefold()) else address


def with_district(title: str, unit: Unit, register: Register) -> str:
    """The title of what a unit has, with the district of a commune after it."""
    district = register.district_of(unit)
    return f"{title}, {unit_in_sentence(district)}" if district else title


def dialogue_title(dialogue: Dialogue, register: Register, words: Words) -> str:
    """"Đối thoại định kỳ của Bí thư và Chủ tịch UBND phường Sở Dầu", by who really presided once that is known."""
    unit, presiders = register.unit_of(dialogue), presiders_of(dialogue)
    in_person = {presider.post for presider in presiders if not presider.deputy}
    if in_person == {Post.PARTY, Post.GOVERNMENT}:
        who = words.titles["both"].format(unit=unit_in_sentence(unit))
    else:
        who = words.titles["and"].join(_presider_of_unit(presider, unit, words) for presider in presiders)
    return words.titles["dialogue"].format(kind=words.kind[dialogue.kind], presiders=who)


def attendance_text(attendance: Attendance, words: Words) -> str:
    """"trên 200 người", "50 hộ"."""
    return f"{count_text(attendance.count, attendance.precision, words)} {words.count_of[attendance.of]}"


def count_text(count: int, precision: Precision, words: Words) -> str:
    """"trên 200", "46"."""
    return number(count) if precision == Precision.EXACT else f"{words.precision[precision]} {number(count)}"


@lru_cache(5_000)
def _in_sentence(name: str, type: str) -> str:
    known = name.lower().startswith(type.lower())
    return type.lower() + name[len(type):] if known else name


def _office(post_word: str, post: Post, unit: Unit, words: Words) -> str:
    return f"{post_word} {party_committee(unit, words) if post == Post.PARTY else unit.type.lower()}"


def party_committee(unit: Unit, words: Words) -> str:
    """"Quận ủy", "Đảng ủy phường"."""
    type = unit.type.lower()
    return words.party_committee.get(type) or words.party_committee["other"].format(type=type)


def _presider_of_unit(presider: Presider, unit: Unit, words: Words) -> str:
    """The post with the unit's own name: "Bí thư Quận ủy Hồng Bàng", "Chủ tịch UBND quận Hồng Bàng"."""
    text = presider_text(presider, unit, words)
    return text if unit.own_name in text else f"{text} {unit.own_name}"
