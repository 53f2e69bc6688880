"""What units that are no more left to those after them: commitments and conclusion notices, of all years."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Collection, Iterable, Mapping, NamedTuple

from generator.consequences.inheritance import outlives_its_unit
from generator.consequences.outlines import outline_of
from generator.consequences.views import CommitmentView, DialogueView
from generator.keeping.memo import once
from generator.model import Unit
from generator.site.site import Site


class HandedDown(NamedTuple):
    """``commitments`` are those without a result when their unit was no more, or taken over: first what the unit that they come
    to took over itself, then what nobody did, then what others did, of each the first due first; ``conclusions`` the dialogues
    whose notice was not sent or published by then. No figure of that unit counts them."""

    commitments: tuple[CommitmentView, ...] = ()
    conclusions: tuple[DialogueView, ...] = ()

    @property
    def open_commitments(self) -> tuple[CommitmentView, ...]:
        return tuple(view for view in self.commitments if view.is_open)

    @property
    def ended_commitments(self) -> tuple[CommitmentView, ...]:
        return tuple(view for view in self.commitments if not view.is_open)

    @property
    def owed_conclusions(self) -> tuple[DialogueView, ...]:
        return tuple(view for view in self.conclusions if view.owes_its_conclusion)

    def __bool__(self) -> bool:
        return bool(self.commitments or self.conclusions)


NOTHING = HandedDown()


@once  # since a part asks for the pages of its units and for its lists
def handed_down(site: Site) -> Mapping[str, HandedDown]:
    """By the id of the unit that they come to; in a district's part, for its units."""
    commitments: dict[str, list[CommitmentView]] = defaultdict(list)
    conclusions: dict[str, list[DialogueView]] = defaultdict(list)
    for views in (site.views, site.inherited_views):
        for view in views.dialogues.values():
            heirs = set(site.register.lineage.all_after(view.unit.id)) if view.is_of_an_old_unit else set()
            if heirs and view.dialogue.id in site.outliving_conclusions:
                for heir in heirs:
                    conclusions[heir].append(view)
            if heirs or outline_of(view.dialogue).is_taken_over:
                for promised in views.commitments_of(view):
                    for heir in _heirs_of(site, promised, heirs):
                        commitments[heir].append(promised)
    return {
        id: HandedDown(_as_asked(commitments.get(id, ()), {id}), tuple(conclusions.get(id, ())))
        for id in commitments.keys() | conclusions.keys()
    }


def handed_down_to_district(site: Site, district: Unit) -> HandedDown:
    """To the district, and to the units that lie in it."""
    found = handed_down(site)
    ids = {unit.id for unit in site.units if unit.lies_in(district)}
    of_units = [found.get(unit.id, NOTHING) for unit in site.units if unit.id in ids]
    commitments = {view.place: view for of_unit in of_units for view in of_unit.commitments}
    conclusions = {view.page: view for of_unit in of_units for view in of_unit.conclusions}
    return HandedDown(_as_asked(commitments.values(), ids), tuple(conclusions.values()))


def _heirs_of(site: Site, view: CommitmentView, heirs: set[str]) -> set[str]:
    """Those after its unit, and whoever took it over, with those after these."""
    takers = [taken.unit for taken in view.commitment.taken_over_by]
    if not (heirs or takers) or not outlives_its_unit(site.register, view.dialogue.dialogue, view.commitment):
        return set()
    return heirs.union(takers, *(site.register.lineage.all_after(id) for id in takers))


def _as_asked(views: Iterable[CommitmentView], units: Collection[str]) -> tuple[CommitmentView, ...]:
    """In the order of ``HandedDown``, for these ``units``."""
    def place(view: CommitmentView) -> tuple[int, date, str]:
        taken = view.taken_over
        return 1 if taken is None else 0 if taken.unit in units else 2, view.commitment.due or date.max, view.place

    return tuple(sorted(views, key=place))
