"""What the register of three eras says of itself, its agencies and its rules, as on its own day."""

from __future__ import annotations

from datetime import date

from seed.register_files import agencies_file, register_file, rules_file

SECOND_REFORM = date(2025, 7, 1)
LAW = """\
target:
  posts: [party, government]
  minimum:
    commune: 1
  basis: luat-72
conclusion:
  commune:
    publish_within_days: 10
    basis: luat-72
forms: luat-72
deadlines:
  of_reports: {}
"""
LAW_TITLE = "  luat-72:\n    title: Luật Tổ chức chính quyền địa phương số 72/2025/QH15 (Điều 43)\n"
GUIDANCE = "Kế hoạch hằng năm của thành phố về đối thoại với Nhân dân (giả định, trong dữ liệu mẫu)"
PLANS_BEFORE, YEAR_BEFORE = date(2026, 3, 1), date(2026, 11, 15)
"""What the communes of 2026 send the city; no published act says so, and the records name it as made up."""
COMMISSION = "Ban Tuyên giáo và Dân vận Thành ủy Hải Phòng"
NEW_OFFICES = """\
  - name: Phòng Văn hóa - Xã hội
    field: van-hoa
  - name: Phòng Kinh tế, Hạ tầng và Đô thị
    field: do-thi
  - name: Phòng Kinh tế
    field: nong-nghiep
"""


def register_of(as_of: date) -> tuple[str, str]:
    path, text = register_file(as_of)
    text = text.replace("cấp ủy, chính quyền cấp huyện, cấp xã với", "cấp ủy, chính quyền với")
    text = text.replace("Ban Dân vận Thành ủy Hải Phòng", COMMISSION).replace("bandanvan@", "tuyengiaodanvan@")
    return path, f"{text}old_commune_addresses: false\n"


def agencies_of_eras() -> tuple[str, str]:
    path, text = agencies_file()
    return path, f"{text}{NEW_OFFICES}"


def rules_of(year: int) -> tuple[str, str]:
    """The guidance until 30/06/2025, the law from the day after."""
    path, text = rules_file(year)
    if year < SECOND_REFORM.year:
        return path, text
    text = text.replace("target:\n", f"{LAW_TITLE}target:\n", 1)
    if year == SECOND_REFORM.year:
        lines = "".join(f"    {line}\n" for line in LAW.splitlines())
        return path, f"{text}periods:\n  - first_day: {SECOND_REFORM}\n{lines}"
    cutoffs = f"cutoffs:\n  annual_report: {year}-12-31\n  year_end: {year}-12-31\n"
    deadlines = f"deadlines:\n  registration_before: {PLANS_BEFORE}\n  annual_before: {YEAR_BEFORE}\n  basis: hang-nam\n"
    law = LAW.replace("deadlines:\n  of_reports: {}\n", deadlines).replace("target:\n", "target:\n  kind: periodic\n")
    return path, f"legal_basis:\n{LAW_TITLE}  hang-nam:\n    title: {GUIDANCE}\n{law}{cutoffs}"
