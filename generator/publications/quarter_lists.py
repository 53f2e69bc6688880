"""A district's dialogues of one quarter, its communes' among them, as a list to print and put up."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Callable, Iterator, Sequence

from generator.consequences.last_days import over_from
from generator.consequences.rule_periods import period_on
from generator.consequences.views import DialogueView
from generator.model import Period, Register, Unit, addresses
from generator.model.types import parsed_period
from generator.publications.calendar import newest_day
from generator.publications.figures_day import figures_day
from generator.site.formatting import period_text, unit_in_sentence
from generator.site.level_words import kinds_below
from generator.site.published import PublishedPage
from generator.site.site import Site


def publish_present(site: Site) -> Iterator[PublishedPage]:
    """The present year's, and a later one's that has rules already."""
    return _publish(site, lambda quarter: quarter.first_day.year >= site.year)


def publish_past(site: Site) -> Iterator[PublishedPage]:
    return _publish(site, lambda quarter: quarter.first_day.year < site.year)


def _publish(site: Site, wanted: Callable[[Period], bool]) -> Iterator[PublishedPage]:
    for district in site.districts:
        quarters = [(quarter, quarter_list(district, quarter)) for quarter in quarters_of(site.register, district)]
        views = _by_quarter(site.views.of_district(district), [quarter for quarter, _ in quarters])
        home = addresses.unit_page(district)  # which they all lie right below
        links = [(quarter, period_text(quarter), address.replace(home, "../")) for quarter, address in quarters]
        for quarter, address in quarters:
            if wanted(quarter):
                yield _page(site, district, quarter, address, links, views[quarter])


def quarters_of(register: Register, unit: Unit) -> tuple[Period, ...]:
    """Those of the years with rules in which the district existed, oldest first; none for a commune. Where it ends within a
    year, or in the December in which the next one is opened, the lists of the quarters left stay, since they were published."""
    if not unit.level.gathers:
        return ()
    quarters = (quarter_of(year, number) for year in sorted(register.rules) for number in (1, 2, 3, 4))
    return tuple(
        quarter for quarter in quarters if unit.exists_between(date(quarter.first_day.year - 1, 12, 1), quarter.last_day)
    )


def quarter_of(year: int, number: int) -> Period:
    """``number`` is 1 to 4."""
    return parsed_period(f"{year}-Q{number}")


def quarter_list(district: Unit, quarter: Period) -> str:
    """The address of its page."""
    return addresses.quarter_list(district, quarter.first_day.year, quarter.last_day.month // 3)


def _by_quarter(views: Sequence[DialogueView], quarters: Sequence[Period]) -> dict[Period, list[DialogueView]]:
    """By their day, also one that was given up; without any, by the period they are registered for."""
    found: dict[Period, list[DialogueView]] = {quarter: [] for quarter in quarters}
    for view in views:
        when, registration = view.when or view.undone, view.dialogue.registration
        if when:
            quarter = quarter_of(when.day.year, (when.day.month + 2) // 3)
            if quarter in found:
                found[quarter].append(view)
        elif registration:
            period = registration.period
            for quarter in quarters:
                if period.first_day <= quarter.last_day and quarter.first_day <= period.last_day:
                    found[quarter].append(view)
    return found


def _page(
    site: Site, district: Unit, quarter: Period, address: str, links: Sequence[tuple[Period, str, str]],
    views: Sequence[DialogueView],
) -> PublishedPage:
    counts, named = Counter(view.status for view in views), site.words.pages.quarter_list
    return PublishedPage(
        address,
        *named.filled(
            period=period_text(quarter), district=district.name, unit=unit_in_sentence(district),
            below=kinds_below(district, site.register, site.words),
        ),
        site.render(
            "pages/quarter_list.html", address,
            district=district, quarter=quarter, views=views, counts=counts,
            links=links,
            figures=figures_day(views, site.today, over_from(quarter.last_day)),
            rules=period_on(site.register.rules[quarter.first_day.year], quarter.first_day).rules,
        ),
        updated=newest_day(views),
    )
