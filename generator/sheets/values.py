"""What offices write in a cell, as values of a record; what can be read in two ways is not read at all."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from generator.model import Kind, Mode, Post
from generator.sheets.workbook import Cell
from generator.vietnamese import fold

_WEEKDAYS = ("thu hai", "thu ba", "thu tu", "thu nam", "thu sau", "thu bay", "chu nhat")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_HOUR = re.compile(
    r"(?:(?:tu |luc |vao )?\d{1,2} ?(?:h|g|gio|:) ?(?:\d{2})?(?: ?phut)?(?: ?(?:-|den) ?\d{1,2} ?(?:h|g|gio|:) ?(?:\d{2})?)?"
    r"|(?:buoi )?(?:sang|chieu|toi))[,;]?(?: |$)"
)
_PRECISION = {"": "exact", "tren": "more-than", "hon": "more-than", "khoang": "about", "duoi": "less-than"}
_COUNTED = {"": "people", "nguoi": "people", "luot nguoi": "people", "ho": "households", "ho dan": "households", "dai bieu": "delegates"}
_KINDS = {
    "dinh ky": Kind.PERIODIC, "theo dinh ky": Kind.PERIODIC, "chuyen de": Kind.THEMATIC, "theo chuyen de": Kind.THEMATIC,
    "dot xuat": Kind.AD_HOC,
}
_MODES = {
    "truc tiep": Mode.IN_PERSON, "truc tuyen": Mode.ONLINE, "ket hop": Mode.MIXED,
    "truc tiep ket hop truc tuyen": Mode.MIXED, "truc tiep va truc tuyen": Mode.MIXED, "ket hop truc tiep va truc tuyen": Mode.MIXED,
}
_PERSON = re.compile(r"(?<!\w)(?:ông|bà|đ/c|đồng chí)\.?\s+(\w+)", re.IGNORECASE)
_PLACES = (["duong"], ["pho"], ["ngo"], ["cho"], ["chua"], ["den"], ["mieu"], ["cau"], ["nui"], ["thon"], ["lang"], ["truong"])
"""Words before a name that is a place's: phố Bà Triệu, chùa Bà Đanh."""
_OF_POSTS = {"bi", "pho", "chu", "truong", "thuong", "giam", "chanh", "can", "cong"}
"""First words of posts: đồng chí Bí thư, đ/c Trưởng ban."""
_EMPTY = {"", "-", "–", "—", "..", "...", "/"}
_PARTY = re.compile(r"\b(pho )?bi thu\b")
_GOVERNMENT = re.compile(
    r"\b(pho )?chu tich\b(?! (?:hdnd|hoi dong|hoi |mttq|mat tran|ubmttq|uy ban mttq|uy ban mat tran|cong doan|lien doan))"
)
_FIRST_SERIAL = date(1899, 12, 30)
"""Excel counts days from here, since it takes 1900 for a leap year (ECMA-376 Part 1, 18.17.4.1)."""


class NotUnderstood(Exception):
    """A cell that cannot be read in one way only: ``why``, and what to ``write`` in it instead."""

    def __init__(self, cell: Cell | None, why: str, write: str) -> None:
        super().__init__(why)
        self.cell, self.why, self.write = cell, why, write


def is_empty(cell: Cell | None) -> bool:
    """Nothing, or one of the marks that offices put for nothing."""
    return cell is None or fold(cell.text) in _EMPTY


def period_of(cell: Cell, year: int) -> str:
    """A day, month or quarter of ``year`` as a record writes it; hours before a day are left out."""
    if isinstance(cell.value, datetime) and not cell.shows_day:
        return f"{_in_year(cell, cell.value.date(), year):%Y-%m}"
    if not isinstance(cell.value, str):
        return day_of(cell, year).isoformat()
    text = _without_year(fold(cell.value), year)
    if quarter := re.fullmatch(r"(?:quy|q) ?(iv|i{1,3}|[1-4])", text):
        return f"{year}-Q{_ROMAN.get(quarter[1]) or quarter[1]}"
    if month := re.fullmatch(r"(?:thang|t) ?(1[0-2]|0?[1-9])", text):
        return f"{year}-{int(month[1]):02}"
    if month := re.fullmatch(r"(1[0-2]|0?[1-9]) ?[/.-] ?([0-9]{4})", fold(cell.value)):
        return f"{_in_year(cell, date(int(month[2]), int(month[1]), 1), year):%Y-%m}" if int(month[2]) else _no_day(cell)
    return day_of(cell, year).isoformat()


