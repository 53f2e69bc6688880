"""The handbook's pages of messages, made from what `check` really says of the broken records in tests/invalid."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from types import ModuleType
from typing import Iterable, Iterator, Mapping, NamedTuple

import yaml

from generator.reading.problems import Problem
from tests.checks.rule_modules import CORRECTIONS, OF_DIALOGUES, OF_FILES, OF_REGISTER, rules_written_in

HEAD_OF_DIALOGUES = """---
title: Thông báo lỗi và cách sửa
description: Báo lỗi của lệnh kiểm tra trong bản ghi đối thoại, vì sao có và phải làm gì.
---

# Thông báo lỗi và cách sửa

Lệnh `dialogues check`, trang Lập bản ghi và các lệnh ghi sổ báo lỗi theo một lối: tệp, dòng, cột, tên trường, phải thế nào, đang ghi gì, **tên quy tắc**:

```text
dialogues/2023/so-dau-dinh-ky-1.yml:12:5: schedule[2].reason: phải có lý do của thay đổi
    ví dụ: reason: Trùng lịch họp Hội đồng nhân dân  [change-has-a-reason]
```

Số trong ngoặc là thứ tự trong danh sách: `schedule[2]` là thông báo thứ hai. Tìm tên quy tắc bằng Ctrl+F; lỗi về cách viết, tệp, trang viết tay ở [trang hai](thong-bao-loi-khac.md), về đính chính, báo cáo, đơn vị, quy định ở [trang ba](thong-bao-loi-don-vi-quy-dinh.md). Còn một lỗi thì cả sổ chưa được xuất bản; sửa xong chạy lại đến khi hết lỗi. Chỗ [cần xem lại](#can-xem-lai) có thể đúng: không chặn xuất bản, trừ khi chạy với `--strict`.
"""
HEAD_OF_FILES = """---
title: Thông báo lỗi về cách viết, tệp, trang viết tay
description: Báo lỗi của lệnh kiểm tra về cách viết, tệp, bảng mã và trang viết tay.
---

# Thông báo lỗi về cách viết, tệp, trang viết tay

Cách đọc báo lỗi, và lỗi trong bản ghi đối thoại, ở [trang đầu](thong-bao-loi.md). Ví dụ trên trang này lấy từ năm 2023.
"""
HEAD_OF_REGISTER = """---
title: Thông báo lỗi về đính chính, báo cáo, đơn vị, quy định
description: Báo lỗi của lệnh kiểm tra về đính chính, báo cáo đã gửi, đơn vị, cơ quan, thông tin chung và quy định của năm.
---

# Thông báo lỗi về đính chính, báo cáo, đơn vị, quy định

Cách đọc báo lỗi, và lỗi trong bản ghi đối thoại, ở [trang đầu](thong-bao-loi.md). Ví dụ trên trang này lấy từ năm 2023.
"""
Group = tuple[str, str, tuple[ModuleType, ...]]
LAST = "thong-bao-loi-don-vi-quy-dinh.md"


class Page(NamedTuple):
    """``gone`` are groups that stood on it before they went to the last page: links to them, and to each rule, still lead there."""

    head: str
    groups: tuple[Group, ...]
    gone: tuple[Group, ...] = ()


PAGES = {
    "thong-bao-loi.md": Page(HEAD_OF_DIALOGUES, OF_DIALOGUES, (CORRECTIONS,)),
    "thong-bao-loi-khac.md": Page(HEAD_OF_FILES, OF_FILES, OF_REGISTER),
    LAST: Page(HEAD_OF_REGISTER, (CORRECTIONS, *OF_REGISTER)),
}
"""By file. Three, since fewer would be too heavy for a slow line."""


def messages_pages(problems: Iterable[Problem], advice_file: Path) -> dict[str, str]:
    """Every rule by group, with each sentence of it among the problems; the first problem with a sentence shows it."""
    advice = yaml.load(advice_file.read_text("utf-8"), yaml.BaseLoader)
    said: dict[str, dict[str, Problem]] = defaultdict(dict)
    for problem in problems:
        said[problem.rule].setdefault(_sentence(problem), problem)
    pages, told = {}, set()
    for name, page in PAGES.items():
        lines = [page.head]
        for title, id, modules in page.groups:
            rules = [rule for rule in _rules(modules) if rule not in told]
            told.update(rules)
            lines.append(f"## {title} {{ #{id} }}\n")
            for rule in rules:
                lines += _rule(rule, advice[rule], said[rule].values())
        if page.gone:
            lines.append("## Ở trang khác\n")
        for title, id, modules in page.gone:
            links = ", ".join(f"[{rule}]({LAST}#{rule}){{ #{rule} }}" for rule in _rules(modules))
            lines.append(f"[{title}]({LAST}#{id}){{ #{id} }}: {links}.\n")
        pages[name] = "\n".join(lines)
    return pages


def _rules(modules: Iterable[ModuleType]) -> dict[str, None]:
    return dict.fromkeys(rule for module in modules for rule in rules_written_in(module))


def _rule(rule: str, advice: Mapping[str, str], problems: Iterable[Problem]) -> Iterator[str]:
    yield f"### {advice['title']} {{ #{rule} }}\n"
    yield f"Tên quy tắc: `{rule}`. Báo:\n"
    yield from (_message(problem, is_alone="right" not in advice) for problem in problems)
    yield f"\n**Phải làm:** {advice['do']}\n"
    if "right" in advice:
        yield f"```yaml\n{advice['right']}\n```\n"


def _message(problem: Problem, is_alone: bool) -> str:
    """Without what was found where that cannot be shown, and with its own example where the rule's advice has none."""
    message, _, example = problem.sentence.partition("\n    ví dụ: ")
    if problem.found and not problem.found.isascii() and problem.rule == "text-is-unicode":
        message = problem.must
    return f"- `{message}`" + (f", ví dụ: `{example}`" if example and is_alone else "")


def _sentence(problem: Problem) -> str:
    """The same for all that differs in values only."""
    return re.sub(r"'[^']*'|\d+|(?<=một trong: ).*|(?<=gõ kiểu )\w+", "#", problem.must)
