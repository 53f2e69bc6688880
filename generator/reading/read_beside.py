"""What stands beside the dialogues: facts, rules, units, reforms and submissions, read, and the register that they make."""

from __future__ import annotations

from typing import Iterable, Iterator, Mapping, Sequence

from generator.model import AgencyList, ReformFile, Register, RegisterFacts, Rules, SubmissionFile, Unit, UnitFile
from generator.model.lineage import units_reformed
from generator.model.units import in_administrative_order
from generator.reading.known_records import KnownRecords
from generator.reading.problems import Problem
from generator.reading.record_files import RecordFile
from generator.reading.record_reading import Read, read_file


def read_beside(files: Sequence[RecordFile], kept: KnownRecords | None) -> dict[str, Read]:
    """Of files that are no dialogues'; what is sound is kept as it was read."""
    if kept is None:
        return {file.path: read_file(file) for file in files}
    reads = {file.path: Read(record) if (record := kept.get_beside(file)) else read_file(file) for file in files}
    kept.keep_beside({
        file.path: (file.digest, read.record) for file in files
        if (read := reads[file.path]).record and not read.problems and not read.problems_of_text
    })
    return reads


def register_without_dialogues(
    files: Iterable[RecordFile], reads: Mapping[str, Read], found: Iterable[Problem]
) -> Register | None:
    """None where its facts, or any rules, units or reforms, are not sound."""
    problems = (*found, *(problem for read in reads.values() for problem in (*read.problems_of_text, *read.problems)))
    if any(problem.path.startswith(("rules/", "units/", "reforms/")) for problem in problems):
        return None
    records = [reads[file.path].record for file in files if file.path in reads]
    rules = {record.year: record for record in records if isinstance(record, Rules)}
    sent = {record.year: record for record in records if isinstance(record, SubmissionFile)}
    reforms = {record.day: record for record in records if isinstance(record, ReformFile)}
    units_there = _units(record for record in records if isinstance(record, UnitFile))
    every = units_reformed(units_there, reforms.values())
    elsewhere = {id: unit for id, unit in every.items() if _is_only_named(every[unit.file_id], every)}
    units = {id: unit for id, unit in every.items() if id not in elsewhere}
    facts = next((record for record in records if isinstance(record, RegisterFacts)), None)
    if facts is None:
        return None
    agencies = next((record for record in records if isinstance(record, AgencyList)), None) or AgencyList()
    submissions = {year: file.submissions for year, file in sent.items()}
    corrections = {year: file.corrections for year, file in sent.items()}
    return Register(facts, rules, units, {}, frozenset(), submissions, corrections, agencies, elsewhere, reforms)


def _units(files: Iterable[UnitFile]) -> dict[str, Unit]:
    """Units in administrative order, which is the order of the districts' codes and then of the files."""
    units: dict[str, Unit] = {}
    for file in sorted(files, key=lambda file: (file.code or "~", file.id)):
        units |= {unit.id: unit for unit in _with_those_below(Unit(file.id, file.level, None, file)) if unit.id not in units}
    return {unit.id: unit for unit in in_administrative_order(units.values())}


def _is_only_named(top: Unit, units: Mapping[str, Unit]) -> bool:
    """Whether a unit at the top is of another province, and is known only since units of this one came from it."""
    def province(unit: Unit) -> str | None:
        return unit.facts.province if isinstance(unit.facts, UnitFile) else None

    heirs = (units.get(id) for unit in _with_those_below(top) for id in units[unit.id].successors)
    return province(top) is not None and any(heir and province(units[heir.file_id]) is None for heir in heirs)


def _with_those_below(unit: Unit) -> Iterator[Unit]:
    yield unit
    for facts in unit.facts.below:
        yield from _with_those_below(Unit(f"{unit.id}/{facts.id}", facts.level, facts.parent or unit.id, facts))
