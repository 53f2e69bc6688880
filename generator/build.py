"""Read, check, publish: the whole program in one function, with nothing written anywhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Callable

import yaml

from generator.checks import check
from generator.problems import InvalidRegister
from generator.publications import PUBLICATIONS, hosting, sitemap
from generator.records import read_records
from generator.site import PublishedFile, PublishedPage, Site

Report = Callable[[str], None]
"""Is told, in the clerk's language, what is being done now."""


@dataclass(frozen=True)
class Publication:
    """Everything that the public gets, as of one day, and what a theme needs to know to put around it.

    ``stands_still``: the day is a fixed one, so the site does not age. ``navigation`` holds titles and addresses; some of the addresses are of pages written by hand.
    """

    site_name: str
    site_url: str
    description: str
    as_of: date
    sample: bool
    stands_still: bool
    navigation: tuple[tuple[str, str], ...]
    pages: tuple[PublishedPage, ...]
    files: tuple[PublishedFile, ...]


def publish(
    content: Path, *, as_of: date | None, today: date, templates: Path, report: Report = lambda stage: None
) -> Publication:
    """The whole site of the records in ``content``; raises InvalidRegister with every problem found.

    ``as_of`` is a day asked for; without it the register's own fixed day counts, and without that ``today``
    (all in Asia/Ho_Chi_Minh).
    """
    site = read_site(content, as_of=as_of, today=today, templates=templates, report=report)
    pages: list[PublishedPage] = []
    files: list[PublishedFile] = []
    for publication in PUBLICATIONS:
        report(f"Đang dựng: {publication.__name__.rpartition('.')[2]}")
        for published in publication.publish(site):
            (pages if isinstance(published, PublishedPage) else files).append(published)
    for publication in (sitemap, hosting):
        files += publication.publish(site, pages, handwritten_addresses(content))
    facts = site.register.facts
    return Publication(
        facts.name, facts.address, facts.description, site.today, facts.sample,
        (as_of or facts.as_of) is not None, read_navigation(templates),
        tuple(pages), tuple(files),
    )


def read_site(
    content: Path, *, as_of: date | None, today: date, templates: Path, report: Report = lambda stage: None
) -> Site:
    """The checked register on its day. Days and errors as for ``publish``."""
    report("Đang đọc bản ghi")
    reading = read_records(content)
    fixed = reading.register.facts.as_of if reading.register else None
    day = as_of or fixed or today
    report("Đang kiểm tra")
    problems = tuple(check(reading, day))
    if problems or reading.register is None:
        raise InvalidRegister(problems)
    return Site(reading.register, day, templates, content / "documents", content / "pages")


def handwritten_addresses(content: Path) -> tuple[str, ...]:
    """Addresses of the pages written by hand in Markdown under ``content/pages``."""
    folder = content / "pages"
    paths = sorted(path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.md"))
    return tuple(f"{path}/".removesuffix("index/") for path in paths)


def read_navigation(templates: Path) -> tuple[tuple[str, str], ...]:
    text = (templates / "navigation.yml").read_text(encoding="utf-8")
    return tuple(yaml.load(text, yaml.BaseLoader).items())
