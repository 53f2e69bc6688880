"""The page on which anyone can hold a copy of the site against what was released, and the schema of a line of the log.

The list of releases is put into the page when the site is released: a build knows of none.
"""

from datetime import date
from typing import Annotated, Iterator, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.json_schema import SkipJsonSchema

from generator.model.addresses import RELEASES
from generator.site.published import PublishedFile, PublishedPage
from generator.site.site import Site
from generator.tables import changed_records
from generator.tables.changed_records import RecordChanges
from generator.tables.json_files import DIALECT, document_json, schema_address
from generator.tables.json_files import schema as json_schema
from generator.tables.promises import PROMISES
from generator.tables.table import public_address

SCHEMA = "release"
LIST_BEGINS, LIST_ENDS = "<!-- releases -->", "<!-- end of releases -->"
"""Around the list of releases in the page."""

Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
"""SHA-256 in hexadecimal."""
Commit = Annotated[str, Field(pattern=r"^[0-9a-f]{40,64}$")]
Shell = Literal["material", "own"]
"""What is around every page, by the name that commands are given."""


class Release(BaseModel):
    """One line of the log."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    number: int = Field(ge=1, description="Số thứ tự của lần phát hành, từ 1, không bỏ số nào")
    as_of: date = Field(description="Ngày tính của trang")
    files: int = Field(ge=1, description="Số tệp của trang, không kể thư mục phat-hanh")
    sums: Digest = Field(description="SHA-256 của tệp SHA256SUMS, là danh sách mã băm của mọi tệp ấy")
    promises: Digest = Field(description="SHA-256 của tệp api/v1/promises.json")
    records: Commit | None = Field(description="Commit của bản ghi; null nếu bản ghi không nằm trong một commit")
    program: Commit | None = Field(description="Commit của chương trình; null nếu chương trình không nằm trong một commit")
    lock: Digest | None = Field(description="SHA-256 của tệp requirements.lock; null nếu không có tệp ấy")
    shell: Shell | SkipJsonSchema[None] = Field(
        default=None,
        description="Khung của mọi trang; dòng cũ, từ khi chưa có trường này, và trang không có khung thì không ghi",
    )
    previous: Digest | None = Field(
        description="SHA-256 của dòng trước, kể cả dấu xuống dòng ở cuối; null ở dòng đầu tiên"
    )


def publish(site: Site) -> Iterator[PublishedPage | PublishedFile]:
    named, address = site.words.pages.releases, schema_address(SCHEMA)
    body = site.render("pages/releases.html", RELEASES, schema=address, promises=PROMISES, begins=LIST_BEGINS, ends=LIST_ENDS)
    yield PublishedPage(RELEASES, named.title, named.description, body)
    made = Release.model_json_schema(mode="serialization")
    made.pop("description", None)
    made.pop("additionalProperties")  # a later line may tell more
    for field in made["properties"].values():
        field.pop("title", None)
        field.pop("default", None)  # what may be left out is never null
    schema = {"$schema": DIALECT, "$id": public_address(site, address), **made, "title": named.title}
    yield PublishedFile(address, document_json(schema).encode("utf-8"))
    of_changes = json_schema(site, changed_records.NAME, site.words.open_data.changes, RecordChanges)
    yield PublishedFile(schema_address(changed_records.NAME), document_json(of_changes).encode("utf-8"))
