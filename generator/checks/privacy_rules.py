"""Rules that keep citizens' identities out of the register.

Law 91/2025/QH15 Art. 16 and Decree 13/2023/NĐ-CP: publishing is a disclosure. No field is made for a citizen; these
rules refuse what slips into free text. Fields made for an office or a place (contact, venue, links) are left alone.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import cache
from typing import Any, Iterator, get_args

from pydantic import BaseModel

from generator.checks.finding import Check, Finding
from generator.keeping.memo import once
from generator.model import Correction, Dialogue, Document, Register, Source, Venue
from generator.model.who_and_where import Contact
from generator.reading.declared_fields import model_at
from generator.reading.dialogue_fields import path_of
from generator.reading.field_paths import FieldPath, names_in

_OFFICE_RECORDS = (Contact, Venue, Source, Document)
_OFFICE_FIELDS = frozenset({"url", "opinions_to", "attend_to", "number", "document_number", "legal_basis"})

_WORTH_READING = re.compile(r"[\d@(\[]")
_DASH = re.compile("[‐‒–—]")
_AT = r"(?:\s?@\s?|\s?[(\[](?:a|at|@|a còng)[)\]]\s?)"
_DOT = r"(?:\.|\s?[(\[](?:dot|chấm)[)\]]\s?)"
_AT_SIGN = re.compile(r"[@(\[](?:(?<=@)|[aA])")
"""What the next one finds holds this, which is looked for faster: it begins with one set of characters."""
_EMAIL = re.compile(
    rf"(?<![\w.+-])[\w.+-]+{_AT}(?:[\w-]+(?:{_DOT}[\w-]+)*{_DOT}[a-z]{{2,}}|(?:gmail|yahoo|hotmail|outlook)\b)", re.IGNORECASE
)
_EIGHT_DIGITS = re.compile(r"\d(?:[ .()·_-]{0,3}\d){7}")
"""What the next one finds holds this, which is looked for faster."""
_DIGITS = re.compile(r"(?<!\d)(?<!\d[.,-])[+(]{0,2}\d(?:[ .()·_-]{0,3}\d){7,13}(?!\w)(?!/(?!\(?\+?\d[\d .-]{6}))")
"""Eight to fourteen digits with what people write between them; a document's number goes on after a stroke."""
_DATE = re.compile(r"(?<![\d.])(?:0?[1-9]|[12]\d|3[01])([.-])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d(?!\d|[.-]\d{3})")
_MEASURE = re.compile(r"\s*(?:đồng|đ|vnđ|vnd|m2|m²|ha|triệu|nghìn)\b", re.IGNORECASE)
_IDENTITY = re.compile(r"\b(?:cmnd|cmt|cccd|chứng minh|căn cước)\b[^\d]{0,20}$", re.IGNORECASE)
_LINK = re.compile(r"(?<!\w)\w+://\S+")
NEAR = 40
"""Characters before a number in which words say what it is."""
_NUMBERING = re.compile(r"^(?=.*-)\D*\d{1,2}(?:\D+\d{1,2})*$")
"""As "01-02-03-04-05", which numbers things."""
_PHONE_NUMBER = re.compile(
    r"^(?:(?=.*\+|[^.]*$)\D*(?=8\D*4)\d(?:\D*\d){10,11}|\D*0\D*0\D*8\D*4.*|\D*0(?:\D*\d){9,10})$"
)
"""Ten or eleven digits from 0 on, or from abroad; groups of 84 with points between them may be money."""
_CITIZEN_NUMBER = re.compile(r"^\D*0(?:\D*\d){11}$")
_OLD_NUMBER = re.compile(r"^(?:\d{9}|\D*0(?:\D*\d){8})$")
_NINE_DIGITS = re.compile(r"^(?:\D*\d){9}$")
_PHONE = "số điện thoại"
_NUMBER = r"\d+[a-z]?\d?(?:/\d+[a-z]?)*"
_STREET = r"(?:đường|phố|ngõ|ngách|hẻm|kiệt)\b"
_NAMED = r"(?:đường|phố|ngõ|ngách|hẻm|kiệt)\s+(?=\d|(?-i:[A-ZĐÀ-Ỹ]))"
_HOUSE = re.compile(
    rf"\b(?:số nhà|nhà số)\s{{0,3}}:?\s{{0,3}}\d+|\bs\.?n\.?\s*{_NUMBER},?\s+{_STREET}|\bsố\s+{_NUMBER},?\s+{_STREET}"
    rf"|\bnhà\s+{_NUMBER},?\s+{_NAMED}|(?<![\w/])\d+[a-z]?(?:/\d+[a-z]?)+,?\s+{_NAMED}",
    re.IGNORECASE,
)
_SIGN_OF_A_HOUSE = re.compile(rf"[\dsn](?:(?:ố nhà|hà số)\s{{0,3}}:?\s{{0,3}}\d|(?<=\d)[a-z]?,?\s+{_STREET})", re.IGNORECASE)
"""What the last one finds holds this, which is looked for faster: it begins with one set of letters."""
_NOT_A_HOUSE = re.compile(
    r"\b(?:tổ|phố|khu|cư|thôn|xóm|ấp|cụm|đội|trạm|bơm|áp|chợ|cột|cầu|cống|trường|học|non|sở|tuyến|hồ|kênh|mương|lộ|lô"
    r"|ngõ|ngách|hẻm|kiệt|đường|ngày)\s+$",
    re.IGNORECASE,
)
"""Words before a number that is not a house's: that of a group of houses, of a school, of an alley, or a day."""


