"""Each task of a citizen is walked with a telephone: one step or two from the home page, and the answer is a swipe away at most."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import PHONE
from tests.browser.visits import finder

TASKS = yaml.safe_load((Path(__file__).parent / "citizen_tasks.yml").read_text("utf-8"))
MOST_STEPS = 2
REACH = 1.5
"""Windows from the top of the one that is open to the answer."""


def take(phone: Page, step: dict[str, str]) -> None:
    if "find" in step:
        phone.get_by_label("Gõ tên xã").fill(step["find"])
        finder(phone).get_by_role("link", name=step["choose"], exact=True).tap()
    else:
        article = phone.get_by_role("article")
        article.get_by_role("link", name=step["tap"]).or_(article.get_by_role("button", name=step["tap"])).first.tap()


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
    phone.wait_for_load_state("networkidle")
    assert 0 <= found.bounding_box()["y"] <= REACH * PHONE["height"]
