"""The forms that an office signs: their figures are the site's, their cells are what they look like, always the same."""

from __future__ import annotations

import csv
import io
import re
import shutil
import zipfile
from datetime import date, datetime
from pathlib import Path

import docx
import openpyxl
import pytest
from click.testing import CliRunner, Result
from openpyxl.worksheet.worksheet import Worksheet

from generator.building.build import read_site
from generator.commands.cli import commands
from generator.consequences.status import Status
from generator.keeping.observed_day import ObservedDay
from generator.model import Level, Post
from generator.reports import FORMS, NoReport, ReportCutoff, ReportSheet, report_period, report_sheet
from generator.reports.csv_text import sheet_csv
from generator.reports.letter import letter_docx
from generator.reports.workbook import sheet_xlsx
from generator.site.site import Site
from tests.builders import (
    TEMPLATES,
    a_commitment,
    a_commune,
    a_conclusion,
    a_dialogue,
    a_district,
    a_held_dialogue,
    a_register,
    a_registration,
    a_site,
    some_rules,
)

CONTENT = TEMPLATES.parent / "content"
GOLDEN = Path(__file__).parents[1] / "golden" / "content"
AS_OF = date(2023, 9, 15)


@pytest.fixture(scope="module")
def city() -> Site:
    return read_site(CONTENT, as_of=AS_OF, today=AS_OF, templates=TEMPLATES)


def made(site: Site, form: str, period: str = "2023", unit: str | None = None, cutoff: ReportCutoff = ReportCutoff.ANNUAL_REPORT) -> ReportSheet:
    return report_sheet(site, form, site.register.units[unit] if unit else None, report_period(site.register, period, cutoff))


def column(sheet: ReportSheet, field: str) -> list:
    place = [column.field for column in sheet.columns].index(field)
    return [row[place] for row in sheet.rows]


def total(sheet: ReportSheet, field: str) -> object:
    return sheet.total[[column.field for column in sheet.columns].index(field)]


def opened(sheet: ReportSheet) -> Worksheet:
    return openpyxl.load_workbook(io.BytesIO(sheet_xlsx(sheet))).active


def cells(page: Worksheet) -> dict:
    return {cell.value: cell for row in page.iter_rows() for cell in row if cell.value is not None}


def test_the_annual_total_is_that_of_the_progress_page(city):
    sheet, progress = made(city, "BC03"), city.progress(2023)
    assert (total(sheet, "done"), total(sheet, "owed"), total(sheet, "percent")) == (
        progress.total.done, progress.total.owed, progress.total.percent,
    )


@pytest.mark.parametrize("level", [Level.DISTRICT, Level.COMMUNE])
@pytest.mark.parametrize("post", Post)
def test_the_annual_figures_of_each_level_and_post_are_those_of_the_progress_page(city, level, post):
    sheet, share = made(city, "BC03"), city.progress(2023).by_level_and_post[level, post]
    assert (total(sheet, f"{level}_{post}_done"), total(sheet, f"{level}_{post}_owed")) == (share.done, share.owed)


def test_each_districts_line_is_its_line_on_the_progress_page(city):
    sheet = made(city, "BC03")
    assert list(zip(column(sheet, "unit"), column(sheet, "done"), column(sheet, "owed"), strict=True)) == [
        (found.district.name, found.total.done, found.total.owed) for found in city.progress(2023).districts
    ]


@pytest.mark.parametrize("field", ["owed", "periodic", "people", "opinions_total", "commitments_kept", "conclusions_sent"])
def test_the_districts_add_up_to_the_total(city, field):
    sheet = made(city, "BC03")
    assert sum(column(sheet, field)) == total(sheet, field)


@pytest.mark.parametrize("field", ["opinions_total", "answered_at_meeting", "answered_later", "passed_up"])
def test_the_list_of_dialogues_adds_up_to_the_annual_figures(city, field):
    assert total(made(city, "BC01"), field) == total(made(city, "BC03"), field)


def test_a_district_reports_what_the_whole_city_shows_of_it(city):
    whole = dict(zip(column(made(city, "BC03"), "unit"), made(city, "BC03").rows, strict=True))["Quận Hồng Bàng"]
    assert made(city, "BC03", unit="hong-bang").rows[0][1:] == whole[1:]


