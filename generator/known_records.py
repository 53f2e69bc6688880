"""Dialogues that an earlier build has read and found sound, so that only what has changed is read again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Iterable, Mapping

from generator.fingerprints import fingerprint
from generator.model import Dialogue
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

    def keep(self, files: Iterable[RecordFile], dialogues: Mapping[str, Dialogue]) -> None:
        """All records of a register that every rule has passed."""
        folders: dict[str, _Folder] = {}
        for file in files:
            if file.path.startswith("dialogues/"):
                id = file.path.rpartition("/")[2].removesuffix(".yml")
                folders.setdefault(_folder_of(file.path), {})[file.path] = file.digest, dialogues[id]
        for name, folder in folders.items():
            old = self._folders.get(name, {})
            if {path: digest for path, (digest, _) in folder.items()} != {path: digest for path, (digest, _) in old.items()}:
                self.store.put(self._key(name), folder)

    def _folder(self, path: str) -> _Folder:
        name = _folder_of(path)
        if name not in self._folders:
            self._folders[name] = self.store.get(self._key(name)) or {}
        return self._folders[name]

    def _key(self, name: str) -> bytes:
        return fingerprint("records", self.program, name)


def _folder_of(path: str) -> str:
    return path.rpartition("/")[0]
