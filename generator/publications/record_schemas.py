"""The JSON Schemas of the records themselves, for editors and for the form that writes a record."""

from __future__ import annotations

from functools import partial
from typing import Any, Iterator, Mapping

from generator.reading.record_schema import MODELS, record_schema
from generator.site.published import PublishedFile
from generator.site.site import Site
from generator.tables.json_files import document_json, schema_address
from generator.tables.table import public_address


def publish(site: Site) -> Iterator[PublishedFile]:
    for name in MODELS:
        address = schema_address(f"record/{name}")
        schema = {"$id": public_address(site, address), **kept_schema(site, name)}
        yield PublishedFile(address, document_json(schema).encode("utf-8"))


def kept_schema(site: Site, name: str) -> Mapping[str, Any]:
    """Of a kind of record; the form and the page that adds to a record ask for a dialogue's too."""
    return site.of_the_rest(f"schema-{name}", partial(record_schema, name))
