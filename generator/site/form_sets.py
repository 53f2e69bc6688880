"""The sets of forms that offices report with, one for each guidance: which forms there are, what each is filled in with, to
whom they go, and what the reports are called; read from ``site_templates/forms``."""

from enum import StrEnum
from pathlib import Path
from typing import Mapping

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from generator.model import Report
from generator.reading.yaml_text import TextLoader


class FormContent(StrEnum):
    """What a form's rows are about."""

    DISTRICT_PLANS = "district-plans"
    COMMUNE_PLANS = "commune-plans"
    DIALOGUES_HELD = "dialogues-held"
    OPINIONS = "opinions"
    YEAR = "year"


class FormSet(BaseModel):
    """``set.yml``. ``addressee`` where the rules name none; ``{committee}`` in it is that of the province or city. ``forms`` by
    their codes; ``reports`` that are called otherwise than in ``words.yml``."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    addressee: str
    forms: Mapping[str, FormContent] = Field(min_length=1)
    reports: Mapping[Report, str] = {}
    folders: tuple[Path, ...] = Field(exclude=True)

    def path(self, name: str) -> Path | None:
        """Of a layout or a letter: the set's own before that of the first set; None where neither has it."""
        return next((path for folder in self.folders if (path := folder / name).is_file()), None)


class NoFormSet(OSError):
    """The rules name a set of forms that cannot be read."""


def read_form_set(templates: Path, name: str | None) -> FormSet:
    """``name`` is what the rules say in ``forms``; None for the first set, whose files lie in the folder itself. Raises
    NoFormSet."""
    first = templates / "forms"
    folder = first / name if name else first
    try:
        facts = yaml.load((folder / "set.yml").read_text("utf-8"), TextLoader)
        return FormSet.model_validate({**facts, "folders": (folder, first) if name else (first,)})
    except FileNotFoundError as error:
        raise NoFormSet(error.errno, error.strerror, error.filename) from None
    except (OSError, yaml.YAMLError, ValidationError) as error:
        raise NoFormSet(f"forms/{name or ''}/set.yml: {error}".replace("//", "/")) from None
