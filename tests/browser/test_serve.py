"""`dialogues serve`: what a clerk saves is on the page in the browser, and what is wrong is said and changes nothing."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from generator.building.preview import show_saved
from generator.building.site_build import build_whole_site
from generator.keeping.store import Store
from generator.mkdocs_plugin.commands import MkDocsTheme
from tests.browser.visits import expect_said
from tests.builders import TODAY
from tests.places import ROOT
from tests.ports import free_port

RECORD = "dialogues/2023/so-dau-dinh-ky.yml"
PAGE = "doi-thoai/2023/so-dau-dinh-ky/"
PATIENCE = 60_000  # milliseconds, for a machine that does much else


@pytest.fixture
def serving(content: Path, tmp_path: Path, shell: str) -> Iterator[tuple[str, Path]]:
    """The address at which the command serves the golden register, and the file with what it says."""
    address = f"127.0.0.1:{free_port()}"
    said = tmp_path / "said.txt"
    with said.open("wb") as output, subprocess.Popen(
        [sys.executable, "-u", "-c", "from generator.__main__ import main; main()", "serve", "--content", content,
         "--address", address, "--cache", tmp_path / "cache", "--shell", shell],
        cwd=ROOT, stdout=output, stderr=output, env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    ) as process:
        while "Xem thử tại" not in said.read_text("utf-8"):
            assert process.poll() is None, said.read_text("utf-8")
            try:
                process.wait(0.2)
            except subprocess.TimeoutExpired:
                continue
        yield f"http://{address}/", said
        process.terminate()


def save(content: Path, old: str, new: str) -> None:
    path = content / RECORD
    text = path.read_text("utf-8")
    assert re.search(old, text)
    path.write_text(re.sub(old, new, text, count=1), "utf-8")


@pytest.fixture
def reader(browser: Browser, serving: tuple[str, Path]) -> Iterator[Page]:
    context = browser.new_context(base_url=serving[0])
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    yield page
    for shown in context.pages:
        leave(shown)
    context.close()


def leave(page: Page) -> None:
    """The browser never ends the closing of a page that is just loading itself anew."""
    for _ in range(5):
        try:
            page.goto("about:blank")
            return
        except Error:  # the page went to load itself anew
            continue


@pytest.mark.both_shells
def test_what_is_saved_shows_without_a_hand_and_what_follows_from_it_too(reader: Page, content: Path):
    reader.goto(PAGE)
    save(content, r"(?m)^topic: .*$", "topic: Đèn chiếu sáng ngõ xóm")
    expect(reader.locator("article")).to_contain_text("Đèn chiếu sáng ngõ xóm", timeout=PATIENCE)
    calendar = reader.context.new_page()
    calendar.goto("quan-huyen/hong-bang/so-dau/")
    expect(calendar.locator("article")).to_contain_text("Đèn chiếu sáng ngõ xóm", timeout=PATIENCE)


def test_a_mistake_is_said_at_its_place_and_the_page_stands_until_it_is_mended(
    reader: Page, content: Path, serving: tuple[str, Path]
):
    reader.goto(PAGE)
    before = reader.locator("article").inner_text()
    save(content, r"(?m)^kind: .*$", "kind: hop-dan")
    said = serving[1]
    expect_said(reader, lambda: bool(re.search(rf"{RECORD}:\d+:\d+: kind: ", said.read_text("utf-8"))), True)
    reader.reload()
    expect(reader.locator("article")).to_have_js_property("innerText", before)
    save(content, r"(?m)^kind: .*$", "kind: periodic")
    expect_said(reader, lambda: "Đã dựng lại." in said.read_text("utf-8"), True)


def test_the_page_shown_at_once_is_the_one_that_the_whole_build_makes(content: Path, tmp_path: Path):
    site, store = tmp_path / "site", Store(tmp_path / "kept")
    built = build_whole_site(MkDocsTheme(ROOT / "mkdocs.yml"), content, None, site, TODAY, store=store)
    save(content, r"(?m)^topic: .*$", "topic: Đèn chiếu sáng ngõ xóm")
    assert show_saved(content, site, built, {(content / RECORD).resolve()})
    at_once = (site / PAGE / "index.html").read_bytes()
    build_whole_site(MkDocsTheme(ROOT / "mkdocs.yml"), content, None, site, TODAY, store=store)
    assert (site / PAGE / "index.html").read_bytes() == at_once
