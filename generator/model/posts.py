"""The two posts of a unit, and what is recorded of who holds them."""

from enum import StrEnum

from pydantic import Field

from generator.model.record import Record
from generator.model.types import Day


class Post(StrEnum):
    """The two heads who owe the dialogue: of the party committee, and of the government (the guidance, 2023)."""

    PARTY = "party"
    GOVERNMENT = "government"


class Vacancy(Record):
    """Days, both included, on which nobody holds a post."""

    post: Post = Field(description="Chức danh đang khuyết: party (Bí thư) hoặc government (Chủ tịch UBND)", examples=["party"])
    vacant_from: Day = Field(description="Ngày đầu tiên khuyết", examples=["2023-06-01"])
    vacant_until: Day | None = Field(None, description="Ngày cuối cùng khuyết; bỏ trống nếu vẫn khuyết")


class OnePersonInBothPosts(Record):
    """Days, both included, on which one person is both Bí thư and Chủ tịch UBND."""

    one_person_from: Day = Field(description="Ngày đầu tiên một người giữ cả hai chức danh", examples=["2023-01-01"])
    one_person_until: Day | None = Field(None, description="Ngày cuối cùng; bỏ trống nếu vẫn giữ cả hai")
