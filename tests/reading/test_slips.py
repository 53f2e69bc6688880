"""Slips of a clerk's hand, each told on the line where it was made and by what is wrong there."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest

from generator.reading.declared_fields import all_names
from generator.reading.problems import Problem
from generator.reading.record_files import RecordFile
from generator.reading.record_reading import MODELS, read_file
from generator.reading.slips import first_slip
from generator.reading.unknown_fields import OTHER_WORDS, other_words
from generator.reading.yaml_text import read_yaml
from tests.places import CONTENT, GOLDEN, REAL_DIALOGUES

RECORD = """\
unit: hong-bang/ha-ly
kind: thematic
presided_by:
  - party
  - post: government
    deputy: true
topic: Trật tự đô thị
subjects:
  - Lòng đường, vỉa hè
  - Bãi giữ xe
mode: mixed
venue:
  name: Nhà văn hóa phường
  address: Số 8 đường Hạ Lý
participation:
  who: Nhân dân trong phường
  opinions_until: 2023-05-02
  contact:
    office: Văn phòng UBND phường
    phone: 0225 3 000 111
registration:
  registered_on: 2023-02-14
  period: 2023-Q2
schedule:
  - announced_on: 2023-04-03
    day: 2023-05-05
    start: 14:00
  - announced_on: 2023-04-28
    day: 2023-05-12
    start: 14:00
    end: 17:00
    reason: Trùng lịch tiếp xúc cử tri
held:
  attendance:
    - count: 85
      of: people
  speakers: 9
  opinions:
    total: 12
    before: 4
    at_meeting: 8
  summary: |
    Hội nghị diễn ra đúng lịch.

    Nhân dân nêu mười hai ý kiến.
conclusion:
  number: 21-TB/ĐU
  issued_on: 2023-05-16
  text: |
    1. Kẻ lại vạch sơn.
    2. Giao UBND phường bố trí bãi giữ xe.
opinions:
  - summary: Vỉa hè bị lấn chiếm
    field: Trật tự đô thị
    answer:
      answered_on: 2023-05-20
      text: Đã lập tổ tuần tra
commitments:
  - id: 1
    text: Kẻ vạch sơn
    agency: UBND phường
    due: 2023-07-01
    updates:
      - updated_on: 2023-06-20
        outcome: kept
        text: Đã kẻ xong
  - id: 2
    text: Lập bãi giữ xe
    agency: Công an phường
