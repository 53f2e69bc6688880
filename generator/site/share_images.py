"""The picture that a messenger shows beside a link: words on the register's ground, drawn with a font that comes along."""

from __future__ import annotations

import struct
import unicodedata
import zlib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Iterable, NamedTuple

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

SIZE = 1200, 630
"""In pixels: what messengers ask for (The Open Graph protocol names none)."""
FONT = "fonts/BeVietnamPro-Bold.ttf"
GROUND, INK, MARK = (127, 29, 29), (255, 255, 255), (245, 196, 81)
_SHADES = 15
"""Of ink on the ground; one more colour is the mark's, and ``_BITS`` a pixel hold them all."""
_BITS = 4
_LEFT, _RIGHT, _TOP, _LINE, _MARK_WIDTH = 90, 1120, 60, 1.3, 24


class ShareWords(NamedTuple):
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
    strips: list[_Strip] = []
    font, top, filled = templates / FONT, _TOP, 0
    for text, size, above in words.sized:
        top += above
        for line in _lines(unicodedata.normalize("NFC", text), font, size):
            if top + line.height > SIZE[1]:
                break
            strips += [_ground(top - filled), line]
            top = filled = top + line.height
    return _png([*strips, _ground(SIZE[1] - filled)])


class _Strip(NamedTuple):
    """Some rows of the picture, four bits a pixel, each after the byte that names its filter, which is none; ``packed`` stands
    for itself wherever the strip lies."""

    height: int
    rows: bytes
    packed: bytes


def _strip(height: int, rows: bytes) -> _Strip:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS, strategy=zlib.Z_RLE)
    return _Strip(height, rows, packer.compress(rows) + packer.flush(zlib.Z_FULL_FLUSH))


def _png(strips: Iterable[_Strip]) -> bytes:
    """Put together here, since a library packs each picture whole, which takes longer than all else about it, and only the
    place is another in each (PNG, third edition, 5.2 and 11.2; RFC 1950, 2.2; RFC 1951, 3.2.3)."""
    header = struct.pack(">2I5B", *SIZE, _BITS, 3, 0, 0, 0)  # 3: of a palette
    palette = bytes(part for shade in range(_SHADES) for part in _blend(shade)) + bytes(MARK)
    packed, check = [b"\x78\x01"], 1
    for strip in strips:
        packed.append(strip.packed)
        check = zlib.adler32(strip.rows, check)
    packed += [b"\x03\x00", check.to_bytes(4)]  # an empty block, the last
    chunks = (b"IHDR", header), (b"PLTE", palette), (b"IDAT", b"".join(packed)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        len(content).to_bytes(4) + name + content + zlib.crc32(name + content).to_bytes(4) for name, content in chunks
    )


def _ground(height: int) -> _Strip:
    row = b"\0" + _MARK_WIDTH * _BITS // 8 * b"\xff"
    return _strip(height, row.ljust(1 + SIZE[0] * _BITS // 8, b"\0") * height)


@lru_cache(maxsize=32)
def _lines(text: str, font: Path, size: int) -> tuple[_Strip, ...]:
    """Each line drawn by itself. All but the place are the same for every unit, of which there may be hundreds."""
    from PIL import Image, ImageDraw  # few builds have one to draw

    loaded, drawn, height, before = _loaded(font, size), [], round(size * _LINE), 8 // _BITS
    for line in _broken(text, loaded):
        image = Image.new("L", (before + SIZE[0], height), 0)
        draw = ImageDraw.Draw(image)
        draw.text((before + _LEFT, 0), line, fill=_SHADES - 1, font=loaded)
        draw.rectangle((before, 0, before + _MARK_WIDTH - 1, height), fill=_SHADES)
        drawn.append(_strip(height, image.convert("P").tobytes("raw", f"P;{_BITS}")))
    return tuple(drawn)


def _loaded(font: Path, size: int) -> FreeTypeFont:
    from PIL import ImageFont

    return ImageFont.truetype(font, size, layout_engine=ImageFont.Layout.BASIC)


def _broken(text: str, font: FreeTypeFont) -> list[str]:
    """As many words on each line as there is room for."""
    if font.getlength(whole := " ".join(text.split())) <= _RIGHT - _LEFT:
        return [whole]
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
