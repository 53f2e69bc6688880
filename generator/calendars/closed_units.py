"""What the feeds of a unit that is no more end with: one whole day that names the units after it, and their feeds."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Callable

from generator.calendars.calendar_lines import whole_day_event
from generator.consequences.event_history import midnight
from generator.consequences.inheritance import followed_since
from generator.model import Unit, addresses
from generator.site.formatting import short_day, unit_place
from generator.site.site import Site


def closed_on(site: Site, unit: Unit) -> date | None:
    """The first day (Asia/Ho_Chi_Minh) on which it is no more; None while that is still to come or not known."""
    until = unit.facts.exists_until
    return until + timedelta(days=1) if until and until < site.today else None


def closed_text(site: Site, unit: Unit, day: date, feed_of: Callable[[Unit], str] = addresses.unit_feed) -> str:
    """For whoever follows it: since when it is no more, and where those after it are followed, or that none is recorded."""
    words, facts = site.words.feeds, site.register.facts
    after = [
        words["successor"].format(unit=unit_place(one, site.register), feed=facts.address + feed_of(one))
        for one in _successors(site, unit)
    ]
    closed = words["closed"].format(unit=unit_place(unit, site.register), day=short_day(day))
    return "\n".join([closed, *(after or [words["no_successor"]])])


def closing_event(site: Site, unit: Unit, day: date) -> bytes:
    """A VEVENT on ``day``, the same in all feeds of the unit; a slash in its UID keeps it apart from dialogues'."""
    facts, words, revised = site.register.facts, site.words.feeds, closed_revised(site, unit)
    mark = f"{words['sample']} " if facts.sample else ""
    title = words["closed_title" if _successors(site, unit) else "closed_title_alone"]
    summary = mark + title.format(unit=unit_place(unit, site.register))
    page = facts.address + addresses.unit_page(unit)
    uid = f"don-vi-cu/{unit.id}@{facts.uid_domain}"
    return whole_day_event(day, uid, summary, f"{closed_text(site, unit, day)}\n{page}", page, revised)


def closed_revised(site: Site, unit: Unit) -> datetime:
    """In UTC: when it or, later, a unit after it came to an end; never the day of the build (RFC 5545, 3.8.7.2)."""
    after = (site.register.unit_with_id(id) for id in site.register.lineage.all_after(unit.id))
    days = (closed_on(site, one) for one in (unit, *after) if one)
    return midnight(max(site.register.facts.feeds_changed_on, *filter(None, days)))


def _successors(site: Site, unit: Unit) -> list[Unit]:
    """Those whose feeds go on; where none does, those next after it."""
    next_after = (site.register.unit_with_id(id) for id in unit.successors)
    return [*followed_since(site.register, unit, site.today)] or list(filter(None, next_after))
