"""A page for each dialogue through its whole life, from its plan to the last commitment kept, and its documents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Iterator, Mapping

from generator.consequences.announcements import history, last_move
from generator.consequences.answers import is_plan_late
from generator.consequences.clocks import is_settled
from generator.consequences.credits import Entries, credits_of, entries_by_post
from generator.consequences.event_history import corrections_of_event
from generator.consequences.promises import promise_count
from generator.consequences.rule_periods import period_of
from generator.consequences.status import known_day, notice_days, year_of
from generator.consequences.views import DialogueView
from generator.consequences.whom_to_ask import Asked, whom_to_ask_of
from generator.model import Dialogue, Register, addresses
from generator.publications.calendar import newest_day
from generator.publications.commitment_lists import agency_list
from generator.publications.figures_day import FiguresDay, figures_day, figures_day_of_year
from generator.publications.notice_texts import has_notice
from generator.publications.subscribe import subscription
from generator.site.contacts import question_link
from generator.site.correction_words import correction_text, redaction_text
from generator.site.formatting import period_text, short_day, unit_place, when_text, with_district
from generator.site.published import FeedLink, PublishedFile, PublishedPage
from generator.site.site import Site
from generator.site.structured import event
from generator.text.official_html import official_html
from generator.text.shortening import shortened

DESCRIPTION_LENGTH = 160


def publish_settled(site: Site) -> Iterator[PublishedPage | PublishedFile]:
    """Those that no day changes any more."""
    return _publish(site, True)


def publish_running(site: Site) -> Iterator[PublishedPage | PublishedFile]:
    return _publish(site, False)


def _publish(site: Site, settled: bool) -> Iterator[PublishedPage | PublishedFile]:
    views = {
        id: view for id, view in site.views.dialogues.items() if is_settled(site.register, view.dialogue) == settled
    }
    years = sorted({year_of(view.dialogue) for view in views.values()} & site.register.rules.keys())
    of_units = _of_units(site, views)
    entries = entries_by_post(figures for year in years for figures in of_units.progress_of_periods(year))
    for view in views.values():
        yield dialogue_page(site, view, entries)
    for place in sorted(site.register.documents):
        _, dialogue_id, file = place.split("/")
        if dialogue_id in views:
            address = addresses.dialogue_document(views[dialogue_id].dialogue, file)
            yield PublishedFile(address, (site.documents / place).read_bytes())


def _of_units(site: Site, views: Mapping[str, DialogueView]) -> Site:
    """With the units of these dialogues and no others, since no other's posts are shown."""
    register, ids = site.register, {id for view in views.values() for id in (view.unit.id, view.unit.top_id)}
    units = {id: unit for id, unit in register.units.items() if id in ids}
    return replace(site, register=replace(register, units=units, whole=register.whole or register))


