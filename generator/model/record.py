"""What every record is."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """It cannot change, and a field that nobody declared is a problem."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True)

    def __getstate__(self) -> dict[str, Any]:
        """As pydantic reads it, but records that were given the same fields share the set of their names, which is a third
        of what they take in memory."""
        given = self.model_fields_set
        return {**super().__getstate__(), "__pydantic_fields_set__": _GIVEN.setdefault(frozenset(given), given)}


_GIVEN: dict[frozenset[str], set[str]] = {}
