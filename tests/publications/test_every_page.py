"""What holds for every page that is published, whatever it shows: told once, and asked of each kind."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from generator.building.build import read_site
from generator.building.parts import parts_of
from generator.keeping.observed_day import ObservedDay
from generator.publications import (
    OF_A_DISTRICT,
    OF_A_DISTRICTS_PAST,
    OF_A_DISTRICTS_YEAR,
    OF_A_MONTHS_CHANGES,
    OF_A_SHOWN_YEAR,
    OF_A_YEAR,
    OF_NO_DIALOGUE,
    OF_NO_DIALOGUE_BY_DAY,
    OF_THE_CITY,
)
from generator.site.published import PublishedPage
from generator.site.site import Site
from tests.builders import TODAY, a_commune, a_district, a_held_dialogue, a_site, some_rules
from tests.page_text import Outline, is_in_order
from tests.places import GOLDEN, ROOT, TEMPLATES
from tests.publications.coming_dialogues import COMING
from tests.publications.stages import LIFE
from tests.publications.unit_register import merged_units

PUBLICATIONS = ROOT / "generator/publications"
KINDS = {
    publish.__module__.rpartition(".")[2]
    for publish in (
        *(publish for of in (OF_A_DISTRICT, OF_A_DISTRICTS_YEAR, OF_A_SHOWN_YEAR) for own in of.values() for publish in own),
        *OF_A_DISTRICTS_PAST, *OF_A_YEAR, *OF_A_MONTHS_CHANGES, *OF_THE_CITY, *OF_NO_DIALOGUE, *OF_NO_DIALOGUE_BY_DAY,
    )
}
FILES = {"api", "change_archives", "change_feeds", "deadlines", "embeds", "feeds", "promises", "record_schemas", "records",
         "share_pictures", "stylesheet"}
"""What these publish is no page in the theme."""
PAGES = sorted(KINDS - FILES)


FROM_ALL_PAGES = {"hosting", "sitemap"}
"""Made from the list of the others."""


def test_every_module_that_publishes_is_in_a_list():
    """One that is in none is passed over without a word."""
    publishing = {path.stem for path in PUBLICATIONS.glob("*.py") if re.search(r"^def publish", path.read_text("utf-8"), re.MULTILINE)}
    assert publishing - FROM_ALL_PAGES == KINDS


def nothing_yet() -> Site:
    return a_site()


def every_stage() -> Site:
    """A dialogue at each stage of its life, in a ward of its own; others of three years, in wards of which one became another."""
    stages = dict(enumerate((*LIFE.values(), *COMING.values()), 1))
    own = [dialogue.model_copy(update={"id": f"d{number}", "unit": f"hong-bang/p{number}"}) for number, dialogue in stages.items()]
    return a_site(
        *own, a_held_dialogue("a", "2021-08-15"), a_held_dialogue("b", "2022-08-15"), a_held_dialogue("c", "2023-03-15"),
        a_held_dialogue("d", "2023-08-15"), a_held_dialogue("e", unit="hong-bang"), a_held_dialogue("f", "2021-08-15", unit="le-chan"),
        units=[*merged_units(), a_district("le-chan", "Quận Lê Chân"), *(a_commune(f"hong-bang/p{number}", f"Phường {number}") for number in stages)],
        rules=[some_rules(2021), some_rules(2022), some_rules()],
    )


def golden() -> Site:
    return read_site(GOLDEN, as_of=None, today=TODAY, templates=TEMPLATES)


REGISTERS = (nothing_yet, every_stage, golden)


@cache
def published(register: Callable[[], Site]) -> dict[str, list[PublishedPage]]:
    """The pages of a register by the kind of what they show, which is the module that makes them."""
    pages: dict[str, list[PublishedPage]] = {kind: [] for kind in KINDS}
    for part in parts_of(register()):
        for publish in part.publications:
            made = replace(part, publications=(publish,)).publish(ObservedDay(TODAY))
            found = [one for one in made if isinstance(one, PublishedPage)]
            pages[publish.__module__.rpartition(".")[2]].extend(found)
    return pages


def pages_of(kind: str) -> list[PublishedPage]:
    return [page for register in REGISTERS for page in published(register)[kind]]


@pytest.mark.parametrize("kind", PAGES)
class TestEveryPage:
    def test_is_of_a_kind_that_this_asks(self, kind):
        assert pages_of(kind)

    def test_closes_its_elements_in_order(self, kind):
        assert {page.address: Outline(page).problems for page in pages_of(kind) if Outline(page).problems} == {}

    def test_has_one_first_heading_and_leaves_no_level_out(self, kind):
        assert [page.address for page in pages_of(kind) if not is_in_order(Outline(page).levels)] == []

    def test_has_no_id_twice(self, kind):
        ids = {page.address: Outline(page).ids for page in pages_of(kind)}
        assert [address for address, own in ids.items() if len(own) != len(set(own))] == []

    def test_has_a_description_that_fits_a_search_result(self, kind):
        assert {page.address: page.description for page in pages_of(kind) if not 20 < len(page.description) <= 160} == {}

    def test_has_a_title_of_its_own(self, kind):
        for register in REGISTERS:
            titles = [page.title for pages in published(register).values() for page in pages if page.canonical is None]
            assert [page.address for page in published(register)[kind] if titles.count(page.title) > 1] == []


@pytest.mark.parametrize("kind", sorted(FILES))
def test_what_is_no_page_in_the_theme_publishes_none(kind):
    assert pages_of(kind) == []
