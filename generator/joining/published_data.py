"""What of a register's published data a page of several registers needs; whatever else stands there is not looked at.

What v1 may add is passed over, and what its first versions had not may be missing.
"""

from datetime import UTC, date, datetime
from typing import Annotated, Any, TypeVar

from pydantic import AwareDatetime, BaseModel, BeforeValidator, FailFast, Field
from pydantic_core import PydanticCustomError

from generator.tables.figures import CutOff

VERSION = "1."
"""How the version of an index begins that this program can read."""
_LONG = 2_000
"""Characters; no name, no topic and no venue of a register has as many (``text-is-not-too-long``)."""
_MOST = 1_000_000
"""Posts of one province; the nation of 2023 had some 22,000."""
_MOST_ACTS = 1_000
"""That the rules of a year rest on; those of 2023 name four."""
Line = Annotated[str, Field(max_length=_LONG, pattern=r"^[^\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]*$")]
"""Without characters that nobody sees, which no register has (``text-has-no-unseen-character``)."""
_Moment = Annotated[AwareDatetime, Field(gt=datetime(1990, 1, 1, tzinfo=UTC), lt=datetime(2101, 1, 1, tzinfo=UTC))]
"""Of the years that records are of, so that it is one in every time zone."""
_Entry = TypeVar("_Entry")
_Entries = Annotated[list[_Entry], FailFast()]
"""Read up to the first that is wrong: a stranger's file may hold millions, each with several errors."""


class Listed(BaseModel):
    address: Line
    media_type: str
    table: str | None = None
    year: int | None = None


class Licence(BaseModel):
    name: Line
    url: Line | None = None


class Versioned(BaseModel):
    """What an index of any version says."""

    version: Line


class Index(Versioned):
    """``api/v1/index.json``; ``place`` came with version 1.4."""

    place: Line | None = None
    register_name: Line
    publisher: Line
    licence: Licence
    sample: bool
    as_of: date
    files: _Entries[Listed]

    def of_table(self, table: str, year: int) -> Listed | None:
        """Its JSON file of a year."""
        return next(
            (file for file in self.files if (file.table, file.year, file.media_type) == (table, year, "application/json")), None
        )


class _Basis(BaseModel):
    title: Line


class _Target(BaseModel):
    basis: str


def _few(acts: Any) -> Any:
    """Asked before any of them is read, since FailFast is of lists alone. Raises PydanticCustomError."""
    if isinstance(acts, dict) and len(acts) > _MOST_ACTS:
        raise PydanticCustomError("too_many", "hơn {most} văn bản căn cứ", {"most": _MOST_ACTS})
    return acts


class _Period(BaseModel):
    first_day: date
    target: _Target | None = None


class _Rules(BaseModel):
    legal_basis: Annotated[dict[str, _Basis], BeforeValidator(_few)]
    target: _Target
    periods: _Entries[_Period] = []


class ProgressRow(BaseModel):
    """``period_from`` and ``period_until`` came with version 1.2; before it a year had one period."""

    year: int = Field(ge=1990, le=2100)
    cutoff: str
    day: date
    district: str | None
    level: str | None
    post: str | None
    done: int = Field(ge=0, le=_MOST)
    owed: int = Field(ge=0, le=_MOST)
    period_from: date | None = None
    period_until: date | None = None

    @property
    def is_of_the_whole(self) -> bool:
        return self.cutoff == CutOff.TODAY and (self.district, self.level, self.post) == (None, None, None)


class ProgressFile(BaseModel):
    """``progress-<year>.json``."""

    rules: _Rules
    rows: _Entries[ProgressRow]

    def basis_of(self, first_day: date | None) -> str:
        """The title of the act that sets the target of the period that begins on a day; raises KeyError."""
        basis = self.rules.target.basis
        for period in self.rules.periods:
            if period.target and first_day and period.first_day <= first_day:
                basis = period.target.basis
        return self.rules.legal_basis[basis].title


class DialogueRow(BaseModel):
    """Codes are text: a later version may have one more."""

    dialogue: Line
    page: Line
    unit_name: Line
    status: str
    day: date | None
    starts_at: _Moment | None
    part_of_day: Line | None
    topic: Line | None
    venue: Line | None


class DialoguesFile(BaseModel):
    """``dialogues-<year>.json``."""

    rows: _Entries[DialogueRow]