def day_of(cell: Cell, year: int) -> date:
    """A day of ``year``, from a date, a serial number of Excel's or a text."""
    value = cell.value
    if isinstance(value, datetime):
        return _in_year(cell, value.date(), year)
    if isinstance(value, date):
        return _in_year(cell, value, year)
    if isinstance(value, (int, float)) and not isinstance(value, bool) and 20_000 < value < 80_000:
        return _in_year(cell, _FIRST_SERIAL + timedelta(days=int(value)), year)
    text = re.sub(r"^(?:tu |vao |du kien |khoang )?", "", fold(cell.text)) if isinstance(value, str) else ""
    while hour := _HOUR.match(text):
        text = text[hour.end() :].lstrip()
    weekday = next((name for name in _WEEKDAYS if text.startswith(name)), None)
    text = text[len(weekday) :].lstrip(" ,(") if weekday else text
    day = _written_day(cell, text.removeprefix("ngay ").strip(" .,)"), year)
    if weekday and _WEEKDAYS[day.weekday()] != weekday:
        raise NotUnderstood(cell, f"'{cell.text}' không khớp: ngày {day:%d/%m/%Y} là {_weekday_name(day)}", f"{day:%d/%m/%Y}")
    return day


def _written_day(cell: Cell, text: str, year: int) -> date:
    if written := re.fullmatch(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})", text):
        numbers = written[3], written[2], written[1]
    elif written := re.fullmatch(r"([0-9]{1,2}) ?[/.-] ?([0-9]{1,2})(?: ?[/.-] ?([0-9]{2}|[0-9]{4}))?", text):
        numbers = written[1], written[2], written[3]
    elif written := re.fullmatch(r"([0-9]{1,2}) thang ([0-9]{1,2})(?:,? nam ([0-9]{4}))?", text):
        numbers = written[1], written[2], written[3]
    else:
        _no_day(cell)
    in_full = {None: str(year), f"{year % 100:02}": str(year)}.get(numbers[2], numbers[2])
    if len(in_full) != 4:
        _no_day(cell)
    try:
        return _in_year(cell, date(int(in_full), int(numbers[1]), int(numbers[0])), year)
    except ValueError:
        raise NotUnderstood(cell, f"'{cell.text}' không phải một ngày có trong lịch", f"15/8/{year}") from None


def _no_day(cell: Cell):
    raise NotUnderstood(cell, f"không rõ ngày, tháng, quý nào: '{cell.text}'", "15/8/2023, tháng 8/2023 hoặc quý III/2023")


def _in_year(cell: Cell, day: date, year: int) -> date:
    if day.year != year:
        raise NotUnderstood(cell, f"ngày {day:%d/%m/%Y} không thuộc năm {year} của bảng", f"một ngày của năm {year}")
    return day


def _without_year(text: str, year: int) -> str:
    return re.sub(rf",? ?(?:/|-|nam )? ?{year}$", "", text).strip()


def _weekday_name(day: date) -> str:
    return ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")[day.weekday()]


def attendance_of(cell: Cell) -> list[dict[str, str]]:
    """Counts as a record writes them: "trên 200 người", "khoảng 150", "46 đại biểu; 50 hộ"."""
    return [_attendance(cell, part.strip()) for part in fold(_whole(cell)).split(";")]


def _attendance(cell: Cell, text: str) -> dict[str, str]:
    number = r"([0-9]{1,3}(?:[.,][0-9]{3})+|[0-9]+)"
    words = "|".join(sorted(filter(None, _COUNTED), key=len, reverse=True))
    written = re.fullmatch(rf"(tren|hon|khoang|duoi)? ?{number} ?({words})?", text)
    if not written:
        raise NotUnderstood(cell, f"không rõ bao nhiêu: '{cell.text}'", "một số: 200, trên 200, khoảng 150; hoặc 46 đại biểu; 50 hộ")
    count = {"count": str(int(re.sub(r"\D", "", written[2])))}
    count |= {"of": _COUNTED[written[3]]} if written[3] and _COUNTED[written[3]] != "people" else {}
    return count | ({"precision": _PRECISION[written[1]]} if written[1] else {})


