"""The records of a register that begins: its facts, the units of one province on one day, the year's rules, no dialogue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Iterator
from urllib.parse import urlsplit

from generator.editing.text_templates import text_templates
from generator.editing.unit_lists import ListedUnit, UnitList, proposed_ids
from generator.site.words import Words

FIRST_DAY_OF_LAW_72 = date(2025, 7, 1)


@dataclass(frozen=True)
class Beginning:
    """What an office says of its register. ``basis`` is the title of the act that sets the target; None where it is the law
    in force on the first day."""

    province: str
    first_day: date
    publisher: str
    address: str
    basis: str | None = None
    committee: str | None = None
    """That of the province or city; None where the list of units says which it is."""

    @property
    def uid_domain(self) -> str:
        return urlsplit(self.address).hostname or ""


def office_readme(templates: Path, beginning: Beginning, listed: UnitList) -> str:
    """What the folder tells the office first: in place of the program's own."""
    template = text_templates(templates).get_template("start/README.txt")
    return template.render(begun=beginning, year=beginning.first_day.year, listed=listed)


def beginning_records(templates: Path, beginning: Beginning, listed: UnitList) -> Iterator[tuple[str, str]]:
    """The path below the content folder and the text of each record and page."""
    environment = text_templates(templates)
    top = listed.at_the_top()
    shown = {
        "begun": beginning, "year": beginning.first_day.year, "has_districts": any(unit.level.gathers for unit in top),
        "is_law_72": beginning.first_day >= FIRST_DAY_OF_LAW_72, "listed": listed,
        "committee": beginning.committee or _committee(templates, listed),
    }
    for name, path in (
        ("register.yml", "register.yml"), ("rules.yml", f"rules/{beginning.first_day.year}.yml"),
        ("gioi-thieu.txt", "pages/gioi-thieu.md"), ("mot-nam.txt", "pages/so-tay/mot-nam.md"),
    ):
        yield path, environment.get_template(f"start/{name}").render(shown)
    unit_record = environment.get_template("start/unit.yml")
    ids = proposed_ids(top, ())
    for unit in top:
        communes = _with_ids(listed.below(unit))
        yield f"units/{ids[unit.code]}.yml", unit_record.render(shown, unit=unit, communes=communes, exists_from="")


def _committee(templates: Path, listed: UnitList) -> str:
    """"Tỉnh ủy", "Thành ủy"."""
    words = Words.read(templates / "words.yml")
    return words.party_committee[listed.province_type] if listed.province_type else words.labels.committee


def _with_ids(units: list[ListedUnit]) -> list[tuple[str, ListedUnit]]:
    ids = proposed_ids(units, ())
    return [(ids[unit.code], unit) for unit in units]
