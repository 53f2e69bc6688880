"""Every kind of page can be used by anyone: WCAG 2.2 A and AA by axe, small screens, enlarged text, keyboard, outline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

RULES = {
    "light": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"],
    "dark": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},  # all that differs
}
SCREENS = {"phone": {"width": 360, "height": 740}, "desktop": {"width": 1280, "height": 900}}
KEYBOARD = ("home", "calendar", "dialogue scheduled", "commune", "subscribe")

# What has the focus: whether it can be seen, and whether it shows that it has the focus.
FOCUSED = """async () => {
  // What the page has scrolled to is laid out with the next frame, and drawn with the one after it.
  await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  const focused = document.activeElement;
  if (focused === document.body) return null;
  // The menu's checkbox and the radio buttons for light and dark are seen through their labels.
  const seen = focused.id === "__drawer" ? document.querySelector(".md-header label[for=__drawer]")
    : focused.matches(".md-option") ? focused.nextElementSibling : focused;
  const style = getComputedStyle(seen), box = seen.getBoundingClientRect();
  return {
    name: `${focused.tagName} ${focused.id} ${focused.textContent.trim().slice(0, 40)}`,
    isSeen: box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight && box.right > 0
      && box.left < innerWidth && style.visibility === "visible" && Number(style.opacity) > 0,
    isMarked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
  };
}"""


@pytest.fixture(scope="module")
def look(browser: Browser, site_address: str) -> Iterator[Any]:
    """``look(address, …)`` opens a page on a screen; one context a screen, since making one is slow."""
    opened: dict[tuple[int, str], Page] = {}

    def page(address: str, screen: dict[str, int], scheme: str = "light") -> Page:
        key = screen["width"], scheme
        if key not in opened:
            context = browser.new_context(
                base_url=site_address, viewport=screen, color_scheme=scheme, reduced_motion="reduce", locale="vi-VN"
            )
            opened[key] = context.new_page()
        opened[key].goto(address)
        return opened[key]

    yield page
    for page in opened.values():
        page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", SCREENS)
def test_axe_finds_nothing(look: Any, kinds: dict[str, str], screen: str, scheme: str) -> None:
    axe, found = Axe(), {}
    for kind, address in kinds.items():
        page = look(address, SCREENS[screen], scheme)
        violations = axe.run(page, options={"resultTypes": ["violations"], "runOnly": RULES[scheme]}).response["violations"]
        for violation in violations:
            found[kind, violation["id"]] = [node["html"][:200] for node in violation["nodes"]][:3]
    assert found == {}


@pytest.mark.both_shells
@pytest.mark.parametrize("width", [320, 640])
def test_nothing_scrolls_sideways_on_a_narrow_screen_or_with_text_at_twice_the_size(
    look: Any, kinds: dict[str, str], width: int
) -> None:
    """WCAG 2.2, 1.4.10 and 1.4.4: 320 CSS pixels; a screen of 640 whose text is at 200% lays out as 320 do."""
    wide = {}
    for kind, address in kinds.items():
        page = look(address, {"width": width, "height": 800})
        if width == 640:
            page.evaluate("document.documentElement.style.fontSize = '250%'")  # twice the theme's 125%
        scrolls = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if scrolls > 0:
            wide[kind] = scrolls
    assert wide == {}


@pytest.mark.both_shells
@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("kind", KEYBOARD)
def test_the_keyboard_reaches_what_can_be_used_and_shows_where_it_is(
    look: Any, kinds: dict[str, str], kind: str, screen: str
) -> None:
    page = look(kinds[kind], SCREENS[screen])
    lost = []
    for _ in range(60):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused is None:
            break
        if not (focused["isSeen"] and focused["isMarked"]):
            lost.append(focused)
    assert lost == []


@pytest.mark.both_shells
def test_the_first_stop_of_the_keyboard_leads_past_the_header(look: Any) -> None:
    page = look("", SCREENS["desktop"])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(":target")).to_have_count(1)
    page.keyboard.press("Tab")
    expect(page.locator("article :focus")).to_have_count(1)


@pytest.mark.both_shells
def test_the_menu_of_a_phone_opens_by_keyboard(look: Any) -> None:
    page = look("", SCREENS["phone"])
    page.locator("#__drawer").focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("link", name="Tiến độ", exact=True).last).to_be_visible()


@pytest.mark.both_shells
def test_the_menu_of_a_phone_is_gone_into_and_left_by_keyboard(look: Any) -> None:
    page = look("lich/", SCREENS["phone"])
    menu = page.locator(".md-sidebar--primary")
    page.locator("#__drawer").focus()
    page.keyboard.press("Space")
    expect(menu.get_by_role("link", name="Trang chủ")).to_be_focused()
    page.keyboard.press("Tab")
    expect(menu.get_by_role("link").nth(1)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#__drawer")).to_be_focused()
    expect(menu.get_by_role("link", name="Trang chủ")).to_be_hidden()


def test_nothing_written_in_the_pace_chart_is_cut_off(look: Any) -> None:
    outside = """chart => Array.from(chart.querySelectorAll("text"))
      .filter(text => text.getBoundingClientRect().left < chart.getBoundingClientRect().left
        || text.getBoundingClientRect().right > chart.getBoundingClientRect().right)
      .map(text => text.textContent)"""
    assert [look("tien-do/", screen).locator("svg.chart").evaluate(outside) for screen in SCREENS.values()] == [[], []]


@pytest.fixture(scope="module")
def heads(look: Any, kinds: dict[str, str]) -> dict[str, dict[str, Any]]:
    """What each kind of page says of itself."""
    return {
        kind: look(address, SCREENS["desktop"]).evaluate("""() => ({
            lang: document.documentElement.lang, title: document.title,
            description: document.querySelector("meta[name=description]")?.content,
            headings: Array.from(document.querySelectorAll("h1, h2, h3, h4, h5, h6"), heading => Number(heading.tagName[1])),
        })""")
        for kind, address in kinds.items()
    }


def test_every_page_is_in_vietnamese(heads: dict[str, dict[str, Any]]) -> None:
    assert {head["lang"] for head in heads.values()} == {"vi"}


def test_every_page_has_one_first_heading(heads: dict[str, dict[str, Any]]) -> None:
    assert [kind for kind, head in heads.items() if head["headings"].count(1) != 1 or head["headings"][0] != 1] == []


def test_no_level_of_headings_is_left_out(heads: dict[str, dict[str, Any]]) -> None:
    assert [
        kind for kind, head in heads.items()
        if any(below > above + 1 for above, below in pairwise(head["headings"]))
    ] == []


def test_every_page_has_a_title_and_a_description_of_its_own(site_folder: Path) -> None:
    """Pages that name another as the one to know (``rel=canonical``) are its copies."""
    titles, descriptions = {}, {}
    for path in sorted(site_folder.glob("**/index.html")):
        page = path.read_text("utf-8")
        canonical = re.search('rel="canonical" href="(.*?)"', page)[1]
        if 'name="robots" content="noindex"' not in page:
            titles.setdefault(re.search("<title>(.*?)</title>", page)[1], set()).add(canonical)
            described = re.search('<meta name="description" content="(.+?)"', page)
            descriptions.setdefault(described[1], set()).add(canonical)
    assert [addresses for addresses in (*titles.values(), *descriptions.values()) if len(addresses) > 1] == []


def test_large_text_on_a_small_screen_stays_within_it(browser: Browser, site_address: str, kinds: dict[str, str]) -> None:
    """At 320 px, with text twice as large (WCAG 2.2, 1.4.4 and 1.4.10)."""
    context = browser.new_context(base_url=site_address, viewport={"width": 320, "height": 640})
    page = context.new_page()
    wide = {}
    for kind, address in kinds.items():
        page.goto(address)
        wide[kind] = page.evaluate("""() => {
            document.documentElement.style.fontSize =
                `${2 * parseFloat(getComputedStyle(document.documentElement).fontSize)}px`;
            return document.scrollingElement.scrollWidth;
        }""")
    context.close()
    assert {kind: width for kind, width in wide.items() if width > 320} == {}
