"""The recorded facts, as frozen records, and their public addresses; nothing in them is worked out; imports ``text``."""

from generator.model.agencies import Agency, AgencyList
from generator.model.corrections import Correction, Redaction
from generator.model.dialogue import Dialogue, Kind, Mode, Source
from generator.model.follow_up import (
    Answer,
    Commitment,
    CommitmentUpdate,
    Conclusion,
    Document,
    Handling,
    Opinion,
    Outcome,
    TakeOver,
)
from generator.model.held import Attendance, CountOf, Held, OpinionCount, Precision
from generator.model.levels import LEVELS_THAT_OWE, Level
from generator.model.planned import UNKNOWN_DAY, Announcement, Demand, Notice, Participation, Registration, ScheduleState
from generator.model.planned_period import Period, PeriodKind
from generator.model.posts import OnePersonInBothPosts, Post, Vacancy
from generator.model.reforms import Extent, ReformFile, Unfollowed, UnitChange
from generator.model.register import Register
from generator.model.register_facts import RegisterFacts
from generator.model.rules import Closing, Deadlines, Rules, RulesChange
from generator.model.submissions import QUARTERLY, Report, Submission, SubmissionFile
from generator.model.units import Commune, Unit, UnitFile
from generator.model.who_and_where import PartOfDay, Presider, Venue

__all__ = [
    "Agency", "AgencyList",
    "Announcement", "Answer", "Attendance", "Closing", "Commitment", "CommitmentUpdate", "Commune", "Conclusion", "Correction",
    "CountOf", "Deadlines", "Demand", "Dialogue", "Document", "Extent", "Handling", "Held", "Kind", "LEVELS_THAT_OWE", "Level",
    "Mode", "Notice", "OnePersonInBothPosts", "Opinion", "OpinionCount", "Outcome", "Participation", "PartOfDay", "Period",
    "PeriodKind", "Post", "Precision", "Presider", "QUARTERLY", "Redaction", "ReformFile",
    "Register", "RegisterFacts", "Registration",
    "Report", "Rules",
    "RulesChange", "ScheduleState", "Source", "Submission", "SubmissionFile", "TakeOver", "UNKNOWN_DAY", "Unfollowed", "Unit",
    "UnitChange", "UnitFile",
    "Vacancy", "Venue",
]
