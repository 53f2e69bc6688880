"""The log of releases: a line of JSON each, which holds the digest of the line before; lines are added, never changed."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import ValidationError

from generator.publications.releases import Release
from generator.releases.sums import sum_of


class NotALog(Exception):
    """``str()`` says which line is wrong, and why."""


class LaterLog(NotALog):
    """A line holds what only a later program writes, so that this one cannot tell whether it is as it was released."""


class NoLine(NotALog):
    """It is another kind of file, such as the page that a host shows in place of one that is gone."""


@dataclass(frozen=True)
class Log:
    """``text`` is the whole file; every line of it ends with a line feed."""

    text: bytes
    releases: tuple[Release, ...]

    @property
    def last(self) -> Release:
        return self.releases[-1]

    def continues(self, other: Log) -> bool:
        """Whether it holds all of the other's lines, unchanged, before any of its own."""
        return self.text.startswith(other.text)

    def with_line(self, release: Release) -> Log:
        return Log(self.text + line_of(release), (*self.releases, release))

    def digest_before_next(self) -> str | None:
        """What the next line has to say of the one before it."""
        return sum_of(line_of(self.last)) if self.releases else None


EMPTY = Log(b"", ())
_OF_LATER = ("extra_forbidden", "literal_error", "none_required")
"""Kinds of pydantic's errors: a field more, another code where it knows some and none at all."""
_LONGEST = 64 * 1024
"""Bytes of a line, of which a release takes some 600; a stranger's may hold a million odd fields, each of them an error."""


def line_of(release: Release) -> bytes:
    """Without what earlier programs did not write and this one does not know: each line stays as it was written."""
    return release.model_dump_json(exclude_defaults=True).encode() + b"\n"


def _release(number: int, line: bytes) -> Release:
    try:
        if len(line) <= _LONGEST:
            return Release.model_validate_json(line)
    except ValidationError as error:
        if all(found["type"] in _OF_LATER for found in error.errors()):
            told = "không phải là một lần phát hành mà chương trình này biết; có lẽ do chương trình mới hơn ghi"
            raise LaterLog(f"dòng {number} {told}") from None
    kind = NoLine if number == 1 and not line.startswith(b"{") else NotALog
    raise kind(f"dòng {number} không phải là một lần phát hành")


def read_log(text: bytes) -> Log:
    """Raises NotALog where a line is no release as this program writes it, or does not follow the line before."""
    releases: list[Release] = []
    previous: str | None = None
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        release = _release(number, line)
        if line_of(release) != line:
            raise NotALog(f"dòng {number} không đúng từng chữ như khi phát hành")
        if release.number != number:
            raise NotALog(f"dòng {number} là lần phát hành số {release.number}; phải là số {number}")
        if release.previous != previous:
            raise NotALog(f"dòng {number} không nối vào dòng trước: một trong hai dòng đã bị sửa, bị bỏ hay bị chèn")
        releases.append(release)
        previous = sum_of(line)
    if not releases:
        raise NotALog("không có lần phát hành nào")
    return Log(text, tuple(releases))
