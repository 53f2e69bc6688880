"""Who builds is told of each calendar that has no room for all, and where the rest is to be found."""

from __future__ import annotations

from datetime import date, timedelta

from generator.commands.notices import full_feeds_told
from generator.publications import feeds
from tests.builders import a_dialogue, a_site
from tests.record_parts import an_announcement


def told(count: int, capsys) -> list[str]:
    """Of so many dialogues, one a day from 2023-09-20 on, the last of them the district's own."""
    days = [date(2023, 9, 20) + timedelta(days=number) for number in range(count)]
    units = {days[-1]: "hong-bang"}
    site = a_site(*(
        a_dialogue(f"d{day}", an_announcement(day.isoformat()), unit=units.get(day, "hong-bang/so-dau")) for day in days
    ))
    full_feeds_told(site, {file.address: len(file.content) for file in feeds.publish(site)})
    return capsys.readouterr().err.splitlines()


def test_a_full_calendar_is_told_with_what_it_leaves_out_and_where_that_is(capsys):
    assert told(1001, capsys)[0] == (
        "Lưu ý: lịch lich/thanh-pho.ics đã đầy (nhiều nhất 1000 cuộc, dưới 1 MB) nên không chứa 1 cuộc xa nhất, "
        "từ ngày 16/6/2026 đến ngày 16/6/2026; các cuộc đó có trong lich/hong-bang/cap-huyen.ics."
    )


def test_what_no_other_calendar_holds_is_told_by_itself(capsys):
    days = [date(2023, 9, 20) + timedelta(days=number) for number in range(1001)]
    site = a_site(*(a_dialogue(f"d{day}", an_announcement(day.isoformat())) for day in days))
    full_feeds_told(site, {file.address: len(file.content) for file in feeds.publish(site)})
    assert capsys.readouterr().err.splitlines()[0].endswith(
        "từ ngày 16/6/2026 đến ngày 16/6/2026; 1 cuộc chỉ còn ở lịch riêng của từng cuộc."
    )


def test_nothing_is_told_where_every_calendar_has_room(capsys):
    assert told(1000, capsys) == []
