"""A search index in small files: a phone asks for the few that its words need, however large the register is."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from itertools import chain, pairwise
from operator import sub
from typing import Iterable, Iterator, Mapping, NamedTuple, Sequence

from pydantic_core import to_json

from generator.text.vietnamese import fold

DOCUMENTS_IN_A_FILE = 4
SHARD_BYTES = 20_000
"""Above this, before compression, a shard gives the words that begin alike and weigh most to a shard of their own."""
PREFIX_MARK = "_"
"""Closes the beginning of a word that a name goes on from: "so da_" leads to Sở Dầu."""

_WORD = re.compile(r"[^\W_]+")
_BARE_WORD = re.compile(r"[a-z0-9]+")
_ZEROS = re.compile(r"^0+(?=\d+$)")
_DAY_IN_WORDS = re.compile(r"(?<!\S)(\d\d?) thang (\d\d?)(?!\S)")
_MONTH_IN_WORDS = re.compile(r"(?<!\S)thang (\d\d?) nam (\d{4})(?!\S)")

_Term = str | tuple[str, str]
"""A word or the beginning of a name; or a pair of neighbours, put together once for all documents."""


@dataclass(frozen=True)
class FoundPage:
    """A page as search shows it, and the words that lead to it.

    ``line`` stands below the title. Words of ``weighty`` texts count more than those of ``line`` and ``texts``, one of
    which is shown where it holds the words, and of ``called``, which is not shown. ``is_named``: the beginning of a word in
    ``weighty`` is enough.
    """

    address: str
    title: str
    line: str
    weighty: tuple[str, ...]
    texts: tuple[str, ...] = ()
    is_named: bool = False
    called: tuple[str, ...] = ()


class Run(NamedTuple):
    """Documents that follow one another, ready to be ``joined`` with others, whatever their numbers will be.

    ``shown`` is the JSON of each. Beside each of the ``terms`` stand the ``first`` and the ``last`` of its numbers, counted
    from the run's first document, and the ``steps`` from each number to the next as JSON, with a comma before each.
    """

    shown: Sequence[bytes]
    terms: Sequence[str]
    first: Sequence[int]
    last: Sequence[int]
    steps: Sequence[str]


def search_files(
    runs: Sequence[Run], first: int, units: Sequence[str] = (), called: Sequence[str] = (),
    everyday: Mapping[str, str] | None = None,
) -> Iterator[tuple[str, bytes]]:
    """Names and contents of the index, all JSON: ``chi-muc`` (index) tells the rest apart, ``tu-…`` hold words, numbers
    results. ``units`` are the titles of the last of the ``first`` documents, from the last one back; ``called`` is all that
    people call pages, and ``everyday`` what they say for what an office writes: a page that nobody searches brings neither.

    Among pages that match alike the later of the documents stands before the earlier, the ``first`` of them before all
    others. A document's number is its place among all, so that adding a later one changes little. A term's numbers are
    doubled, with one more where it is weighty; each list is in ascending order and holds the differences only.
    """
    whole = joined(runs)
    lists = {term: f"{lowest}{steps}" for term, lowest, steps in zip(whole.terms, whole.first, whole.steps, strict=True)}
    shards = dict(_shards({term: len(term) + 3 * (numbers.count(",") + 1) for term, numbers in lists.items()}))
    names = sorted(shards)
    yield "chi-muc.json", to_json({
        "first": first, "units": units, "called": called, "everyday": everyday or {},
        "inAFile": DOCUMENTS_IN_A_FILE, "shards": names,
    })
    for name in names:
        # No term holds a sign that JSON would escape.
        yield shard_file(name), "{{{}}}".format(",".join([f'"{term}":[{lists[term]}]' for term in shards[name]])).encode()
    for start in range(0, len(whole.shown), DOCUMENTS_IN_A_FILE):
        yield f"{start // DOCUMENTS_IN_A_FILE}.json", b"[%b]" % b",".join(whole.shown[start:start + DOCUMENTS_IN_A_FILE])


def shard_file(name: str) -> str:
    """The prefix keeps off names that a file must not have everywhere: "con" is a word, and a device of Windows."""
    return f"tu-{name.replace(' ', '-')}.json"


class Indexer:
    """Makes runs of documents. Folds each spelling once: a language has few words and a register many texts."""

    def __init__(self) -> None:
        self._folded = _Folded()

    def run(self, documents: Sequence[FoundPage]) -> Run:
        shown = tuple(
            to_json((document.address, document.title, document.line, document.texts, *filter(None, [document.called])))
            for document in documents
        )
        found: dict[_Term, list[int]] = defaultdict(list)
        for number, document in enumerate(documents):
            weighty = self._terms(document.weighty)
            if document.is_named:
                weighty |= {beginning for term in weighty for beginning in _beginnings(_written(term))}
            for numbers in map(found.__getitem__, weighty):
                numbers.append(2 * number + 1)
            others = self._terms((document.line, *document.texts, *document.called))
            others -= weighty
            once = 2 * number
            for numbers in map(found.__getitem__, others):
                numbers.append(once)
        written = [f",{step}" for step in range(2 * len(documents))]
        lists = dict(sorted(zip(map(_written, found), found.values(), strict=True)))  # so that the same words give the same run
        return Run(
            shown, [*lists], [numbers[0] for numbers in lists.values()], [numbers[-1] for numbers in lists.values()],
            ["".join([written[step] for step in map(sub, numbers[1:], numbers)]) for numbers in lists.values()],
        )

    def _terms(self, texts: Iterable[str]) -> set[_Term]:
        """The folded words of the texts, and the pairs of neighbours within each of them."""
        terms: set[_Term] = set()
        for text in texts:
            composed = unicodedata.normalize("NFC", text)
            words = [*chain.from_iterable(map(self._folded.__getitem__, composed.split()))]
            terms.update(words, pairwise(words))
            if "tháng" in composed:
                terms.update(_neighbours_in_days(" ".join(words)))
        return terms


class _Folded(dict[str, tuple[str, ...]]):
    """The folded words of what stands between two spaces; a number is the same with and without zeros before it."""

    def __missing__(self, piece: str) -> tuple[str, ...]:
        words = tuple(
            _ZEROS.sub("", word) for written in _WORD.findall(piece) for word in _BARE_WORD.findall(fold(written))
        )
        self[piece] = words
        return words


def _neighbours_in_days(words: str) -> Iterator[_Term]:
    """The numbers that stand side by side in 15/9/2023, where "ngày 15 tháng 9 năm 2023" is written."""
    for pattern in (_DAY_IN_WORDS, _MONTH_IN_WORDS):
        yield from pattern.findall(words)


def _written(term: _Term) -> str:
    return term if isinstance(term, str) else " ".join(term)


def _beginnings(term: str) -> Iterator[str]:
    """The term with its last word cut short, down to its first letter: "so d_", "so da_" of "so dau"."""
    for length in range(term.rfind(" ") + 2, len(term)):
        yield term[:length] + PREFIX_MARK


def joined(runs: Iterable[Run]) -> Run:
    """One run of the documents of all, in their order."""
    first, last, steps, shown = dict[str, int](), dict[str, int](), dict[str, list[str]](), list[bytes]()
    for run in runs:
        start = 2 * len(shown)
        for term, lowest, highest, between in zip(run.terms, run.first, run.last, run.steps, strict=True):
            if term in last:
                steps[term].append(f",{start + lowest - last[term]}{between}")
            else:
                first[term], steps[term] = start + lowest, [between]
            last[term] = start + highest
        shown += run.shown
    return Run(shown, [*first], [*first.values()], [*last.values()], ["".join(some) for some in steps.values()])


def _shards(sizes: Mapping[str, int]) -> Iterator[tuple[str, list[str]]]:
    """Each shard's terms by its name; a term stands in the shard with the longest name that the term begins with."""

    def split(name: str, terms: list[str]) -> Iterator[tuple[str, list[str]]]:
        branches: dict[str, list[str]] = defaultdict(list)
        for term in terms:
            branches[term[:len(name) + 1]].append(term)
        own = branches.pop(name, [])
        weights = {branch: sum(sizes[term] for term in below) for branch, below in branches.items()}
        weight = sum(sizes[term] for term in terms)
        for branch in sorted(weights, key=lambda branch: (-weights[branch], branch)):
            if weight <= SHARD_BYTES:
                own += branches[branch]
            else:
                yield from split(branch, branches[branch])
                weight -= weights[branch]
        yield name, sorted(own)

    yield from split("", list(sizes))
