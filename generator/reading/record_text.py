"""One record's file as it was written: where its fields stand, and so where their problems do."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from generator.reading.field_paths import FieldPath, Places, place_of, written_path
from generator.reading.problems import Problem
from generator.reading.record_files import RecordFile
from generator.reading.yaml_mistakes import Mistake
from generator.reading.yaml_text import read_yaml


@dataclass(frozen=True)
class RecordText:
    """One record's file as it was written, able to say where a field stands."""

    file: RecordFile

    @classmethod
    def empty(cls, path: str = "") -> RecordText:
        """That of a record which no file holds."""
        return cls(RecordFile.empty(path))

    @property
    def path(self) -> str:
        return self.file.path

    @property
    def text(self) -> str:
        return self.file.text

    @cached_property
    def places(self) -> Places:
        places: Places = {}
        read_yaml(self.text, places)
        return places

    def problem(
        self, path: FieldPath, rule: str, must: str, *, found: str | None = None, example: str | None = None,
        suggestion: str | None = None, at_name: bool = False, is_a_guess: bool = False,
    ) -> Problem:
        """A problem at a field's value, or at its name, or where the nearest field above it stands."""
        line, column = place_of(path, self.places, at_name)
        if found and not at_name:
            line, column = self._place_within(line, column, found)
        field = written_path(path)
        return Problem(self.path, line, column, field, rule, must, found, example, suggestion, is_a_guess=is_a_guess)

    def _place_within(self, line: int, column: int, found: str) -> tuple[int, int]:
        """Where it stands in a text of several lines that begins at this place."""
        if found in self._lines[line - 1]:
            return line, column
        after = bisect_right(self._begun, line)
        until = self._begun[after] if after < len(self._begun) else len(self._lines) + 1
        within = (number for number in range(line + 1, until) if found in self._lines[number - 1])
        number = next(within, None)
        return (number, self._lines[number - 1].index(found) + 1) if number else (line, column)

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.split("\n")

    @cached_property
    def _begun(self) -> list[int]:
        """The lines on which a field or an entry begins, in order: a record may have a thousand problems."""
        return sorted({line for line, _ in self.places.values()})

    def mistake(self, mistake: Mistake) -> Problem:
        return Problem(
            self.path, mistake.line, mistake.column, written_path(mistake.path), mistake.rule, mistake.must,
            mistake.found, mistake.example, is_a_guess=mistake.is_a_guess,
        )
