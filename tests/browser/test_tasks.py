"""What people come for, walked as they would on a small telephone: one test or a few for each task."""

from __future__ import annotations

import csv
import json
import re
import shutil
import unicodedata
from collections.abc import Callable
from datetime import datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from generator.mkdocs_plugin.commands import build_site
from tests.places import GOLDEN, ROOT

SO_DAU = "Phường Sở Dầu, quận Hồng Bàng"
FEED = "https://doi-thoai.example/lich/thanh-pho.ics"


def finder(page: Page) -> Locator:
    return page.locator("[data-finder]")


def rows_of(site: Path, table: str) -> list[dict[str, Any]]:
    return json.loads((site / f"api/v1/{table}-2023.json").read_bytes())["rows"]


# ---- "Bao giờ Bí thư phường tôi đối thoại?" ----------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["so dau", "SỞ DẦU", "phuong so dau", "Sở Dầu", unicodedata.normalize("NFD", "Sở Dầu")])
def test_my_commune_is_found_however_it_is_typed_and_answers_at_the_top(phone: Page, typed: str) -> None:
    phone.goto("")
    phone.get_by_label("Gõ tên xã").fill(typed)
    finder(phone).get_by_role("link", name=SO_DAU).click()
    expect(phone.get_by_role("heading", level=1)).to_have_text(SO_DAU)
    answer = phone.locator(".card").first
    assert answer.bounding_box()["y"] < 740


SIGNBOARDS = [
    "P. Sở Dầu", "p.so dau", "UBND phường Sở Dầu", "UBNDP Sở Dầu", "HĐND - UBND P.Sở Dầu", "ỦY BAN NHÂN DÂN PHƯỜNG SỞ DẦU", "Sở Dầu (UBND)",
    "Phường Sở Dầu - Quận Hồng Bàng", "phường Sở Dầu, q. Hồng Bàng, Hải Phòng", "phường Sở Dầu, quận Hồng Bàng, TP. Hải Phòng",
    "P. Sở Dầu, Q. Hồng Bàng, thành phố Hải Phòng", "Hải Phòng, Q. Hồng Bàng, P. Sở Dầu", "xã Sở Dầu", "xã Sở Dầu, huyện Hồng Bàng",
]


def find(page: Page, typed: str) -> Locator:
    """The links that the finder shows."""
    page.goto("")
    page.get_by_label("Gõ tên xã").fill(typed)
    return finder(page).locator("ul").get_by_role("link")


@pytest.mark.parametrize("typed", SIGNBOARDS)
def test_my_commune_is_found_as_its_signboard_has_it_and_the_phones_search_key_opens_it(phone: Page, typed: str) -> None:
    expect(find(phone, typed)).to_have_text([SO_DAU])
    phone.get_by_label("Gõ tên xã").press("Enter")
    expect(phone.get_by_role("heading", level=1)).to_have_text(SO_DAU)


@pytest.mark.parametrize("typed", SIGNBOARDS)
def test_the_search_page_finds_it_first_too(phone: Page, typed: str) -> None:
    phone.goto(f"tim-kiem/?q={quote(typed)}")
    expect(phone.locator("[data-search-results] a").first).to_have_text(SO_DAU)


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
    assert find(phone, typed).count() > 1
    phone.get_by_label("Gõ tên xã").press("Enter")
    expect(phone.get_by_role("heading", level=1)).to_have_text(meant)


@pytest.mark.parametrize("typed", ["vinh quang", "vinh bao", "khong co", "Hải Phòng", "bí thư", "bản đồ", "p. 2", "sở dâu"])
def test_the_search_key_takes_what_is_not_one_units_name_to_the_search_of_everything(phone: Page, typed: str) -> None:
    find(phone, typed)
    phone.get_by_label("Gõ tên xã").press("Enter")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Tìm kiếm")
    expect(phone.get_by_label("Tên đơn vị")).to_have_value(typed)


