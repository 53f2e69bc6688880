"""What the districts sent to the commission in a year: their registrations and reports, each with its day."""

from enum import StrEnum

from pydantic import Field

from generator.model.corrections import Correction
from generator.model.record import Record
from generator.model.types import Day, Line, UnitId


class Report(StrEnum):
    """What is sent: the plan, a quarter's report, the year's; with which forms is for the set of forms to say."""

    REGISTRATION = "registration"
    Q1 = "q1"
    Q2 = "q2"
    Q3 = "q3"
    Q4 = "q4"
    ANNUAL = "annual"


QUARTERLY = (Report.Q1, Report.Q2, Report.Q3, Report.Q4)


class Submission(Record):
    unit: UnitId = Field(description="Đơn vị gửi, trực thuộc tỉnh, thành phố", examples=["hong-bang"])
    report: Report = Field(
        description="registration (đăng ký kế hoạch), q1 (báo cáo quý I), q2 (báo cáo quý II), "
        "q3 (báo cáo quý III), q4 (báo cáo quý IV), annual (báo cáo năm)",
        examples=["registration"],
    )
    sent_on: Day = Field(description="Ngày gửi", examples=["2023-02-24"])
    note: Line | None = Field(None, description="Ghi chú", examples=["Gửi bổ sung một biểu"])


class SubmissionFile(Record):
    """``submissions/<year>.yml``: a year whose file exists is one whose reports are kept track of."""

    year: int = Field(ge=1990, le=2100)
    submissions: tuple[Submission, ...] = Field((), description="Các lần gửi kế hoạch, báo cáo của năm, thêm ở cuối")
    corrections: tuple[Correction, ...] = Field((), description="Các lần đính chính điều đã công bố về các lần gửi")
