"""Rules that keep citizens' identities out of the register.

Law 91/2025/QH15 Art. 16 and Decree 13/2023/NĐ-CP: publishing is a disclosure. No field is made for a citizen; these
rules refuse what slips into text. Fields made for an office or a place (contact, venue, links) may hold an office's
telephone, address and e-mail address, and nothing else of these.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Callable, Iterator, Mapping

from pydantic import BaseModel

from generator.checks.finding import Check, Finding
from generator.checks.personal_data import Found, Trace, find, readable
from generator.checks.personal_homes import PERSONAL_HOMES
from generator.checks.personal_matters import PERSONAL_MATTERS
from generator.checks.personal_names import NAMES
from generator.checks.personal_numbers import PERSONAL_NUMBERS
from generator.checks.personal_profiles import PERSONAL_PROFILES
from generator.checks.texts import records_in, texts_in
from generator.keeping.memo import once
from generator.model import Register
from generator.reading.field_paths import FieldPath
from generator.text.vietnamese import composed

TRACES: tuple[Trace, ...] = (*PERSONAL_PROFILES, *PERSONAL_MATTERS, *PERSONAL_HOMES, *PERSONAL_NUMBERS)


def _finder(traces: tuple[Trace, ...]) -> Callable[[str], tuple[Found, ...]]:
    """Most texts of a register stand in it many times: names of offices, of places, of fields of work."""

    @lru_cache(16_384)
    def found(text: str) -> tuple[Found, ...]:
        return tuple(find(readable(text), traces))

    return found


_found_anywhere = _finder(TRACES)
_found_for_an_office = _finder(tuple(trace for trace in TRACES if not trace.may_be_an_offices))
_found_names = _finder(NAMES)


def text_holds_no_phone_or_identity_number(register: Register, today: date) -> Iterator[Finding]:
    """Phone numbers, CCCD (12 digits), CMND (9 digits) and passports never stand in text about citizens."""
    return _told(register, text_holds_no_phone_or_identity_number)


def text_holds_no_email_address(register: Register, today: date) -> Iterator[Finding]:
    """An office's address has a field of its own."""
    return _told(register, text_holds_no_email_address)


def text_holds_no_house_number(register: Register, today: date) -> Iterator[Finding]:
    """An area is not below a hamlet or a street; a venue's address has a field of its own."""
    return _told(register, text_holds_no_house_number)


def text_holds_no_account_or_card_number(register: Register, today: date) -> Iterator[Finding]:
    """Bank accounts, a person's tax number, insurance numbers and number plates lead to one person."""
    return _told(register, text_holds_no_account_or_card_number)


def text_holds_no_birth_date_or_illness(register: Register, today: date) -> Iterator[Finding]:
    """When somebody was born tells who it is; an illness is sensitive personal data (Decree 13/2023/NĐ-CP Art. 2)."""
    return _told(register, text_holds_no_birth_date_or_illness)


def text_holds_no_private_profile(register: Register, today: date) -> Iterator[Finding]:
    """A page of a person's own in a social network names that person."""
    return _told(register, text_holds_no_private_profile)


def text_names_nobody(register: Register, today: date) -> Iterator[Finding]:
    """A name after "ông", "bà", "anh" or "chị" may be a citizen's, or a place's: a person has to look. Where a unit of the
    register is itself called so, as Cô Tô is, its name is that."""
    units = {composed(unit.own_name) for unit in (*register.units.values(), *register.elsewhere.values())}
    return (finding for finding in _told(register, text_names_nobody) if finding.found not in units)


KINDS: Mapping[Check, Mapping[str, str]] = {
    text_holds_no_phone_or_identity_number: {
        "mobile": "không được có số điện thoại di động; cơ quan thì ghi số máy bàn ở participation.contact",
        "phone": "không được có số điện thoại; số của cơ quan ghi ở participation.contact",
        "citizen": "không được có số căn cước công dân",
        "old": "không được có số chứng minh nhân dân",
        "passport": "không được có số hộ chiếu",
    },
    text_holds_no_email_address: {
        "email": "không được có địa chỉ thư điện tử; của cơ quan thì ghi ở participation.contact",
    },
    text_holds_no_house_number: {
        "house": "không được có số nhà; chỉ ghi đến thôn, tổ dân phố hoặc tên đường",
        "plot": "không được có số thửa, số sổ đỏ của một hộ",
    },
    text_holds_no_account_or_card_number: {
        "account": "không được có số tài khoản, số thẻ của cá nhân",
        "tax": "không được có mã số thuế của cá nhân",
        "social-insurance": "không được có số sổ bảo hiểm xã hội",
        "health-insurance": "không được có số thẻ bảo hiểm y tế",
        "paper": "không được có số giấy tờ, sổ, thẻ của cá nhân",
        "plate": "không được có biển số xe",
    },
    text_holds_no_birth_date_or_illness: {
        "birth": "không được có ngày sinh, năm sinh của một người",
        "illness": "không được nêu bệnh tật của một người",
        "matter": "không được nêu án tù, tôn giáo, đảng tịch của một người",
    },
    text_holds_no_private_profile: {"profile": "không được có trang mạng xã hội của cá nhân"},
    text_names_nobody: {"name": "có vẻ nêu tên người; chỉ ghi chức danh, hoặc 'một người dân'"},
}
"""For each rule the kinds of traces that break it, each with what must not be there."""


def _told(register: Register, rule: Check) -> Iterator[Finding]:
    found_in = _named_in if rule is text_names_nobody else _found_in
    for record, value, beginning in records_in(register):
        for path, kind, text in found_in(value):
            if kind in KINDS[rule]:
                yield Finding(record, (*beginning, *path), KINDS[rule][kind], text)


@once
def _found_in(record: BaseModel) -> tuple[tuple[FieldPath, str, str], ...]:
    """What leads to a person, by its place and its kind."""
    return tuple(
        (path, found.kind, found.text) for path, text, of_office in texts_in(record)
        for found in (_found_for_an_office if of_office else _found_anywhere)(text)
    )


def _named_in(record: BaseModel) -> Iterator[tuple[FieldPath, str, str]]:
    for path, text, _ in texts_in(record):
        for found in _found_names(text):
            yield path, found.kind, found.text


CHECKS: tuple[Check, ...] = (
    text_holds_no_phone_or_identity_number, text_holds_no_email_address, text_holds_no_house_number,
    text_holds_no_account_or_card_number, text_holds_no_birth_date_or_illness, text_holds_no_private_profile,
)
REVIEWS: tuple[Check, ...] = (text_names_nobody,)
"""These only ask."""
