"""A hundred content folders after somebody's slip: each is told file and line, or is sound, and loses nothing."""

from __future__ import annotations

import random
import re

import pytest

from tests.folders import files_of
from tests.run_command import run_on
from tests.sheets.offices import DK01, a_plan, a_sheet

STRANGE = ("\t", "\0", "\u202e", "\ufeff", "&a", "*a", "!!python/object:os.system", "{{ x }}", "- - - -", "'", '"', ": :", "---", "%YAML 9", "|",
           "[" * 40, "§èi tho¹i", "Ã¡»", "0912 345 678", "a" * 400, "1e400", "2023-02-30", "٢٠٢٣", "<script>", "=1+1", "\u2028", "…: …")


def torn(text: bytes, chance: random.Random) -> bytes:
    return text[: chance.randrange(len(text))]


def flipped(text: bytes, chance: random.Random) -> bytes:
    changed = bytearray(text)
    for _ in range(chance.randint(1, 20)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def in_another_encoding(text: bytes, chance: random.Random) -> bytes:
    return text.decode().encode(chance.choice(("utf-16", "cp1258", "utf-7", "utf-8-sig", "utf-32")), "replace")


def with_lines_moved(text: bytes, chance: random.Random) -> bytes:
    lines = text.splitlines(keepends=True)
    chance.shuffle(lines)
    return b"".join(lines)


def with_strange_text(text: bytes, chance: random.Random) -> bytes:
    lines = text.decode().splitlines()
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(lines))
        cut = chance.randint(0, len(lines[place]))
        lines[place] = lines[place][:cut] + chance.choice(STRANGE) + lines[place][cut:]
    return "\n".join(lines).encode()


def with_lines_doubled(text: bytes, chance: random.Random) -> bytes:
    lines = text.splitlines(keepends=True)
    place = chance.randrange(len(lines))
    return b"".join(lines[:place] + lines[place:] * chance.choice((2, 3)))


def huge(text: bytes, chance: random.Random) -> bytes:
    return text + b"# " + b"x" * chance.choice((10, 999_000, 3_000_000))


def emptied(text: bytes, chance: random.Random) -> bytes:
    return chance.choice((b"", b"\n", b"[]", b"null", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"))


def indented(text: bytes, chance: random.Random) -> bytes:
    return re.sub(rb"^ +", lambda found: b" " * chance.randint(0, 6), text, flags=re.MULTILINE)


SLIPS = (torn, flipped, in_another_encoding, with_lines_moved, with_strange_text, with_lines_doubled, huge, emptied, indented)


@pytest.mark.parametrize("seed", range(100))
def test_a_damaged_record_is_told_by_file_and_line_and_nothing_is_lost(content, tmp_path, seed):
    chance = random.Random(seed)
    record = chance.choice([path for path in sorted(content.rglob("*.yml")) if path.is_file()])
    record.write_bytes(SLIPS[seed % len(SLIPS)](record.read_bytes(), chance))
    before = files_of(content)
    sheet = a_sheet(tmp_path / "dk01.xlsx", DK01, a_plan(kind="Đột xuất"))
    checked = run_on(content, "check")
    assert checked.exception is None or isinstance(checked.exception, SystemExit), checked.exception
    if checked.exit_code == 0:
        return
    assert re.search(r"^[\w./-]+:\d+:\d+: .+  \[[a-z0-9-]+\]$", checked.stderr, re.MULTILINE | re.DOTALL), checked.stderr
    for arguments in (("postpone", "so-dau-dinh-ky", "--reason", "Bão"), ("import", str(sheet), "--apply"), ("open-year", "2024")):
        refused = run_on(content, *arguments)
        assert (type(refused.exception), refused.exit_code, files_of(content)) == (SystemExit, 1, before), refused.output
