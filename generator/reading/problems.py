"""Problems found in the records, told in the clerk's language at their place in the file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Callable, Iterable, Iterator, Sequence, TypeVar

from generator.text.unseen import without_unseen

_LONGEST = 300
"""Characters of what is said beside what was found; what stands in a record may be a thousand times as long."""
MOST_TOLD = 50
"""Faults of one record; to guess what each of thousands meant would take minutes."""

Fault = TypeVar("Fault")


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend in one file.

    ``path`` is relative to the content folder, with forward slashes; ``line`` and ``column`` count from 1.
    ``rule`` is the name of the rule as a clause, stable enough to look up in a handbook.
    """

    path: str
    line: int
    column: int
    field: str
    rule: str
    must: str
    found: str | None = None
    example: str | None = None
    suggestion: str | None = None
    only_asks: bool = False
    """Whether it may be right, so that a person has to look."""
    is_a_guess: bool = False
    """Whether its line looks like more than one slip, or like what follows from a slip in another line."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.sentence}  [{self.rule}]"

    @property
    def sentence(self) -> str:
        """What must be, what was found and a right example, without the place."""
        sentence = f"{_shortened(self.field, _LONGEST)}: {self.must}" if self.field else self.must
        if self.found is not None:
            sentence += f"; đang ghi '{_shortened(self.found)}'"
        if self.suggestion:
            sentence += f"; có phải '{_shortened(self.suggestion, _LONGEST)}'?"
        if self.example:
            sentence += f"\n    ví dụ: {_shortened(self.example, _LONGEST)}"
        return sentence


def first_told(faults: Sequence[Fault], problem_of: Callable[[Fault], Problem]) -> Iterator[Problem]:
    """The problems of the first faults of a record; the last of them counts the rest."""
    rest = len(faults) - MOST_TOLD
    for number, fault in enumerate(faults[:MOST_TOLD], 1):
        problem = problem_of(fault)
        is_last = number == MOST_TOLD and rest > 0
        yield replace(problem, must=f"{problem.must}; và {rest} lỗi nữa trong tệp này") if is_last else problem


class ToReview(Exception):
    """There is something to look at, and it was asked that nothing be published before. ``str()`` is all of it, counted."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__(problems)

    def __str__(self) -> str:
        return f"{review_text(self.problems)}\nChạy với --strict nên dừng ở đây."


def review_text(problems: tuple[Problem, ...]) -> str:
    """In lines as those of mistakes, and their number."""
    files = len({problem.path for problem in problems})
    return "\n".join([*map(str, problems), f"{len(problems)} chỗ cần xem lại trong {files} tệp."])


class InvalidRegister(Exception):
    """Nothing is published: the records hold problems. ``str()`` is the whole report, sorted and counted.

    A record whose fields are wrong has not been asked the rules between records.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems), key=_place))
        super().__init__(self.problems)

    def __str__(self) -> str:
        files = len({problem.path for problem in self.problems})
        count = f"{len(self.problems)} lỗi trong {files} tệp. Chưa có gì được xuất bản. "
        count += "Sửa xong hãy chạy lại, có thể còn lỗi khác."
        return "\n".join([*map(str, self.problems), count])


def _place(problem: Problem) -> tuple[str, int, int, str, str, str, str]:
    return (
        problem.path, problem.line, problem.column, problem.field, problem.rule, problem.must, problem.found or ""
    )


def _shortened(text: str, longest: int = 80) -> str:
    """On one line, since a line of a host's log may be a command to it, and nothing that turns its order around."""
    one_line = " ".join(without_unseen(text).split())
    return one_line if len(one_line) <= longest else one_line[: longest - 1] + "…"
