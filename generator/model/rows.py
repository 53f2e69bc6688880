"""One row for each member of an enumeration, so that a new member cannot be forgotten."""

from __future__ import annotations

from enum import Enum
from typing import Mapping, TypeVar

Member = TypeVar("Member", bound=Enum)
Row = TypeVar("Row")


def row_for_each(members: type[Member], rows: Mapping[Member, Row]) -> Mapping[Member, Row]:
    """``rows`` as they are. Raises TypeError, at import, where a member has none."""
    if missing := [member.name for member in members if member not in rows]:
        raise TypeError(f"{members.__name__}: no row for {', '.join(missing)}")
    return rows
