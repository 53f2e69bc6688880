"""The search page and its index: every unit, every dialogue with all that was said and promised, the site's own pages."""

from __future__ import annotations

from bisect import bisect_left
from pathlib import Path
from typing import Callable, Iterator, NamedTuple, Sequence

from pydantic_core import to_json

from generator.consequences.all_views import Views
from generator.consequences.outlines import outlined
from generator.consequences.views import DialogueView
from generator.keeping.fingerprints import fingerprint
from generator.keeping.kept_results import MANY, RUN_LENGTH_OF_PRESENT, runs
from generator.keeping.memo import once
from generator.keeping.observed_day import ObservedDay
from generator.model import Unit, addresses
from generator.publications.search_index import FoundPage, Indexer, Run, joined, search_files
from generator.publications.search_pages import pages_of_districts, pages_of_site
from generator.publications.search_words import SearchWords
from generator.site.formatting import period_text, unit_place, when_unbroken
from generator.site.line_breaks import one_line_between_commas
from generator.site.published import PublishedFile, PublishedPage
from generator.site.site import Site
from generator.site.titles import Found
from generator.site.units_not_there import units_not_there
from generator.text.minified import minified_script
from generator.text.official_plain import plain_words
from generator.text.shortening import single_spaced
from generator.text.vietnamese import BARE, READ_AS, unit_sort_key

SEARCH = tuple(f"search/{name}.js" for name in ("index", "places", "answers", "results", "page", "box", "start"))
"""Each after those that it uses."""
KEPT, KEPT_PAST = "search", "search-past"
"""The names under which the terms of dialogues are kept."""


def publish(site: Site) -> Iterator[PublishedPage | PublishedFile]:
    yield from publish_page(site)
    yield from publish_index(site)


def publish_page(site: Site) -> Iterator[PublishedPage | PublishedFile]:
    named = site.words.pages.search
    yield PublishedPage(addresses.SEARCH, named.title, named.description, site.render("pages/search.html", addresses.SEARCH))
    names, words = unit_names_script(site.templates), SearchWords.read(site.templates)
    place = b"const PLACE = %b;\n" % to_json(site.register.facts.place)
    for address, first, scripts in (
        (addresses.FINDER_SCRIPT, names, ("finder.js", "my_place.js")),
        (addresses.QUESTIONS_SCRIPT, words.questions_script(), ("typed.js", "questions.js")),
        (addresses.SLIPS_SCRIPT, b"", ("typed.js", "search/slips.js")),
        (addresses.SEARCH_SCRIPT, names + words.script() + place, ("questions.js", *SEARCH)),
    ):
        own = b"".join((site.templates / script).read_bytes() for script in scripts)
        yield PublishedFile(address, minified_script(first + own))


def publish_index(site: Site) -> Iterator[PublishedFile]:
    (words, units, still), indexer = _beside_dialogues(site), Indexer()
    # Few of them tell of any dialogue.
    of_still = site.kept_beside_dialogues("search", lambda: indexer.run(still), to_json(still))
    for name, content in search_files(
        [of_still, *_of_dialogues(site, indexer)], first=len(still), units=[unit.title for unit in reversed(units)],
        called=words.called(), everyday=words.everyday,
    ):
        yield PublishedFile(f"{addresses.SEARCH}{name}", content)


def index_made_from(site: Site) -> bytes:
    """The fingerprint of all that the index is joined from, beside templates: most changes of a record bring no other words."""
    assert site.kept
    _, present, run = _runs(site, Indexer())
    of_present = site.kept.fingerprint_of_each(KEPT, present, run)
    return fingerprint(to_json(_beside_dialogues(site).still), _past_made_from(site), of_present)


def _of_dialogues(site: Site, indexer: Indexer) -> list[Run]:
    """Those of the years before the present one, of which most builds change nothing, are kept joined too."""
    past, present, run = _runs(site, indexer)
    if not (kept := site.kept):
        return [run(ids, site.today) for ids in (*past, *present)]
    of_past = site.kept_beside_dialogues(
        KEPT_PAST, lambda: joined(kept.made_of_each(KEPT_PAST, past, run)), _past_made_from(site),
    )
    return [of_past, *kept.made_of_each(KEPT, present, run)]


@once  # since it tells both whether the index is another, and whether what is joined of it is
def _past_made_from(site: Site) -> bytes:
    assert site.kept
    past, _, run = _runs(site, Indexer())
    return site.kept.fingerprint_of_each(KEPT_PAST, past, run)


class _BesideDialogues(NamedTuple):
    """``still`` is what stands in the index before all dialogues; the ``units`` are the last of it."""

    words: SearchWords
    units: list[FoundPage]
    still: list[FoundPage]


