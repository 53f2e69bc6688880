"""Problems as the hosts of repositories show them: beside the line of the file, or in the summary of a run."""

from __future__ import annotations

import hashlib
import json
from typing import Callable, Mapping, Sequence

from generator.reading.problems import Problem
from generator.text.markdown_text import as_markdown

MOST_ROWS = 100
"""Of a summary, which people read; the rest is counted."""


def github(problems: Sequence[Problem], folder: str) -> str:
    """A workflow command a line (GitHub Docs, "Workflow commands": ``::error file=…,line=…``).

    ``folder`` is the content folder as seen from the repository's root, with forward slashes.
    """
    return "".join(
        f"::{'warning' if problem.only_asks else 'error'} file={_property(f'{folder}/{problem.path}')},line={problem.line},"
        f"col={problem.column},title={_property(problem.rule)}::{_value(problem.sentence)}\n"
        for problem in problems
    )


def gitlab(problems: Sequence[Problem], folder: str) -> str:
    """A Code Quality report (GitLab Docs, "Code Quality report format"); the fingerprint outlives a moved line."""
    return json.dumps([
        {
            "description": problem.sentence, "check_name": problem.rule, "severity": "minor" if problem.only_asks else "major",
            "fingerprint": hashlib.sha256(
                "\0".join((problem.path, problem.rule, problem.field, problem.sentence)).encode()
            ).hexdigest(),
            "location": {"path": f"{folder}/{problem.path}", "lines": {"begin": problem.line}},
        }
        for problem in problems
    ], ensure_ascii=False, indent=1) + "\n"


def markdown(problems: Sequence[Problem], folder: str) -> str:
    """A table for the clerk who made the change, in the order of the files, and another of what is to be looked at."""
    wrong, asked = ([problem for problem in problems if problem.only_asks is only_asks] for only_asks in (False, True))
    told = _table(wrong, folder, f"### Cần sửa {len(wrong)} lỗi trong bản ghi", "Phải sửa", "lỗi")
    told = told if wrong else "### Bản ghi không có lỗi\n\n"
    if asked:
        told += _table(asked, folder, f"### Cần xem lại {len(asked)} chỗ (không chặn)", "Xem lại", "chỗ")
    return told


def _table(problems: Sequence[Problem], folder: str, title: str, column: str, unit: str) -> str:
    rows = [
        f"| {as_markdown(f'{folder}/{problem.path}')} | {problem.line} | {as_markdown(problem.sentence)} | {problem.rule} |"
        for problem in problems[:MOST_ROWS]
    ]
    more = [f"\n… và {len(problems) - MOST_ROWS} {unit} nữa."] if len(problems) > MOST_ROWS else []
    head = [title, "", f"| Tệp | Dòng | {column} | Quy tắc |", "|---|---:|---|---|"]
    help = ["", "Cách sửa theo tên quy tắc: sổ tay trên trang, mục Thông báo lỗi và cách sửa."]
    return "\n".join([*head, *rows, *more, *help]) + "\n\n"


def _value(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _value(text).replace(":", "%3A").replace(",", "%2C")


PROBLEM_FORMATS: Mapping[str, Callable[[Sequence[Problem], str], str]] = {
    "github": github, "gitlab": gitlab, "markdown": markdown,
}
