"""What a page costs on a slow line: bytes as compressed on the way, requests, hosts asked; and its security policy."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Request

HOME, FIRST_PAGE, SECOND_PAGE, REQUESTS = 90_000, 100_000, 15_000, 12


@dataclass
class Visit:
    """What a page asked for; ``bytes`` counts headers and bodies as they were sent."""

    bytes: int = 0
    addresses: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def visit(browser: Browser, site_address: str, *addresses: str) -> Visit:
    """The last of the visits, one after the other, by somebody whose cache was empty before the first."""
    context = browser.new_context(base_url=site_address, viewport={"width": 360, "height": 740})
    page, visited = context.new_page(), Visit()
    finished: list[Request] = []
    page.on("requestfinished", lambda request: finished.append(request))
    page.on("console", lambda message: visited.problems.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: visited.problems.append(str(error)))
    for address in addresses:
        finished.clear()
        page.goto(address, wait_until="networkidle")
    for request in finished:
        sizes = request.sizes()
        visited.bytes += sizes["responseHeadersSize"] + sizes["responseBodySize"]
        visited.addresses.append(request.url)
    context.close()
    return visited


@pytest.fixture(scope="module")
def first_visits(browser: Browser, site_address: str, kinds: dict[str, str]) -> dict[str, Visit]:
    return {kind: visit(browser, site_address, address) for kind, address in kinds.items()}


def test_home_is_light(first_visits: dict[str, Visit]) -> None:
    assert first_visits["home"].bytes <= HOME


def test_every_other_page_is_light(first_visits: dict[str, Visit]) -> None:
    assert {kind: visit.bytes for kind, visit in first_visits.items() if visit.bytes > FIRST_PAGE} == {}


def test_every_page_asks_for_little(first_visits: dict[str, Visit]) -> None:
    assert {kind: visit.addresses for kind, visit in first_visits.items() if len(visit.addresses) > REQUESTS} == {}


def test_a_second_page_is_lighter_still(browser: Browser, site_address: str, kinds: dict[str, str]) -> None:
    seconds = {kind: visit(browser, site_address, "gioi-thieu/", address).bytes
               for kind, address in kinds.items() if kind != "about"}
    assert {kind: size for kind, size in seconds.items() if size > SECOND_PAGE} == {}


def test_no_other_host_is_asked(first_visits: dict[str, Visit], site_address: str) -> None:
    assert [address for visit in first_visits.values() for address in visit.addresses
            if not address.startswith((site_address, "data:"))] == []


def test_no_page_has_an_error_in_its_console(first_visits: dict[str, Visit]) -> None:
    said = {kind: visit.problems for kind, visit in first_visits.items() if visit.problems}
    assert list(said) == ["not found"]  # where the browser itself reports the 404


def test_every_page_has_a_policy_that_runs_no_script_but_its_own(site_folder: Path) -> None:
    policy = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"')
    loose = []
    for path in sorted(site_folder.rglob("*.html")):
        found = policy.search(path.read_text("utf-8"))
        rules = unescape(found[1]) if found else ""
        if "default-src 'none'" not in rules or "unsafe" in rules or "*" in rules or "http" in rules:
            loose.append(path)
    assert loose == []
