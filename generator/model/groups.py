"""Things put together by what they have in common."""

from __future__ import annotations

from collections import defaultdict
from typing import Hashable, Iterable, TypeVar

Key = TypeVar("Key", bound=Hashable)
One = TypeVar("One")


def grouped(pairs: Iterable[tuple[Key, One]]) -> dict[Key, list[One]]:
    """The second of each pair under the first of it; keys, and what is under each, in the order in which they come."""
    groups: dict[Key, list[One]] = defaultdict(list)
    for key, one in pairs:
        groups[key].append(one)
    return dict(groups)