def test_the_plans_hold_every_commune(city):
    assert len(made(city, "DK02").rows) == 217


def test_the_two_cut_offs_differ_by_what_was_held_between_them():
    site = a_site(a_held_dialogue("a", "2023-11-10"), a_held_dialogue("b", "2023-11-20", presided_by=["party"]), today=date(2024, 1, 5))
    assert [len(made(site, "BC01", cutoff=cutoff).rows) for cutoff in ReportCutoff] == [1, 2]


@pytest.mark.parametrize(("held", "quarter"), [
    ("2023-01-01", 1), ("2023-03-14", 1), ("2023-03-15", 2), ("2023-06-15", 3), ("2023-09-14", 3), ("2023-09-15", 4),
])
def test_a_quarter_runs_from_one_deadline_to_the_day_before_the_next(held, quarter):
    site = a_site(a_held_dialogue("a", held), today=date(2024, 1, 5))
    assert [number for number in range(1, 5) if made(site, "BC01", f"2023-Q{number}").rows] == [quarter]


def test_without_deadlines_a_quarter_is_the_calendars():
    period = report_period(a_register(rules=[some_rules(deadlines={})]), "2023-Q4", ReportCutoff.YEAR_END)
    assert (period.first_day, period.last_day) == (date(2023, 10, 1), date(2023, 12, 31))


@pytest.mark.parametrize("period", ["Q3", "2023-Q5", "2023-08", "quý III", "2031", "²023"])
def test_a_period_that_is_none_is_refused_with_an_example(period):
    with pytest.raises(NoReport, match="--period: "):
        report_period(a_register(), period, ReportCutoff.YEAR_END)


def test_the_annual_form_is_not_made_for_a_quarter():
    with pytest.raises(NoReport, match="BC03 là báo cáo năm"):
        made(a_site(), "BC03", "2023-Q3")


def test_what_is_not_known_is_left_blank_and_counted_below():
    site = a_site(a_held_dialogue("a", held={"opinions": {"total": 4}}), a_held_dialogue("b", "2023-08-16"))
    sheet = made(site, "BC01")
    assert (column(sheet, "opinions_total"), total(sheet, "opinions_total")) == ([4, None], 4)
    assert 'Cột "Số ý kiến: Tổng": chưa có số liệu của 1 trên 2 cuộc; số cộng chỉ gồm những cuộc có số liệu.' in sheet.notes


def came(*attendance: list) -> ReportSheet:
    """BC03 of one dialogue a day, each with the attendance of its own."""
    return made(a_site(*(
        a_held_dialogue(f"a{number}", f"2023-08-{number:02}", held={"attendance": counts})
        for number, counts in enumerate(attendance, 1)
    )), "BC03")


PEOPLE, ROUNDED, HOUSEHOLDS, DELEGATES = (
    {"count": 40}, {"count": 200, "precision": "more-than"}, {"count": 50, "of": "households"}, {"count": 30, "of": "delegates"},
)


@pytest.mark.parametrize(("attendance", "people", "note"), [
    ([[PEOPLE], [PEOPLE]], 80, None),
    ([[PEOPLE], []], 40, "cộng số người của 1 trên 2 cuộc; 1 cuộc chưa có số liệu."),
    ([[PEOPLE], [HOUSEHOLDS], [DELEGATES, HOUSEHOLDS]], 40,
     "cộng số người của 1 trên 3 cuộc; số hộ, số đại biểu không cộng vào số người, 2 cuộc chỉ ghi những số đó."),
    ([[PEOPLE, DELEGATES]], 40,
     "cộng số người của 1 trên 1 cuộc; số hộ, số đại biểu không cộng vào số người, 0 cuộc chỉ ghi những số đó."),
    ([[PEOPLE], [ROUNDED]], 240,
     "cộng số người của 2 trên 2 cuộc; 1 cuộc chỉ ghi số khoảng, trên hoặc dưới nên số cộng là gần đúng."),
    ([[], [{**HOUSEHOLDS, "precision": "about"}]], None,
     "cộng số người của 0 trên 2 cuộc; 1 cuộc chưa có số liệu; số hộ, số đại biểu không cộng vào số người, 1 cuộc chỉ ghi những số đó."),
])
def test_the_note_on_attendance_says_what_is_in_the_sum_and_what_is_not(attendance, people, note):
    sheet = came(*attendance)
    assert column(sheet, "people") == [people]
    assert [text for text in sheet.notes if "Lượt người dự" in text] == ([f'Cột "Lượt người dự": {note}'] if note else [])


