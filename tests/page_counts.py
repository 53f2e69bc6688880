"""Counts on a page held against each other: the parts of a sentence against its whole, a count against the rows beside it."""

from __future__ import annotations

import re
from typing import Iterator

from tests.page_text import shown

NUMBER = r"(\d+(?:\.\d{3})*)"
PART = rf"{NUMBER} [^;.:\d][^;.:]*"
WHOLE_AND_PARTS = re.compile(rf"(?:^|[.,;] ){NUMBER} (?:cam kết|cuộc)[^.:;\d]*: ({PART}(?:; {PART})*)")
"""432 cam kết: 41 quá hạn; …"""
KEPT_AND_OTHERS = re.compile(rf"Đã giải quyết {NUMBER} trên {NUMBER} cam kết((?:; {PART})*)")
SHARE = re.compile(rf"{NUMBER} trên {NUMBER}(?:(?: [^()\d;.]*)?\((\d+)%\))?")
SENTENCE = re.compile(r"<(p|li|td|dd|small|caption|summary)(?=[ >])[^>]*>(.*?)</\1>", re.DOTALL)
HEADING = re.compile(r"<h([2-4])[^>]*>(.*?)</h\1>", re.DOTALL)
COUNT_OF_A_HEADING = re.compile(rf"\({NUMBER}(?: cuộc)?\)$")
TABLE = re.compile(r"<table[^>]*>\s*<caption[^>]*>(.*?)</caption>(.*?)</table>", re.DOTALL)
LINE = re.compile(r'<li[ >]|<th scope="row"')
FOLDED_ROWS = re.compile(rf"\s*<details[^>]*>\s*<summary>{NUMBER} cam kết tiếp theo</summary>")


def disagreements(body: str) -> Iterator[str]:
    """The words of each count that another one on the same page makes untrue."""
    for _, sentence in SENTENCE.findall(body):
        yield from _of_a_sentence(shown(sentence))
    for heading in HEADING.finditer(body):
        count = COUNT_OF_A_HEADING.search(shown(heading[2]))
        below = re.split(rf"<h[1-{heading[1]}][ >]", body[heading.end():])[0]
        if count and _number(count[1]) != len(LINE.findall(below)):
            yield shown(heading[2])
    for table in TABLE.finditer(body):
        caption, folded = shown(table[1]), FOLDED_ROWS.match(body, table.end())
        count = re.match(rf"{NUMBER} (?:cam kết|cuộc)", caption)
        if count and _number(count[1]) != table[2].count('<th scope="row"') + (_number(folded[1]) if folded else 0):
            yield caption


def _of_a_sentence(sentence: str) -> Iterator[str]:
    for whole, parts, *_ in WHOLE_AND_PARTS.findall(sentence):
        if _number(whole) != _sum(parts):
            yield sentence
    for kept, whole, others, *_ in KEPT_AND_OTHERS.findall(sentence):
        if _number(whole) != _number(kept) + _sum(others):
            yield sentence
    for done, whole, percent in SHARE.findall(sentence):
        share = 100 * _number(done) // _number(whole) if _number(whole) else 0
        if _number(done) > _number(whole) or (percent and share != int(percent)):
            yield sentence


def _sum(parts: str) -> int:
    return sum(map(_number, re.findall(rf"(?:^|; ){NUMBER} ", parts)))


def _number(written: str) -> int:
    return int(written.replace(".", ""))
