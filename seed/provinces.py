"""A sample register of one of the 34 provinces as they are since 01/07/2025, for the bench of the nation."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from random import Random
from typing import Iterator

import yaml

from generator.editing.new_register import Beginning, beginning_records
from generator.editing.unit_lists import library_list, proposed_ids
from generator.text.vietnamese import slug
from seed.dialogues import dialogue_record, written
from seed.plans import Planner
from seed.register_files import STOCK
from seed.times import of_its_time
from seed.units import Commune, District

TEMPLATES = Path(__file__).parent.parent / "site_templates"
AS_OF = date(2026, 9, 15)
CITIES = {"Hà Nội", "Hải Phòng", "Huế", "Đà Nẵng", "Cần Thơ", "Hồ Chí Minh"}
"""Cities under the centre, which are no provinces (tỉnh)."""


class CommuneOfProvince(Commune):
    """A commune that stands at the top of its register: its ``district`` is the province itself."""

    @property
    def whole_id(self) -> str:
        return self.id


def province_register(province: str, seed: int, as_of: date = AS_OF) -> Iterator[tuple[str, str]]:
    """Each file's path below the content folder, and its text: what ``dialogues start`` begins with, marked as a sample, and
    the dialogues of a year."""
    listed = library_list(province, as_of)
    address = f"https://{slug(province)}.doi-thoai.example/"
    begun = Beginning(province, date(as_of.year, 1, 1), f"Ban Xây dựng Đảng {province}", address)
    for path, text in beginning_records(TEMPLATES, begun, listed):
        yield path, _as_sample(text, as_of) if path == "register.yml" else text
    ids = proposed_ids(listed.units, ())
    kind = "Thành phố" if province in CITIES else "Tỉnh"
    above = District(slug(province), "", f"{kind} {province}", kind.lower(), f"{kind} {province}")
    units = {
        CommuneOfProvince(ids[unit.code], unit.code, unit.name, unit.type.lower(), above.province, above): ()
        for unit in listed.units
    }
    for plan in Planner(units, seed, as_of, {}).year(as_of.year):
        record = dialogue_record(plan, Random(f"{seed} {plan.id}"), as_of)
        path, text = written(plan, of_its_time(record, plan.unit.type, as_of))
        yield path, text if province in CITIES else text.replace("Thành ủy", "Tỉnh ủy").replace("của thành phố", "của tỉnh")


def _as_sample(register: str, as_of: date) -> str:
    """With the audiences that the seed's dialogues name, too."""
    known = yaml.safe_load(register)["audiences"]
    named = yaml.safe_load((STOCK / "register.yml").read_text("utf-8"))["audiences"]
    more = "".join(f"  {id_}: {name}\n" for id_, name in named.items() if id_ not in known)
    return register.replace("audiences:\n", f"audiences:\n{more}") + f"sample: true\nas_of: {as_of}\n"
