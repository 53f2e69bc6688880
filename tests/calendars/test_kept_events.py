"""What a feed of many dialogues keeps, for how long, and what it leaves out when there are too many."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from generator.model import Dialogue
from generator.publications import feeds
from generator.publications.full_feeds import FullFeed, full_feeds
from tests.builders import TODAY, a_commune, a_dialogue, a_district, a_held_dialogue, a_site
from tests.calendars.reading import CITY, TENTATIVE, published, uids
from tests.record_parts import a_conclusion, a_registration, an_announcement, cancelled, postponed

DISTRICT, SO_DAU, HA_LY, OWN = (
    f"lich/{address}.ics" for address in ("hong-bang", "hong-bang/so-dau", "hong-bang/ha-ly", "hong-bang/cap-huyen")
)


def on(day: date, **fields: object) -> Dialogue:
    return a_dialogue(f"d{day}", an_announcement(day.isoformat(), "2023-06-01"), **fields)


def days_of(content: bytes) -> list[date]:
    return [date.fromisoformat(uid[1:]) for uid in uids(content)]


def around_today(past: int, coming: int) -> list[Dialogue]:
    """One on each of so many days before today and from today on."""
    return [on(TODAY + timedelta(days=number)) for number in range(-past, coming)]


class TestTooManyForOneFeed:
    def test_what_is_to_come_stays_the_nearest_first(self):
        days = days_of(published(*around_today(0, 1003))[CITY])
        assert (len(days), days[0], days[-1]) == (1000, TODAY, TODAY + timedelta(days=999))

    def test_what_is_past_makes_room_the_oldest_first(self):
        days = days_of(published(*around_today(50, 970))[CITY])
        assert (len(days), days[0], days[-1]) == (1000, TODAY - timedelta(days=30), TODAY + timedelta(days=969))

    def test_events_too_large_for_one_leave_out_the_same(self):
        wordy = {"topic": "Ư" * 300, "subjects": ["Ố" * 300] * 3, "participation": {"who": "Ộ" * 300, "opinions_to": "Ự" * 300}}
        many = [on(TODAY + timedelta(days=number), **wordy) for number in range(-50, 500)]
        content = published(*many)[CITY]
        days = days_of(content)
        assert 900_000 < len(content) < 1_000_000
        assert days[0] == TODAY and days == [TODAY + timedelta(days=number) for number in range(len(days))]


class TestWhatIsLeftOut:
    units = (a_district(), a_commune(), a_commune("hong-bang/ha-ly", "Phường Hạ Lý"))

    def found(self, *dialogues: Dialogue) -> dict[str, FullFeed]:
        site = a_site(*dialogues, units=self.units)
        return {feed.address: feed for feed in full_feeds(site, {file.address for file in feeds.publish(site)})}

    def test_is_nothing_where_all_have_room(self):
        assert self.found(*around_today(10, 20)) == {}

    def test_is_told_with_its_number_its_days_and_what_carries_it(self):
        last = TODAY + timedelta(days=1001)
        far = [on(last + timedelta(days=more), unit="hong-bang/ha-ly") for more in range(3)]
        full = self.found(*around_today(0, 1000), *far)
        assert full[CITY] == FullFeed(CITY, 3, last, last + timedelta(days=2), (HA_LY,), 0)

    def test_of_a_districts_own_is_in_the_districts_own_feed(self):
        last = TODAY + timedelta(days=1001)
        assert self.found(*around_today(0, 1000), on(last, unit="hong-bang"))[CITY].carried_by == (OWN,)

    def test_is_told_where_only_its_own_feed_holds_it(self):
        full = self.found(*around_today(0, 1002))
        assert (full[SO_DAU].carried_by, full[SO_DAU].alone) == ((), 2)

    def test_is_not_what_is_too_old(self):
        assert self.found(*around_today(300, 10)) == {}


HELD_IN_APRIL = a_held_dialogue("a", "2023-04-01", conclusion=a_conclusion())


class TestHowLong:
    def last_day(self, dialogue: Dialogue, feed: str = CITY) -> int | None:
        """After the event's day, 2023-04-01; None where no day is the last of a thousand."""
        held_on = [date(2023, 4, 1) + timedelta(days=days) for days in (0, 90, 91, 120, 121, 1000)]
        held = [bool(uids(published(dialogue, today=day)[feed])) for day in held_on]
        return {2: 90, 4: 120, 6: None}[sum(held)]

    @pytest.mark.parametrize("dialogue, days", [
        (HELD_IN_APRIL, 120),
        (a_held_dialogue("a", "2023-04-01"), 120),
        (a_held_dialogue("a", "2023-04-01", unit="hong-bang", conclusion=a_conclusion()), 120),
        (a_held_dialogue("a", "2023-04-01", unit="hong-bang"), None),
        (a_dialogue("a", an_announcement("2023-04-01", "2023-03-01")), 120),
        (a_dialogue("a", an_announcement("2023-04-01", "2023-03-01"), cancelled("2023-03-20")), 90),
        (a_dialogue("a", an_announcement("2023-04-01", "2023-03-01"), postponed("2023-03-20")), 90),
    ], ids=[
        "with its conclusion", "where none has to be sent", "a district's conclusion", "while a district owes it",
        "never reported", "cancelled", "postponed without a new day",
    ])
    def test_an_event_stays_in_the_feeds_of_many_after_its_day(self, dialogue, days):
        assert self.last_day(dialogue) == days

    def test_a_plan_without_a_day_stays_as_long_after_its_period(self):
        plan = a_dialogue("a", registration=a_registration("2023-03"))
        held = [uids(published(plan, today=date(2023, 3, 31) + timedelta(days=days))[TENTATIVE]) for days in (120, 121)]
        assert held == [["a"], []]

    def test_its_own_feed_keeps_it_for_ever(self):
        assert uids(published(HELD_IN_APRIL, today=date(2043, 1, 1))["doi-thoai/2023/a.ics"]) == ["a"]
