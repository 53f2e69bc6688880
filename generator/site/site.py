"""The site to be: a checked register, a day and the templates; whole, or the part that a district or a year has."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import Any, Callable, Mapping, TypeVar

import jinja2
from markupsafe import Markup

from generator.consequences.progress import Pace, Progress, pace, progress
from generator.consequences.status import by_year
from generator.consequences.views import Views
from generator.keeping.kept_results import KeptResults
from generator.model import Dialogue, Register, Unit, addresses
from generator.site import formatting
from generator.site.plain_templates import PlainEnvironment
from generator.site.words import Words

Result = TypeVar("Result")


@dataclass(frozen=True)
class Site:
    """``today`` is a day in Asia/Ho_Chi_Minh; ``templates`` is the folder ``site_templates``.

    ``documents`` is the folder of the files that ``register.documents`` names, ``handwritten`` that of the pages in
    Markdown.
    """

    register: Register
    today: date
    templates: Path
    documents: Path = Path("documents")
    handwritten: Path = Path("pages")
    kept: KeptResults | None = None
    """What earlier builds worked out; None where nothing is kept."""
    whole: Site | None = None
    """The site that this one is a part of; None for the whole."""
    district: Unit | None = None
    """The one whose part this is; None for a part of another kind and for the whole."""
    shown_year: int | None = None
    """The year of ``by_shown_year`` whose part this is, or a part of its part; likewise."""

    def of_district(
        self, district: Unit, dialogues: Mapping[str, Dialogue] | None, today: date, shown_year: int | None = None
    ) -> Site:
        """The part that a unit at the top and its communes have for themselves; it sees no other's dialogues.

        ``dialogues`` are those of their dialogues that it sees, by id; None for all. ``shown_year`` is the year that they
        are shown with, where they are of one.
        """
        return self._part(self.register.of_district(district, dialogues), today, district=district, shown_year=shown_year)

    def of_year(self, year: int, dialogues: Mapping[str, Dialogue], today: date) -> Site:
        """The part that a year has for itself; it sees its ``dialogues``, by id, and no other year's, nor other rules."""
        return self._part(self.register.of_year(year, dialogues), today)

    def of_shown_year(self, year: int, today: date) -> Site:
        """The part that is shown with one of ``by_shown_year``; it sees its dialogues and no others."""
        return self._part(self.register.of_dialogues(self.by_shown_year[year]), today, shown_year=year)

    def of_each_year(self, make: Callable[[Site], Result]) -> dict[int, Result]:
        """What ``make`` makes of the part of each year that is shown."""
        return {year: make(self.of_shown_year(year, self.today)) for year in self.by_shown_year}

    def _part(self, register: Register, today: date, **part_of: Any) -> Site:
        part = replace(self, register=register, today=today, whole=self, **part_of)
        vars(part).update(words=self.words, events=self.events, _environment=self._environment)  # made once for all parts
        return part

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Those that have their pages and feeds here, in the register's order."""
        if self.district is None:
            return tuple(self.register.units.values())
        return tuple(unit for unit in self.register.units.values() if self.district.id in (unit.id, unit.parent_id))

    @cached_property
    def districts(self) -> tuple[Unit, ...]:
        """Those of ``units`` that lie in no other."""
        return tuple(unit for unit in self.units if unit.parent_id is None)

    @cached_property
    def words(self) -> Words:
        return Words.read(self.templates / "words.yml")

    @cached_property
    def events(self) -> dict[str, Any]:
        """What ``calendar_events`` has made so far, by the dialogue's id."""
        return {}

    @cached_property
    def year(self) -> int:
        """The year of the "as of" day, or the newest year with rules that is not after it; a part has the whole's."""
        if self.whole:
            return self.whole.year
        years = [year for year in self.register.rules if year <= self.today.year]
        return max(years, default=min(self.register.rules))

    @cached_property
    def by_shown_year(self) -> Mapping[int, Mapping[str, Dialogue]]:
        """The dialogues, by id, of each year that has rules, or dialogues, and is not after ``year``, the oldest first; what
        counts in a later year is shown with that one. A part knows the whole's."""
        if self.whole:
            return self.whole.by_shown_year
        return by_year(self.register.dialogues, (year for year in self.register.rules if year <= self.year), self.year)

    @cached_property
    def views(self) -> Views:
        return Views(self.register, self.today)

    @cached_property
    def _progress(self) -> dict[tuple[int, date], Progress]:
        return {}

    def progress(self, year: int, day: date | None = None) -> Progress:
        """As of ``day``, or of today, but never after the year's last cut-off; each is worked out once."""
        end = self.register.rules[year].cutoffs.year_end
        key = year, min(day or self.today, end)
        if key not in self._progress:
            self._progress[key] = progress(self.register, *key)
        return self._progress[key]

    def pace(self, year: int) -> Pace:
        """As of the day of ``progress``; each is worked out once."""
        if year not in self._paces:
            self._paces[year] = pace(self.register, self.progress(year))
        return self._paces[year]

    @cached_property
    def _paces(self) -> dict[int, Pace]:
        return {}

    @cached_property
    def _environment(self) -> jinja2.Environment:
        environment = PlainEnvironment(
            loader=jinja2.FileSystemLoader(self.templates),
            autoescape=jinja2.select_autoescape(disabled_extensions=("txt",), default=True),  # plain text has no tags
            trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=False,
            bytecode_cache=self.kept.templates if self.kept else None,
        )
        environment.globals = {  # nothing more, since Jinja goes through all of them at each import
            "words": self.words, "addresses": addresses,
        }
        environment.filters.update(formatting.filters(self.register, self.words))
        return environment

    def compile_templates(self) -> None:
        """All but the theme's, to be ``kept`` until they are asked for; nothing where nothing is kept."""
        own = [name for name in self._environment.list_templates(("html", "txt")) if not name.startswith("theme/")]
        for name in own if self.kept else ():
            self._environment.get_template(name)

    def render(self, template: str, page: str = "", **shown: Any) -> Markup:
        """The template's text for the page at address ``page``; ``url(address)`` in it makes relative links."""
        url = partial(addresses.relative, page)
        own = {"site": self, "register": self.register, "today": self.today}
        return Markup(self._environment.get_template(template).render(url=url, page=page, **own, **shown))
