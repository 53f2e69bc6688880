"""The vocabulary: the one Vietnamese word or phrase for each state, kind and level, read from ``words.yml``, and the titles
beside it, read from ``titles.yml``."""

from pathlib import Path
from typing import Annotated, Any, NamedTuple, get_origin, get_type_hints

import yaml
from pydantic import ValidationError

from generator.consequences.announcements import AnnouncementStep
from generator.consequences.clocks import ClockState, NoDuty, Step
from generator.consequences.commitment_standing import CommitmentState
from generator.consequences.duty import DutyKind, DutyState
from generator.consequences.occurrence import Occurrence
from generator.consequences.standings import Standing, Verdict
from generator.consequences.states import AnswerKind, Apart, ChangeKind, Status
from generator.keeping.kept_beside_the_program import kept_beside_the_program
from generator.keeping.packed import Packed
from generator.model import CountOf, Handling, Kind, Level, Mode, Outcome, PartOfDay, Post, Precision, Report, ScheduleState
from generator.reading.yaml_text import TextLoader
from generator.site.open_data_titles import ColumnTypes, OpenData
from generator.site.record_form_titles import RecordForm
from generator.site.titles import EventLines, FeedLinks, Found, FoundPages, Labels, Pages, Tables, Titles


class Section(dict[str, str]):
    """A template may ask for a word by its name after a dot."""

    def __getattr__(self, name: str) -> str:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None


class Words(NamedTuple):
    """A section or more for each enumeration, with a word for each member under its value, and for nothing else:
    ``words.status["held"]``. It is empty where nothing is to be said.

    ``party_committee`` and ``deputy`` name posts by a unit's type, ``titles`` make a dialogue's title,
    ``none_owed`` and the like in ``figures`` stand where a number would mislead, ``feeds`` is for the calendars. ``duty``
    says what has to be done, ``duty_kind`` the same in sums, ``duty_days`` how long it still has, ``deadline`` names its
    last day in a calendar.
    ``corrected`` names the fields of a dialogue by their patterns. ``named_first`` are types of units in their order;
    ``with_districts`` and ``without_districts`` say the same things of a day with districts and of one without.
    """

    status: Annotated[Section, Status]
    status_asked: Annotated[Section, Status]
    status_notice: Annotated[Section, Status]
    status_outlook: Annotated[Section, Status]
    status_taking_part: Annotated[Section, Status]
    status_undone: Annotated[Section, Status]
    status_no_time: Annotated[Section, Status]
    status_short: Annotated[Section, Status]
    status_poster: Annotated[Section, Status]
    status_spoken: Annotated[Section, Status]
    status_spoken_end: Annotated[Section, Status]
    status_link: Annotated[Section, Status]
    compared: Section
    occurrence: Annotated[Section, Occurrence]
    apart: Annotated[Section, Apart]
    apart_text: Annotated[Section, Apart]
    history: Annotated[Section, AnnouncementStep]
    entry: Annotated[Section, ScheduleState]
    entry_undone: Section
    entry_news: Annotated[Section, ScheduleState]
    entry_news_old: Annotated[Section, ScheduleState]
    entry_event: Annotated[Section, ScheduleState]
    entry_mark: Annotated[Section, ScheduleState]
    entry_event_day: Annotated[Section, ScheduleState]
    entry_event_plan: Annotated[Section, ScheduleState]
    kind: Annotated[Section, Kind]
    standing: Annotated[Section, Standing]
    verdict: Annotated[Section, Verdict]
    step: Annotated[Section, Step]
    clock: Annotated[Section, ClockState]
    clock_days: Annotated[Section, ClockState]
    clock_term: Section
    clock_done: Section
    no_duty: Annotated[Section, NoDuty]
    commitment: Annotated[Section, CommitmentState]
    commitment_days: Annotated[Section, CommitmentState]
    commitment_silence: Annotated[Section, CommitmentState]
    outcome: Annotated[Section, Outcome]
    change: Annotated[Section, ChangeKind]
    answer: Annotated[Section, AnswerKind]
    mode: Annotated[Section, Mode]
    part_of_day: Annotated[Section, PartOfDay]
    count_of: Annotated[Section, CountOf]
    precision: Annotated[Section, Precision]
    level: Annotated[Section, Level]
    post: Annotated[Section, Post]
    deputy: Annotated[Section, Post]
    party_committee: Section
    handling: Annotated[Section, Handling]
    named_first: Section
    with_districts: Section
    without_districts: Section
    titles: Section
    pages: Pages
    labels: Labels
    feed_links: FeedLinks
    found_pages: FoundPages
    found: Found
    record_form: RecordForm
    event: EventLines
    tables: Tables
    open_data: OpenData
    column_types: ColumnTypes
    report: Annotated[Section, Report]
    duty: Annotated[Section, DutyKind]
    duty_kind: Annotated[Section, DutyKind]
    duty_state: Annotated[Section, DutyState]
    duty_days: Section
    deadline: Section
    figures: Section
    feeds: Section
    correction: Section
    corrected_entry: Section
    corrected: Section

    @classmethod
    def read(cls, path: Path) -> "Words":
        """From the file at ``path`` and the titles beside it. Every value is text. A section, a title, or the word of a state,
        that is missing or that nobody knows is a TypeError."""
        contents = [path.read_bytes(), path.with_name("titles.yml").read_bytes()]
        packed = kept_beside_the_program("words", lambda: Packed.of(cls._of(*contents)).content, contents=contents)
        return Packed[Words](packed).value

    @classmethod
    def _of(cls, words_file: bytes, titles_file: bytes) -> "Words":
        sections: dict[str, Any] = dict(**yaml.load(words_file, TextLoader), **yaml.load(titles_file, TextLoader))
        words: dict[str, Any] = {name: Section(words) for name, words in sections.items()}
        wrong: list[str] = []
        for name, kind in get_type_hints(cls, include_extras=True).items():
            known = words.get(name, {})
            if get_origin(kind) is Annotated:
                values = {member.value for member in kind.__metadata__[0]}
                wrong += [f"{name}.{value}" for value in sorted(values ^ known.keys())]
            elif issubclass(kind, Titles):
                try:
                    words[name] = kind.model_validate(known)
                except ValidationError as error:
                    wrong += [".".join(map(str, (name, *found["loc"]))) for found in error.errors()]
        districts = [frozenset(words.get(name, {})) for name in ("with_districts", "without_districts")]
        wrong += [f"without_districts.{name}" for name in sorted(districts[0] ^ districts[1])]
        if wrong:
            raise TypeError(f"words.yml, titles.yml: missing, or nobody's: {', '.join(wrong)}")
        return cls(**words)
