"""One archive of a year for the records office: pages, tables, feeds, records, and the hash of each of them.

It can be read without this program: pages open from the folder, and ``sha256sum --check`` verifies the manifest.
"""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path
from stat import S_IFREG
from tempfile import TemporaryDirectory
from typing import Iterable, Iterator

from generator.building.build import Publication
from generator.building.plain_site import write_plain_site
from generator.files.stored_zip import READABLE, stored_zip

MANIFEST = "MANIFEST.sha256"


class NotAnArchive(Exception):
    """``str()`` says which file should be an archive of an earlier year and is not."""


def year_archive(
    content: Path, templates: Path, publication: Publication, year: int, report: Iterable[str], previous: str | None
) -> bytes:
    """A zip file, the same bytes from the same records and day.

    ``report`` is the lines on what is open and on posts without credit; ``previous`` is the hash of the manifest of
    the year before, which ties the archives into a chain.
    """
    files = dict(_files(content, templates, publication))
    files["TONG-HOP.txt"] = "".join(f"{line}\n" for line in report).encode()
    head = [f"# {publication.site_name}, năm {year}, tính đến ngày {publication.today}"]
    head += [f"# {MANIFEST} của năm trước: {previous}"] if previous else []
    hashes = [f"{hashlib.sha256(files[name]).hexdigest()}  {name}" for name in sorted(files)]
    files[MANIFEST] = "".join(f"{line}\n" for line in (*head, *hashes)).encode()
    day = publication.today
    return stored_zip(files, (day.year, day.month, day.day, 0, 0, 0), S_IFREG | READABLE)


def manifest_hash(archive: Path) -> str:
    """SHA-256 of an archive's manifest, in hexadecimal. Raises NotAnArchive."""
    try:
        with zipfile.ZipFile(archive) as opened:
            return hashlib.sha256(opened.read(MANIFEST)).hexdigest()
    except (zipfile.BadZipFile, KeyError):
        raise NotAnArchive(f"{archive}: phải là gói lưu trữ của năm trước, có tệp {MANIFEST}") from None


def _files(content: Path, templates: Path, publication: Publication) -> Iterator[tuple[str, bytes]]:
    with TemporaryDirectory(prefix="dialogues-") as folder:
        write_plain_site(publication, templates, Path(folder))
        yield from _below(Path(folder), "trang")
    yield from _below(content, "ban-ghi")


def _below(folder: Path, name: str) -> Iterator[tuple[str, bytes]]:
    """All files but hidden ones, which are those of an editor or of git."""
    for path in folder.rglob("*"):
        place = path.relative_to(folder)
        if path.is_file() and not any(part.startswith(".") for part in place.parts):
            yield f"{name}/{place.as_posix()}", path.read_bytes()
