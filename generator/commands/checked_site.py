"""The checked register on its day, which most commands begin with."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from generator.building.build import read_site
from generator.building.today import today_in_vietnam
from generator.commands.shown_stages import shown_stages

if TYPE_CHECKING:
    from generator.site.site import Site


def checked_site(content: Path, as_of: date | None, templates: Path) -> Site:
    """``read_site`` as of the day that is asked for or else it is now, with its progress; raises InvalidRegister."""
    with shown_stages() as report:
        return read_site(content, as_of=as_of, today=today_in_vietnam(), templates=templates, report=report)
