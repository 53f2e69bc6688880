"""The JSON Schemas of the records themselves, for editors and for the form that writes a record."""

from __future__ import annotations

from typing import Iterator

from generator.reading.record_schema import MODELS, record_schema
from generator.site.published import PublishedFile
from generator.site.site import Site
from generator.tables.json_files import document_json, schema_address
from generator.tables.table import public_address


def publish(site: Site) -> Iterator[PublishedFile]:
    for name in MODELS:
        address = schema_address(f"record/{name}")
        schema = {"$id": public_address(site, address), **record_schema(name)}
        yield PublishedFile(address, document_json(schema).encode("utf-8"))
