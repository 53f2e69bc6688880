"""A unit's offices as its own notices name them: posts, halls, contacts and the gaps of ready sentences."""

from __future__ import annotations

from random import Random
from typing import Any

from seed.stock import chance, stock
from seed.units import Commune, District, bare_name

PARTY_BY_TYPE = {"quận": "Quận ủy", "huyện": "Huyện ủy", "thị xã": "Thị ủy", "thành phố": "Thành ủy"}
MARK_BY_TYPE = {"quận": "QU", "huyện": "HU", "thị xã": "ThU", "thành phố": "ThU"}
WITHOUT_COMMUNES = {"Huyện Bạch Long Vĩ"}
SEA = {"Quận Đồ Sơn", "Huyện Cát Hải", "Huyện Bạch Long Vĩ"}
SEA_COMMUNES = {"Xã Lập Lễ", "Xã Phả Lễ", "Xã Đại Hợp", "Xã Vinh Quang", "Phường Tràng Cát", "Xã Đoàn Xá"}


def in_words(unit: District) -> str:
    """``phường Sở Dầu``, ``quận Hồng Bàng``."""
    return f"{unit.type} {bare_name(unit.name, unit.type)}"


def in_full(unit: District) -> str:
    """``phường Sở Dầu, quận Hồng Bàng``; a district with its province."""
    above = in_words(unit.district) if isinstance(unit, Commune) else unit.province.replace("Thành", "thành", 1)
    return f"{in_words(unit)}, {above.replace('Tỉnh', 'tỉnh', 1)}"


def party_of(unit: District) -> str:
    if isinstance(unit, Commune):
        return f"Đảng ủy {in_words(unit)}"
    return f"{PARTY_BY_TYPE[unit.type]} {bare_name(unit.name, unit.type)}"


def post_of(unit: District, post: str) -> str:
    return f"Bí thư {party_of(unit)}" if post == "party" else f"Chủ tịch UBND {in_words(unit)}"


def deputy_of(unit: District, post: str) -> str:
    return f"Phó {post_of(unit, post)}"


def notice_number(random: Random, unit: District, posts: tuple[str, ...]) -> str:
    number = random.randint(12, 240)
    if posts == ("government",):
        return f"{number}/TB-UBND"
    return f"{number}-TB/{'ĐU' if isinstance(unit, Commune) else MARK_BY_TYPE[unit.type]}"


def surroundings_of(unit: District) -> frozenset[str]:
    district = unit.district if isinstance(unit, Commune) else unit
    sea = district.name in SEA or (unit.name in SEA_COMMUNES and unit.province.endswith("Hải Phòng"))
    if unit.name in WITHOUT_COMMUNES:
        return frozenset(["sea"])
    town = unit.type in ("phường", "quận", "thị trấn", "thành phố")
    return frozenset(["town" if town else "village", *(["sea"] if sea else [])])


def places_in(unit: District, communes: tuple[Commune, ...]) -> tuple[str, ...]:
    """What an opinion's area can be: the communes of a district, the hamlets of a commune."""
    if communes:
        return tuple(in_words(commune) for commune in communes)
    surroundings = surroundings_of(unit)
    kind = next((kind for kind in ("town", "village") if kind in surroundings), "island")
    return tuple(stock("phrases")["hamlets"][kind])


def gaps(random: Random, unit: District, places: tuple[str, ...]) -> dict[str, str]:
    """What fills {area}, {unit}, {ubnd}, {above}, {party} and {office} in one dialogue's sentences."""
    above = in_words(unit.district) if isinstance(unit, Commune) else "thành phố"
    return {
        "area": random.choice(places), "unit": in_words(unit), "ubnd": f"UBND {in_words(unit)}",
        "above": f"UBND {above}", "party": party_of(unit), "office": office_of(unit),
    }


def office_of(unit: District) -> str:
    if isinstance(unit, Commune):
        return f"Văn phòng Đảng ủy - UBND {in_words(unit)}"
    return f"Văn phòng {party_of(unit)}"


def contact_of(unit: District) -> dict[str, str]:
    """A made-up telephone in a range that is not in use, and an address of a domain that cannot exist."""
    owner = unit.whole_id.replace("/", ".")
    number = int(unit.code) % 1000
    return {"office": office_of(unit), "phone": f"0225 3000 {number:03}", "email": f"{owner}@doi-thoai.example"}


def unit_contacts(unit: District) -> list[dict[str, str]]:
    """Of every district, with a page for questions, and of two communes in three: the others' people ask the district."""
    if isinstance(unit, Commune):
        return [contact_of(unit)] if int(unit.code) % 3 else []
    return [{**contact_of(unit), "page": f"https://hoi-dap.doi-thoai.example/{unit.id}"}]


def venue_of(random: Random, unit: District, area: str, mode: str, id_: str) -> dict[str, Any]:
    online = {"online_url": f"https://hop-truc-tuyen.example/{id_}"} if mode != "in-person" else {}
    if mode == "online":
        return {"name": f"Phòng họp trực tuyến của UBND {in_words(unit)}", **online}
    if isinstance(unit, Commune):
        own = in_words(unit)
        halls = [f"Hội trường UBND {own}", f"Nhà văn hóa {area}", f"Trung tâm học tập cộng đồng {own}"]
        hall = random.choices(halls, [6, 3, 1])[0]
    else:
        centre = f"Trung tâm Văn hóa - Thông tin và Thể thao {in_words(unit)}"
        hall = random.choice([f"Hội trường {party_of(unit)}", centre])
    address = {"address": in_full(unit)} if chance(random, 70) else {}
    return {"name": hall, **address, **online}
