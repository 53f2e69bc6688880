"""A value in the bytes in which it travels between processes and in which a store keeps it: they are made once for both."""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True)
class Packed(Generic[Value]):
    """``content`` is the pickle of ``value``, where it has been pickled already."""

    value: Value
    content: bytes | None = None

    @classmethod
    def of(cls, value: Value) -> Packed[Value]:
        """Pickled now, as the value is now."""
        return cls(value, pickle.dumps(value, pickle.HIGHEST_PROTOCOL))

    def __reduce__(self) -> tuple[Any, ...]:
        return _unpacked, (self.content or Packed.of(self.value).content,)


def _unpacked(content: bytes) -> Packed[Any]:
    return Packed(pickle.loads(content), content)


@dataclass(frozen=True)
class PackedLater(Generic[Value]):
    """A value that is taken out of its ``content`` when it is asked for."""

    content: bytes

    @classmethod
    def of(cls, value: Value) -> PackedLater[Value]:
        return cls(pickle.dumps(value, pickle.HIGHEST_PROTOCOL))

    @cached_property
    def value(self) -> Value:
        found: Value = pickle.loads(self.content)
        return found
