"""A register's content folder taken back from what a copy of it publishes, each file held against the log of releases."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import AbstractSet, Mapping
from urllib.parse import unquote

from pydantic import BaseModel, ValidationError

from generator.editing.text_templates import text_templates
from generator.files.together import put_together
from generator.model.addresses import API, RECORDS, RELEASE_LOG, RELEASE_SUMS
from generator.model.data_addresses import CONTENT, RECORD_CHANGES
from generator.reading.page_files import page_address
from generator.reading.record_files import FILES_BESIDE, RECORD_FOLDERS
from generator.releases.copies import Copy
from generator.releases.last_release import LastRelease, NotAsReleased, last_release_of, read_released
from generator.releases.published_tables import INDEX_FILE
from generator.releases.sums import sum_of

_READ_TOGETHER = 32
"""Files, so that documents of many years need not fit into memory at once."""
_MOST_FOLDERS = 20
"""In which a file lies, one within the other; no register has as many."""
_OF_A_DIALOGUE = re.compile(r"doi-thoai/([0-9]{4})/([a-z0-9-]+)/(.+)")
_PAGES = ("index.html", "thong-bao/index.html")
_BESIDE = {*RECORD_FOLDERS, *FILES_BESIDE, "pages"} - {"dialogues"}


class NotRestored(Exception):
    """Nothing has been written; ``str()`` says what is missing, or wrong."""


@dataclass(frozen=True)
class Restorable:
    """``paths`` are the addresses of the copy's files by their paths below the content folder; ``home``, ``name`` and
    ``publisher`` are the register's as its open data tell them, each on one line."""

    copy: Copy
    last_release: LastRelease
    paths: Mapping[str, str]
    home: str
    name: str
    publisher: str


class _ContentFile(BaseModel):
    path: str
    address: str


class _Index(BaseModel):
    """``content`` came with version 1.4."""

    described_by: str
    register_name: str
    publisher: str
    content: list[_ContentFile] = []


def restorable(copy: Copy) -> Restorable:
    """What a copy has of its register. Raises NotRestored where that is not all of it, NotAsReleased, OSError, and
    Unreachable where the copy is at an address."""
    last_release = last_release_of(copy)
    if last_release is None:
        raise NotRestored(f"{copy}: không có nhật ký phát hành, nên không kiểm chứng được; chưa ghi gì")
    digests = last_release.sums.by_path
    try:
        index = _Index.model_validate_json(read_released(copy, INDEX_FILE, digests.get(INDEX_FILE)))
    except ValidationError:
        raise NotRestored(f"{copy}: {INDEX_FILE} không phải danh mục của phiên bản 1") from None
    if not any(file.path == FILES_BESIDE[0] for file in index.content):
        raise NotRestored(
            f"{copy}: lần phát hành này thuộc phiên bản dữ liệu trước 1.4, chưa công bố {CONTENT}{FILES_BESIDE[0]}, quy định, "
            "đơn vị; phải lấy bản ghi từ kho chứa sổ"
        )
    home, _, _ = index.described_by.rpartition(API)
    paths = {file.path: unquote(file.address.removeprefix(home)) for file in index.content}
    if odd := next((path for path in paths if not _is_plain(path)), None):
        raise NotRestored(f"{copy}: {INDEX_FILE}: '{odd}' không phải đường dẫn của một tệp trong thư mục nội dung")
    if len(paths) < len(index.content):
        raise NotRestored(f"{copy}: {INDEX_FILE}: một tệp được nêu hai lần")
    by_hand = {f"{page_address(path.removeprefix('pages/'))}index.html" for path in paths if path.endswith(".md")}
    paths |= _of_dialogues(copy, digests.keys() - by_hand - set(paths.values()))
    if lost := sorted(set(paths.values()) - digests.keys()):
        raise NotRestored(f"{copy}: lần phát hành không có {', '.join(lost[:5])}")
    told = (" ".join(text.split()) for text in (home, index.register_name, index.publisher))
    return Restorable(copy, last_release, dict(sorted(paths.items())), *told)


def restore(found: Restorable, folder: Path) -> None:
    """Writes the content folder, where there is none yet; raises as ``restorable`` does, and then has written a part."""
    paths = list(found.paths.items())
    for first in range(0, len(paths), _READ_TOGETHER):
        some = paths[first: first + _READ_TOGETHER]
        contents = found.copy.read_all(address for _, address in some)
        for (path, address), content in zip(some, contents, strict=True):
            if content is None or sum_of(content) != found.last_release.sums.by_path[address]:
                raise NotAsReleased(f"{found.copy}: {address} thiếu, hoặc không đúng mã băm của lần phát hành cuối cùng")
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)


def keep(last_release: LastRelease, kept: Path) -> None:
    """What the next release has to know, as a release keeps it off the site."""
    changes = {RECORD_CHANGES: last_release.changes} if last_release.changes else {}
    of_log = {RELEASE_LOG: last_release.log.text, RELEASE_SUMS: last_release.sums.text}
    put_together(kept, {**of_log, **last_release.promises.files, **changes})


def restored_readme(templates: Path, found: Restorable, kept: str) -> str:
    """What the folder tells first, in place of the program's own; ``kept`` is the path from it to what is kept off the site."""
    template = text_templates(templates).get_template("start/restored_README.txt")
    return template.render(found=found, last=found.last_release.log.last, kept=kept)


def _of_dialogues(copy: Copy, published: AbstractSet[str]) -> dict[str, str]:
    """Their records and documents: which year a dialogue is of, its page's address tells."""
    found: dict[str, str] = {}
    records = {path for path in published if path.startswith(RECORDS)}
    for path in sorted(published):
        place = _OF_A_DIALOGUE.fullmatch(path)
        record = f"{RECORDS}{place[2]}.yml" if place else ""
        if place and place[3] == _PAGES[0]:
            if record not in records:
                raise NotRestored(f"{copy}: {path} là trang của một cuộc đối thoại không có bản ghi")
            found[f"dialogues/{place[1]}/{place[2]}.yml"] = record
        elif place and record in records and place[3] not in _PAGES and _is_inside(place[3]):
            found[f"documents/{place[1]}/{place[2]}/{place[3]}"] = path
    if lost := sorted(records - set(found.values())):
        raise NotRestored(f"{copy}: {lost[0]} là bản ghi của một cuộc đối thoại không có trang")
    return found


def _is_plain(path: str) -> bool:
    return path.split("/")[0] in _BESIDE and _is_inside(path)


def _is_inside(path: str) -> bool:
    """Whether it leads nowhere but below the folder that it is put into, and is no hidden file, which no register publishes and
    which could tell git what to run."""
    parts = path.split("/")
    plain = path.isprintable() and "\\" not in path and len(parts) <= _MOST_FOLDERS
    return plain and not any(part == "" or part.startswith(".") for part in parts)
