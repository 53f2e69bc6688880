"""Dialogues that an earlier build has read and found sound, so that only what has changed is read again."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Iterable, Mapping

from generator.fingerprints import fingerprint
from generator.model import Dialogue
from generator.processes import in_processes
from generator.record_files import RecordFile
from generator.store import Store

_Folder = dict[str, tuple[bytes, Dialogue]]


@dataclass(frozen=True)
class KnownRecords:
    """``program`` is the fingerprint of what reads and checks them: another program asks again."""

    store: Store
    program: bytes
    _folders: dict[str, _Folder] = field(default_factory=dict)

    def is_known(self, path: str, digest: bytes) -> bool:
        """Whether the file at ``path`` was sound when it had this fingerprint."""
        return path.startswith("dialogues/") and self._folder(path).get(path, (b"",))[0] == digest

    def get(self, file: RecordFile) -> Dialogue | None:
        return self._folder(file.path)[file.path][1] if self.is_known(file.path, file.digest) else None

    def passed(self, files: Iterable[RecordFile], day: date) -> frozenset[str]:
        """Paths of dialogues that are as they were when every rule passed them as of ``day``, beside the same facts, rules
        and units: rules that look at nothing else need not be asked again."""
        files = tuple(files)
        marks, beside = self.store.get(self._key("passed")) or {}, _beside(files)
        same = {name for name, folder in self._folders.items() if marks.get(name) == _mark(folder, beside, day)}
        return frozenset(
            file.path for file in files if _folder_of(file.path) in same and self.is_known(file.path, file.digest)
        )

    def keep(self, files: Iterable[RecordFile], dialogues: Mapping[str, Dialogue], day: date) -> None:
        """All records of a register that every rule has passed, as of ``day``."""
        files = tuple(files)
        folders: dict[str, _Folder] = {}
        for file in files:
            if file.path.startswith("dialogues/"):
                folders.setdefault(_folder_of(file.path), {})[file.path] = file.digest, dialogues[file.name]
        changed = [name for name, folder in folders.items() if _digests(folder) != _digests(self._folders.get(name, {}))]
        in_processes(lambda name: self.store.put(self._key(name), folders[name]), changed)
        for name in changed:
            self.store.will_use(self._key(name))
        beside = _beside(files)
        self.store.put(self._key("passed"), {name: _mark(folder, beside, day) for name, folder in folders.items()})

    def _folder(self, path: str) -> _Folder:
        name = _folder_of(path)
        if name not in self._folders:
            self._folders[name] = self.store.get(self._key(name)) or {}
        return self._folders[name]

    def _key(self, name: str) -> bytes:
        return fingerprint("records", self.program, name)


def _folder_of(path: str) -> str:
    return path.rpartition("/")[0]


def _digests(folder: _Folder) -> dict[str, bytes]:
    return {path: digest for path, (digest, _) in folder.items()}


def _beside(files: Iterable[RecordFile]) -> bytes:
    """The fingerprint of a register's facts, rules and units."""
    return fingerprint(*(file.digest for file in files if file.path.startswith(("register.yml", "rules/", "units/"))))


def _mark(folder: _Folder, beside: bytes, day: date) -> bytes:
    return fingerprint(beside, day.isoformat(), *(digest for _, digest in sorted(_digests(folder).items())))
