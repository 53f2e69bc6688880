"""The picture that a messenger shows beside a link: words on the register's ground, drawn with a font that comes along."""

from __future__ import annotations

import io
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

SIZE = 1200, 630
"""In pixels: what messengers ask for (The Open Graph protocol names none)."""
FONT = "fonts/BeVietnamPro-Bold.ttf"
GROUND, INK, MARK = (127, 29, 29), (255, 255, 255), (245, 196, 81)
_SHADES = 15
"""Of ink on the ground; one more colour is the mark's, and four bits a pixel hold them all."""
_LEFT, _RIGHT, _TOP, _LINE = 90, 1120, 60, 1.3
_BEARING = 10
"""Room for what a letter has to the left of its place."""
_RUN_LENGTHS = 3
"""zlib's Z_RLE: half the time of its default, for a fifth more bytes of a picture that is mostly ground."""


@dataclass(frozen=True)
class ShareWords:
    """From top to bottom: whose register it is, the place, what it tells of it, who publishes it."""

    register: str
    place: str
    about: str
    publisher: str

    @property
    def sized(self) -> tuple[tuple[str, int, int], ...]:
        """Each with its size and the space above it, in pixels."""
        return (self.register, 34, 0), (self.place, 84, 40), (self.about, 46, 30), (self.publisher, 34, 50)


def share_image(templates: Path, words: ShareWords) -> bytes:
    """A PNG, the same bytes for the same words; a line that the picture has no room for is left out."""
    from PIL import Image, ImageDraw  # few builds have one to draw

    drawn, top = Image.new("P", SIZE, 0), _TOP
    for text, size, above in words.sized:
        top += above
        for line in _lines(unicodedata.normalize("NFC", text), templates / FONT, size):
            if top + size * _LINE > SIZE[1]:
                break
            drawn.paste(line, (_LEFT - _BEARING, top))
            top += line.height
    ImageDraw.Draw(drawn).rectangle((0, 0, 24, SIZE[1]), fill=_SHADES)
    drawn.putpalette([*(part for shade in range(_SHADES) for part in _blend(shade)), *MARK])
    file = io.BytesIO()
    drawn.save(file, "PNG", bits=4, compress_type=_RUN_LENGTHS)
    return file.getvalue()


@lru_cache(maxsize=16)
def _lines(text: str, font: Path, size: int) -> tuple[Image, ...]:
    """Each line drawn by itself, in shades. All but the place are the same for every unit, of which there may be hundreds."""
    from PIL import Image, ImageDraw, ImageFont

    loaded, drawn = ImageFont.truetype(font, size, layout_engine=ImageFont.Layout.BASIC), []
    for line in _broken(text, loaded):
        image = Image.new("L", (SIZE[0] - _LEFT + _BEARING, round(size * _LINE)), 0)
        ImageDraw.Draw(image).text((_BEARING, 0), line, fill=255, font=loaded)
        drawn.append(image.point([value * (_SHADES - 1) // 255 for value in range(256)]).convert("P"))
    return tuple(drawn)


def _broken(text: str, font: FreeTypeFont) -> list[str]:
    """As many words on each line as there is room for."""
    lines: list[str] = []
    for word in text.split():
        if lines and font.getlength(longer := f"{lines[-1]} {word}") <= _RIGHT - _LEFT:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _blend(shade: int) -> tuple[int, ...]:
    return tuple(
        ground + (ink - ground) * shade // (_SHADES - 1) for ground, ink in zip(GROUND, INK, strict=True)
    )
