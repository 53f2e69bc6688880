"""A number that is written with how exact it is, "khoảng 120": the two fields that a record has for it."""

from __future__ import annotations

import re

from pydantic import BaseModel

from generator.model.held import Precision
from generator.reading.declared_fields import fields_of, value_said

NOT_COUNTED = "số ước chừng thì bỏ trống, ghi bằng lời ở note"
_BEFORE = re.compile(r"(?P<word>[^\W\d][^\d]*?|[~≈<>])\s*\d")
_SIGNS = {"~": Precision.ABOUT, "≈": Precision.ABOUT, "<": Precision.LESS_THAN, ">": Precision.MORE_THAN}


def precision_said(model: type[BaseModel], name: str, written: str) -> str | None:
    """What is said of the number of a field, as it is written beside it: "precision: about"; "" where a record has no field
    for it, and None where nothing is said."""
    field = next((field for field in (f"{name}_precision", "precision") if field in fields_of(model)), None)
    said = Precision.MORE_THAN if written.endswith("+") else _said(written)
    if said is None:
        return None
    return f"{field}: {said}" if field else ""


def _said(written: str) -> str | None:
    before = _BEFORE.match(written)
    word = before["word"] if before else ""
    return _SIGNS.get(word) or (value_said(word, tuple(Precision), None) if word else None)
