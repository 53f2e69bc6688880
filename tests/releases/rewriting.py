"""What must not be done in silence to what the public was told, by mistake or not: each edits one place chosen by chance."""

from __future__ import annotations

import re
import shutil
from datetime import date, timedelta
from random import Random
from typing import Callable

from tests.comparing.edits import GONE, loaded
from tests.releases.backdating import BACKDATED
from tests.releases.chosen_fields import another, any_field, edited, fields_of, records
from tests.releases.city import City

Rewriting = Callable[[City, Random], str]
"""Says what was rewritten; raises IndexError where there is nothing of the sort yet."""


def a_value_is_written_over(city: City, chance: Random) -> str:
    path, field, value = any_field(city.content, chance)
    return edited(path, field, another(value, chance))


def a_value_is_taken_away(city: City, chance: Random) -> str:
    path, field, _ = any_field(city.content, chance, r".*\..*|topic|observer|notified_on")
    return edited(path, field, GONE)


def an_entry_is_taken_away(city: City, chance: Random) -> str:
    path, field, _ = any_field(city.content, chance, r".*\].*")
    return edited(path, field[: field.rindex("]") + 1], GONE)


def _of(name: str) -> Rewriting:
    """Another value in a field whose name ends so."""
    def rewriting(city: City, chance: Random) -> str:
        path, field, value = any_field(city.content, chance, rf"(?:.*\.)?{name}")
        return edited(path, field, another(value, chance))
    rewriting.__name__ = f"another_{name}"
    return rewriting


def a_record_is_deleted(city: City, chance: Random) -> str:
    path = chance.choice(records(city.content))
    path.unlink()
    shutil.rmtree(city.content / f"documents/{path.parent.name}/{path.stem}", ignore_errors=True)
    return path.name


def a_record_has_another_name(city: City, chance: Random) -> str:
    path = chance.choice(records(city.content))
    path.rename(path.with_stem(f"{path.stem}-moi"))
    documents = city.content / f"documents/{path.parent.name}/{path.stem}"
    if documents.is_dir():
        documents.rename(documents.with_name(f"{path.stem}-moi"))
    return path.name


def a_rule_is_another(city: City, chance: Random) -> str:
    path = chance.choice(sorted(city.content.glob("rules/*.yml")))
    field, value = chance.choice([one for one in fields_of(loaded(path)) if not one[0].endswith("basis")])
    return edited(path, field, another(value, chance))


def nothing_is_owed(city: City, chance: Random) -> str:
    path = chance.choice(sorted(city.content.glob("rules/*.yml")))
    return edited(path, f"target.minimum.{chance.choice(['commune', 'district'])}", "0")


def a_unit_says_otherwise(city: City, chance: Random) -> str:
    path = city.content / "units/hong-bang.yml"
    """Not of where its office is asked, which may change on any day without a word."""
    free = re.compile(r".*type|contacts\[.*|communes\[\d+\]\.contacts\[.*")
    field, value = chance.choice([one for one in fields_of(loaded(path)) if not free.fullmatch(one[0])])
    return edited(path, field, another(value, chance))


def a_post_was_vacant_long_ago(city: City, chance: Random) -> str:
    since = (city.day - timedelta(days=chance.randrange(60, 200))).isoformat()
    return edited(city.content / "units/bach-long-vi.yml", "vacancies[+]", {"post": "government", "vacant_from": since})


def one_held_both_posts_long_ago(city: City, chance: Random) -> str:
    since = (city.day - timedelta(days=chance.randrange(60, 200))).isoformat()
    return edited(city.content / "units/hong-bang.yml", "communes[1].one_person_in_both_posts[+]", {"one_person_from": since})


def a_unit_is_gone(city: City, chance: Random) -> str:
    return edited(city.content / "units/hong-bang.yml", f"communes[{chance.randrange(1, 5)}]", GONE)


def _of_register(field: str, value: str) -> Rewriting:
    def rewriting(city: City, chance: Random) -> str:
        return edited(city.content / "register.yml", field, value)
    rewriting.__name__ = f"another_{field}"
    return rewriting


