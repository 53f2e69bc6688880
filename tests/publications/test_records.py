"""Each dialogue's record is published as it was written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.building.build import publish
from generator.publications import records
from tests.builders import a_held_dialogue, a_site, published_by
from tests.places import GOLDEN, TEMPLATES

WRITTEN = "\ufeffunit:  hong-bang/so-dau # ghi chú\r\nkind: periodic\r\n".encode()


def test_every_letter_is_published_with_the_comments_and_the_line_ends():
    site = replace(a_site(a_held_dialogue("so-dau-dinh-ky")), written={"so-dau-dinh-ky": WRITTEN})
    (file,) = published_by(records, site)
    assert (file.address, file.content) == ("api/v1/records/so-dau-dinh-ky.yml", WRITTEN)


def test_a_register_that_is_built_publishes_the_record_of_every_dialogue():
    publication = publish(GOLDEN, as_of=None, today=date(2030, 1, 1), templates=TEMPLATES)
    made = {file.address: file.content for file in publication.files if file.address.startswith("api/v1/records/")}
    files = {f"api/v1/records/{path.name}": path.read_bytes() for path in (GOLDEN / "dialogues").rglob("*.yml")}
    assert made == files != {}
