"""Whether a dialogue counts, as its page tells each post."""

from __future__ import annotations

import pytest

from generator.consequences.credits import credits_of, entries_by_post
from generator.consequences.standings import Verdict
from tests.builders import a_commune, a_dialogue, a_district, a_held_dialogue, a_site, some_rules
from tests.page_text import section
from tests.publications.stages import page_at, page_of
from tests.record_parts import an_announcement


@pytest.mark.parametrize("dialogue, register, reasons", [
    (a_held_dialogue(), {}, [Verdict.COUNTS_JOINTLY, Verdict.COUNTS_JOINTLY]),
    (a_held_dialogue(presided_by=["party"]), {}, [Verdict.COUNTS]),
    (a_held_dialogue(presided_by=["party", {"post": "government", "deputy": True}]), {},
     [Verdict.COUNTS, Verdict.DEPUTY_PRESIDED]),
    (a_held_dialogue(kind="thematic"), {}, [Verdict.OTHER_KIND] * 2),
    (a_held_dialogue(held={"presided_by": ["government"]}), {}, [Verdict.DID_NOT_PRESIDE, Verdict.COUNTS]),
    (a_dialogue("x", an_announcement()), {}, [Verdict.NOT_HELD] * 2),
    (a_dialogue("x", an_announcement(), presided_by=[{"post": "party", "deputy": True}]), {},
     [Verdict.DEPUTY_TO_PRESIDE]),
    (a_dialogue("x", held={}), {}, [Verdict.UNKNOWN_DAY] * 2),
    (a_held_dialogue(), {"rules": [some_rules(target={
        "posts": ["party", "government"], "minimum": {"commune": 1}, "joint_counts_for_both": False, "basis": "guidance",
    })]}, [Verdict.COUNTS_JOINTLY, Verdict.JOINT_NOT_COUNTED]),
    (a_held_dialogue(presided_by=["party"]), {"units": [a_district(), a_commune(
        one_person_in_both_posts=[{"one_person_from": "2023-01-01"}]
    )]}, [Verdict.COUNTS_AS_ONE_PERSON] * 2),
    (a_held_dialogue(), {"rules": [some_rules(2024)]}, []),
])
def test_each_post_is_told_whether_the_dialogue_counts_for_it(dialogue, register, reasons):
    site = a_site(dialogue, **register)
    view = site.views.dialogues[dialogue.id]
    entries = entries_by_post(site.progress(year) for year in site.register.rules)
    assert [credit.verdict for credit in credits_of(site.register, view, entries)] == reasons


@pytest.mark.parametrize("dialogue", [
    a_held_dialogue(), a_held_dialogue(kind="ad-hoc"), a_held_dialogue(presided_by=["party"]),
    a_held_dialogue(presided_by=[{"post": "party", "deputy": True}]),
    a_held_dialogue(held={"presided_by": ["government"]}), a_dialogue("x", an_announcement()),
])
def test_what_the_page_counts_the_ledger_counts(dialogue):
    site = a_site(dialogue)
    entries = entries_by_post([site.progress(2023)])
    credits = credits_of(site.register, site.views.dialogues[dialogue.id], entries)
    assert [credit.counts for credit in credits] == [credit.entry.credited for credit in credits]


def test_a_credit_is_said_in_words_with_the_posts_standing():
    text = section(page_of(a_held_dialogue(kind="thematic", presided_by=["party"])), "chi-tieu")
    assert text == (
        "Bí thư Đảng ủy phường: không được tính vì chỉ tính đối thoại định kỳ. Chức danh này năm 2023, tính đến ngày 15/9/2023: "
        "chỉ có đối thoại theo chuyên đề hoặc đột xuất, không được tính. Tiến độ thực hiện chỉ tiêu năm 2023"
    )


@pytest.mark.parametrize("stage, words", [
    ("scheduled", "chưa tổ chức nên chưa được tính."),
    ("awaiting", "chưa được tính vì chưa có báo cáo kết quả."),
    ("cancelled", "không được tính vì đã hủy."),
    ("held on an unknown day", "chưa được tính vì không rõ ngày tổ chức."),
])
def test_a_dialogue_that_does_not_count_yet_says_why(stage, words):
    assert words in section(page_at(stage), "chi-tieu")
