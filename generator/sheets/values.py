"""What offices write in a cell, as values of a record; what can be read in two ways is not read at all."""

from __future__ import annotations

import re
from dataclasses import replace
from enum import StrEnum
from typing import Callable, Iterable, TypeVar

from generator.model import CountOf, Kind, Mode, Post
from generator.sheets.cell_words import cell_words
from generator.sheets.days import day_of
from generator.sheets.people import names_somebody
from generator.sheets.questions import NotUnderstood, brief_text
from generator.sheets.workbook import Cell
from generator.text.vietnamese import fold

Read = TypeVar("Read")
_NUMBER = r"([0-9]{1,3}(?:[.,][0-9]{3})+|[0-9]{1,2} [0-9]{3}|[0-9]+)"
"""With a space in thousands: 1 200, but not 120 150, which may be two."""
_PHONE_WORDS = ("sđt", "đt", "điện thoại", "tel")
_LONGEST_NOTICE = 200
"""Characters of its number and day; a pattern for both takes the square of them."""
_KIND_OF_NOTICE = re.compile(
    r"^(?:(?:thông báo(?: kết luận)?|tbkl|tb|kl|kết luận|văn bản|vb|công văn|cv)[.:]?\s+)?(?:số\s*:?\s*)?", re.IGNORECASE
)
"""What stands before the number, which is none of it: TB số 15-TB/ĐU."""
_SPACED = re.compile(r"(?:(?<=\d)|(?<=[A-ZĐ])) ?([-–/]) ?(?=[A-ZĐ]+(?:[-–/ ,;(]|$))")
"""Signs within a number that somebody has set apart: 15 - TB/ĐU."""
_NOT_OF_THE_PARTY = r"(?:(?:bch|btv|thanh|quan|huyen|xa|phuong|chi) ?)*doan\b(?! (?:van|thi)\b)|chi bo|dang doan"
_NOT_OF_THE_STATE = (
    r"hdnd|hoi\b|mttq|mat tran|(?:ub|uy ban) ?(?:mttq|mat tran)|cong doan|lien |ldld|hiep hoi|h(?:nd|pn|ccb)\b"
)
_PARTY = re.compile(rf"\b(pho )?bi thu\b(?! (?:{_NOT_OF_THE_PARTY}))")
_GOVERNMENT = re.compile(rf"\b(pho )?chu tich\b(?! (?:{_NOT_OF_THE_STATE}))")
_DEPUTY_AS_CHAIR = re.compile(
    r"\bpho bi thu(?: (?:(?:dang|huyen|quan|thi|thanh) uy|dang bo)(?: [a-z]+){0,5})?"
    rf" ?(?:[-–—,/+]|\bkiem\b) ?(?=chu tich\b(?! (?:{_NOT_OF_THE_STATE})))"
)
"""A chair of the government is as a rule a deputy secretary of the party committee too: one person, who presides as the chair.
Two persons are told apart by "và", by ";" or by their names."""
_ABSENT = re.compile(r"\b(?:vắng|ủy quyền|uỷ quyền|thay|không|chưa|nghỉ|ốm|bận|(?:đi|dự) (?:công tác|họp|học))\b")
_ABSENT_WITHOUT_ACCENTS = re.compile(fold(_ABSENT.pattern))
"""Who is named with one of these words may have been somewhere else."""


def attendance_of(cell: Cell) -> list[dict[str, str]]:
    """Counts as a record writes them: "trên 200 người", "khoảng 150", "46 đại biểu; 50 hộ"."""
    return [_attendance(cell, part.strip()) for part in fold(_whole(cell)).split(";")]


