"""What the form of a record and the page that adds to one call their groups, and why they add nothing."""

from generator.site.titles import Titles


class RecordForm(Titles):
    dialogue: str
    plan: str
    announcement: str
    result: str
    conclusion: str
    audiences: str
    mode: str
    attendance: str
    precision: str
    count_of: str
    total_precision: str
    period: str
    co_organisers: str
    further_sites: str
    attended: str
    opinions: str
    opinion: str
    more_opinions: str
    handling: str
    required: str
    one_a_line: str
    wrong_form: str
    unknown_field: str
    unseen: str
    commitments: str
    commitment: str
    more_commitments: str
    refusals: dict[str, str]
