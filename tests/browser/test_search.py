"""Finding a unit, a street or a promise, typed as people type: with accents, without, in pieces, on a small telephone."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Response, expect

from generator.site.line_breaks import one_line
from tests.places import ROOT

SO_DAU = "Phường Sở Dầu, quận Hồng Bàng"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
QUESTIONS = yaml.safe_load((Path(__file__).parent / "questions.yml").read_text("utf-8"))
BUDGET = 100_000  # bytes, compressed, before the first result of the sample


def results(page: Page):
    return page.locator("[data-search-results] li")


def search_for(page: Page, typed: str) -> None:
    page.goto("tim-kiem/")
    page.get_by_label("Tên đơn vị").fill(typed)


@pytest.mark.parametrize(("typed", "first"), [
    ("so dau", SO_DAU), ("SỞ DẦU", SO_DAU), ("phuong so dau", SO_DAU), ("Sở Dầu", SO_DAU), ("so d", SO_DAU),
    (unicodedata.normalize("NFD", "Sở Dầu"), SO_DAU), ("hong bang", "Quận Hồng Bàng"), ("hồng bàng", "Quận Hồng Bàng"),
    ("do son", "Quận Đồ Sơn"), ("Đồ Sơn", "Quận Đồ Sơn"), ("vinh quang tien lang", "Xã Vinh Quang, huyện Tiên Lãng"),
    ("vinh quang vinh bao", "Xã Vinh Quang, huyện Vĩnh Bảo"),
    ("HB", "Quận Hồng Bàng"), ("Q. NQ", "Quận Ngô Quyền"), ("BLV", "Huyện Bạch Long Vĩ"),
    ("P. TL", "Phường Thượng Lý, quận Hồng Bàng"), ("H. TL", "Huyện Tiên Lãng"), ("thị trấn AL", "Thị trấn An Lão, huyện An Lão"), ("phuong sd", SO_DAU),
    ("hoongfbangf", "Quận Hồng Bàng"), ("ddooson", "Quận Đồ Sơn"), ("phuwowngfsoowrdaauf", SO_DAU), ("ho6ng2bang2", "Quận Hồng Bàng"),
])
def test_a_unit_is_the_first_result(phone: Page, typed: str, first: str):
    search_for(phone, typed)
    expect(results(phone).first.get_by_role("link")).to_have_text(first)


def test_a_result_leads_to_its_page(phone: Page):
    search_for(phone, "so dau")
    results(phone).first.get_by_role("link").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text(SO_DAU)


@pytest.mark.parametrize(("typed", "marked"), [
    ("diem tap ket rac", ["Điểm", "tập", "kết", "rác"]),
    ("Điểm tập kết rác gần trường học phát sinh mùi", ["Điểm", "tập", "kết", "rác", "gần", "trường", "học", "phát"]),
    ("tuyen pho tu quan", ["tuyến", "phố", "tự", "quản"]), ("duy tri viec tra loi kien nghi", ["Duy", "trì", "việc", "trả", "lời", "kiến", "nghị"]),
    ("215-TB/QU", ["215", "TB", "QU"]),
])
def test_words_of_opinions_conclusions_and_commitments_are_found_and_marked(phone: Page, typed: str, marked: list[str]):
    search_for(phone, typed)
    expect(results(phone).first).to_be_visible()
    assert set(marked) <= set(results(phone).first.locator("mark").all_inner_texts())


@pytest.mark.parametrize("typed", ["thông báo số 302", "tb 302", "thông báo kết luận 302 tb hu", "thong bao ket luan so 302-TB/HU"])
def test_a_notice_is_found_by_its_number_beside_the_words_for_one(phone: Page, typed: str):
    search_for(phone, typed)
    expect(results(phone).first.get_by_role("link")).to_have_attribute("href", "../doi-thoai/2023/vinh-bao-dinh-ky-1/")


@pytest.mark.parametrize("typed", [
    "5/10", "05/10", "5/10/2023", "05-10-2023", "5.10.2023", "5.10.23", "05/10/23", "ngày 5/10", "ngay 5 thang 10", "ngày 05 tháng 10 năm 2023", "mùng 5 tháng 10",
    "thứ Năm, ngày 05/10/2023",
])
def test_a_day_finds_its_dialogues_however_it_is_typed(phone: Page, site_folder: Path, typed: str):
    rows = json.loads((site_folder / "api/v1/dialogues-2023.json").read_bytes())["rows"]
    that_day = {row["dialogue"] for row in rows if row["day"] == "2023-10-05"}
    search_for(phone, typed)
    expect(results(phone).first).to_be_visible()
    found = [link.get_attribute("href").split("/")[-2] for link in results(phone).get_by_role("link").all()]
    assert that_day and that_day <= set(found)
    assert {"05", "10"} <= set(results(phone).nth(found.index(min(that_day))).locator("mark").all_inner_texts())


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: asked["typed"])
def test_a_question_is_answered_among_the_first_three(phone: Page, asked: dict[str, Any]):
    phone.goto("tim-kiem/?q=" + quote(asked["typed"]))  # found at once; a pause in typing is waited for in other tests
    expect(results(phone).first).to_be_visible()
    found = [link.get_attribute("href").removeprefix("../") for link in results(phone).get_by_role("link").all()[:3]]
    assert set(found) & set(asked.get("wanted", ())) or any(holds(address, asked.get("holds")) for address in found)


def holds(address: str, words: str | None) -> bool:
    """Whether it is the page of a dialogue of the sample whose record holds the words."""
    if not words or not address.startswith("doi-thoai/"):
        return False
    record = ROOT / "content" / "dialogues" / f"{address.removeprefix('doi-thoai/').rstrip('/')}.yml"
    return words in " ".join(record.read_text("utf-8").lower().split())


@pytest.mark.parametrize(("typed", "first"), [
    ("điện lực đã làm xong chưa", "cam-ket/"), ("điện lực kiến an đã làm xong chưa", "cam-ket/kien-an/"),
    ("trang này có phải của nhà nước không", "gioi-thieu/"),
])
def test_what_people_call_a_page_leads_there_before_what_has_the_other_words_by_chance(phone: Page, typed: str, first: str):
    search_for(phone, typed)
    expect(results(phone).first.get_by_role("link")).to_have_attribute("href", f"../{first}")


def test_what_people_call_a_page_comes_after_what_is_about_the_other_words(phone: Page):
    search_for(phone, "đèn chiếu sáng làm xong chưa")
    expect(results(phone).nth(1).get_by_role("link")).to_have_attribute("href", "../cam-ket/")
    expect(results(phone).first).to_contain_text("chiếu sáng")


@pytest.mark.parametrize("typed", ["dự án đường tránh", "tiền lãng phí"])
def test_words_with_other_accents_are_no_name_of_a_place_among_others(phone: Page, typed: str):
    search_for(phone, typed)
    expect(results(phone).first).to_be_visible()
    assert [link.get_attribute("href") for link in results(phone).get_by_role("link").all()[:3] if "quan-huyen/" in link.get_attribute("href")] == []


def test_a_word_with_other_accents_comes_after_all_with_those_that_were_typed(phone: Page):
    search_for(phone, "sổ đỏ")
    expect(results(phone).first).to_be_visible()
    assert SO_DAU not in results(phone).get_by_role("link").all_inner_texts()[:10]


def test_a_word_with_other_accents_is_not_marked_on_a_page_that_has_those_that_were_typed(phone: Page):
    search_for(phone, "đèn đường hỏng")
    shown = results(phone).filter(has_text="An Dương").first
    expect(shown.locator("mark", has_text=re.compile("^đường$"))).to_have_count(1)
    assert {"Dương", "đến"} & set(shown.locator("mark").all_inner_texts()) == set()


def test_what_an_office_writes_is_marked_with_its_accents_alone(phone: Page):
    search_for(phone, "sổ đỏ")
    expect(results(phone).first).to_be_visible()
    assert {"Nhân", "Đối"} & set(results(phone).locator("mark").all_inner_texts()) == set()


def test_what_has_all_words_as_they_were_typed_comes_before_what_has_some_of_them_as_an_office_writes_it(phone: Page):
    search_for(phone, "đường thoát nước ngập")
    expect(results(phone).first).to_be_visible()
    found = [link.get_attribute("href").removeprefix("../") for link in results(phone).get_by_role("link").all()[:3]]
    assert [address for address in found if not holds(address, "ngập")] == []


def test_the_papers_of_ones_land_come_before_the_handbook(phone: Page):
    search_for(phone, "so do")
    expect(results(phone).first).to_contain_text("giấy chứng nhận quyền sử dụng đất")
    expect(phone.locator("[data-search-results] a[href*='so-tay/']")).to_have_count(0)


def test_where_no_page_has_all_words_those_with_most_are_shown_and_it_is_said(phone: Page):
    search_for(phone, "đèn xyzt chiếu sáng")
    expect(phone.get_by_role("status")).to_contain_text("có nhiều từ nhất")
    expect(results(phone).first.locator("mark").first).to_be_visible()


def test_of_two_places_both_stand_before_all_others(phone: Page):
    search_for(phone, "an duong va hong bang")
    expect(results(phone).first).to_be_visible()
    assert {*results(phone).get_by_role("link").all_inner_texts()[:2]} == {"Huyện An Dương", "Quận Hồng Bàng"}


def test_who_made_a_slip_is_told_what_was_looked_for(phone: Page):
    search_for(phone, "le chna")
    expect(phone.get_by_role("status")).to_have_text("Không trang nào có “le chna”. Dưới đây là kết quả cho “le chan”.")
    expect(results(phone).first.get_by_role("link")).to_have_text("Quận Lê Chân")


def test_where_the_script_for_slips_does_not_come_all_else_is_found(phone: Page):
    phone.route("**/slips.js", lambda route: route.abort())
    search_for(phone, "đèn xyzt chiếu sáng")
    expect(phone.get_by_role("status")).to_contain_text("có nhiều từ nhất")
    expect(results(phone).first.locator("mark").first).to_be_visible()


@pytest.mark.parametrize(("typed", "title", "day"), [("t3", "Đối thoại tháng 3 năm 2023", "thứ Ba"), ("lịch T6", "Đối thoại tháng 6 năm 2023", "thứ Sáu")])
def test_a_day_of_the_week_that_may_be_a_month_is_found_as_both(phone: Page, typed: str, title: str, day: str):
    search_for(phone, typed)
    expect(results(phone).first.get_by_role("link")).to_have_text(title)
    expect(results(phone).nth(1)).to_contain_text(day)


def test_where_the_words_of_an_office_stand_apart_it_is_said_that_no_page_has_it(phone: Page):
    """The sample has "bến" and "xe", and no "bến xe"."""
    search_for(phone, "xe khách")
    expect(phone.get_by_role("status")).to_have_text("Không trang nào có đủ các từ “xe khách”. Dưới đây là trang có nhiều từ nhất.")


@pytest.mark.parametrize("typed", ["le chan", "xyzt", "đèn xyzt chiếu sáng", "xóm"])
def test_who_made_no_slip_that_is_understood_is_told_of_none(phone: Page, typed: str):
    search_for(phone, typed)
    expect(phone.get_by_role("status")).to_contain_text(re.compile("Tìm thấy|Không"))
    expect(phone.get_by_role("status")).not_to_contain_text("kết quả cho")


@pytest.mark.parametrize(("typed", "first"), [("excel", "du-lieu/"), ("bang excel", "so-tay/bang-excel/")])
def test_clerks_pages_stand_behind_others_unless_they_are_called_so(phone: Page, typed: str, first: str):
    search_for(phone, typed)
    expect(results(phone).first.get_by_role("link")).to_have_attribute("href", f"../{first}")


@pytest.mark.parametrize(("typed", "title"), [
    ("so tay ghi so", "Sổ tay ghi sổ"), ("change-has-a-reason", "Thông báo lỗi và cách sửa"), ("bang excel", "Bảng Excel"), ("lap ban ghi", "Lập bản ghi"),
])
def test_clerks_find_their_own_pages(phone: Page, typed: str, title: str):
    search_for(phone, typed)
    expect(results(phone).get_by_role("link", name=title, exact=True)).to_be_visible()


def test_an_example_of_the_handbook_is_no_answer_to_a_citizen(phone: Page):
    search_for(phone, "Trung lich hop Hoi dong nhan dan")
    expect(results(phone).first).to_be_visible()
    expect(phone.locator("[data-search-results] a[href*='so-tay/']")).to_have_count(0)


def test_what_stands_side_by_side_comes_first(phone: Page):
    search_for(phone, "tuyen pho tu quan")
    expect(phone.get_by_role("status")).to_contain_text("có đúng cụm từ này")
    expect(results(phone).first).to_contain_text("tuyến phố tự quản")


@pytest.mark.parametrize(("typed", "status"), [
    ("hủy", "Đã hủy"), ("đã hủy", "Đã hủy"), ("tạm hoãn", "Tạm hoãn"), ("hoan", "Tạm hoãn"), ("huy", "Đã hủy"), ("bi huy", "Đã hủy"),
])
def test_what_was_cancelled_or_postponed_comes_first_where_that_is_asked(phone: Page, typed: str, status: str):
    search_for(phone, typed)
    expect(results(phone)).to_have_count(10)
    assert [line for line in results(phone).all_inner_texts() if not re.search(rf"· {one_line(status)}$", line, re.MULTILINE)] == []


@pytest.mark.parametrize("typed", ["hộ", "hồ"])
def test_pages_with_the_accents_that_were_typed_come_before_those_without(phone: Page, site_folder: Path, typed: str):
    files = [path for path in (site_folder / "tim-kiem").glob("*.json") if path.stem.isdigit()]
    words = {
        address: set(re.findall(r"\w+", " ".join((title, line, *texts, *called)).lower()))
        for path in files for address, title, line, texts, *(called,) in [[*row, ()][:5] for row in json.loads(path.read_bytes())]
    }
    search_for(phone, typed)
    expect(results(phone).first).to_be_visible()
    found = [link.get_attribute("href").removeprefix("../") for link in results(phone).get_by_role("link").all()]
    is_so_written = [typed in words[address] for address in found]
    assert is_so_written[0] and is_so_written == sorted(is_so_written, reverse=True)


def test_nothing_found_is_said_with_what_to_do(phone: Page):
    search_for(phone, "khong co gi nhu the xyz")
    expect(phone.get_by_role("status")).to_contain_text("Không tìm thấy trang nào")
    expect(phone.get_by_role("status")).to_contain_text("Hãy bớt từ")
    expect(phone.get_by_role("main").get_by_role("link", name="danh sách đơn vị theo vần")).to_be_visible()


def test_a_search_has_an_address_that_can_be_sent(phone: Page):
    search_for(phone, "so dau")
    expect(results(phone).first).to_be_visible()
    phone.reload()
    expect(phone.get_by_label("Tên đơn vị")).to_have_value("so dau")
    expect(results(phone).first).to_contain_text(SO_DAU)


def test_every_page_has_a_way_to_search_on_a_telephone(phone: Page):
    phone.goto("quan-huyen/hong-bang/")
    phone.get_by_role("banner").get_by_role("button", name="Tìm kiếm").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Tìm kiếm")


def test_the_keyboard_alone_searches_from_any_page_and_opens_a_result(page: Page):
    page.goto("lich/")
    page.get_by_role("banner").get_by_role("searchbox").focus()
    page.keyboard.type("hong bang")
    page.keyboard.press("Enter")
    expect(results(page).first).to_be_visible()
    page.get_by_role("button", name="Tìm", exact=True).focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Quận Hồng Bàng")


def test_more_results_are_added_below_and_the_first_of_them_is_reached(phone: Page):
    search_for(phone, "đối thoại")
    expect(results(phone)).to_have_count(10)
    phone.get_by_role("button", name="Xem thêm kết quả").click()
    expect(results(phone)).to_have_count(20)
    expect(results(phone).nth(10).get_by_role("link")).to_be_focused()


@pytest.mark.parametrize("typed", ["<img src=x onerror=alert(1)>", "constructor", "__proto__", '"', "%", "đ" * 500])
def test_what_is_typed_stays_text(phone: Page, typed: str):
    problems: list[str] = []
    phone.on("pageerror", lambda error: problems.append(str(error)))
    phone.on("dialog", lambda dialog: problems.append(dialog.message))
    phone.goto("tim-kiem/?q=" + quote(typed), wait_until="networkidle")
    expect(phone.get_by_label("Tên đơn vị")).to_have_value(typed)
    expect(phone.locator("article img")).to_have_count(0)
    assert problems == []


def test_a_whole_page_that_was_pasted_is_cut_before_it_holds_the_page_up(phone: Page):
    phone.goto("tim-kiem/?q=" + quote("đối thoại " * 1000))
    expect(phone.get_by_label("Tên đơn vị")).to_have_value(("đối thoại " * 1000)[:500])
    expect(results(phone).first).to_be_visible()


@pytest.mark.parametrize("typed", [r"\u{1F600}", r"\ud83d", "?!"])  # an emoji, half of one while it is being typed
def test_where_no_letter_was_typed_it_is_said_that_letters_are_needed(phone: Page, typed: str):
    phone.goto("tim-kiem/")
    phone.get_by_label("Tên đơn vị").evaluate(f"""input => {{
        input.value = "{typed}";
        input.dispatchEvent(new Event("input"));
    }}""")
    expect(phone.get_by_role("status")).to_have_text("Hãy gõ bằng chữ hoặc số.")


def test_a_lost_connection_is_said_and_trying_again_helps(phone: Page):
    phone.goto("tim-kiem/")
    phone.context.set_offline(True)
    phone.get_by_label("Tên đơn vị").fill("so dau")
    expect(phone.get_by_role("status")).to_contain_text("Không tải được")
    phone.context.set_offline(False)
    phone.get_by_role("button", name="Tìm", exact=True).click()
    expect(results(phone).first).to_contain_text(SO_DAU)


def test_without_scripts_the_list_of_units_stands_in(without_scripts: Page):
    without_scripts.goto("tim-kiem/?q=so+dau")
    without_scripts.get_by_role("main").get_by_role("link", name="danh sách quận, huyện, xã, phường, thị trấn theo vần").click()
    expect(without_scripts.get_by_role("heading", level=1)).to_have_text("Quận, huyện, xã, phường, thị trấn")


@pytest.mark.parametrize("typed", ["so dau", "hong bang", "đường Nguyễn Văn Linh", "rác thải sinh hoạt", "đề nghị công khai quy hoạch sử dụng đất"])
def test_the_first_results_cost_little(phone: Page, typed: str):
    costs: list[int] = []

    def note(answer: Response) -> None:
        if ("/tim-kiem/" in answer.url and answer.url.endswith(".json")) or answer.url.endswith("/search.js"):
            costs.append(int(answer.headers["content-length"]))

    phone.on("response", note)
    search_for(phone, typed)
    expect(phone.get_by_role("status")).to_contain_text("ìm thấy")
    expect(results(phone).first).to_be_visible()
    assert len(costs) > 2 and sum(costs) <= BUDGET


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_among_results_and_nothing_scrolls_sideways(phone: Page, scheme: str):
    phone.emulate_media(color_scheme=scheme)
    phone.set_viewport_size({"width": 320, "height": 640})
    search_for(phone, "tuyen pho tu quan")
    expect(results(phone).first).to_be_visible()
    violations = Axe().run(phone, options={"resultTypes": ["violations"], "runOnly": WCAG}).response["violations"]
    assert [(violation["id"], violation["nodes"][0]["html"]) for violation in violations] == []
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320


def test_no_other_page_loads_anything_of_search(phone: Page):
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    phone.goto("quan-huyen/hong-bang/", wait_until="networkidle")
    assert [url for url in asked if "tim-kiem" in url or "search" in url or "worker" in url] == []


def test_the_index_of_any_words_fits_together(site_folder: Path):
    """No shard is named that is not there."""
    folder = site_folder / "tim-kiem"
    names = json.loads((folder / "chi-muc.json").read_bytes())["shards"]
    assert [name for name in names if not (folder / f"tu-{name.replace(' ', '-')}.json").is_file()] == []