def a_report_was_sent_on_another_day(city: City, chance: Random) -> str:
    path = chance.choice(sorted(city.content.glob("submissions/*.yml")))
    field, value = chance.choice([one for one in fields_of(loaded(path)) if one[0].endswith("sent_on")])
    return edited(path, field, another(value, chance))


def a_report_was_never_sent(city: City, chance: Random) -> str:
    path = chance.choice(sorted(city.content.glob("submissions/*.yml")))
    return edited(path, f"submissions[{chance.randrange(len(loaded(path)['submissions'])) + 1}]", GONE)


def a_document_is_replaced(city: City, chance: Random) -> str:
    path = chance.choice(sorted(city.content.glob("documents/*/*/*.pdf")))
    path.write_bytes(path.read_bytes() + b"% 1\n")
    return path.name


def a_document_is_deleted(city: City, chance: Random) -> str:
    path = city.content / "dialogues/2023/hong-bang-dinh-ky-1.yml"
    shutil.rmtree(city.content / "documents")
    return edited(path, "conclusion.document", GONE)


def a_page_is_deleted(city: City, chance: Random) -> str:
    (city.content / "pages/gioi-thieu.md").unlink()
    return "gioi-thieu.md"


def an_old_correction_is_rewritten(city: City, chance: Random) -> str:
    path = city.content / "dialogues/2023/hong-bang-dinh-ky-1.yml"
    return edited(path, "corrections[1].was", chance.choice(["8", "10", "11"]))


def an_old_correction_is_gone(city: City, chance: Random) -> str:
    return edited(city.content / "dialogues/2023/hong-bang-dinh-ky-1.yml", "corrections[1]", GONE)


def one_is_corrected_long_ago(city: City, chance: Random) -> str:
    path = city.content / "dialogues/2023/hong-bang-dinh-ky-1.yml"
    day, was = (city.day - timedelta(days=60)).isoformat(), loaded(path)["held"]["speakers"]
    edited(path, "corrections[+]", {"corrected_on": day, "field": "held.speakers", "was": was, "text": "Ghi nhầm"})
    return edited(path, "held.speakers", str(int(was) + 7))


def a_redaction_puts_other_words_in(city: City, chance: Random) -> str:
    path, field, _ = any_field(city.content, chance, r"commitments\[\d+\]\.text")
    redaction = {"redacted_on": city.day.isoformat(), "field": field, "reason": "Có tên người"}
    edited(path, "redactions[+]", redaction)
    return edited(path, field, "Xem xét việc của [đã gỡ]")


def a_due_day_moves_beside_an_honest_update(city: City, chance: Random) -> str:
    path, field, due = any_field(city.content, chance, r".*\]\.due")
    day = city.day.isoformat()
    edited(path, f"{field[:-4]}.updates[+]", {"updated_on": day, "outcome": "in-progress", "text": "Đang làm"})
    return edited(path, field, (date.fromisoformat(due) + timedelta(days=90)).isoformat())


REWRITINGS: tuple[Rewriting, ...] = (
    a_value_is_written_over, a_value_is_taken_away, an_entry_is_taken_away, a_record_is_deleted, a_record_has_another_name,
    a_rule_is_another, nothing_is_owed, a_unit_says_otherwise, a_post_was_vacant_long_ago, one_held_both_posts_long_ago,
    a_unit_is_gone, a_report_was_sent_on_another_day, a_report_was_never_sent, a_document_is_replaced, a_document_is_deleted,
    a_page_is_deleted, an_old_correction_is_rewritten, an_old_correction_is_gone, one_is_corrected_long_ago,
    a_redaction_puts_other_words_in, a_due_day_moves_beside_an_honest_update, *BACKDATED,
    *(_of_register(field, value) for field, value in (
        ("licence.name", "Giữ mọi quyền"), ("uid_domain", "khac.example"), ("address", "https://khac.example/"),
        ("feeds_changed_on", "2022-01-01"), ("sample", "false"), ("name", "Sổ khác"), ("publisher", "Cơ quan khác"),
    )),
    *map(_of, (
        "kind", "post", "day", "start", "count", "speakers", "due", "outcome", "agency", "issued_on", "number", "period",
    )),
)
