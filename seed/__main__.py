"""The command ``python -m seed``: writes a whole sample register into a new folder."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from seed.eras import three_eras
from seed.registers import AS_OF, registers

SEED = 2023


def main() -> None:
    """``python -m seed --out content`` writes the register that is kept in this project."""
    parser = argparse.ArgumentParser(prog="python -m seed", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="the content folder to write; must hold no records yet")
    parser.add_argument("--register", choices=("city", "nation", "eras"), default="city",
                        help="the units (default: city); eras: the city through both reforms, 2023 to 2026, on its own day")
    parser.add_argument("--years", type=int, default=1, help="years up to 2023 (default: 1)")
    parser.add_argument("--dialogues", type=int, help="dialogues in all (default: what the units would hold;"
                        " 10000 for ten years of the city, 35000 for the nation)")
    parser.add_argument("--seed", type=int, default=SEED, help=f"another seed makes another register (default: {SEED})")
    parser.add_argument("--as-of", type=date.fromisoformat, default=AS_OF, help=f"the register's day (default: {AS_OF})")
    arguments = parser.parse_args()
    if any((arguments.out / name).exists() for name in ("register.yml", "units", "rules", "dialogues", "submissions")):
        sys.exit(f"seed: {arguments.out} already holds records; name another folder, or remove them first")
    if arguments.register == "eras":
        written = three_eras(arguments.seed)
    else:
        written = registers(arguments.register, arguments.years, arguments.dialogues, arguments.seed, arguments.as_of)
    for path, content in written:
        target = arguments.out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


if __name__ == "__main__":
    main()
