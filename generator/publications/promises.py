"""What the register has told so far, as files that a later build is held to: by district and year, by year, and the rest."""

from __future__ import annotations

from itertools import chain
from typing import Iterator

from generator.consequences.outlines import by_year, dialogues_by_district
from generator.model import addresses, handbook_addresses
from generator.publications import feeds
from generator.publications.change_archives import archive_addresses
from generator.reading.page_files import page_addresses
from generator.site.published import PublishedFile
from generator.site.site import Site
from generator.tables.json_files import document_json, schema, schema_address
from generator.tables.promised_records import promised_beside_dialogues, promised_dialogue
from generator.tables.promises import (
    NAME,
    PROMISES,
    Promises,
    PromisesFile,
    figures_of,
    file_of_dialogues,
    file_of_figures,
    promises_file,
)


def publish_dialogues(site: Site, whole: bool = False) -> Iterator[PublishedFile]:
    """Those of a year, a file for each district that has any. ``whole`` as for ``promised_dialogue``."""
    assert site.shown_year
    for district in site.districts:
        if dialogues := dialogues_by_district(site.register).get(district.id):
            records = (promised_dialogue(site, dialogue, whole) for dialogue in dialogues.values())
            yield PublishedFile(file_of_dialogues(site.shown_year, district.id), promises_file(_sample(site), records))


def publish_years(site: Site) -> Iterator[PublishedFile]:
    """The figures of each year."""
    for year in sorted(site.register.rules):
        yield PublishedFile(file_of_figures(year), promises_file(_sample(site), figures=figures_of(site, year)))


def publish_rest(site: Site) -> Iterator[PublishedFile]:
    files = [file_of_figures(year) for year in site.register.rules]
    for district in site.register.districts():
        own = dialogues_by_district(site.register).get(district.id, {})
        files += [file_of_dialogues(year, district.id) for year in by_year(own, last=site.year)]
    records = site.kept_beside_dialogues("promises", lambda: [*promised_beside_dialogues(site.register)])
    yield PublishedFile(PROMISES, promises_file(
        _sample(site), records, as_of=site.today.as_date(), files=files, addresses=_addresses(site)
    ))


def publish_schema(site: Site) -> Iterator[PublishedFile]:
    made = schema(site, NAME, site.words.open_data.promises, PromisesFile)
    yield PublishedFile(schema_address(NAME), document_json(made).encode())


def promises_of(site: Site, whole: bool = False, is_sound: bool = True) -> Promises:
    """Those of a site that is not built. ``whole`` as for ``promised_dialogue``. Of records that are not sound only what they
    say, and nothing that follows from it."""
    if not is_sound:
        every = site.register.dialogues.values()
        dialogues = (promised_dialogue(site, dialogue, whole, with_event=False) for dialogue in every)
        records = chain(promised_beside_dialogues(site.register), dialogues)
        first = promises_file(_sample(site), records, as_of=site.today.as_date(), addresses=_addresses(site))
        return Promises({PROMISES: first})
    files = [*publish_rest(site), *publish_years(site)]
    for district in site.register.districts():
        own = dialogues_by_district(site.register).get(district.id, {})
        for year, shown in by_year(own, last=site.year).items():
            files += publish_dialogues(site.of_districts((district,), shown, site.today, shown_year=year), whole)
    return Promises({file.address: file.content for file in files})


def _addresses(site: Site) -> Iterator[str]:
    """Of feeds and of pages that many keep: none of a dialogue, whose own are known by its record's."""
    yield from (
        addresses.HOME, addresses.CALENDAR, addresses.UNITS, addresses.CONCLUSIONS, addresses.COMMITMENTS, addresses.PROGRESS,
        addresses.SUBSCRIBE, addresses.DOWNLOADS, addresses.SEARCH, addresses.CITY_CHANGES, addresses.CITY_DEADLINES,
        addresses.CORRECTIONS, addresses.NEWS, *handbook_addresses.ROLES.values(), handbook_addresses.BOOKLET,
    )
    yield from page_addresses(site.handwritten)
    yield from map(addresses.changes_feed, site.districts)
    yield from archive_addresses(site)
    yield from (area.address for area in feeds.areas(site.of_no_dialogue(site.today)))


def _sample(site: Site) -> bool:
    return site.register.facts.sample
