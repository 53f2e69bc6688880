"""What a release adds to the open data of a build: all tables in one file, as ZIP, SQLite and Excel; sums in the data package;
and the list of the three on the page of downloads. Made from the site alone, so that whoever has a copy can make it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from generator.files.stored_zip import stored_zip
from generator.model.addresses import API, DOWNLOADS
from generator.model.data_addresses import DATA_PACKAGE, PACKS, RECORD_CHANGES
from generator.publications.downloads import PACKS_BEGIN, PACKS_END
from generator.releases.filled_page import filled_page
from generator.releases.published_tables import INDEX_FILE, published_tables
from generator.releases.sqlite_pack import sqlite_pack
from generator.releases.sums import sum_of
from generator.releases.xlsx_pack import xlsx_pack
from generator.tables.json_files import document_json

PAGE = f"{DOWNLOADS}index.html"
_IN_ZIP = ("text/csv", "application/json", "application/schema+json", "application/ld+json")


class NoOpenData(Exception):
    """``str()`` says what of the open data the folder lacks."""


def packs_of(site: Path, templates: Path) -> dict[str, bytes]:
    """By their addresses. Raises NoOpenData where the folder is no site that this program has built."""
    try:
        index = json.loads((site / INDEX_FILE).read_bytes())
        package = _with_sums(site, json.loads((site / DATA_PACKAGE).read_bytes()))
        published = published_tables(site)
        page = (site / PAGE).read_bytes()
    except (OSError, KeyError, ValueError) as error:
        raise NoOpenData(f"{site}: không đọc được dữ liệu mở ({error}); hãy dựng lại trang bằng chương trình này") from None
    home, _, _ = index["described_by"].rpartition(API)
    paths = [file["address"].removeprefix(home) for file in index["files"] if file["media_type"] in _IN_ZIP]
    files = {path.removeprefix(API): (site / path).read_bytes() for path in paths if _is_packed(site, path)}
    packs = {
        PACKS["zip"]: stored_zip({**files, DATA_PACKAGE.removeprefix(API): package}),
        PACKS["sqlite"]: sqlite_pack(published), PACKS["xlsx"]: xlsx_pack(published),
    }
    titles = {file["address"].removeprefix(home): file for file in index["files"]}
    listed = [(address, titles[address], len(content)) for address, content in packs.items()]
    shown = filled_page(page, (PACKS_BEGIN, PACKS_END), templates, "parts/packs.html", DOWNLOADS, packs=listed)
    if shown is None:
        raise NoOpenData(f"{PAGE} không có chỗ cho danh sách bản gộp; hãy dựng lại trang bằng chương trình này")
    return {**packs, DATA_PACKAGE: package, PAGE: shown}


def _is_packed(site: Path, path: str) -> bool:
    """Not what follows from the release itself, nor the promises, which are for the next one."""
    return path not in (RECORD_CHANGES, f"{API}promises.json") and (site / path).is_file()


def _with_sums(site: Path, package: dict[str, Any]) -> bytes:
    """With ``bytes`` and ``hash`` of each file, by the standard (https://specs.frictionlessdata.io/data-resource/)."""
    resources = []
    for resource in package["resources"]:
        content = (site / API / resource["path"]).read_bytes()
        resources.append({**resource, "bytes": len(content), "hash": f"sha256:{sum_of(content)}"})
    return document_json({**package, "resources": resources}).encode()