def count_of(cell: Cell) -> str:
    written = re.fullmatch(r"([0-9]{1,3}(?:[.,][0-9]{3})+|[0-9]+)(?: (?:luot|y kien|luot y kien|nguoi|kien nghi))?", fold(_whole(cell)))
    if not written:
        raise NotUnderstood(cell, f"phải là một số nguyên, đang ghi '{cell.text}'", "12")
    return str(int(re.sub(r"\D", "", written[1])))


def _whole(cell: Cell) -> str:
    value = cell.value
    return str(int(value)) if isinstance(value, float) and value.is_integer() else cell.text


def kind_of(cell: Cell) -> Kind:
    text = fold(cell.text).removeprefix("doi thoai ")
    if text not in _KINDS:
        raise NotUnderstood(cell, f"không rõ loại đối thoại: '{cell.text}'", "Định kỳ, Chuyên đề hoặc Đột xuất")
    return _KINDS[text]


def mode_of(cell: Cell) -> Mode:
    text = fold(cell.text)
    if text not in _MODES:
        raise NotUnderstood(cell, f"không rõ hình thức: '{cell.text}'", "Trực tiếp, Trực tuyến hoặc Kết hợp")
    return _MODES[text]


def presiders_of(cell: Cell) -> tuple[tuple[Post, bool], ...]:
    """Each post with whether a deputy presides; names of persons are left out, as the register holds none."""
    text = re.sub(r"[^a-z ]+", " ", fold(cell.text))
    found = [(Post.PARTY, match) for match in _PARTY.finditer(text)]
    found += [(Post.GOVERNMENT, match) for match in _GOVERNMENT.finditer(text)]
    posts = tuple((post, match[1] is not None) for post, match in found)
    if not posts or len({post for post, _ in posts}) != len(posts):
        raise NotUnderstood(cell, f"không rõ ai chủ trì: '{cell.text}'", "Bí thư; Chủ tịch UBND; hoặc Bí thư và Chủ tịch UBND")
    return posts


def joint_of(cell: Cell) -> bool:
    text = fold(cell.text)
    if text not in ("chung", "rieng"):
        raise NotUnderstood(cell, f"không rõ chung hay riêng: '{cell.text}'", "Chung hoặc Riêng")
    return text == "chung"


def text_of(cell: Cell) -> str:
    """Free text, which is published: an office's list may name people, and the register names nobody."""
    for found in _PERSON.finditer(cell.text):
        before = fold(cell.text[: found.start()]).split()[-1:]
        name = found[1]
        if name[0].isupper() and before not in _PLACES and fold(name) not in _OF_POSTS:
            raise NotUnderstood(cell, f"có vẻ nêu tên người: '{found[0]}'", "chức danh hoặc cơ quan, bỏ tên người")
    return cell.text


def office_of(cell: Cell) -> dict[str, str]:
    """An office and its telephone: "Văn phòng Quận ủy, ĐT 0225.3000.303"."""
    if re.match(r"(d/c|dong chi|ong|ba)\b", fold(cell.text)):
        raise NotUnderstood(cell, f"phải là cơ quan, không phải tên người: '{cell.text}'", "Văn phòng Quận ủy, ĐT 0225 3000 303")
    written = re.fullmatch(r"(.*?)[\s,;:(–-]*(?:ĐT|SĐT|Điện thoại|Tel)?[\s.:]*(0[\d .-]{8,14})\)?", cell.text, re.IGNORECASE)
    return {"office": written[1], "phone": written[2].strip()} if written and written[1] else {"office": cell.text}


def conclusion_of(cell: Cell, year: int) -> dict[str, str]:
    """Number and day of a conclusion notice: "15-TB/QU ngày 20/8/2023"."""
    written = re.fullmatch(r"(?:số:?\s*)?(\S*[A-Za-zĐ]\S*?)(?:\s*[,;]\s*|\s+)(?:ngày\s+)?(\d.*)|(?:số:?\s*)?(\S*[A-Za-zĐ]\S*)", cell.text, re.IGNORECASE)
    if not written:
        raise NotUnderstood(cell, f"không rõ số và ngày nào: '{cell.text}'", "15-TB/QU, ngày 20/8/2023")
    if written[3]:
        return {"number": written[3]}
    return {"number": written[1], "issued_on": day_of(Cell(cell.place, written[2]), year).isoformat()}
