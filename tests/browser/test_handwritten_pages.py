"""Pages written by hand that would do harm: refused with a message, or nothing runs and no other host is asked.

The cases are the files in handwritten/, where PWN() is what must never be called.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from generator.reading.page_files import page_problems
from tests.places import GOLDEN

CASES = sorted((Path(__file__).parent / "handwritten").iterdir())
SHOWN = {"shown-code.md", "template-words.md", "title-image.md", "title-of-text.md", "title-script.md"}
"""Those that are text, however much it looks like something else."""


def content_with(folder: Path, *cases: Path) -> Path:
    content = Path(shutil.copytree(GOLDEN, folder / "content"))
    (content / "pages").mkdir(exist_ok=True)
    (content / "pages/gioi-thieu.md").write_text("# Giới thiệu\n\n## Báo lỗi {: #bao-loi }\n", "utf-8")
    for case in cases:
        shutil.copy(case, content / "pages")
    return content


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_page_that_would_do_something_is_refused_and_one_of_text_is_not(case, tmp_path):
    problems = page_problems(content_with(tmp_path, case))
    assert {problem.path for problem in problems} == (set() if case.name in SHOWN else {f"pages/{case.name}"})


@pytest.fixture(scope="module")
def address(
    tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str], build_site: Callable[[Path, Path], None]
) -> str:
    """The site with the pages of text."""
    folder = tmp_path_factory.mktemp("handwritten")
    content = content_with(folder, *(case for case in CASES if case.name in SHOWN))
    build_site(content, folder / "site")
    return serve(folder / "site")


@pytest.fixture
def opened(context: BrowserContext) -> Callable[[str], tuple[Page, list[str]]]:
    """Opens a page, and says what has been called and asked of other hosts since."""
    def open_page(page_address: str) -> tuple[Page, list[str]]:
        page, done = context.new_page(), []
        host = "/".join(page_address.split("/")[:3])
        page.expose_function("PWN", lambda *given: done.append(f"PWN{given}"))
        page.on("request", lambda request: None if request.url.startswith((host, "data:")) else done.append(request.url))
        page.goto(page_address)
        page.wait_for_load_state("networkidle")
        return page, done

    return open_page


@pytest.mark.parametrize("name", sorted(SHOWN))
def test_a_page_of_text_does_nothing(name, address, opened):
    assert opened(f"{address}{name.removesuffix('.md')}/")[1] == []


def test_titles_and_template_words_are_shown_as_they_are_written(address, opened):
    assert opened(f"{address}title-of-text/")[0].title().startswith("Hỏi & đáp: <5 câu> – ")
    assert opened(f"{address}title-script/")[0].title().startswith("Trang</title><script>PWN('title')</script> – ")
    page, _ = opened(f"{address}template-words/")
    assert page.title().startswith("{{ 6*9+463 }} – ")
    expect(page.locator("#noi-dung")).to_contain_text("{% for x in (1, 2) %}{{ x }}{% endfor %}{{ config.theme.dirs }}")
    expect(page.locator("nav.md-tabs")).to_contain_text("Hỏi & đáp: <5 câu>")
