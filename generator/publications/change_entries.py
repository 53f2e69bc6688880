"""A change as an Atom entry, and the documents that entries stand in (RFC 4287)."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime, time, timedelta
from typing import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.consequences.dated_changes import Change
from generator.consequences.status import ZONE, When, announced_time, when_of
from generator.model import addresses
from generator.site.correction_words import told_correction
from generator.site.published import FeedLink
from generator.site.site import Site
from generator.text.official_plain import plain_text
from generator.text.shortening import single_spaced, single_spaced_lines
from generator.text.unseen import without_unseen

MEDIA_TYPE = "application/atom+xml"
TAG_YEAR = 2023
"""RFC 4151, 2.1: a tag names a time at which its domain was its minter's; it is part of every id and never changes."""
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def feed_head(site: Site, link: FeedLink, updated: str, own: str, relations: Iterable[tuple[str, str, str]]) -> Element:
    """What the documents of the feed ``link`` open with; ``own`` is the address of this one. ``relations`` are links to
    others: a relation, a media type and an address each."""
    facts = site.register.facts
    feed = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", _XML_LANGUAGE: "vi"})
    _add(feed, "id", _tag(site, link.address.removesuffix(".atom")))
    _add(feed, "title", f"{site.words.feeds['sample']} {link.title}" if facts.sample else link.title)
    if facts.sample:
        _add(feed, "subtitle", site.words.feeds["sample_description"])
    _add(feed, "updated", updated)
    for relation, media_type, address in (("self", MEDIA_TYPE, own), *relations):
        _add_link(feed, relation, media_type, facts.address + address)
    author = SubElement(feed, "author")
    _add(author, "name", facts.publisher)
    _add(author, "uri", facts.address)
    _add(feed, "rights", facts.licence.name)
    return feed


def atom_document(head: Element, entries: Iterable[bytes]) -> bytes:
    indent(head)
    opened = tostring(head, "utf-8", xml_declaration=True).removesuffix(b"\n</feed>")
    return b"\n  ".join((opened, *entries)) + b"\n</feed>\n"


def entry(site: Site, change: Change) -> bytes:
    """Its id is the record's and the fact's, so that it is one entry in every feed and at every later build."""
    entry = Element("entry")
    page = addresses.dialogue_page(change.dialogue)
    _add(entry, "id", _tag(site, page + change.id))
    _add(entry, "title", _title(site, change))
    _add(entry, "updated", stamp(change.day, change.order))
    _add_link(entry, "alternate", "text/html", site.register.facts.address + page + _fragment(change))
    SubElement(entry, "category", {"term": change.kind.value, "label": site.words.change[change.kind]})
    _add(entry, "content", _text(site, change))
    indent(entry, level=1)
    written: bytes = tostring(entry, "utf-8")
    return written


def _title(site: Site, change: Change) -> str:
    unit = site.register.unit_of(change.dialogue)
    district = site.register.district_of(unit)
    text = site.render("feeds/change_title.txt", change=change, unit=unit, district=district, new=_new_time(change))
    return single_spaced(str(text))


def _text(site: Site, change: Change) -> str:
    dialogue, entry = change.dialogue, change.announcement
    conclusion, held = change.conclusion.text if change.conclusion else None, change.held
    corrected = change.correction and told_correction(dialogue, change.correction, site.register, site.words)
    text = site.render(
        "feeds/change.txt", change=change, dialogue=dialogue, new=_new_time(change),
        venue=entry and entry.day and (entry.venue or dialogue.venue), held_when=when_of(dialogue), corrected=corrected,
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


def stamp(day: date, order: int = 0) -> str:
    """Records carry days only: midnight in Asia/Ho_Chi_Minh, and a second for each change of the day before this one."""
    return (datetime.combine(day, time(), ZONE) + timedelta(seconds=order)).isoformat()


def _tag(site: Site, name: str) -> str:
    return f"tag:{site.register.facts.uid_domain},{TAG_YEAR}:{name}"


def _add_link(parent: Element, relation: str, media_type: str, address: str) -> None:
    SubElement(parent, "link", {"rel": relation, "type": media_type, "href": address})


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = unicodedata.normalize("NFC", without_unseen(text))
