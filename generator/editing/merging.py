"""Two edits of one record that began with the same text become one: each field and each entry of a list on its own.

Git merges lines, so two clerks who each add a promise to the end of a list meet in a conflict. Here what both have added to
a list stays, the second one's entries after the first one's; what both have changed to different values is a conflict of that
value alone, marked as git marks one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

import yaml

from generator.reading.yaml_text import TextLoader

OURS, THEIRS = "bản đang có", "bản mới gộp vào"
_COMMENT = re.compile(r"\s*#")
_DECIDED = frozenset({"schedule"})
"""Lists whose last entry is in force: of two that are added at once a person has to choose."""


@dataclass(frozen=True)
class Merged:
    """``conflicts`` are the texts, in order, that a person has to choose of; their marks stand in ``text``."""

    text: str
    conflicts: tuple[str, ...]


@dataclass(frozen=True)
class _Piece:
    """Whole lines of a text and what they hold; ``node`` None where that is not known."""

    lines: tuple[str, ...]
    start: int
    node: yaml.Node | None

    @property
    def text(self) -> str:
        return "".join(self.lines)


@dataclass(frozen=True)
class _Split:
    """What a piece holds: lines before its parts, the parts by name or by number, and blank or comment lines after them."""

    head: str
    parts: dict[str, _Piece]
    tail: str


_NOTHING = _Split("", {}, "")


def merged(base: str, ours: str, theirs: str) -> Merged:
    """``base`` is what both began with. Where it is empty, both wrote a new file under one name, and where one is no YAML,
    nothing is known of its parts: that is one conflict. Line ends are those of ``ours``."""
    was, one, other = (_whole(text.replace("\r\n", "\n")) for text in (base, ours, theirs))
    merger = _Merger()
    text = merger.of(was, one, other) if base.strip() or one.text == other.text else merger.conflict(one.text, other.text)
    return Merged(text.replace("\n", "\r\n") if "\r\n" in ours else text, tuple(merger.conflicts))


@dataclass
class _Merger:
    conflicts: list[str] = field(default_factory=list)

    def of(self, base: _Piece | None, ours: _Piece, theirs: _Piece, name: str = "") -> str:
        was = base.text if base else ""
        if theirs.text in (ours.text, was):
            return ours.text
        if ours.text == was:
            return theirs.text
        sides = [_split(piece) if piece else _NOTHING for piece in (base, ours, theirs)]
        match sides, ours.node, theirs.node:
            case [_Split() as before, _Split() as one, _Split() as other], yaml.MappingNode(), yaml.MappingNode():
                return self._of_fields(before, one, other)
            case [_Split() as before, _Split() as one, _Split() as other], yaml.SequenceNode(), yaml.SequenceNode():
                if len(before.parts) <= min(len(one.parts), len(other.parts)):
                    return self._of_entries(before, one, other, name in _DECIDED)
        return self.conflict(ours.text, theirs.text)

    def _of_fields(self, base: _Split, ours: _Split, theirs: _Split) -> str:
        """In the order of ours; a field that is new in theirs stands after the one that it follows there."""
        names, last = list(ours.parts), ""
        for name in theirs.parts:
            if name not in names and name not in base.parts:
                names.insert(names.index(last) + 1 if last in names else 0, name)
            last = name if name in names else last
        written = "".join(self._of_field(name, *(side.parts.get(name) for side in (base, ours, theirs))) for name in names)
        return self._of_lines(base.head, ours.head, theirs.head) + written + self._of_lines(base.tail, ours.tail, theirs.tail)

    def _of_field(self, name: str, base: _Piece | None, ours: _Piece | None, theirs: _Piece | None) -> str:
        if ours and theirs:
            return self.of(base, ours, theirs, name)
        one = ours or theirs
        assert one, "a name is in one of them"
        if base is None:
            return one.text
        return "" if one.text == base.text else self.conflict(ours.text if ours else "", theirs.text if theirs else "")

    def _of_entries(self, base: _Split, ours: _Split, theirs: _Split, is_decided: bool) -> str:
        known = [self.of(base.parts[place], ours.parts[place], theirs.parts[place]) for place in base.parts]
        ids = [id for side in (ours, base) for piece in side.parts.values() if (id := _id_of(piece))]
        new = [piece.text for place, piece in ours.parts.items() if place not in base.parts]
        others = [piece for place, piece in theirs.parts.items() if place not in base.parts and piece.text not in new]
        if is_decided and new and others:
            new, others = [self.conflict("".join(new), "".join(piece.text for piece in others))], []
        for piece in others:
            id = _id_of(piece)
            free = _free(id, ids) if id else id
            new.append(_with_id(piece, free) if free and free != id else piece.text)
            ids += [free] if free else []
        head, tail = (
            self._of_lines(base.head, ours.head, theirs.head), self._of_lines(base.tail, ours.tail, theirs.tail)
        )
        return head + "".join((*known, *new)) + tail

    def _of_lines(self, base: str, ours: str, theirs: str) -> str:
        """Lines that hold nothing, comments, or the name of what follows."""
        if theirs in (ours, base):
            return ours
        return theirs if ours == base else self.conflict(ours, theirs)

    def conflict(self, ours: str, theirs: str) -> str:
        text = f"<<<<<<< {OURS}\n{ours}=======\n{theirs}>>>>>>> {THEIRS}\n"
        self.conflicts.append(text)
        return text


def _whole(text: str) -> _Piece:
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    try:
        node = yaml.compose(text, TextLoader)
    except yaml.YAMLError:
        node = None
    return _Piece(tuple(lines), 0, node)


def _split(piece: _Piece) -> _Split | None:
    """None where its parts do not stand on lines of their own."""
    node = piece.node
    if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
        return None
    is_mapping = isinstance(node, yaml.MappingNode)
    keys = [pair[0] if is_mapping else pair for pair in node.value]
    starts = [key.start_mark.line - piece.start for key in keys]
    if any(one >= other for one, other in pairwise(starts)) or starts[0] < 0:
        return None
    if not is_mapping and not all(piece.lines[start].lstrip().startswith("- ") for start in starts):
        return None
    end = len(piece.lines)
    while end > starts[-1] + 1 and _is_after(piece.lines[end - 1], node.start_mark.column):
        end -= 1
    parts = {
        key.value if is_mapping else str(place): _Piece(
            piece.lines[start:stop], piece.start + start, node.value[place][1] if is_mapping else key
        )
        for place, (key, (start, stop)) in enumerate(zip(keys, pairwise([*starts, end]), strict=True))
    }
    return _Split("".join(piece.lines[: starts[0]]), parts, "".join(piece.lines[end:]))


def _is_after(line: str, column: int) -> bool:
    """Blank, or a comment that stands no deeper than the parts do: a deeper one may be a line of a text."""
    return not line.strip() or (bool(_COMMENT.match(line)) and len(line) - len(line.lstrip(" ")) <= column)


def _id_node(piece: _Piece) -> yaml.ScalarNode | None:
    pairs = piece.node.value if isinstance(piece.node, yaml.MappingNode) else []
    return next((value for key, value in pairs if key.value == "id" and isinstance(value, yaml.ScalarNode)), None)


def _id_of(piece: _Piece) -> str | None:
    node = _id_node(piece)
    return node.value if node else None


def _free(id: str, ids: list[str]) -> str:
    """The id itself, unless it is in use: nobody has been told of the second one yet."""
    if id not in ids:
        return id
    if id.isdigit():
        return str(max(int(used) for used in ids if used.isdigit()) + 1)
    return next(f"{id}-{number}" for number in range(2, len(ids) + 3) if f"{id}-{number}" not in ids)


def _with_id(piece: _Piece, id: str) -> str:
    node = _id_node(piece)
    assert node
    place, lines = node.start_mark.line - piece.start, list(piece.lines)
    start, end = node.start_mark.column, node.end_mark.column
    quote = node.style or ""
    lines[place] = f"{lines[place][:start]}{quote}{id}{quote}{lines[place][end:]}"
    return "".join(lines)
