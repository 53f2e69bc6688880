"""Which feed carries which dialogue."""

import pytest

from generator.model import Level
from tests.builders import a_commune, a_dialogue, a_district, every
from tests.calendars.reading import CITY, published, uids
from tests.record_parts import a_registration, an_announcement

UNITS = (
    a_district(), a_commune(), a_commune("hong-bang/quan-toan", "Phường Quán Toan"),
    a_district("cat-hai", "Huyện Cát Hải"), a_commune("cat-hai/gia-luan", "Xã Gia Luận"),
)


def dialogue(id: str, unit: str, **fields):
    return a_dialogue(id, an_announcement(), unit=unit, **fields)


DIALOGUES = (
    dialogue("hong-bang-1", "hong-bang"),
    dialogue("so-dau-1", "hong-bang/so-dau"),
    dialogue("quan-toan-1", "hong-bang/quan-toan", kind="thematic"),
    dialogue("gia-luan-1", "cat-hai/gia-luan", kind="ad-hoc"),
    a_dialogue("so-dau-2", unit="hong-bang/so-dau", registration=a_registration("2023-11")),
    a_dialogue("cat-hai-1", unit="cat-hai", registration=a_registration("2023-Q4")),
)


@pytest.mark.parametrize("address, carried", [
    (CITY, {"hong-bang-1", "so-dau-1", "quan-toan-1", "gia-luan-1"}),
    ("lich/thanh-pho-du-kien.ics", {"so-dau-2", "cat-hai-1"}),
    ("lich/hong-bang.ics", {"hong-bang-1", "so-dau-1", "quan-toan-1"}),
    ("lich/hong-bang-du-kien.ics", {"so-dau-2"}),
    ("lich/hong-bang/cap-huyen.ics", {"hong-bang-1"}),
    ("lich/hong-bang/so-dau.ics", {"hong-bang-1", "so-dau-1"}),
    ("lich/cat-hai.ics", {"gia-luan-1"}),
    ("lich/cat-hai-du-kien.ics", {"cat-hai-1"}),
    ("lich/cat-hai/cap-huyen.ics", set()),
    ("lich/cat-hai/gia-luan.ics", {"gia-luan-1"}),
    ("lich/loai/dinh-ky.ics", {"hong-bang-1", "so-dau-1"}),
    ("lich/loai/chuyen-de.ics", {"quan-toan-1"}),
    ("lich/loai/dot-xuat.ics", {"gia-luan-1"}),
    ("doi-thoai/2023/so-dau-1.ics", {"so-dau-1"}),
])
def test_a_feed_carries_the_dialogues_of_its_area_or_kind(address, carried):
    assert set(uids(published(*DIALOGUES, units=UNITS)[address])) == carried


def test_a_plan_without_a_day_can_be_followed_by_its_own_feed():
    assert uids(published(*DIALOGUES, units=UNITS)["doi-thoai/2023/so-dau-2.ics"]) == ["so-dau-2"]


def test_a_day_that_was_only_registered_stands_in_the_main_feeds():
    feeds = published(a_dialogue("a", registration=a_registration("2023-10-05")))
    assert uids(feeds[CITY]) == ["a"]


def test_a_meeting_whose_day_and_plan_nobody_knows_is_no_event():
    feeds = published(a_dialogue("a", held={"day_note": "Nguồn không nêu ngày"}))
    assert not any(uids(content) for content in every(feeds.values()))


def test_events_stand_in_the_order_of_their_days():
    days = ("2023-10-03", "2023-09-20", "2023-09-28")
    assert uids(published(*(a_dialogue(f"d{n}", an_announcement(day)) for n, day in enumerate(days)))[CITY]) == ["d1", "d2", "d0"]


def test_a_commune_without_a_district_has_its_own_feed_and_its_plans():
    commune = a_district("thuy-nguyen", "Phường Thủy Nguyên")
    feeds = published(units=[type(commune)(commune.id, Level.COMMUNE, None, commune.facts)])
    assert {"lich/xa-phuong/thuy-nguyen.ics", "lich/xa-phuong/thuy-nguyen-du-kien.ics"} <= feeds.keys()
    assert "lich/thuy-nguyen/cap-huyen.ics" not in feeds
