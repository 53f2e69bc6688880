"""Which rules are asked, in their order, by how much of the register each looks at."""

from __future__ import annotations

from generator.checks import (
    agency_rules,
    belonging_rules,
    correction_rules,
    count_rules,
    other_correction_rules,
    privacy_rules,
    redaction_rules,
    reform_rules,
    register_rules,
    result_rules,
    review_rules,
    schedule_rules,
    submission_rules,
    take_over_rules,
    text_rules,
    unit_rules,
)
from generator.checks.finding import Check

OF_THE_REGISTER: tuple[Check, ...] = (
    *register_rules.CHECKS, *unit_rules.CHECKS, *reform_rules.CHECKS, *submission_rules.CHECKS, *agency_rules.CHECKS,
    *other_correction_rules.CHECKS, result_rules.document_is_there,
)
OF_EACH_DIALOGUE: tuple[Check, ...] = tuple(
    rule for rule in (
        *belonging_rules.CHECKS, *schedule_rules.CHECKS, *result_rules.CHECKS, *count_rules.CHECKS,
        *correction_rules.CHECKS, *redaction_rules.CHECKS, *take_over_rules.CHECKS,
    ) if rule not in OF_THE_REGISTER
)
"""These look at one dialogue at a time, beside the register's facts, rules and units, and at no other dialogue."""
OF_ONE_RECORD: tuple[Check, ...] = (*privacy_rules.CHECKS, *text_rules.CHECKS)
"""These need nothing but the record itself: what an earlier build found sound need not be asked again."""
CHECKS = (*OF_THE_REGISTER, *OF_EACH_DIALOGUE, *OF_ONE_RECORD)
REVIEWS: tuple[Check, ...] = (
    *privacy_rules.REVIEWS, *text_rules.REVIEWS, *review_rules.REVIEWS, *agency_rules.REVIEWS, *submission_rules.REVIEWS,
    *unit_rules.REVIEWS,
)
"""These only ask, and only where somebody reads the answers: what they find may be right."""
