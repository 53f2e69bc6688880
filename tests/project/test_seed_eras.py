"""The sample register of three eras: valid, the same each time, and with all that a reform leaves behind."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.building.parts import parts_of
from generator.checks import check
from generator.consequences.progress import progress
from generator.consequences.punctuality import report_standings
from generator.keeping.observed_day import ObservedDay
from generator.model.addresses import unit_page
from generator.publications import feeds, units
from generator.publications.handed_down import handed_down
from generator.publications.search_pages import pages_of_districts
from generator.publications.search_words import SearchWords
from generator.reading.records import read_records
from generator.site.published import PublishedPage
from generator.site.site import Site
from seed.eras import AS_OF, BY_REFORM, three_eras
from seed.provinces import province_register
from tests.folders import fill
from tests.page_counts import disagreements
from tests.places import TEMPLATES

SEED = 2023
WITH_COUNTS = {"home", "calendar", "dialogues", "dialogues_by_month", "conclusions", "commitments", "progress_pages", "units",
               "quarter_lists", "unit_list", "news"}
"""What publishes the pages that tell of many dialogues or commitments by a number."""


@pytest.fixture(scope="module")
def content(tmp_path_factory) -> Path:
    content = tmp_path_factory.mktemp("eras")
    fill(content, three_eras(SEED))
    return content


@pytest.fixture(scope="module")
def register(content):
    return read_records(content).register


@pytest.fixture(scope="module")
def site(register) -> Site:
    return Site(register, ObservedDay(AS_OF), TEMPLATES)


def test_it_is_valid(content):
    assert list(check(read_records(content), AS_OF)) == []


def test_the_same_seed_gives_the_same_bytes(content):
    assert dict(three_eras(SEED)) == {
        path.relative_to(content).as_posix(): path.read_bytes() for path in content.rglob("*.yml")
    }


def test_it_has_as_many_dialogues_as_it_says(register):
    assert (len(register.dialogues), sorted(register.rules)) == (839, [2023, 2024, 2025, 2026])


@pytest.mark.parametrize(("day", "posts"), [
    (date(2023, 9, 15), 464), (date(2024, 12, 31), 464), (date(2025, 1, 1), 364), (date(2025, 6, 30), 364),
    (date(2025, 7, 1), 228), (AS_OF, 228),
])
def test_the_posts_that_owe_are_those_of_the_units_of_the_day(register, day, posts):
    assert progress(register, day.year, day).total.owed == posts


@pytest.mark.parametrize("day", [date(2025, 6, 30), date(2025, 12, 31)])
def test_each_half_of_2025_has_its_own_meetings(register, day):
    done = progress(register, 2025, day).total
    assert 0 < done.done < done.owed


@pytest.mark.parametrize(("year", "owing"), [(2023, {15}), (2024, {15}), (2025, {15}), (2026, {114})])
def test_plans_and_reports_are_in_time_late_and_missing_in_each_year(register, year, owing):
    standings = [one for one in report_standings(register, year) if one.due < AS_OF]
    assert {one.owing for one in standings} == owing
    assert all(one.in_time and one.late for one in standings) and any(one.missing for one in standings)


@pytest.mark.parametrize(("years", "words"), [
    (("2023", "2024"), ("Tuyên giáo và Dân vận", "Phòng Văn hóa - Xã hội", "Văn phòng HĐND và UBND xã", "đặc khu")),
    (("2026",), ("Ban Dân vận Thành ủy", "Công chức", "quận ", "huyện ", "thị trấn ", "Đảng ủy - UBND", "UBND Thành phố")),
])
def test_dialogues_and_what_is_sent_are_in_the_words_of_their_own_time(content, years, words):
    paths = [path for year in years for path in (
        *content.glob(f"dialogues/{year}/*.yml"), content / "submissions" / f"{year}.yml",
    )]
    assert len(paths) > len(years) * 100
    assert [(path.name, word) for path in paths for word in words if word in path.read_text("utf-8")] == []


@pytest.mark.parametrize(("province", "words"), [
    ("Hải Phòng", ("Công chức", "Ban Dân vận Thành ủy", "Tỉnh Hải Phòng", "tỉnh Hải Phòng")),
    ("Cao Bằng", ("Công chức", "Ban Dân vận Thành ủy", "Thành ủy", "thành phố", "UBND Tỉnh")),
])
def test_a_province_of_today_is_in_the_words_of_its_own_time_and_place(province, words):
    texts = {path: text for path, text in province_register(province, SEED) if path.startswith("dialogues/")}
    assert len(texts) > 50 and [(path, word) for path, text in texts.items() for word in words if word in text] == []


def test_the_register_says_who_publishes_it_on_its_day(register):
    assert "Tuyên giáo và Dân vận" in register.facts.publisher and "cấp huyện" not in register.facts.description


def test_meetings_are_cancelled_by_the_reform(register):
    reasons = [entry.reason for dialogue in register.dialogues.values() for entry in dialogue.schedule]
    assert BY_REFORM in reasons


def test_open_promises_of_closed_units_are_on_their_successors_pages_taken_over_or_not(site):
    left = handed_down(site)
    opened = [view for handed in left.values() for view in handed.open_commitments]
    assert {bool(view.commitment.taken_over_by) for view in opened} == {True, False}
    heir, promised = next((site.register.units[id], handed.open_commitments[0]) for id, handed in left.items()
                          if handed.open_commitments and site.register.units[id].exists_on(AS_OF))
    [page] = [page for page in units.publish(site) if page.address == unit_page(heir)]
    assert promised.commitment.text in page.body


def test_the_feed_of_a_closed_unit_names_its_successor(site):
    published = {file.address: file.content.decode() for file in feeds.publish(site)}
    closed = published["lich/hong-bang/so-dau.ics"].replace("\r\n ", "")
    assert "Phường Hồng Bàng" in closed and "DTSTART;VALUE=DATE:20250701" in closed


def test_pages_of_closed_units_are_found_below_those_of_living_ones_and_say_so(site):
    found = list(pages_of_districts(site, SearchWords.read(TEMPLATES).pages))  # the last are found first
    closed = [page.line == site.words.found.old_unit for page in found]
    assert closed == sorted(closed, reverse=True) and True in closed and False in closed


def test_a_closed_unit_is_not_said_to_have_announced_nothing_yet(site):
    bodies = {page.address: page.body for page in units.publish(site)}
    assert "Không còn cuộc đối thoại nào sắp tới" in bodies["quan-huyen/hong-bang/"]
    assert "Chưa công bố cuộc đối thoại nào sắp tới" not in bodies["quan-huyen/hong-bang/"]


def test_no_two_numbers_of_a_page_contradict_each_other(site):
    pages = [
        page for part in parts_of(site) for publish in part.publications
        if publish.__module__.rpartition(".")[2] in WITH_COUNTS
        for page in publish(part.site(ObservedDay(AS_OF))) if isinstance(page, PublishedPage)
    ]
    assert len(pages) > len(site.register.dialogues)
    assert {page.address: found for page in pages if (found := list(disagreements(page.body)))} == {}
