"""What is owed in words: each duty, and the list as a clerk would write it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.consequences.duties import duties
from generator.consequences.duty import DutyKind, DutyState
from generator.model import Report, Submission
from generator.site.duty_words import duty_list_text, duty_text
from tests.builders import a_commune, a_dialogue, a_district, a_held_dialogue, a_site, some_rules
from tests.record_parts import a_commitment, a_registration, an_announcement, cancelled


def test_every_kind_of_duty_has_its_words():
    site = a_site()
    assert set(site.words.duty) == set(DutyKind) and set(site.words.duty_state) == set(DutyState)


def test_every_report_has_its_words():
    assert set(a_site().words.report) == set(Report)


def test_a_duty_says_what_is_to_be_done():
    site = a_site(a_held_dialogue("a", commitments=[a_commitment()]))
    (duty,) = [duty for duty in duties(site) if duty.kind == DutyKind.KEEP_COMMITMENT]
    assert duty_text(site, duty) == "Thực hiện cam kết (UBND phường): Sửa đường ngõ 12"


@pytest.mark.parametrize("dialogue, standing", [
    (a_dialogue("a", an_announcement(), cancelled(), presided_by=["party"]), "đã hủy, chưa có cuộc thay thế"),
    (a_held_dialogue("a", presided_by=[{"post": "government", "deputy": True}]), "cấp phó chủ trì thay, không được tính"),
], ids=["cancelled", "presided by a deputy"])
def test_a_duty_says_why_what_was_planned_is_not_enough(dialogue, standing):
    site = a_site(dialogue)
    (duty,) = [duty for duty in duties(site) if duty.kind == DutyKind.HOLD_ANOTHER]
    assert duty_text(site, duty).endswith(f"({standing})")


def test_a_post_that_held_dialogues_of_another_kind_alone_is_told_why_it_has_no_plan():
    site = a_site(a_held_dialogue("a", kind="thematic", presided_by=["party"], subjects=["Nước sạch"]))
    owed = [duty for duty in duties(site, site.register.units["hong-bang/so-dau"]) if duty.kind == DutyKind.REGISTER_POSTS]
    told = [duty_text(site, duty) for duty in owed]
    assert told == [
        "Đăng ký kế hoạch đối thoại định kỳ năm 2023 của Bí thư (chỉ có đối thoại theo chuyên đề hoặc đột xuất, không được tính)",
        "Đăng ký kế hoạch đối thoại định kỳ năm 2023 của Chủ tịch UBND",
    ]


def test_the_list_reads_as_a_clerk_would_write_it():
    site = a_site(
        a_dialogue("a", registration=a_registration("2023-11")),
        a_dialogue("b", an_announcement("2023-09-16"), notified_on=None, unit="hong-bang", year=2023),
    )
    sent = (Submission(unit="hong-bang", report=report, sent_on="2023-02-20") for report in ("registration", "q1", "q2", "q4"))
    site = replace(site, register=replace(site.register, submissions={2023: tuple(sent)}))
    assert duty_list_text(site, duties(site)) == """\
Những việc phải làm, tính đến ngày 15/9/2023: 3.

QUÁ HẠN (1)
   14/9/2023  quá 1 ngày  Quận Hồng Bàng: Gửi báo cáo quý III (BC01, BC02) năm 2023

SẮP ĐẾN HẠN (1)
   15/9/2023  hôm nay là ngày cuối  Quận Hồng Bàng: Báo cấp tỉnh, thành phố trước ngày đối thoại: \
Đối thoại định kỳ của Bí thư và Chủ tịch UBND quận Hồng Bàng

CHƯA ĐẾN HẠN (1)
  14/11/2023  còn 60 ngày  Quận Hồng Bàng: Gửi báo cáo năm (BC01, BC02, BC03) năm 2023
"""


def test_what_many_units_owe_alike_is_said_once_with_their_names():
    wards = [a_commune(f"hong-bang/phuong-{number}", f"Phường {number}") for number in range(1, 7)]
    site = a_site(units=[a_district(), *wards], today=date(2023, 2, 1), rules=[some_rules(deadlines={})])
    (line,) = [line for line in duty_list_text(site, duties(site)).splitlines() if "7 đơn vị" in line]
    assert line == "  Đăng ký kế hoạch đối thoại định kỳ năm 2023 của Bí thư và Chủ tịch UBND – 7 đơn vị:"
    assert "    Quận Hồng Bàng; Phường 1, quận Hồng Bàng; Phường 2, quận Hồng Bàng;" in duty_list_text(site, duties(site))


def test_what_few_units_owe_alike_has_a_line_for_each():
    site = a_site(units=[a_district(), a_commune()], today=date(2023, 2, 1), rules=[some_rules(deadlines={})])
    assert len(duty_list_text(site, duties(site)).splitlines()) == 5