note: Ghi theo biên bản.
"""


class Slip(NamedTuple):
    """``right`` stands in the record once and becomes ``wrong``; the problem stands on the line that ``at`` begins or, where
    it is empty, on the first line that changed. One of ``says`` must be said, and ``never`` not."""

    right: str
    wrong: str
    says: str
    never: str = ""
    at: str = ""


INDENTED = (
    Slip("  name: Nhà văn hóa phường\n", "name: Nhà văn hóa phường\n", "thụt", "ngoặc kép"),
    Slip("  who: Nhân dân", "who: Nhân dân", "thụt", "ngoặc kép"),
    Slip("    office: Văn", "  office: Văn", "thụt", "ngoặc kép"),
    Slip("  registered_on:", "registered_on:", "thụt", "ngoặc kép"),
    Slip("kind: thematic", " kind: thematic", "thụt", "ngoặc kép"),
    Slip("mode: mixed", " mode: mixed", "thụt", "ngoặc kép"),
    Slip("mode: mixed", "  mode: mixed", "thụt", "ngoặc kép"),
    Slip("\nheld:", "\n held:", "thụt", "ngoặc kép"),
    Slip("\nschedule:", "\n schedule:", "thụt", "ngoặc kép"),
    Slip("unit: hong", " unit: hong", "thụt", "ngoặc kép"),
    Slip("  address: Số 8", "   address: Số 8", "thụt", "ngoặc kép"),
    Slip("  address: Số 8", " address: Số 8", "thụt", "ngoặc kép"),
    Slip("  name: Nhà văn", "   name: Nhà văn", "thụt", "ngoặc kép"),
    Slip("    phone: 0225", "     phone: 0225", "thụt", "ngoặc kép"),
    Slip("    day: 2023-05-05", "     day: 2023-05-05", "thụt", "ngoặc kép"),
    Slip("    day: 2023-05-05", "   day: 2023-05-05", "thụt", "ngoặc kép"),
    Slip("    day: 2023-05-05", "  day: 2023-05-05", "thụt", "ngoặc kép"),
    Slip("    end: 17:00", "      end: 17:00", "thụt", "ngoặc kép"),
    Slip("      of: people", "     of: people", "thụt", "ngoặc kép"),
    Slip("  speakers: 9", "   speakers: 9", "thụt", "ngoặc kép"),
    Slip("    before: 4", "   before: 4", "thụt", "ngoặc kép"),
    Slip("    before: 4", "     before: 4", "thụt", "ngoặc kép"),
    Slip("    total: 12", "     total: 12", "thụt", "ngoặc kép"),
    Slip("        outcome: kept", "       outcome: kept", "thụt", "ngoặc kép"),
    Slip("        outcome: kept", "         outcome: kept", "thụt", "ngoặc kép"),
    Slip("      - updated_on", "     - updated_on", "thụt", "ngoặc kép"),
    Slip("  - id: 2", "   - id: 2", "thụt", "ngoặc kép"),
    Slip("  - id: 2", " - id: 2", "thụt", "ngoặc kép"),
    Slip("  - id: 2", "- id: 2", "thụt", "ngoặc kép"),
    Slip("  - Bãi giữ xe", "   - Bãi giữ xe", "thụt", "ngoặc kép"),
    Slip("  - announced_on: 2023-04-28", " - announced_on: 2023-04-28", "thụt", "ngoặc kép"),
    Slip("  - announced_on: 2023-04-03", "   - announced_on: 2023-04-03", "thụt", "ngoặc kép"),
    Slip("    1. Kẻ lại", "1. Kẻ lại", "thụt", "ngoặc kép"),
    Slip("    2. Giao UBND", "2. Giao UBND", "thụt", "ngoặc kép"),
    Slip("    2. Giao UBND", "  2. Giao UBND", "thụt", "ngoặc kép"),
    Slip("    2. Giao UBND", "   2. Giao UBND", "thụt", "ngoặc kép"),
    Slip("    2. Giao UBND", "- Giao: UBND", "thụt", "ngoặc kép"),
    Slip("    Hội nghị diễn ra", "  Hội nghị diễn ra", "thụt", "ngoặc kép"),
    Slip("    Nhân dân nêu", "Nhân dân nêu", "thụt", "ngoặc kép"),
    Slip("note: Ghi theo biên bản.", "note: Ghi theo\nbiên bản.", "thụt", "ngoặc kép", "biên bản"),
    Slip("    agency: UBND phường", "\tagency: UBND phường", "tab"),
    Slip("  speakers: 9", "\tspeakers: 9", "tab"),
    Slip("    start: 14:00\n    end", "\u00a0   start: 14:00\n    end", "dấu cách"),
    Slip("  speakers: 9", "\u3000speakers: 9", "dấu cách"),
)
SIGNS_AFTER_NAMES = (
    Slip("mode: mixed", "mode:mixed", "dấu cách", "ngoặc kép"),
    Slip("unit: hong", "unit:hong", "dấu cách", "ngoặc kép"),
    Slip("  name: Nhà", "  name:Nhà", "dấu cách", "ngoặc kép"),
    Slip("  address: Số", "  address:Số", "dấu cách", "ngoặc kép"),
    Slip("    day: 2023-05-05", "    day:2023-05-05", "dấu cách", "ngoặc kép"),
    Slip("- count: 85", "- count:85", "dấu cách", "ngoặc kép"),
    Slip("- id: 2", "- id:2", "dấu cách", "ngoặc kép"),
    Slip("  speakers: 9", "  speakers:9", "dấu cách", "ngoặc kép"),
    Slip("        outcome: kept", "        outcome:kept", "dấu cách", "ngoặc kép"),
    Slip("note: Ghi", "note:Ghi", "dấu cách", "ngoặc kép"),
    Slip("  issued_on: 2023", "  issued_on:\u00a02023", "dấu cách", "ngoặc kép"),
    Slip("note: Ghi", "note:\u00a0Ghi", "dấu cách", "ngoặc kép"),
    Slip("    total: 12", "    total:\u202f12", "dấu cách", "ngoặc kép"),
    Slip("  period: 2023-Q2", "  period：2023-Q2", "hai chấm", "ngoặc kép"),
    Slip("  text: |\n    1.", "  text： |\n    1.", "hai chấm", "ngoặc kép"),
    Slip("\nheld:", "\nheld：", "hai chấm", "ngoặc kép"),
    Slip("    due: 2023", "    due = 2023", "hai chấm", "ngoặc kép"),
    Slip("    due: 2023", "    due=2023", "hai chấm", "ngoặc kép"),
    Slip("topic: Trật", "topic; Trật", "hai chấm", "ngoặc kép"),
    Slip("topic: Trật", "topic - Trật", "hai chấm", "ngoặc kép"),
    Slip("topic: Trật", "topic Trật", "hai chấm", "ngoặc kép"),
    Slip("    agency: Công", "    agency Công", "hai chấm", "ngoặc kép"),
    Slip("\nschedule:\n", "\nschedule\n", "hai chấm", "ngoặc kép"),
    Slip("  - Bãi giữ xe", "  -Bãi giữ xe", "dấu cách", "ngoặc kép"),
    Slip("  - id: 2", "  -id: 2", "dấu cách", "ngoặc kép"),
    Slip("  - id: 1\n", "  -id: 1\n", "dấu cách", "ngoặc kép"),
    Slip("  - announced_on: 2023-04-28", "  – announced_on: 2023-04-28", "gạch", "ngoặc kép"),
    Slip("  - announced_on: 2023-04-03", "  • announced_on: 2023-04-03", "gạch", "ngoặc kép"),
    Slip("    - count: 85", "    * count: 85", "gạch"),
    Slip("  - Bãi giữ xe", "  • Bãi giữ xe", "gạch"),
    Slip("  - Bãi giữ xe", "  -\u00a0Bãi giữ xe", "dấu cách", "ngoặc kép"),
    Slip("  - id: 2", "  -\u00a0id: 2", "dấu cách", "ngoặc kép"),
    Slip("  - id: 2", "  2. id: 2", "gạch", "ngoặc kép"),
    Slip("mode: mixed", "// mode: mixed", "dấu #", "thụt"),
    Slip("mode: mixed", "<!-- mode: mixed -->", "dấu #", "thụt"),
    Slip("  - announced_on: 2023-04-03", "    announced_on: 2023-04-03", "gạch", "ngoặc kép"),
    Slip("      - updated_on", "        updated_on", "gạch", "ngoặc kép"),
    Slip("    - count: 85", "      count: 85", "gạch", "ngoặc kép"),
    Slip("  - id: 1\n", "    id: 1\n", "gạch", "ngoặc kép"),
    Slip("  - id: 2", "  - - id: 2", "một dấu gạch", "ngoặc kép"),
    Slip("  text: |\n    1. Kẻ lại vạch", "  text:\n    1. Kẻ lại: vạch", "dấu |", "thụt", at="  text:\n"),
    Slip("  summary: |\n    Hội nghị diễn", "  summary:\n    Hội nghị: diễn", "dấu |", "thụt", at="  summary:\n"),
)
SENTENCES = (
    Slip("topic: Trật tự", "topic: Trật: tự", "ngoặc kép", "thụt"),
    Slip("    agency: Công an", "    agency: Công an: tổ 2", "ngoặc kép", "thụt"),
    Slip("        text: Đã kẻ xong", "        text: Đã kẻ xong:", "ngoặc kép", "thụt"),
    Slip("  - Bãi giữ xe", "  - Bãi: giữ xe", "ngoặc kép", "thụt"),
    Slip("    reason: Trùng", "    reason: Lý do: Trùng", "ngoặc kép", "thụt"),
    Slip("    text: Lập bãi", "    text: | Lập bãi", "ngoặc kép", "thụt"),
    Slip("topic: Trật tự đô thị", "topic: “Trật tự: đô thị”", "thẳng|ngoặc cong"),
    Slip("    reason: Trùng lịch", "    reason: “Trùng: lịch”", "thẳng|ngoặc cong"),
    Slip("  - Bãi giữ xe", "  - “Bãi: giữ xe”", "thẳng|ngoặc cong|ngoặc kép"),
    Slip("topic: Trật tự", "topic: *Trật* tự", "ngoặc kép", "thụt"),
    Slip("topic: Trật tự", "topic: * Trật tự", "ngoặc kép", "thụt"),
    Slip("topic: Trật tự", "topic: - Trật tự", "ngoặc kép", "thụt"),
    Slip("topic: Trật tự", "topic: [Trật tự]", "ngoặc kép", "thụt"),
    Slip("    reason: Trùng", "    reason: [Gấp] Trùng", "ngoặc kép", "thụt"),
    Slip("    reason: Trùng", "    reason: @Trùng", "ngoặc kép", "thụt"),
    Slip("    reason: Trùng", "    reason: %Trùng", "ngoặc kép", "thụt"),
    Slip("    reason: Trùng", "    reason: `Trùng", "ngoặc kép", "thụt"),
    Slip("    reason: Trùng", "    reason: & Trùng", "ngoặc kép", "thụt"),
    Slip("    reason: Trùng", "    reason: ! Trùng", "ngoặc kép", "thụt"),
    Slip("    reason: Trùng", "    reason: !Trùng", "ngoặc kép", "thụt"),
    Slip("    reason: Trùng", "    reason: > Trùng", "ngoặc kép|dấu >", "thụt"),
    Slip("    reason: Trùng", "    reason: ? Trùng", "ngoặc kép", "thụt"),
    Slip("    reason: Trùng", "    reason: {Gấp} Trùng", "ngoặc kép", "thụt"),
    Slip("    reason: Trùng", "    reason: , Trùng", "ngoặc kép", "thụt"),
    Slip("  - Bãi giữ xe", "  - *Bãi giữ xe", "ngoặc kép", "thụt"),
    Slip("  - Bãi giữ xe", "  - - Bãi giữ xe", "ngoặc kép", "thụt"),
    Slip("  - Bãi giữ xe", "  - [Bãi] giữ xe", "ngoặc kép", "thụt"),
    Slip("  - Bãi giữ xe", "  - %Bãi giữ xe", "ngoặc kép", "thụt"),
    Slip("note: Ghi", "note: | Ghi", "xuống dòng"),
    Slip("topic: Trật tự", "topic: \"Trật\" tự", "ngoặc"),
    Slip("  - Bãi giữ xe", "  - \"Bãi\" giữ xe", "ngoặc"),
    Slip("    reason: Trùng lịch", "    reason: 'Trùng' lịch", "ngoặc"),
    Slip("topic: Trật tự đô thị", "topic: \"Trật tự đô thị", "đóng"),
    Slip("  address: Số 8", "  address: \"Số 8", "đóng"),
    Slip("note: Ghi", "note: \"Ghi", "đóng"),
    Slip("    agency: UBND phường", "    agency: 'UBND phường", "đóng"),
    Slip("presided_by:\n  - party\n  - post: government\n    deputy: true", "presided_by: [party, government", "ngoặc vuông|]", "ngoặc kép"),
    Slip("subjects:\n  - Lòng đường, vỉa hè\n  - Bãi giữ xe", "subjects: [Lòng đường, Bãi giữ xe", "ngoặc vuông|]", "ngoặc kép"),
    Slip("    start: 14:00\n    end: 17:00", "    start: 14:00 end: 17:00", "một dòng|dòng riêng", "ngoặc kép"),
    Slip("registration:\n  registered_on", "registration: registered_on", "một dòng|dòng riêng", "ngoặc kép"),
    Slip("    start: 14:00\n    end: 17:00", "    start: 14:00, end: 17:00", "một dòng|dòng riêng", "ngoặc kép"),
)
NAMES = (
    Slip("    start: 14:00\n    end", "    time: 14:00\n    end", "start"),
    Slip("    day: 2023-05-12", "    date: 2023-05-12", "day"),
    Slip("    day: 2023-05-12", "    ngày: 2023-05-12", "day"),
    Slip("    reason: Trùng", "    why: Trùng", "reason"),
    Slip("    reason: Trùng", "    lý do: Trùng", "reason"),
    Slip("\nvenue:", "\nlocation:", "venue"),
    Slip("\nvenue:", "\nđịa điểm:", "venue"),
    Slip("    due: 2023", "    deadline: 2023", "due"),
    Slip("    due: 2023", "    hạn: 2023", "due"),
    Slip("  issued_on: 2023", "  date: 2023", "issued_on"),
    Slip("        outcome: kept", "        status: kept", "outcome"),
    Slip("        outcome: kept", "        result: kept", "outcome"),
    Slip("updated_on: 2023", "date: 2023", "updated_on"),
    Slip("\ncommitments:", "\npromises:", "commitments"),
    Slip("    - count: 85", "    - number: 85", "count"),
    Slip("kind: thematic", "type: thematic", "kind"),
    Slip("mode: mixed", "hình thức: mixed", "'mode'"),
    Slip("kind: thematic", "hình thức đối thoại: thematic", "'kind'"),
    Slip("kind: thematic", "KIND: thematic", "kind"),
    Slip("  - summary: Vỉa", "  - text: Vỉa", "summary"),
    Slip("  speakers: 9", "  speeches: 9", "speakers"),
    Slip("presided_by:", "chaired_by:", "presided_by"),
    Slip("presided_by:", "presided by:", "presided_by"),
    Slip("presided_by:", "presidedBy:", "presided_by"),
    Slip("presided_by:", "presided-by:", "presided_by"),
    Slip(RECORD[RECORD.index("opinions:\n  - summary"):RECORD.index("commitments:")], "opinions:\n  total: 12\n  before: 4\n", "held.opinions", at="opinions:\n  total"),
    Slip("unit: hong", "HỘI NGHỊ ĐỐI THOẠI\nunit: hong", "xóa dòng", "ngoặc kép"),
    Slip("mode: mixed", "mode: mixed\nspeakers: 9", "held", at="speakers"),
    Slip("mode: mixed", "mode: mixed\nreason: Mưa", "schedule", at="reason"),
    Slip("mode: mixed", "mode: mixed\naddress: Số 8", "venue", at="address"),
    Slip("mode: mixed", "mode: mixed\ndue: 2023-07-01", "commitments", at="due"),
    Slip("mode: mixed", "mode: mixed\nperiod: 2023-Q2", "registration", at="period"),
    Slip("mode: mixed", "mode: mixed\nissued_on: 2023-05-16", "conclusion", at="issued_on"),
    Slip("    reason: Trùng", "    speakers: 9", "held"),
    Slip("  speakers: 9", "  speakers: 9\n  number: 21-TB/ĐU", "conclusion", at="  number: 21-TB/ĐU\n  opinions"),
    Slip("  speakers: 9", "  speakers: 9\n  subjects: [Bãi giữ xe]", "ngoài cùng|sát lề", at="  subjects"),
    Slip("    due: 2023-07-01", "    speakers: 9", "held"),
    Slip("topic: Trật tự", "xyzt: Trật tự", "topic"),
)
VALUES = (
    Slip("    day: 2023-05-12", "    day: thứ Sáu, ngày 12/5/2023", "2023-05-12"),
    Slip("    day: 2023-05-12", "    day: 2023–05–12", "'2023-05-12'"),
    Slip("    day: 2023-05-12", "    day: 12 - 5 - 2023", "'2023-05-12'"),
    Slip("    day: 2023-05-12", "    day: 12.5.23", "'2023-05-12'"),
    Slip("    day: 2023-05-12", "    day: 2023-30-05", "'2023-05-30'"),
    Slip("    day: 2023-05-12", "    day: 31/4/2023", "30 ngày"),
    Slip("    day: 2023-05-12", "    day: 2023-02-30", "28 ngày"),
    Slip("    start: 14:00\n    end: 17:00", "    start: 14h - 17h", "ở end"),
    Slip("    start: 14:00\n    end: 17:00", "    start: từ 14:00 đến 17:00", "ở end"),
    Slip("  attendance:\n    - count: 85\n      of: people\n", "  attendance: 85\n", "- count:"),
    Slip("    end: 17:00", "    end: 5h chiều", "17:00"),
    Slip("    end: 17:00", "    end: 16.30", "16:30"),
    Slip("    end: 17:00", "    end: 4:45 PM", "16:45"),
    Slip("  period: 2023-Q2", "  period: quý IV", "2023-q4"),
    Slip("  period: 2023-Q2", "  period: Tháng 10/2023", "2023-10"),
    Slip("  period: 2023-Q2", "  period: 12/10/2023", "2023-10-12"),
    Slip("  period: 2023-Q2", "  period: 6 tháng cuối năm", "2023-h2"),
    Slip("    - count: 85", "    - count: trên 200", "precision"),
    Slip("    - count: 85", "    - count: 1.200", "'1200'"),
    Slip("  speakers: 9", "  speakers: -", "xóa cả dòng", "ngoặc kép"),
    Slip("  speakers: 9", "  speakers: ?", "xóa cả dòng", "ngoặc kép"),
)
AFTER_A_BLOCK = "bố trí bãi giữ xe.\nopinions:"
ONE_MESSAGE = (
    *(
        Slip(AFTER_A_BLOCK, f"bố trí bãi giữ xe.\n{name}:", "'opinions'", "thụt")
        for name in ("y kien", "ý kiến", "Ý kiến", "opinons", "feedback", "Opinions", "ý kiến, kiến nghị", "Ý kiến/kiến nghị", "Ý kiến (kiến nghị)")
    ),
    Slip(AFTER_A_BLOCK, "bố trí bãi giữ xe.\nwhat_was_said:", "không có trường", "thụt"),
    Slip("    2. Giao UBND", "Kết quả: giao UBND", "thụt", "không có trường"),
    Slip("note: Ghi theo biên bản.", "note: Ghi theo biên bản.\nnumber: 21-TB/ĐU", "conclusion", "'id'"),
    Slip("  period: 2023-Q2", "  day: 2023-Q2", "'period'"),
    Slip("  period: 2023-Q2", "  xyzt: 2023-Q2", "'period'"),
    Slip("  - Bãi giữ xe", "  - “Bãi: giữ xe”", "thẳng|ngoặc cong"),
    Slip("    due: 2023-07-01", "    due: “2023-07-01”", "ngoặc cong"),
    Slip("    due: 2023-07-01", "    due: “2023-07-01”", "'2023-07-01'"),
    Slip("    due: 2023-07-01", "    due: 20230701", "'2023-07-01'"),
    Slip("    end: 17:00", "    end: 17h00'", "'17:00'"),
    Slip("    - count: 85", "    - count: “85”", "'85'"),
    Slip("kind: thematic", "kind: ‘thematic’", "ngoặc cong"),
    Slip("  - party\n  - post: government\n    deputy: true", "  [party， government]", "dấu phẩy"),
    Slip("    agency: Công an phường", "    agency: 'Công an phường", "ngoặc đơn", "ngoặc kép"),
    Slip("  - Lòng đường, vỉa hè\n  - Bãi giữ xe", "  [Lòng đường， Bãi giữ xe]", "dấu phẩy"),
    Slip("mode: mixed", "mode: \"mixed\",", "bỏ dấu phẩy", "“"),
    Slip("  - party\n  - post: government\n    deputy: true", "  [\"party\" \"government\"]", "phải có dấu phẩy"),
    Slip("subjects:\n  - Lòng đường, vỉa hè\n  - Bãi giữ xe", "subjects: [Vỉa hè], [Bãi xe]", "[vỉa hè, bãi xe]"),
    Slip("mode: mixed", "mode: mixed\nSửa của Lan", "dấu #", "thụt", at="Sửa"),
    Slip("  speakers: 9", "  - speakers: 9", "không có dấu gạch", "thụt"),
    Slip("    agency: Công an phường", "    agency: Công an phường\n    id: 3\n    text: Dẹp chợ cóc", "dấu gạch", at="    id: 3"),
    Slip("      text: Đã lập tổ tuần tra\n", "      by: Công an phường\ngồm: tổ 2\n      text: Đã lập tổ tuần tra\n", "thụt", at="gồm"),
    Slip("    day: 2023-05-12", "    day: 2023-05-12 00:00:00", "'2023-05-12'"),
    Slip("    day: 2023-05-12", "    day: thứ Sáu 12/5", "'2023-05-12'"),
    Slip("    end: 17:00", "    end: 2023-05-12T17:00:00Z", "'17:00'"),
    Slip("      of: people", "      don vi: people", "'of'"),
    Slip("  number: 21-TB/ĐU", "  số văn bản: 21-TB/ĐU", "'number'"),
    Slip("venue:\n  name: Nhà", "venue:\n  - name: Nhà", "không có dấu gạch", at="  - name"),
    Slip("venue:\n  name: Nhà văn hóa phường\n  address", "venue:\n  - name: Nhà văn hóa phường\n    address", "các dòng của nhóm", at="  - name"),
    Slip("      of: people", "      unit: people", "'of'", "sát lề"),
    *(
        Slip("  address: Số 8", f"  online_url: {written}\n  address: Số 8", "https://hop.example/ha-ly", "ngoặc kép")
        for written in ("[Phòng họp](https://hop.example/ha-ly)", '"[Phòng họp](https://hop.example/ha-ly)"', "Phòng họp https://hop.example/ha-ly")
    ),
    Slip("      text: Đã lập tổ tuần tra", "      text:Đã lập tổ tuần tra", "dấu cách", "phải có trường"),
    Slip("    answer:\n      answered_on: 2023-05-20\n      text: Đã lập tổ tuần tra\n", "    answer: {text:Đã lập tổ tuần tra}\n", "dấu cách", "phải có trường"),
    Slip("kind: thematic", "kind := thematic", "dấu hai chấm"),
)
EDITS_OF_TWO = (
    Slip("kind: thematic\n", "<<<<<<< HEAD\nkind: thematic\n=======\nkind: periodic\n>>>>>>> nhanh\n", "xung đột"),
    Slip("    1. Kẻ lại vạch sơn.\n", "<<<<<<< HEAD\n    1. Kẻ lại vạch sơn.\n=======\n    1. Sơn lại vạch.\n>>>>>>> nhanh\n", "xung đột"),
    Slip("    1. Kẻ lại vạch sơn.\n", "    <<<<<<< HEAD\n    1. Kẻ lại.\n    =======\n    1. Sơn lại.\n    >>>>>>> nhanh\n", "xung đột"),
    Slip("    1. Kẻ lại vạch sơn.\n", "    1. Kẻ lại vạch sơn.\n    >>>>>>> nhanh\n", "xung đột", at="    >>>>"),
    Slip("topic: Trật tự", "=======\ntopic: Trật tự", "xung đột"),
    Slip("    agency: Công an phường\n", "    agency: Công an phường\n<<<<<<< HEAD\n  - id: 3\n    text: Sửa đèn\n    agency: A\n||||||| 1a2b\n=======\n  - id: 3\n    text: Nạo cống\n    agency: B\n>>>>>>> x\n", "xung đột", at="<<<<<<<"),
)
CUT_OFF = (
    ("  - id: 2\n    text: Lập bãi giữ xe\n    ag", "hai chấm|cắt dở"),
    ("conclusion:\n  number: 21-TB/ĐU\n  iss", "hai chấm|cắt dở"),
    ("\nheld:\n  att", "hai chấm|cắt dở"),
    ("  period: 2023-Q2\nsched", "hai chấm|cắt dở"),
)
SLIPS = (*INDENTED, *SIGNS_AFTER_NAMES, *SENTENCES, *NAMES, *VALUES, *EDITS_OF_TWO)


FIELD = re.compile(r"(?P<before>[ -]*[a-z_]+)(?P<colon>:)(?P<after>(?: .*)?)")
SENTENCE = re.compile(r"(?P<before>[ -]*(?:text|topic|note|agency|reason|summary|name|address|who): )(?P<after>[^|].*)")
EVERYWHERE = {
    "one space more": (lambda line: f" {line}", "thụt"), "two spaces more": (lambda line: f"  {line}", "thụt|nằm trong"),
    "one space less": (lambda line: line.removeprefix(" "), "thụt|nằm trong"),
    "two spaces less": (lambda line: line.removeprefix("  "), "thụt|nằm trong"),
    "a tab": (lambda line: re.sub("^ +", "\t", line), "tab"),
    "no space after the colon": (lambda line: FIELD.sub(lambda found: f"{found['before']}:{found['after'].lstrip()}", line), "dấu cách"),
    "a no-break space": (lambda line: FIELD.sub(lambda found: f"{found['before']}:{found['after'].replace(' ', chr(160), 1)}", line), "dấu cách"),
    "a wide colon": (lambda line: FIELD.sub(r"\g<before>：\g<after>", line), "hai chấm"),
    "an equals sign": (lambda line: FIELD.sub(r"\g<before> =\g<after>", line), "hai chấm"),
    "no colon": (lambda line: FIELD.sub(r"\g<before>\g<after>", line), "hai chấm"),
    "a star": (lambda line: SENTENCE.sub(r"\g<before>*\g<after>", line), "ngoặc kép"),
    "a dash": (lambda line: SENTENCE.sub(r"\g<before>- \g<after>", line), "ngoặc kép"),
    "brackets": (lambda line: SENTENCE.sub(r"\g<before>[Gấp] \g<after>", line), "ngoặc kép"),
    "a colon in the sentence": (lambda line: SENTENCE.sub(r"\g<before>\g<after>: thêm", line), "ngoặc kép"),
    "a quote left open": (lambda line: SENTENCE.sub(r'\g<before>"\g<after>', line), "đóng"),
    "no space after the dash": (lambda line: re.sub("^( *)- ", r"\1-", line), "dấu cách"),
    "Word's bullet": (lambda line: re.sub("^( *)- ", r"\1• ", line), "gạch"),
}
"""Each is tried on every line that it changes."""
BY_ITSELF = {"opinions:"}
"""Two spaces less make it the field of that name at the margin."""


def problems_of(text: str) -> list[Problem]:
    read = read_file(RecordFile("dialogues/2023/ha-ly.yml", text.encode(), b""))
    return sorted([*read.problems_of_text, *read.problems])


def said(problem: Problem) -> str:
    """Without what it quotes."""
    return re.sub(r"; đang ghi '.*?'(?=;|\n|$)", "", problem.sentence, flags=re.DOTALL).lower()


@pytest.mark.parametrize("ruled", ["    =======\n", "    ==============\n", "      =======\n"])
def test_a_line_that_is_ruled_in_a_text_is_no_mark_of_a_conflict(ruled):
    assert problems_of(RECORD.replace("    2. Giao UBND", f"{ruled}    2. Giao UBND")) == []


def test_the_record_is_sound():
    assert problems_of(RECORD) == []


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: repr(slip.wrong.strip()[:50]))
def test_a_slip_is_told_where_it_was_made_and_by_what_is_wrong(slip):
    told_of(slip)


def told_of(slip: Slip) -> list[Problem]:
    """All that is told of it; first where it was made and what is wrong."""
    assert RECORD.count(slip.right) == 1
    text = RECORD.replace(slip.right, slip.wrong)
    first_changed = next(number for number, (new, old) in enumerate(zip(text.split("\n"), RECORD.split("\n"), strict=False), 1) if new != old)
    line = text[: text.index(f"\n{slip.at}")].count("\n") + 2 if slip.at else first_changed
    problems = problems_of(text)
    assert problems and problems[0].line == line, problems
    assert any(word in said(problems[0]) for word in slip.says.split("|")), problems
    assert not slip.never or all(slip.never not in said(problem) for problem in problems)
    return problems


@pytest.mark.parametrize("kind", EVERYWHERE)
def test_a_slip_is_told_on_its_line_wherever_it_is_made(kind):
    change, says = EVERYWHERE[kind]
    lines, told_elsewhere, tried = RECORD.split("\n"), [], 0
    for place, line in enumerate(lines):
        changed = change(line) if line.strip() else line
        problems = problems_of("\n".join([*lines[:place], changed, *lines[place + 1:]])) if changed != line else []
        tried += bool(problems)  # a sentence that goes on further in is no slip to YAML
        if problems and changed not in BY_ITSELF and not (
            problems[0].line == place + 1 and any(word in said(problems[0]) for word in says.split("|"))
        ):
            told_elsewhere.append((changed, problems[0]))
    assert tried >= 9 and told_elsewhere == []


def test_a_word_for_a_field_of_another_place_is_not_the_one_that_is_missing_here():
    told = problems_of(RECORD.replace("kind: thematic", "dia_chi: Số 8"))
    assert [(problem.rule, problem.suggestion) for problem in told] == [("field-is-there", None), ("field-is-known", None)]
    assert "'address' nằm trong venue" in told[1].must


@pytest.mark.parametrize("content", [CONTENT, GOLDEN, REAL_DIALOGUES / "content"], ids=["sample", "golden", "real dialogues"])
def test_no_sound_record_has_a_slip(content):
    """Since where a file has one, all of its lines are looked at."""
    of_folder = [(path, MODELS.get(path.relative_to(content).parts[0])) for path in sorted(content.rglob("*.yml"))]
    slips = {str(path): first_slip(path.read_text("utf-8"), model) for path, model in of_folder if model}
    assert slips and {path: slip for path, slip in slips.items() if slip} == {}


@pytest.mark.parametrize("entry", ["Đất đai: |\n      một\n      ::error::hai", "Đất đai: " + "x" * 3000, 'Đất "đai": có "nháy" \\ nữa'])
def test_what_an_entry_should_be_is_one_short_line_that_can_be_read(entry):
    problem, = problems_of(RECORD.replace("Bãi giữ xe", entry))
    assert problem.example is None or problems_of(RECORD.replace("- Bãi giữ xe", problem.example)) == []


def test_every_field_is_known_by_other_words_and_no_other_is():
    assert other_words().keys() == set().union(*map(all_names, MODELS.values()))


def test_no_field_has_its_other_words_twice():
    assert read_yaml(OTHER_WORDS.read_text("utf-8"))[1] == []


@pytest.mark.parametrize("slip", ONE_MESSAGE, ids=lambda slip: repr(slip.wrong.strip()[-50:]))
def test_one_slip_is_told_once_and_at_its_place(slip):
    assert len(told_of(slip)) == 1


RULES = """\
legal_basis:
  huong-dan:
    title: Hướng dẫn
