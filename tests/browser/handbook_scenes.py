"""The screens that the handbook has pictures of, and how a clerk gets to each in the sample."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, expect

from generator.building.build import read_site
from generator.sheets.importing import preview_import
from generator.sheets.proposal import proposal
from tests.browser.handbook_sheets import page_of_proposal, page_of_sheet
from tests.browser.handbook_terminal import page_of, printed
from tests.builders import TODAY
from tests.places import CONTENT, ROOT, TEMPLATES
from tests.sheets.offices import DK01, DK02, a_plan, a_sheet

SCREEN = {"width": 720, "height": 560}


@dataclass(frozen=True)
class Scene:
    """``kind`` is one of the fixture ``kinds``, or an address with a slash; the picture begins at ``top`` and is ``height``
    CSS pixels high, or as the page is where that is less. What is no page of the site is ``made`` as one, in a folder where the
    register's commands are typed."""

    kind: str
    top: str
    height: int = SCREEN["height"]
    done: Callable[[Page], None] = lambda page: None
    made: Callable[[Path], str] | None = None


def fill_form(page: Page) -> None:
    page.get_by_label("Đơn vị tổ chức").select_option("hong-bang/so-dau")
    page.locator("#f-registration-registered_on").fill("20/2/2023")
    page.locator("#f-registration-period").fill("2023-10")
    expect(page.locator("[data-record-text]")).to_contain_text("period: 2023-10")
    expect(page.locator("[data-record-problems]")).not_to_contain_text("đang tải")


def slip(page: Page) -> None:
    fill_form(page)
    page.get_by_label("Chủ đề").first.fill("Đèn chiếu sáng, hỏi số 0912 345 678")
    expect(page.locator("[data-record-problems]")).to_contain_text("số điện thoại di động")


def postpone(page: Page) -> None:
    page.get_by_label("Việc", exact=True).select_option("postpone")
    page.locator("#e-postpone-reason").fill("Ảnh hưởng của bão: mưa lớn")
    expect(page.locator("[data-editor-text]")).to_contain_text("state: postponed")
    expect(page.locator("[data-editor-problems]")).to_contain_text("Không có lỗi")


def open_fold(page: Page) -> None:
    page.locator("#thoi-han").click()


def in_terminal(*commands: str, height: int = SCREEN["height"]) -> Scene:
    return Scene("a terminal", "article", height, made=lambda folder: page_of(folder, *commands))


def plan_sheet(folder: Path) -> str:
    plans = (a_plan(), a_plan(kind="Chuyên đề", topic="Đất đai", audience="Nông dân", period="15/10/2023"))
    return page_of_sheet(a_sheet(folder / "dk01-hong-bang.xlsx", DK01, *plans), 10, 11)


def reform_by_lists(folder: Path) -> str:
    """One commune of the sample goes into its neighbour, which no act says."""
    listed, gone, heir = ROOT / "seed" / "units-2023.csv", "11314", "11308"
    left = [line for line in listed.read_text("utf-8").splitlines() if not line.startswith(gone)]
    (folder / "don-vi-2024.csv").write_text("\n".join(left), "utf-8")
    (folder / "cu-moi.csv").write_text(f"old_code,new_code,extent\n{gone},{heir},whole\n", "utf-8")
    return page_of(
        folder, "cat cu-moi.csv",
        'dialogues reform don-vi-2024.csv --on 1/1/2024 --pairs cu-moi.csv --basis "Nghị quyết số …"',
    )


def proposed_sheets(folder: Path) -> str:
    """Two rows of communes, one of which nobody can understand."""
    rows = (("Phường Sở Dầu", "Tháng 10"), ("Phường Hạ Lý", "giữa quý IV"))
    asked = ([unit, time, time, "Chung", "Trật tự đô thị", None, None] for unit, time in rows)
    sheet = a_sheet(folder / "dk02-hong-bang.xlsx", DK02, *asked)
    site = read_site(CONTENT, as_of=None, today=TODAY, templates=TEMPLATES)
    preview = preview_import(CONTENT, TEMPLATES, site.register, [sheet], None, None, site.today.as_date())
    made = proposal(preview, [sheet.name], "")
    return page_of_proposal(made.title, made.text)


def report_sheet(code: str, asked: str, columns: int, rows: int) -> Callable[[Path], str]:
    """As the command writes it."""
    def made(folder: Path) -> str:
        printed(folder, f"dialogues report {code} {asked} --out {code}")
        (sheet,) = (folder / code).glob("*.xlsx")
        return page_of_sheet(sheet, columns, rows)
    return made


SCENES = {
    "record-form": Scene("record form", "h1", done=fill_form),
    "record-problem": Scene("record form", "#ban-ghi", 420, slip),
    "record-out": Scene("record form", "#ban-ghi", 620, fill_form),
    "record-editor": Scene("editor of a dialogue", "#viec", 860, postpone),
    "notice": Scene("notice", "h1", 620),
    "unit": Scene("commune", "h1"),
    "deadlines": Scene("subscribe", "#thoi-han", 360, open_fold),
    "quarter-list": Scene("quarter list", "h1"),
    "progress": Scene("progress", "h1", 520),
    "corrections": Scene("dinh-chinh/", "h1"),
    "agencies": Scene("agencies", "article h2"),
    "releases": Scene("releases", "h1", 440),
    "verifying": Scene("releases", "#tu-kiem-chung", 480),
    "plan-sheet": Scene("a sheet", "article", 480, made=plan_sheet),
    "report-sheet": Scene("a sheet", "article", made=report_sheet("BC01", "--unit hong-bang --period 2023-Q3", 12, 14)),
    "year-sheet": Scene("a sheet", "article", made=report_sheet("BC03", "--period 2023", 12, 14)),
    "proposal": Scene("a host's page", "article", 620, made=proposed_sheets),
    "year-open": in_terminal("dialogues close-year 2023 --out luu-tru", height=420),
    "install": in_terminal("make site", "dialogues check"),
    "kept": in_terminal(
        "dialogues build", "dialogues release --first --kept giu-rieng", "ls giu-rieng/phat-hanh giu-rieng/api/v1",
        "dialogues verify site --kept giu-rieng",
    ),
    "reform": Scene("a terminal", "article", made=reform_by_lists),
    "update": Scene("a terminal", "article", made=lambda folder: page_of(ROOT, 'make test TESTS="-q tests/text"')),
}
"""By the name of the picture's file."""
