"""Atom feeds of what changed, for the city and for each district with its communes, dated by the change (RFC 4287)."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from datetime import date, datetime, time, timedelta
from typing import Iterable, Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.consequences.dated_changes import Change, newest_changes
from generator.consequences.status import ZONE, When, announced_time, when_of
from generator.model import Dialogue, Unit, addresses
from generator.site.formatting import unit_in_sentence
from generator.site.published import FeedLink, PublishedFile
from generator.site.site import Site
from generator.text.official_plain import plain_text
from generator.text.shortening import single_spaced, single_spaced_lines
from generator.text.unseen import without_unseen

MEDIA_TYPE = "application/atom+xml"
LARGEST_FEED = 100
"""Entries; who reads a feed once a month still misses nothing of a district's."""
TAG_YEAR = 2023
"""RFC 4151, 2.1: a tag names a time at which its domain was its minter's; it is part of every id and never changes."""
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def publish(site: Site) -> Iterator[PublishedFile]:
    """A feed is there from the first day on, with or without entries."""
    yield from publish_city(site)
    yield from publish_districts(site)


def publish_city(site: Site) -> Iterator[PublishedFile]:
    yield _feed(site, city_changes(site), addresses.HOME, site.register.dialogues.values())


def publish_districts(site: Site) -> Iterator[PublishedFile]:
    dialogues: dict[str, list[Dialogue]] = defaultdict(list)
    for dialogue in site.register.dialogues.values():
        unit = site.register.unit_of(dialogue)
        dialogues[unit.top_id].append(dialogue)
    for district in site.districts:
        yield _feed(site, district_changes(site, district), addresses.unit_page(district), dialogues[district.id])


def city_changes(site: Site) -> FeedLink:
    name = site.words.feeds["changes"].format(place=site.register.facts.place)
    return FeedLink(addresses.CITY_CHANGES, name, MEDIA_TYPE)


def district_changes(site: Site, district: Unit) -> FeedLink:
    """Of a unit at the top: a district with its communes, or since 01/7/2025 a commune of no district."""
    words, name = site.words.feeds, unit_in_sentence(district)
    if district.level.gathers:
        return FeedLink(addresses.changes_feed(district), words["changes_district"].format(unit=name), MEDIA_TYPE)
    return FeedLink(addresses.changes_feed(district), words["changes"].format(place=name), MEDIA_TYPE)


def _feed(site: Site, link: FeedLink, page: str, dialogues: Iterable[Dialogue]) -> PublishedFile:
    facts = site.register.facts
    newest = newest_changes(dialogues, site.today, LARGEST_FEED)
    feed = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", _XML_LANGUAGE: "vi"})
    _add(feed, "id", _tag(site, link.address.removesuffix(".atom")))
    _add(feed, "title", f"{site.words.feeds['sample']} {link.title}" if facts.sample else link.title)
    if facts.sample:
        _add(feed, "subtitle", site.words.feeds["sample_description"])
    _add(feed, "updated", _stamp(newest[0].day, newest[0].order) if newest else _stamp(facts.feeds_changed_on))
    _add_link(feed, "self", MEDIA_TYPE, facts.address + link.address)
    _add_link(feed, "alternate", "text/html", facts.address + page)
    author = SubElement(feed, "author")
    _add(author, "name", facts.publisher)
    _add(author, "uri", facts.address)
    _add(feed, "rights", facts.licence.name)
    for change in newest:
        _add_entry(feed, site, change)
    indent(feed)
    return PublishedFile(link.address, tostring(feed, "utf-8", xml_declaration=True) + b"\n")


def _add_entry(feed: Element, site: Site, change: Change) -> None:
    """Its id is the record's and the fact's, so that it is one entry in every feed and at every later build."""
    entry = SubElement(feed, "entry")
    page = addresses.dialogue_page(change.dialogue)
    _add(entry, "id", _tag(site, page + change.id))
    _add(entry, "title", _title(site, change))
    _add(entry, "updated", _stamp(change.day, change.order))
    _add_link(entry, "alternate", "text/html", site.register.facts.address + page + _fragment(change))
    SubElement(entry, "category", {"term": change.kind.value, "label": site.words.change[change.kind]})
    _add(entry, "content", _text(site, change))


def _title(site: Site, change: Change) -> str:
    unit = site.register.unit_of(change.dialogue)
    district = site.register.district_of(unit)
    text = site.render("feeds/change_title.txt", change=change, unit=unit, district=district, new=_new_time(change))
    return single_spaced(str(text))


def _text(site: Site, change: Change) -> str:
    dialogue, entry = change.dialogue, change.announcement
    conclusion, held = change.conclusion.text if change.conclusion else None, change.held
    text = site.render(
        "feeds/change.txt", change=change, dialogue=dialogue, new=_new_time(change),
        venue=entry and entry.day and (entry.venue or dialogue.venue), held_when=when_of(dialogue),
        conclusion_text=_plain(conclusion), summary=_plain(held.summary) if held else None,
        opinions=[(opinion, _plain(opinion.answer.text) if opinion.answer else None) for opinion in dialogue.opinions if held],
    )
    return single_spaced_lines(str(text))


def _plain(text: str | None) -> str | None:
    """On lines of its own where there are more than one."""
    plain = plain_text(text) if text else None
    return f"\n{plain}" if plain and "\n" in plain else plain


def _new_time(change: Change) -> When | None:
    return announced_time(change.announcement) if change.announcement else None


def _fragment(change: Change) -> str:
    """Where on the dialogue's page the change is told."""
    if change.commitment:
        return f"#cam-ket-{change.commitment.id}"
    return "#ket-luan" if change.conclusion else ""


def _stamp(day: date, order: int = 0) -> str:
    """Records carry days only: midnight in Asia/Ho_Chi_Minh, and a second for each change of the day before this one."""
    return (datetime.combine(day, time(), ZONE) + timedelta(seconds=order)).isoformat()


def _tag(site: Site, name: str) -> str:
    return f"tag:{site.register.facts.uid_domain},{TAG_YEAR}:{name}"


def _add_link(parent: Element, relation: str, media_type: str, address: str) -> None:
    SubElement(parent, "link", {"rel": relation, "type": media_type, "href": address})


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = unicodedata.normalize("NFC", without_unseen(text))
