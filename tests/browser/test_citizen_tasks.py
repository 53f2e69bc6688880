"""Each task of a citizen is walked with a telephone: one step or two from the home page, and the answer is a swipe away at most."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import PHONE
from tests.browser.visits import expect_said, finder, follow

TASKS = yaml.safe_load((Path(__file__).parent / "citizen_tasks.yml").read_text("utf-8"))
MOST_STEPS = 2
REACH = 1.5
"""Windows from the top of the one that is open to the answer."""
IS_IN_REACH = "(found, reach) => { const { top } = found.getBoundingClientRect(); return 0 <= top && top <= reach; }"


def take(phone: Page, step: dict[str, str]) -> None:
    if "find" in step:
        phone.get_by_label("Gõ tên xã").fill(step["find"])
        follow(finder(phone).get_by_role("link", name=step["choose"], exact=True), Locator.tap)
    else:
        article = phone.get_by_role("article")
        tapped = article.get_by_role("link", name=step["tap"]).or_(article.get_by_role("button", name=step["tap"])).first
        follow(tapped, Locator.tap) if tapped.get_attribute("href") else tapped.tap()


def answer(phone: Page, sees: str) -> Locator:
    is_element = sees.startswith(("#", "a["))
    return (phone.locator(sees) if is_element else phone.get_by_text(sees)).filter(visible=True).first


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task["asks"])
def test_a_citizen_is_answered_within_two_steps(phone: Page, task: dict[str, Any]) -> None:
    phone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    phone.goto("")
    assert len(task["steps"]) <= MOST_STEPS
    for step in task["steps"]:
        take(phone, step)
    found = answer(phone, task["sees"])
    expect(found).to_be_visible()
    expect_said(phone, lambda: found.evaluate(IS_IN_REACH, REACH * PHONE["height"]), True)
