"""The handbook's pages of messages, made from what `check` really says of the broken records in tests/invalid."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import Iterable, Iterator, Mapping

import yaml

from generator.reading.problems import Problem
from tests.checks.rule_modules import OF_DIALOGUES, OF_OTHERS, rules_written_in

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

Số trong ngoặc là thứ tự trong danh sách: `schedule[2]` là thông báo thứ hai. Tìm tên quy tắc bằng Ctrl+F; lỗi về tệp, bảng mã, đơn vị, quy định, báo cáo ở [trang sau](thong-bao-loi-khac.md). Còn một lỗi thì cả sổ chưa được xuất bản; sửa xong chạy lại đến khi hết lỗi. Chỗ [cần xem lại](#can-xem-lai) có thể đúng: không chặn xuất bản, trừ khi chạy với `--strict`.
"""
HEAD_OF_OTHERS = """---
title: Thông báo lỗi về cách viết, tệp, đơn vị, quy định
description: Báo lỗi của lệnh kiểm tra về cách viết, tệp, bảng mã, đơn vị, quy định của năm và báo cáo đã gửi.
---

# Thông báo lỗi về cách viết, tệp, đơn vị, quy định

Cách đọc báo lỗi, và lỗi trong bản ghi đối thoại, ở [trang trước](thong-bao-loi.md). Ví dụ trên trang này lấy từ năm 2023.
"""
PAGES = {"thong-bao-loi.md": (HEAD_OF_DIALOGUES, OF_DIALOGUES), "thong-bao-loi-khac.md": (HEAD_OF_OTHERS, OF_OTHERS)}
"""Two, since one would be too heavy for a slow line: files by name, each with its head and its groups of rules."""


def messages_pages(problems: Iterable[Problem], advice_file: Path) -> dict[str, str]:
    """Every rule by group, with each sentence of it among the problems; the first problem with a sentence shows it."""
    advice = yaml.load(advice_file.read_text("utf-8"), yaml.BaseLoader)
    said: dict[str, dict[str, Problem]] = defaultdict(dict)
    for problem in problems:
        said[problem.rule].setdefault(_sentence(problem), problem)
    pages, told = {}, set()
    for name, (head, groups) in PAGES.items():
        lines = [head]
        for title, id, modules in groups:
            written = dict.fromkeys(rule for module in modules for rule in rules_written_in(module))
            rules = [rule for rule in written if rule not in told]
            told.update(rules)
            lines.append(f"## {title} {{ #{id} }}\n")
            for rule in rules:
                lines += _rule(rule, advice[rule], said[rule].values())
        pages[name] = "\n".join(lines)
    return pages


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
