"""Rules 9 to 19 of feeds that every reader can follow: the events."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from generator.calendars.calendar_events import calendar_event
from tests.builders import a_dialogue, a_held_dialogue, a_site, every
from tests.calendars.lives import a_life, states
from tests.calendars.reading import CITY, TENTATIVE, calendar, event_of, published, uids, unfolded
from tests.record_parts import a_commitment, a_conclusion, a_registration, an_announcement, an_update, cancelled, postponed

HANOI_TIME = ZoneInfo("Asia/Ho_Chi_Minh")
MOVED = an_announcement("2023-09-25", "2023-08-20", reason="Trùng lịch họp")


def feed_of(state: str) -> str:
    return TENTATIVE if state == "dang-ky" else CITY


@cache
def life_of_events():
    """The event after each entry of a dialogue's life, whichever feed carries it."""
    events = []
    for dialogue in a_life():
        feeds = published(dialogue, feeds_changed_on="2023-01-01")
        [event] = [*calendar(feeds[CITY]).walk("VEVENT"), *calendar(feeds[TENTATIVE]).walk("VEVENT")]
        events.append(event)
    return events


def test_rule_9_the_uid_is_the_records_id_at_a_domain_that_outlives_the_host():
    assert event_of(a_held_dialogue(), address="https://moi.example/")["UID"] == "so-dau-dinh-ky@doithoai.example"


def test_rule_9_the_uid_survives_the_whole_life_of_a_dialogue():
    assert len({str(event["UID"]) for event in life_of_events()}) == 1


def test_rule_9_the_event_is_the_same_bytes_in_every_feed_that_carries_it():
    site = a_site(a_dialogue("a", an_announcement()))
    event = calendar_event(site, site.register.dialogues["a"]).content
    feeds = published(a_dialogue("a", an_announcement()))
    assert {address for address, content in feeds.items() if event in content} == {
        CITY, "lich/hong-bang.ics", "lich/hong-bang/so-dau.ics", "lich/loai/dinh-ky.ics", "doi-thoai/2023/a.ics",
    }


def test_rule_10_every_entry_raises_the_stamp():
    stamps = [event["DTSTAMP"].dt for event in life_of_events()]
    assert all(older < newer for older, newer in every(pairwise(stamps)))


def test_rule_10_the_stamp_is_the_last_modification():
    assert all(event["DTSTAMP"].dt == event["LAST-MODIFIED"].dt for event in every(life_of_events()))


def test_rule_10_the_stamp_is_in_the_day_of_the_newest_fact():
    stamp = event_of(a_held_dialogue(day="2023-08-15"))["DTSTAMP"].dt
    assert stamp.astimezone(HANOI_TIME).date() == date(2023, 8, 15)


def test_rule_10_the_stamp_is_written_in_utc():
    midnight = datetime.combine(date(2023, 8, 15), time(), HANOI_TIME).astimezone(UTC)
    assert timedelta() < event_of(a_held_dialogue(day="2023-08-15"))["DTSTAMP"].dt - midnight < timedelta(hours=1)


def test_rule_10_another_day_of_building_changes_no_byte_of_an_event():
    before, after = (published(*states().values(), today=date(2023, 9, day))[CITY] for day in (10, 30))
    assert before == after


def test_rule_10_each_change_of_the_templates_raises_the_stamp():
    dialogue = a_held_dialogue(day="2023-08-15")
    days = ("2023-01-01", "2023-08-15", "2023-09-10", "2023-09-12")
    stamps = [event_of(dialogue, feeds_changed_on=day)["DTSTAMP"].dt for day in days]
    assert all(older < newer for older, newer in every(pairwise(stamps)))


def test_rule_10_an_entry_older_than_the_templates_raises_the_stamp_too():
    before = event_of(a_held_dialogue(), feeds_changed_on="2023-09-10")
    after = event_of(a_held_dialogue(conclusion=a_conclusion(issued_on="2023-08-20")), feeds_changed_on="2023-09-10")
    assert after["DTSTAMP"].dt > before["DTSTAMP"].dt


