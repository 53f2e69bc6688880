"""Short ways to valid records for tests; what a test does not name has a harmless default."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import ModuleType
from typing import Any, Iterable, Iterator

from generator.building.made import Published
from generator.building.parts import parts_of
from generator.keeping.observed_day import ObservedDay
from generator.model import Announcement, Commune, Dialogue, Held, Level, Register, RegisterFacts, Rules, Unit, UnitFile
from generator.site.site import Site
from generator.site.words import Words
from tests.places import TEMPLATES
from tests.record_parts import an_announcement

TODAY = date(2023, 9, 15)


def a_district(id: str = "hong-bang", name: str = "Quận Hồng Bàng", **fields: Any) -> Unit:
    type = fields.pop("type", name.split()[0].lower())
    return Unit(id, Level.DISTRICT, None, UnitFile(id=id, name=name, type=type, **fields))


def a_commune(id: str = "hong-bang/so-dau", name: str = "Phường Sở Dầu", **fields: Any) -> Unit:
    """The district is the first half of the id."""
    district, _, own = id.partition("/")
    type = fields.pop("type", "thị trấn" if name.startswith("Thị trấn") else name.split()[0].lower())
    return Unit(id, Level.COMMUNE, fields.get("parent", district), Commune(id=own, name=name, type=type, **fields))


def some_rules(year: int = 2023, **fields: Any) -> Rules:
    return Rules.model_validate({
        "year": year,
        "legal_basis": {"guidance": {"title": "Hướng dẫn năm 2023"}},
        "target": {"posts": ["party", "government"], "minimum": {"district": 1, "commune": 1}, "basis": "guidance"},
        "conclusion": {"district": {"send_within_days": 10, "basis": "guidance"}},
        "deadlines": {
            "registration_before": f"{year}-03-01", "annual_before": f"{year}-11-15",
            "quarterly_before": [f"{year}-{month}-15" for month in ("03", "06", "09", "12")], "basis": "guidance",
        },
        "cutoffs": {"annual_report": f"{year}-11-15", "year_end": f"{year}-12-31"},
        **fields,
    })


def rules_of_2025(**fields: Any) -> Rules:
    """The guidance up to 30/06/2025, from the next day on Law 72/2025/QH15: the commune level alone, results published within
    10 days, announced 7 days before."""
    law = {
        "first_day": "2025-07-01", "notice_days": {"commune": 7},
        "target": {"posts": ["party", "government"], "minimum": {"commune": 1}, "basis": "law-72"},
        "conclusion": {"commune": {"publish_within_days": 10, "basis": "law-72"}},
        "deadlines": {"of_reports": {"q3": "2025-09-15", "q4": "2025-12-15", "annual": "2025-11-15"}, "basis": "law-72"},
    }
    acts = {"guidance": {"title": "Hướng dẫn năm 2023"}, "law-72": {"title": "Luật số 72/2025/QH15"}}
    return some_rules(2025, **{"legal_basis": acts, "periods": [law], **fields})


def a_dialogue(id: str = "so-dau-dinh-ky", *schedule: Announcement, **fields: Any) -> Dialogue:
    """A periodic dialogue of the ward Sở Dầu by both heads; ``held={}`` says that it took place as announced."""
    return Dialogue.model_validate({
        "id": id, "year": 2023, "unit": "hong-bang/so-dau", "kind": "periodic", "presided_by": ["party", "government"],
        "schedule": schedule, **fields,
    })


def a_held_dialogue(id: str = "so-dau-dinh-ky", day: str = "2023-08-15", **fields: Any) -> Dialogue:
    return a_dialogue(id, an_announcement(day, "2023-07-20"), **{"held": Held(), **fields})


def a_register(
    *dialogues: Dialogue, units: Iterable[Unit] = (), rules: Iterable[Rules] = (), **facts: Any
) -> Register:
    """With the district Hồng Bàng and its ward Sở Dầu, unless other units are given."""
    units = tuple(units) or (a_district(), a_commune())
    return Register(
        RegisterFacts.model_validate({
            "name": "Sổ đăng ký đối thoại", "description": "Lịch, kết quả và tiến độ đối thoại", "place": "Hải Phòng",
            "publisher": "Ban Dân vận Thành ủy", "address": "https://doithoai.example/", "uid_domain": "doithoai.example",
            "feeds_changed_on": "2023-01-01", "contact": {"office": "Ban Dân vận Thành ủy"},
            "licence": {"name": "CC BY 4.0"}, "audiences": {"thanh-nien": "Thanh niên", "phu-nu": "Phụ nữ"}, **facts,
        }),
        {year.year: year for year in (tuple(rules) or (some_rules(),))},
        {unit.id: unit for unit in units},
        {dialogue.id: dialogue for dialogue in sorted(dialogues, key=lambda dialogue: dialogue.id)},
    )


WORDS = Words.read(TEMPLATES / "words.yml")


def a_site(*dialogues: Dialogue, today: date = TODAY, **register: Any) -> Site:
    """Its words are read once for all, which takes longer than most of what is asked of a site."""
    site = Site(a_register(*dialogues, **register), ObservedDay(today), TEMPLATES)
    vars(site)["words"] = WORDS
    return site


def published_by(module: ModuleType, site: Site) -> Iterator[Published]:
    """All that a module of ``generator.publications`` publishes, each for the part of the site that it is of."""
    named = False
    for part in parts_of(site):
        own = tuple(publish for publish in part.publications if publish.__module__ == module.__name__)
        named = named or bool(own)
        yield from replace(part, publications=own).publish(site.today)
    assert named, f"no part of the site is made by {module.__name__}"


def published_at(address: str, module: ModuleType, site: Site) -> Any:
    """The one page or file that it publishes there."""
    [found] = [one for one in published_by(module, site) if one.address == address]
    return found


def every(things: Iterable[Any]) -> list[Any]:
    """All of them, and at least one: what a test asks of each of none is always so."""
    found = list(things)
    assert found, "nothing to look at"
    return found
