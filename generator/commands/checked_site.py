"""The checked register on its day, which most commands begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.building.build import read_site
from generator.building.today import today_in_vietnam
from generator.commands.options import Where
from generator.commands.shown_stages import shown_stages

if TYPE_CHECKING:
    from generator.site.site import Site


def checked_site(where: Where) -> Site:
    """``read_site`` as of the day that is asked for or else it is now, with its progress; raises InvalidRegister."""
    with shown_stages() as report:
        return read_site(
            where.content, as_of=where.as_of, today=today_in_vietnam(), templates=where.templates, report=report
        )
