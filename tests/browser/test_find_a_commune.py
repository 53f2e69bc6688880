"""Walked for "Bao giờ Bí thư phường tôi đối thoại?": a commune is found as people type it, on a small telephone."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.visits import SO_DAU, find, finder, follow, held

walked_in_both_shells = pytest.mark.both_shells
"""What stands around the page has a part in it; what is found for which words, the pages alone decide."""


@walked_in_both_shells
@pytest.mark.parametrize("typed", ["so dau", "SỞ DẦU", "phuong so dau", "Sở Dầu", unicodedata.normalize("NFD", "Sở Dầu")])
def test_my_commune_is_found_however_it_is_typed_and_answers_at_the_top(phone: Page, typed: str) -> None:
    phone.goto("")
    phone.get_by_label("Gõ tên xã").fill(typed)
    follow(finder(phone).get_by_role("link", name=SO_DAU))
    expect(phone.get_by_role("heading", level=1)).to_have_text(SO_DAU)
    answer = phone.locator(".card").first
    assert answer.bounding_box()["y"] < 740


SIGNBOARDS = [
    "P. Sở Dầu", "p.so dau", "UBND phường Sở Dầu", "UBNDP Sở Dầu", "HĐND - UBND P.Sở Dầu", "ỦY BAN NHÂN DÂN PHƯỜNG SỞ DẦU", "Sở Dầu (UBND)",
    "Phường Sở Dầu - Quận Hồng Bàng", "phường Sở Dầu, q. Hồng Bàng, Hải Phòng", "phường Sở Dầu, quận Hồng Bàng, TP. Hải Phòng",
    "P. Sở Dầu, Q. Hồng Bàng, thành phố Hải Phòng", "Hải Phòng, Q. Hồng Bàng, P. Sở Dầu", "xã Sở Dầu", "xã Sở Dầu, huyện Hồng Bàng",
]


@pytest.mark.parametrize("typed", SIGNBOARDS)
def test_my_commune_is_found_as_its_signboard_has_it_and_the_phones_search_key_opens_it(phone: Page, typed: str) -> None:
    expect(find(phone, typed)).to_have_text([SO_DAU])
    phone.get_by_label("Gõ tên xã").press("Enter")
    expect(phone.get_by_role("heading", level=1)).to_have_text(SO_DAU)


@pytest.mark.parametrize("typed", ["Sowr Daauf", "So73 Da62u", "phu7o7ng2 so73 da62u", "sodau", "phuongsodau", "SởDầu", "doithoai phuongsodau"])
def test_my_commune_is_found_with_the_input_method_off_or_without_spaces(phone: Page, typed: str) -> None:
    expect(find(phone, typed)).to_have_text([SO_DAU])
    phone.get_by_label("Gõ tên xã").press("Enter")
    expect(phone.get_by_role("heading", level=1)).to_have_text(SO_DAU)


@pytest.mark.parametrize("typed", SIGNBOARDS)
def test_the_search_page_finds_it_first_too(phone: Page, typed: str) -> None:
    phone.goto(f"tim-kiem/?q={quote(typed)}")
    expect(phone.locator("[data-search-results] a").first).to_have_text(SO_DAU)


ASKED = [
    ("chu tich phuong so dau doi thoai khi nao", SO_DAU), ("bí thư đảng ủy phường Sở Dầu", SO_DAU), ("so dien thoai p so dau", SO_DAU),
    ("sap toi phuong dang hai co doi thoai khong", "Phường Đằng Hải, quận Hải An"), ("gặp dân kiến thụy", "Huyện Kiến Thuỵ"),
    ("quận hải an bao giờ chủ tịch phường cát bi gặp dân", "Phường Cát Bi, quận Hải An"), ("bach long vy", "Huyện Bạch Long Vĩ"),
    ("bi thu huyen uy tien lang", "Huyện Tiên Lãng"),
]


@pytest.mark.parametrize("typed, first", ASKED)
def test_my_commune_is_found_in_a_question_and_the_phones_search_key_opens_it(phone: Page, typed: str, first: str) -> None:
    expect(find(phone, typed).first).to_have_text(first)
    phone.get_by_label("Gõ tên xã").press("Enter")
    expect(phone.get_by_role("heading", level=1)).to_have_text(first)


def test_a_link_that_the_keyboard_has_come_to_keeps_the_focus_when_questions_are_understood(page: Page) -> None:
    let_go = held(page, "**/questions.js")
    page.goto("")
    page.get_by_label("Gõ tên xã").fill("so dau")
    page.keyboard.press("Tab")
    let_go()
    page.wait_for_function("() => typeof questions !== 'undefined'")
    expect(finder(page).get_by_role("link", name=SO_DAU)).to_be_focused()


@walked_in_both_shells
def test_a_word_that_is_neither_a_name_nor_a_question_is_left_to_the_search(phone: Page) -> None:
    expect(find(phone, "rác thải")).to_have_count(0)


@pytest.mark.parametrize("typed", [
    "bao giờ chủ tịch xã tôi gặp dân", "bao gio bi thu phuong toi doi thoai", "khi nào lãnh đạo Hải Phòng tiếp dân", "bao giow chur tichj xax tooi gawpj daan",
])
def test_a_question_without_a_place_is_asked_where_and_the_phones_search_key_leads_on(phone: Page, typed: str) -> None:
    expect(find(phone, typed)).to_have_count(0)
    said = re.compile(r"^Bạn hỏi về nơi nào\? Hãy gõ tên một xã, .* của Hải Phòng\. Bấm phím tìm \(Enter\) để tìm trong cả sổ\.$")
    expect(finder(phone).get_by_role("status")).to_have_text(said)
    phone.get_by_label("Gõ tên xã").press("Enter")
    expect(phone.locator("[data-search-results] a").first).to_have_attribute("href", re.compile(r"^\.\./(lich|quan-huyen)/$"))


@walked_in_both_shells
def test_a_place_beside_a_topic_is_shown_and_the_phones_search_key_asks_for_both(phone: Page) -> None:
    expect(find(phone, "sổ đỏ phường hạ lý")).to_have_text(["Phường Hạ Lý, quận Hồng Bàng"])
    phone.get_by_label("Gõ tên xã").press("Enter")
    expect(phone.locator("[data-search-results] li").first).to_contain_text("Phường Hạ Lý, quận Hồng Bàng")


NAMES = [
    ("thuỷ nguyên", "Huyện Thuỷ Nguyên"), ("thủy nguyên", "Huyện Thuỷ Nguyên"), ("vinh bao", "Huyện Vĩnh Bảo"), ("q. hong bang", "Quận Hồng Bàng"),
    ("tt tien lang", "Thị trấn Tiên Lãng, huyện Tiên Lãng"), ("huyện tiên lãng", "Huyện Tiên Lãng"), ("quận tiên lãng", "Huyện Tiên Lãng"),
    ("đông hải", "Phường Đông Hải, quận Lê Chân"), ("p. dong hai", "Phường Đông Hải, quận Lê Chân"), ("P. Đông Hải 2", "Phường Đông Hải 2, quận Hải An"),
    ("hải", "Quận Hải An"), ("hồn", "Quận Hồng Bàng"), ("huyện đảo Bạch Long Vĩ", "Huyện Bạch Long Vĩ"), ("Cát Hải, Hải Phòng", "Huyện Cát Hải"),
    ("Vinh Quang, Vĩnh Bảo", "Xã Vinh Quang, huyện Vĩnh Bảo"), ("TT. Tiên Lãng, TP. Hải Phòng", "Thị trấn Tiên Lãng, huyện Tiên Lãng"),
]


@pytest.mark.parametrize("typed, first", NAMES)
def test_the_name_itself_comes_before_what_only_holds_its_words(phone: Page, typed: str, first: str) -> None:
    expect(find(phone, typed).first).to_have_text(first)


@pytest.mark.parametrize("typed, first", NAMES)
def test_the_name_itself_comes_first_on_the_search_page_too(phone: Page, typed: str, first: str) -> None:
    phone.goto(f"tim-kiem/?q={quote(typed)}")
    expect(phone.locator("[data-search-results] a").first).to_have_text(first)


@pytest.mark.parametrize("typed, ranks", [("hải", {1, 2, 3}), ("tiên lãng", {0, 3}), ("đông hải", {0, 1, 4})])
def test_names_are_shown_the_nearer_the_earlier(phone: Page, typed: str, ranks: set[int]) -> None:
    """The name itself, what begins with it, what holds it, what only its district's name holds, other accents."""
    found = []
    for name in find(phone, typed).all_inner_texts():
        own, _, district = re.sub(r"^(phường|xã|thị trấn|quận|huyện) ", "", name.lower()).partition(",")
        found.append([own == typed, own.startswith(typed), typed in own, typed in district, True].index(True))
    assert found == sorted(found) and set(found) == ranks


