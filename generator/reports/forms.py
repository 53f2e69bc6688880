"""The forms as the guidance's appendix lays them out: titles, headings and column order, read from ``forms/*.yml``."""

from typing import TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from generator.reading.yaml_text import TextLoader
from generator.reports.period import NoReport
from generator.site.form_sets import FormSet


class _Layout(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class FormColumn(_Layout):
    """``width`` is in characters. Columns of one ``group`` that stand side by side have it as their common heading.

    A column without a ``field`` is left blank, to be filled in by hand. One that is ``only_csv`` is not printed.
    """

    heading: str
    width: float = Field(12, gt=0, le=100)
    group: str | None = None
    field: str | None = None
    only_csv: bool = False

    @property
    def whole_heading(self) -> str:
        """For where headings stand on one row."""
        return f"{self.group}: {self.heading}" if self.group else self.heading


class ReportForm(_Layout):
    title: str
    columns: tuple[FormColumn, ...] = Field(min_length=1)


class PeopleNote(_Layout):
    """The parts of the note on a sum of people, in the order in which they are said."""

    counted: str
    unknown: str
    not_people: str
    rounded: str


class FormPage(_Layout):
    """What stands around every form; texts in braces are filled in by the program."""

    superior: str
    party: str
    mark: str
    year: str
    quarter: str
    later: str
    plan: str
    planned_quarter: str
    as_of: str
    total: str
    note: str
    missing: str
    unreported: str
    nothing_held: str
    nothing_said: str
    awaiting: str
    people: PeopleNote
    place_and_day: str
    signatures: tuple[str, ...] = Field(min_length=1)
    sign_here: str
    joint: str
    separate: str
    joint_and_separate: str
    not_registered: str
    not_registered_but_has_day: str
    commitment: str
    competent: str
    beyond: str


Layout = TypeVar("Layout", bound=_Layout)


def read_form(forms: FormSet, code: str, fields: tuple[str, ...]) -> ReportForm:
    """``fields`` are those that the form's columns may show. Raises NoReport for a layout that names another."""
    form = _read(forms, f"{code}.yml", ReportForm)
    for column in form.columns:
        if column.field is not None and column.field not in fields:
            raise NoReport(f"forms/{code}.yml: không có cột '{column.field}'; các cột dùng được: {', '.join(fields)}")
    return form


def read_page(forms: FormSet) -> FormPage:
    return _read(forms, "page.yml", FormPage)


def _read(forms: FormSet, name: str, model: type[Layout]) -> Layout:
    path = forms.path(name)
    if path is None:
        raise NoReport(f"forms/{name}: không có tệp này")
    try:
        return model.model_validate(yaml.load(path.read_text(encoding="utf-8"), TextLoader))
    except (yaml.YAMLError, ValidationError) as error:
        raise NoReport(f"forms/{path.name}: {error}") from None
