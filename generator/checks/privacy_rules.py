"""Rules that keep citizens' identities out of the register.

Law 91/2025/QH15 Art. 16 and Decree 13/2023/NĐ-CP: publishing is a disclosure. No field is made for a citizen; these
rules refuse what slips into text. Fields made for an office or a place (contact, venue, links) may hold an office's
telephone, address and e-mail address, and nothing else of these.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any, Iterator, Mapping, get_args, get_origin

from pydantic import BaseModel

from generator.checks.finding import Check, Finding
from generator.checks.personal_data import Trace, find, readable
from generator.checks.personal_homes import PERSONAL_HOMES
from generator.checks.personal_numbers import PERSONAL_NUMBERS
from generator.checks.personal_words import NAMES, PERSONAL_WORDS
from generator.keeping.memo import once
from generator.model import Correction, Dialogue, Document, Register, Source, Venue
from generator.model.who_and_where import Contact
from generator.reading.declared_fields import model_at
from generator.reading.dialogue_fields import path_of
from generator.reading.field_paths import FieldPath, names_in

_OFFICE_RECORDS = (Contact, Venue, Source, Document)
_OFFICE_FIELDS = frozenset({
    "url", "opinions_to", "attend_to", "number", "document_number", "legal_basis", "source_url", "address", "new_file",
})
_IDS = frozenset({"id", "unit", "serves", "audiences", "predecessors", "successors", "file", "basis"})
"""Fields whose form leaves no room for anything about a person."""

TRACES: tuple[Trace, ...] = (*PERSONAL_WORDS, *PERSONAL_HOMES, *PERSONAL_NUMBERS)

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
    """A name after "ông", "bà", "anh" or "chị" may be a citizen's, or a place's: a person has to look."""
    return _told(register, text_names_nobody)


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
    text_holds_no_house_number: {"house": "không được có số nhà; chỉ ghi đến thôn, tổ dân phố hoặc tên đường"},
    text_holds_no_account_or_card_number: {
        "account": "không được có số tài khoản, số thẻ của cá nhân",
        "tax": "không được có mã số thuế của cá nhân",
        "social-insurance": "không được có số sổ bảo hiểm xã hội",
        "health-insurance": "không được có số thẻ bảo hiểm y tế",
        "plate": "không được có biển số xe",
    },
    text_holds_no_birth_date_or_illness: {
        "birth": "không được có ngày sinh, năm sinh của một người",
        "illness": "không được nêu bệnh tật của một người",
    },
    text_holds_no_private_profile: {"profile": "không được có trang mạng xã hội của cá nhân"},
    text_names_nobody: {"name": "có vẻ nêu tên người; chỉ ghi chức danh, hoặc 'một người dân'"},
}
"""For each rule the kinds of traces that break it, each with what must not be there."""


def _told(register: Register, rule: Check) -> Iterator[Finding]:
    found_in = _named_in if rule is text_names_nobody else _found_in
    for record, value, beginning in _records(register):
        for path, kind, text in found_in(value):
            if kind in KINDS[rule]:
                yield Finding(record, (*beginning, *path), KINDS[rule][kind], text)


def _records(register: Register) -> Iterator[tuple[str, BaseModel, FieldPath]]:
    """Each with its name and where in its file it stands."""
    for dialogue in register.dialogues.values():
        yield f"dialogues/{dialogue.id}", dialogue, ()
    for year, submissions in register.submissions.items():
        for position, submission in enumerate(submissions):
            yield f"submissions/{year}", submission, ("submissions", position)
    for year, rules in register.rules.items():
        yield f"rules/{year}", rules, ()
    for unit in register.units.values():
        if unit.parent_id is None:
            yield f"units/{unit.id}", unit.facts, ()
    yield "register.yml", register.facts, ()


@once
def _found_in(record: BaseModel) -> tuple[tuple[FieldPath, str, str], ...]:
    """What leads to a person, by its place and its kind."""
    return tuple(
        (path, found.kind, found.text) for path, text, of_office in _gather(record, (), [], False)
        for found in find(readable(text), _OF_OFFICES if of_office else TRACES)
    )


def _named_in(record: BaseModel) -> Iterator[tuple[FieldPath, str, str]]:
    for path, text, _ in _gather(record, (), [], False):
        for found in find(readable(text), NAMES):
            yield path, found.kind, found.text


_OF_OFFICES = tuple(trace for trace in TRACES if not trace.may_be_an_offices)


def _gather(
    value: Any, path: FieldPath, found: list[tuple[FieldPath, str, bool]], of_office: bool
) -> list[tuple[FieldPath, str, bool]]:
    """``found`` with the texts in the value, which stands at the path, and whether its field is made for an office."""
    if isinstance(value, str):
        found.append((path, value, of_office))
    elif isinstance(value, tuple):
        for position, part in enumerate(value):
            _gather(part, (*path, position), found, of_office)
    elif isinstance(value, Mapping):
        for name, part in value.items():
            _gather(part, (*path, name), found, of_office)
    elif isinstance(value, BaseModel):
        facts, is_office = vars(value), of_office or isinstance(value, _OFFICE_RECORDS)
        for name in _names_of_texts(type(value)):
            if part := facts[name]:
                its = name in _OFFICE_FIELDS or (name == "was" and isinstance(value, Correction) and _is_of_an_office(value))
                _gather(part, (*path, name), found, is_office or its)
    return found


def _is_of_an_office(correction: Correction) -> bool:
    """What had been published in a field made for an office or a place was allowed there."""
    path = path_of(correction.field or "") or ()
    return issubclass(model_at(Dialogue, path[:-1]), _OFFICE_RECORDS) or not _OFFICE_FIELDS.isdisjoint(names_in(path))


@cache
def _names_of_texts(kind: type[BaseModel]) -> tuple[str, ...]:
    """Names of fields that may hold text, or records with such fields."""
    return tuple(name for name, field in kind.model_fields.items() if name not in _IDS and _may_hold_text(field.annotation))


def _may_hold_text(annotation: Any) -> bool:
    """A text, a record, or any number of them."""
    is_record = isinstance(annotation, type) and issubclass(annotation, BaseModel)
    return annotation is str or is_record or get_origin(annotation) is dict or any(map(_may_hold_text, get_args(annotation)))


CHECKS: tuple[Check, ...] = (
    text_holds_no_phone_or_identity_number, text_holds_no_email_address, text_holds_no_house_number,
    text_holds_no_account_or_card_number, text_holds_no_birth_date_or_illness, text_holds_no_private_profile,
)
REVIEWS: tuple[Check, ...] = (text_names_nobody,)