@pytest.mark.parametrize("typed", ["đông", "đồng"])
def test_accents_that_were_typed_come_first(phone: Page, typed: str) -> None:
    names = find(phone, typed).all_inner_texts()
    is_so_written = [typed in name.lower().split(",")[0].split() for name in names]
    assert is_so_written == sorted(is_so_written, reverse=True) and set(is_so_written) == {True, False}


def test_accents_of_a_district_come_before_names_with_others(phone: Page) -> None:
    names = find(phone, "vĩnh").all_inner_texts()
    is_so_written = ["vĩnh" in name.lower() for name in names]
    assert is_so_written == sorted(is_so_written, reverse=True) and set(is_so_written) == {True, False}


@pytest.mark.parametrize("typed", ["đông", "đồng"])
def test_accents_that_were_typed_come_first_on_the_search_page_too(phone: Page, typed: str) -> None:
    phone.goto(f"tim-kiem/?q={quote(typed)}")
    links = phone.locator("[data-search-results] a")
    expect(links).to_have_count(10)
    is_so_written = [typed in name.lower().split(",")[0].split() for name in links.all_inner_texts()]
    assert is_so_written == sorted(is_so_written, reverse=True) and set(is_so_written) == {True, False}


def test_both_places_of_a_tone_mark_show_the_same(phone: Page) -> None:
    assert find(phone, "hoà").all_inner_texts() == find(phone, "hòa").all_inner_texts() != []