@pytest.mark.parametrize("announcements, sequence", [
    ([an_announcement()], 0),
    ([an_announcement(), MOVED], 1),
    ([an_announcement(), an_announcement(reason="Đổi nơi", announced_on="2023-08-20", venue={"name": "Nhà văn hóa"})], 0),
    ([an_announcement(), an_announcement(announced_on="2023-08-20", start="08:00", end="10:30", reason="Ngắn lại")], 1),
    ([an_announcement(start=None), an_announcement(announced_on="2023-08-20", reason="Đã rõ giờ")], 1),
    ([an_announcement(), postponed()], 1),
    ([an_announcement(), postponed(), postponed("2023-09-05")], 1),
    ([an_announcement(), postponed(), an_announcement("2023-09-28", "2023-09-10", reason="Bão đã tan")], 2),
    ([an_announcement(), postponed(), an_announcement(announced_on="2023-09-10", reason="Bão đã tan")], 2),
    ([an_announcement(), cancelled()], 1),
])
def test_rule_11_the_sequence_counts_changes_of_start_end_and_status(announcements, sequence):
    assert event_of(a_dialogue("a", *announcements))["SEQUENCE"] == sequence


@pytest.mark.parametrize("field, was, more", [
    ("schedule[1].day", "2023-09-18", 2), ("schedule[1].end", None, 2), ("venue.name", "Trường THCS", 2), ("mode", "in-person", 2),
    ("topic", "Rác", 0), ("schedule[1].reason", "Bão", 0),
])
def test_rule_17_a_correction_raises_the_stamp_and_of_time_and_place_the_sequence(field, was, more):
    correction = {"corrected_on": "2023-08-01", "field": field, "was": was, "text": "Ghi nhầm"}
    before, after = (event_of(a_dialogue("a", an_announcement(), corrections=told)) for told in ([], [correction]))
    assert after["DTSTAMP"].dt == after["LAST-MODIFIED"].dt > before["DTSTAMP"].dt
    assert after["SEQUENCE"] - before["SEQUENCE"] == more


def test_rule_17_a_moved_day_that_is_corrected_to_the_first_one_raises_the_sequence_all_the_same():
    back = MOVED.model_copy(update={"day": an_announcement().day})
    correction = {"corrected_on": "2023-09-01", "field": "schedule[2].day", "was": "2023-09-25", "text": "Ghi nhầm"}
    before = event_of(a_dialogue("a", an_announcement(), MOVED))
    after = event_of(a_dialogue("a", an_announcement(), back, corrections=[correction]))
    assert after["SEQUENCE"] > before["SEQUENCE"]


def test_rule_17_another_place_raises_the_sequence():
    elsewhere = an_announcement(announced_on="2023-08-20", venue={"name": "Nhà văn hóa"}, reason="Đổi nơi")
    before, after = (event_of(a_dialogue("a", an_announcement(), *more, venue={"name": "Hội trường"})) for more in ((), (elsewhere,)))
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)


def test_rule_17_the_entry_tells_what_the_day_was_until_the_meeting_is_held():
    corrected = {"corrections": [{"corrected_on": "2023-09-01", "field": "schedule[1].day", "was": "2023-09-18", "text": "Ghi nhầm"}]}
    told = "Đính chính: ngày đối thoại đã công bố là thứ Hai, ngày 18/9/2023, nay là thứ Tư, ngày 20/9/2023. Ghi nhầm"
    coming, held = (str(event_of(a_dialogue("a", an_announcement(), **more, **corrected))["DESCRIPTION"]) for more in ({}, {"held": {}}))
    assert told in coming.splitlines() and told not in held.splitlines()


def test_rule_11_the_sequence_never_falls():
    numbers = [event["SEQUENCE"] for event in life_of_events()]
    assert numbers == sorted(numbers)


def test_rule_11_a_meeting_held_without_a_known_hour_is_no_longer_tentative():
    dialogue = a_dialogue("a", an_announcement("2023-08-15", start=None), held={})
    assert (str(event_of(dialogue)["STATUS"]), event_of(dialogue)["SEQUENCE"]) == ("CONFIRMED", 1)


def test_rule_11_the_day_of_creation_never_changes():
    assert {event["CREATED"].dt for event in life_of_events()} == {datetime(2023, 2, 19, 17, tzinfo=UTC)}


def test_rule_11_no_day_of_creation_is_invented():
    assert "CREATED" not in event_of(a_dialogue("a", an_announcement(announced_on="unknown")))


def test_rule_12_hours_are_of_the_named_time_zone():
    lines = unfolded(published(a_dialogue("a", an_announcement()))[CITY])
    assert {"DTSTART;TZID=Asia/Ho_Chi_Minh:20230920T080000", "DTEND;TZID=Asia/Ho_Chi_Minh:20230920T110000"} <= set(lines)


def test_rule_12_no_end_is_invented():
    assert "DTEND" not in event_of(a_dialogue("a", an_announcement(start="08:00")))


