"""What happens to a register between two builds."""

from __future__ import annotations

import random
import re
import shutil
from datetime import date

from tests.building.workshop import AN_EARLIER_ONE, Workshop


def a_topic_is_rewritten(workshop: Workshop, chance: random.Random) -> None:
    record = chance.choice(workshop.records())
    text = record.read_text("utf-8")
    words = f"Nội dung {chance.randrange(1000)}"
    record.write_text(re.sub(r"(?m)^topic: .*$", f"topic: {words}", text) + f"note: {words}\n" * ("\nnote:" not in text), "utf-8")


def a_comment_is_rewritten(workshop: Workshop, chance: random.Random) -> None:
    """It changes no fact, and is published all the same."""
    record = chance.choice(workshop.records())
    text = re.sub(r"# ghi chú \d+\n\Z", "", record.read_text("utf-8"))
    record.write_text(f"{text}# ghi chú {chance.randrange(1000)}\n", "utf-8")


def a_record_is_added(workshop: Workshop, chance: random.Random) -> None:
    month = chance.randrange(10, 13)
    path = workshop.content / f"dialogues/2023/ha-ly-chuyen-de-{chance.randrange(10_000)}.yml"
    path.write_text(
        "unit: hong-bang/ha-ly\nkind: thematic\npresided_by: [party]\ntopic: Rác thải\n"
        f"registration: {{registered_on: 2023-02-20, period: 2023-{month}}}\n", "utf-8",
    )


def a_record_is_gone(workshop: Workshop, chance: random.Random) -> None:
    added = [path for path in workshop.records() if "ha-ly-chuyen-de-" in path.name]
    if added:
        chance.choice(added).unlink()


def a_promise_of_an_earlier_year_is_kept(workshop: Workshop, chance: random.Random) -> None:
    path = workshop.content / "dialogues/2022/ha-ly-2022.yml"
    update = "    updates: [{updated_on: 2022-11-01, outcome: kept, text: Đã lát}]\n"
    path.write_text(AN_EARLIER_ONE.format(year=2022) + update * ("updates" not in path.read_text("utf-8")), "utf-8")


def a_head_presided_in_an_earlier_year_too(workshop: Workshop, chance: random.Random) -> None:
    path = workshop.content / f"dialogues/2022/ha-ly-2022-{chance.randrange(10_000)}.yml"
    path.write_text(AN_EARLIER_ONE.format(year=2022).replace("[party]", "[government]"), "utf-8")


def a_year_is_told_of_for_the_first_time(workshop: Workshop, chance: random.Random) -> None:
    workshop.tell_of(chance.randrange(2015, 2022))


def years_have_rules_and_no_dialogue(workshop: Workshop, chance: random.Random) -> None:
    workshop.rule(2011)
    workshop.rule(2012)


def one_is_put_off_into_a_year_without_rules(workshop: Workshop, chance: random.Random) -> None:
    """Before the first rules of later years, or after the last."""
    year = chance.choice([2013, 2023])
    (workshop.content / f"dialogues/{year}/ha-ly-{year + 1}.yml").write_text(
        "unit: hong-bang/ha-ly\nkind: periodic\npresided_by: [party]\n"
        f"registration: {{registered_on: {year}-01-10, period: {year}-12}}\n"
        f"schedule:\n  - {{announced_on: {year}-01-20, day: {year + 1}-01-16}}\n", "utf-8",
    )


def a_rule_changes(workshop: Workshop, chance: random.Random) -> None:
    workshop.edit("content/rules/2023.yml", r"send_within_days: \d+", f"send_within_days: {chance.randrange(5, 30)}")


def the_register_has_another_name(workshop: Workshop, chance: random.Random) -> None:
    workshop.edit("content/register.yml", r"(?m)^name: .*$", f"name: Sổ đối thoại {chance.randrange(1000)}")


def a_template_changes(workshop: Workshop, chance: random.Random) -> None:
    workshop.edit("site_templates/pages/dialogue.html", r"\Z", f"<!-- {chance.randrange(1000)} -->\n")


def the_theme_changes(workshop: Workshop, chance: random.Random) -> None:
    workshop.edit("site_templates/theme/partials/footer.html", r"\Z", f"<!-- {chance.randrange(1000)} -->\n")


def a_page_written_by_hand_changes(workshop: Workshop, chance: random.Random) -> None:
    workshop.edit("content/pages/gioi-thieu.md", r"\Z", f"\nThêm {chance.randrange(1000)}.\n")


def a_day_passes(workshop: Workshop, chance: random.Random) -> None:
    workshop.as_of = date.fromordinal(workshop.as_of.toordinal() + chance.choice([1, 1, 7, 40]))


def what_is_kept_is_damaged(workshop: Workshop, chance: random.Random) -> None:
    files = sorted(path for path in workshop.kept.rglob("*") if path.is_file())
    for path in [*chance.sample(files, 40), *(workshop.kept / "search").iterdir()]:
        content = bytearray(path.read_bytes())
        if content:
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        path.write_bytes(content[:chance.choice([len(content), len(content) // 2, 0])])


def what_is_kept_is_gone(workshop: Workshop, chance: random.Random) -> None:
    shutil.rmtree(workshop.kept)


def the_site_is_tampered_with(workshop: Workshop, chance: random.Random) -> None:
    paths = [path for path in sorted(workshop.site.rglob("*")) if path.is_file() and not path.name.startswith(".")]
    chance.choice(paths).unlink()
    chosen = chance.choice([path for path in paths if path.exists()])
    chosen.unlink()
    chosen.write_bytes(b"?")
    (workshop.site / "them.txt").write_text("?", "utf-8")


def the_site_is_gone(workshop: Workshop, chance: random.Random) -> None:
    shutil.rmtree(workshop.site)


HAPPENINGS = (
    a_topic_is_rewritten, a_comment_is_rewritten, a_record_is_added, a_record_is_gone, a_promise_of_an_earlier_year_is_kept,
    a_head_presided_in_an_earlier_year_too, a_year_is_told_of_for_the_first_time, years_have_rules_and_no_dialogue,
    one_is_put_off_into_a_year_without_rules, a_rule_changes,
    the_register_has_another_name, a_template_changes, the_theme_changes, a_page_written_by_hand_changes, a_day_passes, what_is_kept_is_damaged,
    what_is_kept_is_gone, the_site_is_tampered_with, the_site_is_gone,
)
