"""What the open data is called as a whole, told alike to every catalogue that lists it: a sample says so in each."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from generator.site.site import Site
from generator.tables.versions import VERSION


class Dataset(NamedTuple):
    """``modified`` is the day that the figures are right at, in Asia/Ho_Chi_Minh; ``version`` that of the files' shape."""

    title: str
    description: str
    keywords: tuple[str, ...]
    modified: date
    version: str = VERSION


def dataset_of(site: Site) -> Dataset:
    facts, words = site.register.facts, site.words.open_data
    title, description = facts.name, facts.description
    if facts.sample:
        title, description = words.sample_title.format(title=title), words.sample_description.format(description=description)
    return Dataset(title, description, (*words.keywords, facts.place), site.today.as_date())