def test_rule_13_a_cancelled_event_stays_with_its_day_and_says_so_in_its_title():
    event = event_of(states()["huy"])
    assert (str(event["STATUS"]), event["DTSTART"].dt.date(), str(event["SUMMARY"]).split(" Đối thoại")[0]) == (
        "CANCELLED", date(2023, 9, 20), "[ĐÃ HỦY]",
    )


def test_rule_13_a_cancelled_event_tells_the_reason():
    assert "Lý do: Đã lồng ghép vào hội nghị khác" in str(event_of(states()["huy"])["DESCRIPTION"])


def test_rule_13_a_cancelled_event_stays_at_least_90_days_after_its_day():
    assert uids(published(states()["huy"], today=date(2023, 9, 20) + timedelta(days=90))[CITY]) == ["huy"]


def test_rule_13_a_plan_cancelled_before_it_had_a_day_stays_among_the_tentative():
    event = event_of(a_dialogue("a", cancelled(), registration=a_registration("2023-10")), TENTATIVE)
    assert str(event["STATUS"]) == "CANCELLED" and str(event["SUMMARY"]).startswith("[ĐÃ HỦY]")


def test_rule_14_a_moved_event_says_so_and_tells_its_old_day():
    event = event_of(states()["doi-lich"])
    assert str(event["SUMMARY"]).startswith("[DỜI LỊCH]") and "thứ Tư, ngày 20/9/2023" in str(event["DESCRIPTION"])


def test_rule_14_a_moved_event_stands_at_its_new_time():
    assert event_of(states()["doi-lich"])["DTSTART"].dt == datetime(2023, 9, 25, 8, tzinfo=HANOI_TIME)


def test_rule_14_a_postponed_event_is_cancelled_on_its_old_day():
    event = event_of(states()["hoan"])
    assert (str(event["STATUS"]), event["DTSTART"].dt.date()) == ("CANCELLED", date(2023, 9, 20))


def test_rule_14_a_postponed_event_stays_on_the_day_that_was_announced_last():
    moved_and_postponed = a_dialogue("a", an_announcement(), MOVED, postponed(), registration=a_registration("2023-Q3"))
    assert event_of(moved_and_postponed)["DTSTART"].dt == datetime(2023, 9, 25, 8, tzinfo=HANOI_TIME)


def test_rule_14_a_postponed_event_says_that_no_new_day_is_known():
    assert str(event_of(states()["hoan"])["SUMMARY"]).startswith("[HOÃN, chưa có ngày mới]")


def test_rule_14_a_later_day_revives_a_postponed_event():
    event = event_of(a_dialogue("a", an_announcement(), postponed(), an_announcement("2023-09-28", "2023-09-10", reason="Bão tan")))
    assert (str(event["STATUS"]), event["DTSTART"].dt.date()) == ("CONFIRMED", date(2023, 9, 28))


def test_rule_15_a_day_without_an_hour_is_a_whole_tentative_day():
    event = event_of(states()["chua-ro-gio"])
    assert (event["DTSTART"].dt, event["DTEND"].dt, str(event["STATUS"])) == (
        date(2023, 9, 20), date(2023, 9, 21), "TENTATIVE",
    )


def test_rule_15_a_whole_day_is_marked_as_a_date():
    assert "DTSTART;VALUE=DATE:20230920" in unfolded(published(states()["chua-ro-gio"])[CITY])


def test_rule_15_a_day_without_an_hour_says_so_in_its_title():
    assert str(event_of(states()["chua-ro-gio"])["SUMMARY"]).startswith("[DỰ KIẾN, chưa rõ giờ]")


def test_rule_16_a_quarter_stands_only_in_the_tentative_feeds_and_its_own():
    feeds = published(states()["dang-ky"])
    assert [address for address in feeds if uids(feeds[address])] == [
        TENTATIVE, "lich/hong-bang-du-kien.ics", "doi-thoai/2023/dang-ky.ics",
    ]


def test_rule_16_a_quarter_is_marked_by_its_last_day_and_named_in_the_title():
    event = event_of(states()["dang-ky"], TENTATIVE)
    assert (event["DTSTART"].dt, event["DTEND"].dt, str(event["STATUS"])) == (date(2023, 12, 31), date(2024, 1, 1), "TENTATIVE")
    assert str(event["SUMMARY"]).startswith("[DỰ KIẾN trong quý IV/2023]")


@pytest.mark.parametrize("period", ["2023-09", "2023-Q3"])
def test_rule_16_a_plan_is_not_past_while_its_period_is_not(period):
    event = event_of(a_dialogue("a", registration=a_registration(period)), TENTATIVE)
    assert event["DTSTART"].dt == date(2023, 9, 30)


