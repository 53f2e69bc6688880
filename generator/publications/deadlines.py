"""The staff calendars of deadlines: the city's and each district's, of what the public register shows to be owed."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import groupby
from operator import itemgetter
from typing import Iterable, Iterator, Sequence

from generator.calendars.calendar_file import Feed, calendar_file, opening
from generator.calendars.calendar_lines import whole_day_event
from generator.calendars.closed_units import closed_on, closed_revised, closed_text
from generator.calendars.kept_events import LARGEST_FEED_EVENTS
from generator.consequences.duties import dated_duties, duties_of
from generator.consequences.duty import Duty, Order, order_of
from generator.consequences.event_history import last_revised_at, midnight, revised_at, sequence_of
from generator.model import Register, Unit, addresses
from generator.site.duty_words import asked_text, duty_text
from generator.site.formatting import unit_in_sentence
from generator.site.published import FeedLink, PublishedFile
from generator.site.site import Site
from generator.text.shortening import shortened

SUMMARY_LENGTH = 120


def publish_city(site: Site) -> Iterator[PublishedFile]:
    yield PublishedFile(addresses.CITY_DEADLINES, deadline_calendar(site, None))


def publish_districts(site: Site) -> Iterator[PublishedFile]:
    owed = dated_duties(site)
    for unit in districts_with_deadlines(site):
        yield PublishedFile(addresses.deadlines_feed(unit), _calendar(site, unit, duties_of(unit, owed)))


def districts_with_deadlines(site: Site) -> list[Unit]:
    return [unit for unit in site.districts if unit.level.owes]


def deadline_feed(site: Site, unit: Unit | None) -> FeedLink:
    """``unit`` None is the city."""
    words = site.words.feeds
    if unit is None:
        return FeedLink(addresses.CITY_DEADLINES, words["deadlines"].format(place=site.register.facts.place))
    return FeedLink(addresses.deadlines_feed(unit), words["deadlines_unit"].format(unit=unit_in_sentence(unit)))


def deadline_calendar(site: Site, unit: Unit | None) -> bytes:
    """Whole days (RFC 5545, 3.8.2.4), since calendars show no VTODO; what is done is gone from it.

    No event depends on today: only which duties there are does. ``unit`` None is the city, where a report that many
    districts owe is one event.
    """
    return _calendar(site, unit, duties_of(unit, dated_duties(site))) if unit else _calendar_of_city(site)


def _calendar(site: Site, unit: Unit, owed: Iterable[Duty]) -> bytes:
    dialogues = (*(view.dialogue for view in site.views.of_district(unit)), *site.handed_down.get(unit.id, {}).values())
    return _file(site, unit, owed, last_revised_at(dialogues, site.register.facts.feeds_changed_on))


def _calendar_of_city(site: Site) -> bytes:
    """An event of a dialogue is written once for the builds to come too."""
    places = site.register.places

    def of_run(part: Site) -> tuple[list[tuple[Order, bytes]], datetime]:
        owed = dated_duties(part, of_reports=False)
        events = [(order_of(duty, places), _event(part, [duty], None)) for duty in owed]
        return events, last_revised_at(part.register.dialogues.values(), part.register.facts.feeds_changed_on)

    known = site.kept_by_run("deadlines", of_run)
    listed: list[tuple[Order, bytes | Duty]] = [one for events, _ in known for one in events]
    reports = dated_duties(site.of_no_dialogue(site.today))
    listed += [(order_of(duty, places), duty) for duty in reports]
    owed = [one for _, one in sorted(listed, key=itemgetter(0))]
    return _file(site, None, owed, *(revised for _, revised in known))


def _file(site: Site, unit: Unit | None, owed: Iterable[bytes | Duty], *revised: datetime) -> bytes:
    """``owed``, in its order, is an event already where it is no duty. ``revised`` is of all that could be owed, so that it
    never falls when something is done."""
    def of_one_event(one: bytes | Duty) -> object:
        return (one.year, one.report) if isinstance(one, Duty) and one.report else one

    def event(group: Sequence[bytes | Duty]) -> bytes:
        own = [one for one in group if isinstance(one, Duty)]
        return _event(site, own, unit) if own else b"".join(one for one in group if isinstance(one, bytes))

    groups = [list(group) for _, group in groupby(owed, key=of_one_event)]
    events = list(map(event, groups[-LARGEST_FEED_EVENTS:]))
    reports = (_reports_revised(site.register, year) for year in site.register.rules)
    feed, page = deadline_feed(site, unit), addresses.unit_page(unit) if unit else addresses.PROGRESS
    last = max((*revised, *reports))
    if unit and (day := closed_on(site, unit)):
        head = opening(site, closed_text(site, unit, day, lambda after: _followed(site, after)))
        return calendar_file(site, Feed(feed.address, feed.title, page, max(last, closed_revised(site, unit)), events), head)
    return calendar_file(site, Feed(feed.address, feed.title, page, last, events))


def _followed(site: Site, unit: Unit) -> str:
    """The address of the feed with what a unit owes, which is its district's."""
    return addresses.deadlines_feed(site.register.district_of(unit) or unit)


