"""Records that an earlier build has read and found sound, so that only what has changed is read again, and of dialogues only
what is asked for is taken out."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Iterable, Mapping, NamedTuple, Sequence
from zlib import crc32

from generator.consequences.outlines import Outline, outline_of
from generator.keeping.fingerprints import fingerprint
from generator.keeping.packed import Packed
from generator.keeping.store import Store
from generator.model import Dialogue
from generator.model.groups import grouped
from generator.model.record import Record
from generator.reading.record_files import RecordFile

SHELVES_OF_A_FOLDER = 16
"""A year's records are kept on as many shelves: a change in one costs as many as lie beside it."""
_BESIDE = ("register.yml", "rules/", "units/", "reforms/")
"""How the paths of the records begin that the rules of a dialogue look at beside it."""
_UNIT = re.compile(rb"^unit: *([a-z0-9-]+)", re.MULTILINE)

Shelf = Mapping[str, tuple[bytes, Dialogue]]
"""The fingerprint of each record's file, and the record, by the file's path."""


class Label(NamedTuple):
    """Of a shelf, so that it need not be taken out: every rule had passed it on the day ``passed``, ``beside`` facts, rules and
    units with this fingerprint. ``digests`` are by the paths of its files, in whose order the ``outlines`` are."""

    beside: bytes
    passed: date
    digests: Mapping[str, bytes]
    outlines: Sequence[Outline]

    def has_passed(self, beside: bytes, day: date) -> bool:
        """Beside the same facts, rules and units, on the day or before: no rule refuses on a later day what it has passed."""
        return self.beside == beside and self.passed <= day


def shelf_of(file: RecordFile) -> str:
    """Those of one unit at the top lie together, since one page tells of many of them; whose line of the unit is not as it is
    usually written lies wherever it may."""
    unit = _UNIT.search(file.content)
    return f"{file.path.rpartition('/')[0]}/{crc32(unit[1] if unit else b'') % SHELVES_OF_A_FOLDER}"


def by_shelf(files: Iterable[RecordFile]) -> Mapping[str, list[RecordFile]]:
    """The files of dialogues among these."""
    return grouped((shelf_of(file), file) for file in files if file.is_of_a_dialogue)


def ids_used_twice(files: Iterable[RecordFile]) -> set[str]:
    """Of dialogues, in two years' folders."""
    files_of = Counter(file.name for file in files if file.is_of_a_dialogue)
    return {id for id, count in files_of.items() if count > 1}


