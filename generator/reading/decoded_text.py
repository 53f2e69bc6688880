"""The text of a record's or a page's file, made sound or refused with a reason."""

from __future__ import annotations

import re
import unicodedata
from codecs import BOM_UTF8
from functools import lru_cache

from generator.reading.problems import Problem
from generator.text.private_signs import PRIVATE, typed_instead
from generator.text.unseen import BACKWARDS, CONTROL, INVISIBLE
from generator.text.vietnamese import composed

_SIGNS = CONTROL.pattern[1:-1] + BACKWARDS.pattern[1:-1] + PRIVATE.pattern[1:-1] + (
    "µ¸¶·¹¨»¾¼½©®ª«¬§ºÃÄÆÇËÎÏÐÑÖ×ØÜÞñïöøûåäüëæ\ufffd"
)
_SUSPECT = re.compile(f"[{_SIGNS}âáàùê](?:(?<=[{_SIGNS}])|(?<=[ae][âáàùê])|(?<=oâ))")
"""What every finding below holds a sign of; most records hold none, and their lines need not be read one by one.
That it begins with one set of letters lets it be looked for fast."""


@lru_cache(512)  # a shelf's files are read, and then looked through for comments
def decoded(path: str, content: bytes) -> tuple[str | None, tuple[Problem, ...]]:
    """The text in normal form C, None where it is none, and what is wrong with it."""
    utf8 = "phải được lưu bằng bảng mã UTF-8 (trong Notepad: Lưu thành… → Mã hóa: UTF-8)"
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return None, (problem_of_file(path, "file-is-utf-8", utf8, found="UTF-16"),)
    if b"\0" in content:
        return None, (problem_of_file(path, "file-is-text", "phải là tệp văn bản", found="tệp nhị phân"),)
    if content.startswith(b"{\\rtf"):
        return None, (problem_of_file(path, "file-is-text", "phải là tệp văn bản", found="tệp RTF của Word"),)
    content = content.removeprefix(BOM_UTF8)
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        return None, (problem_of_file(path, "file-is-utf-8", utf8, line=line),)
    text = unicodedata.normalize("NFC", INVISIBLE.sub("", text)).replace("\r\n", "\n").replace("\r", "\n")
    if not _SUSPECT.search(text):
        return composed(text), ()
    problems = tuple(
        problem for line, written in enumerate(text.split("\n"), 1) for problem in suspicions(path, line, written)
    )
    return PRIVATE.sub(" ", CONTROL.sub(" ", composed(text))), problems


def suspicions(path: str, line: int, written: str) -> list[Problem]:
    """Characters that nobody sees, and text of the fonts and encodings that came before Unicode."""
    from generator.text.old_encodings import MISREAD_UTF8, old_encoding

    if (unseen := CONTROL.search(written)) and not MISREAD_UTF8.search(written):  # whose second halves may be such characters
        must = "không được có ký tự điều khiển; hãy xóa và gõ lại dòng này"
        return [problem_of_file(path, "text-has-no-unseen-character", must, line=line, column=unseen.start() + 1)]
    if written.isascii():
        return []
    if backwards := BACKWARDS.search(written):
        must = "không được có ký tự đảo chiều chữ; hãy xóa và gõ lại dòng này"
        return [problem_of_file(path, "text-has-no-hidden-direction", must, line=line, column=backwards.start() + 1)]
    if private := PRIVATE.search(written):
        must = "không được có ký hiệu riêng của phông chữ trong Word, máy khác chỉ hiện ô vuông; hãy xóa và gõ dấu thay vào"
        typed = typed_instead(" ".join(written.split()))
        return [problem_of_file(
            path, "text-has-no-private-sign", must, found=f"U+{ord(private.group()):04X}", example=typed,
            line=line, column=private.start() + 1,
        )]
    if (lost := written.find("\ufffd")) >= 0:
        must = "có chữ đã mất khi đổi bảng mã; hãy gõ lại dòng này"
        return [problem_of_file(path, "text-is-unicode", must, found=written.strip(), line=line, column=lost + 1)]
    if suspect := old_encoding(written):
        must = "phải là chữ Unicode; dòng này có vẻ dùng bảng mã cũ (TCVN3, VNI) hoặc bị lỗi mã, hãy chuyển mã bằng Unikey"
        return [problem_of_file(path, "text-is-unicode", must, found=written.strip(), line=line, column=suspect.start() + 1)]
    return []


def problem_of_file(
    path: str, rule: str, must: str, *, found: str | None = None, example: str | None = None, line: int = 1, column: int = 1
) -> Problem:
    """Of a file as a whole, or of a place in its text, whatever its fields."""
    return Problem(path, line, column, "", rule, must, found, example)


def no_file_problem(path: str) -> Problem:
    """Of a link that leads nowhere, or of a folder, where a document, a page or a picture should be."""
    return problem_of_file(path, "document-is-a-file", "phải là một tệp")