@pytest.mark.parametrize(("attendance", "shown"), [
    ([{"count": 120}], 120), ([{"count": 200, "precision": "more-than"}], "trên 200 người"),
    ([{"count": 50, "of": "households"}], "50 hộ"), ([], None),
])
def test_attendance_is_a_number_where_it_is_one(attendance, shown):
    sheet = made(a_site(a_held_dialogue("a", held={"attendance": attendance})), "BC01")
    assert column(sheet, "attendance") == [shown]


def test_opinions_come_with_their_answers_and_commitments_with_their_days():
    site = a_site(a_held_dialogue(
        "a", opinions=[{"summary": "Đề nghị lắp đèn", "handling": "passed-up"}], commitments=[a_commitment(due="2023-09-01")],
    ))
    sheet = made(site, "BC02")
    assert list(zip(column(sheet, "summary"), column(sheet, "competence"), column(sheet, "due"), column(sheet, "result"), strict=True)) == [
        ("Đề nghị lắp đèn", "Vượt thẩm quyền", None, "Vượt thẩm quyền, đã chuyển cấp trên"),
        ("Cam kết: Sửa đường ngõ 12", "Thuộc thẩm quyền", date(2023, 9, 1), "Quá hạn"),
    ]


def test_a_commune_without_a_plan_says_so_in_its_line():
    site = a_site(a_dialogue("a", registration=a_registration("2023-10"), presided_by=["party"]))
    sheet = made(site, "DK02", unit="hong-bang")
    assert (column(sheet, "party_planned"), column(sheet, "note")) == (["tháng 10/2023"], ["Chưa đăng ký: Chủ tịch UBND"])


def test_who_has_a_day_without_a_plan_is_not_said_to_have_done_nothing():
    site = a_site(a_held_dialogue("a", presided_by=["party"]))
    (note,) = column(made(site, "DK02", unit="hong-bang"), "note")
    assert note == "Chưa đăng ký: Chủ tịch UBND; Không đăng ký, đã có ngày hoặc đã tổ chức: Bí thư"


@pytest.mark.parametrize(("posts", "words"), [([["party", "government"]], "Chung"), ([["party"], ["government"]], "Riêng")])
def test_a_joint_plan_is_told_from_separate_ones(posts, words):
    plans = [a_dialogue(f"a{number}", registration=a_registration(), presided_by=own) for number, own in enumerate(posts)]
    assert column(made(a_site(*plans), "DK02"), "together") == [words]


def test_a_districts_own_plan_stands_in_the_form_of_the_districts():
    site = a_site(
        a_dialogue("a", unit="hong-bang", registration=a_registration("2023-10-12")),
        a_dialogue("b", registration=a_registration("2023-10")),
    )
    assert (column(made(site, "DK01"), "unit"), column(made(site, "DK01"), "planned")) == (["Quận Hồng Bàng"], [date(2023, 10, 12)])


def test_communes_of_the_same_name_are_told_apart_in_the_citys_list():
    site = a_site(units=[a_district(), a_commune()])
    assert column(made(site, "DK02"), "unit") == ["Phường Sở Dầu, quận Hồng Bàng"]


@pytest.mark.parametrize("form", FORMS)
def test_the_same_records_give_the_same_bytes(city, form):
    assert sheet_xlsx(made(city, form, unit="hong-bang")) == sheet_xlsx(made(city, form, unit="hong-bang"))


