"""YAML read as a clerk means it: fields, lists and text, nothing else, each with its place.

Scalars stay text, because YAML's own guesses turn 19:00 into 1140, 00001 into 1 and "no" into false. The parser's
events are read one by one, without recursion, so that no nesting and no alias can exhaust the machine.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from generator.reading.field_paths import FieldPath, Places
from generator.reading.yaml_mistakes import WRITTEN_ONCE, Mistake, as_second_record, joined_dashes, mistake_of_grammar
from generator.text.private_signs import PRIVATE
from generator.text.unseen import BACKWARDS, CONTROL

TextLoader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Leaves every value text; in C where PyYAML was built with it."""
_MOST_DEPTH = 12
# What follows a value that is not in quotes: a comment to YAML, but in "Đường #1" the end of the clerk's sentence.
_CUT_BY_HASH = re.compile(r"[ \t]+#(?=[^\s#])")
_SOME_HASH = re.compile(r"#(?<=[ \t]#)[^\s#]")


def read_yaml(
    text: str, places: Places | None = None, left_empty: list[FieldPath] | None = None,
) -> tuple[Any, list[Mistake]]:
    """The tree of dicts, lists and text; a field left empty is left out, and its path in ``left_empty``. ``places`` is filled
    with where each path stands, a field's name at ``(*path, name)`` and its value at ``(*path, name, "")``."""
    mistakes: list[Mistake] = []
    try:
        tree = _Reader(mistakes, places, left_empty).read(text)
    except _Stop:
        tree = None
    except yaml.YAMLError as error:
        mistakes.append(mistake_of_grammar(error, text))
        tree = None
    return tree, as_second_record(mistakes)


class _Stop(Exception):
    """The rest of the file cannot be read."""


_Container = dict[str, Any] | list[Any]
_Open = tuple[_Container | None, set[str] | None, str | int]
"""A container that is not the innermost, the names seen in it, and its key that the next one stands at. Around the
outermost stands None, which has no key."""


