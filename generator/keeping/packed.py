"""A value in the bytes in which it travels between processes and in which a store keeps it: they are made once for both."""

from __future__ import annotations

import pickle
from dataclasses import dataclass
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
