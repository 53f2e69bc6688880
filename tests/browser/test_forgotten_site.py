"""Walked for "Trang này còn đúng không?": a site that nobody builds any more says nothing that another day made untrue."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from generator.site.formatting import short_day
from tests.browser.conftest import PHONE, TODAY, VISITOR
from tests.places import GOLDEN

VIETNAM = timezone(timedelta(hours=7))
COMMUNE = "quan-huyen/hong-bang/so-dau/"
PAST = "Đã qua ngày ghi trong lịch"
LISTS = ("", "lich/", COMMUNE)
"""What is to come stands there below headings that say so."""


def day(after: int) -> date:
    """So many days after the site was built."""
    return TODAY + timedelta(days=after)


PLANNED = {
    "waiting": (day(-1), 'start: "08:00"'), "afternoon": (day(0), 'start: "13:30", end: "16:30"'),
    "soon": (day(3), 'start: "08:00"'), "same-day": (day(7), 'start: "08:00"'), "later": (day(40), 'start: "08:00"'),
}
ONLINE = "https://hop.example/so-dau"
INVITED = f"""\
participation:
  opinions_to: Ủy ban MTTQ phường
  opinions_until: {day(2)}
  attend_until: {day(5)}
  contact: {{office: Văn phòng UBND phường, email: so-dau@doi-thoai.example}}
"""
"""To the dialogue of "later"."""
PROMISED = f"""\
unit: hong-bang/so-dau
kind: thematic
presided_by: [party]
held: {{day: {day(-20)}}}
commitments:
  - {{id: 1, text: Đã quá hạn khi dựng trang, agency: UBND phường, due: {day(-2)}}}
  - {{id: 2, text: Đến hạn sau hai ngày, agency: UBND phường, due: {day(2)}}}
  - {{id: 3, text: Đến hạn sau bảy ngày, agency: UBND phường, due: {day(7)}}}
