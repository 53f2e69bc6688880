"""Which pictures there are for links, and of what."""

from __future__ import annotations

from generator.publications import dialogues, share_pictures, units
from tests.builders import a_commune, a_dialogue, a_district, a_site, published_by
from tests.record_parts import an_announcement


def test_the_register_and_each_district_have_one():
    made = share_pictures.publish(a_site())
    assert [file.address for file in made] == ["chia-se/thanh-pho.png", "chia-se/hong-bang.png"]


def test_pages_of_a_district_and_of_all_in_it_name_the_districts():
    site = a_site(a_dialogue("x", an_announcement()))
    pages = [page for module in (units, dialogues) for page in published_by(module, site)]
    assert {page.picture for page in pages} == {"chia-se/hong-bang.png"}


def test_each_says_the_name_of_its_own_place():
    site = a_site(units=[a_district(name="Quận Hồng Bàng"), a_commune()])
    other = a_site(units=[a_district(name="Quận Hồng Hà"), a_commune()])
    (city, district), (same_city, renamed) = ([file.content for file in share_pictures.publish(one)] for one in (site, other))
    assert city == same_city and len({city, district, renamed}) == 3
