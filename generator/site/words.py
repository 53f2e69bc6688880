"""The vocabulary: the one Vietnamese word or phrase for each state, kind and level, read from ``words.yml``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from generator.reading.yaml_text import TextLoader


class Section(dict[str, str]):
    """A template may ask for a word by its name after a dot."""

    def __getattr__(self, name: str) -> str:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None


@dataclass(frozen=True)
class Words:
    """A section per enumeration, keyed by its values: ``words.status["held"]``; a missing word is a KeyError.

    ``party_committee`` and ``deputy`` name posts by a unit's type, ``titles`` make a dialogue's title,
    ``none_owed`` and the like in ``figures`` stand where a number would mislead, ``feeds`` is for the calendars. ``duty``
    says what has to be done, ``duty_days`` how long it still has, ``deadline`` names its last day in a calendar.
    """

    status: Section
    kind: Section
    standing: Section
    step: Section
    clock: Section
    no_duty: Section
    commitment: Section
    outcome: Section
    change: Section
    answer: Section
    mode: Section
    part_of_day: Section
    count_of: Section
    precision: Section
    level: Section
    post: Section
    deputy: Section
    party_committee: Section
    handling: Section
    titles: Section
    report: Section
    duty: Section
    duty_state: Section
    duty_days: Section
    deadline: Section
    figures: Section
    feeds: Section

    @classmethod
    def read(cls, path: Path) -> Words:
        """Every value is text. A section that is missing or that nobody knows is a TypeError."""
        sections = yaml.load(path.read_text(encoding="utf-8"), TextLoader)
        return cls(**{name: Section(words) for name, words in sections.items()})
