"""The forms that an office signs: their figures are the site's own, and what they do not know is said."""

from __future__ import annotations

from datetime import date

import pytest

from generator.model import LEVELS_THAT_OWE, Level, Post
from generator.reports import NoReport, ReportCutoff, report_period
from generator.reports.annual import COMMITMENT_COLUMNS, KIND_COLUMNS, DistrictYear
from generator.reports.forms import read_form
from generator.reports.rows import field_names
from generator.site.form_sets import read_form_set
from tests.builders import a_commune, a_dialogue, a_district, a_held_dialogue, a_register, a_site, some_rules
from tests.places import TEMPLATES
from tests.record_parts import a_commitment, a_conclusion, a_registration, an_announcement, an_update
from tests.reports.making import DELEGATES, HOUSEHOLDS, PEOPLE, ROUNDED, came, column, made, total


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


def test_conclusions_are_counted_as_the_clock_of_the_guidance_counts_them():
    sent = a_conclusion(issued_on="2023-08-20", sent_on="2023-09-01")
    site = a_site(a_held_dialogue("a", "2023-08-15", unit="hong-bang", conclusion=sent))
    sheet = made(site, "BC03")
    assert (column(sheet, "conclusions_sent"), column(sheet, "conclusions_in_time")) == ([1], [0])


def test_the_annual_form_shows_every_kind_and_every_state_of_a_commitment():
    shown = {column.field for column in read_form(read_form_set(TEMPLATES, None), "BC03", field_names(DistrictYear)).columns}
    assert {*KIND_COLUMNS.values(), *COMMITMENT_COLUMNS.values()} <= shown


def test_what_nobody_reported_on_is_told_beside_what_is_being_worked_on():
    told = a_commitment(an_update("2023-09-01"), id="2")
    sheet = made(a_site(a_held_dialogue("a", commitments=[a_commitment(due=None), told])), "BC03")
    assert (column(sheet, "commitments_open"), column(sheet, "commitments_unreported")) == ([2], [1])
    assert 'Cột "Cam kết: Đang giải quyết": trong đó 1 cam kết chưa có cập nhật nào.' in sheet.notes


def test_an_opinions_form_does_not_say_that_a_silent_commitment_is_worked_on():
    sheet = made(a_site(a_held_dialogue("a", commitments=[a_commitment()])), "BC02")
    assert column(sheet, "result") == ["Chưa có cập nhật"]


def test_a_count_that_is_not_exact_stands_in_words_and_is_summed_as_far_as_known():
    some = [a_held_dialogue("a", held={"opinions": {"total": 11, "total_precision": "almost"}}), a_held_dialogue("b", held={"opinions": {"total": 2}})]
    sheet = made(a_site(*some), "BC01")
    assert (column(sheet, "opinions_total"), total(sheet, "opinions_total")) == (["gần 11", 2], 13)


def test_the_annual_form_shows_every_level_that_owes():
    shown = {column.field for column in read_form(read_form_set(TEMPLATES, None), "BC03", field_names(DistrictYear)).columns}
    assert {f"{level}_{post}_{figure}" for level in LEVELS_THAT_OWE for post in Post for figure in ("owed", "done")} <= shown


@pytest.mark.parametrize("form", ["BC01", "BC02"])
def test_a_quarter_of_which_nothing_is_recorded_says_so(form):
    sheet = made(a_site(), form, "2023-Q2")
    assert sheet.notes == ("Sổ chưa ghi cuộc nào đã tổ chức trong kỳ này; chưa ghi không có nghĩa là không tổ chức.",)


@pytest.mark.parametrize("form, period, count", [("BC01", "2023-Q3", 1), ("BC02", "2023-Q3", 1), ("BC03", "2023", 2), ("BC01", "2023-Q1", 0)])
def test_what_nobody_has_reported_on_is_counted_below(form, period, count):
    days = {"b": "2023-08-20", "c": "2023-05-02", "d": "2023-10-20"}
    unreported = [a_dialogue(id, an_announcement(day, "2023-04-01")) for id, day in days.items()]
    notes = made(a_site(a_held_dialogue("a", "2023-08-15"), *unreported), form, period).notes
    said = [text for text in notes if text.startswith("Chưa kể")]
    assert said == ([f"Chưa kể {count} cuộc đã qua ngày mà chưa có báo cáo kết quả."] if count else [])


def test_dialogues_of_which_no_opinion_is_recorded_are_told_as_that():
    assert "Các cuộc đã tổ chức trong kỳ này chưa ghi ý kiến, cam kết nào." in made(a_site(a_held_dialogue("a", "2023-08-15")), "BC02", "2023-Q3").notes