@once  # since to know whether the index is another takes all of it
def _beside_dialogues(site: Site) -> _BesideDialogues:
    words, units = SearchWords.read(site.templates), _units(site)
    still = [*pages_of_districts(site, words.pages), *pages_of_site(site, words.pages), *units]
    return _BesideDialogues(words, units, still)


def unit_names_script(templates: Path) -> bytes:
    """What reads names in a browser, after the tables by which this program folds them."""
    letters = to_json({"readAs": READ_AS, "bare": BARE})
    return b"const LETTERS = %b;\n%b" % (letters, (templates / "unit_names.js").read_bytes())


_Runs = list[Sequence[str]]


def _runs(site: Site, indexer: Indexer) -> tuple[_Runs, _Runs, Callable[[Sequence[str], ObservedDay], Run]]:
    """The dialogues in their order, cut into runs: those of the years before the present one, and the others; and what makes a
    run."""
    dialogues, ids = outlined(site.register.dialogues), site.views.ids
    past = bisect_left(ids, site.year, key=lambda id: dialogues.outlines[id].begins[0].year)

    def run(ids: Sequence[str], today: ObservedDay) -> Run:
        views = Views(site.register.of_dialogues(dialogues.some(ids)), today).dialogues
        return indexer.run([_dialogue(site, views[id]) for id in ids])

    length = RUN_LENGTH_OF_PRESENT if len(ids) < MANY else None
    return [*runs(ids[:past])], [*runs(ids[past:], length)], run


def _units(site: Site) -> list[FoundPage]:
    """Those that exist last and so found first, and among them the districts, each level by name."""
    units = sorted(
        site.register.units.values(),
        key=lambda unit: (unit.exists_on(site.today), not unit.level.is_nearest, unit_sort_key(unit.name), unit.id),
    )
    told = units_not_there(site.register, site.today, site.words.found)
    return [_unit(site, unit, told.get(unit.id, site.words.found.unit)) for unit in units]


def _unit(site: Site, unit: Unit, line: str) -> FoundPage:
    place = unit_place(unit, site.register)
    old_names = [old.name for id in unit.predecessors if (old := site.register.named_unit(id))]
    old_names += [unit_place(then, site.register) for _, _, then in unit.eras() if then is not unit]
    return FoundPage(
        addresses.unit_page(unit), place, line, (unit.name,), (place, *old_names), is_named=True,
    )


def _dialogue(site: Site, view: DialogueView) -> FoundPage:
    dialogue, title = view.dialogue, site.title_of(view.dialogue)
    when, registration = view.when or view.undone, dialogue.registration
    day = when_unbroken(when, site.words) if when else period_text(registration.period) if registration else None
    status = site.words.status_asked[view.status] or site.words.status[view.status]
    told = status if view.row.is_moved or not view.is_upcoming else None  # the day says so, also once it is past
    facts = (unit_place(view.unit, site.register), day, told and one_line_between_commas(told))
    undone = status if view.row.undoes_day else None  # who asks for it wants these first
    month = site.words.pages.dialogues_of_month.title.format(year=when.day.year, month=when.day.month) if when else None
    return FoundPage(
        view.page, title, " · ".join(fact for fact in facts if fact),
        tuple(text for text in (title, dialogue.topic, undone, month) if text), tuple(_texts(view, site.words.found)),
    )


def _texts(view: DialogueView, words: Found) -> Iterator[str]:
    """What may be shown of a dialogue, one thing a text, so that a reader sees in which the words stand."""
    dialogue = view.dialogue
    if dialogue.topic:
        yield dialogue.topic
    if dialogue.subjects:
        yield "; ".join(dialogue.subjects)
    if view.venue:
        yield ", ".join(text for text in (view.venue.name, view.venue.address) if text)
    if dialogue.held and dialogue.held.summary:
        yield _plain(dialogue.held.summary)
    for opinion in dialogue.opinions:
        yield words.opinion.format(opinion=opinion.summary) + (f" ({opinion.area})" if opinion.area else "")
        if opinion.answer:
            by = f" ({opinion.answer.by})" if opinion.answer.by else ""
            number = f" ({opinion.answer.document_number})" if opinion.answer.document_number else ""
            yield words.answer.format(answer=_plain(opinion.answer.text)) + by + number
    if conclusion := dialogue.conclusion:
        yield " ".join(text for text in (words.conclusion, conclusion.number, _plain(conclusion.text or "")) if text)
    for commitment in dialogue.commitments:
        yield words.commitment.format(commitment=commitment.text, agency=commitment.agency)


def _plain(text: str) -> str:
    return single_spaced(plain_words(text))
