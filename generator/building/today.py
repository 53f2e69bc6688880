"""The only clock of the program, read by the commands and by the MkDocs plugin and by nothing below them."""

from __future__ import annotations

from datetime import date, datetime

from generator.keeping.observed_day import ZONE


def today_in_vietnam() -> date:
    """The day it is now in Asia/Ho_Chi_Minh, wherever the machine stands."""
    return datetime.now(ZONE).date()
