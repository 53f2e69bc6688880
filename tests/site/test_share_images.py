"""The picture beside a link that is shared: light, the same each time, and whole for the longest words."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageFont

from generator.site.share_images import FONT, SIZE, ShareWords, share_image
from tests.places import CONTENT, TEMPLATES

WORDS = ShareWords(
    "Sổ đăng ký đối thoại với Nhân dân thành phố Hải Phòng", "Huyện Thuỷ Nguyên",
    "Bao giờ lãnh đạo đối thoại với Nhân dân", "Ban Dân vận Thành ủy Hải Phòng",
)
LONG = ShareWords(*(" ".join([text] * 6) for text, _, _ in WORDS.sized))


@pytest.mark.parametrize("words", [WORDS, LONG])
def test_it_is_of_the_size_that_messengers_ask_for_and_light(words):
    made = share_image(TEMPLATES, words)
    assert Image.open(io.BytesIO(made)).size == SIZE and len(made) <= 60_000


def test_the_same_words_give_the_same_bytes_and_others_do_not():
    assert share_image(TEMPLATES, WORDS) == share_image(TEMPLATES, WORDS) != share_image(TEMPLATES, LONG)


def test_the_font_has_every_letter_of_the_sample():
    font = ImageFont.truetype(TEMPLATES / FONT, 40, layout_engine=ImageFont.Layout.BASIC)
    missing = bytes(font.getmask("\U0010FFFF"))
    names = "".join(path.read_text("utf-8") for path in (CONTENT / "units").iterdir())
    assert [letter for letter in sorted(set(names)) if letter.isalpha() and bytes(font.getmask(letter)) == missing] == []
