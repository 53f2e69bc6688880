"""The table of units: each district and commune that the register has known, closed ones too."""

from datetime import date
from typing import Iterable, Iterator

from pydantic import Field

from generator.consequences.snapshot import Snapshot
from generator.consequences.whom_to_ask import contact_on
from generator.model import Post, Unit, UnitFile, addresses
from generator.model.earlier_facts import DATED_FACTS
from generator.tables.table import OfUnit, Row, Table, public_address, unit_columns

_COLUMNS = {"name": "unit_name", "type": "type", "code": "code", "parent": "district"}
"""In which each of ``DATED_FACTS`` stands as it is now."""


class UnitRow(OfUnit):
    code: str | None = Field(
        description="Mã của Tổng cục Thống kê; là văn bản, giữ số 0 ở đầu; có thể được cấp lại sau sắp xếp"
    )
    type: str = Field(description="Loại đơn vị, như trong tên đầy đủ")
    province: str | None = Field(description="Tỉnh, thành phố của đơn vị; trống với đơn vị cấp tỉnh")
    exists_from: date | None = Field(description="Ngày đầu tiên đơn vị tồn tại; trống nếu có từ trước khi lập sổ")
    exists_until: date | None = Field(description="Ngày cuối cùng đơn vị tồn tại; trống nếu vẫn còn")
    exists: bool = Field(description="Đơn vị có tồn tại vào ngày tính hay không")
    predecessors: list[str] = Field(description="Mã các đơn vị cũ mà đơn vị này kế tiếp")
    successors: list[str] = Field(description="Mã các đơn vị mới kế tiếp đơn vị này")
    vacant_posts: list[Post] = Field(description="Chức danh đang khuyết vào ngày tính")
    one_person_in_both_posts: bool = Field(description="Vào ngày tính một người giữ cả hai chức danh")
    page: str = Field(description="Địa chỉ trang của đơn vị")
    feed: str = Field(description="Địa chỉ lịch để đăng ký theo dõi")
    code_text: str | None = Field(description="code với gso- ở trước, để chương trình đoán kiểu không bỏ mất số 0 ở đầu")
    contact_office: str | None = Field(description="Cơ quan trả lời người dân vào ngày tính; trống nếu đơn vị chưa ghi")
    contact_phone: str | None = Field(description="Điện thoại của cơ quan đó")
    contact_email: str | None = Field(description="Thư điện tử của cơ quan đó")
    contact_page: str | None = Field(description="Trang nhận câu hỏi, hoặc Zalo OA, của cơ quan đó")
    earlier: list[str] = Field(
        description="Điều của đơn vị đã đổi, cũ nhất trước, mỗi điều một mục: ngày cuối cùng còn như thế, cột (unit_name, "
        "type, code, district) và giá trị khi ấy, ví dụ 2024-12-31 district=an-duong"
    )
    area: str | None = Field(description="Khu vực mà trang xếp đơn vị vào để dễ tìm; không số liệu nào tính theo đó")


def _rows(snapshot: Snapshot) -> Iterator[tuple[None, Iterable[Row]]]:
    yield None, [_row(snapshot, unit) for unit in snapshot.register.units.values()]


def _row(snapshot: Snapshot, unit: Unit) -> UnitRow:
    facts, today = unit.facts, snapshot.today
    contact, top = contact_on(unit, today), snapshot.register.district_of(unit) or unit
    return UnitRow(
        **unit_columns(snapshot, unit), code=facts.code, type=facts.type, province=_province(snapshot, unit),
        exists_from=facts.exists_from, exists_until=facts.exists_until, exists=unit.exists_on(today),
        predecessors=list(unit.predecessors), successors=list(unit.successors),
        vacant_posts=[post for post in Post if unit.is_vacant_on(post, today)],
        one_person_in_both_posts=unit.one_person_holds_both_on(today),
        contact_office=contact.office if contact else None, contact_phone=contact.phone if contact else None,
        contact_email=contact.email if contact else None, contact_page=contact.page if contact else None,
        page=public_address(snapshot, addresses.unit_page(unit)), feed=public_address(snapshot, addresses.unit_feed(unit)),
        code_text=f"gso-{facts.code}" if facts.code else None,
        earlier=[
            f"{earlier.until} {_COLUMNS[name]}={value}"
            for earlier in facts.earlier for name in DATED_FACTS if (value := getattr(earlier, name))
        ],
        area=snapshot.register.areas_by_unit.get(top.id),
    )


def _province(snapshot: Snapshot, unit: Unit) -> str | None:
    if not unit.level.owes:
        return None
    top = snapshot.register.district_of(unit) or unit
    named = top.facts.province if isinstance(top.facts, UnitFile) else None
    return named or snapshot.register.facts.place


UNITS = Table("units", UnitRow, ("unit",), lambda snapshot: [None], _rows, {"district": "units"})
