"""The staff's calendars of deadlines: whole days that say what is owed, and go when it is done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import ics
import pytest
import vobject
from icalendar import Calendar

from generator.keeping.observed_day import ObservedDay
from generator.model import Submission
from generator.publications import deadlines
from generator.publications.deadlines import deadline_calendar
from generator.site.site import Site
from tests.builders import (
    TODAY,
    a_commune,
    a_dialogue,
    a_district,
    a_held_dialogue,
    a_register,
    a_site,
    every,
    published_by,
    some_rules,
)
from tests.places import TEMPLATES
from tests.record_parts import a_commitment, a_conclusion, an_announcement, an_update

IN_DISTRICT = {"unit": "hong-bang"}


def events(site: Site, unit: str | None = None) -> dict[str, object]:
    calendar = Calendar.from_ical(deadline_calendar(site, site.register.units[unit] if unit else None))
    return {str(event["uid"]).partition("@")[0]: event for event in calendar.walk("VEVENT")}


def with_sent(site: Site, *reports: str) -> Site:
    sent = tuple(Submission(unit="hong-bang", report=report, sent_on="2023-02-20") for report in reports)
    return replace(site, register=replace(site.register, submissions={2023: sent}))


def test_a_deadline_is_the_whole_last_day_in_time():
    event = events(a_site(a_held_dialogue("a", "2023-09-10", **IN_DISTRICT)))["thoi-han/a/send-conclusion"]
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2023, 9, 20), date(2023, 9, 21))


def test_a_deadline_that_a_day_off_moved_is_the_working_day_and_one_before_a_day_stays():
    rules = some_rules(day_off="next-working-day", holidays=["2023-11-14"])
    found = events(a_site(a_held_dialogue("a", "2023-09-14", **IN_DISTRICT), rules=[rules]))
    assert (found["thoi-han/a/send-conclusion"]["dtstart"].dt, found["thoi-han/2023/annual"]["dtstart"].dt) == (
        date(2023, 9, 25), date(2023, 11, 14),
    )


def test_a_deadline_has_the_sequence_of_its_dialogues_record():
    moved = an_announcement("2023-09-10", "2023-08-20", reason="Bão")
    announced = an_announcement("2023-09-08", "2023-07-20")
    found = [events(a_site(a_dialogue("a", *schedule, held={}, **IN_DISTRICT)))["thoi-han/a/send-conclusion"]["sequence"]
             for schedule in ([announced], [announced, moved])]
    assert found[0] < found[1]


def test_reports_stand_among_what_dialogues_ask_for_by_their_days():
    found = events(a_site(a_held_dialogue("a", "2023-09-10", commitments=[a_commitment(due="2023-12-31")], **IN_DISTRICT)))
    days = [event["dtstart"].dt for event in found.values()]
    assert days == sorted(days) and list(found)[-1] == "thoi-han/a/keep-commitment/1" and "thoi-han/2023/annual" in found


def test_a_report_that_many_districts_owe_is_one_event_of_the_city():
    units = [a_district(), a_commune(), a_district("le-chan", "Quận Lê Chân")]
    found = events(with_sent(a_site(units=units)))
    assert str(found["thoi-han/2023/q1"]["description"]).splitlines() == [
        "Gửi báo cáo quý I (BC01, BC02) năm 2023.", "Chưa ghi nhận đã gửi: Quận Hồng Bàng; Quận Lê Chân.",
        "https://doithoai.example/tien-do/2023/",
    ]


def test_nobody_is_said_not_to_have_sent_where_no_account_is_kept():
    assert "Chưa ghi nhận" not in str(events(a_site())["thoi-han/2023/q1"]["description"])


def test_what_is_done_is_gone():
    sent = a_conclusion(issued_on="2023-09-11", sent_on="2023-09-12")
    done = a_held_dialogue("a", "2023-09-10", conclusion=sent, commitments=[a_commitment(an_update("2023-09-12", "kept"))], **IN_DISTRICT)
    site = with_sent(a_site(done), "registration", "q1", "q2", "q3", "q4", "annual")
    assert events(site) == {}


def test_a_districts_calendar_has_its_own_events():
    units = [a_district(), a_commune(), a_district("le-chan", "Quận Lê Chân")]
    site = a_site(a_held_dialogue("a", commitments=[a_commitment()]), units=units)
    assert "thoi-han/a/keep-commitment/1" in events(site, "hong-bang").keys() - events(site, "le-chan").keys()


def test_the_day_of_the_build_changes_no_event():
    register = a_register(a_held_dialogue("a", "2023-09-10", commitments=[a_commitment()], **IN_DISTRICT))
    today, later = (deadline_calendar(Site(register, ObservedDay(day), TEMPLATES), None) for day in (TODAY, date(2023, 12, 1)))
    assert today == later


@pytest.mark.parametrize("reader", [lambda text: ics.Calendar(text).events, lambda text: list(vobject.readOne(text).vevent_list)],
                         ids=["ics", "vobject"])
def test_other_readers_find_every_event(reader):
    site = a_site(a_held_dialogue("a", "2023-09-10", commitments=[a_commitment(text="Sửa; vá, \\n đường")], **IN_DISTRICT))
    assert len(reader(deadline_calendar(site, None).decode())) == len(events(site))


def test_the_city_and_each_district_have_a_calendar():
    assert [file.address for file in published_by(deadlines, a_site())] == ["lich/thoi-han.ics", "lich/thoi-han/hong-bang.ics"]


def test_sample_deadlines_say_so():
    assert all(str(event["summary"]).startswith("[DỮ LIỆU MẪU] ") for event in every(events(a_site(sample=True)).values()))


@pytest.mark.parametrize(("unit", "known", "last"), [
    ("hong-bang/so-dau", {}, date(2023, 12, 31)), ("hong-bang", {"notified_on": "2023-09-01"}, date(2023, 12, 31)),
    ("hong-bang", {}, date(2023, 9, 20)),
])
def test_a_meetings_day_makes_a_calendar_anew_only_where_somebody_has_to_be_told_of_it_before(unit, known, last):
    site = a_site(a_dialogue("a", an_announcement("2023-09-20", "2023-08-01"), unit=unit, **known))
    assert [*deadlines.publish_districts(site)]
    assert date.fromordinal(site.today.same.last) == last
