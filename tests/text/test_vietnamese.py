import random
import unicodedata
from pathlib import Path

import pytest

from generator.text.vietnamese import composed, fold, nearest, slug, sort_key, spelling, unit_sort_key

ORDERED_BY_ICU = Path(__file__).parent / "vietnamese_order.txt"


@pytest.mark.parametrize("text, folded", [
    ("Đường đối thoại", "duong doi thoai"),
    ("Thuỷ Đường", "thuy duong"),
    ("Thủy Đường", "thuy duong"),
    ("  Hồng \t Bàng\n", "hong bang"),
    ("ƯU ĐÃI Ở ẤP", "uu dai o ap"),
    ("Số 15-TB/QU", "so 15-tb/qu"),
])
def test_folding_drops_accents_and_capitals_and_keeps_every_letter(text, folded):
    assert fold(text) == folded


def test_decomposed_text_folds_like_composed_text():
    assert fold(unicodedata.normalize("NFD", "Đồ Sơn, Thủy Nguyên")) == fold("Đồ Sơn, Thủy Nguyên")


@pytest.mark.parametrize("text, address", [
    ("Quận Đồ Sơn", "quan-do-son"),
    ("Lưu Kỳ / Lập Lễ", "luu-ky-lap-le"),
    ("../../etc/passwd", "etc-passwd"),
    ("???", ""),
])
def test_a_slug_is_small_ascii_letters_digits_and_single_hyphens(text, address):
    assert slug(text) == address


def test_sorting_agrees_with_icu():
    expected = ORDERED_BY_ICU.read_text(encoding="utf-8").splitlines()
    shuffled = random.Random(1).sample(expected, len(expected))
    assert sorted(shuffled, key=sort_key) == expected


def test_decomposed_text_sorts_like_composed_text():
    assert sort_key(unicodedata.normalize("NFD", "Đồ Sơn")) == sort_key("Đồ Sơn")


def test_units_sort_by_their_own_name_and_numbers_by_value():
    names = ["Quận Đồ Sơn", "Phường 10", "Xã An Lư", "Thị trấn An Dương", "Phường 2", "Huyện Dương Kinh"]
    assert sorted(names, key=unit_sort_key) == [
        "Phường 2", "Phường 10", "Thị trấn An Dương", "Xã An Lư", "Huyện Dương Kinh", "Quận Đồ Sơn",
    ]


def test_the_nearest_name_is_found_without_its_accents():
    assert nearest("Hong Bàg", ["Lê Chân", "Hồng Bàng", "Ngô Quyền"]) == "Hồng Bàng"


def test_a_name_like_no_other_has_no_nearest_name():
    assert nearest("Sa Pa", ["Lê Chân", "Hồng Bàng"]) is None


def test_one_spelling_serves_both_places_of_a_tone_mark():
    assert spelling("Huyện Thuỷ Nguyên") == spelling("Huyện Thủy Nguyên")


def test_spelling_tells_names_of_different_tones_and_letters_apart():
    assert len({spelling(name) for name in ("Sa Pa", "Sa Pả", "Minh Quán", "Minh Quân")}) == 4


@pytest.mark.parametrize("letter, read", [("\u00d0", "Đ"), ("\u00f0", "đ"), ("\u0189", "Đ")])
def test_letters_that_look_like_đ_are_read_and_folded_as_it(letter, read):
    assert composed(f"{letter}ường") == f"{read}ường" and fold(f"{letter}ường") == "duong"


def test_no_other_letter_is_read_as_another():
    assert {letter for code in range(0x20, 0x3000) if composed(letter := chr(code)) != unicodedata.normalize("NFC", letter)} == set("ÐðƉɖ")