def test_rule_11_a_day_that_marked_a_period_is_another_when_it_is_announced():
    announced = an_announcement("2023-09-30", start=None)
    assert event_of(a_dialogue("a", announced, registration=a_registration("2023-09")))["SEQUENCE"] == 1


def test_rule_16_a_plan_leaves_the_tentative_feeds_when_it_gets_a_day():
    feeds = published(a_dialogue("a", an_announcement(), registration=a_registration("2023-Q3")))
    assert (uids(feeds[TENTATIVE]), uids(feeds[CITY])) == ([], ["a"])


def test_rule_17_the_entry_becomes_the_answer():
    event = event_of(states()["co-ket-luan"])
    assert str(event["SUMMARY"]).startswith("[ĐÃ CÓ KẾT LUẬN]")
    assert "Thông báo kết luận số 15-TB/QU, ngày 20/8/2023: Giao UBND phường sửa đường ngõ 12." in str(event["DESCRIPTION"])


def test_rule_17_the_address_leads_to_the_conclusion():
    assert event_of(states()["co-ket-luan"])["URL"] == "https://doithoai.example/doi-thoai/2023/co-ket-luan/#ket-luan"


@pytest.mark.parametrize("text", [
    "Giao UBND phường. " * 20 + "\n" + "**Sửa đường** " * 50, "chữ " * 500, f"[đường](https://a.example/{'x' * 290})\n\nCòn nữa. " * 3,
])
def test_rule_17_a_long_conclusion_says_that_it_goes_on(text: str):
    description = str(event_of(a_held_dialogue(conclusion=a_conclusion(text=text)))["DESCRIPTION"])
    told = description.partition("Thông báo kết luận")[2].partition("\nChủ trì")[0]
    assert told.endswith("…") and "**" not in told and len(told) < 320


def test_rule_17_a_word_longer_than_anybodys_takes_nothing_else_with_it():
    event = event_of(a_held_dialogue(conclusion=a_conclusion(text=f"Xem {'x' * 300}")))
    assert f": Xem {'x' * 245}…\n" in str(event["DESCRIPTION"])


def test_rule_17_the_formatting_of_a_conclusion_does_not_reach_plain_text():
    event = event_of(a_held_dialogue(conclusion=a_conclusion(text="**Giao** UBND\n\n- sửa [đường](https://a.example/)")))
    assert "Giao UBND\n- sửa đường (https://a.example/)\n" in str(event["DESCRIPTION"])


def test_rule_17_the_entry_tells_what_came_of_a_commitment():
    kept = a_commitment(an_update("2023-09-10", "kept", "Đã sửa xong"))
    assert "Đã giải quyết (10/9/2023): Đã sửa xong" in str(event_of(a_held_dialogue(commitments=[kept]))["DESCRIPTION"])


def test_rule_17_the_entry_keeps_the_day_it_was_held():
    assert event_of(a_held_dialogue(held={"day": "2023-08-16", "start": "14:00"}))["DTSTART"].dt == datetime(
        2023, 8, 16, 14, tzinfo=HANOI_TIME,
    )


@pytest.mark.parametrize("state", states())
def test_rule_18_no_event_makes_its_reader_busy_and_all_are_public(state):
    event = event_of(states()[state], feed_of(state))
    assert (str(event["TRANSP"]), str(event["CLASS"])) == ("TRANSPARENT", "PUBLIC")


@pytest.mark.parametrize("state", states())
def test_rule_18_the_address_is_ascii_and_repeated_in_the_description(state):
    event = event_of(states()[state], feed_of(state))
    assert event["URL"].isascii() and str(event["DESCRIPTION"]).endswith(event["URL"])


def test_rule_18_categories_are_in_the_order_of_the_alphabet():
    event = event_of(a_dialogue("a", an_announcement(), audiences=["thanh-nien", "phu-nu"]))
    assert [str(category) for category in event["CATEGORIES"].cats] == ["Đối thoại định kỳ", "Phụ nữ", "Thanh niên"]


def test_rule_18_the_venue_is_told_by_name_address_and_place_on_earth():
    venue = {"name": "Nhà văn hóa", "address": "số 1 phố Hoàng Văn Thụ", "latitude": "20.86", "longitude": "106.68"}
    event = event_of(a_dialogue("a", an_announcement(), venue=venue))
    assert (str(event["LOCATION"]), event["GEO"].to_ical()) == ("Nhà văn hóa, số 1 phố Hoàng Văn Thụ", "20.86;106.68")


