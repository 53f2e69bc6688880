"""Whether a copy of the site is, byte for byte, what was released last; and whether the records come to the same."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Iterator, Sequence

from generator.files.site_folder import files_below
from generator.keeping.processes import batches
from generator.keeping.stages import TellCount, uncounted
from generator.model.addresses import RELEASE_OWN_SUMS, RELEASES
from generator.releases.copies import Copy, FolderCopy
from generator.releases.last_release import LastRelease, NotAsReleased, last_release_of, longest
from generator.releases.list_of_releases import OF_A_RELEASE
from generator.releases.sums import NotSums, Sums, is_handed_out, sum_of, sums_of

SAMPLE = 50
"""How many files are asked for at an address, beside what tells of releases; another choice at each release."""
SHOWN = 20
_FILES_TOGETHER = 40


@dataclass(frozen=True)
class Verified:
    """A copy that is as it was released, as far as ``files`` of its ``last_release`` were looked at."""

    last_release: LastRelease
    files: int


def verify(copy: Copy, whole: bool, kept: LastRelease | None = None, told: TellCount = uncounted) -> Verified:
    """A folder is looked at wholly, an address where ``whole`` is asked for; ``kept`` is a log that the copy's must hold.
    ``told`` hears how many parts of the copy have been looked at.

    Raises NotAsReleased with what is wrong, OSError, and Unreachable where the copy is at an address.
    """
    last_release = last_release_of(copy)
    if last_release is None:
        raise NotAsReleased(f"{copy}: không có nhật ký phát hành; bản này chưa phát hành, hoặc nhật ký đã bị gỡ")
    if kept and longest(last_release, kept) is not last_release:
        raise NotAsReleased(f"{copy}: cũ hơn nhật ký giữ riêng, đã có {len(kept.log.releases)} lần phát hành")
    try:
        own = Sums.of_text(copy.read(RELEASE_OWN_SUMS) or b"")
        if tuple(own.by_path) != OF_A_RELEASE:
            raise NotSums(f"phải có đúng mã băm của {', '.join(OF_A_RELEASE)}")
        found = [*_wrong(copy, own, list(own.by_path))]
        if isinstance(copy, FolderCopy):
            looked_at = list(last_release.sums.by_path)
            found += [*different(last_release.sums, sums_of(copy.folder, told)), *_planted(copy.folder)]
        else:
            looked_at = [path for path in last_release.sums.by_path if is_handed_out(path)]
            looked_at = looked_at if whole else _sample(looked_at, last_release.log.last.sums)
            together = batches(looked_at, _FILES_TOGETHER)
            for number, paths in enumerate(together, 1):
                told(number, len(together))
                found += _wrong(copy, last_release.sums, paths)
    except NotSums as error:
        raise NotAsReleased(f"{copy}: {RELEASE_OWN_SUMS}: {error}") from None
    if found:
        raise NotAsReleased(listed(found))
    return Verified(last_release, len(looked_at))


def different(released: Sums, found: Sums) -> Iterator[str]:
    """A line for each file that is not as it was released; one that no host hands out may be missing."""
    for path in sorted(released.by_path.keys() | found.by_path.keys()):
        if path not in found.by_path:
            if is_handed_out(path):
                yield f"thiếu {path}"
        elif path not in released.by_path:
            yield f"thừa {path}"
        elif released.by_path[path] != found.by_path[path]:
            yield f"khác {path}"


def listed(found: Sequence[str]) -> str:
    """The first of them, and how many more there are."""
    more = [f"và {len(found) - SHOWN} tệp nữa"] if len(found) > SHOWN else []
    return "\n".join([*found[:SHOWN], *more])


def _wrong(copy: Copy, sums: Sums, paths: Sequence[str]) -> Iterator[str]:
    for path, content in zip(paths, copy.read_all(paths), strict=True):
        if content is None:
            yield f"thiếu {path}"
        elif sum_of(content) != sums.by_path[path]:
            yield f"khác {path}"


def _planted(folder: Path) -> Iterator[str]:
    """What the sums of the site leave out, because it is in the folder of releases, and those of that folder do not have."""
    own = {*OF_A_RELEASE, RELEASE_OWN_SUMS}
    found = sorted(f"{RELEASES}{path}" for path, _ in files_below(folder / RELEASES))
    return (f"thừa {path}" for path in found if path not in own)


def _sample(paths: list[str], seed: str) -> list[str]:
    """The home page, and the same others of the same release, for whoever asks, chosen by no one."""
    return sorted(paths, key=lambda path: "" if path == "index.html" else sum_of(f"{seed} {path}".encode()))[:SAMPLE]
