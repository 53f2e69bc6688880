"""The recorded facts, as frozen records, and their public addresses; nothing in them is worked out; imports ``text``."""

from generator.model.corrections import Correction, Redaction
from generator.model.dialogue import Dialogue, Kind, Mode, Source
from generator.model.follow_up import Answer, Commitment, CommitmentUpdate, Conclusion, Document, Handling, Opinion, Outcome
from generator.model.held import Attendance, CountOf, Held, OpinionCount, Precision
from generator.model.planned import UNKNOWN_DAY, Announcement, Demand, Notice, Participation, Registration, ScheduleState
from generator.model.planned_period import Period, PeriodKind
from generator.model.register import Register, RegisterFacts
from generator.model.rules import Closing, Deadlines, Rules, RulesChange
from generator.model.submissions import QUARTERLY, Report, Submission, SubmissionFile
from generator.model.units import LEVELS_THAT_OWE, Commune, Level, OnePersonInBothPosts, Post, Unit, UnitFile, Vacancy
from generator.model.who_and_where import PartOfDay, Presider, Venue

__all__ = [
    "Announcement", "Answer", "Attendance", "Closing", "Commitment", "CommitmentUpdate", "Commune", "Conclusion", "Correction",
    "CountOf", "Deadlines", "Demand", "Dialogue", "Document", "Handling", "Held", "Kind", "LEVELS_THAT_OWE", "Level", "Mode",
    "Notice", "OnePersonInBothPosts", "Opinion", "OpinionCount", "Outcome", "Participation", "PartOfDay", "Period",
    "PeriodKind", "Post", "Precision", "Presider", "QUARTERLY", "Redaction", "Register", "RegisterFacts", "Registration",
    "Report", "Rules",
    "RulesChange", "ScheduleState", "Source", "Submission", "SubmissionFile", "UNKNOWN_DAY", "Unit", "UnitFile", "Vacancy",
    "Venue",
]
