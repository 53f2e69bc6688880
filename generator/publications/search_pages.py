"""The site's pages in the search index, under their titles and what people call them: all but units' own and dialogues'."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Iterable, Iterator, Sequence

from markupsafe import Markup

from generator.model import addresses
from generator.model.addresses import dialogues_of_month, dialogues_of_year, news_of, unit_path
from generator.model.handbook_addresses import ROLES
from generator.publications.commitment_lists import commitments_page
from generator.publications.commitment_tallies import TalliedCommitment, by_agency, by_district, by_kind_of_agency, rows_of
from generator.publications.conclusions import conclusions_page
from generator.publications.handbook import described
from generator.publications.search_index import FoundPage
from generator.publications.search_words import CalledPages
from generator.reading.page_text import as_html, page_text
from generator.site.formatting import unit_place
from generator.site.site import Site
from generator.site.titles import Described


def pages_of_site(site: Site, called: CalledPages) -> Iterator[FoundPage]:
    """The clerks' handbook is found by its titles alone: its examples are no answers to what citizens ask. The calendar comes
    last, since it answers who names no place."""
    by_hand = {addresses.ABOUT: called.about, addresses.HANDBOOK: called.handbook}
    for page in site.kept_beside_dialogues("pages-by-hand", lambda: [*_written_by_hand(site)]):  # to read Markdown takes long
        yield replace(page, called=by_hand.get(page.address, ()))
    for role, (title, description) in described(site).items():
        names = called.clerk if role == "clerk" else ()
        yield FoundPage(ROLES[role], title, site.words.found.handbook, (title,), (description,), called=names)
    yield from _of_earlier_years(site)
    yield from _of_year(site, called)
    named = site.words.found_pages
    for address, found, names in (
        (addresses.RECORD_FORM, named.record_form, called.record_form),
        (addresses.RELEASES, named.releases, called.releases),
        (addresses.CORRECTIONS, named.corrections, called.corrections),
        (addresses.DOWNLOADS, named.downloads, called.downloads),
        (site.units_page, named.units, called.units),
        (addresses.PROGRESS, named.progress, called.progress),
        (addresses.NEWS, named.news, called.news),
        (addresses.SUBSCRIBE, named.subscribe, called.subscribe),
        (addresses.COMMITMENTS, named.commitments, called.commitments),
        (addresses.CONCLUSIONS, named.conclusions, called.conclusions),
        (addresses.CALENDAR, named.calendar, called.calendar),
    ):
        title, text = (written.format(**site.levels.said) for written in (found.title, found.text))
        yield FoundPage(address, title, "", (title,), (text,), called=names)


def _written_by_hand(site: Site) -> Iterator[FoundPage]:
    for path in sorted(site.handwritten.rglob("*.md")):
        address = f"{path.relative_to(site.handwritten).with_suffix('').as_posix()}/".removesuffix("index/")
        if address.startswith(addresses.HANDBOOK):
            yield _handbook_page(site.words.found.handbook, address, path.read_text("utf-8"))
            continue
        page = page_text(path.read_text("utf-8-sig"))
        sections = re.split(r"(?=<h2\b)", as_html(page.body))
        title = page.title or path.stem
        yield FoundPage(address, title, "", (title,), tuple(Markup(section).striptags() for section in sections))


def _of_earlier_years(site: Site) -> Iterator[FoundPage]:
    """Whose pages keep addresses of their own, under their titles alone: who asks for one names its year."""
    pages = site.words.pages
    for year in sorted(year for year in site.by_shown_year if year < site.year):
        of_months = ((dialogues_of_month(year, month), pages.dialogues_of_month, month) for month in range(12, 0, -1))
        for address, named, month in (
            *of_months,
            (dialogues_of_year(year), pages.dialogues_of_year, None), (addresses.progress_page(year), pages.progress, None),
            (commitments_page(site, year), pages.commitments, None), (conclusions_page(site, year), pages.conclusions, None),
        ):
            title = named.title.format(year=year, month=month)
            yield FoundPage(address, title, "", (title,), ())


def _of_year(site: Site, called: CalledPages) -> Iterator[FoundPage]:
    """The present year's dialogues by month, and its agencies with what they are called."""
    pages, year = site.words.pages, site.year
    agencies, spellings = _agencies(rows_of(site.of_shown_year(year, site.today)))
    title = pages.commitment_agencies.title.format(year=year)
    yield FoundPage(
        commitments_page(site, year, "co-quan"), title, "", (title,), (", ".join(agencies),),
        called=(*called.agencies, *spellings),
    )
    for month in range(12, 0, -1):
        title = pages.dialogues_of_month.title.format(year=year, month=month)
        names = tuple(f"{name} {month}" for name in called.month)
        yield FoundPage(dialogues_of_month(year, month), title, "", (title,), called=names)
    title = pages.dialogues_of_year.title.format(year=year)
    yield FoundPage(dialogues_of_year(year), title, "", (title,), called=called.year)


def _agencies(rows: Iterable[TalliedCommitment]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of the kinds of agencies in charge, and the other spellings that the register knows of them."""
    kinds = [kind for kind, _ in by_kind_of_agency(by_agency(rows))]
    listed = (kind.rows[0].named.listed for kind in kinds)
    return tuple(kind.name for kind in kinds), tuple(spelling for one in listed if one for spelling in one.spellings)


def _handbook_page(handbook: str, address: str, text: str) -> FoundPage:
    written = (re.search(rf"^{name}: (.+)$", text, re.MULTILINE) for name in ("title", "description"))
    title, description = (found[1] if found else address for found in written)
    headings = re.findall(r"^##+ (.+?)(?: \{ #([a-z0-9-]+) \})?$", text, re.MULTILINE)
    shown, ids = zip(*headings, strict=True) if headings else ((), ())
    # The ids last: a rule is found by its own, and a heading shown without.
    return FoundPage(address, title, handbook, (title,), (description, *shown, *filter(None, ids)))


def pages_of_districts(site: Site, called: CalledPages) -> Iterator[FoundPage]:
    """Each district's news, and its conclusions and commitments of the present year, where it has such pages; those of
    districts that exist last and so found first."""
    present, pages, year = site.of_shown_year(site.year, site.today), site.words.pages, site.year
    concluded = {site.register.unit_of(one).top_id for one in present.register.dialogues.values() if one.held}
    promised = by_district(site, year, rows_of(present))

    def page(address: str, named: Described, names: Sequence[str], *texts: str) -> FoundPage:
        title = named.title.format(year=year, place=unit_place(district, site.register), district=district.name)
        line = site.words.found.old_unit if district.has_ended_by(site.today) else ""
        return FoundPage(address, title, line, (title,), texts, called=tuple(names))

    for district in sorted(site.districts, key=lambda district: district.exists_on(site.today)):
        yield page(news_of(district), pages.news_of_district, called.news)
        if district.id in concluded:
            yield page(conclusions_page(site, year, district), pages.conclusions_of_district, called.conclusions)
        if tally := promised.get(district.id):
            names, spellings = _agencies(tally.rows)
            address = commitments_page(site, year, unit_path(district))
            yield page(address, pages.commitments_of_district, (*called.commitments, *spellings), ", ".join(names))
