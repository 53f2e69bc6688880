"""What people come to read, walked as they would on a small telephone."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

from playwright.sync_api import Page, expect

from tests.browser.visits import expect_copied, expect_said, follow, rows_of


def test_the_calendar_is_narrowed_to_a_district_without_another_request(phone: Page) -> None:
    phone.goto("lich/")
    requests: list[str] = []
    # The browser asks for the icon when it likes.
    phone.on("request", lambda request: requests.append(request.url) if "favicon" not in request.url else None)
    phone.get_by_role("combobox", name="Quận, huyện").select_option(label="Huyện Cát Hải")
    expect(phone.locator("tr[data-district]:visible").first).to_contain_text("Cát Hải")
    others = phone.locator("tr[data-district]:not([data-district=cat-hai]):visible")
    expect(others).to_have_count(0)
    assert requests == []


def test_the_calendars_counts_agree_and_the_postponed_are_one_tap_away(phone: Page) -> None:
    phone.goto("lich/")
    text = phone.locator("main").inner_text()
    listed = re.search(r"Trang này có (\d+)\u00a0cuộc: ([^.]*)\.", text)
    assert int(listed[1]) == sum(map(int, re.findall(r"(\d+)\u00a0cuộc", listed[2])))
    expect(phone.locator("[data-shown]")).to_have_text(f"Đang hiện {listed[1]} cuộc đối thoại.")
    phone.get_by_role("link", name="tạm hoãn").click()
    expect(phone.locator("#tam-hoan")).to_be_in_viewport()
    expect(phone.locator("section:has(#tam-hoan) tbody tr").first).to_be_visible()


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
    follow(phone.get_by_role("navigation", name="Đường dẫn").get_by_role("link").last)
    follow(phone.get_by_role("row").get_by_role("link", name=commitment["text"]))
    expect(phone.locator(":target")).to_be_in_viewport()
    expect(phone).to_have_url(re.compile(re.escape(urlsplit(commitment["page"]).path) + "#"))


def test_what_an_agency_has_promised_is_listed_under_its_name(phone: Page, site_folder: Path) -> None:
    commitment = next(row for row in rows_of(site_folder, "commitments") if row["state"] == "overdue")
    phone.goto("cam-ket/")
    follow(phone.get_by_role("link", name="danh sách cơ quan chủ trì giải quyết"))
    kind = phone.locator("details", has=phone.locator("th", has_text=re.compile(f"^{re.escape(commitment['agency'])}$")))
    kind.locator("summary").click()
    agency = phone.get_by_role("row").filter(has=phone.get_by_role("rowheader", name=commitment["agency"], exact=True))
    follow(agency.get_by_role("link").first)
    expect(phone.locator(":target")).to_have_text(commitment["agency"])


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


def test_what_the_missing_ones_are_adds_up_to_what_is_missing(phone: Page, site_folder: Path) -> None:
    ledger = [row for row in rows_of(site_folder, "ledger") if row["owed"]]
    for address in ("tien-do/", ""):
        phone.goto(address)
        told = phone.locator(".parts > li strong").all_inner_texts()
        assert sum(map(int, told)) == len(ledger)
        assert int(told[0]) == sum(row["credited"] for row in ledger)


def test_the_ledger_is_narrowed_by_unit_and_by_standing_and_is_whole_without_a_script(phone: Page, without_scripts: Page) -> None:
    phone.goto("tien-do/")
    phone.get_by_role("combobox", name="Quận, huyện").select_option(label="Quận Hồng Bàng")
    phone.get_by_role("combobox", name="Tình trạng").select_option(label="Chưa đăng ký kế hoạch")
    shown = phone.locator("#tung-chuc-danh ~ details tbody tr:visible")
    expect(shown.first).to_be_visible()
    expect(shown.filter(has_not_text="Chưa đăng ký kế hoạch")).to_have_count(0)
    without_scripts.goto("tien-do/")
    without_scripts.locator("summary", has_text="Quận Hồng Bàng").click()
    expect(without_scripts.get_by_role("rowheader", name="Phường Sở Dầu")).to_be_visible()


# ---- "In dán bảng tin." ------------------------------------------------------------------------------------------


def test_a_dialogue_leads_to_its_notice_and_to_texts_ready_to_copy(phone: Page, kinds: dict[str, str]) -> None:
    phone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    phone.goto(kinds["dialogue scheduled"])
    follow(phone.get_by_role("link", name="In thông báo dán bảng tin"))
    expect(phone.get_by_role("img", name="Mã QR")).to_be_visible()
    message, spoken = (phone.locator(text).inner_text() for text in ("#tin-nhan-co-dau", "#loa-bai-doc"))
    phone.get_by_role("button", name="Sao chép tin có dấu").click()
    expect_copied(phone, message)
    assert len(message) <= 160
    phone.get_by_role("button", name="Sao chép bài đọc").click()
    expect_said(phone, lambda: phone.evaluate("navigator.clipboard.readText()").split(), spoken.split())


def test_a_district_leads_to_its_list_of_the_quarter(phone: Page) -> None:
    phone.goto("quan-huyen/hong-bang/")
    follow(phone.get_by_role("link", name="quý III/2023"))
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
