"""The command ``python -m seed``: writes a whole sample register into a folder."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from seed.register_files import register_file, rules_file
from seed.unit_files import unit_files
from seed.units import CITY, NATION, read_units


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m seed", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("content"), help="the content folder to write (default: content)")
    arguments = parser.parse_args()
    units = read_units(CITY)
    for path, text in [register_file(date(2023, 9, 15)), rules_file(2023), *unit_files(units)]:
        target = arguments.out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
