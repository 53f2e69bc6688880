"""Forms as workbooks and CSV: ready to print and to sign, of a sort that programs read, and the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import pytest

from generator.keeping.observed_day import ObservedDay
from generator.reports import NoReport
from generator.reports.workbook import sheet_xlsx
from generator.site.form_sets import read_form_set
from generator.site.site import Site
from tests.builders import a_held_dialogue, a_register, a_site
from tests.places import TEMPLATES
from tests.record_parts import a_commitment, a_registration
from tests.reports.making import AS_OF, DELEGATES, HOUSEHOLDS, PEOPLE, came, cells, column_of_csv, made, opened

FORMS = tuple(read_form_set(TEMPLATES, None).forms)


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
    assert made(a_site(), "BC03").titles[1] == "Năm 2023, số liệu từ ngày 01/01/2023 đến hết ngày 15/9/2023"


@pytest.mark.parametrize(("form", "period", "title"), [
    ("DK01", "2023", "Năm 2023, tính đến ngày 10/01/2024"),
    ("DK02", "2023-Q3", "Quý III năm 2023, tính đến ngày 10/01/2024"),
    ("BC01", "2023-Q2", "Quý II năm 2023, số liệu từ ngày 15/3/2023 đến hết ngày 14/6/2023; "
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
    assert len(sheet.printed().rows[0]) == len(sheet.printed().columns) == len(sheet.columns) - 8


def test_sample_figures_say_so():
    assert made(a_site(sample=True), "BC03").titles[-1] == "[DỮ LIỆU MẪU]"


def test_headings_and_their_order_are_changed_without_the_program(templates):
    form = templates / "forms/BC01.yml"
    form.write_text("title: Biểu mới\ncolumns:\n  - {heading: Khi nào, field: day}\n  - {heading: Để trống}\n", "utf-8")
    sheet = made(Site(a_register(a_held_dialogue("a", "2023-08-15")), ObservedDay(AS_OF), templates), "BC01")
    assert (sheet.titles[0], sheet.rows) == ("Biểu mới", ((date(2023, 8, 15), None),))


def test_a_column_that_nobody_knows_is_told_with_those_that_there_are(templates):
    (templates / "forms/BC01.yml").write_text("title: x\ncolumns:\n  - {heading: x, field: ngay}\n", "utf-8")
    with pytest.raises(NoReport, match="không có cột 'ngay'; các cột dùng được: number, unit, kind"):
        made(Site(a_register(), ObservedDay(AS_OF), templates), "BC01")


@pytest.mark.parametrize("unit, place", [("hong-bang", "Hồng Bàng"), (None, "Hải Phòng")])
def test_a_districts_report_is_dated_at_the_district(city, unit, place):
    assert made(city, "BC01", unit=unit).place_and_day == f"{place}, ngày … tháng … năm …"