def dialogue_page(site: Site, view: DialogueView, entries: Entries) -> PublishedPage:
    dialogue, unit = view.dialogue, view.unit
    title = site.title_of(dialogue)
    rules_of_year = site.register.rules.get(year_of(dialogue))
    period = period_of(rules_of_year, unit, dialogue) if rules_of_year else None
    rules = period.rules if period else None
    past, participation = history(dialogue), dialogue.participation
    waits_for_day = view.row.may_come and not view.row.is_upcoming  # once there is one, its own feed adds the event
    commitments = site.views.commitments_of(view)
    may_ask = view.row.may_come and not (dialogue.held or dialogue.conclusion)
    asked = whom_to_ask_of(site.register, dialogue, unit, site.today) if may_ask else None
    labels = site.words.labels
    trail: list[tuple[str, str | None]] = [(labels.home, addresses.HOME), (site.levels.said.menu, site.units_page)]
    if unit != view.district:
        trail.append((view.district.name, addresses.unit_page(view.district)))
    trail += [(unit.name, addresses.unit_page(unit)), (title, None)]
    return PublishedPage(
        view.page,
        page_title(site.register, view, title),
        shortened(_description(site, view, title), DESCRIPTION_LENGTH),
        site.render(
            "pages/dialogue.html", view.page,
            figures=_figures_day(site, view),
            view=view, dialogue=dialogue, unit=unit, title=title, trail=trail, rules=rules, period=period,
            audiences=[site.register.facts.audiences[audience] for audience in dialogue.audiences],
            served=[site.register.units[id] for id in dialogue.serves],
            history=past,
            moved=last_move(past),
            registered_on=known_day(dialogue.registration.registered_on) if dialogue.registration else None,
            notice_days=notice_days(dialogue),
            notice_rule=rules.notice_days.get(unit.level) if rules else None,
            is_plan_late=is_plan_late(view, site.today),
            opinions_closed=bool(participation.opinions_until and participation.opinions_until < site.today),
            attending_closed=bool(participation.attend_until and participation.attend_until < site.today),
            summary=_formatted(dialogue.held.summary if dialogue.held else None),
            conclusion_text=_formatted(dialogue.conclusion.text if dialogue.conclusion else None),
            conclusion_rule=rules.conclusion.get(unit.level) if rules else None,
            opinions=[
                (opinion, official_html(opinion.answer.text) if opinion.answer else None) for opinion in dialogue.opinions
            ],
            note=_formatted(dialogue.note),
            corrections=[
                (correction, correction_text(dialogue, correction, site.register, site.words))
                for correction in dialogue.corrections
            ],
            redactions=[(one, redaction_text(dialogue, one, site.words)) for one in dialogue.redactions],
            corrected_event=corrections_of_event(dialogue),
            commitments=[(commitment, agency_list(site, commitment)) for commitment in commitments],
            promises=promise_count(commitments, site.today),
            has_notice=has_notice(view, site.today),
            asked=asked, question_link=_question_link(asked, dialogue, title) if may_ask else None,
            following=_following(site, view),
            followed=subscription(site, addresses.dialogue_feed(dialogue), title) if waits_for_day else None,
            credits=credits_of(site.register, view, entries),
        ),
        updated=newest_day([view]),
        feeds=_feeds(site, view, title),
        structured=event(site.register, dialogue, site.words),
        picture=addresses.share_picture(view.district),
    )


def _figures_day(site: Site, view: DialogueView) -> FiguresDay:
    """That of its year where its record names no day at all."""
    if view.changed_on is None:
        return figures_day_of_year([view], site.today, year_of(view.dialogue))
    return figures_day([view], site.today, date.min)


def _question_link(asked: Asked | None, dialogue: Dialogue, title: str) -> str:
    """The dialogue's own way first; what only a person can follow is told on the page itself."""
    if asked is None or (dialogue.participation.opinions_to and asked.contact != dialogue.participation.contact):
        return "#tham-gia"
    return question_link(asked.contact, title) or "#tham-gia"


def _following(site: Site, cancelled: DialogueView) -> DialogueView | None:
    """After a cancelled one the next of its year, kind and posts that has a day; nobody has recorded that it replaces it."""
    if cancelled.row.may_come or not cancelled.undone:
        return None
    posts = {presider.post for presider in cancelled.presiders}
    return next((
        view for view in site.views.of_unit(cancelled.unit)
        if view.when and view.when.day > cancelled.undone.day and year_of(view.dialogue) == year_of(cancelled.dialogue)
        and view.dialogue.kind == cancelled.dialogue.kind and posts <= {presider.post for presider in view.presiders}
    ), None)


def page_title(register: Register, view: DialogueView, title: str) -> str:
    """With its district and its day, so that no two pages have one title."""
    when = view.when or view.undone
    registration = view.dialogue.registration
    day = short_day(when.day) if when else period_text(registration.period) if registration else str(view.dialogue.year)
    return f"{with_district(title, view.unit, register)}, {day}"


def _feeds(site: Site, view: DialogueView, title: str) -> tuple[FeedLink, ...]:
    named = site.words.feeds["unit"].format(unit=unit_place(view.unit, site.register))
    of_unit = FeedLink(addresses.unit_feed(view.unit), named)
    return FeedLink(addresses.dialogue_feed(view.dialogue), title), of_unit


def _formatted(text: str | None) -> str | None:
    return official_html(text) if text else None


def _description(site: Site, view: DialogueView, title: str) -> str:
    if view.when:
        named = f"{with_district(title, view.unit, site.register)}: {when_text(view.when, site.words)}"
    else:
        named = page_title(site.register, view, title)
    venue = site.words.labels.venue.format(venue=view.venue.name) if view.venue else ""
    topic = f" {view.dialogue.topic}." if view.dialogue.topic else ""
    # Search engines keep it after the day; that it has a day says that it is to come.
    status = "" if view.is_upcoming and not view.row.is_moved else f"{site.words.status[view.status]}: "
    return f"{status}{named}{venue}.{topic}"