@pytest.mark.parametrize("form", FORMS)
def test_a_workbook_says_nothing_of_the_moment_it_was_made(form):
    file = zipfile.ZipFile(io.BytesIO(sheet_xlsx(made(a_site(), form))))
    assert {part.date_time for part in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert b"2023-09-15T00:00:00Z" in file.read("docProps/core.xml")


def test_what_looks_like_a_formula_or_a_link_stays_text():
    topic = '=HYPERLINK("https://x.example","x")'
    page = opened(made(a_site(a_held_dialogue("a", topic=topic)), "BC01"))
    assert (cells(page)[topic].data_type, cells(page)[topic].hyperlink) == ("s", None)


def test_what_looks_like_a_formula_is_harmless_in_csv():
    sheet = made(a_site(a_held_dialogue("a", topic="=1+1")), "BC01")
    assert column_of_csv(sheet, "Chủ đề") == ["'=1+1"]


def test_csv_has_one_row_of_headings_and_plain_days():
    sheet = made(a_site(a_held_dialogue("a", "2023-08-15", held={"opinions": {"total": 4}})), "BC01")
    assert (column_of_csv(sheet, "Ngày"), column_of_csv(sheet, "Số ý kiến: Tổng")) == (["2023-08-15"], ["4"])


def column_of_csv(sheet: ReportSheet, heading: str) -> list[str]:
    return [row[heading] for row in csv.DictReader(io.StringIO(sheet_csv(sheet).decode("utf-8-sig")))]


def test_days_and_counts_are_days_and_numbers():
    page = opened(made(a_site(a_held_dialogue("a", "2023-08-15", held={"speakers": 12})), "BC01"))
    found = cells(page)
    assert (found[datetime(2023, 8, 15)].number_format, found[12].data_type) == ("dd/mm/yyyy", "n")


@pytest.mark.parametrize("form", FORMS)
def test_a_form_prints_on_a4_across_and_repeats_its_headings(form):
    page = opened(made(a_site(), form))
    setup = page.page_setup
    assert (setup.orientation, setup.paperSize, setup.fitToHeight, page.sheet_properties.pageSetUpPr.fitToPage) == ("landscape", 9, 0, True)
    assert page.print_title_rows


def test_everything_is_set_in_times_new_roman():
    page = opened(made(a_site(a_held_dialogue("a")), "BC01"))
    assert {cell.font.name for cell in cells(page).values()} == {"Times New Roman"}


def test_a_form_has_its_title_whose_it_is_and_a_place_to_sign():
    texts = cells(opened(made(a_site(), "BC01", unit="hong-bang")))
    assert {"KẾT QUẢ TỔ CHỨC ĐỐI THOẠI", "QUẬN ỦY HỒNG BÀNG", "Biểu BC01", "NGƯỜI LẬP BIỂU"} <= texts.keys()


def test_a_form_says_until_which_day_its_figures_run():
    assert made(a_site(), "BC03").titles[1] == "Năm 2023, số liệu từ ngày 01/01/2023 đến hết ngày 15/09/2023"


@pytest.mark.parametrize(("form", "period", "title"), [
    ("DK01", "2023", "Năm 2023, tính đến ngày 10/01/2024"),
    ("DK02", "2023-Q3", "Quý III năm 2023, tính đến ngày 10/01/2024"),
    ("BC01", "2023-Q2", "Quý II năm 2023, số liệu từ ngày 15/03/2023 đến hết ngày 14/06/2023; "
                        "cam kết, Thông báo kết luận tính đến ngày 10/01/2024"),
])
def test_a_form_says_as_of_which_day_it_tells_what_goes_on_after_its_period(form, period, title):
    assert made(a_site(today=date(2024, 1, 10)), form, period).titles[1] == title


@pytest.mark.parametrize("form", ["DK01", "BC01", "BC02", "BC03"])
@pytest.mark.parametrize("sample", [True, False])
def test_every_line_of_csv_has_its_day_and_whether_it_is_a_sample(form, sample):
    own = a_held_dialogue("a", unit="hong-bang", registration=a_registration("2023-08"), commitments=[a_commitment()])
    sheet = made(a_site(own, sample=sample), form)
    assert (column_of_csv(sheet, "as_of"), column_of_csv(sheet, "sample")) == (["2023-09-15"], ["true" if sample else "false"])


@pytest.mark.parametrize(("heading", "count"), [
    ("Lượt người dự", "40"), ("Số cuộc chưa có số liệu: Lượt người dự", "1"), ("Số cuộc chỉ ghi số hộ, số đại biểu", "2"),
    ("Số cuộc ghi số người khoảng, trên, dưới", "0"), ("Số cuộc chưa có số liệu: Tổng lượt ý kiến", "4"),
])
def test_csv_says_of_each_sum_how_many_dialogues_it_leaves_out(heading, count):
    assert column_of_csv(came([PEOPLE], [], [HOUSEHOLDS], [DELEGATES]), heading) == [count]


def test_what_only_csv_says_is_not_printed():
    sheet = made(a_site(a_held_dialogue("a")), "BC03")
    printed = cells(opened(sheet))
    assert [heading for heading in printed if "chưa có số liệu" in str(heading) and not str(heading).startswith("Cột")] == []
    assert len(sheet.printed().rows[0]) == len(sheet.printed().columns) == len(sheet.columns) - 7


def test_sample_figures_say_so():
    assert made(a_site(sample=True), "BC03").titles[-1] == "[DỮ LIỆU MẪU]"


def test_conclusions_are_counted_as_the_clock_of_the_guidance_counts_them():
    sent = a_conclusion(issued_on="2023-08-20", sent_on="2023-09-01")
    site = a_site(a_held_dialogue("a", "2023-08-15", unit="hong-bang", conclusion=sent))
    sheet = made(site, "BC03")
    assert (column(sheet, "conclusions_sent"), column(sheet, "conclusions_in_time")) == ([1], [0])


@pytest.fixture
def templates(tmp_path) -> Path:
    return Path(shutil.copytree(TEMPLATES, tmp_path / "templates"))


def test_headings_and_their_order_are_changed_without_the_program(templates):
    form = templates / "forms/BC01.yml"
    form.write_text("title: Biểu mới\ncolumns:\n  - {heading: Khi nào, field: day}\n  - {heading: Để trống}\n", "utf-8")
    sheet = made(Site(a_register(a_held_dialogue("a", "2023-08-15")), ObservedDay(AS_OF), templates), "BC01")
    assert (sheet.titles[0], sheet.rows) == ("Biểu mới", ((date(2023, 8, 15), None),))


def test_a_column_that_nobody_knows_is_told_with_those_that_there_are(templates):
    (templates / "forms/BC01.yml").write_text("title: x\ncolumns:\n  - {heading: x, field: ngay}\n", "utf-8")
    with pytest.raises(NoReport, match="không có cột 'ngay'; các cột dùng được: number, unit, kind"):
        made(Site(a_register(), ObservedDay(AS_OF), templates), "BC01")


def letter_text(letter: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(letter)).paragraphs)


