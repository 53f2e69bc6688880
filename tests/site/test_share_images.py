"""The picture beside a link that is shared: light, the same each time, and whole for the longest words."""

from __future__ import annotations

import io
import zlib
from itertools import pairwise

import pytest
from PIL import Image, ImageFont

from generator.site.share_images import FONT, GROUND, INK, MARK, SIZE, ShareWords, share_image
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


@pytest.mark.parametrize("words", [WORDS, LONG])
def test_it_is_sound_to_its_last_row(words):
    """A browser is content with less; other readers hold what is packed against its check."""
    made = share_image(TEMPLATES, words)
    packed = made[made.index(b"IDAT") + 4:made.index(b"IEND") - 8]
    assert len(zlib.decompress(packed)) == (1 + SIZE[0] // 2) * SIZE[1]
    Image.open(io.BytesIO(made)).verify()  # the checks of its parts
    drawn = Image.open(io.BytesIO(made)).convert("RGB")
    assert all(drawn.getpixel((23, row)) == MARK and drawn.getpixel((24, row)) == GROUND for row in range(SIZE[1]))


def test_each_line_stands_below_the_one_before_and_apart_from_it():
    drawn = Image.open(io.BytesIO(share_image(TEMPLATES, WORDS))).convert("RGB").crop((24, 0, *SIZE))
    has_ink = [INK in {colour for _, colour in drawn.crop((0, row, drawn.width, row + 1)).getcolors()} for row in range(SIZE[1])]
    assert sum(after and not before for before, after in pairwise(has_ink)) == len(WORDS.sized)


def test_the_same_words_give_the_same_bytes_and_others_do_not():
    assert share_image(TEMPLATES, WORDS) == share_image(TEMPLATES, WORDS) != share_image(TEMPLATES, LONG)


def test_the_font_has_every_letter_of_the_sample():
    font = ImageFont.truetype(TEMPLATES / FONT, 40, layout_engine=ImageFont.Layout.BASIC)
    missing = bytes(font.getmask("\U0010FFFF"))
    names = "".join(path.read_text("utf-8") for path in (CONTENT / "units").iterdir())
    assert [letter for letter in sorted(set(names)) if letter.isalpha() and bytes(font.getmask(letter)) == missing] == []
