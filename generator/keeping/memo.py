"""What was worked out about something that never changes, beside it and never in it: it goes into no copy and no pickle."""

from __future__ import annotations

from functools import wraps
from typing import Any, Callable, TypeVar
from weakref import KeyedRef

Subject = TypeVar("Subject")
Answer = TypeVar("Answer")

_ANSWERS: dict[int, tuple[KeyedRef[int, Any], dict[Any, Any]]] = {}
"""By the identity of what they are about, since to compare two records takes longer than most answers."""


def once(function: Callable[[Subject], Answer]) -> Callable[[Subject], Answer]:
    """Works out once what follows from something by itself, for as long as that is there.

    No answer may depend on more, nor hold what it is about, which would then never go.
    """
    @wraps(function)
    def kept(subject: Subject) -> Answer:
        key = id(subject)
        try:
            known: Answer = _ANSWERS[key][1][function]
        except KeyError:
            pass
        else:
            return known
        if key not in _ANSWERS:
            _ANSWERS[key] = KeyedRef(subject, _forget, key), {}
        _ANSWERS[key][1][function] = answer = function(subject)
        return answer

    return kept


def _forget(reference: KeyedRef[int, Any], answers: dict[int, Any] = _ANSWERS) -> None:
    """``answers`` by an own name, since when the program ends a module's names are gone before the last records are."""
    answers.pop(reference.key, None)