@pytest.mark.parametrize("typed, meant", [("phường sở dầ", SO_DAU), ("bach lo", "Huyện Bạch Long Vĩ"), ("Bạch Long", "Huyện Bạch Long Vĩ")])
def test_the_search_key_opens_the_only_one_that_begins_so(phone: Page, typed: str, meant: str) -> None:
    expect(find(phone, typed)).to_have_text([meant])
    phone.get_by_label("Gõ tên xã").press("Enter")
    expect(phone.get_by_role("heading", level=1)).to_have_text(meant)


@pytest.mark.parametrize("typed", ["Hải Phòng", "hai phong", "TP. Hải Phòng", "thành phố Hải Phòng", "UBND TP Hải Phòng"])
def test_the_citys_own_name_lists_no_commune_and_says_what_to_type(phone: Page, typed: str) -> None:
    expect(find(phone, typed)).to_have_count(0)
    expect(finder(phone).get_by_role("status")).to_contain_text("Hãy gõ tên một quận, huyện, xã, phường hoặc thị trấn của Hải Phòng.")


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


def test_a_name_that_is_nowhere_is_no_dead_end(phone: Page) -> None:
    phone.goto("")
    phone.get_by_label("Gõ tên xã").fill("khong co")
    expect(finder(phone).get_by_role("status")).to_contain_text("Không tìm thấy")
    expect(finder(phone).get_by_role("link", name="Danh sách đầy đủ")).to_be_visible()


def test_without_scripts_the_list_by_letter_leads_there_in_two_clicks(without_scripts: Page) -> None:
    without_scripts.goto("")
    finder(without_scripts).get_by_role("link", name="Danh sách đầy đủ").click()
    without_scripts.get_by_role("link", name=SO_DAU, exact=True).click()
    expect(without_scripts.get_by_role("heading", level=1)).to_have_text(SO_DAU)


def test_without_scripts_nothing_is_offered_that_would_not_work(without_scripts: Page) -> None:
    without_scripts.goto("")
    expect(without_scripts.get_by_label("Gõ tên xã")).to_be_hidden()
    without_scripts.goto("lich/")
    expect(without_scripts.locator("select").first).to_be_hidden()


def test_the_calendar_is_narrowed_to_a_district_without_another_request(phone: Page) -> None:
    phone.goto("lich/")
    requests: list[str] = []
    # The browser asks for the icon when it likes.
    phone.on("request", lambda request: requests.append(request.url) if "favicon" not in request.url else None)
    phone.get_by_role("combobox", name="Quận, huyện").select_option(label="Huyện Cát Hải")
    expect(phone.locator("tr[data-district]:visible").first).to_contain_text("Cát Hải")
    others = phone.locator("tr[data-district]:not([data-district=cat-hai]):visible")
    assert (others.count(), requests) == (0, [])


# ---- "Kết luận nói gì, và đã làm chưa?" --------------------------------------------------------------------------


def test_a_dialogue_leads_to_its_conclusion_and_to_each_commitment_and_back(phone: Page, site_folder: Path) -> None:
    commitment = next(row for row in rows_of(site_folder, "commitments") if row["state"] == "overdue")
    phone.goto(urlsplit(commitment["page"]).path.lstrip("/"))
    phone.get_by_role("link", name="Xem kết luận").click()
    expect(phone.locator("#ket-luan")).to_be_in_viewport()
    heading = phone.locator(f"#cam-ket-{commitment['commitment']}")
    expect(heading.locator("+ p")).to_have_text(commitment["text"])
    expect(heading.locator("+ p + p")).to_contain_text("Quá hạn")
    expect(heading.locator("+ p + p + dl")).to_contain_text(commitment["agency"])
    phone.get_by_role("navigation", name="Đường dẫn").get_by_role("link").last.click()
    phone.get_by_role("row").get_by_role("link", name=commitment["text"]).click()
    expect(phone.locator(":target")).to_be_in_viewport()
    assert phone.url.split("#")[0].endswith(urlsplit(commitment["page"]).path)


