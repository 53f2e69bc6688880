"""A sentence for each kind of fault that pydantic finds in a field, in the clerk's words."""

from __future__ import annotations

from typing import Any

from pydantic_core import ErrorDetails

from generator.model.types import DOCUMENT_PATTERN

EMPTY = "không được để trống"


def must_of(error: ErrorDetails) -> str:
    """What must be in the place of what pydantic found."""
    context = error.get("ctx", {})
    match error["type"]:
        case "string_pattern_mismatch" if "\\n" in context["pattern"]:
            return "phải viết trên một dòng"
        case "string_pattern_mismatch" if context["pattern"] == DOCUMENT_PATTERN:
            return "phải là tên tệp bằng chữ thường không dấu, số và dấu gạch nối, đuôi pdf, doc, docx, xls, xlsx, jpg, png"
        case "string_pattern_mismatch":
            return "chỉ gồm chữ thường không dấu, số và dấu gạch nối"
        case "string_too_long":
            return f"phải dài không quá {context['max_length']} ký tự"
        case "string_too_short" | "too_short":
            return EMPTY
        case "string_type" if isinstance(error["input"], dict):
            return "phải là một dòng chữ; câu có dấu hai chấm thì đặt trong dấu ngoặc kép"
        case "string_type" if isinstance(error["input"], (list, tuple)):
            return "phải là một dòng chữ; câu bắt đầu bằng dấu [ hay dấu - thì đặt trong dấu ngoặc kép"
        case "string_type":
            return "phải là một dòng chữ"
        case "tuple_type":
            return "phải là một danh sách, mỗi mục một dòng bắt đầu bằng '- '"
        case "model_type" | "dict_type":
            return "phải là một nhóm trường, mỗi trường một dòng 'tên: giá trị'"
        case "float_parsing" | "float_type":
            return "phải là một số, phần lẻ sau dấu chấm"
        case "bool_parsing" | "bool_type":
            return "phải là true (có) hoặc false (không)"
        case "greater_than_equal":
            return f"phải từ {context['ge']:.0f} trở lên"
        case "less_than_equal" if error["loc"][-1] == "latitude":
            return "phải từ 90 trở xuống; vĩ độ (latitude) và kinh độ (longitude) có bị ghi đổi chỗ không?"
        case "less_than_equal":
            return f"phải từ {context['le']:.0f} trở xuống"
        case _:
            return error["msg"]


def found_in(value: Any) -> str | None:
    """What to show of a value; None for what is empty: there is nothing to show."""
    if isinstance(value, dict):
        return "một nhóm trường"
    if isinstance(value, (list, tuple)):
        return "một danh sách" if value else None
    return str(value) or None
