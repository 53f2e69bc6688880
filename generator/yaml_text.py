"""YAML read as a clerk means it: fields, lists and text, nothing else, each with its place.

Scalars stay text, because YAML's own guesses turn 19:00 into 1140, 00001 into 1 and "no" into false. The parser's
events are read one by one, without recursion, so that no nesting and no alias can exhaust the machine.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_MOST_DEPTH = 12
# What follows a value that is not in quotes: a comment to YAML, but in "Đường #1" the end of the clerk's sentence.
_CUT_BY_HASH = re.compile(r"[ \t]+#(?=[^\s#])")
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
"""Control characters and line ends that only some programs see; a tab and a line feed are text."""
BACKWARDS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Characters that turn the direction of the text after them, so that a reader sees other words than a program."""

Path = tuple[str | int, ...]
Places = dict[Path, tuple[int, int]]


@dataclass(frozen=True)
class Mistake:
    """What is wrong with the YAML itself; line and column count from 1."""

    line: int
    column: int
    rule: str
    must: str
    path: Path = ()
    found: str | None = None
    example: str | None = None


def read_yaml(text: str, places: Places | None = None) -> tuple[Any, list[Mistake]]:
    """The tree of dicts, lists and text; a field left empty is left out. ``places`` is filled with where each path
    stands, a field's name at ``(*path, name)`` and its value at ``(*path, name, "")``."""
    mistakes: list[Mistake] = []
    try:
        tree = _Reader(mistakes, places).read(text)
    except _Stop:
        tree = None
    except yaml.YAMLError as error:
        mistakes.append(_grammar(error, text))
        tree = None
    return tree, mistakes


class _Stop(Exception):
    """The rest of the file cannot be read."""


class _Reader:
    def __init__(self, mistakes: list[Mistake], places: Places | None) -> None:
        self.mistakes, self.places = mistakes, places
        self.lines: list[str] = []
        self.tree: Any = None
        self.open: list[tuple[Any, Path]] = []
        self.names: list[str | None] = []
        self.seen: list[set[str]] = []

    def read(self, text: str) -> Any:
        documents = 0
        self.lines = text.split("\n") if _CUT_BY_HASH.search(text) else []
        for event in yaml.parse(text, _Loader):
            if isinstance(event, yaml.ScalarEvent):
                self._refuse_tags(event)
                self._refuse_escapes(event)
                self._scalar(event)
            elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                self._refuse_tags(event)
                self._start({} if isinstance(event, yaml.MappingStartEvent) else [], event)
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                self._end()
            elif isinstance(event, yaml.AliasEvent):
                self._stop(event, "no-alias", "không dùng bí danh YAML (dấu *) trong bản ghi; hãy viết đầy đủ")
            elif isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._stop(event, "one-record-a-file", "mỗi tệp chỉ chứa một bản ghi; xóa dòng ---")
        return self.tree

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        if self.open and isinstance(self.open[-1][0], dict) and self.names[-1] is None:
            self._name(event)
            return
        value = event.value.strip()
        path = self._place(event)
        if self.lines and not event.style:
            self._refuse_cut(event, path)
        if not self.open:
            self.tree = value
        elif isinstance(self.open[-1][0], list):
            self.open[-1][0].append(value)
        else:
            if value:
                self.open[-1][0][self.names[-1]] = value
            self.names[-1] = None

    def _name(self, event: yaml.ScalarEvent) -> None:
        path = self.open[-1][1]
        name = event.value
        seen = self.seen[-1]
        if name in seen:
            self._say(event, "field-is-written-once", "trường này đã được viết ở trên; mỗi trường chỉ viết một lần", (*path, name))
        seen.add(name)
        self.names[-1] = name
        if self.places is not None:
            self.places.setdefault((*path, name), _place(event))

    def _start(self, container: Any, event: yaml.Event) -> None:
        if self.open and isinstance(self.open[-1][0], dict) and self.names[-1] is None:
            self._stop(event, "field-name-is-text", "tên trường phải là chữ")
        if len(self.open) >= _MOST_DEPTH:
            self._stop(event, "not-too-deep", "các trường lồng nhau quá sâu")
        path = self._place(event)
        if not self.open:
            self.tree = container
        elif isinstance(self.open[-1][0], list):
            self.open[-1][0].append(container)
        else:
            self.open[-1][0][self.names[-1]] = container
            self.names[-1] = None
        self.open.append((container, path))
        self.names.append(None)
        self.seen.append(set())

    def _end(self) -> None:
        self.open.pop()
        self.names.pop()
        self.seen.pop()

    def _place(self, event: yaml.Event) -> Path:
        """The path of the value that begins here, its place noted."""
        if not self.open:
            path: Path = ()
        else:
            container, above = self.open[-1]
            path = (*above, len(container) if isinstance(container, list) else self.names[-1])
        if self.places is not None:
            self.places[(*path, "")] = _place(event)
            self.places.setdefault(path, _place(event))
        return path

    def _refuse_tags(self, event: yaml.Event) -> None:
        if event.anchor is not None:
            self._stop(event, "no-alias", "không dùng neo YAML (dấu &) trong bản ghi; hãy đặt cả câu trong dấu ngoặc kép")
        if event.tag not in (None, "!"):
            self._stop(event, "no-tag", "không dùng nhãn YAML (dấu !) trong bản ghi; hãy đặt cả câu trong dấu ngoặc kép")

    def _refuse_escapes(self, event: yaml.ScalarEvent) -> None:
        """Only between double quotes can YAML hide such a character, as ``\\u202e``."""
        if event.style == '"' and (UNSEEN.search(event.value) or BACKWARDS.search(event.value)):
            self._stop(event, "text-has-no-unseen-character", "không được có ký tự điều khiển (viết bằng dấu \\)")

    def _refuse_cut(self, event: yaml.ScalarEvent, path: Path) -> None:
        end = event.end_mark
        if cut := _CUT_BY_HASH.match(self.lines[end.line], end.column):
            must = "phần sau dấu # sẽ bị bỏ: câu có dấu # phải đặt trong dấu ngoặc kép, ghi chú thì viết cách sau dấu #"
            found = self.lines[end.line].strip()
            self.mistakes.append(Mistake(
                end.line + 1, cut.end(), "sentence-is-not-cut-short", must, path, found, 'topic: "Đường #1 và ngõ"'
            ))

    def _say(self, event: yaml.Event, rule: str, must: str, path: Path = ()) -> None:
        self.mistakes.append(Mistake(*_place(event), rule, must, path))

    def _stop(self, event: yaml.Event, rule: str, must: str) -> None:
        self._say(event, rule, must)
        raise _Stop