def test_what_an_agency_has_promised_is_listed_under_its_name(phone: Page, site_folder: Path) -> None:
    commitment = next(row for row in rows_of(site_folder, "commitments") if row["state"] == "overdue")
    phone.goto("cam-ket/")
    phone.get_by_role("link", name="danh sách cơ quan chủ trì giải quyết").click()
    agency = phone.get_by_role("row").filter(has=phone.get_by_role("rowheader", name=commitment["agency"], exact=True))
    agency.get_by_role("link").first.click()
    expect(phone.locator(":target")).to_have_text(commitment["agency"])


# ---- "Nhắc tôi." -------------------------------------------------------------------------------------------------


@pytest.fixture
def subscribe(phone: Page) -> Page:
    phone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    phone.goto("dang-ky-lich/")
    return phone


def test_the_copy_button_puts_the_address_on_the_clipboard_and_says_so(subscribe: Page) -> None:
    subscribe.get_by_role("button", name="Sao chép địa chỉ lịch").first.click()
    expect(subscribe.get_by_text("Đã sao chép", exact=True)).to_be_visible()
    assert subscribe.evaluate("navigator.clipboard.readText()") == FEED


def test_apple_devices_open_the_feed_by_themselves(subscribe: Page) -> None:
    link = subscribe.get_by_role("link", name="iPhone, iPad, Mac").first
    expect(link).to_have_attribute("href", FEED.replace("https://", "webcal://"))


def test_google_is_reached_where_an_address_is_added(subscribe: Page) -> None:
    link = subscribe.get_by_role("link", name="Google Lịch, trên máy tính")
    expect(link).to_have_attribute("href", "https://calendar.google.com/calendar/u/0/r/settings/addbyurl")


@pytest.mark.parametrize(("name", "host"), [
    ("Outlook.com", "outlook.live.com"), ("Outlook cơ quan, trường học", "outlook.office.com"),
])
def test_outlook_is_handed_the_address_and_the_name(subscribe: Page, name: str, host: str) -> None:
    target = urlsplit(subscribe.get_by_role("link", name=name).get_attribute("href"))
    assert (target.hostname, target.path, parse_qs(target.query)["url"]) == (host, "/calendar/0/addfromweb", [FEED])


def test_my_communes_page_offers_the_feed_of_my_commune_and_my_district(phone: Page, site_folder: Path) -> None:
    phone.goto("quan-huyen/hong-bang/so-dau/")
    phone.get_by_role("link", name="Đăng ký theo dõi lịch", exact=True).click()
    button = phone.get_by_role("button", name="Sao chép địa chỉ lịch").first
    expect(button).to_be_in_viewport()
    feed = urlsplit(button.get_attribute("data-copy")).path.lstrip("/")
    assert feed == "lich/hong-bang/so-dau.ics" and (site_folder / feed).is_file()


def test_one_dialogue_is_added_by_itself_as_a_download_of_one_event(phone: Page, kinds: dict[str, str]) -> None:
    phone.goto(kinds["dialogue scheduled"])
    with phone.expect_download() as download:
        phone.get_by_role("link", name="Thêm vào lịch").click()
    assert Path(download.value.path()).read_text("utf-8").count("BEGIN:VEVENT") == 1


# ---- "Thành phố làm được bao nhiêu?" -----------------------------------------------------------------------------


def test_progress_begins_with_a_sentence_whose_numbers_are_those_of_the_open_data(phone: Page, site_folder: Path) -> None:
    total = next(row for row in rows_of(site_folder, "progress") if row["cutoff"] == "today"
                 and not (row["district"] or row["level"] or row["post"]))
    phone.goto("tien-do/")
    sentence = phone.locator("h1 + p")
    expect(sentence).to_contain_text(f"{total['done']} trên {total['owed']}")
    expect(sentence).to_contain_text(f"còn {total['owed'] - total['done']} chức danh")


def test_the_ledger_comes_as_a_table_that_excel_opens_with_the_same_numbers(phone: Page, site_folder: Path) -> None:
    phone.goto("tien-do/")
    address = phone.get_by_role("link", name="sổ từng chức danh (CSV)").get_attribute("href")
    text = (site_folder / "tien-do" / address).resolve().read_bytes()
    assert text.startswith("\N{BYTE ORDER MARK}".encode())
    rows = list(csv.DictReader(text.decode("utf-8-sig").splitlines()))
    progress = next(row for row in rows_of(site_folder, "progress") if row["cutoff"] == "today"
                    and not (row["district"] or row["level"] or row["post"]))
    assert len(rows) == progress["owed"]
    assert sum(row["standing"].startswith("credited") for row in rows) == progress["done"]


