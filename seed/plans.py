"""Which dialogues each unit has in a year: posts, kinds, themes and the story that each will live."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any, Iterator, Mapping

from generator.text.vietnamese import slug
from seed.offices import places_in, surroundings_of
from seed.schedule import has_room
from seed.stock import chance, fits, stock, weighted
from seed.units import Commune, District

SLUGS = {"periodic": "dinh-ky", "thematic": "chuyen-de", "ad-hoc": "dot-xuat"}
BOTH = ("party", "government")
COMMUNE_PATTERNS = {(BOTH,): 37, (("party",), ("government",)): 45, (("party",),): 6, (("government",),): 5, (): 7}
DISTRICT_PATTERNS = {(BOTH,): 50, (("party",), ("government",)): 46, (("party",),): 4}


@dataclass(frozen=True)
class Plan:
    """``replaces`` is the id of a cancelled dialogue that this one takes the place of, not before ``not_before``."""

    id: str
    year: int
    unit: District
    kind: str
    posts: tuple[str, ...]
    story: str
    places: tuple[str, ...]
    theme: Mapping[str, Any] = field(default_factory=dict)
    serves: tuple[str, ...] = ()
    replaces: str | None = None
    not_before: date | None = None


class Planner:
    """Plans year after year and never gives an id twice; ``taken`` are the ids of records written by hand."""

    def __init__(
        self, units: Mapping[District, tuple[Commune, ...]], seed: int, as_of: date, taken: Mapping[str, str]
    ) -> None:
        self._units = units
        self._seed = seed
        self._as_of = as_of
        self._ids = set(taken)
        self._with_own_record = {unit for id_, unit in taken.items() if f"-{SLUGS['periodic']}-" in id_}
        self._numbers: dict[str, int] = defaultdict(int)

    def year(self, year: int, wanted: int | None = None) -> list[Plan]:
        """The dialogues of a year; ``wanted`` asks for that many, by further themes or by leaving some out."""
        random = Random(f"{self._seed} {year}")
        everyone = [unit for district, communes in self._units.items() for unit in (district, *communes)]
        plans = [plan for unit in everyone for plan in self._of_unit(random, unit, year)]
        while wanted is not None and len(plans) < wanted:
            for unit in random.sample(everyone, min(len(everyone), wanted - len(plans))):
                plans.append(self._themed(random, unit, year, "thematic"))
        return plans if wanted is None else random.sample(plans, wanted)

    def _of_unit(self, random: Random, unit: District, year: int) -> Iterator[Plan]:
        is_commune = isinstance(unit, Commune)
        heads = stock("heads").get(unit.whole_id, {})
        vacant = {vacancy["post"] for vacancy in heads.get("vacancies", [])}
        pattern = weighted(random, COMMUNE_PATTERNS if is_commune else DISTRICT_PATTERNS)
        if "one_person_in_both_posts" in heads:
            pattern = (("party",),)
        if unit.whole_id in self._with_own_record and year == 2023:
            pattern = ()
        for posts in pattern:
            present = tuple(post for post in posts if post not in vacant)
            if present:
                yield from self._periodic(random, unit, year, present)
        themed = {"thematic": (20,) if is_commune else (100, 100, 50), "ad-hoc": (4,) if is_commune else (25,)}
        for kind, odds in themed.items():
            for percent in odds:
                if chance(random, percent):
                    yield self._themed(random, unit, year, kind)

    def _periodic(self, random: Random, unit: District, year: int, posts: tuple[str, ...]) -> Iterator[Plan]:
        story = self._story(random, year)
        served = self._served(random, unit)
        places = self._places(unit, served)
        plan = Plan(
            self._id(unit, "periodic"), year, unit, "periodic", posts, story, places, serves=_ids(served)
        )
        yield plan
        if "replaced" in stock("stories")[story]:
            next_story = "scheduled" if year == self._as_of.year and self._as_of.month < 12 else "held"
            yield Plan(
                self._id(unit, "periodic"), year, unit, "periodic", posts, next_story, places, replaces=plan.id,
                not_before=min(self._as_of, date(year, 12, 10)) - timedelta(days=20),
            )

    def _themed(self, random: Random, unit: District, year: int, kind: str) -> Plan:
        themes = [theme for theme in stock("themes")[kind] if fits(theme, surroundings_of(unit))]
        posts = random.choice([("government",), ("government",), ("party",), BOTH])
        vacant = {vacancy["post"] for vacancy in stock("heads").get(unit.whole_id, {}).get("vacancies", [])}
        present = tuple(post for post in posts if post not in vacant)
        present = present or tuple(post for post in BOTH if post not in vacant)
        story = self._story(random, year)
        if kind == "ad-hoc" and not stock("stories")[story]["steps"]:
            story = "held" if has_room(stock("stories")["held"], year, self._as_of) else "scheduled"
        served = self._served(random, unit)
        return Plan(
            self._id(unit, kind), year, unit, kind, present, story, self._places(unit, served),
            random.choice(themes), _ids(served),
        )

    def _places(self, unit: District, served: tuple[Commune, ...]) -> tuple[str, ...]:
        return places_in(unit, served or self._units.get(unit, ()))

    def _served(self, random: Random, unit: District) -> tuple[Commune, ...]:
        """Now and then a district speaks with a few of its communes only."""
        communes = self._units.get(unit, ())
        if len(communes) < 6 or not chance(random, 30):
            return ()
        chosen = random.sample(communes, random.randint(2, 6))
        return tuple(commune for commune in communes if commune in chosen)

    def _story(self, random: Random, year: int) -> str:
        is_over = (self._as_of - date(year, 12, 1)).days >= 0
        column = "over" if is_over else "weight"
        told = {name: story for name, story in stock("stories").items() if has_room(story, year, self._as_of)}
        return weighted(random, {name: float(story.get(column, 0)) for name, story in told.items()})

    def _id(self, unit: District, kind: str) -> str:
        base = f"{slug(unit.whole_id)}-{SLUGS[kind]}"
        while True:
            self._numbers[base] += 1
            id_ = f"{base}-{self._numbers[base]}"
            if id_ not in self._ids:
                self._ids.add(id_)
                return id_


def _ids(communes: tuple[Commune, ...]) -> tuple[str, ...]:
    return tuple(commune.whole_id for commune in communes)
