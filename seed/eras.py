"""The city through both reforms of its units, 2023 to 2026: meetings cancelled by them, promises that outlive their units."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, Iterator, Mapping

from generator.editing.reform_areas import proposed_areas, with_areas_added
from generator.editing.reform_records import reform_texts
from generator.editing.unit_lists import read_list
from generator.editing.unit_reform import Pair, Reform, reform_of
from generator.model import Register, Unit
from generator.reading.records import read_records
from seed.dialogues import dialogue_record, written
from seed.era_records import PLANS_BEFORE, SECOND_REFORM, YEAR_BEFORE, agencies_of_eras, register_of, rules_of
from seed.plans import Plan, Planner
from seed.provinces import CommuneOfProvince
from seed.submissions import guidance_deadlines, submissions_files
from seed.times import of_its_time
from seed.unit_files import unit_files
from seed.units import CITY, Commune, District, read_units

ROOT = Path(__file__).parent.parent
LISTS = Path(__file__).parent / "reforms"
AS_OF = date(2026, 11, 28)
FIRST_REFORM = date(2025, 1, 1)
MEETINGS_AGAIN = date(2025, 7, 21)
"""The first day of meetings of the new communes, so that each was announced by a unit that was there."""
CITY_ITSELF = District("hai-phong", "", "Thành phố Hải Phòng", "thành phố", "Thành phố Hải Phòng")
ISLAND = "318"
"""The one old district without communes, which the published pairs leave out."""
BY_REFORM = "Đơn vị kết thúc hoạt động từ ngày 01/7/2025 do sắp xếp đơn vị hành chính"


def three_eras(seed: int) -> Iterator[tuple[str, bytes]]:
    """Each file's path below the content folder, and its bytes; 839 dialogues."""
    with TemporaryDirectory() as folder:
        content = Path(folder)
        texts = dict([register_of(AS_OF), agencies_of_eras(), *(rules_of(year) for year in range(2023, AS_OF.year + 1))])
        _put(content, texts | dict(unit_files(read_units(CITY), is_city=True)))
        eras = [_living(content, date(2023, 1, 1))]
        closed = dict[str, tuple[str, ...]]()
        for day, name, pairs in ((FIRST_REFORM, "units-2025-01.csv", ()), (SECOND_REFORM, "units-2025-07.csv", _pairs())):
            closed |= _reform(content, day, LISTS / name, pairs).closed
            eras.append(_living(content, day))
        for plan, record in _dialogues(eras, seed):
            record = of_its_time(record, plan.unit.type, _day_of(record, plan.year))
            _hand_over(plan, record, closed)
            _put(content, dict([written(plan, record)]))
        _put(content, dict(_submissions(eras, seed)))
        for path in sorted(content.rglob("*.yml")):
            yield path.relative_to(content).as_posix(), path.read_bytes()


def _pairs() -> tuple[Pair, ...]:
    with (LISTS / "changes-2025-01-to-2025-07.csv").open(encoding="utf-8", newline="") as file:
        pairs = [Pair(row["old_commune_code"], row["new_code"]) for row in csv.DictReader(file)]
    with (LISTS / "units-2025-07.csv").open(encoding="utf-8", newline="") as file:
        pairs += [Pair(ISLAND, row["code"]) for row in csv.DictReader(file) if row["name"] == "Đặc khu Bạch Long Vĩ"]
    return tuple(pairs)


def _reform(content: Path, day: date, units: Path, pairs: tuple[Pair, ...]) -> Reform:
    register, listed = _read(content), read_list(units, "Hải Phòng")
    reform = reform_of(register, listed, day, pairs)
    acts = ("Nghị quyết số 1669/NQ-UBTVQH15",) if pairs else ()
    texts, _ = reform_texts(
        content, ROOT / "site_templates", register, reform, listed, acts, "Danh sách đã công bố không nêu",
    )
    areas = {
        f"Khu vực {register.units[id].own_name}": units for id, units in proposed_areas(register, reform).items()
    }
    if areas:
        texts["register.yml"] = with_areas_added((content / "register.yml").read_text("utf-8"), areas)
    _put(content, texts)
    return reform