def _attendance(cell: Cell, text: str) -> dict[str, str]:
    words = cell_words()
    written = re.fullmatch(rf"({_any_of(words.precisions)})? ?{_NUMBER} ?({_any_of(words.counted)})?", text)
    if not written:
        write = "một số: 200, trên 200, khoảng 150; hoặc 46 đại biểu; 50 hộ"
        raise NotUnderstood(cell, f"không rõ bao nhiêu: '{cell.text}'", write)
    count = {"count": str(int(re.sub(r"\D", "", written[2])))}
    of = words.counted[written[3]] if written[3] else CountOf.PEOPLE
    count |= {"of": of.value} if of != CountOf.PEOPLE else {}
    return count | ({"precision": words.precisions[written[1]].value} if written[1] else {})


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def opinions_total_of(cell: Cell) -> dict[str, str]:
    """As a record writes it: "46", "gần 11", "hơn 17 ý kiến"."""
    said, _, rest = _whole(cell).strip().partition(" ")
    precision = cell_words().precisions.get(fold(said))
    if precision is None:
        return {"total": count_of(cell)}
    return {"total": count_of(replace(cell, value=rest)), "total_precision": precision.value}


def count_of(cell: Cell) -> str:
    written = re.fullmatch(rf"{_NUMBER}(?: (?:luot|y kien|luot y kien|nguoi|kien nghi))?", fold(_whole(cell)))
    if not written:
        begins = re.match(r"\d{1,4}(?=\s*[(\[])", cell.text)
        raise NotUnderstood(cell, f"phải là một số nguyên, đang ghi '{cell.text}'", begins[0] if begins else "12")
    return str(int(re.sub(r"\D", "", written[1])))


def _whole(cell: Cell) -> str:
    value = cell.value
    return str(int(value)) if isinstance(value, float) and value.is_integer() else brief_text(cell)


_WHICH_TIME = re.compile(r" (?:(?:lan|dot) (?:thu )?(?:\d|[iv]+)|(?:6 thang|nua) (?:dau|cuoi) nam|(?:quy [\div]+ )?nam \d{4})$")
"""Định kỳ lần 1: of a kind that has none."""


def kind_of(cell: Cell) -> Kind:
    text = re.sub(r"^(?:doi thoai|dt) ", "", fold(brief_text(cell))).replace("dinh ki", "dinh ky")
    text = _WHICH_TIME.sub("", text)
    if text not in (kinds := cell_words().kinds):
        raise NotUnderstood(cell, f"không rõ loại đối thoại: '{cell.text}'", "Định kỳ, Chuyên đề hoặc Đột xuất")
    return kinds[text]


def mode_of(cell: Cell) -> Mode:
    text = fold(brief_text(cell))
    if text not in (modes := cell_words().modes):
        raise NotUnderstood(cell, f"không rõ hình thức: '{cell.text}'", "Trực tiếp, Trực tuyến hoặc Kết hợp")
    return modes[text]


def presiders_of(cell: Cell) -> tuple[tuple[Post, bool], ...]:
    """Each post with whether a deputy presides; names of persons are left out, as the register holds none."""
    text = _DEPUTY_AS_CHAIR.sub("", _posts_in_full(brief_text(cell)))
    text = " ".join(re.sub(r"[^a-z ]+", " ", text).split())
    text = re.sub(r"\bnguoi dung dau cap uy (?:va )?chinh quyen\b", "bi thu chu tich", text)
    found = [(Post.PARTY, match) for match in _PARTY.finditer(text)]
    found += [(Post.GOVERNMENT, match) for match in _GOVERNMENT.finditer(text)]
    posts = tuple((post, match[1] is not None) for post, match in found)
    absent = (_ABSENT_WITHOUT_ACCENTS if cell.text.isascii() else _ABSENT).search(cell.text.lower())
    if not posts or len({post for post, _ in posts}) != len(posts) or absent:
        right = "Bí thư; Chủ tịch UBND; hoặc Bí thư và Chủ tịch UBND; người khác chủ trì thì bỏ dòng này khỏi bảng"
        raise NotUnderstood(cell, f"không rõ ai chủ trì: '{cell.text}'", right)
    return posts


