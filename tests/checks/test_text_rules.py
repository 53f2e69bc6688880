"""Texts that stand in for words to come are refused, and words are not."""

from __future__ import annotations

import re

import pytest
import yaml

from generator.checks.text_rules import EXAMPLE, text_is_filled_in
from tests.builders import TODAY, a_dialogue, a_register
from tests.places import TEMPLATES, TESTS
from tests.record_parts import an_announcement


def told(text: str) -> list[str]:
    return [finding.found for finding in text_is_filled_in(a_register(a_dialogue("a", an_announcement(), note=text)), TODAY)]


@pytest.mark.parametrize("text", [
    "...", "…", "???", "-", "xxx", "XX", "điền sau", "Sẽ điền sau", "(điền sau)", "bổ sung sau", "Số người: ???", "TODO", "___",
    "(ví dụ) Vệ sinh môi trường", "1. Nội dung kết luận thứ nhất.", "N/A", "<chủ đề>", "[ghi nội dung]", "(nhập địa chỉ)",
    "…/TB-UBND", "……/TB-UBND", "..../TB-UBND", "__ /TB-UBND", "Số ………", "Tại ........ phường Sở Dầu", "Ngày ____",
    "(ví dụ) Vệ sinh môi trường", "1. Nội dung kết luận thứ nhất.", "(ghi rõ địa điểm)", "[Nhập nội dung]", "<nội dung>",
    "Số ....../TB-UBND", "Bí thư, Chủ tịch phường ........", "Bí thư Đảng ủy phường........", "“………”",
    "xx-TB/ĐU", "XX/TB-UBND", "[tên cơ quan]", "[Địa điểm tổ chức]",
    "Đang cập nhật", "(đang cập nhật)", "đang bổ sung...", "Chờ cập nhật", "Chưa có", "chưa có nội dung", "Chưa có chủ đề.",
    "UBND phường ...", "Công an xã …", "null", "None", "#N/A", "#REF!",
    "Thời gian: ........", "Giao ........ thực hiện trước ngày ........", "Kính gửi: ______",
])
def test_what_stands_in_for_words_is_refused(text):
    assert told(text) == [text]


@pytest.mark.parametrize("text", [
    "Vệ sinh môi trường", "Đường nào ngập?", "Sẽ bổ sung sau khi có kết quả đo", "Điện, đường, trường, trạm…", "X", "Thôn XX xây cống",
    "15/TB-UBND", "Diện tích < 5 ha, > 2 hộ", "Điện, đường...", "(Ghi âm) do Văn phòng lưu", "Cập nhật sau hội nghị: đã xong",
    "Cập nhật sau hội nghị: đã xong", "(ghi nhận và trả lời ngay tại hội nghị)", "(Ghi âm toàn bộ)", "(Nhập học đầu cấp)",
    "(Viết đơn đề nghị)", "<https://haiphong.gov.vn>", "Sửa mẫu đơn: dòng “Kính gửi: ………” ghi rõ tên cơ quan",
    'Mẫu 01 có chỗ trống "Số: ....../GM-UBND" để phường ghi', "[Số 5] và [Số 7] cùng ngõ", "Nhân dân phản ánh đường, điện, nước, rác thải......",
    "Đang cập nhật danh sách hộ nghèo", "Chưa có nước sạch", "Chưa có đường vào thôn", "Đang bổ sung hồ sơ đất đai",
    "Trường học, đường làng ...", "Trạm Y tế xã nhận thuốc, vật tư ...", "Hội phụ nữ, thanh niên…", "Trường mầm non…", "Phường chưa có đèn",
    "Họ tên: ________ Tổ dân phố: ________", "Đại biểu: ........ Ý kiến: ........ Ký tên: ........",
])
def test_words_are_left_alone(text):
    assert told(text) == []


def test_no_text_that_offices_paste_waits_for_its_words():
    assert [text for text in yaml.safe_load((TESTS / "building/office_texts.yml").read_text("utf-8")) if told(text)] == []


def test_every_text_that_the_template_shows_says_that_it_is_an_example():
    shown = (TEMPLATES / "records/dialogue.yml").read_text("utf-8")
    texts = re.findall(r"(?:topic|name|address|who|opinions_to|office|phone|reason|number|summary|field|text|agency): (\S[^}\n]*)", shown)
    assert len(texts) > 12 and [text for text in texts if text != "|" and not text.startswith(EXAMPLE)] == []
