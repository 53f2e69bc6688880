"""The last release of a copy of the site: its log, with the sums and the promises, held against each other."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.addresses import RELEASE_LOG, RELEASE_SUMS
from generator.model.data_addresses import RECORD_CHANGES
from generator.releases.copies import Copy
from generator.releases.log import Log, NotALog, read_log
from generator.releases.sums import NotSums, Sums, sum_of
from generator.tables.promises import PROMISES, Promises, UnreadablePromises, read_promises


class NotAsReleased(Exception):
    """``str()`` says what of a copy is not as its log has it."""


@dataclass(frozen=True)
class LastRelease:
    """What the next release needs to know of it."""

    log: Log
    sums: Sums
    promises: Promises
    changes: bytes | None = None
    """``api/v1/changes.json``; None where an earlier program has released, which knew of none."""


def last_release_of(copy: Copy) -> LastRelease | None:
    """None where the copy has no log. Raises NotAsReleased, OSError, and Unreachable where it is at an address."""
    found = log_and_sums_of(copy)
    if found is None:
        return None
    log, sums = found
    try:
        promises = read_promises(lambda path: read_released(
            copy, path, log.last.promises if path == PROMISES else sums.by_path.get(path),
        ))
        known = RECORD_CHANGES in sums.by_path
        changes = read_released(copy, RECORD_CHANGES, sums.by_path[RECORD_CHANGES]) if known else None
    except UnreadablePromises:
        raise NotAsReleased(f"{copy}: chương trình này không đọc được {PROMISES}") from None
    if (log.last.as_of, log.last.files) != (promises.as_of, len(sums.by_path)):
        raise NotAsReleased(f"{copy}: dòng cuối của nhật ký ghi ngày tính hoặc số tệp khác với trang")
    return LastRelease(log, sums, promises, changes)


def log_and_sums_of(copy: Copy) -> tuple[Log, Sums] | None:
    """None where the copy has no log; raises as ``last_release_of`` does."""
    text = copy.read(RELEASE_LOG)
    if text is None:
        return None
    try:
        log = read_log(text)
        return log, Sums.of_text(read_released(copy, RELEASE_SUMS, log.last.sums))
    except NotALog as error:
        raise NotAsReleased(f"{copy}: {RELEASE_LOG}: {error}") from error
    except NotSums as error:
        raise NotAsReleased(f"{copy}: {RELEASE_SUMS}: {error}") from None


def longest(published: LastRelease | None, kept: LastRelease | None) -> LastRelease | None:
    """Of the log that is published and that kept off the site, the one that holds the other. Raises NotAsReleased where
    neither does: then somebody has told the public one thing and kept another."""
    if published is None or kept is None:
        return published or kept
    if published.log.continues(kept.log):
        return published
    if kept.log.continues(published.log):
        return kept
    raise NotAsReleased(
        f"nhật ký đang công bố ({len(published.log.releases)} lần phát hành) và nhật ký giữ riêng "
        f"({len(kept.log.releases)} lần) khác nhau từ lần {_first_different(published.log, kept.log)}: một trong hai đã bị "
        "viết lại; hãy tìm xem nhật ký nào đúng, ai đã sửa"
    )


def read_released(copy: Copy, path: str, digest: str | None) -> bytes:
    """The content of a file whose digest is known; raises NotAsReleased where it has another, or is not there."""
    content = copy.read(path)
    if content is None:
        raise NotAsReleased(f"{copy}: thiếu {path}")
    if sum_of(content) != digest:
        raise NotAsReleased(f"{copy}: {path} không đúng mã băm của lần phát hành cuối cùng")
    return content


def _first_different(one: Log, other: Log) -> int:
    """Both have lines of their own, so that there is one within the shorter."""
    pairs = zip(one.releases, other.releases, strict=False)
    return next(first.number for first, second in pairs if first != second)