def _living(content: Path, day: date) -> dict[District, tuple[Commune, ...]]:
    units = [unit.called_on(day) for unit in _read(content).units_counted_on(day)]
    tops = {unit.id: _district(unit) for unit in units if not unit.parent_id}
    return {
        top: tuple(
            Commune(
                unit.id.rpartition("/")[2], unit.facts.code or "", unit.name, unit.facts.type, top.province, top, unit.file_id,
            )
            for unit in units if unit.parent_id == id
        ) for id, top in tops.items()
    }


def _district(unit: Unit) -> District:
    facts = (unit.id, unit.facts.code or "", unit.name, unit.facts.type.lower(), CITY_ITSELF.province)
    return District(*facts) if unit.level.gathers else CommuneOfProvince(*facts, CITY_ITSELF)


def _dialogues(eras: list[dict[District, tuple[Commune, ...]]], seed: int) -> Iterator[tuple[Plan, dict[str, Any]]]:
    taken: dict[str, str] = {}
    for era, known, year, size in (
        (0, date(2024, 12, 31), 2023, 220), (0, date(2024, 12, 31), 2024, 180), (1, date(2025, 6, 20), 2025, 130),
        (2, date(2025, 12, 31), 2025, 110), (2, AS_OF, 2026, 199),
    ):
        for plan in Planner(eras[era], seed, known, taken).year(year, size):
            taken[plan.id] = plan.unit.whole_id
            if (era, year) == (2, SECOND_REFORM.year):
                plan = replace(plan, story="held", not_before=MEETINGS_AGAIN)
            record = dialogue_record(plan, Random(f"{seed} {plan.id}"), known)
            if (era, year) == (2, SECOND_REFORM.year):
                record["registration"] = None  # in February, of units that were not there yet
            if era == 1:
                _cancel(record)
            yield plan, record


def _day_of(record: Mapping[str, Any], year: int) -> date:
    """The last day that the dialogue was meant for; without one, the day of its plan or the year's first."""
    days = [entry["day"] for entry in [*record["schedule"], record.get("held") or {}] if "day" in entry]
    planned = (record["registration"] or {}).get("registered_on")
    return max(days) if days else planned if isinstance(planned, date) else date(year, 1, 1)


def _submissions(eras: list[dict[District, tuple[Commune, ...]]], seed: int) -> Iterator[tuple[str, str]]:
    """Districts' plans and reports until they are no more, and in 2026 the communes' own."""
    for year, era in ((2023, 0), (2024, 0), (2025, 1)):
        asked = {report: day for report, day in guidance_deadlines(year).items() if day < SECOND_REFORM}
        yield from submissions_files(year, list(eras[era]), seed, date(2025, 6, 30), asked)
    asked = {"registration": PLANS_BEFORE, "annual": YEAR_BEFORE}
    yield from submissions_files(
        2026, list(eras[2]), seed, AS_OF, asked, "xã, phường, đặc khu", "Gửi muộn do phải bổ sung số liệu"
    )


def _cancel(record: dict[str, Any]) -> None:
    """What was announced for a day on which the unit is no more."""
    schedule = record["schedule"]
    if schedule and schedule[-1].get("day", date.min) >= SECOND_REFORM:
        last = max(entry["announced_on"] for entry in schedule)
        schedule.append({
            "announced_on": max(last, SECOND_REFORM - timedelta(days=6)), "state": "cancelled", "reason": BY_REFORM,
        })


def _hand_over(plan: Plan, record: Mapping[str, Any], closed: Mapping[str, tuple[str, ...]]) -> None:
    """Every other dialogue's open promises of a unit that is no more are taken over by the first unit after it."""
    heirs = closed.get(plan.unit.whole_id, ())
    for commitment in record.get("commitments", ()) if heirs and int(plan.id[-1]) % 2 else ():
        if all(update["outcome"] == "in-progress" for update in commitment["updates"] or ()):
            commitment["taken_over_by"] = [{"unit": heirs[0], "taken_over_on": date(2025, 7, 15)}]


def _read(content: Path) -> Register:
    register = read_records(content).register
    assert register
    return register


def _put(content: Path, texts: Mapping[str, str]) -> None:
    for path, text in texts.items():
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_text(text, encoding="utf-8")
