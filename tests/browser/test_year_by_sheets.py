"""A district's year without a terminal: sheets put into the inbox by the host's page, the rest told in the browser's editor, and a
person who reads and merges; beside it the same year typed on the command line."""

from __future__ import annotations

import shlex
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from generator.files.serving import Server
from tests.browser.conftest import VISITOR, build_in
from tests.browser.record_editing import add, asked_by, fill, record_of
from tests.browser.repository_host import UPLOAD, RepositoryHost, handler
from tests.browser.visits import expect_copied, follow
from tests.folders import append_to
from tests.places import GOLDEN
from tests.project.cities import begun_in
from tests.run_command import run_on
from tests.sheets.offices import BC01, BC02, DK01, DK02, a_plan, a_result, a_sheet, an_opinion

pytestmark = pytest.mark.slow
PATIENCE = 120_000
"""Milliseconds for a host that reads sheets and checks the register before it answers."""
DISTRICT, SO_DAU, HA_LY = "hong-bang-dinh-ky-1", "hong-bang-so-dau-dinh-ky-1", "hong-bang-ha-ly-dinh-ky-1"
REGISTERED, REPORTED, AGAIN = "2023-02-20", "2023-09-14", "2023-11-14"
HELD = (
    "hold --attendance 200 --more-than --speakers 10 --opinions 15 --before 5 --at-meeting 10 --answered-at-meeting 11 "
    "--answered-later 3 --passed-up 1"
)
TOLD = (
    ("2023-07-20", DISTRICT, ('announce --day 2023-08-15 --start 08:00 --end 11:00 --notified-on 2023-07-18',)),
    ("2023-07-20", SO_DAU, ('announce --day 2023-08-29 --start 14:00 --venue "Nhà văn hóa tổ 5"',)),
    ("2023-07-20", HA_LY, ('announce --day 2023-09-05 --start 08:00',)),
    ("2023-08-10", DISTRICT, ('postpone --reason "Ảnh hưởng của bão: mưa lớn"',)),
    ("2023-08-12", DISTRICT, ('announce --day 2023-08-22 --start 08:00 --end 11:00 --reason "Đã hết bão"',)),
    ("2023-08-12", HA_LY, ('cancel --reason "Đã lồng ghép vào hội nghị khác"',)),
)
AFTER_THE_MEETINGS = (
    ("2023-11-20", DISTRICT, (
        'conclude --sent-on 2023-09-01 --published-on 2023-09-02',
        'commit --text "Lắp đèn: ngõ 12" --agency "UBND quận" --due 2023-12-15',
    )),
    ("2023-12-11", DISTRICT, ('update 1 --outcome kept --text "Đã lắp 14 bóng đèn"',)),
    ("2023-12-11", SO_DAU, ('correct --field held.speakers --now 11 "Đếm sót một lượt phát biểu"',)),
)


