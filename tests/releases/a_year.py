"""A year of a register, by chance: honest work, rewriting, new versions of the program, hosts that fail, history replaced.

``python -m tests.releases.a_year SEED`` plays the whole one: a line for each change as it goes, and its figures at the end.
"""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Callable

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
    release that is not good, a byte that nobody missed. ``tell`` is told each change, its day and its outcome."""

    tell: Callable[[str], object]
    counts: Counter[str] = field(default_factory=Counter)
    kinds: set[str] = field(default_factory=set)
    """Of what was dishonest or mistaken."""
    wrong: list[str] = field(default_factory=list)

    def is_wrong(self, day: date, what: str) -> None:
        self.wrong.append(f"{day}: {what}")
        self.tell(f"{day}  WRONG  {what}")


def play(folder: Path, seed: int, changes: int, dishonest: int, flips: int, tell: Callable[[str], object]) -> Year:
    """``changes`` in all, ``dishonest`` of them; ``flips`` is how many bytes are flipped at each release."""
    year, chance = Year(tell), Random(seed)
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
            for line in mishap(city, chance):
                year.is_wrong(city.day, line)
            year.tell(f"{city.day}  befell  {mishap.__name__}")
            year.counts[mishap.__name__] += 1
    return year


def accept(year: Year, city: City, answer: Answer, chance: Random, flips: int, told: int = 0) -> bool:
    """Whether what is to be published is: as many lines told as are due, and a host that is as it was released, and nothing
    else."""
    if answer.by or len(answer.lines) != told:
        year.is_wrong(city.day, str(answer))
        return False
    year.counts["releases"] += 1
    if not city.is_verified():
        year.is_wrong(city.day, "not verified")
    for place in city.is_verified_flipped(chance, flips):
        year.is_wrong(city.day, f"flipped {place}")
    year.counts["flipped bytes"] += flips
    return True


def everyday(year: Year, city: City, chance: Random, changes: int, flips: int) -> None:
    good = city.commit
    done = list(worked(city, chance, changes))
    city.push()
    answer = city.published()
    accept(year, city, answer, chance, flips)
    if answer.by or answer.lines:
        year.is_wrong(city.day, f"after {', '.join(done)}")
        city.back_to(good)
    for work in done:
        year.tell(f"{city.day}  honest  {work}: {'stopped' if answer.by else 'published'}")
    year.counts.update(done)
    year.counts["honest changes"] += len(done)


def rewrite(year: Year, city: City, chance: Random, rewriting: Rewriting, flips: int) -> None:
    good, what = city.commit, ""
    while not city.is_changed():
        try:
            what = rewriting(city, chance)
        except IndexError:
            city.back_to(good)
        if not city.is_changed():  # what it was to be it is already
            rewriting = chance.choice(REWRITINGS)
    city.push()
    answer = city.published()
    year.counts["dishonest or mistaken changes"] += 1
    year.kinds.add(rewriting.__name__)
    year.counts[f"of these stopped by {answer.by or 'nothing'}"] += 1
    stopped = f"stopped by {answer.by}" if answer.by else "PASSED"
    year.tell(f"{city.day}  dishonest  {rewriting.__name__}: {what}: {stopped}")
    if not answer.by:
        year.is_wrong(city.day, f"passed: {rewriting.__name__}: {what}: {answer.lines}")
    elif answer.by == "release" and not answer.forbidden and chance.randrange(3):
        why = f"Sửa lần {len(year.counts)}{year.counts['honest changes']}"
        pasted(city.content, answer.uncorrected, why)
        city.push()
        if not accept(year, city, city.published(), chance, flips, told=len(answer.uncorrected)):
            city.back_to(good)
            return
        year.counts["of these corrected then, and told"] += 1
        year.tell(f"{city.day}  corrected  {rewriting.__name__}: {len(answer.uncorrected)} told in public")
        if not city.tells(why):
            year.is_wrong(city.day, f"not told: {rewriting.__name__}: {what}")
        return
    if not city.is_verified():
        year.is_wrong(city.day, "not verified after a refusal")
    if answer.by:
        city.back_to(good)


if __name__ == "__main__":
    began = monotonic()
    with TemporaryDirectory() as place:
        seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1
        played = play(Path(place), seed, changes=400, dishonest=40, flips=3, tell=lambda line: print(line, flush=True))
    for name, count in sorted(played.counts.items()):
        print(f"{count:6} {name}")
    print(f"{len(played.kinds):6} kinds of dishonest or mistaken changes")
    print(f"{monotonic() - began:6.0f} seconds")
    print("\n".join(played.wrong) or "nothing wrong")
