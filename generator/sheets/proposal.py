"""A preview as the text of a merge request, which a person reads before anything comes into the register."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterator

from generator.sheets.preview import Preview
from generator.sheets.preview_text import preview_text
from generator.text.markdown_text import as_markdown

MOST_BYTES = 50_000
"""Of UTF-8; a push to GitLab carries 65,516 bytes of it, and GitHub's longest text has 65,536 letters."""


@dataclass(frozen=True)
class Proposal:
    """``may_be_taken``: the records are in their places; otherwise the sheet is to be mended and sent again."""

    title: str
    text: str
    may_be_taken: bool


def proposal(preview: Preview, names: list[str], refused: str) -> Proposal:
    """``names`` are the sheets'; ``refused`` is why the register would be unsound with them, empty where it is not. No letter
    of a sheet or of its name means anything in the text."""
    asked = len(preview.questions)
    may_be_taken = not asked and not refused
    if asked:
        title = f"Bảng Excel: {asked} chỗ chưa hiểu"
        must = (
            "Chưa ghi gì vào sổ, kể cả những dòng đã hiểu. Hãy sửa những ô **chưa hiểu** trong bảng trên máy, lưu lại, "
            "**tải cả bảng lên lại** như lần trước. Vài phút sau có đề nghị mới; khi ấy đóng đề nghị này."
        )
    elif refused:
        title = "Bảng Excel: nếu ghi thì sổ có lỗi"
        must = "Chưa ghi gì vào sổ. Hãy sửa những ô nêu ở cuối, tải bảng lên lại, rồi đóng đề nghị này."
    elif preview.texts:
        title = f"Bảng Excel: {len(preview.new)} cuộc mới, {len(preview.changed)} cuộc thay đổi"
        must = "Cả sổ đã được kiểm tra cùng những bản ghi này. Hãy đọc hết, nhất là phần **ghi đè**; đúng thì hợp vào sổ."
    else:
        title, must = "Bảng Excel: sổ đã có đủ", "Không có gì để ghi; hợp vào thì chỉ ghi lại là đã nhận bảng."
    sent = [f"Bảng đã nhận: {', '.join(map(as_markdown, names)) or 'không có'}."]
    wrong = ["", "### Nếu ghi thì sẽ có lỗi", "", *(f"- {as_markdown(line)}" for line in refused.splitlines()[1:])]
    lines = [*_listed(preview_text(preview)), *(wrong if refused else [])]
    return Proposal(title, "\n".join([must, "", *sent, *_cut(lines)]) + "\n", may_be_taken)


def _listed(text: str) -> Iterator[str]:
    """By their indent: a heading, an entry, what belongs to the entry."""
    for line in text.splitlines():
        said = as_markdown(line.strip())
        if line.startswith("      "):
            yield f"  - {said}"
        elif line.startswith("  "):
            yield f"- {said}"
        elif line.endswith(":"):
            yield from ("", f"### {said.removesuffix(':')}", "")
        else:
            yield from ("", said)


def _cut(lines: list[str]) -> Iterator[str]:
    """What nobody would read to its end, and no host would take, is counted."""
    left = MOST_BYTES
    for number, line in enumerate(lines):
        left -= len(line.encode()) + 1
        if left < 0:
            yield from ("", f"… và {len(lines) - number} dòng nữa: hãy gửi ít tệp hơn một lần để đọc được hết.")
            return
        yield line
