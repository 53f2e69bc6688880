"""The list of all districts and communes."""

from __future__ import annotations

import unicodedata
from itertools import groupby
from typing import Iterator

from generator.model import Unit, addresses
from generator.publications.news import MOST_UNFOLDED
from generator.publications.old_addresses import leading_page
from generator.site.published import PublishedPage
from generator.site.site import Site
from generator.site.units_not_there import last_days_of_namesakes
from generator.text.vietnamese import unit_sort_key

_TONES = "\u0300\u0301\u0303\u0309\u0323"


def publish(site: Site) -> Iterator[PublishedPage]:
    """Every unit by its own name, so that it is found without a script in two steps."""
    units = sorted(site.register.units.values(), key=lambda unit: (unit_sort_key(unit.name), unit.id))
    present = [unit for unit in units if unit.exists_on(site.today)]
    communes = [unit for unit in present if unit.level.is_nearest]
    named, said = site.words.pages.units, site.levels.said
    title = named.title.format(**said)
    yield PublishedPage(
        site.units_page,
        title,
        named.description.format(place=site.register.facts.place, **said),
        site.render(
            "pages/units.html", site.units_page,
            above=[(unit, len(site.views.communes_of(unit))) for unit in present if not unit.level.is_nearest],
            areas=site.register.by_area(unit for unit in communes if not unit.parent_id) if site.register.facts.areas else {},
            no_area=site.words.labels.no_area,
            letters=[(letter, list(group)) for letter, group in groupby(communes, key=_initial)],
            commune_count=len(communes),
            most_unfolded=MOST_UNFOLDED,
            closed=[unit for unit in units if unit.has_ended_by(site.today)],
            last_days=last_days_of_namesakes(site.register.units.values(), site.register, site.today),
            future=[unit for unit in units if not unit.exists_on(site.today) and not unit.has_ended_by(site.today)],
        ),
    )
    yield from (leading_page(site, address, site.units_page, title) for address in _other_addresses(site))


def _other_addresses(site: Site) -> Iterator[str]:
    """Where the list stood, or will stand, while there are districts, or while there are none."""
    districts, communes = (any(map(is_one, site.register.districts())) for is_one in (_is_district, addresses.has_moved))
    if site.levels.has_districts and communes:
        yield addresses.COMMUNES
    if not site.levels.has_districts and (districts or site.register.facts.old_commune_addresses):
        yield addresses.UNITS


def _is_district(unit: Unit) -> bool:
    return unit.level.gathers


def _initial(unit: Unit) -> str:
    """The first letter of the own name as a dictionary has it: Ă and Đ are letters, a tone makes none; "0–9"."""
    letter = "".join(mark for mark in unicodedata.normalize("NFD", unit.own_name[0]) if mark not in _TONES)
    return "0–9" if letter.isdigit() else unicodedata.normalize("NFC", letter).upper()
