"""The register: its own facts and all the records, looked up by id."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import accumulate
from typing import Mapping

from pydantic import Field

from generator.keeping.observed_day import AnyDay
from generator.model.corrections import Correction
from generator.model.dialogue import Dialogue
from generator.model.rules import Rules
from generator.model.submissions import Submission
from generator.model.types import Day, Id, Line, Link, Record
from generator.model.units import Unit
from generator.model.who_and_where import Contact
from generator.text.vietnamese import nearest, slug


class Licence(Record):
    name: Line = Field(description="Tên giấy phép")
    url: Link | None = Field(None, description="Địa chỉ giấy phép")


class RegisterFacts(Record):
    """``register.yml``."""

    name: Line = Field(description="Tên của sổ đăng ký")
    description: Line = Field(description="Một câu giới thiệu")
    place: Line = Field(description="Tên thành phố hoặc tỉnh", examples=["Hải Phòng"])
    publisher: Line = Field(description="Cơ quan xuất bản")
    time_zone: Line = Field("Asia/Ho_Chi_Minh", description="Múi giờ")
    address: Link = Field(description="Địa chỉ công khai, kết thúc bằng dấu /", examples=["https://doithoai.haiphong.gov.vn/"])
    uid_domain: Line = Field(description="Tên miền trong UID của lịch; không bao giờ đổi, kể cả khi địa chỉ đổi")
    feeds_changed_on: Day = Field(description="Ngày đổi mẫu nội dung lịch gần nhất (chỉ người bảo trì sửa)")
    new_file: Link | None = Field(
        None, description="Địa chỉ trang tạo tệp mới của kho chứa sổ; {path} là chỗ của tên tệp, {text} là chỗ của nội dung",
        examples=["https://github.com/…/…/new/main?filename={path}&value={text}"],
    )
    edit_file: Link | None = Field(
        None, description="Địa chỉ trang sửa tệp của kho chứa sổ; {path} là chỗ của tên tệp",
        examples=["https://github.com/…/…/edit/main/{path}"],
    )
    contact: Contact = Field(description="Nơi nhận góp ý, báo lỗi")
    licence: Licence = Field(description="Giấy phép của dữ liệu")
    audiences: dict[Id, Line] = Field(min_length=1, description="Danh mục đối tượng: mã và tên")
    old_commune_addresses: bool = Field(
        True, description="false nếu sổ bắt đầu khi xã, phường trực thuộc tỉnh, thành phố đã có địa chỉ xa-phuong/<mã>/; "
        "bỏ trống thì các địa chỉ cũ quan-huyen/<mã>/ vẫn được giữ"
    )
    sample: bool = Field(False, description="true nếu là dữ liệu mẫu")
    as_of: Day | None = Field(None, description="Ngày tính cố định; bỏ trống để tính theo hôm nay")
    corrections: tuple[Correction, ...] = Field((), description="Các lần đính chính điều đã công bố về sổ")


@dataclass(frozen=True)
class Register:
    """Everything recorded. The mappings keep a fixed order: units by file and place in it, dialogues by id."""

    facts: RegisterFacts
    rules: Mapping[int, Rules]
    units: Mapping[str, Unit]
    dialogues: Mapping[str, Dialogue]
    documents: frozenset[str] = field(default_factory=frozenset)
    """Paths below ``documents/`` of the files that exist, such as ``2023/so-dau-dinh-ky/thong-bao.pdf``."""
    submissions: Mapping[int, tuple[Submission, ...]] = field(default_factory=dict)
    """By year, as recorded; a year without a file is not kept track of."""
    submission_corrections: Mapping[int, tuple[Correction, ...]] = field(default_factory=dict)
    """Of those, by year."""
    elsewhere: Mapping[str, Unit] = field(default_factory=dict)
    """Units of other provinces that are only named, as what units of this one came from: they owe nothing and have no page."""

    def named_unit(self, id: str) -> Unit | None:
        """Also one of another province."""
        return self.units.get(id) or self.elsewhere.get(id)

    def districts(self) -> tuple[Unit, ...]:
        """Units at the top, in the order of their codes (administrative order)."""
        return tuple(unit for unit in self.units.values() if unit.parent_id is None)

    def senders_on(self, day: date) -> tuple[Unit, ...]:
        """Units that answer to the city itself on a day, and so send it their plans and reports."""
        return tuple(unit for unit in self.districts() if unit.level.owes and unit.exists_on(day))

    def communes_of(self, unit: Unit) -> tuple[Unit, ...]:
        return tuple(child for child in self.units.values() if child.parent_id == unit.id)

    def district_of(self, unit: Unit) -> Unit | None:
        """The unit at the top that it lies in; None for one that is at the top itself."""
        district = None if unit.parent_id is None else self.named_unit(unit.top_id)
        return district.called_on(unit.called_as_on) if district and unit.called_as_on else district

    def unit_of(self, dialogue: Dialogue) -> Unit:
        """As it was called on the dialogue's day."""
        unit = self.units[dialogue.unit]
        return unit.called_on(_last_named_day(dialogue)) if self._has_earlier_names else unit

    def nearest_unit(self, written: str) -> str | None:
        """The id that was probably meant, also by who wrote the unit's name instead, with or without its type."""
        ids: dict[str, str] = {}
        for unit in self.units.values():
            for name in (unit.id, unit.name, unit.own_name):
                ids.setdefault(name, unit.id)
        below = [id for id in self.units if "/" in id and id.rpartition("/")[2] == slug(written.rpartition("/")[2])]
        if "/" in written and len(below) == 1:  # the commune is right, its district is not
            return below[0]
        near = nearest(written, tuple(ids))
        return ids[near] if near else None

    def of_district(self, district: Unit, dialogues: Mapping[str, Dialogue] | None = None) -> Register:
        """What the pages of a district and its communes are made from: their dialogues and no others, or some of theirs.

        Of other units there are only those that these came from or became, with the districts those lie in.
        """
        own = self._families[district.id]
        named = {id for unit in own for id in (*unit.facts.predecessors, *unit.facts.successors)}
        named |= {above for id in named for above in accumulate(id.split("/"), "{}/{}".format)} | {unit.id for unit in own}
        dialogues = self._dialogues_of_families.get(district.id, {}) if dialogues is None else dialogues
        return replace(
            self, units={id: self.units[id] for id in sorted(named & self.units.keys(), key=self._places.__getitem__)},
            dialogues=dialogues, documents=self._documents_of(dialogues),
        )

    def of_year(self, year: int, dialogues: Mapping[str, Dialogue]) -> Register:
        """With the rules of one year and with ``dialogues``, those counted in it, and no others."""
        return replace(self.of_dialogues(dialogues), rules={year: self.rules[year]} if year in self.rules else {})

    def of_dialogues(self, dialogues: Mapping[str, Dialogue]) -> Register:
        """With these, by id, and no others."""
        return replace(self, dialogues=dialogues, documents=self._documents_of(dialogues))

    def units_counted_on(self, day: AnyDay) -> tuple[Unit, ...]:
        """District- and commune-level units that exist on a day: those whose heads owe a dialogue."""
        return tuple(unit for unit in self.units.values() if unit.level.owes and unit.exists_on(day))

    @cached_property
    def _has_earlier_names(self) -> bool:
        return any(unit.facts.earlier for unit in self.units.values())

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {id: place for place, id in enumerate(self.units)}

    @cached_property
    def _families(self) -> Mapping[str, list[Unit]]:
        """By the id of the unit at the top: itself and those that lie in it."""
        families: dict[str, list[Unit]] = defaultdict(list)
        for unit in self.units.values():
            families[unit.top_id].append(unit)
        return dict(families)

    @cached_property
    def _dialogues_of_families(self) -> Mapping[str, dict[str, Dialogue]]:
        families: dict[str, dict[str, Dialogue]] = defaultdict(dict)
        for id, dialogue in self.dialogues.items():
            families[self.units[dialogue.unit].top_id][id] = dialogue
        return dict(families)

    @cached_property
    def _documents_by_dialogue(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for document in self.documents:
            found[document.split("/")[1]].append(document)
        return dict(found)

    def _documents_of(self, dialogues: Mapping[str, Dialogue]) -> frozenset[str]:
        named = self._documents_by_dialogue
        return frozenset(document for id in dialogues.keys() & named.keys() for document in named[id])


def _last_named_day(dialogue: Dialogue) -> date:
    """The newest day that it was held on or announced for; the last of its record's year where it has none."""
    days = [announced.day for announced in dialogue.schedule if announced.day]
    held = dialogue.held.day if dialogue.held else None
    return held or max(days, default=date(dialogue.year, 12, 31))
