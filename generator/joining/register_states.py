"""The state of a register as it was released last, read from what it publishes and held against its log of releases."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from itertools import chain, islice
from typing import Iterable, Iterator, TypeVar

from pydantic import BaseModel, ValidationError

from generator.consequences.states import STATUSES, Status
from generator.joining.kept_state import Figure, RegisterState, Upcoming
from generator.joining.published_data import VERSION, DialogueRow, DialoguesFile, Index, ProgressFile, Versioned
from generator.keeping.observed_day import ZONE
from generator.model.addresses import API
from generator.releases.copies import Copy, FolderCopy, Unreachable
from generator.releases.last_release import NotAsReleased, log_and_sums_of, read_released
from generator.releases.log import LaterLog, Log, NoLine, line_of
from generator.releases.sums import Sums, sum_of

INDEX = f"{API}index.json"
_OF_ANY_VERSION = re.compile(r"api/v\d+/index\.json")
MOST_BYTES = 64 * 1024 ** 2
"""Of one file, read into memory; a year of the whole country's dialogues has some 40 MB."""
MOST_UPCOMING = 2_000
"""Of one register; the city of 2023 had 89 on a day in September."""
MOST_FIGURES = 24
"""Of one register, a period each."""
_UPCOMING = {status.value for status in Status if STATUSES[status].is_upcoming}
_File = TypeVar("_File", bound=BaseModel)


class Failure(StrEnum):
    """Why a register could not be read. ``REWRITTEN``: its log does not hold the line that was read before."""

    UNREACHABLE = "unreachable"
    NOT_RELEASED = "not-released"
    NOT_AS_RELEASED = "not-as-released"
    REWRITTEN = "rewritten"
    OTHER_VERSION = "other-version"
    NOT_READABLE = "not-readable"


_OF_LOGS: dict[type[BaseException | None], Failure] = {LaterLog: Failure.OTHER_VERSION, NoLine: Failure.UNREACHABLE}
"""What a log comes to that has not been changed by anyone, as far as can be told."""


class NotRead(Exception):
    """``str()`` says what is wrong, for those who run the command; ``failure`` is what readers are told."""

    def __init__(self, failure: Failure, why: str) -> None:
        super().__init__(why)
        self.failure = failure


def read_register(copy: Copy, before: RegisterState | None) -> RegisterState:
    """The last release of a copy; ``before`` is what was read of it earlier. Raises NotRead."""
    if isinstance(copy, FolderCopy) and not copy.folder.is_dir():
        raise NotRead(Failure.UNREACHABLE, f"{copy}: không có thư mục này")
    try:
        found = log_and_sums_of(copy)
        if found is None:
            raise NotRead(Failure.NOT_RELEASED, f"{copy}: không có nhật ký phát hành")
        log, sums = found
        if before:
            _refuse_rewritten(copy, log, before)
        return _state(copy, log, sums)
    except NotAsReleased as error:
        raise NotRead(_OF_LOGS.get(type(error.__cause__), Failure.NOT_AS_RELEASED), str(error)) from None
    except (Unreachable, OSError) as error:
        raise NotRead(Failure.UNREACHABLE, str(error)) from None


def _refuse_rewritten(copy: Copy, log: Log, before: RegisterState) -> None:
    known = log.releases[before.release - 1: before.release]
    if not known or sum_of(line_of(known[0])) != before.line:
        raise NotRead(Failure.REWRITTEN, f"{copy}: nhật ký không nối tiếp lần phát hành {before.release} đã đọc trước đây")


