"""Rules on the list of agencies, and on the names that commitments give to agencies."""

from __future__ import annotations

from datetime import date
from typing import Iterator

from generator.checks.agency_slips import agencies_meant
from generator.checks.finding import Check, Finding, in_dialogue
from generator.consequences.named_agencies import named_agency, nearest_agency
from generator.model import Register
from generator.reading.field_paths import FieldPath
from generator.text.vietnamese import slug

_FILE = "agencies.yml"


def agency_field_is_listed(register: Register, today: date) -> Iterator[Finding]:
    """The page of agencies is ordered by the fields in the list, which staff extend."""
    fields = register.agencies.fields
    for position, agency in enumerate(register.agencies.agencies):
        if agency.field not in fields:
            must = "phải là một mã trong danh mục fields: " + ", ".join(fields)
            yield Finding(_FILE, ("agencies", position, "field"), must, agency.field)


def agency_is_spelled_once(register: Register, today: date) -> Iterator[Finding]:
    """A spelling that stood with two agencies would not tell which of them promised."""
    seen: set[str] = set()
    for position, agency in enumerate(register.agencies.agencies):
        places: list[tuple[FieldPath, str]] = [(("name",), agency.name)]
        places += [(("spellings", number), written) for number, written in enumerate(agency.spellings)]
        for path, written in places:
            if slug(written) in seen:
                must = "cách viết này đã ghi ở trên (không kể dấu, chữ hoa); mỗi cách viết chỉ của một cơ quan"
                yield Finding(_FILE, ("agencies", position, *path), must, written)
            seen.add(slug(written))


def agency_is_in_the_list(register: Register, today: date) -> Iterator[Finding]:
    """An agency spelled in a way of its own is one more on the page, and what it owes is not counted with the rest."""
    agencies = register.agencies
    meant = agencies_meant(register) if agencies.agencies else {}
    for dialogue in register.dialogues.values() if agencies.agencies else ():
        for position, commitment in enumerate(dialogue.commitments):
            named = named_agency(agencies, commitment.agency)
            if named.listed is None:
                must = "chưa có trong danh mục cơ quan; sửa lại tên, hoặc thêm vào agencies.yml"
                near = meant.get(named.name) or nearest_agency(agencies, commitment.agency)
                yield in_dialogue(dialogue, ("commitments", position, "agency"), must, commitment.agency, suggestion=near)


def agency_is_named_as_elsewhere(register: Register, today: date) -> Iterator[Finding]:
    """A slip in a name that other records give is one more agency on the page, as of an agency that is not in the list."""
    agencies = register.agencies
    meant = agencies_meant(register)
    for dialogue in register.dialogues.values() if meant else ():
        for position, commitment in enumerate(dialogue.commitments):
            named = named_agency(agencies, commitment.agency)
            if named.name in meant and (named.listed or not agencies.agencies):
                must = "chỉ bản ghi này viết thế, nhiều bản ghi khác viết khác một chữ cái"
                yield in_dialogue(
                    dialogue, ("commitments", position, "agency"), must, commitment.agency, suggestion=meant[named.name]
                )


CHECKS: tuple[Check, ...] = (agency_field_is_listed, agency_is_spelled_once)
REVIEWS: tuple[Check, ...] = (agency_is_in_the_list, agency_is_named_as_elsewhere)
