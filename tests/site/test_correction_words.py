"""A correction says in words what had been published and what is said since."""

from __future__ import annotations

import pytest

from generator.reading.dialogue_fields import FIELDS, path_of, pattern_of, read_value, recorded_values, written_value
from generator.reading.field_paths import written_path
from generator.reading.records import read_records
from generator.site.correction_words import correction_text
from tests.builders import a_dialogue, a_held_dialogue, a_site, every
from tests.places import GOLDEN
from tests.record_parts import a_commitment, a_registration, an_announcement

ANNOUNCED = an_announcement()
MOVED = an_announcement("2023-09-25", "2023-08-20", reason="Trùng lịch họp")
VENUE = {"name": "Nhà văn hóa"}


def told(dialogue) -> str:
    site = a_site(dialogue)
    return correction_text(dialogue, dialogue.corrections[0], site.register, site.words)


def corrected(field: str, was: str | None) -> dict[str, object]:
    return {"corrections": [{"corrected_on": "2023-09-01", "field": field, "was": was, "text": "Ghi nhầm"}]}


@pytest.mark.parametrize("field, was, record, said", [
    ("schedule[1].day", "2023-09-18", {},
     "ngày đối thoại đã công bố là thứ Hai, ngày 18/9/2023, nay là thứ Tư, ngày 20/9/2023. Ghi nhầm"),
    ("schedule[1].start", "07:30", {}, "giờ bắt đầu đã công bố là 07 giờ 30, nay là 08 giờ 00. Ghi nhầm"),
    ("schedule[1].part_of_day", "morning", {}, "buổi đã công bố là buổi sáng, nay bỏ. Ghi nhầm"),
    ("schedule[1].announced_on", "unknown", {}, "ngày thông báo đã công bố là không rõ, nay là thứ Ba, ngày 01/8/2023. Ghi nhầm"),
    ("venue.name", "Trường THCS", {"venue": VENUE}, "nơi tổ chức đã công bố là “Trường THCS”, nay là “Nhà văn hóa”. Ghi nhầm"),
    ("venue.name", None, {"venue": VENUE}, "trước đây chưa công bố nơi tổ chức, nay là “Nhà văn hóa”. Ghi nhầm"),
    ("topic", "Rác", {}, "chủ đề đã công bố là “Rác”, nay bỏ. Ghi nhầm"),
    ("presided_by", "party; government (deputy)", {},
     "người chủ trì đã công bố là Bí thư Đảng ủy phường; Phó Chủ tịch UBND phường, nay là Bí thư Đảng ủy phường; "
     "Chủ tịch UBND phường. Ghi nhầm"),
    ("mode", "online", {"mode": "in-person"}, "hình thức đã công bố là Trực tuyến, nay là Trực tiếp. Ghi nhầm"),
    ("kind", "thematic", {}, "loại đối thoại đã công bố là theo chuyên đề, nay là định kỳ. Ghi nhầm"),
    ("registration.period", "2023-Q3", {"registration": a_registration("2023-09")},
     "thời gian dự kiến đã công bố là quý III/2023, nay là tháng 9/2023. Ghi nhầm"),
    ("audiences", "thanh-nien", {"audiences": ["phu-nu"]}, "đối tượng đã công bố là Thanh niên, nay là Phụ nữ. Ghi nhầm"),
    ("unit", "hong-bang", {}, "đơn vị tổ chức đã công bố là quận Hồng Bàng, nay là phường Sở Dầu. Ghi nhầm"),
])
def test_before_the_meeting(field, was, record, said):
    assert told(a_dialogue("a", ANNOUNCED, **record, **corrected(field, was))) == said


@pytest.mark.parametrize("field, was, record, said", [
    ("held.speakers", "1009", {"held": {"speakers": 1010}}, "số lượt phát biểu đã công bố là 1.009, nay là 1.010. Ghi nhầm"),
    ("held.attendance[1].precision", "exact", {"held": {"attendance": [{"count": 90, "precision": "about"}]}},
     "độ chính xác của số người dự đã công bố là đúng, nay là khoảng. Ghi nhầm"),
    ("commitments[2].due", "2023-12-01", {"commitments": [a_commitment(), a_commitment(id="2", due="2023-12-15")]},
     "hạn xử lý cam kết (cam kết thứ 2) đã công bố là thứ Sáu, ngày 01/12/2023, nay là thứ Sáu, ngày 15/12/2023. Ghi nhầm"),
])
def test_after_the_meeting(field, was, record, said):
    assert told(a_held_dialogue("a", **record, **corrected(field, was))) == said


NINETY = {"attendance": [{"count": 90, "precision": "about"}], "opinions": {"total": 30, "total_precision": "more-than"}}


@pytest.mark.parametrize("field, was, said", [
    ("held.attendance[1].count", "120", "số người dự đã công bố là khoảng 120, nay là khoảng 90. Ghi nhầm"),
    ("held.opinions.total", "20", "tổng số ý kiến đã công bố là trên 20, nay là trên 30. Ghi nhầm"),
])
def test_of_a_number_how_exact_it_is(field, was, said):
    assert told(a_held_dialogue("a", held=NINETY, **corrected(field, was))) == said


def test_of_a_number_how_exact_it_was_where_that_was_corrected_with_it():
    both = corrected("held.attendance[1].count", "120")["corrections"] + corrected("held.attendance[1].precision", "exact")["corrections"]
    assert told(a_held_dialogue("a", held=NINETY, corrections=both)) == (
        "số người dự đã công bố là 120, nay là khoảng 90. Ghi nhầm"
    )


def test_of_more_than_one_announcement_which_is_told():
    assert told(a_dialogue("a", ANNOUNCED, MOVED, **corrected("schedule[2].day", "2023-09-24"))).startswith(
        "ngày đối thoại (lần thông báo thứ 2) đã công bố là Chủ nhật, ngày 24/9/2023"
    )


def test_of_a_field_corrected_again_what_it_was_in_between():
    twice = corrected("topic", "Rác")["corrections"] + corrected("topic", "Nước")["corrections"]
    assert told(a_dialogue("a", ANNOUNCED, topic="Đất", corrections=twice)).startswith(
        "chủ đề đã công bố là “Rác”, nay là “Nước”."
    )


def test_one_that_names_no_field_speaks_for_itself():
    assert told(a_dialogue("a", ANNOUNCED, corrections=[{"corrected_on": "2023-09-01", "text": "Sửa số người dự"}])) == "Sửa số người dự"


def test_every_field_has_a_name_and_no_other():
    assert set(a_site().words.corrected) == set(FIELDS)


def test_a_list_whose_entries_are_counted_has_a_name_for_them():
    lists = {pattern.split("[]")[number].rpartition(".")[2] for pattern in FIELDS for number in range(pattern.count("[]"))}
    assert set(a_site().words.corrected_entry) == lists


def test_whatever_a_record_says_is_read_again_from_what_is_written_of_it():
    for dialogue in every(read_records(GOLDEN).register.dialogues.values()):
        for path, value in recorded_values(dialogue).items():
            assert path_of(written_path(path)) == path
            assert read_value(pattern_of(path), written_value(value)) == value