"""

OWING = f"unit: hong-bang\nkind: periodic\npresided_by: [party]\nheld: {{day: {day(-20)}}}\n"
"""Its conclusion notice was due before the site was built."""

LONG_OWING = OWING.replace(str(day(-20)), f"{TODAY.year - 1}-06-01")
"""Of a year that is over, so that no day changes its page any more."""


@pytest.fixture(scope="module")
def forgotten(
    tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str], build_site: Callable[[Path, Path], None]
) -> str:
    """The address of a site that is not a sample: built today, and read by its visitors on later days."""
    folder = tmp_path_factory.mktemp("forgotten")
    content = folder / "content"
    shutil.copytree(GOLDEN, content, ignore=shutil.ignore_patterns("dialogues", "rules", "documents"))
    register = content / "register.yml"
    register.write_text(re.sub(r"(?m)^(as_of|sample):.*\n", "", register.read_text("utf-8")), "utf-8")
    rules = (GOLDEN / "rules/2023.yml").read_text("utf-8")
    for year in {TODAY.year - 1, TODAY.year, TODAY.year + 1}:
        (content / "rules").mkdir(exist_ok=True)
        (content / f"rules/{year}.yml").write_text(rules.replace("2023", str(year)), "utf-8")
    records = {
        name: f"unit: hong-bang/so-dau\nkind: thematic\npresided_by: [party]\ntopic: {name}\n"
        f"venue: {{name: Hội trường, online_url: {ONLINE}}}\n"
        f"schedule:\n  - {{announced_on: {day(-1)}, day: {when}, {hours}}}\n" for name, (when, hours) in PLANNED.items()
    }
    records["later"] += INVITED
    for name, record in (records | {"promised": PROMISED, "owing": OWING, "long-owing": LONG_OWING}).items():
        year = PLANNED[name][0].year if name in PLANNED else TODAY.year - 1 if name == "long-owing" else day(-20).year
        path = content / f"dialogues/{year}/{name}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(record, "utf-8")
    build_site(content, folder / "site")
    return serve(folder / "site")


@pytest.fixture
def visit(phone: Page, forgotten: str) -> Callable[..., Page]:
    """``visit(address, after=7, at=12)``: the page on a telephone, so many days after the site was built, at an hour."""
    def visited(address: str, after: int, at: int = 12) -> Page:
        phone.clock.set_fixed_time(datetime.combine(day(after), time(at), VIETNAM))
        phone.goto(forgotten + address)
        return phone
    return visited


@pytest.fixture
def without_scripts(browser: Browser, forgotten: str) -> Iterator[Page]:
    context = browser.new_context(base_url=forgotten, viewport=PHONE, java_script_enabled=False, **VISITOR)
    yield context.new_page()
    context.close()


def dialogue(name: str) -> str:
    return f"doi-thoai/{PLANNED[name][0].year}/{name}/"


def row(page: Page, topic: str) -> Locator:
    return page.get_by_role("row").filter(has_text=topic)


def heading_above(of: Locator) -> str:
    """The last heading of the second level before it."""
    return of.evaluate(
        "row => Array.from(document.querySelectorAll('article h2'))"
        ".filter(h => h.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING).at(-1).textContent",
    )


@pytest.mark.parametrize("address", LISTS)
def test_a_past_dialogue_stands_below_no_heading_that_calls_it_to_come(visit: Callable[..., Page], address: str) -> None:
    past = row(visit(address, after=4), "soon")
    assert heading_above(past) == "Đã qua ngày, giờ ghi trong lịch"
    expect(past).to_contain_text(PAST)
    expect(past).not_to_contain_text("Sắp tổ chức")


def test_a_past_dialogue_is_not_called_one_to_come_on_the_page_of_its_month(visit: Callable[..., Page]) -> None:
    page = visit(f"doi-thoai/{day(3):%Y-%m}/", after=4)
    past = page.get_by_role("listitem").filter(has=page.get_by_role("link"), has_text="soon")
    expect(past).to_contain_text(re.compile(rf"08 giờ 00, {PAST}$"))


@pytest.mark.parametrize("address", LISTS)
def test_what_is_still_to_come_stays_where_it_was(visit: Callable[..., Page], address: str) -> None:
    still = row(visit(address, after=4), "later")
    assert heading_above(still).startswith("Sắp")
    expect(still).not_to_contain_text("Đã")


@pytest.mark.parametrize("address", LISTS)
def test_a_site_long_forgotten_says_that_nothing_is_left_to_come(visit: Callable[..., Page], address: str) -> None:
    page = visit(address, after=50)
    expect(page.get_by_text("Không còn cuộc nào chưa qua ngày.")).to_be_visible()
    expect(page.get_by_role("article").get_by_text("Sắp tổ chức", exact=True).and_(page.locator(".status"))).to_have_count(0)


def test_the_place_that_is_remembered_ages_on_the_home_page_as_on_its_own(visit: Callable[..., Page]) -> None:
    page = visit("", after=4)
    page.evaluate("address => localStorage.setItem(`${location.pathname}noi-toi-o`, address)", COMMUNE)
    page.reload()
    card = page.locator(".my-place .card").first
    expect(card).to_contain_text(PAST)
    expect(card).not_to_contain_text("Đối thoại tiếp theo")


def test_in_the_evening_an_afternoons_dialogue_is_no_longer_the_next_one(visit: Callable[..., Page]) -> None:
    card = visit(COMMUNE, after=0, at=20).locator(".card").first
    expect(card).to_contain_text("Đã qua giờ ghi trong lịch")
    expect(card).to_contain_text("(hôm nay)")
    expect(card).not_to_contain_text("tiếp theo")
    expect(card).not_to_contain_text("Sắp tổ chức")


def test_in_the_evening_an_afternoons_dialogue_is_still_todays(visit: Callable[..., Page]) -> None:
    page = visit("lich/", after=0, at=20)
    assert heading_above(row(page, "afternoon")).startswith("Hôm nay")
    page = visit("", after=0, at=20)
    assert heading_above(row(page, "afternoon")) == "Đã qua ngày, giờ ghi trong lịch"


def test_while_it_goes_on_it_is_neither_next_nor_past(visit: Callable[..., Page]) -> None:
    card = visit(COMMUNE, after=0, at=14).locator(".card").first
    expect(card).to_contain_text("Đã đến giờ ghi trong lịch")
    expect(card).not_to_contain_text("tiếp theo")


def test_in_the_morning_it_is_the_next_one(visit: Callable[..., Page]) -> None:
    card = visit(COMMUNE, after=0, at=9).locator(".card").first
    expect(card).to_contain_text("Đối thoại tiếp theo:")
    expect(card).to_contain_text("Sắp tổ chức")


def test_a_forgotten_dialogue_says_itself_that_its_day_is_past_and_offers_nothing_to_do(visit: Callable[..., Page]) -> None:
    page = visit(dialogue("soon"), after=4)
    expect(page.locator(".status").first).to_have_text(PAST)
    expect(page.get_by_role("link", name="Thêm vào lịch")).to_have_count(0)
    expect(page.get_by_text("Đăng ký tham dự")).to_have_count(0)
    expect(page.get_by_role("heading", name="Cách tham gia")).to_have_count(0)


def test_people_can_attend_online_only_while_it_is_to_come(visit: Callable[..., Page]) -> None:
    online = "Tham dự trực tuyến"
    expect(visit(dialogue("afternoon"), after=0, at=14).get_by_role("link", name=online)).to_be_visible()
    expect(visit(dialogue("afternoon"), after=0, at=20).get_by_role("link", name=online)).to_have_count(0)
    expect(visit(dialogue("waiting"), after=0).get_by_role("link", name=online)).to_have_count(0)


def test_a_forgotten_site_marks_todays_dialogue(visit: Callable[..., Page]) -> None:
    page = visit("lich/", after=7)
    expect(row(page, "same-day")).to_contain_text("(hôm nay)")
    expect(row(page, "later")).not_to_contain_text("(hôm nay)")


def test_a_site_built_yesterday_blames_and_warns_as_it_was_built(visit: Callable[..., Page]) -> None:
    page = visit(dialogue("waiting"), after=2)
    expect(page.locator(".aged")).to_have_count(0)
    expect(page.locator(".status").first).to_have_text("Đã qua ngày, chưa có báo cáo")


@pytest.mark.parametrize("address", ["", "lich/", "quan-huyen/hong-bang/", COMMUNE, dialogue("later"), "cam-ket/", "tien-do/"])
@pytest.mark.parametrize("after", [3, 35])
def test_an_old_page_says_so_on_the_first_screen(visit: Callable[..., Page], address: str, after: int) -> None:
    told = visit(address, after).get_by_text(
        f"Trang chưa được cập nhật từ ngày {short_day(TODAY)}; lịch có thể đã thay đổi.", exact=True,
    )
    expect(told).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("address", ["lich/", COMMUNE, dialogue("waiting"), dialogue("soon")])
def test_an_old_page_blames_no_unit_for_what_nobody_could_enter(visit: Callable[..., Page], address: str) -> None:
    silence, of_day = "(chưa có báo cáo|chưa báo cáo|chờ báo cáo)", f"ính đến ngày {TODAY.day:02}/"
    in_one_sentence = re.compile(f"{of_day}[^.]*{silence}|{silence}[^.]*{of_day}")
    for words in visit(address, after=35).get_by_role("article").get_by_text(re.compile(silence)).all():
        sentence = words.locator("xpath=ancestor-or-self::*[self::p or not(self::a)][1]")  # of which a link is a part
        expect(sentence).to_contain_text(in_one_sentence)


@pytest.mark.parametrize("address", ["quan-huyen/hong-bang/", "ket-luan/hong-bang/"])
def test_an_old_page_tells_of_which_day_a_notice_is_missing(visit: Callable[..., Page], address: str) -> None:
    said = visit(address, after=35).get_by_role("article").inner_text()
    silence = "(?i)(?<!cuộc đã tổ chức, )(?:thông báo kết luận quá hạn|chưa có thông báo kết luận(?! nào))"
    told = [said[:found.start()].endswith(f"ính đến ngày {short_day(TODAY)}: ") for found in re.finditer(silence, said)]
    assert told and all(told)


def test_an_old_page_counts_no_days_and_no_unheld_dialogue_of_today(visit: Callable[..., Page]) -> None:
    dated = f"Tính đến ngày {short_day(TODAY)}: "
    expect(visit("tien-do/", after=35).locator("#nhip-do + p")).to_contain_text(f"{dated}đã qua ")
    expect(visit("tien-do/", after=1).get_by_text(re.compile("^chưa đến mốc", re.IGNORECASE))).to_have_count(0)
    expect(visit(dialogue("soon"), after=4).locator("#chi-tieu + ul")).not_to_contain_text(re.compile("(?<!: )chưa tổ chức"))


@pytest.mark.parametrize("address", ["cam-ket/hong-bang/", COMMUNE, f"doi-thoai/{day(-20).year}/promised/"])
def test_days_left_are_counted_anew_and_a_day_passed_since_is_no_lateness(visit: Callable[..., Page], address: str) -> None:
    clocks = visit(address, after=4).locator("[data-due]")
    expect(clocks.and_(clocks.page.locator(f"[data-due='{day(7)}']")).first).to_contain_text("còn 3 ngày")
    expect(clocks.and_(clocks.page.locator(f"[data-due='{day(2)}']")).first).to_have_text(f"Đã qua ngày {short_day(day(2))}")
    expect(clocks.and_(clocks.page.locator(f"[data-due='{day(-2)}']")).first).to_have_text(
        re.compile(rf"^Quá hạn từ ngày {short_day(day(-1))}\b\D*\(tính đến ngày {short_day(TODAY)}\)$"),
    )


def test_a_page_that_no_day_changes_tells_of_which_day_its_blame_is(visit: Callable[..., Page]) -> None:
    page = visit(f"doi-thoai/{TODAY.year - 1}/long-owing/", after=35)
    expect(page.locator(".md-banner")).to_contain_text(f"Tính đến ngày {short_day(TODAY)} (35 ngày trước).")
    expect(page.locator(".aged")).to_be_visible()
    expect(page.locator("[data-due]")).to_contain_text(re.compile(rf"^Quá hạn.*tính đến ngày {short_day(TODAY)}\)$"))


def test_a_sentence_that_counts_several_lists_names_its_day_once(visit: Callable[..., Page]) -> None:
    told = visit("lich/", after=1).get_by_text(re.compile("trang này có", re.IGNORECASE))
    expect(told).to_have_text(re.compile(rf"^Tính đến ngày {short_day(TODAY)}: trang này có \d+\u00a0cuộc: (?!.*Tính đến).*đã qua ngày"))


def test_without_scripts_such_a_page_tells_since_when_it_stands(without_scripts: Page) -> None:
    without_scripts.goto(f"doi-thoai/{TODAY.year - 1}/long-owing/")
    expect(without_scripts.locator(".as-of")).to_have_text(
        f"Số liệu tính đến ngày 12/6/{TODAY.year - 1}; sổ không ghi việc nào sau ngày này làm đổi số liệu."
    )


@pytest.mark.parametrize("after, asked, other", [(2, "Gửi câu hỏi", "Hỏi về hội nghị"), (3, "Hỏi về hội nghị", "Gửi câu hỏi")])
def test_an_old_page_asks_for_no_question_after_the_last_day_for_opinions(visit: Callable[..., Page], after: int, asked: str, other: str) -> None:
    page = visit(dialogue("later"), after=after)
    expect(page.get_by_role("link", name=asked)).to_have_attribute("href", re.compile("^mailto:so-dau@"))
    expect(page.get_by_role("link", name=other)).to_have_count(0)


def test_an_old_page_says_until_when_opinions_were_received_and_what_remains(visit: Callable[..., Page]) -> None:
    ended = f"(đã hết hạn; vẫn đăng ký tham dự được đến hết ngày {short_day(day(5))})"
    expect(visit(dialogue("later"), after=2).locator("#tham-gia + dl")).not_to_contain_text("đã hết hạn")
    expect(visit(dialogue("later"), after=3).locator("#tham-gia + dl")).to_contain_text(f"Đến hết ngày {short_day(day(2))} {ended}")
    expect(visit(f"{dialogue('later')}thong-bao/", after=3).locator(".poster")).to_contain_text(f"đến hết ngày {short_day(day(2))} (đã hết hạn)")


def test_on_the_last_day_it_is_the_last_day(visit: Callable[..., Page]) -> None:
    expect(visit("cam-ket/hong-bang/", after=7).locator(f"[data-due='{day(7)}']").first).to_contain_text("hôm nay là ngày cuối")


def test_a_heading_of_what_is_due_soon_tells_its_day(visit: Callable[..., Page]) -> None:
    expect(visit("cam-ket/hong-bang/", after=4).locator("#due-soon")).to_have_text(
        f"Tính đến ngày {short_day(TODAY)}: sắp đến hạn",
    )


def test_no_gate_of_the_year_that_is_past_has_days_left(visit: Callable[..., Page]) -> None:
    rows = visit("tien-do/", after=35).locator("tr", has=visit("tien-do/", after=35).locator("[data-label='Còn lại']")).all()
    assert rows
    for gate in rows:
        before = date.fromisoformat(gate.locator("time").get_attribute("datetime") or "")
        left = (before - day(35)).days - 1
        expect(gate).to_contain_text("Đã qua" if left < 0 else f"Còn {left} ngày" if left else "Hôm nay là ngày cuối")


@pytest.mark.parametrize("address", ["nhung/hong-bang/so-dau/", "nhung/hong-bang/"])
def test_a_frame_holds_dates_only(without_scripts: Page, address: str) -> None:
    without_scripts.goto(address)
    said = without_scripts.locator("body").inner_text()
    assert not re.search("Đối thoại tiếp theo|hôm nay|[Ss]ắp|còn \\d", said)
    assert f"tính đến ngày {TODAY.day:02}/" in said


@pytest.mark.parametrize("address", ["", "lich/", COMMUNE, "cam-ket/hong-bang/", "tien-do/"])
def test_without_scripts_words_that_are_true_for_a_day_name_it(without_scripts: Page, address: str) -> None:
    without_scripts.goto(address)
    banner = without_scripts.locator(".md-banner")
    expect(banner).to_contain_text(f"Tính đến ngày {short_day(TODAY)}.")
    expect(banner).to_contain_text("tính từ ngày đó")
    assert not re.search("[Hh]ôm nay(?! là ngày cuối)", without_scripts.locator("article").inner_text())


def test_a_filter_finds_what_was_set_apart(visit: Callable[..., Page]) -> None:
    page = visit("lich/?kind=periodic", after=4)
    expect(row(page, "soon")).to_have_count(0)
    page = visit("lich/?kind=thematic", after=4)
    expect(row(page, "soon")).to_be_visible()


def test_a_forgotten_site_says_when_its_records_were_read(visit: Callable[..., Page]) -> None:
    expect(visit("", after=7).locator(".md-banner")).to_contain_text(f"Tính đến ngày {short_day(TODAY)} (7 ngày trước)")


def test_a_register_with_a_fixed_day_stands_still(phone: Page) -> None:
    phone.clock.set_fixed_time(datetime(2030, 1, 1))
    phone.goto("lich/")
    expect(phone.locator(".md-banner")).to_contain_text("Tính đến ngày 15/9/2023.")
    expect(phone.get_by_role("heading", name="Hôm nay, thứ Sáu, ngày 15/9/2023")).to_be_visible()
    expect(phone.locator(".aged")).to_have_count(0)
