"""What a page costs on a slow line: bytes as compressed on the way, requests, hosts asked; and its security policy."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from itertools import islice
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request

HOME, FIRST_PAGE = {"material": 90_000, "own": 40_000}, {"material": 100_000, "own": 50_000}
"""By the shell that the site is in."""
SECOND_PAGE, REQUESTS = 15_000, 12
PICTURES = "/so-tay/anh/"
"""The handbook's, which load late, each only when its reader has come near."""
AT_ONCE = 7
"""Pages that are open beside each other."""


@dataclass
class Visit:
    """What a page asked for; ``bytes`` counts headers and bodies as they were sent."""

    bytes: int = 0
    addresses: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)

    def weigh(self) -> None:
        """While the page is open, for the browser forgets what it has sent."""
        for request in self.requests:
            if PICTURES in request.url:
                continue
            sizes = request.sizes()
            self.bytes += sizes["responseHeadersSize"] + sizes["responseBodySize"]
            self.addresses.append(request.url)


def visits(browser: Browser, site_address: str, kinds: dict[str, str], *before: str) -> dict[str, Visit]:
    """Each page by somebody whose cache was empty before the pages ``before`` it; some at a time, since a visit has ended
    only when the network has been silent for a while.
    """
    visited: dict[str, Visit] = {}
    named = iter(kinds.items())
    while at_once := list(islice(named, AT_ONCE)):
        contexts = [browser.new_context(base_url=site_address, viewport={"width": 360, "height": 740}) for _ in at_once]
        pages = [context.new_page() for context in contexts]
        for page, (kind, _) in zip(pages, at_once, strict=True):
            visited[kind] = watched(page)
        for number in range(len(before) + 1):
            for page, (kind, address) in zip(pages, at_once, strict=True):
                visited[kind].requests.clear()
                page.goto((*before, address)[number], wait_until="commit")
            for page in pages:
                page.wait_for_load_state("networkidle")
        for context, (kind, _) in zip(contexts, at_once, strict=True):
            visited[kind].weigh()
            context.close()
    return visited


def watched(page: Page) -> Visit:
    visit = Visit()
    page.on("requestfinished", lambda request: visit.requests.append(request))
    page.on("console", lambda message: visit.problems.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: visit.problems.append(str(error)))
    return visit


@pytest.fixture(scope="module")
def first_visits(browser: Browser, site_address: str, kinds: dict[str, str]) -> dict[str, Visit]:
    return visits(browser, site_address, kinds)


@pytest.mark.both_shells
def test_home_is_light(first_visits: dict[str, Visit], shell: str) -> None:
    assert first_visits["home"].bytes <= HOME[shell]


@pytest.mark.both_shells
def test_every_other_page_is_light(first_visits: dict[str, Visit], shell: str) -> None:
    assert {kind: visit.bytes for kind, visit in first_visits.items() if visit.bytes > FIRST_PAGE[shell]} == {}


@pytest.mark.both_shells
def test_every_page_asks_for_little(first_visits: dict[str, Visit]) -> None:
    assert {kind: visit.addresses for kind, visit in first_visits.items() if len(visit.addresses) > REQUESTS} == {}


def test_a_second_page_is_lighter_still(browser: Browser, site_address: str, kinds: dict[str, str]) -> None:
    others = {kind: address for kind, address in kinds.items() if kind != "about"}
    seconds = visits(browser, site_address, others, "gioi-thieu/")
    assert {kind: visit.bytes for kind, visit in seconds.items() if visit.bytes > SECOND_PAGE} == {}


@pytest.mark.both_shells
def test_no_other_host_is_asked(first_visits: dict[str, Visit], site_address: str) -> None:
    assert [address for visit in first_visits.values() for address in visit.addresses
            if not address.startswith((site_address, "data:"))] == []


@pytest.mark.both_shells
def test_no_page_has_an_error_in_its_console(first_visits: dict[str, Visit]) -> None:
    said = {kind: visit.problems for kind, visit in first_visits.items() if visit.problems}
    assert list(said) == ["not found"]  # where the browser itself reports the 404


@pytest.mark.both_shells
def test_every_page_has_a_policy_that_runs_no_script_but_its_own(site_folder: Path) -> None:
    policy = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"')
    loose = []
    for path in sorted(site_folder.rglob("*.html")):
        found = policy.search(path.read_text("utf-8"))
        rules = unescape(found[1]) if found else ""
        if "default-src 'none'" not in rules or "unsafe" in rules or "*" in rules or "http" in rules:
            loose.append(path)
    assert loose == []
