"""Where a line may not break: by the no-break spaces of what pages show."""

from __future__ import annotations

from string import digits
from typing import Callable

from generator.site.words import Words


def one_line(text: str) -> str:
    return text.replace(" ", "\u00a0")


def one_line_between_commas(text: str) -> str:
    """Of a state: "Đã tổ chức" reads as another where a line ends with "Đã"."""
    return ", ".join(map(one_line, text.split(", ")))


def counted(number: str, state: str) -> str:
    """"1 quá hạn", "18 cuộc"."""
    return one_line_between_commas(f"{number} {state}")


def unbroken_by(words: Words) -> Callable[[str], str]:
    """Makes a title one in which no line breaks within a post such as "Bí thư", a committee such as "Quận ủy" or another word
    that reads oddly in halves, nor before a number."""
    committees = (committee.partition(" {")[0] for committee in words.party_committee.values())
    kept = (*words.deputy.values(), *words.post.values(), *committees, *words.labels.kept_whole.split(", "))
    whole = [(part, one_line(part)) for part in (*kept, *(f" {digit}" for digit in digits))]

    def unbroken(title: str) -> str:
        for part, on_one_line in whole:
            title = title.replace(part, on_one_line)
        return title

    return unbroken
