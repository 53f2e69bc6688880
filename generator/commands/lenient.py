"""Arguments in the ways that people write them, read as records write them: 15/8/2023, 8h30, quý III/2023, bc01, định kỳ."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Mapping, Sequence

import click

from generator.text.said_values import day_said, hour_said, part_of_year_said, period_said
from generator.text.vietnamese import fold, slug

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic.fields import FieldInfo

    from generator.model.planned_period import Period


class DayOption(click.ParamType[date]):
    """A day as records write it, or with the day first as people in Việt Nam do."""

    name = "day"
    example = "15/8/2023"

    def convert(self, value: Any, param: click.Parameter | None, context: click.Context | None) -> date:
        from pydantic import ValidationError

        from generator.model.types import Day

        try:
            day: date = _reads(Day).validate_python(day_said(str(value)) or value)
            return day
        except ValidationError as error:
            must = "phải là một ngày" if (found := error.errors()[0])["type"] == "day" else found["msg"]
            if meant := found.get("ctx", {}).get("suggestion"):
                year, month, number = meant.split("-")
                self.fail(f"{must}; đang ghi '{value}'; có phải '{int(number)}/{int(month)}/{year}'?", param, context)
            self.fail(f"{must}, ví dụ {self.example}; đang ghi '{value}'", param, context)


class HourOption(click.ParamType[str]):
    """An hour as records write it, or as people say it: 8h, 8h30, 2 giờ chiều."""

    name = "hour"
    example = "8h30"

    def convert(self, value: Any, param: click.Parameter | None, context: click.Context | None) -> str:
        from pydantic import ValidationError

        from generator.model.types import TimeOfDay

        try:
            return f"{_reads(TimeOfDay).validate_python(hour_said(str(value)) or str(value).strip()):%H:%M}"
        except ValidationError as error:
            self.fail(f"{error.errors()[0]['msg']}, ví dụ 08:30 hoặc {self.example}; đang ghi '{value}'", param, context)


class PeriodOption(click.ParamType[str]):
    """A year or a part of one; what is none, or does not say its year, is left to whoever asks for it."""

    name = "period"

    def convert(self, value: Any, param: click.Parameter | None, context: click.Context | None) -> str:
        said, written = fold(str(value)), str(value).strip()
        if period := period_said(written):
            return period
        return said.removeprefix("nam ") if re.fullmatch(r"(?:nam )?\d{4}", said) else written


def part_of(year: int, period: str) -> Period | None:
    """The part of a year that is named without one; None where a year is named, or no part of any."""
    from generator.model.types import parsed_period

    said = None if re.search(r"\d{4}", period) else period_said(period, year)
    return parsed_period(said) if said else None


class LenientChoice(click.Choice[str]):
    """One of the choices, whatever its case, accents and signs between words, or in what people write for one; ``of`` is the
    field that lists them. ``words`` are those of choices that no field has."""

    def __init__(self, choices: Sequence[str], of: FieldInfo | None = None, words: Mapping[str, str] | None = None) -> None:
        super().__init__(choices)
        self.of = of
        self.meant = {slug(choice): choice for choice in choices}
        self.meant |= {slug(word): choice for choice, word in (words or {}).items()}

    def convert(self, value: Any, param: click.Parameter | None, context: click.Context | None) -> str:
        return super().convert(self.said(str(value)) or value, param, context)

    def said(self, written: str) -> str | None:
        """Whichever it names, or None."""
        from generator.reading.declared_fields import value_said

        return self.meant.get(slug(written)) or value_said(written, self.choices, self.of)


class LenientReport(LenientChoice):
    """One of the reports; a quarter that names its year, as 2023-Q3; or the code of a form, in capitals: which report that is
    of is for the set of forms to say."""

    def convert(self, value: Any, param: click.Parameter | None, context: click.Context | None) -> str:
        said = _BEFORE_REPORTS.sub("", slug(str(value)))
        if report := self.said(said):
            return report
        if form := _FORM.fullmatch(said):
            return "".join(form.groups()).upper()
        words = said.replace("-", " ")
        year, is_quarter, number = (period_said(words) or part_of_year_said(words) or "").rpartition("Q")
        return (f"{year}Q{number}" if year else f"q{number}") if is_quarter else super().convert(value, param, context)


_FORM = re.compile(r"([a-z]{2})-?(\d{2})", re.ASCII)
_BEFORE_REPORTS = re.compile(r"^(?:gui-)?(?:bieu-|bao-cao-)?(?:[a-z]{2}-?\d{2}-(?:va-)?)*(?=.)", re.ASCII)


@lru_cache(2)  # days and hours
def _reads(kind: Any) -> TypeAdapter[Any]:
    """Imported late, as the model is: most commands are given neither a day nor an hour."""
    from pydantic import TypeAdapter

    return TypeAdapter(kind)
