"""Words of a record's own time: an office is called as on the day that the dialogue is about."""

from __future__ import annotations

from datetime import date
from typing import Any

from seed.stock import stock


def of_its_time(value: Any, type_: str, day: date) -> Any:
    """The same record, list or text with the names of ``day``, as a unit of the type ``type_`` writes them."""
    if isinstance(value, dict):
        return {name: of_its_time(inner, type_, day) for name, inner in value.items()}
    if isinstance(value, list):
        return [of_its_time(inner, type_, day) for inner in value]
    if not isinstance(value, str):
        return value
    for change in stock("times"):
        if date.fromisoformat(change["from"]) <= day and type_ in change.get("types", [type_]):
            for old, new in change["names"].items():
                value = value.replace(old, new)
    return value
