"""A whole sample register, file by file: the city's for one year or more, or the nation's."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Iterator

import yaml

from seed.dialogues import dialogue_file
from seed.plans import Planner
from seed.register_files import agencies_file, register_file, rules_file
from seed.submissions import submissions_files
from seed.unit_files import unit_files
from seed.units import CITY, NATION, read_units

SPECIAL = Path(__file__).parent / "special"
AS_OF = date(2023, 9, 15)
SCHEMAS = {
    "register.yml": "register", "rules": "rules", "units": "units", "dialogues": "dialogue", "submissions": "submissions",
    "agencies.yml": "agencies",
}
USUAL_SIZES = {("city", 10): 10_000, ("nation", 1): 35_000}


def registers(
    register: str, years: int, dialogues: int | None, seed: int, as_of: date
) -> Iterator[tuple[str, bytes]]:
    """Each file's path below the content folder, and its bytes; ``as_of`` lies in the last of the ``years``."""
    units = read_units(CITY if register == "city" else NATION)
    size = dialogues or USUAL_SIZES.get((register, years))
    has_specials = register == "city" and as_of == AS_OF
    specials = {path.stem: path for path in sorted(SPECIAL.glob("*.yml"))} if has_specials else {}
    taken = {id_: yaml.load(path.read_bytes(), yaml.BaseLoader)["unit"] for id_, path in specials.items()}
    planner = Planner(units, seed, as_of, taken)

    yield _encoded(*register_file(as_of))
    yield _encoded(*agencies_file())
    yield from (_encoded(*file) for file in unit_files(units, register == "city"))
    for year in range(as_of.year - years + 1, as_of.year + 1):
        yield _encoded(*rules_file(year))
        yield from (_encoded(*file) for file in submissions_files(year, list(units), seed, as_of))
        by_hand = len(specials) if year == as_of.year else 0
        for plan in planner.year(year, max(size // years - by_hand, 0) if size else None):
            yield _encoded(*dialogue_file(plan, seed, as_of))
    for id_, path in specials.items():
        yield _encoded(f"dialogues/{as_of.year}/{id_}.yml", path.read_text("utf-8"))
        for document in sorted((SPECIAL / id_).glob("*")):
            yield f"documents/{as_of.year}/{id_}/{document.name}", document.read_bytes()


def _encoded(path: str, text: str) -> tuple[str, bytes]:
    """With the line by which an editor knows the fields of the record."""
    schema = "../" * path.count("/") + f".schema/{SCHEMAS[path.split('/')[0]]}.schema.json"
    return path, f"# yaml-language-server: $schema={schema}\n{text}".encode()
