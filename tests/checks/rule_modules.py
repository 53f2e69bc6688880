"""The modules in which the rules of `check` are written, by the group of the handbook's pages of messages that tells of them."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from types import ModuleType

from generator import checks
from generator.reading import (
    conflict_marks,
    decoded_text,
    field_problems,
    left_empty,
    page_files,
    page_text,
    record_files,
    record_reading,
    records,
    value_slips,
    yaml_mistakes,
    yaml_text,
)

OF_DIALOGUES = (
    ("Riêng tư của công dân", "rieng-tu", (checks.privacy_rules, checks.comment_rules, checks.document_rules)),
    ("Lịch, đơn vị, người chủ trì", "lich", (checks.belonging_rules, checks.schedule_rules)),
    ("Kết quả, kết luận, cam kết", "ket-qua", (checks.result_rules, checks.count_rules, checks.take_over_rules)),
    ("Cần xem lại", "can-xem-lai", (checks.review_rules,)),
    ("Giá trị của từng trường", "gia-tri", (checks.text_rules, field_problems, left_empty)),
)
OF_FILES = (
    ("Cách viết bản ghi", "cach-viet", (conflict_marks, yaml_mistakes, value_slips, yaml_text)),
    ("Tệp và bảng mã", "tep", (record_files, decoded_text, record_reading, records, checks.as_typed)),
    ("Trang viết tay", "trang-viet-tay", (page_files, page_text)),
)
CORRECTIONS = ("Đính chính", "dinh-chinh", (checks.correction_rules, checks.redaction_rules))
OF_REGISTER = (
    ("Báo cáo đã gửi", "bao-cao", (checks.submission_rules,)),
    ("Đơn vị", "don-vi", (checks.unit_rules, checks.reform_rules)),
    ("Danh mục cơ quan", "co-quan", (checks.agency_rules,)),
    ("Thông tin chung và quy định của năm", "quy-dinh", (checks.register_rules, checks.other_correction_rules)),
)
MODULES = tuple(module for _, _, modules in (*OF_DIALOGUES, *OF_FILES, CORRECTIONS, *OF_REGISTER) for module in modules)
NO_RULES = {"utf-8", "utf-8-sig"}


def all_rules() -> set[str]:
    return {rule for module in MODULES for rule in rules_written_in(module)}


def rules_written_in(module: ModuleType) -> list[str]:
    """Names of checks, or the names written in a module that reads: lower-case words with hyphens; in their order."""
    if holds_rules(module):
        of_others = {other.__name__ for _, _, modules in (*OF_FILES, *OF_REGISTER) for other in modules}
        is_other = module.__name__ in of_others  # what it asks about stands with it, and not among the questions of dialogues
        if is_other:
            rules = (*module.CHECKS, *getattr(module, "REVIEWS", ()))
        else:
            rules = checks.REVIEWS if module is checks.review_rules else module.CHECKS
        return [rule.__name__.replace("_", "-") for rule in rules if is_other or rule.__module__ not in of_others]
    written = [
        node.value for node in ast.walk(ast.parse(Path(module.__file__).read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        and re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", node.value)
    ]
    return [name for name in dict.fromkeys(written) if name not in NO_RULES]


def holds_rules(module: ModuleType) -> bool:
    """Whether it lists rules between records, as modules that read do not."""
    return hasattr(module, "CHECKS") or hasattr(module, "REVIEWS")
