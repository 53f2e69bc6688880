"""Writes ``register.yml``, ``agencies.yml`` and ``rules/<year>.yml`` from their templates in ``stock/``."""

from __future__ import annotations

from datetime import date
from pathlib import Path

STOCK = Path(__file__).parent / "stock"


def register_file(as_of: date) -> tuple[str, str]:
    """The path below the content folder, and the text with ``as_of`` as the register's day."""
    text = (STOCK / "register.yml").read_text(encoding="utf-8")
    return "register.yml", text.replace("as_of: 2023-09-15", f"as_of: {as_of.isoformat()}")


def agencies_file() -> tuple[str, str]:
    """The agencies that ``matters.yml`` names, and how else offices write some of them."""
    return "agencies.yml", (STOCK / "agencies.yml").read_text(encoding="utf-8")


def rules_file(year: int) -> tuple[str, str]:
    """The rules of 2023; for another year of a benchmark, the same rules on that year's days."""
    text = (STOCK / "rules.yml").read_text(encoding="utf-8")
    return f"rules/{year}.yml", text.replace("2023", str(year))