def test_districts_are_told_as_so_many_of_so_many_in_administrative_order(phone: Page, site_folder: Path) -> None:
    phone.goto("tien-do/")
    table = phone.get_by_role("table", name=re.compile("Theo thứ tự hành chính"))
    names = [row["unit_name"] for row in json.loads((site_folder / "api/v1/units.json").read_bytes())["rows"]
             if row["level"] == "district"]
    assert table.get_by_role("rowheader").all_inner_texts() == names
    sums = [re.fullmatch(r"Cộng: (\d+) trên (\d+) \(\d+%\)|(\d+) trên (\d+) \(\d+%\)", text)
            for text in table.locator("td[data-label=Cộng]").all_inner_texts()]
    assert len(sums) == len(names) and all(sums)


# ---- "In dán bảng tin." ------------------------------------------------------------------------------------------


def test_a_dialogue_leads_to_its_notice_and_to_texts_ready_to_copy(phone: Page, kinds: dict[str, str]) -> None:
    phone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    phone.goto(kinds["dialogue scheduled"])
    phone.get_by_role("link", name="In thông báo dán bảng tin").click()
    expect(phone.get_by_role("img", name="Mã QR")).to_be_visible()
    phone.get_by_role("button", name="Sao chép tin có dấu").click()
    message = phone.evaluate("navigator.clipboard.readText()")
    assert len(message) <= 160 and message == phone.locator("#tin-nhan-co-dau").inner_text()
    phone.get_by_role("button", name="Sao chép bài đọc").click()
    spoken = phone.evaluate("navigator.clipboard.readText()")
    assert spoken.split() == phone.locator("#loa-bai-doc").inner_text().split()


def test_a_district_leads_to_its_list_of_the_quarter(phone: Page) -> None:
    phone.goto("quan-huyen/hong-bang/")
    phone.get_by_role("link", name="quý III/2023").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Đối thoại quý III/2023: Quận Hồng Bàng")
    expect(phone.get_by_role("button", name="In danh sách")).to_be_visible()


# ---- "Có gì mới?" ------------------------------------------------------------------------------------------------


ATOM = "{http://www.w3.org/2005/Atom}"


def test_my_communes_page_leads_to_the_news_of_my_district_newest_first(phone: Page, site_folder: Path) -> None:
    phone.goto("quan-huyen/hong-bang/so-dau/")
    address = phone.get_by_role("link", name="Có gì mới về đối thoại ở quận Hồng Bàng").get_attribute("href")
    feed = ElementTree.parse((site_folder / "quan-huyen/hong-bang/so-dau" / address).resolve()).getroot()
    days = [entry.findtext(f"{ATOM}updated") for entry in feed.iter(f"{ATOM}entry")]
    assert days and days == sorted(days, reverse=True)


def test_the_news_tells_every_kind_of_change(site_folder: Path) -> None:
    entries = [entry for path in site_folder.glob("thay-doi/*.atom")
               for entry in ElementTree.parse(path).getroot().iter(f"{ATOM}entry")]
    kinds = {entry.find(f"{ATOM}category").get("term") for entry in entries}
    assert {"announced", "moved", "postponed", "cancelled", "held", "concluded", "kept", "overdue"} <= kinds
    moved = [entry.findtext(f"{ATOM}title") for entry in entries if entry.find(f"{ATOM}category").get("term") == "moved"]
    assert all(re.search(r"từ \d\d/\d+/2023 sang \d\d/\d+/2023$|, \d\d giờ \d\d$", title) for title in moved)


# ---- "Trang này còn đúng không?" ---------------------------------------------------------------------------------


TODAY = datetime.now(timezone(timedelta(hours=7))).date()
FUTURE = {"soon": TODAY + timedelta(days=3), "same-day": TODAY + timedelta(days=7), "later": TODAY + timedelta(days=12)}


