"""The files beside the records that are published as they are written: pages in Markdown, pictures and documents."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import Iterator

from generator.files.folder_walk import walk
from generator.keeping.fingerprints import fingerprint
from generator.model import addresses
from generator.model.handbook_addresses import BOOKLET, ROLES
from generator.reading.decoded_text import decoded, no_file_problem, problem_of_file
from generator.reading.known_records import KnownRecords
from generator.reading.page_text import page_text_problems
from generator.reading.problems import Problem

PICTURES = ("jpg", "jpeg", "png", "webp", "gif")
"""No SVG, which can hold scripts and ask other hosts."""
DOCUMENTS = ("pdf", "doc", "docx", "xls", "xlsx", "odt", "ods", "csv", "txt")
KINDS = ("md", *PICTURES, *DOCUMENTS)
_NAME = re.compile(r"\w[\w .()-]*")
_OF_THE_REGISTER = frozenset((
    addresses.HOME, addresses.CALENDAR, addresses.UNITS, addresses.COMMUNES, addresses.CONCLUSIONS, addresses.COMMITMENTS,
    addresses.PROGRESS, addresses.SUBSCRIBE, addresses.DOWNLOADS, addresses.SEARCH, addresses.RECORD_FORM,
    addresses.RECORD_EDITOR, addresses.CORRECTIONS, addresses.NEWS, addresses.RELEASES, BOOKLET, *ROLES.values(), "robots.txt",
))
"""Addresses that the register makes itself in any case. A page at that of a unit or a record is seen when that is gone."""


def page_addresses(folder: Path) -> tuple[str, ...]:
    """Of the pages written by hand in Markdown below it."""
    paths = sorted(path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.md"))
    return tuple(map(_address_of, paths))


def page_address(path: str) -> str:
    """Of the page in Markdown at a path below the folder of pages."""
    return _address_of(path.removesuffix(".md"))


def _address_of(name: str) -> str:
    """A folder's own page is called index or, as MkDocs has it too, README."""
    path = PurePosixPath(name)
    parts = path.parts[:-1] if path.name in ("index", "README") else path.parts
    return "".join(f"{part}/" for part in parts)


def page_problems(content: Path, known: KnownRecords | None = None) -> list[Problem]:
    """Of all files below ``pages``; a link that leads out of the content folder is not followed.

    What is ``known`` to be sound is not asked again.
    """
    key = fingerprint("pages", known.program) if known else b""
    sound: frozenset[bytes] = (known.store.get(key) if known else None) or frozenset()
    problems: list[Problem] = []
    found_sound: set[bytes] = set()
    standing: dict[str, str] = {}
    for found in walk(content, "pages"):
        if found.leads_out or found.is_link_to_folder:
            continue
        in_name = [*page_name_problems(found.path), *page_address_problems(found.path), *_taken_problems(found.path, standing)]
        problems += in_name
        if not (content / found.path).is_file():  # a link that leads nowhere, or a folder, whose name is a problem already
            problems += [] if in_name else [no_file_problem(found.path)]
        elif found.path.endswith(".md"):
            written = (content / found.path).read_bytes()
            digest = fingerprint(found.path, written)
            in_page = [] if digest in sound else list(_page_problems(found.path, written))
            problems += in_page
            found_sound |= set() if in_page else {digest}
    if known and found_sound != sound:
        known.store.put(key, frozenset(found_sound))
    return problems


def page_name_problems(path: str) -> Iterator[Problem]:
    """Of a file at ``path`` below the content folder, whatever is in it."""
    name = PurePosixPath(path)
    ending = name.suffix.removeprefix(".")
    if ending not in KINDS and ending.lower() not in (*PICTURES, *DOCUMENTS):  # as cameras write them
        must = f"tệp trong pages phải là trang viết bằng Markdown, ảnh hoặc văn bản, đuôi là một trong: {', '.join(KINDS)}"
        yield problem_of_file(path, "page-file-is-of-a-known-kind", must, found=name.name, example="pages/anh-hoi-nghi.png")
    if not all(map(_NAME.fullmatch, name.parts)):
        must = "tên tệp và thư mục trong pages chỉ gồm chữ, số, dấu gạch nối, dấu cách và dấu chấm"
        yield problem_of_file(path, "page-file-name-is-plain", must, found=name.name, example="pages/anh-hoi-nghi.png")


def page_address_problems(path: str) -> Iterator[Problem]:
    """Of a file that nobody would see, since what the register makes at its address stands there."""
    below = path.removeprefix("pages/")
    address = page_address(below) if below.endswith(".md") else below
    if address in _OF_THE_REGISTER:
        must = "phải có tên khác, vì trang của sổ có tên này"
        yield problem_of_file(path, "page-has-its-own-address", must, found=below, example="pages/hoi-dap.md")


def _taken_problems(path: str, standing: dict[str, str]) -> Iterator[Problem]:
    """Of a page at the address of another, of which nobody would see one; ``standing`` has those before it, by address."""
    if not path.endswith(".md"):
        return
    below = path.removeprefix("pages/")
    other = standing.setdefault(page_address(below), path)
    if other != path:
        must = f"phải có tên khác, vì {other} có cùng địa chỉ trên trang"
        yield problem_of_file(path, "page-has-its-own-address", must, found=below, example="pages/hoi-dap.md")


def _page_problems(path: str, written: bytes) -> Iterator[Problem]:
    """Of the text as MkDocs reads it: what a record would be rid of is still in it."""
    try:
        yield from page_text_problems(path, re.sub("\r\n?", "\n", written.decode("utf-8-sig")))
    except UnicodeDecodeError:
        yield from decoded(path, written)[1]