def is_acting(text: str) -> bool:
    """Quyền Chủ tịch, Q. Bí thư: a head until there is one, and no deputy."""
    return bool(re.search(r"\b(?:quyen|q\.?) ?(?:chu tich|bi thu)\b", fold(text)))


def is_deputy_as_chair(text: str) -> bool:
    """Phó Bí thư Đảng ủy - Chủ tịch UBND: the chair, by both titles."""
    return bool(_DEPUTY_AS_CHAIR.search(_posts_in_full(text)))


def _posts_in_full(text: str) -> str:
    short_posts = cell_words().short_posts
    return re.sub(r"[a-z]+", lambda word: fold(short_posts.get(word[0], word[0])), fold(text))


class Together(StrEnum):
    """How the two heads plan: one dialogue for both, one each, or of both kinds."""

    JOINT = "chung"
    SEPARATE = "rieng"
    BOTH = "chung va rieng"


def together_of(cell: Cell) -> Together:
    text = fold(brief_text(cell))
    if text not in list(Together):
        raise NotUnderstood(cell, f"không rõ chung hay riêng: '{cell.text}'", "Chung hoặc Riêng")
    return Together(text)


def text_of(cell: Cell) -> str:
    """Free text, which is published: an office's list may name people, and the register names nobody."""
    if found := names_somebody(cell):
        raise NotUnderstood(cell, f"có vẻ nêu tên người: '{found}'", "chức danh hoặc cơ quan, bỏ tên người")
    return cell.text


def unless_none(cell: Cell, read: Callable[[Cell], Read]) -> Read | None:
    """What ``read`` makes of a text; None where the office says that there is none: Không, Chưa có."""
    return None if fold(cell.text) in cell_words().none else read(cell)


def office_of(cell: Cell) -> dict[str, str]:
    """An office and its telephone: "Văn phòng Quận ủy, ĐT 0225.3000.303"."""
    text = brief_text(cell)
    if re.match(r"(d/c|dong chi|ong|ba)\b", fold(text)):
        raise NotUnderstood(cell, f"phải là cơ quan, không phải tên người: '{text}'", "Văn phòng Đảng ủy, ĐT 0225 3000 303")
    phone = re.search(r"(0[\d .-]{8,14})\)?$", text)
    office = _before_phone(text[: phone.start()]) if phone else ""
    return {"office": office, "phone": phone[1].strip()} if phone and office else {"office": text}


def _before_phone(text: str) -> str:
    """From the end, as a pattern for all of it would try every colon as the last one of the office."""
    text = text.rstrip(" .:")
    word = next((word for word in _PHONE_WORDS if text[-len(word) :].lower() == word), "")
    return text[: len(text) - len(word)].rstrip(" ,;:(–-")


def conclusion_of(cell: Cell, year: int) -> dict[str, str]:
    """Number and day of a conclusion notice: "15-TB/QU ngày 20/8/2023"."""
    written = re.fullmatch(
        r"(\S*[A-Za-zĐ]\S*?)(?:\s*[,;(]\s*|\s+)(?:(?:ra |đề |ký )?ngày\s+)?(\d.*?)\)?|(\S*[A-Za-zĐ]\S*)",
        _SPACED.sub(r"\1", _KIND_OF_NOTICE.sub("", brief_text(cell, _LONGEST_NOTICE))), re.IGNORECASE,
    )
    if not written or not re.search(r"\d", written[1] or written[3]):
        write = f"15-TB/QU, ngày 20/8/{year}; chưa có thì để trống"
        raise NotUnderstood(cell, f"không rõ số và ngày nào: '{cell.text}'", write)
    if written[3]:
        return {"number": written[3]}
    issued_on = Cell(cell.place, re.sub(r"\s+của\s.*$", "", written[2]))
    is_next = re.search(rf"\b{year + 1}\b", written[2])  # of a dialogue of December
    return {"number": written[1], "issued_on": day_of(issued_on, year + 1 if is_next else year).isoformat()}
