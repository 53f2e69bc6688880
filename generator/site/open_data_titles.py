"""What the open data is called, as ``titles.yml`` has it."""

from generator.site.titles import Described, Titles


class PackTitles(Titles):
    zip: Described
    sqlite: Described
    xlsx: Described


class OpenData(Titles):
    index: str
    index_holds: str
    data_package_holds: str
    schema_holds: str
    of_year: str
    next_dialogue: str
    promises: str
    packs: PackTitles
    versions: dict[str, str]
    catalogue: str
    catalogue_holds: str
    changes: str
    changes_holds: str
    sample_title: str
    sample_description: str
    keywords: tuple[str, ...]


class ColumnTypes(Titles):
    text: str
    integer: str
    decimal: str
    truth: str
    day: str
    moment: str
    code: str
    record: str
    several: str
