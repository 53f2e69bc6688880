"""The notice of a dialogue to print on one sheet and put up, and its texts to send and to read out."""

from __future__ import annotations

from typing import Iterator
from xml.etree import ElementTree

from markupsafe import Markup

from generator.consequences.status import When
from generator.consequences.views import DialogueView
from generator.model import Dialogue, Notice, addresses
from generator.publications.calendar import newest_day
from generator.publications.dialogues import DESCRIPTION_LENGTH, page_title
from generator.publications.notice_texts import SHORT_LENGTH, change_of, has_notice, short_text, spoken_text, without_accents
from generator.site.formatting import when_text
from generator.site.published import PublishedPage
from generator.site.site import Site
from generator.site.words import Words
from generator.text.shortening import cut, shortened

SITES_LENGTH, OFFICES_LENGTH = 600, 300
"""In characters, of the further sites and of the co-organisers: one sheet has to hold them, and the page has all."""
SUBJECTS_LENGTH = 300
"""In characters: a list of subjects that is longer ends where the next would not fit."""
SIZES = ((600, "large"), (900, "medium"), (1500, "small"), (10_000, "smallest"))
"""Up to how many characters a notice is set in which size, so that one sheet holds every text a record can have."""
LINE_WEIGHT = 30
"""In characters: what each text takes for its label and for the rest of its last line."""


def publish(site: Site) -> Iterator[PublishedPage]:
    """A notice for what is still to come; where one stood before, a word on where to read on: addresses stay."""
    for view in site.views.dialogues.values():
        if has_notice(view, site.today):
            yield notice_page(site, view)
        elif view.dialogue.schedule:
            yield past_notice_page(site, view)


def notice_page(site: Site, view: DialogueView) -> PublishedPage:
    dialogue, address = view.dialogue, addresses.dialogue_notice(view.dialogue)
    title = site.title_of(dialogue)
    short = short_text(site, view)
    undone, reason = change_of(view)
    link = site.register.facts.address + view.page
    about, dropped = _about(dialogue)
    named, whole_title = site.words.pages.notice, page_title(site.register, view, title)
    return PublishedPage(
        address,
        named.title.format(dialogue=whole_title),
        shortened(named.description.format(dialogue=whole_title), DESCRIPTION_LENGTH),
        site.render(
            "pages/notice.html", address,
            view=view, dialogue=dialogue, unit=view.unit, title=title, undone=undone, reason=reason,
            about=about, dropped=dropped, paper=_paper(dialogue), sites=_sites(dialogue), offices=_offices(dialogue),
            size=_size(view, title, about, undone, reason, site.words), link=link, code=qr_code(link),
            short=short, short_bare=without_accents(short), short_length=SHORT_LENGTH, spoken=spoken_text(site, view),
        ),
        updated=newest_day([view]),
    )


def past_notice_page(site: Site, view: DialogueView) -> PublishedPage:
    address = addresses.dialogue_notice(view.dialogue)
    title = site.title_of(view.dialogue)
    named, whole_title = site.words.pages.past_notice, page_title(site.register, view, title)
    return PublishedPage(
        address,
        named.title.format(dialogue=whole_title),
        shortened(named.description.format(dialogue=whole_title), DESCRIPTION_LENGTH),
        site.render("pages/past_notice.html", address, view=view, title=title),
        updated=newest_day([view]),
        canonical=view.page,
    )


def qr_code(link: str) -> Markup:
    """An SVG element without a size of its own, with the quiet zone around the code; level M mends a code of which 15% is
    lost (ISO/IEC 18004)."""
    import zxingcpp  # few builds have a notice to make

    drawn = ElementTree.fromstring(zxingcpp.create_barcode(link, zxingcpp.BarcodeFormat.QRCode, ec_level="M").to_svg())
    size, dark = drawn.get("width"), next(drawn.iterfind(".//{*}path")).get("d")
    return Markup(
        f'<svg viewBox="0 0 {size} {size}" class="qr-code"><path fill="#fff" d="M0 0h{size}v{size}H0z"/>'
        f'<path d="{dark}"/></svg>'
    )


def _paper(dialogue: Dialogue) -> Notice | None:
    """The office's own paper that says what the notice says."""
    return dialogue.schedule[-1].notice if dialogue.schedule else None


def _sites(dialogue: Dialogue) -> str:
    return cut("; ".join(dialogue.further_sites), SITES_LENGTH)


def _offices(dialogue: Dialogue) -> str:
    return cut(", ".join(dialogue.co_organisers), OFFICES_LENGTH)


def _about(dialogue: Dialogue) -> tuple[str | None, bool]:
    """The topic, or as many whole subjects as there is room for, and whether there are more."""
    if dialogue.topic or not dialogue.subjects:
        return dialogue.topic, False
    shown = dialogue.subjects[0]
    for subject in dialogue.subjects[1:]:
        if len(shown) + len(subject) > SUBJECTS_LENGTH:
            return shown, True
        shown = f"{shown}; {subject}"
    return shown, False


def _size(
    view: DialogueView, title: str, about: str | None, undone: When | None, reason: str | None, words: Words
) -> str:
    taking_part, venue = view.dialogue.participation, view.venue
    contact = taking_part.contact
    texts = [title, about, reason]
    if undone:
        texts.append(words.labels.old_time.format(when=when_text(undone, words)))
    if contact:
        texts += [contact.office, contact.phone, contact.email]
    if paper := _paper(view.dialogue):
        texts.append(paper.number)
    texts.append(_offices(view.dialogue))
    if view.when:
        texts += [taking_part.who, taking_part.opinions_to, taking_part.attend_to, _sites(view.dialogue)]
    if view.when and venue:
        texts += [venue.name, venue.address, venue.online_url]
    weight = sum(len(text) + LINE_WEIGHT for text in texts if text)
    return next(size for most, size in SIZES if weight <= most)
