"""What offices write in a cell, in every way they write it; and what is not guessed."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime

import pytest
from pydantic import TypeAdapter

from generator.model import CountOf, Handling, Kind, Mode, Outcome, Post, Precision
from generator.model.types import PERIOD_EXAMPLES, PeriodField
from generator.sheets import days, values
from generator.sheets.cell_words import cell_words
from generator.sheets.questions import NotUnderstood
from generator.sheets.units import district_named, unit_of
from generator.sheets.values import Together
from generator.sheets.workbook import Cell
from generator.site.formatting import period_text
from generator.text.vietnamese import fold
from tests.builders import WORDS, a_commune, a_district, a_register

UNITS = (a_district(), a_commune(), a_commune("hong-bang/thuong-ly", "Phường Thượng Lý"), a_commune("hong-bang/ha-ly", "Phường Hạ Lý"))
THUY = (a_commune("thuy-nguyen/thuy-trieu", "Xã Thuỷ Triều"), a_commune("thuy-nguyen/nui-deo", "Thị trấn Núi Đèo"), a_district("nui-deo", "Huyện Núi Đèo"))


def cell(value, **about) -> Cell:
    return Cell("C7", value, **about)


@pytest.mark.parametrize("written", [
    "15/8/2023", "15-08-2023", "15.8.2023", "15.8.23", "ngày 15 tháng 8 năm 2023", "2023-08-15", "15/8", "thứ Ba, ngày 15/8/2023",
    "8h00 ngày 15/8/2023", "Sáng 15/8/2023", "08 giờ 00, ngày 15/8/2023", "dự kiến 15/8/2023", 45153, 45153.0, datetime(2023, 8, 15),
    date(2023, 8, 15), datetime(2023, 8, 15, 8, 30), unicodedata.normalize("NFD", "ngày 15 tháng 8 năm 2023"), "7h30 - 11h30 ngày 15/8/2023",
    "T3 15/8/2023 - 14h", "8 rưỡi sáng 15/8/2023", "15/8/2023, 8h rưỡi", "Thứ 3, ngày 15/8/2023", "T3, 15/8/2023", "15/8/2023 (thứ 3)",
])
def test_a_day_is_read_in_every_way_offices_write_it(written):
    assert days.day_of(cell(written), 2023) == date(2023, 8, 15)


@pytest.mark.parametrize("written", [
    "Ông Nguyễn Văn A đề nghị lắp đèn", "theo bà Hoa, tổ 3", "đ/c Nguyễn Văn B phụ trách", "Đồng chí Lan đầu mối", "phố Bà Triệu: ông Ba hỏi",
])
def test_a_text_that_names_somebody_is_asked_about(written):
    with pytest.raises(NotUnderstood):
        values.text_of(cell(written))


@pytest.mark.parametrize("written", [
    "Đồng chí Hiệu trưởng tiếp thu", "đ/c Ủy viên Ban Thường vụ dự", "Hai Bà Trưng là tuyến được chỉnh trang",
    "Sửa mặt đường phố Bà Triệu", "Lối vào chùa Bà Đanh", "Đồng chí Bí thư Quận ủy kết luận", "đ/c Chủ tịch UBND phường trả lời", "bà con thôn 3", "không",
])
def test_a_place_or_a_post_is_nobody(written):
    assert values.text_of(cell(written)) == written


@pytest.mark.parametrize("written", [
    "15/8/2022", "15/8/24", "31/2/2023", "8/2023", "tháng 8", "cuối năm", "15-16/8/2023", "thứ Hai, ngày 15/8/2023", "T2, 15/8/2023", "CN, 15/8/2023", 7, 2023, True, "", "từ 15/8 đến 20/8",
    datetime(2024, 8, 15), "15/13/2023", "0/8/2023",
])
def test_a_day_that_could_be_another_is_not_guessed(written):
    with pytest.raises(NotUnderstood):
        days.day_of(cell(written), 2023)


@pytest.mark.parametrize("written", [
    "15/8/2023", "chậm nhất ngày 15/8/2023", "Chậm nhất là 15/8", "hết ngày 15/8/2023", "trước hết ngày 15/8/2023", "đến hết ngày 15/8/2023",
    "đến 15/8/2023", "Hoàn thành chậm nhất thứ Ba, 15/8/2023", "hạn: 15/8/2023", "muộn nhất ngày 15 tháng 8", datetime(2023, 8, 15),
])
def test_the_last_day_for_settling_a_matter_is_read_with_the_words_before_it(written):
    assert days.last_day_of(cell(written), 2023) == date(2023, 8, 15)


@pytest.mark.parametrize("written, why, write", [
    ("trước ngày 01/9/2023", "không rõ làm xong đúng ngày ấy", "31/8/2023; kể cả ngày ấy thì ghi 01/9/2023"),
    ("hoàn thành trước 15/8", "không rõ làm xong đúng ngày ấy", "14/8/2023; kể cả ngày ấy thì ghi 15/8/2023"),
    ("trong quý IV/2023", "không rõ hạn là ngày nào", "ngày cuối còn đúng hạn, như 31/12/2023"),
    ("thường xuyên", "không rõ hạn là ngày nào", "ngày cuối còn đúng hạn, như 31/12/2023"),
])
def test_a_time_for_settling_a_matter_without_a_last_day_is_asked_for_that(written, why, write):
    with pytest.raises(NotUnderstood) as asked:
        days.last_day_of(cell(written), 2023)
    assert why in asked.value.why and written in asked.value.why and asked.value.write == write


@pytest.mark.parametrize("written, period", [
    ("quý III", "2023-Q3"), ("Quý 3/2023", "2023-Q3"), ("quý iv năm 2023", "2023-Q4"), ("Q2", "2023-Q2"), ("tháng 8", "2023-08"),
    ("Tháng 08/2023", "2023-08"), ("tháng 8 năm 2023", "2023-08"), ("8/2023", "2023-08"), ("T10/2023", "2023-10"), ("15/8/2023", "2023-08-15"),
    ("cuối tháng 3/2023", "2023-03-late"), ("đầu tháng 10", "2023-10-early"), ("trước tháng 7", "2023-07-before"),
    ("6 tháng đầu năm 2023", "2023-H1"), ("nửa cuối năm", "2023-H2"), ("thang 12", "2023-12"), ("Trong quý III", "2023-Q3"), ("Q.III", "2023-Q3"), ("Q. 4/2023", "2023-Q4"), ("dự kiến tháng 8", "2023-08"), (datetime(2023, 8, 15), "2023-08-15"),
])
def test_a_period_is_read_as_offices_write_it(written, period):
    assert days.period_of(cell(written), 2023) == period


@pytest.mark.parametrize("period", re.split(", | hoặc ", PERIOD_EXAMPLES))
def test_a_period_is_read_as_the_forms_write_it(period):
    planned = TypeAdapter(PeriodField).validate_python(period)
    assert days.period_of(cell(planned.first_day if planned.is_day else period_text(planned)), 2023) == period


def test_a_month_that_excel_made_a_date_of_is_still_a_month():
    assert days.period_of(cell(datetime(2023, 8, 1), shows_day=False), 2023) == "2023-08"


@pytest.mark.parametrize("written", ["quý V", "tháng 13", "tháng 8-9", "quý III, IV", "8/2022", "tháng 8/2024", "cả năm", "0/2023", "8/0000"])
def test_a_period_that_could_be_another_is_not_guessed(written):
    with pytest.raises(NotUnderstood):
        days.period_of(cell(written), 2023)


@pytest.mark.parametrize("written, count", [
    (200, {"count": "200"}), (200.0, {"count": "200"}), ("200", {"count": "200"}), ("200 người", {"count": "200"}), ("1.200", {"count": "1200"}), ("1 200 người", {"count": "1200"}), ("1\u00a0200", {"count": "1200"}),
    ("trên 200", {"count": "200", "precision": "more-than"}), ("Hơn 200 người", {"count": "200", "precision": "more-than"}),
    ("khoảng 150", {"count": "150", "precision": "about"}), ("dưới 100 đại biểu", {"count": "100", "of": "delegates", "precision": "less-than"}),
    ("50 hộ", {"count": "50", "of": "households"}), ("gần 90", {"count": "90", "precision": "almost"}), ("ước khoảng 150 người", {"count": "150", "precision": "about"}), ("120 công dân", {"count": "120"}),
    ("~150", {"count": "150", "precision": "about"}), ("> 200 người", {"count": "200", "precision": "more-than"}),
])
def test_attendance_is_read_with_what_it_counts(written, count):
    assert values.attendance_of(cell(written)) == [count]


def test_attendance_may_be_of_two_kinds():
    assert [count["count"] for count in values.attendance_of(cell("46 đại biểu; trên 310 người"))] == ["46", "310"]


@pytest.mark.parametrize("written", ["nhiều", "200-300", "12 50", "1 2000", "120 150", "gần như 200", "200 người, 50 hộ", 12.5, -3, "toàn thể", True])
def test_attendance_that_could_be_another_is_not_guessed(written):
    with pytest.raises(NotUnderstood):
        values.attendance_of(cell(written))


@pytest.mark.parametrize("written, posts", [
    ("Bí thư", {Post.PARTY: False}), ("Chủ tịch UBND quận", {Post.GOVERNMENT: False}),
    ("Đ/c Nguyễn Văn A, Bí thư Quận ủy; đ/c Trần Thị B, Chủ tịch UBND", {Post.PARTY: False, Post.GOVERNMENT: False}),
    ("Phó Bí thư Thường trực", {Post.PARTY: True}), ("Bí thư; Phó Chủ tịch UBND", {Post.PARTY: False, Post.GOVERNMENT: True}),
    ("Bí thư, Chủ tịch HĐND", {Post.PARTY: False}), ("PCT UBND phường", {Post.GOVERNMENT: True}), ("BT Đảng ủy, CT UBND", {Post.PARTY: False, Post.GOVERNMENT: False}),
    ("Người đứng đầu cấp ủy, chính quyền", {Post.PARTY: False, Post.GOVERNMENT: False}), ("PBT Thường trực", {Post.PARTY: True}), ("Đ/c Đinh Văn Btrung, Bí thư", {Post.PARTY: False}),
    ("Phó Bí thư Đảng ủy - Chủ tịch UBND xã", {Post.GOVERNMENT: False}), ("PBT Đảng ủy xã Tú Sơn – CT UBND", {Post.GOVERNMENT: False}),
    ("Phó Bí thư Huyện ủy, Chủ tịch UBND huyện", {Post.GOVERNMENT: False}), ("Phó Bí thư kiêm Chủ tịch UBND", {Post.GOVERNMENT: False}),
    ("Bí thư Đảng ủy - Chủ tịch HĐND phường, Phó Bí thư Đảng ủy - Chủ tịch UBND phường", {Post.PARTY: False, Post.GOVERNMENT: False}),
    ("Phó Bí thư; Chủ tịch UBND", {Post.PARTY: True, Post.GOVERNMENT: False}), ("Phó Bí thư và Chủ tịch UBND", {Post.PARTY: True, Post.GOVERNMENT: False}),
    ("Phó Bí thư Thường trực, Chủ tịch UBND", {Post.PARTY: True, Post.GOVERNMENT: False}),
    ("Đ/c Nguyễn Văn A, Phó Bí thư; đ/c Trần Văn B, Chủ tịch UBND", {Post.PARTY: True, Post.GOVERNMENT: False}),
    ("Phó Bí thư Đảng ủy - Chủ tịch HĐND xã", {Post.PARTY: True}), ("Phó Bí thư, Phó Chủ tịch UBND", {Post.PARTY: True, Post.GOVERNMENT: True}),
])
def test_presiders_are_posts_and_no_names(written, posts):
    assert dict(values.presiders_of(cell(written))) == posts


@pytest.mark.parametrize("written", [
    "Chủ tịch HĐND", "CT HĐND", "Chủ tịch UBMTTQ", "Lãnh đạo quận", "Bí thư, Phó Bí thư", "Bí thư Đoàn Thanh niên", "Bí thư Quận đoàn", "Bí thư Chi bộ 3",
    "Bí thư BCH Đoàn phường", "Chủ tịch UB MTTQ", "Chủ tịch Hội Phụ nữ", "Chủ tịch LĐLĐ quận", "Bí thư (vắng), Chủ tịch UBND", "Chủ tịch UBND uỷ quyền",
    "Bí thư không tham dự, Chủ tịch UBND chủ trì", "Bí thư (đi công tác), Chủ tịch UBND", "Bi thu (vang), Chu tich UBND", "Bí thư; Chủ tịch UBND xin nghỉ",
])
def test_presiders_that_hold_neither_post_are_not_guessed(written):
    with pytest.raises(NotUnderstood):
        values.presiders_of(cell(written))


@pytest.mark.parametrize("read, written, value", [
    (values.kind_of, "Đối thoại theo chuyên đề", Kind.THEMATIC), (values.kind_of, "DINH KY", Kind.PERIODIC), (values.kind_of, "Định kì", Kind.PERIODIC), (values.mode_of, "Kết hợp", Mode.MIXED), (values.mode_of, "Online", Mode.ONLINE),
    (values.kind_of, "ĐT định kỳ", Kind.PERIODIC), (values.kind_of, "Định kỳ lần 1", Kind.PERIODIC), (values.kind_of, "Định kỳ 6 tháng đầu năm", Kind.PERIODIC),
    (values.kind_of, "Đối thoại định kỳ năm 2023", Kind.PERIODIC), (values.kind_of, "Chuyên đề quý III năm 2023", Kind.THEMATIC),
    (values.kind_of, "ĐK", Kind.PERIODIC), (values.kind_of, "CĐ", Kind.THEMATIC), (values.kind_of, "đx", Kind.AD_HOC),
    (values.mode_of, "trực tiếp", Mode.IN_PERSON), (values.together_of, "Chung", Together.JOINT), (values.together_of, "riêng", Together.SEPARATE), (values.count_of, "46 ý kiến", "46"),
    (values.count_of, 0, "0"), (values.office_of, "Văn phòng Quận ủy, ĐT 0225.3000.303", {"office": "Văn phòng Quận ủy", "phone": "0225.3000.303"}),
    (values.office_of, "Văn phòng UBND", {"office": "Văn phòng UBND"}),
])
def test_words_of_a_form_are_read(read, written, value):
    assert read(cell(written)) == value


@pytest.mark.parametrize("read, written", [
    (values.kind_of, "hằng năm"), (values.mode_of, "qua Zalo"), (values.together_of, "x"), (values.count_of, "mười"), (values.count_of, 1.5),
    (values.office_of, "Đ/c Nguyễn Văn A"),
])
def test_words_that_no_form_has_are_not_guessed(read, written):
    with pytest.raises(NotUnderstood):
        read(cell(written))


@pytest.mark.parametrize("written, fields", [
    ("15-TB/QU, ngày 20/8/2023", {"number": "15-TB/QU", "issued_on": "2023-08-20"}), ("Số 15-TB/ĐU ngày 20 tháng 8 năm 2023", {"number": "15-TB/ĐU", "issued_on": "2023-08-20"}),
    ("02-TB/ĐU ngày 03/01/2024", {"number": "02-TB/ĐU", "issued_on": "2024-01-03"}),
    ("15 - TB/ĐU ngày 20.8.2023", {"number": "15-TB/ĐU", "issued_on": "2023-08-20"}), ("15-TB / ĐU", {"number": "15-TB/ĐU"}),
    ("Thông báo số 15-TB/ĐU, ngày 20 tháng 8 năm 2023 của Đảng ủy phường", {"number": "15-TB/ĐU", "issued_on": "2023-08-20"}),
    ("TB: 08-TB/ĐU; 25.7.2023", {"number": "08-TB/ĐU", "issued_on": "2023-07-25"}), ("KL: 08-KL/ĐU (25/7/2023)", {"number": "08-KL/ĐU", "issued_on": "2023-07-25"}),
    ("15-TB/ĐU", {"number": "15-TB/ĐU"}), ("15-TB/ĐU 20/8/2023", {"number": "15-TB/ĐU", "issued_on": "2023-08-20"}),
])
def test_a_notice_has_its_number_and_its_day(written, fields):
    assert values.conclusion_of(cell(written), 2023) == fields


@pytest.mark.parametrize("written", ["Có", "Có, ngày 20/8/2023", "Chưa", "Không", "Đang soạn thảo", "15-TB/ĐU ngày 20/8/2022", "15-TB/ĐU ngày 1/8/2023; 16-TB/ĐU ngày 2/8/2023"])
def test_a_word_without_a_number_is_no_notice(written):
    with pytest.raises(NotUnderstood):
        values.conclusion_of(cell(written), 2023)


@pytest.mark.parametrize("written", [
    "Phường Sở Dầu", "phường sở dầu", "Sở Dầu", "P. Sở Dầu", "P.Sở Dầu", "phuong so dau", "UBND phường Sở Dầu", "Đảng ủy phường Sở Dầu", "1. Phường Sở Dầu", "12) P. Sở Dầu",
    unicodedata.normalize("NFD", "Phường Sở Dầu"), "SỞ DẦU", "1.2. Phường Sở Dầu", "II) phường Sở Dầu", "- Phường Sở Dầu", "Phường Sở Dầu (*)", "Phường Sở Dầu (1)",
    "Đảng ủy - UBND phường Sở Dầu", "HĐND và UBND phường Sở Dầu",
    "Phường: Sở Dầu", "ĐU-UBND phường Sở Dầu", "ĐU/UBND P.Sở Dầu", "ĐU phường Sở Dầu", "ĐU P. Sở Dầu", "Ph. Sở Dầu",
])
def test_a_unit_is_known_by_every_way_to_write_it(written):
    assert unit_of(cell(written), UNITS).id == "hong-bang/so-dau"


@pytest.mark.parametrize("written", [
    "Phường Sở Dầu - quận Hồng Bàng", "P. Sở Dầu, Q. Hồng Bàng", "Phường Sở Dầu (Hồng Bàng)", "phường Sở Dầu thuộc quận Hồng Bàng",
    "UBND phường Sở Dầu – Hồng Bàng", "Phường Sở Dầu, quận Hồng Bàng, TP Hải Phòng", "P. Sở Dầu, thành phố Hải Phòng",
])
def test_a_unit_is_known_with_the_district_that_it_lies_in(written):
    assert unit_of(cell(written), UNITS, a_register(units=UNITS)).id == "hong-bang/so-dau"


@pytest.mark.parametrize("written", ["Phường Sở Dầu, quận Ngô Quyền", "Phường Sở Dầu, phường Hạ Lý", "Phường Sở Dầu mới"])
def test_a_unit_with_anything_else_is_asked_about(written):
    with pytest.raises(NotUnderstood):
        unit_of(cell(written), UNITS, a_register(units=UNITS))


@pytest.mark.parametrize("written", [
    "Phường Sở Dâu", "Sở Đầu", "P. SỞ DẤU", "UBND phường So Dầu", "Phường Sở Dâu, quận Hồng Bàng", "P. Sở Dầu, Q. Hông Bàng",
])
def test_a_name_with_other_accents_is_another_name_and_is_asked_about(written):
    with pytest.raises(NotUnderstood, match="khác dấu với tên trong sổ") as asked:
        unit_of(cell(written), UNITS, a_register(units=UNITS))
    assert asked.value.write == "Phường Sở Dầu, quận Hồng Bàng"


@pytest.mark.parametrize("title, ids", [("UBND QUẬN HÔNG BÀNG", []), ("UBND QUẬN HONG BANG", ["hong-bang"]), ("UBND QUAN HONG BANG", ["hong-bang"])])
def test_a_title_whose_name_has_other_accents_names_no_unit(title, ids):
    assert [unit.id for unit in district_named(title, a_register(units=UNITS))] == ids


def test_a_unit_that_stands_in_what_is_not_understood_is_the_one_that_is_shown():
    with pytest.raises(NotUnderstood) as asked:
        unit_of(cell("Tổ 3 phường Thượng Lý và tổ 4"), UNITS, a_register(units=UNITS))
    assert asked.value.write == "Phường Thượng Lý"


def test_a_unit_of_another_district_is_told_as_that_one_s_with_its_district_too():
    register = a_register(units=(*UNITS, a_district("ngo-quyen", "Quận Ngô Quyền"), a_commune("ngo-quyen/may-to", "Phường Máy Tơ")))
    with pytest.raises(NotUnderstood, match="của Quận Ngô Quyền"):
        unit_of(cell("Phường Máy Tơ – Q. Ngô Quyền"), UNITS, register)


@pytest.mark.parametrize("written, id", [("Xã Thủy Triều", "thuy-nguyen/thuy-trieu"), ("TT Núi Đèo", "thuy-nguyen/nui-deo"), ("H. Núi Đèo", "nui-deo"), ("X. Thủy Triều", "thuy-nguyen/thuy-trieu")])
def test_both_spellings_and_short_types_are_known(written, id):
    assert unit_of(cell(written), THUY).id == id


@pytest.mark.parametrize("written", ["UBND quận", "Quận ủy", "Quận", "Quận ủy - UBND quận", "Ủy ban nhân dân quận"])
def test_the_unit_whose_sheet_it_is_may_go_without_its_name(written):
    assert unit_of(cell(written), UNITS).id == "hong-bang"


def test_a_type_alone_is_no_unit_where_several_are_of_it():
    with pytest.raises(NotUnderstood):
        unit_of(cell("UBND quận"), [*UNITS, a_district("le-chan", "Quận Lê Chân")])


def test_a_commune_that_begins_as_an_office_in_short_does_is_no_office():
    du_le = a_commune("kien-thuy/du-le", "Xã Du Lễ")
    assert [unit_of(cell(written), [du_le, *UNITS]).id for written in ("Du Lễ", "xã Du Lễ", "ĐU xã Du Lễ")] == ["kien-thuy/du-le"] * 3


def test_a_name_that_two_units_have_is_asked_about():
    with pytest.raises(NotUnderstood) as asked:
        unit_of(cell("Núi Đèo"), THUY)
    assert asked.value.write == "Thị trấn Núi Đèo hoặc Huyện Núi Đèo"


def test_a_mistyped_unit_is_answered_with_the_nearest():
    with pytest.raises(NotUnderstood) as asked:
        unit_of(cell("Phường Sở Đầuu"), UNITS)
    assert asked.value.write == "Phường Sở Dầu"


@pytest.mark.parametrize("title, ids", [("QUẬN ỦY HỒNG BÀNG", ["hong-bang"]), ("UBND quận Hồng Bàng", ["hong-bang"]), ("Danh sách", []), ("Phường Hồng Bàng", [])])
def test_a_sheet_is_of_the_district_that_its_title_names(title, ids):
    assert [unit.id for unit in district_named(title, a_register())] == ids


@pytest.mark.parametrize("read", [
    values.kind_of, values.mode_of, values.together_of, values.count_of, values.attendance_of, values.presiders_of, values.office_of,
    lambda cell: values.conclusion_of(cell, 2023), lambda cell: days.day_of(cell, 2023), lambda cell: days.period_of(cell, 2023),
    lambda cell: unit_of(cell, UNITS),
])
@pytest.mark.parametrize("part", ["1", ":", "A,", "ông "])
def test_a_text_that_no_column_asks_for_is_asked_about_in_brief(read, part):
    with pytest.raises(NotUnderstood) as asked:
        read(cell(part * (6_000 // len(part))))
    assert asked.value.why.startswith("ô này quá dài (6000 chữ)") and len(asked.value.why) < 120


def test_long_runs_of_marks_are_read_as_they_stand():
    """Patterns that try each mark as the last one take minutes for these."""
    marks = "Văn phòng" + ":" * 1_900
    named = "ông a " * 5_000
    assert (values.office_of(cell(marks + "x")), values.office_of(cell(marks + "02253000303")), values.text_of(cell(named))) == (
        {"office": marks + "x"}, {"office": "Văn phòng", "phone": "02253000303"}, named,
    )


def test_each_value_that_a_cell_can_hold_has_words():
    words = cell_words()
    held = [words.kinds, words.modes, words.counted, words.handlings, words.outcomes, words.precisions]
    assert [set(of.values()) for of in held] == [set(Kind), set(Mode), set(CountOf), set(Handling), set(Outcome), set(Precision) - {Precision.EXACT}]


def test_what_a_report_says_of_a_commitment_is_read_when_it_comes_back():
    assert set(map(fold, WORDS.commitment.values())) <= cell_words().outcomes.keys() | cell_words().nothing_told


@pytest.mark.parametrize("written, hours", [
    ("T3 15/8/2023 - 14h", {"start": "14:00"}), ("8 rưỡi sáng 15/8", {"start": "08:30"}), ("15/8/2023, 2h rưỡi chiều", {"start": "14:30"}),
    ("12h30 trưa 15/8/2023", {"start": "12:30"}),
])
def test_hours_beside_a_day_are_read_as_people_say_them(written, hours):
    assert days.hours_of(cell(written)) == hours


@pytest.mark.parametrize("read, written, write", [
    (values.presiders_of, "Chủ tịch HĐND", "người khác chủ trì thì bỏ dòng này khỏi bảng"), (values.count_of, "11 (73%)", "11"),
    (values.count_of, "mười", "12"),
])
def test_what_to_write_credits_nobody_who_was_not_there_and_keeps_a_number_that_is_read(read, written, write):
    with pytest.raises(NotUnderstood) as told:
        read(cell(written))
    assert told.value.write.endswith(write)