def _place(event: yaml.Event) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _grammar(error: yaml.YAMLError, text: str) -> Mistake:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    said = str(getattr(error, "problem", "") or error)
    whole_line = (text.split("\n") + [""])[line - 1] if mark else ""
    written = whole_line.strip() or None
    if "mapping values are not allowed" in said:
        must = "câu có dấu hai chấm phải đặt trong dấu ngoặc kép"
        return Mistake(line, column, "yaml-is-well-formed", must, found=written, example='topic: "Đất đai: cấp giấy chứng nhận"')
    if "quoted scalar" in str(getattr(error, "context", "")) and "end of stream" in said:
        mark = error.context_mark
        must = "dấu ngoặc kép mở ở đây phải đóng lại ở cuối câu"
        return Mistake(mark.line + 1, mark.column + 1, "yaml-is-well-formed", must)
    if written and re.search(r":\s+(\"[^\"]*\"|'[^']*')\s*[^\s#]", written):
        must = "dấu ngoặc kép phải mở ở đầu câu và đóng ở cuối câu; ở giữa câu thì dùng “ ”"
        return Mistake(line, column, "yaml-is-well-formed", must, found=written)
    if whole_line[column - 1 : column] == "\t":
        return Mistake(line, column, "yaml-is-well-formed", "thụt dòng phải bằng dấu cách, không dùng phím Tab", found=written)
    if "cannot start any token" in said:
        must = "câu bắt đầu bằng ký tự đặc biệt phải đặt trong dấu ngoặc kép"
        return Mistake(line, column, "yaml-is-well-formed", must, found=written, example='topic: "100% hộ dân"')
    must = "phải viết đúng dạng 'tên trường: giá trị', các trường cùng cấp thụt dòng như nhau, ngoặc kép phải đóng lại"
    return Mistake(line, column, "yaml-is-well-formed", must, found=written)
