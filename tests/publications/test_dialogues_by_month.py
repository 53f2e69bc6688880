"""Every dialogue of a year can be reached by its month, whatever became of it."""

from __future__ import annotations

import re
from datetime import date

from generator.publications import dialogues_by_month
from tests.builders import a_dialogue, a_held_dialogue, a_site, published_by, some_rules
from tests.record_parts import a_registration, an_announcement, cancelled

ALL = (
    a_held_dialogue("mot", "2023-08-15"),
    a_held_dialogue("hai", "2023-08-15"),
    a_dialogue("ba", an_announcement("2023-09-10")),
    a_dialogue("bon", an_announcement("2023-10-05")),
    a_dialogue("nam", an_announcement("2023-05-05"), cancelled("2023-05-01")),
    a_dialogue("sau", registration=a_registration("2023-Q4")),
    a_dialogue("bay", an_announcement("2024-01-09")),
)


def pages(*dialogues, **site):
    return {page.address: page.body for page in published_by(dialogues_by_month, a_site(*dialogues, **site))}


def test_each_stands_in_the_month_of_its_day_or_of_the_day_it_had():
    found = pages(*ALL)
    listed = {address: re.findall(r'href="(?:\.\./2023/|\./|)([a-z]+)/"', body) for address, body in found.items()}
    assert {address: ids for address, ids in listed.items() if ids} == {
        "doi-thoai/2023/": ["bay"], "doi-thoai/2023-05/": ["nam"], "doi-thoai/2023-08/": ["hai", "mot"],
        "doi-thoai/2023-09/": ["ba"], "doi-thoai/2023-10/": ["bon"], "doi-thoai/2023-chua-co-ngay/": ["sau"],
    }


def test_the_table_of_months_counts_what_the_months_list():
    table = pages(*ALL)["doi-thoai/2023/"].partition("<tbody>")[2].partition("</tbody>")[0]
    counts = [int(cell) for cell in re.findall(r'data-label="Số cuộc">(\d+)<', table)]
    assert (counts, sum(counts)) == ([0, 0, 0, 0, 1, 0, 0, 2, 1, 1, 0, 0, 1], len(ALL) - 1)


def test_a_month_has_its_address_before_anything_is_in_it_and_after_it_is_empty():
    body = pages(a_held_dialogue())["doi-thoai/2023-11/"]
    assert "Chưa có cuộc đối thoại nào có ngày trong tháng này." in body
    assert "Sổ không có cuộc đối thoại nào của tháng này." in pages(a_held_dialogue())["doi-thoai/2023-02/"]


def test_an_older_year_keeps_its_months():
    old = a_held_dialogue("cu", "2022-03-08", year=2022)
    found = pages(old, a_held_dialogue(), rules=(some_rules(2022), some_rules()))
    assert "doi-thoai/2022/cu" not in found["doi-thoai/2023-03/"] and "../2022/cu/" in found["doi-thoai/2022-03/"]


def test_the_strip_draws_what_has_a_day_and_nothing_undone():
    body = pages(*ALL)["doi-thoai/2023/"]
    bars = {kind: path.count("M") for kind, path in re.findall(r'<path class="stack-(\w+)" d="(.*?)"', body)}
    assert bars == {"held": 1, "awaiting": 1, "coming": 1}


def test_a_year_of_which_no_day_is_known_says_so():
    body = pages(a_dialogue("sau", registration=a_registration("2023-Q4")), today=date(2023, 3, 1))["doi-thoai/2023/"]
    assert "Chưa có cuộc đối thoại nào có ngày trong năm 2023." in body and "<svg" not in body