def text_holds_no_phone_or_identity_number(register: Register, today: date) -> Iterator[Finding]:
    """Phone numbers, CCCD (12 digits) and CMND (9 digits) never stand in text about citizens."""
    for record, path, text in _texts(register, _EIGHT_DIGITS):
        links = [link.span() for link in _LINK.finditer(text)]
        for match in _DIGITS.finditer(_DATE.sub(lambda date: "x" * len(date.group()), text)):
            if kind := _kind_of_number(match, text, links):
                must = f"không được có {kind}"
                must += "; số của cơ quan ghi ở participation.contact" if kind == _PHONE else ""
                yield Finding(record, path, must, match.group())


def text_holds_no_email_address(register: Register, today: date) -> Iterator[Finding]:
    """An office's address has a field of its own."""
    for record, path, text in _texts(register, _AT_SIGN):
        if match := _EMAIL.search(text):
            must = "không được có địa chỉ thư điện tử; của cơ quan thì ghi ở participation.contact"
            yield Finding(record, path, must, match.group())


def text_holds_no_house_number(register: Register, today: date) -> Iterator[Finding]:
    """An area is not below a hamlet or a street; a venue's address has a field of its own."""
    for record, path, text in _texts(register, _SIGN_OF_A_HOUSE):
        match = next((match for match in _HOUSE.finditer(text) if not _stands_after(_NOT_A_HOUSE, text, match)), None)
        if match:
            must = "không được có số nhà; chỉ ghi đến thôn, tổ dân phố hoặc tên đường"
            yield Finding(record, path, must, match.group())


def _kind_of_number(match: re.Match[str], text: str, links: list[tuple[int, int]]) -> str | None:
    """``personal_data.js`` decides alike."""
    written = match.group()
    if _MEASURE.match(text, match.end()) or _NUMBERING.search(written):
        return None
    if _PHONE_NUMBER.search(written):
        return _PHONE
    if any(start < match.start() < end for start, end in links):
        return None
    if _CITIZEN_NUMBER.search(written):
        return "số căn cước công dân"
    if _OLD_NUMBER.search(written) or (_NINE_DIGITS.search(written) and _stands_after(_IDENTITY, text, match)):
        return "số chứng minh nhân dân"
    return None


def _stands_after(words: re.Pattern[str], text: str, number: re.Match[str]) -> bool:
    return words.search(text, max(0, number.start() - NEAR), number.start()) is not None


def _texts(register: Register, sign: re.Pattern[str]) -> Iterator[tuple[str, FieldPath, str]]:
    """Those that hold the ``sign``, and a digit, an @ or a bracket, without which no rule here finds anything."""
    for dialogue in register.dialogues.values():
        for path, text in _texts_of(dialogue):
            if sign.search(text):
                yield f"dialogues/{dialogue.id}", path, text
    for year, submissions in register.submissions.items():
        for path, text in _gather(submissions, ("submissions",), []):
            if sign.search(text):
                yield f"submissions/{year}", path, text


@once
def _texts_of(dialogue: Dialogue) -> tuple[tuple[FieldPath, str], ...]:
    return tuple(_gather(dialogue, (), []))


def _gather(
    value: str | BaseModel | tuple[Any, ...], path: FieldPath, found: list[tuple[FieldPath, str]]
) -> list[tuple[FieldPath, str]]:
    """``found`` with the texts in the value, which stands at the path."""
    if isinstance(value, str):
        if _WORTH_READING.search(value):
            found.append((path, _DASH.sub("-", unicodedata.normalize("NFKC", value))))
    elif isinstance(value, tuple):
        for position, part in enumerate(value):
            _gather(part, (*path, position), found)
    else:
        facts = vars(value)
        for name in _names_of_texts(type(value)):
            if (part := facts[name]) and not (name == "was" and isinstance(value, Correction) and _is_of_an_office(value)):
                _gather(part, (*path, name), found)
    return found


def _is_of_an_office(correction: Correction) -> bool:
    """What had been published in a field made for an office or a place was allowed there."""
    path = path_of(correction.field or "") or ()
    return issubclass(model_at(Dialogue, path[:-1]), _OFFICE_RECORDS) or not _OFFICE_FIELDS.isdisjoint(names_in(path))


@cache
def _names_of_texts(kind: type[BaseModel]) -> tuple[str, ...]:
    """Names of fields that may hold text that nobody made for an office or a place, or records with such fields."""
    if issubclass(kind, _OFFICE_RECORDS):
        return ()
    return tuple(
        name for name, field in kind.model_fields.items() if name not in _OFFICE_FIELDS and _may_hold_text(field.annotation)
    )


def _may_hold_text(annotation: Any) -> bool:
    """A text, a record, or any number of them."""
    is_record = isinstance(annotation, type) and issubclass(annotation, BaseModel)
    return annotation is str or is_record or any(map(_may_hold_text, get_args(annotation)))


PATTERNS = {
    "dash": _DASH, "date": _DATE, "digits": _DIGITS, "measure": _MEASURE, "numbering": _NUMBERING, "phone": _PHONE_NUMBER,
    "link": _LINK, "citizen": _CITIZEN_NUMBER, "old": _OLD_NUMBER, "nine": _NINE_DIGITS, "identity": _IDENTITY,
    "email": _EMAIL, "house": _HOUSE, "notAHouse": _NOT_A_HOUSE,
}
"""What the form that writes a record looks for in a browser, by the names that ``personal_data.js`` gives them."""

CHECKS: tuple[Check, ...] = (
    text_holds_no_phone_or_identity_number, text_holds_no_email_address, text_holds_no_house_number,
)