def test_a_ward_that_is_a_number_comes_before_those_that_begin_with_it(phone: Page) -> None:
    def numbered(route: Route) -> None:
        answer = route.fetch()
        text = answer.text().replace("Phường An Biên, quận Lê Chân", "Phường 20, quận 1").replace(SO_DAU, "Phường 2, quận 1")
        route.fulfill(response=answer, body=text)

    phone.route(re.compile(r"/$"), numbered)
    for typed in ("p.2, q.1", "Phường 2, quận 1"):
        expect(find(phone, typed)).to_have_text(["Phường 2, quận 1", "Phường 20, quận 1"])
    for typed in ("Phường 2", "P. 2"):
        assert find(phone, typed).all_inner_texts() == ["Phường 2, quận 1", "Phường 20, quận 1", "Phường Đông Hải 2, quận Hải An"]


@pytest.mark.parametrize("typed, meant", [("thuỷ nguyên", "Huyện Thuỷ Nguyên"), ("đông hải", "Phường Đông Hải, quận Lê Chân")])
def test_the_search_key_opens_the_one_that_has_just_this_name(phone: Page, typed: str, meant: str) -> None:
    expect(find(phone, typed).nth(1)).to_be_visible()
    phone.get_by_label("Gõ tên xã").press("Enter")
    expect(phone.get_by_role("heading", level=1)).to_have_text(meant)


