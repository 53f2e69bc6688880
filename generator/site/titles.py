"""What the site calls its pages, its files and the lines of its calendars, as ``titles.yml`` has it."""

from pydantic import BaseModel, ConfigDict


class Titles(BaseModel):
    """A section: an entry that is missing, or that has no field here, is a ``ValidationError``."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Described(Titles):
    title: str
    description: str

    def filled(self, **called: object) -> tuple[str, str]:
        """Both, with the same values in them."""
        return self.title.format(**called), self.description.format(**called)


class SharePicture(Titles):
    about: str
    sample: str


class Pages(Titles):
    """In a unit's, ``existence`` sets a closed unit apart."""

    calendar: Described
    commitments: Described
    commitment_agencies: Described
    commitments_of_district: Described
    conclusions: Described
    conclusions_of_district: Described
    corrections: Described
    corrections_of_year: Described
    dialogues_of_month: Described
    dialogues_of_year: Described
    dialogues_without_day: Described
    downloads: Described
    moved: Described
    news: Described
    news_of_district: Described
    earlier_years: Described
    handbook_booklet: Described
    handbook_clerk: Described
    handbook_commission: Described
    handbook_keeper: Described
    handbook_unit: Described
    notice: Described
    past_notice: Described
    progress: Described
    quarter_list: Described
    record_editor: Described
    record_form: Described
    releases: Described
    search: Described
    share_picture: SharePicture
    subscribe: Described
    unit: Described
    units: Described


class Labels(Titles):
    home: str
    unit_below: str
    committee: str
    no_area: str
    area_of: str
    any_of: str
    year: str
    venue: str
    exists_until: str
    exists_from: str
    old_time: str
    duty_list: str
    duty_group: str
    kept_whole: str
    duty_all: str
    duty_next: str
    duty_other_units: str
    duty_though: str
    duty_posts: str
    duty_of_several: str
    of_old_unit: str


class FeedLinks(Titles):
    unit: str
    commune: str
    district: str
    district_own: str
    tentative: str


class FoundTitle(Titles):
    title: str
    text: str


class FoundPages(Titles):
    calendar: FoundTitle
    units: FoundTitle
    conclusions: FoundTitle
    commitments: FoundTitle
    progress: FoundTitle
    news: FoundTitle
    subscribe: FoundTitle
    downloads: FoundTitle
    releases: FoundTitle
    corrections: FoundTitle
    record_form: FoundTitle


class Found(Titles):
    handbook: str
    unit: str
    old_unit: str
    old_unit_until: str
    future_unit: str
    opinion: str
    answer: str
    conclusion: str
    commitment: str


class EventLines(Titles):
    held_as_planned: str
    moved: str
    planned: str
    reason: str
    no_reason: str
    attendance: str
    opinions: str
    summary: str
    conclusion: str
    numbered: str
    dated: str
    commitment: str
    due: str
    more_commitments: str
    opinion: str
    answer: str
    answered_by: str
    more_opinions: str
    presided_by: str
    attended: str
    co_organisers: str
    subjects: str
    mode: str
    further_sites: str
    notice: str
    online: str
    who: str
    opinions_to: str
    attend_to: str
    first_day: str
    last_day: str
    contact: str
    link: str


class Tables(Titles):
    """By the names of the tables."""

    units: Described
    dialogues: Described
    ledger: Described
    progress: Described
    pace: Described
    conclusions: Described
    commitments: Described