def test_the_text_that_goes_with_the_annual_report_has_its_figures(city):
    total = city.progress(2023).total
    words = f"{total.done} trên {total.owed} người đứng đầu cấp ủy, chính quyền đã đối thoại, đạt {total.percent}%."
    assert words in letter_text(letter_docx(TEMPLATES, made(city, "BC03")))


def test_the_text_says_what_its_sums_leave_out_in_the_words_of_the_sheet(city):
    sheet = made(city, "BC03")
    text = letter_text(letter_docx(TEMPLATES, sheet))
    assert sheet.notes and "\n".join(["Ghi chú số liệu, theo cột của biểu BC03:", *sheet.notes]) in text


def test_the_text_has_no_notes_where_nothing_is_left_out():
    counted = {"total": 1, "answered_at_meeting": 1, "answered_later": 0, "passed_up": 0}
    site = a_site(a_held_dialogue("a", held={"attendance": [PEOPLE], "opinions": counted}))
    assert "Ghi chú" not in letter_text(letter_docx(TEMPLATES, made(site, "BC03")))


def test_the_commitments_of_the_text_add_up(city):
    (line,) = re.findall(r"Cam kết: (.*)", letter_text(letter_docx(TEMPLATES, made(city, "BC03"))))
    held = [view for view in city.views.by_year[2023] if view.status == Status.HELD]
    assert sum(map(int, re.findall(r"\d+", line))) == sum(len(view.dialogue.commitments) for view in held)