class _Reader:
    def __init__(self, mistakes: list[Mistake], places: Places | None, left_empty: list[FieldPath] | None) -> None:
        self.mistakes, self.places, self.left_empty = mistakes, places, left_empty
        self.around: list[_Open] = []

    def read(self, text: str) -> Any:
        """One loop of local names: a large register has some two million events."""
        lines = text.split("\n") if _SOME_HASH.search(text) else []
        places, around = self.places, self.around
        tree: Any = None
        container: _Container | None = None
        seen: set[str] | None = None  # names in the container; None where it is a list
        name: str | None = None  # of the value that comes next; None in a list, and where a name comes next
        documents = 0
        for event in iter(TextLoader(text).get_event, None):
            if isinstance(event, yaml.ScalarEvent):
                if event.anchor is not None or event.tag is not None:
                    self._refuse_tags(event)
                style = event.style
                if style == '"':
                    self._refuse_escapes(event)
                if seen is not None and name is None:
                    name = event.value
                    if name in seen or places is not None:
                        self._note_name(event, container, seen, text)
                    seen.add(name)
                    continue
                value = event.value.strip()
                if places is not None:
                    self._note(places, event, container, name)
                if lines and not style:
                    self._refuse_cut(event, lines, container, name)
                if isinstance(container, dict) and name is not None:
                    if value:
                        container[name] = value
                    elif self.left_empty is not None:
                        self.left_empty.append(self._path(container, name))
                    name = None
                elif isinstance(container, list):
                    container.append(value)
                    if " - " in value and not style:
                        self.mistakes += joined_dashes(event, text)
                else:
                    tree = value
            elif isinstance(event, yaml.CollectionStartEvent):
                self._refuse_tags(event)
                self._refuse_container(event, seen is not None and name is None)
                if places is not None:
                    self._note(places, event, container, name)
                inner: _Container = {} if isinstance(event, yaml.MappingStartEvent) else []
                around.append((container, seen, len(container) if isinstance(container, list) else name or ""))
                if isinstance(container, dict) and name is not None:
                    container[name] = inner
                elif isinstance(container, list):
                    container.append(inner)
                else:
                    tree = inner
                container, seen, name = inner, None if isinstance(inner, list) else set(), None
            elif isinstance(event, yaml.CollectionEndEvent):
                container, seen, _ = around.pop()
                name = None
            elif isinstance(event, yaml.AliasEvent):
                self._stop(event, "no-alias", "câu bắt đầu bằng dấu * phải đặt trong dấu ngoặc kép")
            elif isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._stop(event, "one-record-a-file", "mỗi tệp chỉ chứa một bản ghi; xóa dòng ---")
        return tree

    def _note_name(self, event: yaml.ScalarEvent, container: _Container | None, seen: set[str], text: str) -> None:
        path = self._path(container, event.value)
        last = self.mistakes[-1].path if self.mistakes else ()
        is_told = len(path) > 1 and isinstance(path[-2], int) and last[:-1] == path[:-1]  # an entry without its dash
        if event.value in seen and not is_told:
            line, _ = self._first_places(text).get(path, (0, 0))
            must = f"trường này đã được viết ở dòng {line}; mỗi trường chỉ viết một lần"
            if len(path) > 1 and isinstance(path[-2], int):
                must += ", mục mới của danh sách phải bắt đầu bằng dấu gạch và dấu cách"
            self._say(event, WRITTEN_ONCE, must, path)
        if self.places is not None:
            self.places.setdefault(path, _place(event))

    def _first_places(self, text: str) -> Places:
        """Where each field is written first, which few readings have noted."""
        if self.places is None:
            self.places = {}
            read_yaml(text, self.places)
        return self.places

    def _refuse_container(self, event: yaml.Event, at_name: bool) -> None:
        if at_name:
            self._stop(event, "field-name-is-text", "tên trường phải là chữ")
        if len(self.around) >= _MOST_DEPTH:
            self._stop(event, "not-too-deep", "các trường lồng nhau quá sâu")

    def _path(self, container: _Container | None, name: str | None) -> FieldPath:
        """Of the value that comes next in the innermost container."""
        if container is None:
            return ()
        return (*(key for _, _, key in self.around[1:]), len(container) if isinstance(container, list) else name or "")

    def _note(self, places: Places, event: yaml.Event, container: _Container | None, name: str | None) -> None:
        path = self._path(container, name)
        places[(*path, "")] = _place(event)
        places.setdefault(path, _place(event))

    def _refuse_tags(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            self._stop(event, "no-alias", "không dùng neo YAML (dấu &) trong bản ghi; hãy đặt cả câu trong dấu ngoặc kép")
        if event.tag is not None:
            self._stop(event, "no-tag", "không dùng nhãn YAML (dấu !) trong bản ghi; hãy đặt cả câu trong dấu ngoặc kép")

    def _refuse_escapes(self, event: yaml.ScalarEvent) -> None:
        """Only between double quotes can YAML hide such a character, as ``\\u202e``."""
        if CONTROL.search(event.value) or BACKWARDS.search(event.value):
            self._stop(event, "text-has-no-unseen-character", "không được có ký tự điều khiển (viết bằng dấu \\)")
        if PRIVATE.search(event.value):
            self._stop(event, "text-has-no-private-sign", "không được có ký hiệu riêng của phông chữ (viết bằng dấu \\)")

    def _refuse_cut(
        self, event: yaml.ScalarEvent, lines: list[str], container: _Container | None, name: str | None
    ) -> None:
        end = event.end_mark
        if end and (cut := _CUT_BY_HASH.match(lines[end.line], end.column)):
            from generator.reading.value_slips import line_quoted  # which sound records never wait for

            must = "phần sau dấu # sẽ bị bỏ: câu có dấu # phải đặt trong dấu ngoặc kép, ghi chú thì viết cách sau dấu #"
            found = lines[end.line].strip()
            self.mistakes.append(Mistake(
                end.line + 1, cut.end(), "sentence-is-not-cut-short", must, self._path(container, name), found,
                line_quoted(found),
            ))

    def _say(self, event: yaml.Event, rule: str, must: str, path: FieldPath = ()) -> None:
        self.mistakes.append(Mistake(*_place(event), rule, must, path))

    def _stop(self, event: yaml.Event, rule: str, must: str) -> None:
        self._say(event, rule, must)
        raise _Stop


def _place(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
