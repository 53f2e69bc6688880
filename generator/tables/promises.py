"""The promises of a published register, as files: what each record said, the figures and the posts behind them."""

import json
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Callable, Iterable, Mapping

from pydantic import BaseModel, Field, ValidationError

from generator.consequences.progress import Share
from generator.model.addresses import API
from generator.site.site import Site
from generator.tables.figures import CutOff, figures_at
from generator.tables.promised_records import PromisedRecord

PROMISES = f"{API}promises.json"
NAME = "promises"
VERSION = "1.0"
_RECORD = b'    {"name":'
"""What the line of a record begins with; no text has it, since quotation marks are escaped there."""


class Figures(BaseModel, defer_build=True):
    """``shares`` by what they are of: "", "commune", "party", "commune/party", "hong-bang", "hong-bang/commune". ``posts`` by
    unit: a sign for each post of the rules, in their order."""

    year: int = Field(description="Năm tính chỉ tiêu")
    cutoff: CutOff = Field(
        description="Mốc: today (ngày tính), annual-report (báo cáo năm), year-end (cuối năm), period-end (hết kỳ), "
        "named (mốc khác)"
    )
    cutoff_name: str | None = Field(None, description="Tên của mốc khác")
    period_from: date | None = Field(None, description="Ngày đầu của kỳ có quy định riêng; trống nếu cả năm một quy định")
    day: date = Field(description="Số liệu đúng đến ngày này")
    shares: dict[str, str] = Field(description='Mỗi số liệu "n/N" theo phạm vi: toàn bộ, đơn vị, cấp, chức danh')
    posts: dict[str, str] = Field(
        description="Theo đơn vị, mỗi chức danh một ký hiệu: 1 đã thực hiện, 0 chưa thực hiện, - không phải thực hiện"
    )


class PromisesFile(BaseModel, defer_build=True):
    """One of the files; the first, which names the others, has the day and the domain of the register."""

    version: str = Field(description="Phiên bản cấu trúc tệp")
    sample: bool = Field(description="true nếu là dữ liệu mẫu, không phải số liệu thật")
    as_of: date | None = Field(description="Ngày tính; chỉ có ở tệp thứ nhất")
    files: list[str] = Field(description="Địa chỉ các tệp còn lại; chỉ có ở tệp thứ nhất")
    addresses: list[str] = Field(description="Các địa chỉ đã hứa ngoài địa chỉ của từng bản ghi; chỉ có ở tệp thứ nhất")
    figures: list[Figures] = Field(description="Các số liệu đã công bố của một năm, và từng chức danh đằng sau")
    records: list[PromisedRecord] = Field(description="Những gì đã công bố của từng bản ghi")


class UnreadablePromises(ValueError):
    """What is published as promises is none."""


@dataclass(frozen=True)
class Promises:
    """Files by their addresses; what stands in a file is read when it is asked for, since most are as they were."""

    files: Mapping[str, bytes]

    @cached_property
    def first(self) -> PromisesFile:
        return read_file(self.files[PROMISES])

    @property
    def as_of(self) -> date:
        assert self.first.as_of, "the first file has the day: read_promises"
        return self.first.as_of


def read_promises(read: Callable[[str], bytes]) -> Promises:
    """Those published at a place; ``read`` gives the content at an address. Raises UnreadablePromises, and what it does."""
    first = read(PROMISES)
    found = read_file(first)
    if found.as_of is None or any(not address.startswith(f"{API}{NAME}/") for address in found.files):
        raise UnreadablePromises(PROMISES)
    return Promises({PROMISES: first, **{address: read(address) for address in found.files}})


def read_file(content: bytes) -> PromisesFile:
    """Raises UnreadablePromises."""
    try:
        return PromisesFile.model_validate_json(content)
    except ValidationError as error:
        raise UnreadablePromises(str(error)) from error


def records_beyond(content: bytes, other: bytes) -> list[PromisedRecord]:
    """Those of a file that do not stand in the other as they are here. Only their lines are read, which is most of the work,
    where each stands on one, as this program writes them. Raises UnreadablePromises."""
    lines = [line.rstrip(b",") for line in content.split(b"\n") if line.startswith(_RECORD)]
    if len(lines) != content.count(_RECORD.strip()):
        return read_file(content).records
    known = {line.rstrip(b",") for line in other.split(b"\n")}
    try:
        return [PromisedRecord.model_validate_json(line) for line in lines if line not in known]
    except ValidationError as error:
        raise UnreadablePromises(str(error)) from error


def file_of_dialogues(year: int, top_id: str) -> str:
    """Of the dialogues of a unit at the top that are shown with a year."""
    return f"{API}{NAME}/{year}/{top_id}.json"


def file_of_figures(year: int) -> str:
    return f"{API}{NAME}/{year}.json"


def promises_file(
    sample: bool, records: Iterable[PromisedRecord] = (), figures: Iterable[Figures] = (), as_of: date | None = None,
    files: Iterable[str] = (), addresses: Iterable[str] = (),
) -> bytes:
    """A record is a line, so that a change in one is a change in one line."""
    day = as_of.isoformat() if as_of else None
    head = {"version": VERSION, "sample": sample, "as_of": day, "files": sorted(files), "addresses": sorted(addresses)}
    parts = [f"  {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in head.items()]
    for name, models in (("figures", figures), ("records", records)):
        lines = ",\n".join(f"    {model.model_dump_json()}" for model in models)
        parts.append(f'  "{name}": [' + (f"\n{lines}\n  " if lines else "") + "]")
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


def figures_of(site: Site, year: int) -> list[Figures]:
    """Of each day that the year's figures are published for."""
    found = []
    for cutoff, _, name, progress in figures_at(site, year):
        posts, period = progress.period.rules.target.posts, progress.period
        signs: dict[str, dict[Any, str]] = {}
        for entry in progress.entries:
            signs.setdefault(entry.unit.id, {})[entry.post] = ("1" if entry.credited else "0") if entry.owed else "-"
        shares: dict[str, Share] = {"": progress.total, **_named(progress.by_level), **_named(progress.by_post)}
        shares |= {f"{level}/{post}": share for (level, post), share in progress.by_level_and_post.items()}
        for one in progress.districts:
            own, levels = one.district.id, one.by_level.items()
            shares |= {own: one.total, **{f"{own}/{level}": share for level, share in levels}}
        found.append(Figures(
            year=year, cutoff=cutoff, cutoff_name=name, day=progress.day,
            period_from=None if period.is_whole_year else period.first_day,
            shares={str(of): f"{share.done}/{share.owed}" for of, share in shares.items()},
            posts={unit: "".join(of_posts[post] for post in posts) for unit, of_posts in signs.items()},
        ))
    return found


def _named(shares: Mapping[Any, Share]) -> dict[str, Share]:
    return {str(of): share for of, share in shares.items()}
