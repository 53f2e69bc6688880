"""A dialogue as schema.org's Event: true to the record, and harmless inside a script element."""

import json

from generator.site.structured import event, script_json
from tests.builders import a_dialogue, a_held_dialogue, a_site
from tests.record_parts import a_registration, an_announcement, cancelled, postponed


def facts_of(dialogue, **register):
    site = a_site(dialogue, **register)
    return json.loads(event(site.register, dialogue, site.words))


def moved(**fields):
    return a_dialogue(
        "x", an_announcement("2023-09-20"), an_announcement("2023-09-25", "2023-09-02", reason="Bão", **fields)
    )


def test_an_announced_dialogue_is_scheduled_at_its_hour_in_viet_nam():
    facts = facts_of(a_dialogue("x", an_announcement("2023-09-20")))
    assert (facts["eventStatus"], facts["startDate"], facts["endDate"]) == (
        "https://schema.org/EventScheduled", "2023-09-20T08:00:00+07:00", "2023-09-20T11:00:00+07:00"
    )


def test_a_day_without_an_hour_is_a_date():
    assert facts_of(a_dialogue("x", an_announcement("2023-09-20", start=None)))["startDate"] == "2023-09-20"


def test_a_dialogue_that_was_held_stays_scheduled():
    assert facts_of(a_held_dialogue())["eventStatus"] == "https://schema.org/EventScheduled"


def test_a_dialogue_that_was_held_without_an_announcement_was_moved_from_no_day():
    facts = facts_of(a_dialogue("x", held={"day": "2023-08-15"}))
    assert facts["eventStatus"] == "https://schema.org/EventScheduled" and "previousStartDate" not in facts


def test_a_moved_dialogue_is_rescheduled_and_names_the_day_it_had():
    facts = facts_of(moved())
    assert (facts["eventStatus"], facts["startDate"], facts["previousStartDate"]) == (
        "https://schema.org/EventRescheduled", "2023-09-25T08:00:00+07:00", "2023-09-20T08:00:00+07:00"
    )


def test_a_dialogue_moved_twice_names_both_days_latest_first():
    dialogue = a_dialogue(
        "x", an_announcement("2023-09-20"), an_announcement("2023-09-25", "2023-09-02", reason="Bão"),
        an_announcement("2023-09-18", "2023-09-03", reason="Sớm hơn"),
    )
    assert facts_of(dialogue)["previousStartDate"] == ["2023-09-25T08:00:00+07:00", "2023-09-20T08:00:00+07:00"]


def test_an_hour_added_to_a_day_moves_nothing():
    dialogue = a_dialogue(
        "x", an_announcement("2023-09-20", start=None), an_announcement("2023-09-20", "2023-09-02", reason="Có giờ")
    )
    assert facts_of(dialogue)["eventStatus"] == "https://schema.org/EventScheduled"


def test_a_dialogue_held_on_another_day_than_announced_is_rescheduled():
    dialogue = a_dialogue("x", an_announcement("2023-08-15"), held={"day": "2023-08-16"})
    facts = facts_of(dialogue)
    assert (facts["startDate"], facts["previousStartDate"]) == ("2023-08-16", "2023-08-15T08:00:00+07:00")


def test_a_postponed_dialogue_keeps_the_day_it_had():
    facts = facts_of(a_dialogue("x", an_announcement("2023-09-20"), postponed()))
    assert (facts["eventStatus"], facts["startDate"]) == (
        "https://schema.org/EventPostponed", "2023-09-20T08:00:00+07:00"
    )


def test_a_cancelled_dialogue_keeps_the_day_it_had():
    facts = facts_of(a_dialogue("x", an_announcement("2023-09-20"), cancelled()))
    assert (facts["eventStatus"], facts["startDate"]) == (
        "https://schema.org/EventCancelled", "2023-09-20T08:00:00+07:00"
    )


def test_a_plan_without_a_day_is_no_event_yet():
    dialogue = a_dialogue("x", registration=a_registration())
    site = a_site(dialogue)
    assert event(site.register, dialogue, site.words) is None


def test_a_dialogue_whose_report_is_awaited_is_still_scheduled():
    dialogue = a_dialogue("x", an_announcement("2023-09-10"))
    assert facts_of(dialogue)["eventStatus"] == "https://schema.org/EventScheduled"


def test_an_online_dialogue_takes_place_at_its_online_address():
    facts = facts_of(a_dialogue(
        "x", an_announcement(), mode="online", venue={"name": "Phòng họp trực tuyến", "online_url": "https://hop.example/1"}
    ))
    assert (facts["eventAttendanceMode"], facts["location"]) == (
        "https://schema.org/OnlineEventAttendanceMode", {"@type": "VirtualLocation", "url": "https://hop.example/1"}
    )


def test_how_people_attend_is_told_only_where_the_record_says_it():
    assert "eventAttendanceMode" not in facts_of(a_dialogue("x", an_announcement()))


def test_a_mixed_dialogue_has_a_place_and_an_online_address():
    locations = facts_of(a_dialogue("x", an_announcement(), mode="mixed", venue={"name": "Hội trường"}))["location"]
    assert [location["@type"] for location in locations] == ["Place", "VirtualLocation"]


def test_a_known_venue_gives_its_name_address_and_position():
    venue = {"name": "Hội trường", "address": "Đường 5/3", "latitude": "20.86", "longitude": "106.65"}
    assert facts_of(a_dialogue("x", an_announcement(), venue=venue))["location"] == {
        "@type": "Place", "name": "Hội trường", "address": "Đường 5/3",
        "geo": {"@type": "GeoCoordinates", "latitude": 20.86, "longitude": 106.65},
    }


def test_an_unknown_venue_is_the_unit_itself():
    assert facts_of(a_dialogue("x", an_announcement()))["location"]["name"] == "Phường Sở Dầu, quận Hồng Bàng"


def test_sample_records_say_so_in_the_name():
    assert facts_of(a_dialogue("x", an_announcement()), sample=True)["name"].startswith("[DỮ LIỆU MẪU] ")


def test_no_text_can_end_the_script_element():
    site = a_site(dialogue := a_dialogue("x", an_announcement(), topic="</script><!--<script>&\u2028"))
    assert not set("<>&\u2028") & set(event(site.register, dialogue, site.words))


def test_escaping_changes_no_text():
    assert json.loads(script_json({"topic": "</script>&\u2029"})) == {"topic": "</script>&\u2029"}
