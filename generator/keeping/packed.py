"""A value in the bytes in which it travels between processes and in which a store keeps it: they are made once for both."""

from __future__ import annotations

import pickle
from functools import cached_property
from typing import Any, Generic, TypeVar

Value = TypeVar("Value")


class Packed(Generic[Value]):
    """``content`` is the pickle of ``value``, which is taken out of it when it is asked for."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    @classmethod
    def of(cls, value: Value) -> Packed[Value]:
        """Pickled now, as the value is now."""
        packed = cls(pickle.dumps(value, pickle.HIGHEST_PROTOCOL))
        packed.value = value
        return packed

    @cached_property
    def value(self) -> Value:
        found: Value = pickle.loads(self.content)
        return found

    def __reduce__(self) -> tuple[Any, ...]:
        return Packed, (self.content,)
