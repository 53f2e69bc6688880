"""A ZIP tells of each file what it is told, wherever it is made, and the same of the same files."""

from __future__ import annotations

import io
from stat import S_IFREG
from zipfile import ZIP_STORED, ZipFile

from generator.files.stored_zip import FIRST_MOMENT, READABLE, stored_zip

FILES = {"b.txt": b"two", "a/ng\u00e0y.txt": b"one"}


def told(content: bytes) -> list[tuple[object, ...]]:
    entries = ZipFile(io.BytesIO(content)).infolist()
    return [(one.filename, one.date_time, one.create_system, one.external_attr >> 16, one.compress_type) for one in entries]


def test_files_lie_stored_in_the_order_of_their_names_with_the_moment_and_mode_asked_for():
    moment, mode = (2023, 12, 31, 0, 0, 0), S_IFREG | READABLE
    assert told(stored_zip(FILES, moment, mode)) == [(name, moment, 3, mode, ZIP_STORED) for name in ("a/ngày.txt", "b.txt")]


def test_where_no_moment_is_asked_for_it_is_the_first_that_a_zip_can_tell():
    content = stored_zip(FILES)
    assert {entry[1:4] for entry in told(content)} == {(FIRST_MOMENT, 3, READABLE)}
    assert content == stored_zip(dict(reversed(FILES.items())))
