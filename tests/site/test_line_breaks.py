"""Where a line may not break."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from generator.site.line_breaks import counted, one_line_between_commas, unbroken_by
from generator.site.words import Words
from tests.places import TEMPLATES

UNBROKEN = unbroken_by(Words.read(TEMPLATES / "words.yml"))


@pytest.mark.parametrize(("title", "shown"), [
    ("Sổ đối thoại với Nhân dân thành phố A", "Sổ đối_thoại với Nhân_dân thành_phố A"),
    ("Đối thoại định kỳ của Bí thư Đảng ủy thị trấn B", "Đối_thoại định_kỳ của Bí_thư Đảng_ủy thị_trấn B"),
    ("Đối thoại tháng 8 năm 2023", "Đối_thoại tháng_8 năm_2023"),
], ids=["the register's name", "a dialogue", "a month"])
def test_a_title_breaks_within_no_word_that_reads_oddly_in_halves_and_before_no_number(title, shown):
    assert UNBROKEN(title) == shown.replace("_", "\u00a0")


def test_a_state_breaks_after_its_commas_alone():
    assert one_line_between_commas("Tạm hoãn, chưa có ngày mới") == "Tạm_hoãn, chưa_có_ngày_mới".replace("_", "\u00a0")


def test_a_count_of_a_state_breaks_after_its_commas_alone():
    assert counted("1.200", "vượt thẩm quyền, đã chuyển") == "1.200_vượt_thẩm_quyền, đã_chuyển".replace("_", "\u00a0")


def test_what_was_escaped_is_not_escaped_again():
    assert UNBROKEN(Markup("A &amp; B 1")) == Markup("A &amp; B\u00a01")
