"""Walked for "Trang này còn đúng không?": a site that nobody builds any more calls no past day a day to come."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import datetime, time, timedelta, timezone
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.mkdocs_plugin.commands import build_site
from tests.places import GOLDEN, ROOT

TODAY = datetime.now(timezone(timedelta(hours=7))).date()


FUTURE = {"soon": TODAY + timedelta(days=3), "same-day": TODAY + timedelta(days=7), "later": TODAY + timedelta(days=12)}


@pytest.fixture(scope="module")
def forgotten(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """The address of a site that is not a sample: built today, and read by its visitors a week later."""
    folder = tmp_path_factory.mktemp("forgotten")
    content = folder / "content"
    shutil.copytree(GOLDEN, content, ignore=shutil.ignore_patterns("dialogues", "rules", "documents"))
    register = content / "register.yml"
    register.write_text(re.sub(r"(?m)^(as_of|sample):.*\n", "", register.read_text("utf-8")), "utf-8")
    rules = (GOLDEN / "rules/2023.yml").read_text("utf-8")
    for year in (TODAY.year, TODAY.year + 1):
        (content / "rules").mkdir(exist_ok=True)
        (content / f"rules/{year}.yml").write_text(rules.replace("2023", str(year)), "utf-8")
    for name, day in FUTURE.items():
        record = content / f"dialogues/{day.year}/{name}.yml"
        record.parent.mkdir(parents=True, exist_ok=True)
        record.write_text(
            f"unit: hong-bang/so-dau\nkind: thematic\npresided_by: [party]\ntopic: {name}\n"
            f"schedule:\n  - {{announced_on: {TODAY}, day: {day}, start: \"08:00\"}}\n", "utf-8",
        )
    build_site(content, None, folder / "site", ROOT / "mkdocs.yml")
    return serve(folder / "site")


@pytest.fixture
def a_week_later(phone: Page) -> Page:
    noon = datetime.combine(TODAY + timedelta(days=7), time(12), timezone(timedelta(hours=7)))
    phone.clock.set_fixed_time(noon)
    return phone


@pytest.mark.parametrize("address", ["", "lich/", "quan-huyen/hong-bang/so-dau/"])
def test_a_forgotten_site_calls_no_past_dialogue_upcoming(a_week_later: Page, forgotten: str, address: str) -> None:
    a_week_later.goto(forgotten + address)
    past = a_week_later.get_by_role("row").filter(has_text="soon")
    expect(past).to_contain_text("Đã qua ngày, chưa có báo cáo")
    expect(past).not_to_contain_text("Sắp tổ chức")


def test_a_forgotten_dialogue_says_itself_that_its_day_is_past(a_week_later: Page, forgotten: str) -> None:
    day = FUTURE["soon"]
    a_week_later.goto(f"{forgotten}doi-thoai/{day.year}/soon/")
    expect(a_week_later.locator(".status").first).to_have_text("Đã qua ngày, chưa có báo cáo")


def test_the_answer_on_a_forgotten_site_is_no_longer_the_next_one(a_week_later: Page, forgotten: str) -> None:
    a_week_later.goto(forgotten + "quan-huyen/hong-bang/so-dau/")
    expect(a_week_later.locator(".card").first).not_to_contain_text("tiếp theo")


def test_a_forgotten_site_marks_todays_dialogue(a_week_later: Page, forgotten: str) -> None:
    a_week_later.goto(forgotten + "lich/")
    expect(a_week_later.get_by_role("row").filter(has_text="same-day")).to_contain_text("(hôm nay)")
    expect(a_week_later.get_by_role("row").filter(has_text="later")).not_to_contain_text("(hôm nay)")


def test_a_forgotten_site_says_when_its_records_were_read(a_week_later: Page, forgotten: str) -> None:
    a_week_later.goto(forgotten)
    expect(a_week_later.locator(".md-banner")).to_contain_text(f"Tính đến ngày {TODAY:%d/%m/%Y} (7 ngày trước)")


def test_a_register_with_a_fixed_day_stands_still(phone: Page) -> None:
    phone.clock.set_fixed_time(datetime(2030, 1, 1))
    phone.goto("lich/")
    expect(phone.locator(".md-banner")).to_contain_text("Tính đến ngày 15/09/2023.")
    expect(phone.get_by_role("heading", name="Hôm nay, thứ Sáu, ngày 15/9/2023")).to_be_visible()
    expect(phone.locator("tr.past")).to_have_count(0)