def _event(site: Site, group: Sequence[Duty], unit: Unit | None) -> bytes:
    duty, due, facts = group[0], group[0].due, site.register.facts
    assert due
    page = facts.address + (duty.dialogue.page if duty.dialogue else addresses.progress_page(duty.year))
    uid, description = f"{_place(duty, unit)}@{facts.uid_domain}", "\n".join(_description(site, group, page))
    sequence = sequence_of(duty.dialogue.dialogue) if duty.dialogue else 0
    return whole_day_event(due, uid, _summary(site, group, unit), description, page, _revised(site, duty), sequence)


def _place(duty: Duty, unit: Unit | None) -> str:
    """A dialogue's own event has no slash in its UID, so that the two never meet."""
    if duty.report:
        return "/".join(["thoi-han", str(duty.year), duty.report.value, *([unit.id] if unit else [])])
    assert duty.dialogue
    own = f"/{duty.commitment.id}" if duty.commitment else ""
    return f"thoi-han/{duty.dialogue.dialogue.id}/{duty.kind.value}{own}"


def _summary(site: Site, group: Sequence[Duty], unit: Unit | None) -> str:
    """Short, since many calendars show nothing else."""
    duty, words = group[0], site.words
    who = "" if duty.report and unit is None else f"{asked_text(site, duty)}: "
    task = words.deadline[duty.kind].format(
        report=site.report_name(duty.report, duty.year) if duty.report else "", year=duty.year,
        commitment=duty.commitment.text if duty.commitment else "",
    )
    mark = f"{words.feeds['sample']} " if site.register.facts.sample else ""
    return mark + shortened(f"{who}{task}", SUMMARY_LENGTH)


def _description(site: Site, group: Sequence[Duty], page: str) -> Iterator[str]:
    """The link stands here too: Google Calendar shows no URL."""
    duty = group[0]
    yield f"{duty_text(site, duty)}."
    if duty.report and duty.year in site.register.submissions:
        units = "; ".join(asked_text(site, owing) for owing in group)
        yield site.words.feeds["not_sent"].format(units=units)
    yield page


def _revised(site: Site, duty: Duty) -> datetime:
    """In UTC: when what the event says was last recorded, and never the day of the build (RFC 5545, 3.8.7.2)."""
    if duty.dialogue:
        return revised_at(duty.dialogue.dialogue, site.register.facts.feeds_changed_on)
    return _reports_revised(site.register, duty.year)


def _reports_revised(register: Register, year: int) -> datetime:
    changed, sent = register.facts.feeds_changed_on, register.submissions.get(year, ())
    return midnight(max((changed, *(submission.sent_on for submission in sent)))) + timedelta(seconds=len(sent))
