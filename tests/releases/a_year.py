"""A year of a register, by chance: honest work, rewriting, new versions of the program, hosts that fail, history replaced.

``python -m tests.releases.a_year`` plays the whole one and prints its figures.
"""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.comparing.edits import pasted
from tests.releases.city import Answer, City
from tests.releases.everyday import worked
from tests.releases.mishaps import MISHAPS
from tests.releases.rewriting import REWRITINGS, Rewriting

FIRST_DAY = date(2023, 9, 15)
DAYS = 365


@dataclass
class Year:
    """``wrong`` has a line for each thing that was not as it has to be: a false refusal, a rewriting that passed unsaid, a
    release that is not good, a byte that nobody missed."""

    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def play(folder: Path, seed: int, changes: int, dishonest: int, flips: int) -> Year:
    """``changes`` in all, ``dishonest`` of them; ``flips`` is how many bytes are flipped at each release."""
    year, chance = Year(), Random(seed)
    city = City(folder, FIRST_DAY)
    accept(year, city, city.published(place="", first=True), chance, flips)
    rewritings = chance.sample(REWRITINGS * (dishonest // len(REWRITINGS) + 1), dishonest)
    honest, rounds = changes - dishonest, max(dishonest, (changes - dishonest) // 3)
    for number in range(rounds):
        city.day = FIRST_DAY + timedelta(days=1 + DAYS * number // rounds)
        everyday(year, city, chance, honest * (number + 1) // rounds - honest * number // rounds, flips)
        for rewriting in rewritings[dishonest * number // rounds: dishonest * (number + 1) // rounds]:
            rewrite(year, city, chance, rewriting, flips)
        for mishap in MISHAPS[len(MISHAPS) * number // rounds: len(MISHAPS) * (number + 1) // rounds]:
            year.wrong += [f"{city.day}: {line}" for line in mishap(city, chance)]
            year.counts[mishap.__name__] += 1
    return year


def accept(year: Year, city: City, answer: Answer, chance: Random, flips: int, told: int = 0) -> None:
    """What is to be published: as many lines told as are due, and a host that is as it was released, and nothing else."""
    if answer.by or len(answer.lines) != told:
        year.wrong.append(f"{city.day}: {answer}")
        return
    year.counts["releases"] += 1
    if not city.is_verified():
        year.wrong.append(f"{city.day}: not verified")
    year.wrong += [f"{city.day}: flipped {place}" for place in city.is_verified_flipped(chance, flips)]
    year.counts["flipped bytes"] += flips


def everyday(year: Year, city: City, chance: Random, changes: int, flips: int) -> None:
    good = city.commit
    done = list(worked(city, chance, changes))
    city.push()
    answer = city.published()
    accept(year, city, answer, chance, flips)
    if answer.by or answer.lines:
        year.wrong.append(f"{city.day}: after {', '.join(done)}")
        city.back_to(good)
    year.counts.update(done)
    year.counts["honest changes"] += len(done)


def rewrite(year: Year, city: City, chance: Random, rewriting: Rewriting, flips: int) -> None:
    good, what = city.commit, ""
    while not what:
        try:
            what = rewriting(city, chance)
        except IndexError:
            city.back_to(good)
            rewriting = chance.choice(REWRITINGS)
    city.push()
    answer = city.published()
    year.counts["dishonest or mistaken changes"] += 1
    year.counts[f"of these stopped by {answer.by or 'nothing'}"] += 1
    if not answer.by:
        year.wrong.append(f"{city.day}: passed: {rewriting.__name__}: {what}: {answer.lines}")
    elif answer.by == "release" and not answer.forbidden and chance.randrange(3):
        why = f"Sửa lần {len(year.counts)}{year.counts['honest changes']}"
        pasted(city.content, answer.uncorrected, why)
        city.push()
        accept(year, city, city.published(), chance, flips, told=len(answer.uncorrected))
        year.counts["of these corrected then, and told"] += 1
        if not city.tells(why):
            year.wrong.append(f"{city.day}: not told: {rewriting.__name__}: {what}")
        return
    if not city.is_verified():
        year.wrong.append(f"{city.day}: not verified after a refusal")
    if answer.by:
        city.back_to(good)


if __name__ == "__main__":
    with TemporaryDirectory() as place:
        played = play(Path(place), int(sys.argv[1]) if len(sys.argv) > 1 else 1, changes=400, dishonest=40, flips=3)
    for name, count in sorted(played.counts.items()):
        print(f"{count:6} {name}")
    print("\n".join(played.wrong) or "nothing wrong")
