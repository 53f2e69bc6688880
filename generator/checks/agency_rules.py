"""Rules on the list of agencies, and what it says of the agencies that commitments name."""

from __future__ import annotations

from datetime import date
from typing import Iterator

from generator.checks.finding import Check, Finding
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
    for dialogue in register.dialogues.values() if agencies.agencies else ():
        for position, commitment in enumerate(dialogue.commitments):
            if named_agency(agencies, commitment.agency).listed is None:
                must = "chưa có trong danh mục cơ quan; sửa lại tên, hoặc thêm vào agencies.yml"
                yield Finding(
                    f"dialogues/{dialogue.id}", ("commitments", position, "agency"), must, commitment.agency,
                    suggestion=nearest_agency(agencies, commitment.agency),
                )


CHECKS: tuple[Check, ...] = (agency_field_is_listed, agency_is_spelled_once)
REVIEWS: tuple[Check, ...] = (agency_is_in_the_list,)
