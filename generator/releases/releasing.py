"""A release: a built site held against what is published, and a line added to the log; or a refusal, which says all of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Iterable, Iterator

from generator.comparing.judgement import judge
from generator.files.together import put_together
from generator.keeping.stages import TellStage, counted, silent
from generator.model.addresses import RELEASE_LOG, RELEASE_OWN_SUMS, RELEASE_SUMS, SEARCH
from generator.model.data_addresses import RECORD_CHANGES
from generator.publications.releases import Release, Shell
from generator.releases.last_release import LastRelease
from generator.releases.list_of_releases import PAGE, page_with_list
from generator.releases.log import EMPTY, Log
from generator.releases.packs import packs_of
from generator.releases.published_tables import licence_of
from generator.releases.record_changes import record_changes
from generator.releases.sums import Sums, sum_of, sums_of
from generator.site.short_days import short_day
from generator.tables.promises import PROMISES, Promises, UnreadablePromises, read_file, read_promises

_OF_ONE_SHELL = r"assets/(images/favicon\.png|stylesheets/shell\.css|javascripts/shell\.js)"
_NOT_PROMISED = re.compile(rf"assets/.+\.[0-9a-f]{{8}}\.(min\.)?\w+(\.map)?|{_OF_ONE_SHELL}|{SEARCH}[^/]+\.json")
"""A file of the theme whose name says what is in it: another version of the theme has another. What only the pages in one of
the two shells ask for. And the pieces of the search index, which its first piece names and only the search asks for: they are
divided otherwise as words come and go."""

_ASKED_FOR_IN: dict[Shell, str] = {
    "material": r"assets/stylesheets/main\.[0-9a-f]{8}\.min\.css", "own": r"assets/stylesheets/shell\.css",
}
"""What every page in a shell loads, and no page in another."""


class NotReleased(Exception):
    """Nothing has been written; ``str()`` says why, a line for each reason."""


@dataclass(frozen=True)
class Origin:
    """What a site was made from, as far as it is known; see Release."""

    records: str | None
    program: str | None
    lock: str | None


@dataclass(frozen=True)
class Released:
    """``is_new``: a line was added; otherwise the site is the last release, byte for byte. ``told`` says old and new of
    what public corrections tell."""

    log: Log
    is_new: bool
    told: tuple[str, ...]


def release(
    site: Path, before: LastRelease | None, origin: Origin, templates: Path, kept: Path | None, as_of: date | None = None,
    report: TellStage = silent,
) -> Released:
    """Makes the built site in the folder ``site`` the next release after ``before``, or the first where that is None: writes
    the log, the sums and the list of releases into it, and into the folder ``kept`` what the next release has to know.

    ``as_of`` is the day that the site must be of, where one is asked for. Raises NotReleased and NotSums, the folder being
    left byte for byte; NoOpenData where the folder is no site.
    """
    page, promises = _read(site)
    day = promises.as_of
    if as_of and day != as_of:
        raise NotReleased(f"{site}: trang tính đến ngày {short_day(day)}, không phải {short_day(as_of)}; hãy dựng lại")
    report("Đang đóng gói dữ liệu mở")
    made = packs_of(site, templates)
    report("Đang đối chiếu với lần phát hành trước")
    changes = record_changes(
        before.promises if before else None, before.changes if before else None, promises,
        len(before.log.releases) + 1 if before else 1, licence_of(site),
    )
    made[RECORD_CHANGES] = changes
    sums = sums_of(site, counted(report, "Đang tính mã băm", "phần")).with_files(made)
    report("Đang đối chiếu với lần phát hành trước")
    log, told = (before.log, _judged(before, promises, sums)) if before else (EMPTY, ())
    is_new = not before or before.sums != sums
    if is_new:
        log = log.with_line(Release(
            number=len(log.releases) + 1, as_of=day, files=len(sums.by_path), sums=sum_of(sums.text),
            promises=sum_of(promises.files[PROMISES]), records=origin.records, program=origin.program, lock=origin.lock,
            shell=_shell_of(sums.by_path), previous=log.digest_before_next(),
        ))
    shown = page_with_list(page, log, templates)
    if shown is None:
        raise NotReleased(f"{site}: {PAGE} không có chỗ cho danh sách; hãy dựng lại trang bằng chương trình này")
    of_log = {RELEASE_LOG: log.text, RELEASE_SUMS: sums.text}
    put_together(site, {**made, **of_log, PAGE: shown, RELEASE_OWN_SUMS: _sums_of({**of_log, PAGE: shown})})
    if kept:
        put_together(kept, {**of_log, **promises.files, RECORD_CHANGES: changes})
    return Released(log, is_new, told)


def _read(site: Path) -> tuple[bytes, Promises]:
    """The page of releases and the promises of a built site."""
    try:
        return (site / PAGE).read_bytes(), read_promises(lambda path: (site / path).read_bytes())
    except (OSError, UnreadablePromises):
        raise NotReleased(f"{site}: phải là trang đã dựng xong; hãy chạy dialogues build trước") from None


def _shell_of(paths: Iterable[str]) -> Shell | None:
    """None of a site in no shell."""
    paths = tuple(paths)
    found = (shell for shell, asked_for in _ASKED_FOR_IN.items() if any(re.fullmatch(asked_for, path) for path in paths))
    return next(found, None)


def _judged(before: LastRelease, promises: Promises, sums: Sums) -> tuple[str, ...]:
    """What is told of the change; raises NotReleased with all that is refused."""
    try:
        found, lost = judge(before.promises, promises), _lost(before, sums)
    except UnreadablePromises:
        raise NotReleased(f"Chưa phát hành: chương trình này không đọc được {PROMISES} của lần phát hành trước") from None
    refused = [*found.refused, *lost]
    if refused or found.uncorrected:
        raise NotReleased("\n".join(_refusal(refused, found.uncorrected)))
    return found.told


def _lost(before: LastRelease, now: Sums) -> list[str]:
    """A line for each address that is no more. Documents, which may have to go, are judged with their records."""
    lost = {path for path in before.sums.by_path.keys() - now.by_path.keys() if not _NOT_PROMISED.fullmatch(path)}
    if lost:
        records = (record for content in before.promises.files.values() for record in read_file(content).records)
        lost -= {f"{record.address}{name}" for record in records for name in record.documents}
    return [f"Địa chỉ {path} đã công bố sẽ mất." for path in sorted(lost)]


def _refusal(refused: list[str], uncorrected: tuple[str, ...]) -> Iterator[str]:
    yield "Chưa phát hành; trang đang công bố giữ nguyên."
    if refused:
        yield "Không được làm:"
        yield from (f"- {line}" for line in refused)
    if uncorrected:
        yield "Phải có đính chính công khai, ghi ngày và giá trị cũ:"
        yield from (f"- {line}" for line in uncorrected)


def _sums_of(files: dict[str, bytes]) -> bytes:
    return Sums({path: sum_of(files[path]) for path in sorted(files)}).text
