"""The calendar page: what is coming, by day; apart from it what waits for a report, a new day or a first day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby
from typing import Iterable, Iterator

from generator.calendars.kept_events import CANCELLED_KEPT_DAYS
from generator.consequences.outlines import Dialogues, outlined
from generator.consequences.states import Apart
from generator.consequences.views import DialogueView
from generator.keeping.observed_day import ObservedDay
from generator.model import Kind
from generator.model.addresses import CALENDAR, dialogues_of_year
from generator.publications.subscribe import any_district_subscription, city_feeds, kind_subscription, subscription
from generator.site.published import PublishedPage
from generator.site.site import Site
from generator.site.week_strip import strip_of_year

UNFOLDED = 30
"""As many dialogues to come as a telephone shows without a fold."""


def publish(site: Site) -> Iterator[PublishedPage]:
    views = site.of_dialogues(_of_two_years(site), site.today).views
    today = [view for view in views.upcoming if view.day == site.today]
    later = [view for view in views.upcoming if view.day > site.today]
    apart = {list: [view for view in views.dialogues.values() if _apart(view, site.today) == list] for list in Apart}
    facts, named = site.register.facts, site.words.pages.calendar
    yield PublishedPage(
        CALENDAR,
        *named.filled(place=facts.place),
        site.render(
            "pages/calendar.html", CALENDAR,
            today_views=today,
            months=_months(later),
            upcoming_count=len(views.upcoming),
            listed_count=len(views.upcoming) + sum(map(len, apart.values())),
            apart=apart,
            cancelled_shown_days=CANCELLED_KEPT_DAYS,
            districts=site.register.by_area(unit for unit in site.register.tops_for_readers if unit.exists_on(site.today)),
            no_area=site.words.labels.no_area,
            district_feed=any_district_subscription(site),
            kinds=[(kind, kind_subscription(site, kind)) for kind in Kind],
            audiences=facts.audiences,
            rules=site.rules,
            year_page=dialogues_of_year(site.year),
            strip=strip_of_year(site.year, views.by_year.get(site.year, ()), site.today.as_date()),
            city=[subscription(site, feed.address, feed.title) for feed in city_feeds(site)],
        ),
        updated=newest_day_of_all(site),
        feeds=city_feeds(site),
    )


def _of_two_years(site: Site) -> Dialogues:
    """The present year's, with those of later ones, and the last year's, by id: all that can be to come, or waits for anything
    that is told here."""
    shown = site.by_shown_year
    return outlined(site.register.dialogues).some((*shown.get(site.year - 1, ()), *shown[site.year]))


def newest_day(views: Iterable[DialogueView]) -> date | None:
    """When what is shown of these dialogues last became another."""
    return max(filter(None, [view.changed_on for view in views]), default=None)


def newest_day_of_all(site: Site) -> date | None:
    """The same of the whole register."""
    years = site.kept_by_year("newest-day", lambda part: newest_day(part.views.dialogues.values()))
    return max(filter(None, years.values()), default=None)


def _months(later: Iterable[DialogueView]) -> list[tuple[tuple[int, int], list[DialogueView], bool]]:
    """Each month with its dialogues, and whether it is folded away; the first never is."""
    months: list[tuple[tuple[int, int], list[DialogueView], bool]] = []
    before = 0
    for month, views in groupby(later, key=_month):
        own = list(views)
        months.append((month, own, bool(months) and before + len(own) > UNFOLDED))
        before += len(own)
    return months


def _month(view: DialogueView) -> tuple[int, int]:
    return view.day.year, view.day.month


def _apart(view: DialogueView, today: ObservedDay) -> Apart | None:
    if view.row.apart == Apart.REGISTERED and _last_day(view) < today:
        return Apart.PLAN_LATE
    if view.row.undoes_day and not view.row.may_come:
        last_shown = view.undone and view.undone.day + timedelta(days=CANCELLED_KEPT_DAYS)
        return view.row.apart if last_shown and last_shown >= today else None
    return view.row.apart


def _last_day(view: DialogueView) -> date:
    """Of the period that was registered; of the record's year where not even that is known."""
    registration = view.dialogue.registration
    return registration.period.last_day if registration else date(view.dialogue.year, 12, 31)
