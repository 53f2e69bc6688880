"""A home for each district and commune, opening with when its heads next meet the People."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Iterable, Iterator, NamedTuple

from generator.consequences.commitment_standing import commitment_standing, has_ended
from generator.consequences.credits import Entries, entries_by_post
from generator.consequences.inheritance import followed_since
from generator.consequences.ledger import LedgerEntry
from generator.consequences.progress import DistrictProgress, share
from generator.consequences.status import year_of
from generator.consequences.views import CommitmentView, DialogueView
from generator.model import Unit, addresses
from generator.publications.calendar import newest_day
from generator.publications.change_feeds import district_changes
from generator.publications.commitment_lists import commitments_page, district_lists
from generator.publications.dialogues import DESCRIPTION_LENGTH
from generator.publications.handed_down import NOTHING, HandedDown, handed_down
from generator.publications.news import newest_of_unit
from generator.publications.quarter_lists import quarter_list, quarters_of
from generator.publications.subscribe import subscription
from generator.publications.unit_answers import answers_of_units, asked_about, registration_is_closed
from generator.publications.unit_reforms import formerly, namesakes, unit_reforms
from generator.site.formatting import short_day, unit_in_sentence, unit_place
from generator.site.published import FeedLink, PublishedPage
from generator.site.site import Site
from generator.site.told_corrections import newest_last, of_unit
from generator.site.units_not_there import last_days_of_namesakes
from generator.text.shortening import shortened
from generator.text.vietnamese import unit_sort_key

HANDED_DOWN_AT_ONCE = 2
"""Of the commitments of old units; the others stand in a fold."""
COMMITMENTS_AT_ONCE, BELOW_AT_ONCE = 12, 20
"""Of its own open commitments, and of what its communes hold next; the others stand in a fold."""
PREDECESSORS_UNFOLDED = 6
"""More of them stand in a fold."""


class CommuneStanding(NamedTuple):
    """A commune of a district with its posts' lines in the year's ledger, in the order of the rules' posts."""

    unit: Unit
    entries: tuple[LedgerEntry | None, ...]

    @property
    def owes(self) -> bool:
        """Whether any of its posts is in the year's ledger."""
        return any(self.entries)


def publish(site: Site) -> Iterator[PublishedPage]:
    progress = site.progress(site.year)
    entries = entries_by_post([progress])
    districts = {figures.district.id: figures for figures in progress.districts}
    lists = {district.id: district_lists(site, district) for district in site.districts}
    left = handed_down(site)
    for unit in site.units:
        yield unit_page(site, unit, entries, districts.get(unit.id), lists[unit.top_id], left.get(unit.id, NOTHING))


