"""Where a unit lies on a map of tiles: one square each, since the true outlines are of other years and say no more."""

from typing import Annotated

from pydantic import Field

from generator.model.record import Record
from generator.model.types import WholeNumber

Place = Annotated[WholeNumber, Field(ge=1, le=30)]


class Tile(Record):
    row: Place = Field(description="Hàng, đếm từ 1, từ bắc xuống nam", examples=["2"])
    column: Place = Field(description="Cột, đếm từ 1, từ tây sang đông", examples=["3"])
