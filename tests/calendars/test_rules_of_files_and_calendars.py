"""Rules 1 to 8 of feeds that every reader can follow: the file, its address and the VCALENDAR around the events."""

import unicodedata
from datetime import date, datetime

import pytest

from tests.builders import a_commune, a_dialogue, a_district, a_held_dialogue, every
from tests.calendars.lives import states
from tests.calendars.reading import CITY, calendar, published, uids, unfolded
from tests.record_parts import a_registration, an_announcement

LONG_TOPIC = "Giải phóng mặt bằng và tái định cư ở các tổ dân phố ven sông " * 4


def every_feed() -> dict[str, bytes]:
    return published(*states().values(), a_held_dialogue("dai", topic=LONG_TOPIC), sample=True)


def lines_before_events(content: bytes) -> int:
    return unfolded(content).index("END:VTIMEZONE")


def test_rule_1_feeds_are_utf_8_without_a_byte_order_mark():
    assert all(content.decode("utf-8").startswith("BEGIN:VCALENDAR") for content in every(every_feed().values()))


def test_rule_1_decomposed_text_is_composed():
    feed = published(a_dialogue("a", an_announcement(), topic=unicodedata.normalize("NFD", "Đường đối thoại")))[CITY]
    assert unicodedata.is_normalized("NFC", feed.decode("utf-8"))


def test_rule_1_every_line_ends_with_carriage_return_and_line_feed():
    assert all(
        content.endswith(b"\r\n") and content.count(b"\n") == content.count(b"\r\n") == content.count(b"\r")
        for content in every(every_feed().values())
    )


def test_rule_1_no_line_is_longer_than_75_octets():
    assert max(len(line) for content in every(every_feed().values()) for line in content.split(b"\r\n")) <= 75


def test_rule_1_lines_are_folded_between_characters():
    lines = [line for content in every_feed().values() for line in content.split(b"\r\n")]
    continuations = every(line for line in lines if line.startswith(b" "))
    assert any(not line.isascii() for line in continuations)
    for line in lines:
        line.decode("utf-8")


def test_rule_1_unseen_control_characters_reach_no_reader():
    feed = published(a_dialogue("a", an_announcement(), topic="Đất\x00 \x1bđai\u202e\u200b"))[CITY]
    assert not any(unicodedata.category(sign) in ("Cc", "Cf") for line in every(unfolded(feed)) for sign in line)


def test_rule_1_a_feed_stays_under_a_million_bytes():
    wordy = {"topic": "Ư" * 300, "subjects": ["Ố" * 300] * 3, "participation": {"who": "Ộ" * 300, "opinions_to": "Ự" * 300}}
    many = [a_dialogue(f"d{n}", an_announcement(reason="Ở" * 300), **wordy) for n in range(500)]
    assert 900_000 < len(published(*many)[CITY]) < 1_000_000


def test_rule_2_every_address_is_short_and_in_small_ascii_letters():
    assert all(address.isascii() and address == address.lower() and len(address) < 120 for address in every(every_feed()))


def test_rule_2_a_closed_unit_keeps_its_feeds():
    closed = (
        a_district("thuy-nguyen", "Huyện Thủy Nguyên", exists_until="2022-12-31"),
        a_commune("thuy-nguyen/an-lu", "Xã An Lư", exists_until="2022-12-31"),
    )
    assert {
        "lich/thuy-nguyen.ics", "lich/thuy-nguyen-du-kien.ics", "lich/thuy-nguyen/cap-huyen.ics",
        "lich/thuy-nguyen/an-lu.ics",
    } <= published(units=closed).keys()


def test_rule_2_a_dialogue_keeps_its_own_feed_for_ever():
    assert uids(published(a_held_dialogue(), today=date(2043, 1, 1))["doi-thoai/2023/so-dau-dinh-ky.ics"]) == ["so-dau-dinh-ky"]


def test_rule_3_an_empty_feed_is_a_calendar_with_its_time_zone():
    [child] = calendar(published()[CITY]).subcomponents
    assert child.name == "VTIMEZONE"


@pytest.mark.parametrize("line", ["VERSION:2.0", "CALSCALE:GREGORIAN", "PRODID:-//So dang ky doi thoai//Lich doi thoai//VI"])
def test_rule_4_each_feed_has_its_fixed_properties_once(line):
    assert all(unfolded(content).count(line) == 1 for content in every(every_feed().values()))


