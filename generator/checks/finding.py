"""What a rule says of a record: which field, what must be, what was found."""

from __future__ import annotations

from datetime import date
from typing import Callable, Iterator, NamedTuple

from generator.model import Dialogue, Register
from generator.reading.field_paths import FieldPath


class Finding(NamedTuple):
    """``record`` names the file as records.Reading does: "units/hong-bang", "dialogues/<id>", "register.yml"…
    ``at_name``: the problem stands at the field's name rather than at its value.
    """

    record: str
    path: FieldPath
    must: str
    found: str | None = None
    example: str | None = None
    suggestion: str | None = None
    at_name: bool = False


def in_dialogue(
    dialogue: Dialogue, path: FieldPath, must: str, found: str | None = None, example: str | None = None,
    suggestion: str | None = None, at_name: bool = False,
) -> Finding:
    return Finding(f"dialogues/{dialogue.id}", path, must, found, example, suggestion, at_name)


Check = Callable[[Register, date], Iterator[Finding]]
"""A rule: its name is the rule as a clause, its docstring the rule as a sentence with its source. All are asked alike, with
the "as of" day in Asia/Ho_Chi_Minh, which few of them need."""