target:
  posts: [party, government]
  minimum:
    district: 1
    commune: 1
  basis: huong-dan
conclusion:
  district:
    send_within_days: 10
    publish_within_days: 15
cutoffs:
  year_end: 2023-12-31
"""
OF_RULES = (
    Slip("    commune: 1", "    commune 1", "dấu hai chấm"),
    Slip("  district:\n    send", "  district\n    send", "dấu hai chấm"),
    Slip("    publish_within_days", "  publish_within_days", "trong 'district'"),
    Slip("    title: Hướng dẫn", "   title: Hướng dẫn\n    url: https://a.example/", "thụt 4 dấu cách"),
)


@pytest.mark.parametrize("slip", OF_RULES, ids=lambda slip: repr(slip.wrong.strip()[:50]))
def test_a_slip_below_the_name_of_a_level_is_told_at_its_place(slip):
    text = RULES.replace(slip.right, slip.wrong)
    problem, = read_file(RecordFile("rules/2023.yml", text.encode(), b"")).problems
    assert problem.line == RULES[: RULES.index(slip.right)].count("\n") + 1
    assert slip.says in said(problem)


def test_names_and_values_in_braces_are_no_sentence_that_begins_with_a_brace():
    text = RULES.replace("  minimum:\n    district: 1\n    commune: 1\n", "  minimum: {district: 1, commune: 1}\n")
    slip = Slip("    publish_within_days", "   publish_within_days", "thụt 4 dấu cách")
    problem, = read_file(RecordFile("rules/2023.yml", text.replace(slip.right, slip.wrong).encode(), b"")).problems
    assert problem.line == text[: text.index(slip.right)].count("\n") + 1
    assert slip.says in said(problem)


@pytest.mark.parametrize(("end", "says"), CUT_OFF)
def test_a_record_that_was_cut_off_is_told_at_its_last_line(end, says):
    text = RECORD[: RECORD.index(end) + len(end)]
    problem, = problems_of(text)
    assert problem.line == text.count("\n") + 1 and any(word in said(problem) for word in says.split("|"))