@dataclass(frozen=True)
class KnownRecords:
    """``program`` is the fingerprint of what reads and checks them: another program asks again."""

    store: Store
    program: bytes
    _shelves: dict[str, Shelf] = field(default_factory=dict)
    _packed: dict[str, Packed[Shelf]] = field(default_factory=dict)

    def get(self, file: RecordFile) -> Dialogue | None:
        """The record of a dialogue's file, where it was sound when it had the same fingerprint."""
        digest, dialogue = self._shelf(shelf_of(file)).get(file.path, (b"", None))
        return dialogue if digest == file.digest else None

    def get_beside(self, file: RecordFile) -> Record | None:
        """Likewise of a file that is no dialogue's."""
        digest, record = self._records_beside.get(file.path, (b"", None))
        return record if digest == file.digest else None

    def keep_beside(self, records: Mapping[str, tuple[bytes, Record]]) -> None:
        """All sound records that are no dialogues, with the fingerprints of their files, by their paths."""
        self.store.will_use(self._key("beside"))
        if _fingerprints(records) != _fingerprints(self._records_beside):
            self.store.put(self._key("beside"), records)

    def outlines(self, shelf: str, files: Sequence[RecordFile]) -> Mapping[str, Outline]:
        """By path, of all the files of a shelf, where all are as they were when they were kept; else of none."""
        label = self._labels.get(shelf)
        return dict(zip(label.digests, label.outlines, strict=True)) if label and label.digests == _digests(files) else {}

    def passed(self, files: Iterable[RecordFile], day: date) -> frozenset[str]:
        """Paths of dialogues that need not be checked again: they, and the facts, rules and units beside them, are as they were
        when every rule passed them, as of ``day`` or earlier."""
        files = tuple(files)
        beside, there = _beside(files), {file.path: file.digest for file in files}
        same = (label.digests for label in self._labels.values() if label.has_passed(beside, day))
        return frozenset(path for digests in same for path, digest in digests.items() if there.get(path) == digest)

    def have_passed_beside(self, files: Iterable[RecordFile], day: date) -> bool:
        """Whether every rule has passed all that is no dialogue's among the files, as it is, as of ``day`` or earlier."""
        made_from, passed = self._passed_beside
        return made_from == _of_the_rest(files) and passed <= day

    def are_read(self, shelves: Iterable[tuple[str, Packed[Shelf]]]) -> None:
        """By their names, so that they need not be packed again to be kept; some may be parts of a shelf."""
        self._packed.update(shelves)

    def keep(self, files: Iterable[RecordFile], dialogues: Mapping[str, Dialogue], day: date) -> None:
        """All records of a register that every rule has passed, as of ``day``."""
        files = tuple(files)
        beside = _beside(files)
        if self.have_passed_beside(files, day):
            self.store.will_use(self._key("passed beside"))
        else:
            self.store.put(self._key("passed beside"), (_of_the_rest(files), day))
        self.store.put(self._key("labels"), {
            name: self._kept(name, own, dialogues, beside, day) for name, own in by_shelf(files).items()
        })

    def _kept(
        self, name: str, files: Sequence[RecordFile], dialogues: Mapping[str, Dialogue], beside: bytes, day: date
    ) -> Label:
        """The label of a shelf that is kept now, if it was not."""
        label, digests = self._labels.get(name), _digests(files)
        self.store.will_use(self._key(name))
        if label and label.digests == digests and self.store.has(self._key(name)):
            return label if label.has_passed(beside, day) else label._replace(beside=beside, passed=day)
        shelf = {file.path: (file.digest, dialogues[file.name]) for file in files}
        packed = self._packed.get(name)
        same = packed is not None and {path: digest for path, (digest, _) in packed.value.items()} == digests
        self.store.put(self._key(name), packed if same else Packed.of(shelf))
        return Label(beside, day, digests, [outline_of(dialogues[file.name]) for file in files])

    @cached_property
    def _labels(self) -> Mapping[str, Label]:
        return self.store.get(self._key("labels")) or {}

    @cached_property
    def _passed_beside(self) -> tuple[bytes, date]:
        return self.store.get(self._key("passed beside")) or (b"", date.min)

    @cached_property
    def _records_beside(self) -> Mapping[str, tuple[bytes, Record]]:
        return self.store.get(self._key("beside")) or {}

    def sound_documents(self) -> frozenset[bytes]:
        """Fingerprints of documents, by their places too, that an earlier build has looked through and found nothing in."""
        return self.store.get(self._key("documents")) or frozenset()

    def keep_documents(self, digests: frozenset[bytes]) -> None:
        self.store.put(self._key("documents"), digests)

    def _shelf(self, name: str) -> Shelf:
        if name not in self._shelves:
            kept = self.store.get(self._key(name))
            self._shelves[name] = kept.value if kept else {}
        return self._shelves[name]

    def _key(self, name: str) -> bytes:
        return fingerprint("records", self.program, name)


def _digests(files: Iterable[RecordFile]) -> dict[str, bytes]:
    return {file.path: file.digest for file in files}


def _fingerprints(records: Mapping[str, tuple[bytes, Record]]) -> dict[str, bytes]:
    return {path: digest for path, (digest, _) in records.items()}


def _beside(files: Iterable[RecordFile]) -> bytes:
    """The fingerprint of a register's facts, rules, units and reforms."""
    return fingerprint(*(file.digest for file in files if file.path.startswith(_BESIDE)))


def _of_the_rest(files: Iterable[RecordFile]) -> bytes:
    """The fingerprint of all that is no dialogue's."""
    return fingerprint(*(file.digest for file in files if not file.is_of_a_dialogue))
