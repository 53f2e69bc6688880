"""The site to be: a checked register on its day, with the templates and the words in which it is shown."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import Any, Callable, Mapping, Sequence, TypeVar

import jinja2
from markupsafe import Markup

from generator.consequences.change import Change
from generator.consequences.dated_changes import changed_in, changes_of
from generator.consequences.outlines import outlined
from generator.consequences.rule_periods import periods_of, report_days
from generator.consequences.snapshot import Snapshot
from generator.keeping.compiled_templates import CompiledTemplates
from generator.keeping.kept_results import KeptResults, runs
from generator.model import Dialogue, Report, Rules, addresses
from generator.site import formatting
from generator.site.form_sets import FormSet, read_form_set
from generator.site.level_words import LevelWords, UnitKind, level_words, unit_kinds
from generator.site.plain_templates import PlainEnvironment
from generator.site.state_words import state_filters
from generator.site.words import Words

Result = TypeVar("Result")


@dataclass(frozen=True)
class Site(Snapshot):
    """What can be shown of a snapshot; what needs no words or templates takes a ``Snapshot``. A part shows as the whole does.

    ``templates`` is the folder ``site_templates``, ``documents`` that of the files that ``register.documents`` names,
    ``handwritten`` that of the pages in Markdown.
    """

    templates: Path
    documents: Path = Path("documents")
    handwritten: Path = Path("pages")
    kept: KeptResults | None = None
    """What earlier builds worked out; None where nothing is kept."""
    written: Mapping[str, bytes] = field(default_factory=dict)
    """Dialogues' files as they were read, by id: what is saved meanwhile has not been checked."""
    beside: Mapping[str, bytes] = field(default_factory=dict)
    """Likewise the other record files, by path below the content folder."""

    def kept_by_year(self, name: str, make: Callable[[Site], Result]) -> dict[int, Result]:
        """What ``make`` makes of the part of each year that is shown, or made of it in an earlier build."""
        def of_year(year: int, ids: Sequence[str]) -> Result:
            if self.kept is None:
                return make(self.of_shown_year(year, self.today))
            kept = self.kept.made_of_each(f"{name}-{year}", [ids], lambda _, today: make(self.of_shown_year(year, today)))
            return kept[0]

        return {year: of_year(year, tuple(own)) for year, own in self.by_shown_year.items()}

    def kept_by_run(self, name: str, make: Callable[[Site], Result]) -> list[Result]:
        """What ``make`` makes of the part of each of some runs of dialogues, or made of it in an earlier build; of all together
        where nothing is kept, and in a part."""
        if self.kept is None or self.whole:
            return [make(self)]
        some, outlines = outlined(self.register.dialogues).some, outlined(self.register.dialogues).outlines
        cut = [*runs(sorted(outlines, key=lambda id: (outlines[id].year, outlines[id].unit, id)))]
        return self.kept.made_of_each(name, cut, lambda ids, today: make(self.of_dialogues(some(sorted(ids)), today)))

    def kept_beside_dialogues(self, name: str, make: Callable[[], Result], beside: bytes = b"") -> Result:
        """What ``make`` makes of no dialogue but what ``beside`` tells, on whatever day, perhaps in an earlier build."""
        return self.kept.made_beside_dialogues(name, make, beside) if self.kept else make()

    @cached_property
    def words(self) -> Words:
        return self.whole.words if self.whole else Words.read(self.templates / "words.yml")

    def form_set(self, rules: Rules) -> FormSet:
        """Of a year's rules or of those of a period. Raises NoFormSet."""
        if rules.forms not in self._form_sets:
            self._form_sets[rules.forms] = read_form_set(self.templates, rules.forms)
        return self._form_sets[rules.forms]

    def report_name(self, report: Report, year: int) -> str:
        """As the forms of its day call it: "báo cáo quý III (BC01, BC02)"."""
        asking = (
            period.rules for period in periods_of(self.register.rules[year]) if report in report_days(period.rules.deadlines)
        )
        rules = next(asking, self.register.rules[year])
        return self.form_set(rules).reports.get(report) or self.words.report[report]

    @property
    def committee(self) -> str:
        """The party committee of the province or city: "Tỉnh ủy"."""
        return self.register.facts.committee or self.words.labels.committee

    def addressee(self, rules: Rules) -> str:
        """Whom the reports of a year, or of a period of it, go to."""
        return rules.addressee or self.form_set(rules).addressee.format(committee=self.committee)

    @cached_property
    def _form_sets(self) -> dict[str | None, FormSet]:
        return self.whole._form_sets if self.whole else {}

    @cached_property
    def unit_kinds(self) -> tuple[UnitKind, ...]:
        """Of the whole register: what is said of its levels is the same in all its parts."""
        return self.whole.unit_kinds if self.whole else unit_kinds(self.register)

    @cached_property
    def levels(self) -> LevelWords:
        return level_words(self.unit_kinds, self.today, self.words)

    def levels_of_year(self, year: int) -> LevelWords:
        """As on the last day of a year that is over: what is told of it is told in its words."""
        return self.levels_until(date(year, 12, 31))

    def levels_until(self, day: date) -> LevelWords:
        """As on the day, or today where it has not come yet."""
        return self.levels if self.today <= day else level_words(self.unit_kinds, day, self.words)

    @property
    def units_page(self) -> str:
        """The address of the list of units."""
        return addresses.UNITS if self.levels.has_districts else addresses.COMMUNES

    @cached_property
    def events(self) -> dict[str, Any]:
        """What ``calendar_events`` has made so far, by the dialogue's id."""
        return self.whole.events if self.whole else {}

    @cached_property
    def written_events(self) -> dict[str, bytes]:
        """The contents of events that an earlier build has written, as far as they are known, by the dialogue's id."""
        return self.whole.written_events if self.whole else {}

    @cached_property
    def entries(self) -> dict[tuple[str, str], bytes]:
        """What ``change_entries`` has written so far, by the dialogue's id and the change's."""
        return self.whole.entries if self.whole else {}

    def changes_of(self, dialogue: Dialogue) -> tuple[Change, ...]:
        """All, up to which day ever; worked out once, since a dialogue stands in the archives of several months."""
        if dialogue.id not in self._changes:
            self._changes[dialogue.id] = changes_of(dialogue, date.max)
        return self._changes[dialogue.id]

    @cached_property
    def _changes(self) -> dict[str, tuple[Change, ...]]:
        return self.whole._changes if self.whole else {}

    @cached_property
    def changed_in_months(self) -> Mapping[date, Mapping[str, Dialogue]]:
        """See ``changed_in``; by id, of the whole register."""
        if self.whole:
            return self.whole.changed_in_months
        found: dict[date, list[str]] = defaultdict(list)
        for months in self.kept_by_run("changed", lambda part: changed_in(part.register.dialogues)):
            for month, ids in months.items():
                found[month] += ids
        every = outlined(self.register.dialogues)
        return {month: every.some(sorted(ids)) for month, ids in found.items()}

    def title_of(self, dialogue: Dialogue) -> str:
        """See ``dialogue_title``; worked out once, since a dialogue stands in many lists and feeds."""
        if dialogue.id not in self._titles:
            self._titles[dialogue.id] = formatting.dialogue_title(dialogue, self.register, self.words)
        return self._titles[dialogue.id]

    @cached_property
    def _titles(self) -> dict[str, str]:
        return self.whole._titles if self.whole else {}

    @cached_property
    def _environment(self) -> jinja2.Environment:
        if self.whole:
            return self.whole._environment
        environment = PlainEnvironment(
            loader=jinja2.FileSystemLoader(self.templates),
            autoescape=jinja2.select_autoescape(disabled_extensions=("txt",), default=True),  # plain text has no tags
            trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=False,
            bytecode_cache=CompiledTemplates.beside(self.templates, "pages"),
        )
        environment.globals = {  # nothing more, since Jinja goes through all of them at each import
            "words": self.words, "addresses": addresses,
        }
        environment.filters.update(formatting.filters(self.register, self.words) | state_filters(self.words))
        environment.filters["dialogue_title"] = self.title_of
        return environment

    def render(self, template: str, page: str = "", **shown: Any) -> Markup:
        """The template's text for the page at address ``page``; ``url(address)`` in it makes relative links."""
        url = partial(addresses.relative, page)
        own = {"site": self, "register": self.register, "today": self.today}
        return Markup(self._environment.get_template(template).render(url=url, page=page, **own, **shown))

    def macro(self, template: str, name: str) -> Callable[..., str]:
        """A macro of the template, for what is written thousands of times."""
        found: Callable[..., str] = getattr(self._environment.get_template(template).module, name)
        return found
