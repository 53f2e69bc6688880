"""Every post that can owe a dialogue is known wherever posts have a place of their own."""

from __future__ import annotations

from generator.model import Post
from generator.model.rules import PostMinimum
from generator.sheets.layouts import read_forms
from generator.site.formatting import post_title
from tests.builders import WORDS, a_commune
from tests.places import TEMPLATES


def test_each_can_have_a_number_of_its_own_in_the_rules():
    assert set(PostMinimum.model_fields) == {post.value for post in Post}


def test_each_has_its_times_in_the_plans_that_offices_send():
    plans = next(form for form in read_forms(TEMPLATES) if form.name == "DK02")
    columns = {column.field for column in plans.columns if column.field.endswith("_planned")}
    assert columns == {f"{post}_planned" for post in Post}


def test_the_head_of_the_party_committee_alone_is_called_by_the_committee():
    assert [post for post in Post if "Đảng ủy" in post_title(post, a_commune(), WORDS)] == [Post.PARTY]
