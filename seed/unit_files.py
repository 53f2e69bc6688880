"""Writes ``units/<district>.yml`` from the list of units."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Iterator

import yaml

from seed.offices import unit_contacts
from seed.units import Commune, District
from seed.yaml_writer import write_yaml

HEADS = Path(__file__).parent / "stock" / "heads.yml"
TILES = Path(__file__).parent / "stock" / "tiles.yml"
SOURCE = (
    "Danh mục của Tổng cục Thống kê ngày 15/4/2023, "
    "theo thanglequoc/vietnamese-provinces-database v2.0.1 (giấy phép MIT)"
)
SOURCE_URL = "https://github.com/thanglequoc/vietnamese-provinces-database"
COMMENT = """\
{name} và các đơn vị cấp xã trực thuộc (nếu có).
Tên viết như trong danh mục của Tổng cục Thống kê (Thuỷ, Thuỵ, Hoà); tìm kiếm không phân biệt Thuỷ với Thủy.
Mã "id" nằm trong địa chỉ trang và lịch: đã đặt thì không đổi, kể cả khi đơn vị đổi tên.
Đơn vị không còn tồn tại thì ghi exists_until (ngày cuối cùng), không xóa khỏi tệp.
Chức danh bị khuyết ghi ở vacancies, một người giữ cả hai chức danh ghi ở one_person_in_both_posts (ở đây là mẫu).
Nơi trả lời người dân ghi ở contacts: cơ quan, điện thoại bàn, thư điện tử, trang hỏi đáp hoặc Zalo OA (ở đây là mẫu)."""


def unit_files(units: dict[District, tuple[Commune, ...]], is_city: bool) -> Iterator[tuple[str, str]]:
    """Each file's path below the content folder, and its text; only districts of the city have places on its map."""
    heads = yaml.load(HEADS.read_text(encoding="utf-8"), yaml.BaseLoader)
    tiles = yaml.load(TILES.read_text(encoding="utf-8"), yaml.SafeLoader) if is_city else {}
    for district, communes in units.items():
        record = {
            **_facts(district, heads.get(district.id, {})),
            "level": "district",
            "tile": {"row": tiles[district.id][0], "column": tiles[district.id][1]} if district.id in tiles else None,
            "source": SOURCE,
            "source_url": SOURCE_URL,
            "communes": [
                {"id": commune.id, **_facts(commune, heads.get(commune.whole_id, {}))} for commune in communes
            ],
        }
        yield f"units/{district.id}.yml", write_yaml(record, COMMENT.format(name=district.name))


def _facts(unit: District, heads: dict[str, Any]) -> dict[str, Any]:
    contacts = unit_contacts(unit)
    return {"code": unit.code, "name": unit.name, "type": unit.type, **heads, **({"contacts": contacts} if contacts else {})}
