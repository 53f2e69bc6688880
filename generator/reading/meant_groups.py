"""What a value that is written in one line would be in a group of fields, or as the value of a field that was meant."""

from __future__ import annotations

import re

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.reading.declared_fields import fields_of, holds_text
from generator.reading.value_slips import in_quotes


def fault_of(model: type[BaseModel], name: str, value: object) -> ErrorDetails | None:
    """What pydantic finds wrong with the value in this field; None where the field can hold it."""
    try:
        model.model_validate({name: value})
    except ValidationError as error:
        return next((found for found in error.errors(include_url=False) if found["loc"][:1] == (name,)), None)
    return None


def as_group(model: type[BaseModel], name: str, written: str) -> str | None:
    """The group on a line, with all fields that it must have, and the text in the first that may have been meant: ``venue:
    {name: "Hội trường"}``; None where nothing tells what belongs there."""
    fields = fields_of(model)
    must_have = [field for field in fields if fields[field].is_required()]
    is_sentence = bool(must_have and re.search(r"[^\W\d_]", written))
    takers = (field for field in must_have or fields if is_sentence or not holds_text(fields[field]))
    taker = next((field for field in takers if fault_of(model, field, written) is None), None)
    values = {field: (fields[field].examples or ("…",))[0] for field in must_have}
    if taker:
        values[taker] = written if re.fullmatch(r"[\w./-]+", written) else in_quotes(written) or "…"
    return f"{name}: {{{', '.join(f'{field}: {value}' for field, value in values.items())}}}" if values else None
