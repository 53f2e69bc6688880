"""Rules that keep citizens' identities out of the register.

Law 91/2025/QH15 Art. 16 and Decree 13/2023/NĐ-CP: publishing is a disclosure. No field is made for a citizen; these
rules refuse what slips into free text. Fields made for an office or a place (contact, venue, links) are left alone.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Any, Iterator

from pydantic import BaseModel

from generator.checks.finding import Check, Finding
from generator.model import Dialogue, Register, Source, Venue
from generator.model.dialogue import Contact, Document
from generator.status import once

_OFFICE_RECORDS = (Contact, Venue, Source, Document)
_OFFICE_FIELDS = frozenset({"url", "opinions_to", "attend_to", "number", "document_number", "legal_basis"})

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(\.[\w-]+)+")
_DIGITS = re.compile(r"(?<![\d/])(?<!\d[.,-])[+(]?\d(?:(?:[ .-]{0,2}|\)[ .-]?)\d){7,12}(?![\w/])")
_SUSPECT = re.compile(r"[\d@]")
_PHONE = "số điện thoại"
_HOUSE = re.compile(
    r"\b(?:số nhà|nhà số)\s*\d+|\bsố\s+\d+[a-z]?(?:/\d+[a-z]?)*,?\s+(?:đường|phố|ngõ|ngách|hẻm|kiệt)\b"
    r"|(?<![\w/])\d+[a-z]?(?:/\d+[a-z]?)+\s+(?:đường|phố|ngõ|ngách|hẻm|kiệt)\b",
    re.IGNORECASE,
)


def text_holds_no_phone_or_identity_number(register: Register, today: date) -> Iterator[Finding]:
    """Phone numbers, CCCD (12 digits) and CMND (9 digits) never stand in text about citizens."""
    for record, path, text in _texts(register):
        for match in _DIGITS.finditer(text):
            if kind := _kind_of_number(match.group()):
                must = f"không được có {kind}"
                must += "; số của cơ quan ghi ở participation.contact" if kind == _PHONE else ""
                yield Finding(record, path, must, match.group())


def text_holds_no_email_address(register: Register, today: date) -> Iterator[Finding]:
    """An office's address has a field of its own."""
    for record, path, text in _texts(register):
        if match := _EMAIL.search(text):
            must = "không được có địa chỉ thư điện tử; của cơ quan thì ghi ở participation.contact"
            yield Finding(record, path, must, match.group())


def text_holds_no_house_number(register: Register, today: date) -> Iterator[Finding]:
    """An area is not below a hamlet or a street; a venue's address has a field of its own."""
    for record, path, text in _texts(register):
        if match := _HOUSE.search(text):
            must = "không được có số nhà; chỉ ghi đến thôn, tổ dân phố hoặc tên đường"
            yield Finding(record, path, must, match.group())


def _kind_of_number(written: str) -> str | None:
    digits = re.sub(r"\D", "", written)
    if digits.startswith("84") and len(digits) in (11, 12) and (written.startswith("+") or digits == written):
        return _PHONE
    if digits.startswith("0") and len(digits) in (10, 11):
        return _PHONE
    if len(digits) == 12 and digits.startswith("0"):
        return "số căn cước công dân"
    if len(digits) == 9 and (digits == written or digits.startswith("0")):
        return "số chứng minh nhân dân"
    return None


def _texts(register: Register) -> Iterator[tuple[str, tuple, str]]:
    """Those that hold a digit or an @, without which no rule here finds anything."""
    for dialogue in register.dialogues.values():
        for path, text in _texts_of(dialogue):
            yield f"dialogues/{dialogue.id}", path, text
    for year, submissions in register.submissions.items():
        for path, text in _texts_in(submissions, ("submissions",)):
            yield f"submissions/{year}", path, text


@once
def _texts_of(dialogue: Dialogue) -> tuple[tuple[tuple, str], ...]:
    return tuple((path, text) for path, text in _texts_in(dialogue, ()) if _SUSPECT.search(text))


def _texts_in(value: Any, path: tuple) -> Iterator[tuple[tuple, str]]:
    if isinstance(value, _OFFICE_RECORDS):
        return
    if isinstance(value, BaseModel):
        written = value.model_fields_set - _OFFICE_FIELDS
        for name in filter(written.__contains__, type(value).model_fields):
            yield from _texts_in(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for position, part in enumerate(value):
            yield from _texts_in(part, (*path, position))
    elif type(value) is str:
        yield path, unicodedata.normalize("NFKC", value)


CHECKS: tuple[Check, ...] = (
    text_holds_no_phone_or_identity_number, text_holds_no_email_address, text_holds_no_house_number,
)
