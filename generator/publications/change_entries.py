"""A change as an Atom entry, and the documents that entries stand in (RFC 4287)."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime, time, timedelta
from html import escape  # that of ``xml.sax`` imports what reads the net
from typing import Iterable, Iterator, NamedTuple
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.consequences.change import Change
from generator.consequences.dated_changes import is_answered_later
from generator.consequences.states import ChangeKind
from generator.consequences.status import announced_time, when_of
from generator.keeping.observed_day import ZONE
from generator.model import Opinion, Register, addresses
from generator.site.correction_words import redaction_text, told_correction
from generator.site.published import FeedLink
from generator.site.site import Site
from generator.site.told_corrections import ToldCorrection
from generator.text.official_plain import plain_text
from generator.text.shortening import single_spaced_lines
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
    _add(feed, "id", _tag(site.register, link.address.removesuffix(".atom")))
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
    """Its id is the record's and the fact's, so that it is one entry in every feed and at every later build. Nothing in it
    depends on today, nor on what else a part of the site sees, so that it is written once for all feeds.
    """
    key = change.dialogue.id, change.id
    if key not in site.entries:
        site.entries[key] = _written(site.whole or site, change)
    return site.entries[key]


def _written(site: Site, change: Change) -> bytes:
    """As text: the archives hold four or five for each dialogue, and an XML library takes longer than all else about them."""
    page = addresses.dialogue_page(change.dialogue)
    of_its_day = stamp(change.day, change.order)
    return _entry(site, page + change.id, page + fragment(change), change.kind, of_its_day, *title_and_text(site, change))


def entry_of_correction(site: Site, told: ToldCorrection) -> bytes:
    """Of what is no dialogue."""
    kind = ChangeKind.CORRECTED
    title = f"{site.words.change[kind]}: {told.title}"
    return _entry(site, told.id, told.page, kind, stamp(told.day), title, told.text)


def _entry(site: Site, id: str, page: str, kind: ChangeKind, updated: str, title: str, text: str) -> bytes:
    link, term, label = map(escape, (site.register.facts.address + page, kind.value, site.words.change[kind]))
    return f"""<entry>
    <id>{_escaped(_tag(site.register, id))}</id>
    <title>{_escaped(title)}</title>
    <updated>{updated}</updated>
    <link rel="alternate" type="text/html" href="{link}" />
    <category term="{term}" label="{label}" />
    <content>{_escaped(text)}</content>
  </entry>""".encode()


class DatedEntry(NamedTuple):
    updated: str
    content: bytes


def dated_entries(site: Site, changes: Iterable[Change], others: Iterable[ToldCorrection]) -> list[DatedEntry]:
    """The newest first, ``changes`` in the order in which they come."""
    found = [DatedEntry(stamp(change.day, change.order), entry(site, change)) for change in changes]
    found += [DatedEntry(stamp(told.day), entry_of_correction(site, told)) for told in others]
    return sorted(found, key=lambda one: one.updated, reverse=True)


def title_and_text(site: Site, change: Change, is_marked: bool = True) -> tuple[str, str]:
    """Plain; ``is_marked``: what stands by itself says each time that it is of a sample."""
    dialogue, entry = change.dialogue, change.announcement
    unit = site.register.unit_of(dialogue)
    conclusion, held = change.conclusion, change.held
    redacted = change.redaction and redaction_text(dialogue, change.redaction, site.words)
    corrected = change.correction and told_correction(dialogue, change.correction, site.register, site.words)
    written = site.macro("feeds/change.txt", "title_and_text")(
        is_sample=is_marked and site.register.facts.sample,
        change=change, dialogue=dialogue, unit=unit, district=site.register.district_of(unit),
        new=announced_time(entry) if entry else None, venue=entry and entry.day and (entry.venue or dialogue.venue),
        taker=site.register.unit_with_id(change.taken_over.unit) if change.taken_over else None,
        held_when=when_of(dialogue) if held else None, corrected=corrected, redacted=redacted,
        conclusion_text=_plain(conclusion.text) if conclusion else None, summary=_plain(held.summary) if held else None,
        opinions=list(_opinions(change)),
    )
    title, _, text = written.partition("\n")
    return title, single_spaced_lines(text)


def _opinions(change: Change) -> Iterator[tuple[Opinion, str | None]]:
    """The one that was answered later, or those of the meeting with the answers known then."""
    for opinion in change.dialogue.opinions if change.held else filter(None, [change.opinion]):
        is_told = opinion.answer and (change.opinion or not is_answered_later(change.dialogue, opinion))
        yield opinion, _plain(opinion.answer.text) if opinion.answer and is_told else None


def _plain(text: str | None) -> str | None:
    """On lines of its own where there are more than one."""
    plain = plain_text(text) if text else None
    return f"\n{plain}" if plain and "\n" in plain else plain


def fragment(change: Change) -> str:
    """Where on the dialogue's page the change is told."""
    if change.commitment:
        return f"#cam-ket-{change.commitment.id}"
    if change.opinion:
        return f"#y-kien-{next(number for number, one in enumerate(change.dialogue.opinions, 1) if one is change.opinion)}"
    return "#ket-luan" if change.conclusion else ""


def stamp(day: date, order: int = 0) -> str:
    """Records carry days only: midnight in Asia/Ho_Chi_Minh, and a second for each change of the day before this one."""
    return (datetime.combine(day, time(), ZONE) + timedelta(seconds=order)).isoformat()


def _tag(register: Register, name: str) -> str:
    return f"tag:{register.facts.uid_domain},{TAG_YEAR}:{name}"


def _add_link(parent: Element, relation: str, media_type: str, address: str) -> None:
    SubElement(parent, "link", {"rel": relation, "type": media_type, "href": address})


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = _composed(text)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", without_unseen(text))


def _escaped(text: str) -> str:
    return escape(_composed(text), quote=False)
