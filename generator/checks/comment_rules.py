"""The rule on comments: a record is published as it is written, its comments with it."""

from __future__ import annotations

from functools import lru_cache
from typing import Iterator

from generator.checks.personal_data import find, readable
from generator.checks.privacy_rules import TRACES
from generator.reading.decoded_text import problem_of_file
from generator.reading.problems import Problem
from generator.reading.record_comments import comments_in
from generator.reading.record_files import RecordFile

_TRACES = tuple(trace for trace in TRACES if not trace.may_be_an_offices)
"""What the fields made for an office may hold also stands in the comments that explain them."""


def comment_holds_no_personal_data(file: RecordFile) -> Iterator[Problem]:
    """A comment names no citizen's number, home, account or profile (Law 91/2025/QH15 Art. 16)."""
    for line, column, text in comments_in(file.text):
        for found in _traces_in(text):
            yield problem_of_file(
                file.path, comment_holds_no_personal_data.__name__.replace("_", "-"),
                "ghi chú sau dấu # cũng được công bố, không được có dữ liệu cá nhân; hãy xóa", found=found,
                line=line, column=column,
            )


@lru_cache(maxsize=4096)
def _traces_in(comment: str) -> tuple[str, ...]:
    """Most comments are those of the template, the same in every record."""
    return tuple(one.text for one in find(readable(comment), _TRACES))


CHECKS = (comment_holds_no_personal_data,)
"""It looks at files as they are written, and so is not asked as the rules on records are."""
