"""Sheets the way offices make them: a national title, a merged heading on two rows, totals, a place to sign."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, Callable, Sequence

import openpyxl
import xlsxwriter
from openpyxl.worksheet.worksheet import Worksheet

DK01 = ["STT", "Đơn vị", "Loại đối thoại", "Người chủ trì (chức danh)", "Nội dung/chủ đề", "Đối tượng", "Địa bàn",
        "Số lượng dự kiến", "Thời gian dự kiến", "Địa điểm", "Hình thức", "Thời gian, nơi nhận ý kiến", "Đầu mối", "Ghi chú"]
DK02 = ["STT", "Xã/phường/thị trấn", ("Bí thư", ["Thời gian"]), ("Chủ tịch UBND", ["Thời gian"]), "Chung/riêng", "Nội dung", "Địa điểm", "Ghi chú"]
BC01 = ["STT", "Đơn vị", "Loại", "Chủ trì", "Chủ đề", "Ngày", "Địa điểm", "Số người dự", "Lượt phát biểu",
        ("Số ý kiến", ["Tổng", "Tại hội nghị", "Gửi trước"]), "Trả lời tại hội nghị", "Giải quyết sau", "Chuyển cấp trên",
        "Số, ngày Thông báo kết luận", "Ghi chú"]
BC02 = ["STT", "Nội dung ý kiến (không nêu danh tính)", "Lĩnh vực", "Cuộc đối thoại", "Thẩm quyền", "Cơ quan chủ trì giải quyết",
        "Thời hạn", "Kết quả + lý do", "Ngày trả lời", "Văn bản trả lời"]

FIRST = 9
"""The row of the first line of ``a_sheet``."""
Heading = str | tuple[str, list[str]]


def a_sheet(
    path: Path, headings: Sequence[Heading], *rows: Sequence[Any], office: str = "QUẬN ỦY HỒNG BÀNG",
    title: str = "ĐĂNG KÝ KẾ HOẠCH ĐỐI THOẠI NĂM 2023", dated: str = "Hồng Bàng, ngày 20 tháng 02 năm 2023", total: bool = True,
) -> Path:
    """One sheet, with dates as real dates where a row has them; ``rows`` are without the number column."""
    book = xlsxwriter.Workbook(str(path), {"default_date_format": "dd/mm/yyyy", "strings_to_urls": False})
    sheet, bold = book.add_worksheet("Biểu"), book.add_format({"bold": True, "text_wrap": True, "align": "center"})
    widths = [len(heading[1]) if isinstance(heading, tuple) else 1 for heading in headings]
    sheet.merge_range(0, 0, 0, 3, office, bold)
    sheet.merge_range(0, 4, 0, sum(widths) - 1, "ĐẢNG CỘNG SẢN VIỆT NAM", bold)
    sheet.write(1, 4, dated)
    sheet.merge_range(3, 0, 3, sum(widths) - 1, title, bold)
    column = 0
    for heading, width in zip(headings, widths, strict=True):
        if isinstance(heading, tuple):
            if width > 1:
                sheet.merge_range(5, column, 5, column + width - 1, heading[0], bold)
            else:
                sheet.write(5, column, heading[0], bold)
            for place, lower in enumerate(heading[1]):
                sheet.write(6, column + place, lower, bold)
        else:
            sheet.merge_range(5, column, 6, column, heading, bold)
        column += width
    for place in range(column):
        sheet.write(7, place, f"({place + 1})")
    for number, row in enumerate(rows, 1):
        for place, value in enumerate((number, *row)):
            if isinstance(value, date):
                sheet.write_datetime(7 + number, place, value)
            elif value is not None:
                sheet.write(7 + number, place, value)
    last = 8 + len(rows)
    if total:
        sheet.merge_range(last, 0, last, 1, "Tổng số", bold)
        sheet.write(last, 2, len(rows))
    sheet.write(last + 2, 1, "Nơi nhận:")
    sheet.write(last + 2, 4, "T/M BAN THƯỜNG VỤ")
    book.close()
    return path


def a_plan(**cells: Any) -> list[Any]:
    """A row of DK01."""
    default = {"unit": "Quận Hồng Bàng", "kind": "Định kỳ", "presided_by": "Bí thư và Chủ tịch UBND", "topic": "Trật tự đô thị",
               "audience": "Thanh niên", "area": "Toàn quận", "expected": "trên 200", "period": "quý III", "venue": "Hội trường Quận ủy",
               "mode": "Trực tiếp", "opinions_to": "Trước 10/8, UBMTTQ quận", "contact": "Văn phòng Quận ủy, ĐT 0225 3000 303", "note": None}
    return list((default | cells).values())


def a_result(**cells: Any) -> list[Any]:
    """A row of BC01."""
    default = {"unit": "Phường Sở Dầu", "kind": "Định kỳ", "presided_by": "Bí thư, Chủ tịch UBND", "topic": None, "day": date(2023, 8, 15),
               "venue": None, "attendance": "trên 200", "speakers": 10, "total": 15, "at_meeting": 10, "before": 5, "answered_at_meeting": 11,
               "answered_later": 3, "passed_up": 1, "conclusion": "15-TB/ĐU ngày 20/8/2023", "note": None}
    return list((default | cells).values())


def a_new_result(**cells: Any) -> list[Any]:
    """One that tells of no dialogue in the golden register."""
    return a_result(**{"unit": "Phường Hạ Lý", "kind": "Đột xuất"} | cells)


def bc01(folder: Path, *rows: list[Any], change: Callable[[Worksheet], object] = lambda sheet: None, **about: Any) -> Path:
    path = a_sheet(folder / "bc01.xlsx", BC01, *rows, **{"title": "BÁO CÁO NĂM 2023", "dated": ""} | about)
    book = openpyxl.load_workbook(path, rich_text=True)
    change(book.active)
    book.save(path)
    return path


def an_opinion(**cells: Any) -> list[Any]:
    """A row of BC02."""
    default = {"summary": "Đề nghị lắp đèn chiếu sáng", "subject": "Hạ tầng", "dialogue": "Phường Sở Dầu, ngày 15/8/2023", "competence": "Cấp xã",
               "agency": "UBND phường", "due": None, "result": None, "answered_on": None, "document_number": None}
    return list((default | cells).values())
