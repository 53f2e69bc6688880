"""The feeds of a unit that is no more lead whoever follows them to the units after it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from icalendar import Calendar

from generator.calendars.closed_units import closed_revised
from generator.model import Level, Unit, UnitFile
from generator.publications import deadlines, feeds
from generator.site.site import Site
from tests.builders import a_commune, a_district, a_held_dialogue, a_site, rules_of_2025

REFORM = date(2025, 7, 1)
CLOSED = ["lich/hong-bang.ics", "lich/hong-bang-du-kien.ics", "lich/hong-bang/cap-huyen.ics", "lich/hong-bang/so-dau.ics"]


def seen_on(today: date) -> Site:
    closed = {"exists_until": "2025-06-30", "successors": ["phuong-hong-bang"]}
    after = UnitFile(id="phuong-hong-bang", level="commune", name="Phường Hồng Bàng", type="phường", exists_from="2025-07-01")
    return a_site(
        a_held_dialogue(day="2025-03-10", year=2025), rules=[rules_of_2025()], today=today,
        units=[a_district(**closed), a_commune(**closed), Unit(after.id, Level.COMMUNE, None, after)],
    )


def feed(address: str, today: date) -> Calendar:
    [file] = [file for file in feeds.publish(seen_on(today)) if file.address == address]
    return Calendar.from_ical(file.content)


@pytest.mark.parametrize("address", CLOSED)
def test_each_feed_of_a_closed_unit_ends_with_the_day_of_the_reform_and_names_the_feeds_after_it(address):
    calendar = feed(address, date(2026, 3, 1))
    *_, last = calendar.walk("VEVENT")
    [after] = [file.address for file in feeds.publish(seen_on(REFORM)) if file.address.endswith("/phuong-hong-bang.ics")]
    assert (last.decoded("DTSTART"), last.decoded("DTEND")) == (REFORM, date(2025, 7, 2))
    for text in (last["DESCRIPTION"], calendar["DESCRIPTION"]):
        assert "Từ ngày 01/7/2025 không còn" in text
        assert f"Phường Hồng Bàng, theo dõi lịch tại https://doithoai.example/{after}" in text


@pytest.mark.parametrize("address", CLOSED)
def test_until_the_reforms_day_a_feed_says_nothing_of_it(address):
    calendar = feed(address, date(2025, 6, 30))
    assert "không còn" not in calendar["DESCRIPTION"]
    assert not [event for event in calendar.walk("VEVENT") if "don-vi-cu/" in event["UID"]]


def test_the_city_and_the_units_after_it_go_on_as_they_were():
    files = {file.address: file for file in feeds.publish(seen_on(date(2026, 3, 1)))}
    assert [address for address, file in files.items() if b"don-vi-cu/" in file.content] == CLOSED


def test_what_the_closing_day_says_is_dated_by_the_reform_and_not_by_the_build():
    *_, event = feed(CLOSED[0], date(2026, 3, 1)).walk("VEVENT")
    assert event.decoded("DTSTAMP").date() == date(2025, 6, 30)  # midnight in Việt Nam, in UTC


def test_the_calendar_of_a_closed_districts_deadlines_names_those_of_the_units_after_it():
    site = seen_on(date(2026, 3, 1))
    files = {file.address: Calendar.from_ical(file.content) for file in deadlines.publish_districts(site)}
    said = files["lich/thoi-han/hong-bang.ics"]["DESCRIPTION"]
    assert "Từ ngày 01/7/2025 không còn Quận Hồng Bàng." in said
    [after] = [address for address in files if address.endswith("/phuong-hong-bang.ics")]
    assert f"Phường Hồng Bàng, theo dõi lịch tại https://doithoai.example/{after}" in said


@pytest.mark.parametrize("publish, address", [
    (feeds.publish, "lich/hong-bang/so-dau.ics"), (deadlines.publish_districts, "lich/thoi-han/hong-bang.ics"),
])
def test_a_calendar_is_modified_with_its_last_event(publish, address):
    [file] = [file for file in publish(seen_on(date(2026, 3, 1))) if file.address == address]
    assert Calendar.from_ical(file.content).decoded("LAST-MODIFIED").date() == date(2025, 6, 30)  # midnight in Việt Nam, in UTC


def test_the_calendar_of_deadlines_says_nothing_of_a_closure_to_come():
    [file] = [one for one in deadlines.publish_districts(seen_on(date(2025, 6, 30))) if one.address == "lich/thoi-han/hong-bang.ics"]
    assert "không còn" not in Calendar.from_ical(file.content)["DESCRIPTION"]


def test_a_feed_of_a_unit_that_nothing_is_recorded_to_follow_sends_nobody_to_another():
    site = a_site(rules=[rules_of_2025()], today=date(2025, 3, 1), units=[a_district(), a_commune(exists_until="2024-12-31")])
    [file] = [file for file in feeds.publish(site) if file.address == "lich/hong-bang/so-dau.ics"]
    calendar = Calendar.from_ical(file.content)
    *_, last = calendar.walk("VEVENT")
    assert last["SUMMARY"] == "Không còn Phường Sở Dầu, quận Hồng Bàng"
    assert all("Sổ không ghi đơn vị kế tiếp." in text for text in (last["DESCRIPTION"], calendar["DESCRIPTION"]))


@pytest.mark.parametrize("changed_on, revised", [("2023-01-01", "20250630T170000Z"), ("2025-12-01", "20251130T170000Z")])
def test_the_last_event_is_revised_when_all_events_were_after_the_reform(changed_on: str, revised: str):
    closed = a_commune(exists_until="2025-06-30")
    stamp = closed_revised(a_site(feeds_changed_on=changed_on, today=date(2026, 3, 1), units=[a_district(), closed]), closed)
    assert f"{stamp:%Y%m%dT%H%M%SZ}" == revised


def test_where_the_unit_after_it_is_no_more_either_a_feed_leads_to_those_of_today_and_says_it_anew():
    units = [
        a_district(), a_commune(exists_until="2024-12-31", successors=["hong-bang/moi"]),
        a_commune("hong-bang/moi", "Phường Mới", exists_from="2025-01-01", exists_until="2025-06-30", successors=["hong-bang/ha-ly"]),
        a_commune("hong-bang/ha-ly", "Phường Hạ Lý", exists_from="2025-07-01"),
    ]

    def last(today: date) -> Any:
        site = a_site(rules=[rules_of_2025()], today=today, units=units)
        [file] = [file for file in feeds.publish(site) if file.address == "lich/hong-bang/so-dau.ics"]
        return Calendar.from_ical(file.content).walk("VEVENT")[-1]

    before, after = last(date(2025, 6, 30)), last(REFORM)
    assert "Đơn vị mới: Phường Mới, quận Hồng Bàng, theo dõi" in before["DESCRIPTION"]
    assert "Đơn vị mới: Phường Hạ Lý, quận Hồng Bàng, theo dõi" in after["DESCRIPTION"]
    assert "Phường Mới" not in after["DESCRIPTION"]
    assert [event.decoded("DTSTAMP").date() for event in (before, after)] == [date(2024, 12, 31), date(2025, 6, 30)]
