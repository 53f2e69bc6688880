"""All dialogues of a year: how many each month had, and for each month a page that lists them by day."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import groupby
from typing import Iterator, Mapping, NamedTuple, Sequence

from generator.consequences.occurrence import Occurrence, occurrence_of
from generator.consequences.views import DialogueView
from generator.model import Period
from generator.model.addresses import dialogues_of_month, dialogues_of_year, dialogues_without_day
from generator.model.groups import grouped
from generator.model.types import parsed_period
from generator.publications.calendar import newest_day
from generator.publications.figures_day import figures_day_of_year
from generator.site.published import PublishedPage
from generator.site.site import Site
from generator.site.week_strip import strip_of_year


class Month(NamedTuple):
    """``period`` is None for those without any day; the calendar month otherwise."""

    period: Period | None
    address: str
    views: tuple[DialogueView, ...]
    counts: Mapping[Occurrence, int]


def publish_year(site: Site) -> Iterator[PublishedPage]:
    year = site.shown_year
    assert year
    views = tuple(site.views.dialogues.values())
    months, later = _months(year, views), [view for view in views if (day := _day(view)) and day.year > year]
    yield _year_page(site, year, views, months, later)
    for place, month in enumerate(months):
        around = [months[other] if 0 <= other < len(months) else None for other in (place - 1, place + 1)]
        yield _month_page(site, year, month, around)


def _day(view: DialogueView) -> date | None:
    """Also one that was given up."""
    when = view.when or view.undone
    return when.day if when else None


def _months(year: int, views: Sequence[DialogueView]) -> list[Month]:
    """All twelve, since an address that was there once stays; then what has no day."""
    days = [(_day(view), view) for view in views]
    own = grouped((day.month if day else 0, view) for day, view in days if day is None or day.year == year)
    months = [
        _month(parsed_period(f"{year}-{month:02}"), dialogues_of_month(year, month), own.get(month, ()))
        for month in range(1, 13)
    ]
    return [*months, _month(None, dialogues_without_day(year), own.get(0, ()))]


def _month(period: Period | None, address: str, views: Sequence[DialogueView]) -> Month:
    return Month(period, address, tuple(views), Counter(map(occurrence_of, views)))


def _year_page(
    site: Site, year: int, views: Sequence[DialogueView], months: Sequence[Month], later: Sequence[DialogueView]
) -> PublishedPage:
    address, named = dialogues_of_year(year), site.words.pages.dialogues_of_year
    figures = figures_day_of_year(views, site.today, year)
    return PublishedPage(
        address, *named.filled(year=year, place=site.register.facts.place),
        site.render(
            "pages/dialogues_of_year.html", address, year=year, months=months, later=later, kinds=tuple(Occurrence),
            counts=Counter(map(occurrence_of, views)), strip=strip_of_year(year, views, figures.day), figures=figures,
            years=[(other, dialogues_of_year(other)) for other in reversed([*site.by_shown_year])],
        ),
        updated=newest_day(views),
    )


def _month_page(site: Site, year: int, month: Month, around: Sequence[Month | None]) -> PublishedPage:
    pages = site.words.pages
    named = pages.dialogues_of_month if month.period else pages.dialogues_without_day
    called = {"year": year, "month": month.period.first_day.month if month.period else "", "place": site.register.facts.place}
    title, description = named.filled(**called)
    return PublishedPage(
        month.address, title, description,
        site.render(
            "pages/dialogues_of_month.html", month.address, title=title, year=year, month=month,
            year_page=dialogues_of_year(year), days=[(day, list(own)) for day, own in groupby(month.views, key=_day)],
            around=around, figures=figures_day_of_year(month.views, site.today, year),
        ),
        updated=newest_day(month.views),
    )