@pytest.mark.parametrize("typed", ["vinh quang", "vinh bao", "khong co", "Hải Phòng", "bí thư", "bản đồ", "p. 2", "sở dâu"])
def test_the_search_key_takes_what_is_not_one_units_name_to_the_search_of_everything(phone: Page, typed: str) -> None:
    find(phone, typed)
    phone.get_by_label("Gõ tên xã").press("Enter")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Tìm kiếm")
    expect(phone.get_by_label("Tên đơn vị")).to_have_value(typed)


@walked_in_both_shells
@pytest.mark.parametrize("typed, meant", [("phường sở dầ", SO_DAU), ("bach lo", "Huyện Bạch Long Vĩ"), ("Bạch Long", "Huyện Bạch Long Vĩ")])
def test_the_search_key_opens_the_only_one_that_begins_so(phone: Page, typed: str, meant: str) -> None:
    expect(find(phone, typed)).to_have_text([meant])
    phone.get_by_label("Gõ tên xã").press("Enter")
    expect(phone.get_by_role("heading", level=1)).to_have_text(meant)


@pytest.mark.parametrize("typed", ["Hải Phòng", "hai phong", "TP. Hải Phòng", "thành phố Hải Phòng", "UBND TP Hải Phòng"])
def test_the_citys_own_name_lists_no_commune_and_says_what_to_type(phone: Page, typed: str) -> None:
    expect(find(phone, typed)).to_have_count(0)
    expect(finder(phone).get_by_role("status")).to_contain_text("Hãy gõ tên một xã, phường, thị trấn, quận hoặc huyện của Hải Phòng.")


@pytest.mark.parametrize("typed", ["do son", "đồ sơn", "Đồ Sơn", "ĐỒ SƠN"])
def test_a_name_with_a_crossed_d_is_found_with_and_without_its_stroke(phone: Page, typed: str) -> None:
    phone.goto("")
    phone.get_by_label("Gõ tên xã").fill(typed)
    expect(finder(phone).get_by_role("link", name="Quận Đồ Sơn", exact=True)).to_be_visible()


def test_a_district_is_found_with_its_communes(phone: Page) -> None:
    phone.goto("")
    phone.get_by_label("Gõ tên xã").fill("hong bang")
    expect(finder(phone).get_by_role("link", name="Quận Hồng Bàng", exact=True)).to_be_visible()
    expect(finder(phone).get_by_role("link", name=SO_DAU)).to_be_visible()


def test_two_communes_of_one_name_are_told_apart(phone: Page) -> None:
    phone.goto("")
    phone.get_by_label("Gõ tên xã").fill("vinh quang")
    expect(finder(phone).locator("ul").get_by_role("link")).to_have_text(
        [re.compile("Xã Vinh Quang, huyện Tiên Lãng"), re.compile("Xã Vinh Quang, huyện Vĩnh Bảo")]
    )


@walked_in_both_shells
def test_a_name_that_is_nowhere_is_no_dead_end(phone: Page) -> None:
    phone.goto("")
    phone.get_by_label("Gõ tên xã").fill("khong co")
    expect(finder(phone).get_by_role("status")).to_contain_text("Không tìm thấy")
    expect(finder(phone).get_by_role("link", name="Danh sách đầy đủ")).to_be_visible()


@walked_in_both_shells
def test_without_scripts_the_list_by_letter_leads_there_in_two_clicks(without_scripts: Page) -> None:
    without_scripts.goto("")
    finder(without_scripts).get_by_role("link", name="Danh sách đầy đủ").click()
    without_scripts.get_by_role("link", name=SO_DAU, exact=True).click()
    expect(without_scripts.get_by_role("heading", level=1)).to_have_text(SO_DAU)


@walked_in_both_shells
def test_without_scripts_nothing_is_offered_that_would_not_work(without_scripts: Page) -> None:
    without_scripts.goto("")
    expect(without_scripts.get_by_label("Gõ tên xã")).to_be_hidden()
    without_scripts.goto("lich/")
    expect(without_scripts.locator("select").first).to_be_hidden()