def test_rule_4_a_calendar_has_no_uid_which_would_be_taken_for_that_of_its_events():
    assert [address for address, content in every_feed().items() if "UID" in calendar(content)] == []


def test_rule_5_there_is_no_method():
    assert not any(line.startswith("METHOD") for content in every(every_feed().values()) for line in unfolded(content))


@pytest.mark.parametrize("new, old", [("NAME:", "X-WR-CALNAME:"), ("DESCRIPTION:", "X-WR-CALDESC:")])
def test_rule_6_name_and_description_are_the_same_for_old_and_new_readers(new, old):
    for content in every_feed().values():
        lines = unfolded(content)[:lines_before_events(content)]
        assert [line.removeprefix(new) for line in lines if line.startswith(new)] == [
            line.removeprefix(old) for line in lines if line.startswith(old)
        ] != []


def test_rule_6_the_name_has_no_sign_that_readers_show_escaped():
    unit = a_district("ha-noi", r"Quận A, B; C\D")
    assert not set(",;\\") & set(str(calendar(published(units=[unit])["lich/ha-noi.ics"])["NAME"]))


@pytest.mark.parametrize("line", [
    "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
    "X-PUBLISHED-TTL:PT6H",
    "X-WR-TIMEZONE:Asia/Ho_Chi_Minh",
    "SOURCE;VALUE=URI:https://doithoai.example/lich/hong-bang/so-dau.ics",
    "URL:https://doithoai.example/quan-huyen/hong-bang/so-dau/",
])
def test_rule_7_readers_are_told_where_and_how_often_to_look(line):
    assert line in unfolded(published()["lich/hong-bang/so-dau.ics"])


def test_rule_7_the_calendar_was_modified_when_its_newest_event_was():
    found = calendar(published(*states().values())[CITY])
    assert found["LAST-MODIFIED"].dt == max(event["LAST-MODIFIED"].dt for event in found.walk("VEVENT"))


def modified(feeds: dict[str, bytes], address: str) -> datetime:
    return calendar(feeds[address])["LAST-MODIFIED"].dt


def test_rule_7_a_calendar_of_a_kind_was_modified_when_the_newest_of_its_kind_was():
    of_kinds = (a_dialogue("a", an_announcement(announced_on="2023-08-01")),
                a_dialogue("b", an_announcement(announced_on="2023-09-01"), kind="thematic"))
    feeds = published(*of_kinds)
    assert modified(feeds, "lich/loai/dinh-ky.ics") < modified(feeds, "lich/loai/chuyen-de.ics") == modified(feeds, CITY)


def test_rule_7_a_calendar_was_modified_when_what_another_carries_in_its_place_was():
    """A plan without a day: once it has one, its event comes here from there, and nothing falls."""
    announced = a_dialogue("a", an_announcement(announced_on="2023-08-01"))
    feeds = published(announced, a_dialogue("b", registration=a_registration("2023-11", "2023-09-01")))
    assert modified(feeds, "lich/hong-bang.ics") == modified(feeds, "lich/hong-bang-du-kien.ics") == modified(feeds, CITY)
    assert modified(feeds, CITY) > modified(published(announced), CITY)


def test_rule_7_an_empty_calendar_was_modified_when_the_templates_were():
    assert "LAST-MODIFIED:20230101T170000Z" in unfolded(published(feeds_changed_on="2023-01-02")[CITY])


def test_rule_8_each_feed_has_one_time_zone_with_one_standard_block():
    for content in every_feed().values():
        lines = unfolded(content)
        start, end = lines.index("BEGIN:VTIMEZONE"), lines.index("END:VTIMEZONE")
        assert lines.count("BEGIN:VTIMEZONE") == 1 and lines[start:end + 1] == [
            "BEGIN:VTIMEZONE", "TZID:Asia/Ho_Chi_Minh", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZNAME:+07",
            "TZOFFSETFROM:+0700", "TZOFFSETTO:+0700", "END:STANDARD", "END:VTIMEZONE",
        ]


def test_sample_feeds_say_so_in_their_name_and_description():
    for content in every_feed().values():
        found = calendar(content)
        assert str(found["NAME"]).startswith("[DỮ LIỆU MẪU]") and "Dữ liệu mẫu" in str(found["DESCRIPTION"])
