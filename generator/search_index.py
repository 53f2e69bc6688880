"""A search index in small files: a phone asks for the few that its words need, however large the register is."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from operator import sub
from typing import Any, Iterable, Iterator, Mapping, Sequence

from generator.vietnamese import fold

DOCUMENTS_IN_A_FILE = 4
SHARD_BYTES = 20_000
"""Above this, before compression, a shard gives the words that begin alike and weigh most to a shard of their own."""
PREFIX_MARK = "_"
"""Closes the beginning of a word that a name goes on from: "so da_" leads to Sở Dầu."""

_WORD = re.compile(r"[^\W_]+")
_BARE_WORD = re.compile(r"[a-z0-9]+")

Postings = Mapping[str, Sequence[int]]


@dataclass(frozen=True)
class Document:
    """A page as search shows it, and the words that lead to it.

    ``line`` stands below the title. Words of ``weighty`` texts count more than those of ``line`` and ``texts``, one of
    which is shown where it holds the words. ``is_named``: the beginning of a word in ``weighty`` is enough.
    """

    address: str
    title: str
    line: str
    weighty: tuple[str, ...]
    texts: tuple[str, ...] = ()
    is_named: bool = False


def search_files(documents: Sequence[Document], first: int) -> Iterator[tuple[str, bytes]]:
    """Names and contents of the index, all JSON: ``chi-muc`` (index) tells the rest apart, ``tu-…`` hold words, numbers results.

    Among pages that match alike the later of ``documents`` stands before the earlier, the ``first`` of them before all
    others. A document's number is its place in ``documents``, so that adding a later one changes little.
    """
    shards = dict(_shards(_postings(documents)))
    names = sorted(shards)
    yield "chi-muc.json", _json({"first": first, "inAFile": DOCUMENTS_IN_A_FILE, "shards": names})
    for name in names:
        yield shard_file(name), _json(shards[name])
    for start in range(0, len(documents), DOCUMENTS_IN_A_FILE):
        shown = [
            (document.address, document.title, document.line, document.texts)
            for document in documents[start:start + DOCUMENTS_IN_A_FILE]
        ]
        yield f"{start // DOCUMENTS_IN_A_FILE}.json", _json(shown)


def shard_file(name: str) -> str:
    """The prefix keeps off names that a file must not have everywhere: "con" is a word, and a device of Windows."""
    return f"tu-{name.replace(' ', '-')}.json"


def _postings(documents: Sequence[Document]) -> Postings:
    """Words and pairs of neighbours, each with the numbers of its documents, doubled, and one more where it is weighty.

    Each list is in ascending order and holds the differences only.
    """
    words = _Words()
    found: dict[str, list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        weighty = words.terms(document.weighty)
        if document.is_named:
            weighty |= {beginning for term in weighty for beginning in _beginnings(term)}
        for term in weighty:
            found[term].append(2 * number + 1)
        for term in words.terms((document.line, *document.texts)) - weighty:
            found[term].append(2 * number)
    return {term: [numbers[0], *map(sub, numbers[1:], numbers)] for term, numbers in found.items()}


class _Words:
    """Folds each spelling once: a language has few words and a register many texts."""

    def __init__(self) -> None:
        self._folded: dict[str, list[str]] = {}

    def terms(self, texts: Iterable[str]) -> set[str]:
        """The folded words of the texts, and the pairs of neighbours within each of them."""
        terms: set[str] = set()
        for text in texts:
            words = self._words(text)
            terms.update(words)
            terms.update([f"{left} {right}" for left, right in pairwise(words)])
        return terms

    def _words(self, text: str) -> list[str]:
        words: list[str] = []
        for written in _WORD.findall(unicodedata.normalize("NFC", text)):
            folded = self._folded.get(written)
            if folded is None:
                folded = self._folded[written] = _BARE_WORD.findall(fold(written))
            words += folded
        return words


def _beginnings(term: str) -> Iterator[str]:
    """The term with its last word cut short, down to its first letter: "so d_", "so da_" of "so dau"."""
    for length in range(term.rfind(" ") + 2, len(term)):
        yield term[:length] + PREFIX_MARK


def _shards(postings: Postings) -> Iterator[tuple[str, Postings]]:
    """Each shard by its name; a term stands in the shard with the longest name that the term begins with."""
    sizes = {term: len(term) + 3 * len(numbers) for term, numbers in postings.items()}

    def split(name: str, terms: list[str]) -> Iterator[tuple[str, Postings]]:
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
        yield name, {term: postings[term] for term in sorted(own)}

    yield from split("", list(postings))


def _json(content: Any) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
