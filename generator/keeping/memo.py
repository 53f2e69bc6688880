"""What was worked out about something that never changes, beside it and never in it: it goes into no copy and no pickle."""

from __future__ import annotations

from functools import wraps
from typing import Any, Callable, TypeVar
from weakref import KeyedRef

Subject = TypeVar("Subject")
Answer = TypeVar("Answer")

_SUBJECTS: dict[int, KeyedRef[int, Any]] = {}
_ANSWERS: list[dict[int, Any]] = []
"""Of each function, by the identity of what they are about, since to compare two records takes longer than most answers."""


def once(function: Callable[[Subject], Answer]) -> Callable[[Subject], Answer]:
    """Works out once what follows from something by itself, for as long as that is there.

    No answer may depend on more, nor hold what it is about, which would then never go.
    """
    answers: dict[int, Answer] = {}
    _ANSWERS.append(answers)

    @wraps(function)
    def kept(subject: Subject) -> Answer:
        key = id(subject)
        try:
            return answers[key]
        except KeyError:
            pass
        answer = function(subject)
        if key not in _SUBJECTS:
            _SUBJECTS[key] = KeyedRef(subject, _forget, key)
        answers[key] = answer
        return answer

    return kept


def _forget(
    reference: KeyedRef[int, Any], subjects: dict[int, Any] = _SUBJECTS, every: list[dict[int, Any]] = _ANSWERS
) -> None:
    """Both by own names, since when the program ends a module's names are gone before the last records are."""
    key = reference.key
    for answers in every:
        answers.pop(key, None)
    subjects.pop(key, None)