def unit_page(
    site: Site, unit: Unit, entries: Entries, figures: DistrictProgress | None, commitment_lists: list[tuple[int, str]],
    left: HandedDown,
) -> PublishedPage:
    """``figures`` are the district's in the year shown, None for a commune or a unit outside the year's ledger.

    ``commitment_lists`` are those of its district: see ``district_lists``. ``left`` is what old units left to it.
    """
    views, rules, year = site.views, site.rules, site.year
    posts = rules.target.posts
    own = views.of_unit(unit)
    own_entries = [entries.get((site.period.first_day, unit.id, post)) for post in posts]
    district = site.register.district_of(unit)
    serving = views.serving(unit) if district else ()
    below = [view for view in views.of_district(unit) if view.unit.id != unit.id] if district is None else []
    this_year, planned, past = site.today.year, list[DialogueView](), list[DialogueView]()
    for view in own:
        (planned if year_of(view.dialogue) >= this_year and view.row.may_come else past).append(view)
    not_open = (commitment for view in own for commitment in view.dialogue.commitments if has_ended(commitment))
    address = addresses.unit_page(unit)
    place = unit_place(unit, site.register)
    successors = tuple(_named(site, unit.successors))
    feeds, changes, named = _feeds(site, unit), district_changes(site, district or unit), site.words.pages.unit
    return PublishedPage(
        address,
        named.title.format(place=place, existence=time_of_existence(site, unit)),
        shortened(
            named.description.format(unit=f"{unit_in_sentence(unit)}{place[len(unit.name):]}"), DESCRIPTION_LENGTH,
        ),
        site.render(
            "pages/unit.html", address,
            unit=unit, district=district, place=place, year=year, rules=rules,
            trail=unit_trail(site, unit, district),
            exists=unit.exists_on(site.today),
            predecessors=_named(site, unit.predecessors), predecessors_unfolded=PREDECESSORS_UNFOLDED,
            has_ended=unit.has_ended_by(site.today),
            successors=successors, followed=followed_since(site.register, unit, site.today),
            namesakes=namesakes(site.register, unit), formerly=formerly(site.register, unit),
            reforms=unit_reforms(site.register, unit),
            one_person=unit.one_person_holds_both_on(site.today),
            answers=answers_of_units(site)[unit.id], asked=asked_about(site, unit),
            registration_closed=registration_is_closed(site),
            serving=[view for view in serving if year_of(view.dialogue) >= this_year and view.row.may_come],
            planned=planned,
            past=[view for view in past[::-1] if year_of(view.dialogue) >= first_listed_year(site)],
            earlier=len(earlier_dialogues(site, unit)),
            owed=[view for view in own if view.owes_its_conclusion],
            handed_down=left, handed_down_at_once=HANDED_DOWN_AT_ONCE,
            handed_down_list=f"{commitments_page(site, year, addresses.unit_path(district or unit))}#don-vi-cu",
            commitments=sorted(_open_commitments(site, own), key=_urgency), commitments_at_once=COMMITMENTS_AT_ONCE,
            ended=Counter(commitment_standing(commitment, None, site.today).state for commitment in not_open),
            below=[view for view in below if view.is_upcoming], below_at_once=BELOW_AT_ONCE,
            below_open_count=sum(
                not has_ended(commitment) for view in below for commitment in view.dialogue.commitments
            ),
            quarters=[
                (quarter, quarter_list(unit, quarter)) for quarter in quarters_of(site.register, unit)
                if quarter.first_day.year == year
            ],
            commitment_lists=commitment_lists, news=newest_of_unit(site, unit),
            figures=figures,
            own_share=share(entry for entry in own_entries if entry),
            figures_day=site.progress(year).day,
            communes=[
                CommuneStanding(commune, tuple(entries.get((site.period.first_day, commune.id, post)) for post in posts))
                for commune in sorted(views.communes_of(unit), key=lambda unit: unit_sort_key(unit.name))
            ],
            last_days=last_days_of_namesakes(views.communes_of(unit), site.register, site.today),
            subscriptions=[subscription(site, feed.address, feed.title) for feed in feeds],
            changes=changes,
            corrections=newest_last(of_unit(site, unit)),
        ),
        updated=newest_day((*own, *serving, *below)),
        feeds=feeds if unit.parent_id else (*feeds, changes),
        picture=addresses.share_picture(district or unit),
    )


def _named(site: Site, ids: tuple[str, ...]) -> list[Unit]:
    return [unit for id in ids if (unit := site.register.named_unit(id))]


def first_listed_year(site: Site) -> int:
    """A unit's own page lists this year and the last, so that it stays light however long the register is kept."""
    return site.year - 1


def earlier_dialogues(site: Site, unit: Unit) -> list[DialogueView]:
    """Those that its own page does not list, newest first."""
    return [view for view in site.views.of_unit(unit)[::-1] if year_of(view.dialogue) < first_listed_year(site)]


def unit_trail(site: Site, unit: Unit, district: Unit | None) -> list[tuple[str, str | None]]:
    """Names with their addresses, from the home page down to the unit itself, which has none."""
    above: list[tuple[str, str | None]] = [(site.words.labels.home, addresses.HOME), (site.levels.said.menu, site.units_page)]
    if district:
        above.append((district.name, addresses.unit_page(district)))
    return [*above, (unit.name, None)]


def _feeds(site: Site, unit: Unit) -> tuple[FeedLink, ...]:
    """The nearest to what most people want comes first."""
    name, links = unit_in_sentence(unit), site.words.feed_links
    if district := site.register.district_of(unit):
        named = links.commune.format(unit=name, district=unit_in_sentence(district))
        return (FeedLink(addresses.unit_feed(unit), named),)
    tentative = FeedLink(addresses.tentative_feed(unit), links.tentative.format(unit=name))
    if not unit.level.gathers:
        return FeedLink(addresses.unit_feed(unit), links.unit.format(unit=name)), tentative
    return (
        FeedLink(addresses.unit_feed(unit), links.district.format(unit=name)),
        FeedLink(addresses.district_own_feed(unit), links.district_own.format(unit=name)),
        tentative,
    )


def time_of_existence(site: Site, unit: Unit) -> str:
    """Sets a closed unit apart from a new one of the same name."""
    facts = unit.facts
    if unit.exists_on(site.today):
        return ""
    if facts.exists_until and facts.exists_until < site.today:
        return site.words.labels.exists_until.format(day=short_day(facts.exists_until))
    return site.words.labels.exists_from.format(day=short_day(facts.exists_from))


def _open_commitments(site: Site, own: Iterable[DialogueView]) -> Iterator[CommitmentView]:
    for view in own:
        if not all(map(has_ended, view.dialogue.commitments)):
            yield from (commitment for commitment in site.views.commitments_of(view) if commitment.is_open)


def _urgency(view: CommitmentView) -> tuple[date, str]:
    return view.commitment.due or date.max, view.place