def _state(copy: Copy, log: Log, sums: Sums) -> RegisterState:
    if INDEX not in sums.by_path and any(map(_OF_ANY_VERSION.fullmatch, sums.by_path)):
        raise NotRead(Failure.OTHER_VERSION, f"{copy}: không còn {API}; chương trình này đọc phiên bản {VERSION}x")
    content = _content(copy, sums, INDEX)
    version = _read(copy, INDEX, content, Versioned).version
    if not version.startswith(VERSION):
        raise NotRead(Failure.OTHER_VERSION, f"{copy}: dữ liệu phiên bản {version}; chương trình này đọc {VERSION}x")
    index = _read(copy, INDEX, content, Index)
    address, year = _home(copy, index), index.as_of.year
    progress = _tables(copy, sums, index, address, "progress", (year,), ProgressFile)
    dialogues = _tables(copy, sums, index, address, "dialogues", (year, year + 1), DialoguesFile)
    upcoming = sorted(_upcoming(copy, chain.from_iterable(file.rows for file in dialogues), index.as_of, address), key=_order)
    if len(upcoming) > MOST_UPCOMING:
        raise NotRead(Failure.NOT_READABLE, f"{copy}: hơn {MOST_UPCOMING} cuộc sắp tới")
    figures = list(islice((figure for file in progress for figure in _figures(copy, file)), MOST_FIGURES + 1))
    if len(figures) > MOST_FIGURES:
        raise NotRead(Failure.NOT_READABLE, f"{copy}: hơn {MOST_FIGURES} kỳ trong một năm")
    return RegisterState(
        register_name=index.register_name, place=index.place, publisher=index.publisher, address=address, licence=index.licence,
        sample=index.sample, version=index.version, release=log.last.number, line=sum_of(line_of(log.last)),
        as_of=log.last.as_of, figures=figures, upcoming=upcoming,
    )


def _content(copy: Copy, sums: Sums, path: str) -> bytes:
    if path not in sums.by_path:
        raise NotRead(Failure.NOT_READABLE, f"{copy}: lần phát hành không có {path}")
    content = read_released(copy, path, sums.by_path[path])
    if len(content) > MOST_BYTES:
        raise NotRead(Failure.NOT_READABLE, f"{copy}: {path}: lớn quá {MOST_BYTES // 1024 ** 2} MB")
    return content


def _read(copy: Copy, path: str, content: bytes, kind: type[_File]) -> _File:
    """Raises NotRead where it is not what v1 says."""
    try:
        return kind.model_validate_json(content)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise NotRead(Failure.NOT_READABLE, f"{copy}: {path}: {where}: {first['msg']}") from None


def _home(copy: Copy, index: Index) -> str:
    """The address that all files of the index stand below."""
    first = index.files[0].address if index.files else ""
    home, found, _ = first.rpartition(API)
    if not found or not home.startswith(("https://", "http://")):
        raise NotRead(Failure.NOT_READABLE, f"{copy}: {INDEX}: địa chỉ tệp phải là địa chỉ http(s) dưới {API}")
    return home


def _tables(
    copy: Copy, sums: Sums, index: Index, home: str, table: str, years: tuple[int, ...], kind: type[_File]
) -> Iterator[_File]:
    """Of the years that there is one for: none has rules, or dialogues, before somebody has written them."""
    for file in (index.of_table(table, year) for year in years):
        if file:
            path = file.address.removeprefix(home)
            yield _read(copy, path, _content(copy, sums, path), kind)


def _figures(copy: Copy, file: ProgressFile) -> Iterator[Figure]:
    for row in file.rows:
        if row.is_of_the_whole:
            try:
                basis = file.basis_of(row.period_from)
            except KeyError as error:
                raise NotRead(Failure.NOT_READABLE, f"{copy}: progress: không có văn bản {error}") from None
            if row.done > row.owed:
                raise NotRead(Failure.NOT_READABLE, f"{copy}: progress: {row.done} trên {row.owed}")
            yield Figure(
                year=row.year, day=row.day, done=row.done, owed=row.owed, basis=basis,
                period_from=row.period_from or date(row.year, 1, 1), period_until=row.period_until or date(row.year, 12, 31),
            )


def _upcoming(copy: Copy, rows: Iterable[DialogueRow], as_of: date, home: str) -> Iterator[Upcoming]:
    for row in rows:
        if row.status not in _UPCOMING or row.day is None or row.day < as_of:
            continue
        if not row.page.startswith(home):
            raise NotRead(Failure.NOT_READABLE, f"{copy}: dialogues: {row.dialogue}: địa chỉ trang ở ngoài sổ")
        yield Upcoming(
            day=row.day, time=f"{row.starts_at.astimezone(ZONE):%H:%M}" if row.starts_at else None, part_of_day=row.part_of_day,
            unit_name=row.unit_name, topic=row.topic, venue=row.venue, page=row.page,
        )


def _order(one: Upcoming) -> tuple[date, str, str]:
    return one.day, one.time or "", one.page