@dataclass
class Year:
    """The city, its host, and the browser of the clerk, who is also the one who merges here."""

    host: RepositoryHost
    repository: str
    serve: Callable[[Path], str]
    page: Page
    address: str = ""
    sites: int = 0

    def on(self, day: str, look: bool = True) -> None:
        """Midnight has come: the register is of this day, and the site is built anew, unless nobody looks at it."""
        city = self.host.city
        city.git("fetch", "--quiet", "origin", "main")
        city.git("checkout", "--quiet", "--force", "-B", "main", "origin/main")
        lines = [line for line in (city.clone / "content/register.yml").read_text("utf-8").splitlines() if not line.startswith("as_of:")]
        (city.clone / "content/register.yml").write_text("\n".join([*lines, f"as_of: {day}", ""]), "utf-8")
        if city.git("status", "--porcelain"):
            city.commit(day)
            city.git("push", "--quiet", "origin", "main")
        if look:
            self.sites += 1
            built = city.folder / f"site-{self.sites}"
            build_in("own", city.clone / "content", built)
            self.address = self.serve(built)

    def send(self, *sheets: Path) -> str:
        """What the proposal says that is merged then."""
        self.page.goto(self.repository + UPLOAD.removeprefix("/"))
        self.page.get_by_label("Upload files").set_input_files(sheets)
        self.page.get_by_role("button", name="Commit changes").click()
        expect(self.page.locator("pre")).to_contain_text("Không có lỗi", timeout=PATIENCE)
        said = self.page.locator("pre").inner_text()
        self.merge()
        return said

    def tell(self, id: str, *told: str) -> None:
        """From the dialogue's page to the host's page for editing its record, and merged."""
        self.page.goto(f"{self.address}doi-thoai/2023/{id}/")
        follow(self.page.get_by_role("link", name="Ghi việc mới"))
        expect(self.page.locator("[data-editor-said]")).to_contain_text("như đã công bố")
        for typed in told:
            fill(self.page, *asked_by(typed, self.host.city.folder))
            expect(self.page.locator("[data-editor-problems]")).to_contain_text("Không có lỗi")
            add(self.page)
        record = record_of(self.page)
        with self.page.expect_popup() as opened:
            self.page.get_by_role("link", name="Chép rồi mở trang sửa tệp").click()
        host = opened.value
        expect_copied(host, record)
        host.get_by_label("Nội dung tệp").focus()
        host.keyboard.press("Control+A")
        host.keyboard.press("Control+V")
        expect(host.get_by_label("Nội dung tệp")).to_have_value(record)
        host.get_by_role("button", name="Commit changes").click()
        expect(host.locator("pre")).to_contain_text("Không có lỗi", timeout=PATIENCE)
        host.get_by_role("button", name="Merge").click()
        expect(host.get_by_text("Merged")).to_be_visible()
        host.close()

    def tell_all(self, told: tuple[tuple[str, str, tuple[str, ...]], ...]) -> None:
        """Each on its day."""
        day = ""
        for told_on, id, lines in told:
            if told_on != day:
                self.on(day := told_on)
            self.tell(id, *lines)

    def merge(self) -> None:
        self.page.get_by_role("button", name="Merge").click()
        expect(self.page.get_by_text("Merged")).to_be_visible()

    def records(self) -> dict[str, str]:
        names = self.host.git("ls-tree", "-r", "--name-only", "main", "content/dialogues").split("\n")
        return {Path(name).stem: self.host.file(name) for name in names}


@pytest.fixture(scope="module")
def year(browser: Browser, serve: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Year]:
    folder = tmp_path_factory.mktemp("year")
    content = a_year_just_opened(folder / "opened")
    (folder / "city").mkdir()
    host = RepositoryHost(begun_in(folder / "city", content))
    server = Server(("127.0.0.1", 0), handler(host))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    repository = f"http://127.0.0.1:{server.server_port}/"
    append_to(host.city.clone / "content/register.yml", f"edit_file: {repository}edit/main/{{path}}\n")
    host.city.commit("Kho của sổ")
    host.city.git("push", "--quiet", "origin", "main")
    context = browser.new_context(**VISITOR)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield Year(host, repository, serve, context.new_page())
    context.close()
    server.shutdown()
    server.server_close()


def a_year_just_opened(content: Path) -> Path:
    """The golden register without a dialogue."""
    shutil.copytree(GOLDEN, content)
    for kind in ("dialogues", "documents"):
        shutil.rmtree(content / kind)
    return content


def plans(folder: Path) -> list[Path]:
    return [
        a_sheet(folder / "dk01.xlsx", DK01, a_plan()),
        a_sheet(folder / "dk02.xlsx", DK02, *([unit, time, time, "Chung", None, None, None] for unit, time in (("Phường Sở Dầu", "Tháng 8"), ("P. Hạ Lý", "quý III")))),
    ]


