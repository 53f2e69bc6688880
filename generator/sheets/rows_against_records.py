"""Rows of sheets against the records: what would be written where, and what has to be asked."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Mapping

from pydantic import ValidationError

from generator.editing.new_record import record_text
from generator.editing.record_entries import field_order
from generator.editing.yaml_additions import with_added, with_replaced
from generator.keeping.stages import TellStage
from generator.model import Dialogue, Register
from generator.model.addresses import KIND_SLUGS
from generator.reading.record_schema import MODELINE
from generator.reading.yaml_text import read_yaml
from generator.sheets.corrections import corrections
from generator.sheets.field_changes import FieldChange, field_changes, written_posts
from generator.sheets.matching import fitting_record, refuse_second_record, remaining_record
from generator.sheets.opinions import WantedOpinion, opinion_changes
from generator.sheets.preview import NewRecord, Origin, Preview, Question
from generator.sheets.questions import NotUnderstood
from generator.sheets.senders import Sender
from generator.sheets.wanted import Fields, Wanted
from generator.sheets.workbook import Cell
from generator.site.formatting import short_day


@dataclass(frozen=True)
class ComparedRow:
    place: str
    wanted: Wanted
    sender: Sender
    cells: Mapping[str, Cell]

    @property
    def origin(self) -> Origin:
        return Origin(self.place, self.wanted.cell, self.cells)


@dataclass
class Comparison:
    content: Path
    templates: Path
    register: Register
    preview: Preview

    def compare(self, waiting: list[ComparedRow], report: TellStage) -> None:
        taken: dict[str, ComparedRow] = {}
        count = len(waiting)
        for find in (fitting_record, remaining_record):
            left: list[ComparedRow] = []
            for number, row in enumerate(waiting, 1):
                report(f"Đang đối chiếu với sổ ({count - len(waiting) + number}/{count} dòng)")
                try:
                    if dialogue := find(row.wanted, self._without(taken, row)):
                        taken[dialogue.id] = row
                        self._change(dialogue, field_changes(row.wanted, dialogue, self._tree(dialogue)), row.origin)
                    else:
                        left.append(row)
                except NotUnderstood as question:
                    self.preview.questions.append(Question.about(row.place, question))
            waiting = left
        for row in waiting:
            try:
                refuse_second_record(row.wanted, self._without(taken, row))
                self._create(row)
            except NotUnderstood as question:
                self.preview.questions.append(Question.about(row.place, question))

    def _without(self, taken: dict[str, ComparedRow], row: ComparedRow) -> list[Dialogue]:
        """The dialogues of the row's year that no row has been found to tell of."""
        dialogues = self.register.dialogues.values()
        return [dialogue for dialogue in dialogues if dialogue.year == row.sender.year and dialogue.id not in taken]

    def compare_opinion(self, place: str, wanted: WantedOpinion) -> None:
        """Raises NotUnderstood."""
        changes = opinion_changes(wanted, self._tree(wanted.dialogue))
        self._change(wanted.dialogue, changes, Origin(place, wanted.cell, wanted.cells))

    def register_to_be(self) -> Register:
        """With the dialogues as they would be; one that `check` would refuse is left as it is."""
        read = dict(self.register.dialogues)
        for path, text in self.preview.texts.items():
            _, year, file = path.split("/")
            id = file.removesuffix(".yml")
            with suppress(ValidationError):
                read[id] = Dialogue.model_validate({**read_yaml(text)[0], "id": id, "year": year})
        return replace(self.register, dialogues=read)

    def tell_corrections(self, today: date) -> None:
        """Adds to each record in which something is written over what it was, dated ``today``; once, after all rows."""
        for id, changes in self.preview.changed.items():
            if entries := corrections(changes, today):
                path = self.register.dialogues[id].record_path
                self.preview.texts[path] = with_added(self.preview.texts[path], {"corrections": entries}, field_order)
                changes.append(FieldChange(("corrections",), None, entries))

    def _create(self, row: ComparedRow) -> None:
        wanted, year = row.wanted, row.sender.year
        stem = f"{wanted.unit.id.replace('/', '-')}-{KIND_SLUGS[wanted.kind]}"
        id = next(id for id in (f"{stem}-{number}" for number in range(1, 10_000)) if self._is_free(id, year))
        fields = {name: value for name, value in wanted.fields.items() if name != "registration"}
        if wanted.day:
            text = f"{MODELINE}\nunit: {wanted.unit.id}\nkind: {wanted.kind.value}\n"
            fields |= {"presided_by": written_posts(wanted), "held": fields["held"] | {"day": wanted.day.isoformat()}}
        else:
            registered = wanted.fields["registration"]
            text = record_text(
                self.templates, self.register, wanted.unit, wanted.kind, tuple(post for post, _ in wanted.posts),
                registered["period"], registered["registered_on"],
            )
            if any(deputy for _, deputy in wanted.posts):
                text = with_replaced(text, ("presided_by",), written_posts(wanted))
        path = f"dialogues/{year}/{id}.yml"
        self.preview.texts[path] = with_added(text, fields, field_order)
        self.preview.origins[path] = [row.origin]
        when = short_day(wanted.day) if wanted.day else wanted.period
        first = {"kind": wanted.kind.value, "presided_by": written_posts(wanted)}
        self.preview.new[id] = NewRecord(f"{wanted.unit.name}, {when}", first | wanted.fields | fields)

    def _is_free(self, id: str, year: int) -> bool:
        """The first number that no record has, as `dialogues new` counts them."""
        path = f"dialogues/{year}/{id}.yml"
        return id not in self.register.dialogues and path not in self.preview.texts and not (self.content / path).exists()

    def _change(self, dialogue: Dialogue, changes: list[FieldChange], origin: Origin) -> None:
        if not changes:
            self.preview.unchanged += [dialogue.id] if dialogue.record_path not in self.preview.texts else []
            return
        text = self._text(dialogue)
        for change in changes:
            if change.old is None:
                text = with_added(text, {str(change.path[-1]): change.new}, field_order, change.path[:-1])
            else:
                text = with_replaced(text, change.path, change.new)
        self.preview.texts[dialogue.record_path] = text
        self.preview.origins.setdefault(dialogue.record_path, []).append(origin)
        if new := self.preview.new.get(dialogue.id):
            added = {change.path[0] for change in changes}
            tree = self._tree(dialogue)
            self.preview.new[dialogue.id] = replace(new, fields=new.fields | {str(name): tree[str(name)] for name in added})
            return
        self.preview.changed.setdefault(dialogue.id, []).extend(changes)

    def _text(self, dialogue: Dialogue) -> str:
        path = dialogue.record_path
        if path not in self.preview.texts:
            self.preview.read[path] = (self.content / path).read_bytes()
        return self.preview.texts.get(path) or self.preview.read[path].decode("utf-8-sig")

    def _tree(self, dialogue: Dialogue) -> Fields:
        tree: Fields = read_yaml(self._text(dialogue))[0]
        return tree
