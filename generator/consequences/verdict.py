"""Whether a dialogue counts towards the year's target for a post, and why not: decided here and nowhere else."""

from __future__ import annotations

from datetime import date

from generator.consequences.rule_periods import RulesPeriod
from generator.consequences.standings import VERDICTS, Verdict
from generator.consequences.states import STATUSES
from generator.consequences.status import held_day, presiders_of, status_of
from generator.keeping.observed_day import AnyDay
from generator.model import Dialogue, Post, Rules, Unit


def verdict_on(period: RulesPeriod, unit: Unit, post: Post, dialogue: Dialogue, day: AnyDay) -> Verdict | None:
    """As of ``day``, after which nothing was held; None for a dialogue that does not concern the post.

    ``period`` is the one that the dialogue counts in. Source: the guidance of 2023, as the rules name it.
    """
    rules = period.rules
    if not concerns(unit, post, dialogue, day):
        return None
    held_on = held_day(dialogue)
    if dialogue.kind != rules.target.kind:
        return Verdict.OTHER_KIND if held_on is not None and held_on <= day else Verdict.OTHER_KIND_NOT_HELD
    presiders = presiders_of(dialogue)
    deputised = any(presider.post == post and presider.deputy for presider in presiders)
    if not dialogue.held:
        verdict = STATUSES[status_of(dialogue, day)].verdict
        foreseen = VERDICTS[verdict].is_open and deputised and not rules.target.deputy_counts
        return Verdict.DEPUTY_TO_PRESIDE if foreseen else verdict
    if held_on is None:
        return Verdict.UNKNOWN_DAY
    if held_on > period.last_day:
        return Verdict.AFTER_YEAR_END
    if held_on > day:
        return Verdict.NOT_HELD
    if _is_credited(rules, unit, post, dialogue, held_on):
        if unit.one_person_holds_both_on(held_on):
            return Verdict.COUNTS_AS_ONE_PERSON
        jointly = len({presider.post for presider in presiders if not presider.deputy}) > 1
        return Verdict.COUNTS_JOINTLY if jointly else Verdict.COUNTS
    if deputised:
        return Verdict.DEPUTY_PRESIDED
    presided = post in {presider.post for presider in presiders}
    return Verdict.JOINT_NOT_COUNTED if presided else Verdict.DID_NOT_PRESIDE


def concerns(unit: Unit, post: Post, dialogue: Dialogue, day: AnyDay) -> bool:
    """Whether the post presides, presided or was to preside, be it through a deputy or as one person's other post.

    Who holds the posts is asked for the day it was held; for one still to come, for ``day``.
    """
    presiders = (*dialogue.presided_by, *presiders_of(dialogue))
    return post in {presider.post for presider in presiders} or unit.one_person_holds_both_on(held_day(dialogue) or day)


def _is_credited(rules: Rules, unit: Unit, post: Post, dialogue: Dialogue, held_on: date) -> bool:
    target = rules.target
    counting = [presider for presider in presiders_of(dialogue) if target.deputy_counts or not presider.deputy]
    posts = {presider.post for presider in counting}
    if post in posts:
        return target.joint_counts_for_both or len(posts) == 1 or counting[0].post == post
    return bool(posts) and target.one_person_counts_for_both and unit.one_person_holds_both_on(held_on)
