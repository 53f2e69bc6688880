"""The home page: find a unit, what comes next, how far the year has come, what was concluded last."""

from __future__ import annotations

from datetime import date
from itertools import chain
from typing import Iterator

from generator.consequences.outlines import outlined
from generator.consequences.views import DialogueView
from generator.model import Unit
from generator.model.addresses import HOME, dialogues_of_year
from generator.publications.calendar import newest_day_of_all
from generator.publications.change_feeds import city_changes
from generator.publications.conclusions import known_on, newest_conclusions
from generator.publications.progress_blocks import district_rows
from generator.publications.subscribe import city_feeds
from generator.site.charts import progress_bar
from generator.site.published import PublishedPage
from generator.site.site import Site
from generator.site.tile_map import tile_map
from generator.site.units_not_there import units_not_there
from generator.text.vietnamese import unit_sort_key

NEXT_SHOWN = 6
CONCLUSIONS_SHOWN = 5


def publish(site: Site) -> Iterator[PublishedPage]:
    facts, progress = site.register.facts, site.progress(site.year)
    districts = district_rows(progress)
    coming = site.of_shown_year(site.year, site.today).views.upcoming  # with which all of later years is shown
    conclusions = _newest_conclusions(site)
    yield PublishedPage(
        HOME,
        facts.name,
        facts.description,
        site.render(
            "pages/home.html", HOME,
            units=_findable(site),
            upcoming=coming[:NEXT_SHOWN],
            upcoming_count=len(coming),
            year_page=dialogues_of_year(site.year),
            progress=progress,
            bar=progress_bar(progress),
            districts=districts,
            map=tile_map((row.progress.district, row.progress.total) for row in districts),
            rules=site.rules,
            conclusions=[(view, known_on(view)) for view in conclusions],
        ),
        updated=newest_day_of_all(site),
        feeds=(*city_feeds(site), city_changes(site)),
    )


def _newest_conclusions(site: Site) -> list[DialogueView]:
    """Of all years, the newest of the newest of each."""
    def of_year(part: Site) -> list[tuple[date, str]]:
        newest = newest_conclusions(part.views.dialogues.values())[:CONCLUSIONS_SHOWN]
        return [(known_on(view) or date.min, view.dialogue.id) for view in newest]

    dated = chain.from_iterable(site.kept_by_year("newest-conclusions", of_year).values())
    ids = [id for _, id in sorted(dated, reverse=True)[:CONCLUSIONS_SHOWN]]
    newest = site.of_dialogues(outlined(site.register.dialogues).some(ids), site.today)
    return newest_conclusions(newest.views.dialogues.values())


def _findable(site: Site) -> list[tuple[Unit, str]]:
    """All units in alphabetical order, each with the area that it stands in, by which people look for it too; last, since old
    names stay in use, those that do not exist, with what they are."""
    units = [unit for unit in site.register.units.values() if unit.level.owes]
    units.sort(key=lambda unit: (not unit.exists_on(site.today), unit_sort_key(unit.name), not unit.level.gathers, unit.id))
    told = units_not_there(site.register, site.today, site.words.found)
    return [(unit, told[unit.id].lower() if unit.id in told else _area(site, unit)) for unit in units]


def _area(site: Site, unit: Unit) -> str:
    return site.register.areas_by_unit.get(unit.id, "")