def test_the_same_records_give_the_same_text_whenever_it_is_written(city):
    letter = letter_docx(TEMPLATES, made(city, "BC03"))
    assert {part.date_time for part in zipfile.ZipFile(io.BytesIO(letter)).infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert letter == letter_docx(TEMPLATES, made(city, "BC03"))


def test_a_form_without_a_template_has_no_text_to_go_with_it():
    assert letter_docx(TEMPLATES, made(a_site(), "BC01")) is None


def test_a_hostile_name_stays_text_in_the_letter():
    units = [a_district(name="Quận <w:b/>{{ x }} & Con", type="quận"), a_commune()]
    own = letter_docx(TEMPLATES, made(a_site(units=units), "BC03", unit="hong-bang"))
    assert "QUẬN ỦY <W:B/>{{ X }} & CON" in docx.Document(io.BytesIO(own)).tables[0].cell(0, 0).text


def test_a_template_that_asks_for_what_is_not_there_is_refused(templates):
    template = docx.Document()
    template.add_paragraph("{{ so_lieu }}")
    template.save(templates / "forms/BC03.docx")
    with pytest.raises(NoReport, match=r"forms/BC03\.docx: 'so_lieu' is undefined"):
        letter_docx(templates, made(Site(a_register(), ObservedDay(AS_OF), templates), "BC03"))


@pytest.fixture
def dialogues(tmp_path):
    def run(*arguments: str) -> Result:
        return CliRunner().invoke(commands, [*arguments, "--content", str(GOLDEN), "--templates", str(TEMPLATES)])
    return run


def test_the_command_writes_a_workbook_a_csv_and_the_text_to_go_with_them(dialogues, tmp_path):
    dialogues("report", "BC03", "--unit", "hong-bang", "--period", "2023", "--out", str(tmp_path / "out"))
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        f"BC03-hong-bang-2023-den-2023-09-15.{kind}" for kind in ("csv", "docx", "xlsx")
    ]


def test_a_report_that_somebody_went_on_writing_is_not_replaced(dialogues, tmp_path):
    arguments = ("report", "DK02", "--period", "2023", "--out", str(tmp_path))
    dialogues(*arguments)
    (tmp_path / "DK02-all-2023.xlsx").write_bytes(b"da ky")
    assert (dialogues(*arguments).exit_code, (tmp_path / "DK02-all-2023.xlsx").read_bytes()) == (1, b"da ky")


def test_a_report_is_replaced_when_asked(dialogues, tmp_path):
    (tmp_path / "DK02-all-2023.xlsx").write_bytes(b"cu")
    dialogues("report", "DK02", "--period", "2023", "--out", str(tmp_path), "--replace")
    assert (tmp_path / "DK02-all-2023.xlsx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize(("unit", "says"), [
    ("hong-bag", "có phải 'hong-bang'?"), ("Quận Hồng Bàng", "có phải 'hong-bang'?"),
    ("hong-bang/so-dau", "cấp xã báo cáo qua cấp huyện, hãy ghi 'hong-bang'"),
])
def test_a_unit_that_does_not_report_is_refused(dialogues, tmp_path, unit, says):
    result = dialogues("report", "BC01", "--unit", unit, "--period", "2023", "--out", str(tmp_path / "out"))
    assert (result.exit_code, says in result.stderr, (tmp_path / "out").exists()) == (1, True, False)


def test_what_is_owed_is_printed(dialogues):
    result = dialogues("due", "--unit", "hong-bang")
    assert (result.exit_code, result.stdout.startswith("[DỮ LIỆU MẪU] Những việc phải làm, tính đến ngày 15/09/2023: ")) == (0, True)


def test_what_is_owed_is_written_as_a_workbook(dialogues, tmp_path):
    dialogues("due", "--format", "xlsx", "--out", str(tmp_path / "due.xlsx"))
    assert openpyxl.load_workbook(tmp_path / "due.xlsx").active.title == "viec-phai-lam"


def test_a_workbook_is_not_printed(dialogues):
    assert dialogues("due", "--format", "xlsx").exit_code == 1


def test_the_calendar_of_the_command_is_the_one_that_is_published(dialogues, tmp_path):
    dialogues("due", "--format", "ics", "--unit", "hong-bang", "--out", str(tmp_path / "due.ics"))
    dialogues("write", str(tmp_path / "site"))
    assert (tmp_path / "due.ics").read_bytes() == (tmp_path / "site/lich/thoi-han/hong-bang.ics").read_bytes()


@pytest.mark.parametrize("unit, place", [("hong-bang", "Hồng Bàng"), (None, "Hải Phòng")])
def test_a_districts_report_is_dated_at_the_district(city, unit, place):
    assert made(city, "BC01", unit=unit).place_and_day == f"{place}, ngày … tháng … năm …"
