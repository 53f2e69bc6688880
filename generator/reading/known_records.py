"""Dialogues that an earlier build has read and found sound, so that only what has changed is read again."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Iterable, Mapping
from zlib import crc32

from generator.keeping.fingerprints import fingerprint
from generator.keeping.packed import Packed
from generator.keeping.store import Store
from generator.model import Dialogue
from generator.reading.record_files import RecordFile

SHELVES_OF_A_FOLDER = 8
"""A folder's records are kept on as many shelves: a change in one costs as many as lie beside it."""

Shelf = Mapping[str, tuple[bytes, Dialogue]]
"""The fingerprint of each record's file, and the record, by the file's path."""


def shelf_of(path: str) -> str:
    """Told by the record's own name, so that one more or less moves no other."""
    folder, _, name = path.rpartition("/")
    return f"{folder}/{crc32(name.encode()) % SHELVES_OF_A_FOLDER}"


@dataclass(frozen=True)
class KnownRecords:
    """``program`` is the fingerprint of what reads and checks them: another program asks again."""

    store: Store
    program: bytes
    _shelves: dict[str, Shelf] = field(default_factory=dict)
    _packed: dict[str, Packed[Shelf]] = field(default_factory=dict)

    def get(self, file: RecordFile) -> Dialogue | None:
        """The record of a dialogue's file, where it was sound when it had the same fingerprint."""
        digest, dialogue = self._shelf(file.path).get(file.path, (b"", None))
        return dialogue if digest == file.digest else None

    def passed(self, files: Iterable[RecordFile], day: date) -> frozenset[str]:
        """Paths of dialogues that need not be checked again: they, and the facts, rules and units beside them, are as they were
        when every rule passed them, as of ``day`` or earlier. No rule refuses on a later day what it has passed."""
        files = tuple(files)
        beside, there = _beside(files), {file.path: file.digest for file in files}
        same = (shelf for name, shelf in self._shelves.items() if self._passed_by(name, shelf, beside, day))
        return frozenset(path for shelf in same for path, (digest, _) in shelf.items() if there.get(path) == digest)

    def are_read(self, shelves: Iterable[Packed[Shelf]]) -> None:
        """So that they need not be packed again to be kept; some may be parts of a shelf."""
        self._packed.update((shelf_of(next(iter(packed.value))), packed) for packed in shelves if packed.value)

    def keep(self, files: Iterable[RecordFile], dialogues: Mapping[str, Dialogue], day: date) -> None:
        """All records of a register that every rule has passed, as of ``day``."""
        files = tuple(files)
        shelves: dict[str, dict[str, tuple[bytes, Dialogue]]] = {}
        for file in files:
            if file.path.startswith("dialogues/"):
                shelves.setdefault(shelf_of(file.path), {})[file.path] = file.digest, dialogues[file.name]
        changed = [name for name, shelf in shelves.items() if _digests(shelf) != _digests(self._shelves.get(name, {}))]
        for name in changed:
            packed = self._packed.get(name)
            same = packed is not None and _digests(packed.value) == _digests(shelves[name])
            self.store.put(self._key(name), packed if same else Packed(shelves[name]))
        beside = _beside(files)
        self.store.put(self._key("passed"), {
            name: (_mark(shelf, beside), self._passed_by(name, shelf, beside, day) or day) for name, shelf in shelves.items()
        })

    def _passed_by(self, name: str, shelf: Shelf, beside: bytes, day: date) -> date | None:
        """The earliest known day as of which every rule had passed the shelf as it is; None where that is after ``day``."""
        mark, passed = self._marks.get(name, (b"", date.max))
        return passed if passed <= day and mark == _mark(shelf, beside) else None

    @cached_property
    def _marks(self) -> Mapping[str, tuple[bytes, date]]:
        return self.store.get(self._key("passed")) or {}

    def sound_documents(self) -> frozenset[bytes]:
        """Fingerprints of the documents that an earlier build has looked through and found nothing in."""
        return self.store.get(self._key("documents")) or frozenset()

    def keep_documents(self, digests: frozenset[bytes]) -> None:
        self.store.put(self._key("documents"), digests)

    def _shelf(self, path: str) -> Shelf:
        name = shelf_of(path)
        if name not in self._shelves:
            kept = self.store.get(self._key(name))
            self._shelves[name] = kept.value if kept else {}
        return self._shelves[name]

    def _key(self, name: str) -> bytes:
        return fingerprint("records", self.program, name)


def _digests(shelf: Shelf) -> dict[str, bytes]:
    return {path: digest for path, (digest, _) in shelf.items()}


def _beside(files: Iterable[RecordFile]) -> bytes:
    """The fingerprint of a register's facts, rules, units and reforms."""
    places = ("register.yml", "rules/", "units/", "reforms/")
    return fingerprint(*(file.digest for file in files if file.path.startswith(places)))


def _mark(shelf: Shelf, beside: bytes) -> bytes:
    return fingerprint(beside, *(digest for _, digest in sorted(_digests(shelf).items())))
