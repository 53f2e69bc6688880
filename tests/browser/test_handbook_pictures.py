"""The handbook's pictures are of screens that are there: each is walked to, and what is said of it is read on it.

``--bless`` takes the pictures anew; one that the handbook does not have yet begins as a copy of another.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from functools import cache
from html import unescape
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from generator.model.handbook_addresses import BOOKLET, ROLES
from tests.browser.conftest import VISITOR
from tests.browser.handbook_scenes import SCENES, SCREEN, Scene
from tests.browser.handbook_terminal import folder_of_the_register
from tests.browser.visits import follow
from tests.places import TEMPLATES

PICTURES = TEMPLATES / "handbook" / "pictures"
MOST_BYTES = 40_000
COLOURS = 24
TASK = re.compile(r'<h(?P<level>[23]) id="(?P<id>[^"]+)">(?P<title>.*?)</h(?P=level)>(?P<text>.*?)(?=<h[23] id=|</article>)', re.DOTALL)


@pytest.fixture
def screen(browser: Browser, site_address: str) -> Iterator[Page]:
    context = browser.new_context(base_url=site_address, viewport=SCREEN, color_scheme="light", device_scale_factor=1.25, **VISITOR)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Scene], str]:
    """The page of what is none of the site's, made once."""
    folder = folder_of_the_register(tmp_path_factory.mktemp("machine") / "so-dang-ky")
    return cache(lambda scene: scene.made(folder))


def walk_to(page: Page, scene: Scene, kinds: dict[str, str], made: Callable[[Scene], str]) -> None:
    if scene.made:
        page.set_content(made(scene))
    elif scene.kind == "editor of a dialogue":
        page.goto(kinds["dialogue scheduled"])
        follow(page.get_by_role("link", name="Ghi việc mới"))
    else:
        page.goto(kinds.get(scene.kind, scene.kind))
    scene.done(page)
    page.wait_for_load_state("networkidle")


def picture_of(page: Page, scene: Scene) -> bytes:
    """In few colours, which a screen of letters and lines bears well."""
    page.evaluate("document.activeElement.blur()")
    top = page.evaluate("css => document.querySelector(css).getBoundingClientRect().top + scrollY", scene.top)
    end = page.evaluate("document.querySelector('article').getBoundingClientRect().bottom + scrollY")
    clip = {"x": 0, "y": max(0, top - 12), "width": SCREEN["width"], "height": min(scene.height, end + 24 - top)}
    taken = Image.open(io.BytesIO(page.screenshot(full_page=True, clip=clip))).convert("RGB")
    made = io.BytesIO()
    taken.quantize(COLOURS, dither=Image.Dither.NONE).save(made, "PNG", optimize=True)
    return made.getvalue()


@pytest.mark.parametrize("name", SCENES)
def test_what_a_picture_shows_is_reached(
    name: str, screen: Page, kinds: dict[str, str], made: Callable[[Scene], str], request: pytest.FixtureRequest
) -> None:
    scene = SCENES[name]
    walk_to(screen, scene, kinds, made)
    expect(screen.locator(scene.top).first).to_be_visible()
    if request.config.getoption("--bless"):
        PICTURES.mkdir(exist_ok=True)
        (PICTURES / f"{name}.png").write_bytes(picture_of(screen, scene))


def tasks(site_folder: Path) -> Iterator[tuple[str, str, str]]:
    """Of each task in the pages of the roles: its title, its text and the name of its picture, or nothing."""
    for address in ROLES.values():
        for found in TASK.finditer((site_folder / address / "index.html").read_text("utf-8")):
            picture = re.search(r'src="[^"]*anh/([\w-]+)\.png"', found["text"])
            yield found["title"], found["text"], picture[1] if picture else ""


def test_every_word_that_a_step_names_stands_on_the_screen(
    screen: Page, site_folder: Path, kinds: dict[str, str], made: Callable[[Scene], str]
) -> None:
    missing = []
    for title, text, picture in tasks(site_folder):
        named = [unescape(word) for word in re.findall(r"<b>(.*?)</b>", text)]
        if named:
            walk_to(screen, SCENES[picture], kinds, made)
            seen = " ".join(screen.locator("article").inner_text().split())
            missing += [(title, word) for word in named if word not in seen]
    assert missing == []


def test_each_picture_is_of_a_scene_is_small_and_is_shown(site_folder: Path) -> None:
    kept = {path.stem: path.stat().st_size for path in PICTURES.iterdir()}
    shown = {picture for _, _, picture in tasks(site_folder) if picture}
    assert kept.keys() == SCENES.keys() == shown
    assert {name: size for name, size in kept.items() if size > MOST_BYTES} == {}


def test_each_task_has_a_picture(site_folder: Path) -> None:
    assert [title for title, _, picture in tasks(site_folder) if not picture] == []


def test_pictures_load_late_and_are_told_in_words(page: Page) -> None:
    for address in (*ROLES.values(), BOOKLET):
        page.goto(address)
        pictures = page.locator("article img").evaluate_all("all => all.map(one => [one.loading, one.alt.length > 20, one.width > 0])")
        assert pictures and all(picture == ["lazy", True, True] for picture in pictures)


def test_the_booklet_is_printed_whole_with_its_contents_and_pictures(page: Page, site_folder: Path) -> None:
    page.goto(BOOKLET)
    page.wait_for_load_state("networkidle")
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    sheets = [" ".join(sheet.get_textpage().get_text_bounded().split()) for sheet in document]
    whole = " ".join(sheets)
    titles = [unescape(title) for title, _, _ in tasks(site_folder)]
    assert [title for title in titles if whole.count(title) < 2] == [], "each stands in the contents and above its task"
    images = [image for sheet in document for image in sheet.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])]
    assert len(images) >= len(SCENES)
    roles = page.locator("article h2").all_inner_texts()
    assert [role for role in roles if not any(sheet.startswith(role) for sheet in sheets)] == [], "each role begins a sheet"
    assert {tuple(map(round, sheet.get_size())) for sheet in document} == {(595, 842)}
