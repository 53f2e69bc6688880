"""``catalog.jsonld``, by which portals of open data list the register: W3C's DCAT 3 as DCAT-AP 3 has it, a dataset for each
table. What is pointed at says what it is, since a portal's rules look nothing up."""

from __future__ import annotations

from typing import Any

from generator.model.addresses import DOWNLOADS
from generator.model.data_addresses import CATALOGUE
from generator.site.site import Site
from generator.tables import TABLES
from generator.tables.catalogue import Download, downloads, packs
from generator.tables.dataset import Dataset, dataset_of
from generator.tables.json_files import schema_address
from generator.tables.table import Table, public_address

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/", "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#", "xsd": "http://www.w3.org/2001/XMLSchema#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#", "skos": "http://www.w3.org/2004/02/skos/core#",
}
_VOCABULARIES = "http://publications.europa.eu/resource/authority/"
_MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
_FORMATS = {"csv": "CSV", "json": "JSON", "zip": "ZIP", "xlsx": "XLSX"}
"""In the vocabulary of file types, which has no SQLite."""


def catalogue(site: Site) -> dict[str, Any]:
    facts, whole = site.register.facts, dataset_of(site)
    home = public_address(site, "")
    publisher = {
        "@id": f"{home}#publisher", "@type": ["foaf:Agent", "foaf:Organization"], "foaf:name": _words(facts.publisher),
        "foaf:homepage": _typed(home, "foaf:Document"),
    }
    about = {
        "@context": _CONTEXT, "@id": public_address(site, CATALOGUE), "@type": "dcat:Catalog", "dct:title": _words(whole.title),
        "dct:description": _words(whole.description), "dct:publisher": publisher, "dct:language": _vietnamese(),
        "dct:modified": _day(whole), "foaf:homepage": _typed(home, "foaf:Document"),
        "dcat:themeTaxonomy": _named(f"{_VOCABULARIES}data-theme", "skos:ConceptScheme", "dct:title", "Data theme"),
        **_licence(site),
    }
    files = downloads(site)
    datasets = [_dataset(site, whole, table, [file for file in files if file.table == table.name]) for table in TABLES]
    return {**about, "dcat:dataset": [_whole(site, whole), *datasets]}


def _dataset(site: Site, whole: Dataset, table: Table, files: list[Download]) -> dict[str, Any]:
    named = table.named(site.words)
    title = f"{named.title}: {whole.title}"
    conforms = {"dct:conformsTo": _typed(public_address(site, schema_address(table.name)), "dct:Standard")}
    return _described(site, whole, table.name, title, named.description, files) | conforms


def _whole(site: Site, whole: Dataset) -> dict[str, Any]:
    return _described(site, whole, "register", whole.title, whole.description, list(packs(site)))


def _described(site: Site, whole: Dataset, name: str, title: str, description: str, files: list[Download]) -> dict[str, Any]:
    facts = site.register.facts
    years = sorted(site.register.rules)
    contact: dict[str, Any] = {
        "@type": ["vcard:Kind", "vcard:Organization"], "vcard:fn": facts.contact.office or facts.publisher,
    }
    if facts.contact.email:
        contact["vcard:hasEmail"] = {"@id": f"mailto:{facts.contact.email}"}
    temporal = {
        "@type": "dct:PeriodOfTime", "dcat:startDate": {"@value": f"{years[0]}-01-01", "@type": "xsd:date"},
        "dcat:endDate": {"@value": f"{years[-1]}-12-31", "@type": "xsd:date"},
    } if years else None
    return {
        "@id": f"{public_address(site, DOWNLOADS)}#{name}", "@type": "dcat:Dataset", "dct:identifier": name,
        "dct:title": _words(title), "dct:description": _words(_of_sample(site, description)),
        "dct:publisher": {"@id": f"{public_address(site, '')}#publisher"}, "dcat:contactPoint": contact,
        "dcat:keyword": [_words(word) for word in whole.keywords], "dct:modified": _day(whole), "dcat:version": whole.version,
        "dct:accrualPeriodicity": _typed(f"{_VOCABULARIES}frequency/DAILY", "dct:Frequency"), "dct:language": _vietnamese(),
        "dcat:theme": _named(
            f"{_VOCABULARIES}data-theme/GOVE", "skos:Concept", "skos:prefLabel", "Government and public sector",
        ),
        "dct:spatial": [
            {"@type": "dct:Location", "rdfs:label": _words(facts.place)}, _typed(f"{_VOCABULARIES}country/VNM", "dct:Location"),
        ],
        "dcat:landingPage": _typed(public_address(site, DOWNLOADS), "foaf:Document"),
        **({"dct:temporal": temporal} if temporal else {}),
        "dcat:distribution": [_distribution(site, file) for file in files],
    }


def _distribution(site: Site, file: Download) -> dict[str, Any]:
    address = public_address(site, file.address)
    code = _FORMATS.get(file.address.rpartition(".")[2])
    named = {"dct:format": _typed(f"{_VOCABULARIES}file-type/{code}", "dct:MediaTypeOrExtent")} if code else {}
    return {
        "@id": f"{address}#distribution", "@type": "dcat:Distribution", "dct:title": _words(file.title),
        "dct:description": _words(file.description), "dcat:accessURL": {"@id": address}, "dcat:downloadURL": {"@id": address},
        "dcat:mediaType": _typed(f"{_MEDIA_TYPES}{file.media_type}", "dct:MediaType"), **named, **_licence(site),
    }


def _typed(address: str, kind: str) -> dict[str, str]:
    return {"@id": address, "@type": kind}


def _named(address: str, kind: str, field: str, name: str) -> dict[str, Any]:
    """By the name that the vocabulary gives in English; it has none in Vietnamese."""
    return {**_typed(address, kind), field: {"@value": name, "@language": "en"}}


def _vietnamese() -> dict[str, str]:
    return _typed(f"{_VOCABULARIES}language/VIE", "dct:LinguisticSystem")


def _of_sample(site: Site, description: str) -> str:
    facts, words = site.register.facts, site.words.open_data
    told = facts.sample and not description.startswith(words.sample_description.partition("{")[0])
    return words.sample_description.format(description=description) if told else description


def _licence(site: Site) -> dict[str, Any]:
    licence = site.register.facts.licence
    named = {"@type": "dct:LicenseDocument", "rdfs:label": _words(licence.name)}
    return {"dct:license": {"@id": licence.url, **named} if licence.url else named}


def _words(text: str) -> dict[str, str]:
    return {"@value": text, "@language": "vi"}


def _day(whole: Dataset) -> dict[str, str]:
    return {"@value": whole.modified.isoformat(), "@type": "xsd:date"}