@pytest.fixture(scope="module")
def forgotten(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """The address of a site that is not a sample: built today, and read by its visitors a week later."""
    folder = tmp_path_factory.mktemp("forgotten")
    content = folder / "content"
    shutil.copytree(GOLDEN, content, ignore=shutil.ignore_patterns("dialogues", "rules", "documents"))
    register = content / "register.yml"
    register.write_text(re.sub(r"(?m)^(as_of|sample):.*\n", "", register.read_text("utf-8")), "utf-8")
    rules = (GOLDEN / "rules/2023.yml").read_text("utf-8")
    for year in (TODAY.year, TODAY.year + 1):
        (content / "rules").mkdir(exist_ok=True)
        (content / f"rules/{year}.yml").write_text(rules.replace("2023", str(year)), "utf-8")
    for name, day in FUTURE.items():
        record = content / f"dialogues/{day.year}/{name}.yml"
        record.parent.mkdir(parents=True, exist_ok=True)
        record.write_text(
            f"unit: hong-bang/so-dau\nkind: thematic\npresided_by: [party]\ntopic: {name}\n"
            f"schedule:\n  - {{announced_on: {TODAY}, day: {day}, start: \"08:00\"}}\n", "utf-8",
        )
    build_site(content, None, folder / "site", ROOT / "mkdocs.yml")
    return serve(folder / "site")


@pytest.fixture
def a_week_later(phone: Page) -> Page:
    noon = datetime.combine(TODAY + timedelta(days=7), time(12), timezone(timedelta(hours=7)))
    phone.clock.set_fixed_time(noon)
    return phone


@pytest.mark.parametrize("address", ["", "lich/", "quan-huyen/hong-bang/so-dau/"])
def test_a_forgotten_site_calls_no_past_dialogue_upcoming(a_week_later: Page, forgotten: str, address: str) -> None:
    a_week_later.goto(forgotten + address)
    past = a_week_later.get_by_role("row").filter(has_text="soon")
    expect(past).to_contain_text("Đã qua ngày, chưa có báo cáo")
    expect(past).not_to_contain_text("Sắp tổ chức")


def test_a_forgotten_dialogue_says_itself_that_its_day_is_past(a_week_later: Page, forgotten: str) -> None:
    day = FUTURE["soon"]
    a_week_later.goto(f"{forgotten}doi-thoai/{day.year}/soon/")
    expect(a_week_later.locator(".status").first).to_have_text("Đã qua ngày, chưa có báo cáo")


def test_the_answer_on_a_forgotten_site_is_no_longer_the_next_one(a_week_later: Page, forgotten: str) -> None:
    a_week_later.goto(forgotten + "quan-huyen/hong-bang/so-dau/")
    expect(a_week_later.locator(".card").first).not_to_contain_text("tiếp theo")


def test_a_forgotten_site_marks_todays_dialogue(a_week_later: Page, forgotten: str) -> None:
    a_week_later.goto(forgotten + "lich/")
    expect(a_week_later.get_by_role("row").filter(has_text="same-day")).to_contain_text("(hôm nay)")
    expect(a_week_later.get_by_role("row").filter(has_text="later")).not_to_contain_text("(hôm nay)")


def test_a_forgotten_site_says_when_its_records_were_read(a_week_later: Page, forgotten: str) -> None:
    a_week_later.goto(forgotten)
    expect(a_week_later.locator(".md-banner")).to_contain_text(f"Tính đến ngày {TODAY:%d/%m/%Y} (7 ngày trước)")


def test_a_register_with_a_fixed_day_stands_still(phone: Page) -> None:
    phone.clock.set_fixed_time(datetime(2030, 1, 1))
    phone.goto("lich/")
    expect(phone.locator(".md-banner")).to_contain_text("Tính đến ngày 15/09/2023.")
    expect(phone.get_by_role("heading", name="Hôm nay, thứ Sáu, ngày 15/9/2023")).to_be_visible()
    expect(phone.locator("tr.past")).to_have_count(0)