def test_rule_18_an_online_dialogue_without_a_venue_says_so():
    assert str(event_of(a_dialogue("a", an_announcement(), mode="online"))["LOCATION"]) == "Trực tuyến"


def test_rule_18_the_contact_is_an_office():
    contact = {"office": "Văn phòng UBND", "phone": "0225 3 123 456"}
    event = event_of(a_dialogue("a", an_announcement(), participation={"contact": contact}))
    assert str(event["CONTACT"]) == "Văn phòng UBND, 0225 3 123 456"


def test_rule_18_the_description_tells_how_to_take_part():
    participation = {
        "who": "Nhân dân tổ dân phố 1", "opinions_to": "UBMTTQ phường", "opinions_until": "2023-09-10",
        "attend_to": "Văn phòng UBND", "attend_until": "2023-09-12", "contact": {"office": "Văn phòng Đảng ủy"},
    }
    description = str(event_of(a_dialogue("a", an_announcement(), mode="in-person", participation=participation))["DESCRIPTION"])
    assert description.splitlines() == [
        "Chủ trì: Bí thư Đảng ủy phường, Chủ tịch UBND phường",
        "Hình thức: Trực tiếp",
        "Thành phần: Nhân dân tổ dân phố 1",
        "Gửi ý kiến: UBMTTQ phường đến hết ngày 10/9/2023",
        "Đăng ký tham dự: Văn phòng UBND đến hết ngày 12/9/2023",
        "Liên hệ: Văn phòng Đảng ủy",
        "Xem chi tiết: https://doithoai.example/doi-thoai/2023/a/",
    ]


PAPER = {"number": "12/TB-UBND", "issued_on": "2023-07-30"}
SHARED = {"co_organisers": ["UBMTTQ phường", "Hội Phụ nữ phường"], "further_sites": ["Nhà văn hóa số 5", "Trường THCS"]}


def test_rule_18_the_description_names_all_places_who_else_invites_and_the_offices_paper():
    description = str(event_of(a_dialogue("a", an_announcement(notice=PAPER), **SHARED))["DESCRIPTION"])
    assert description.splitlines()[1:-1] == [
        "Cùng tổ chức: UBMTTQ phường, Hội Phụ nữ phường", "Điểm cầu, địa điểm khác: Nhà văn hóa số 5; Trường THCS",
        "Văn bản số 12/TB-UBND, ngày 30/7/2023",
    ]


def test_rule_18_nobody_is_sent_to_the_places_of_what_is_cancelled():
    cancelled_one = a_dialogue("a", an_announcement(), cancelled(), **SHARED)
    assert "Trường THCS" not in str(event_of(cancelled_one)["DESCRIPTION"])


def test_rule_17_the_entry_names_the_leaders_who_attended():
    event = event_of(a_held_dialogue(held={"attended": ["Chủ tịch HĐND phường"]}))
    assert "Lãnh đạo dự: Chủ tịch HĐND phường" in str(event["DESCRIPTION"])


def test_rule_18_how_people_attend_is_told_only_where_the_record_says_it():
    assert "Hình thức" not in str(event_of(a_dialogue("a", an_announcement()))["DESCRIPTION"])


def test_rule_18_text_in_a_description_is_not_escaped_as_on_a_page():
    event = event_of(a_dialogue("a", an_announcement(), participation={"who": 'Hội viên "A & B" <2023>'}))
    assert 'Hội viên "A & B" <2023>' in str(event["DESCRIPTION"])


@pytest.mark.parametrize("unwanted", [
    "ORGANIZER", "ATTENDEE", "BEGIN:VALARM", "BEGIN:VLOCATION", "BEGIN:PARTICIPANT", "BEGIN:VRESOURCE",
    "STRUCTURED-DATA", "STYLED-DESCRIPTION", "LINK", "CONCEPT", "REFID",
])
def test_rule_19_nothing_is_written_that_readers_refuse_or_drop(unwanted):
    feeds = published(*states().values())
    assert not any(line.startswith(unwanted) for content in every(feeds.values()) for line in every(unfolded(content)))


def test_no_property_of_an_event_is_written_twice():
    for event in every(calendar(published(*states().values())[CITY]).walk("VEVENT")):
        assert not any(isinstance(value, list) for value in event.values())


def test_sample_events_say_so_first():
    event = event_of(states()["huy"], sample=True)
    assert str(event["SUMMARY"]).startswith("[DỮ LIỆU MẪU] [ĐÃ HỦY]")
    assert str(event["DESCRIPTION"]).startswith("Dữ liệu mẫu")
