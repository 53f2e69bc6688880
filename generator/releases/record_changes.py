"""With which release each dialogue's record came and last changed: worked out from what two releases promise."""

from __future__ import annotations

from typing import Iterable

from generator.model.register_facts import Licence
from generator.tables.changed_records import RecordChange, RecordChanges
from generator.tables.promised_records import PromisedRecord
from generator.tables.promises import Promises, read_file
from generator.tables.versions import VERSION

_OF_DIALOGUES = "dialogues/"


def record_changes(before: Promises | None, known: bytes | None, now: Promises, number: int, licence: Licence) -> bytes:
    """``before`` are the promises of the release before, ``known`` its own file of this kind; None where there was none.
    ``number`` is that of the release in hand, if it is to be one; ``licence`` that of its data. Files of promises that are
    the same are not read."""
    old = RecordChanges.model_validate_json(known) if known else None
    rows = {row.dialogue: row for row in old.rows} if old else {}
    if before and not old:
        rows = {id_: RecordChange(dialogue=id_, page=record.address) for id_, record in _records(before, before.files).items()}
    differing = [path for path in now.files if not before or before.files.get(path) != now.files[path]]
    was = _records(before, [path for path in differing if path in before.files]) if before else {}
    release = old.release if old else number
    for id_, record in _records(now, differing).items():
        row = rows.get(id_)
        if row is None or was.get(id_, record) != record:
            created = number if row is None else row.created
            rows[id_] = RecordChange(dialogue=id_, page=record.address, created=created, modified=number)
            release = number
    return _file(RecordChanges(
        version=VERSION, licence=licence, sample=now.first.sample, as_of=now.as_of, since=old.since if old else number,
        release=release, rows=[rows[id_] for id_ in sorted(rows)],
    ))


def _records(promises: Promises, paths: Iterable[str]) -> dict[str, PromisedRecord]:
    """Those of dialogues, by their ids."""
    found = (record for path in paths for record in read_file(promises.files[path]).records)
    return {record.name.removeprefix(_OF_DIALOGUES): record for record in found if record.name.startswith(_OF_DIALOGUES)}


def _file(made: RecordChanges) -> bytes:
    """A record is a line."""
    lines = ",\n".join(f"    {row.model_dump_json()}" for row in made.rows)
    head = made.model_dump_json(exclude={"rows"}, indent=2).removesuffix("\n}")
    return (head + ',\n  "rows": [' + (f"\n{lines}\n  " if lines else "") + "]\n}\n").encode()
