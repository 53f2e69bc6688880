"""The page of open data: every file to download, and the dictionary of their fields."""

from __future__ import annotations

from typing import Any, Iterator

from generator.model.addresses import DOWNLOADS
from generator.model.data_addresses import PACKS
from generator.publications import embeds
from generator.publications.calendar import newest_day_of_all
from generator.publications.subscribe import city_feeds
from generator.site.published import PublishedPage
from generator.site.site import Site
from generator.site.structured import script_json
from generator.tables.catalogue import SCHEMA_TYPE, Download, dictionary, downloads
from generator.tables.dataset import dataset_of
from generator.tables.json_files import schema_address
from generator.tables.table import public_address
from generator.tables.versions import VERSIONS

PACKS_BEGIN, PACKS_END = "<!-- packs -->", "<!-- end of packs -->"
"""Around the list of the files that hold all tables, which a release makes and a build knows nothing of."""


def publish(site: Site) -> Iterator[PublishedPage]:
    files, named = downloads(site), site.words.pages.downloads
    updated = newest_day_of_all(site)
    others = [file for file in files if file.table is None]
    by_table: dict[str, dict[int | None, list[Download]]] = {}
    for file in files:
        if file.table:
            by_table.setdefault(file.table, {}).setdefault(file.year, []).append(file)
    yield PublishedPage(
        DOWNLOADS,
        *named.filled(place=site.register.facts.place),
        site.render(
            "pages/downloads.html", DOWNLOADS, year=max(site.register.rules, default=site.year),
            tables=[(table, by_table.get(table.name, {})) for table in dictionary(site)],
            descriptions=[file for file in others if file.media_type != SCHEMA_TYPE and file.address not in PACKS.values()],
            schemas=[file for file in others if file.media_type == SCHEMA_TYPE],
            example=next((unit for unit in site.register.units.values() if unit.exists_on(site.today)), None),
            embed_schema=schema_address(embeds.SCHEMA), begins=PACKS_BEGIN, ends=PACKS_END,
            versions=[(version, day, site.words.open_data.versions[version]) for version, day in reversed(VERSIONS.items())],
        ),
        updated=updated,
        feeds=city_feeds(site),
        structured=script_json(_dataset(site, files)),
    )


def _dataset(site: Site, files: tuple[Download, ...]) -> dict[str, Any]:
    """Source: https://schema.org/Dataset and Google's guide to it, which asks for a description of 50 letters."""
    facts, whole = site.register.facts, dataset_of(site)
    publisher = {"@type": "GovernmentOrganization", "name": facts.publisher, "url": facts.address}
    return {
        "@context": "https://schema.org", "@type": "Dataset", "@id": public_address(site, DOWNLOADS),
        "name": whole.title, "description": whole.description, "keywords": list(whole.keywords), "version": whole.version,
        "dateModified": whole.modified.isoformat(), "url": public_address(site, DOWNLOADS),
        "inLanguage": "vi", "isAccessibleForFree": True, "license": facts.licence.url or facts.licence.name,
        "creator": publisher, "publisher": publisher,
        "spatialCoverage": {"@type": "Place", "name": facts.place},
        "temporalCoverage": f"{min(site.register.rules)}/{max(site.register.rules)}",
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": file.media_type, "contentUrl": public_address(site, file.address)}
            for file in files if file.table or file.address in PACKS.values()
        ],
    }