def results(folder: Path, of: str, signed: str) -> list[Path]:
    about = {"title": f"BÁO CÁO {of} NĂM 2023", "dated": f"Hồng Bàng, {signed}"}
    return [
        a_sheet(
            folder / "bc01.xlsx", BC01, a_result(unit="Quận Hồng Bàng", day=date(2023, 8, 22), conclusion="9-TB/QU ngày 30/8/2023"),
            a_result(day=date(2023, 8, 29), conclusion=None), **about,
        ),
        a_sheet(folder / "bc02.xlsx", BC02, an_opinion(dialogue="Quận Hồng Bàng, ngày 22/8/2023"), **about),
    ]


def of_the_quarter(folder: Path) -> list[Path]:
    return results(folder, "QUÝ III", "ngày 12 tháng 9 năm 2023")


def of_the_year(folder: Path) -> list[Path]:
    """With the same meetings once more."""
    return results(folder, "KẾT QUẢ", "ngày 13 tháng 11 năm 2023")


def run(content: Path, day: str, name: str, *arguments: object) -> None:
    done = run_on(content, name, *arguments, "--as-of", day)
    assert done.exit_code == 0, done.output


def tell(content: Path, told: tuple[tuple[str, str, tuple[str, ...]], ...]) -> None:
    for day, id, lines in told:
        for line in lines:
            name, *arguments = shlex.split(line)
            run(content, day, name, id, *arguments)


def records_in(content: Path) -> dict[str, str]:
    return {path.stem: path.read_text("utf-8") for path in content.glob("dialogues/2023/*.yml")}


def imported_year(content: Path, sheets: Path) -> dict[str, str]:
    """The same on the command line."""
    run(content, REGISTERED, "import", *plans(sheets), "--apply")
    tell(content, TOLD)
    run(content, REPORTED, "import", *of_the_quarter(sheets), "--apply")
    tell(content, AFTER_THE_MEETINGS)
    return records_in(content)


def typed_year(content: Path) -> dict[str, str]:
    """With no sheet at all."""
    for unit, period in (("hong-bang", "2023-Q3"), ("hong-bang/so-dau", "2023-08"), ("hong-bang/ha-ly", "2023-Q3")):
        run(content, REGISTERED, "new", unit, "--period", period)
    tell(content, TOLD)
    tell(content, tuple((REPORTED, id, (HELD,)) for id in (DISTRICT, SO_DAU)))
    tell(content, ((REPORTED, DISTRICT, ("conclude --number 9-TB/QU --issued-on 2023-08-30",)),))
    tell(content, AFTER_THE_MEETINGS)
    return records_in(content)


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("imported")
    return imported_year(a_year_just_opened(folder / "content"), folder)


def test_a_districts_year_by_sheets_and_the_editor_ends_in_the_records_of_the_command_line(
    year: Year, imported: dict[str, str], tmp_path: Path
) -> None:
    year.on(REGISTERED, look=False)
    assert "### Mới" in year.send(*plans(tmp_path))
    year.tell_all(TOLD)
    year.on(REPORTED, look=False)
    assert "### Ghi thêm" in year.send(*of_the_quarter(tmp_path))
    year.on(AGAIN, look=False)
    before = year.records()
    assert "Không có gì để ghi" in year.send(*of_the_year(tmp_path)) and year.records() == before
    year.tell_all(AFTER_THE_MEETINGS)
    assert year.records() == imported


def test_a_year_of_sheets_differs_from_a_year_that_is_typed_by_what_only_sheets_ask(imported: dict[str, str], tmp_path: Path) -> None:
    typed = typed_year(a_year_just_opened(tmp_path / "content"))
    assert typed.keys() == imported.keys()
    assert {id for id in typed if typed[id] != imported[id]} == {DISTRICT}
    by_hand, by_sheet = (yaml.load(records[DISTRICT], yaml.BaseLoader) for records in (typed, imported))
    assert by_sheet.keys() - by_hand.keys() == {"topic", "audiences", "mode", "venue", "area", "participation", "note", "opinions"}
    assert by_hand.items() <= by_sheet.items()
