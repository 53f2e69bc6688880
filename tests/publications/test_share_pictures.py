"""Which pictures there are for links, and when one is drawn anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.keeping.compiled_templates import CompiledTemplates
from generator.keeping.kept_results import KeptResults
from generator.keeping.store import Store
from generator.publications import dialogues, share_pictures, units
from tests.builders import a_commune, a_dialogue, a_district, a_site, an_announcement, published_by


def test_the_register_and_each_district_have_one():
    made = share_pictures.publish(a_site())
    assert [file.address for file in made] == ["chia-se/thanh-pho.png", "chia-se/hong-bang.png"]


def test_pages_of_a_district_and_of_all_in_it_name_the_districts():
    site = a_site(a_dialogue("x", an_announcement()))
    pages = [page for module in (units, dialogues) for page in published_by(module, site)]
    assert {page.picture for page in pages} == {"chia-se/hong-bang.png"}


def test_one_is_drawn_again_only_when_its_words_change(tmp_path):
    store = Store(tmp_path)

    def files(name):
        site = a_site(units=[a_district(name=name), a_commune()])
        site = replace(site, kept=KeptResults(store, lambda ids: b"", date(2023, 9, 15), CompiledTemplates(store, b"")))
        made = {file.address: file.content for file in share_pictures.publish(site)}
        return made, {path: path.stat().st_mtime_ns for path in (tmp_path / "share-pictures").iterdir()}

    (first, drawn), (again, kept), (other, after) = files("Quận Hồng Bàng"), files("Quận Hồng Bàng"), files("Quận Hồng Hà")
    assert first == again and drawn == kept
    assert other["chia-se/thanh-pho.png"] == first["chia-se/thanh-pho.png"] and len(after.keys() & kept.keys()) == 1
