"""A table as JSON, and the JSON Schema that it keeps to."""

from datetime import date
from functools import lru_cache
from typing import Any, Callable, Iterable, Mapping

from pydantic import BaseModel, Field, create_model
from pydantic_core import to_json

from generator.consequences.snapshot import Snapshot
from generator.keeping.kept_beside_the_program import kept_beside_the_program
from generator.model import Rules
from generator.model.addresses import API
from generator.model.register_facts import Licence
from generator.site.site import Site
from generator.tables.table import Table, public_address
from generator.tables.versions import VERSION

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class Head(BaseModel, defer_build=True):
    """What every JSON file says of itself before its rows."""

    version: str = Field(description="Phiên bản cấu trúc tệp")
    described_by: str = Field(description="Địa chỉ JSON Schema của tệp")
    title: str = Field(description="Tên bảng")
    register_name: str = Field(description="Tên sổ đăng ký")
    publisher: str = Field(description="Cơ quan xuất bản")
    licence: Licence = Field(description="Giấy phép của dữ liệu")
    sample: bool = Field(description="true nếu là dữ liệu mẫu, không phải số liệu thật")
    as_of: date = Field(description="Ngày tính: mọi trạng thái và số liệu đúng vào ngày này")
    year: int | None = Field(description="Năm của tệp; trống nếu tệp không theo năm")
    rules: Rules | None = Field(description="Quy định và căn cứ mà số liệu của năm được tính theo")


def head(snapshot: Snapshot, name: str, title: str, year: int | None) -> dict[str, Any]:
    """What a file says of itself, as JSON values."""
    facts = snapshot.register.facts
    return Head(
        version=VERSION, described_by=public_address(snapshot, schema_address(name)), title=title, register_name=facts.name,
        publisher=facts.publisher, licence=facts.licence, sample=facts.sample, as_of=snapshot.today.as_date(), year=year,
        rules=snapshot.register.rules.get(year) if year else None,
    ).model_dump(mode="json")


def table_json(site: Site, table: Table, year: int | None, rows: Iterable[bytes]) -> bytes:
    """Each of the ``rows`` is a line or some, so that a change in one record is a change in one line of the file."""
    described = head(site, table.name, table.named(site.words).title, year)
    start = document_json(described).removesuffix("\n}\n")
    lines = b",\n".join(rows)
    return b'%b,\n  "rows": [%b]\n}\n' % (start.encode(), b"\n%b\n  " % lines if lines else b"")


def document_json(document: dict[str, Any]) -> str:
    """As ``json.dumps`` indents it, which takes five times as long."""
    return to_json(document, indent=2).decode() + "\n"


def schema_address(name: str) -> str:
    return f"{API}schema/{name}.schema.json"


def table_schema(site: Site, table: Table) -> dict[str, Any]:
    """JSON Schema, draft 2020-12, of the table's files of every year."""
    named = table.named(site.words)
    made = _schema(site, table.name, named.title, lambda: _schema_of_table(table.row))
    rows = {"description": named.description, **made["properties"]["rows"]}
    return {**made, "properties": {**made["properties"], "rows": rows}}


def _schema_of_table(row: type[BaseModel]) -> dict[str, Any]:
    rows: Any = list[row]  # type: ignore[valid-type]  # a type made while the program runs
    before, made = _schema_of_head(), schema_of(create_model("Table", rows=(rows, ...)))
    return {
        **made, "$defs": dict(sorted({**before["$defs"], **made["$defs"]}.items())),
        "properties": {**before["properties"], **made["properties"]}, "required": [*before["required"], *made["required"]],
    }


@lru_cache(1)  # for all tables, since the rules of a year have many fields
def _schema_of_head() -> Mapping[str, Any]:
    return schema_of(Head)


def schema(snapshot: Snapshot, name: str, title: str, model: type[BaseModel]) -> dict[str, Any]:
    """It admits fields that a later version adds."""
    return _schema(snapshot, name, title, lambda: schema_of(model))


def _schema(snapshot: Snapshot, name: str, title: str, make: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Each kind of file has a name of its own, by which what pydantic takes long to tell of it is kept."""
    made = kept_beside_the_program(f"schema-of-{name}", make)
    return {"$schema": DIALECT, "$id": public_address(snapshot, schema_address(name)), "title": title, **made}


def schema_of(model: type[BaseModel]) -> dict[str, Any]:
    """Without the names and remarks of the code's own classes, which mean nothing to a reader of the files."""
    made = model.model_json_schema(mode="serialization")
    for definition in (made, *made["$defs"].values()):
        definition.pop("description", None)
        definition.pop("title", None)
        definition.pop("additionalProperties", None)
        for field in definition.get("properties", {}).values():
            field.pop("title", None)
    return made
