"""Which release brought a dialogue's record, and which changed it last."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema

from tests.folders import append_to
from tests.releases.sites import built, copied, last_release, released


def changes(site: Path) -> dict:
    return json.loads((site / "api/v1/changes.json").read_bytes())


def rows(site: Path) -> dict[str, tuple[int | None, int | None]]:
    return {row["dialogue"]: (row["created"], row["modified"]) for row in changes(site)["rows"]}


def test_the_first_release_brings_all(site):
    released(site)
    assert set(rows(site).values()) == {(1, 1)} and changes(site)["since"] == 1


def test_it_may_be_used_as_all_other_data(site):
    released(site)
    assert changes(site)["licence"] == json.loads((site / "api/v1/index.json").read_bytes())["licence"] != {}


def test_the_second_brings_what_is_new_and_keeps_the_rest(two_releases):
    found = rows(two_releases)
    assert found.pop("ha-ly-moi") == (2, 2) and set(found.values()) == {(1, 1)} and changes(two_releases)["release"] == 2


def test_a_record_that_changes_is_modified_with_that_release(site, content, tmp_path):
    released(site)
    append_to(content / "dialogues/2023/ha-ly-dinh-ky.yml", "note: Có điểm cầu ở nhà văn hóa.\n")
    later = built(tmp_path / "later", content)
    released(later, last_release(site))
    assert {id_ for id_, row in rows(later).items() if row == (1, 2)} == {"ha-ly-dinh-ky"}


def test_the_same_site_has_the_same_file(site, tmp_path):
    released(site)
    was = (site / "api/v1/changes.json").read_bytes()
    released(site, last_release(site))
    assert (site / "api/v1/changes.json").read_bytes() == was


def test_what_was_there_before_anybody_kept_this_file_is_of_no_known_release(two_releases, next_site, tmp_path):
    """As where an earlier version of the program has released."""
    before = last_release(copied(two_releases, tmp_path / "copy"))
    before = type(before)(before.log, before.sums, before.promises, changes=None)
    released(next_site, before)
    assert set(rows(next_site).values()) == {(None, None)} and changes(next_site)["since"] == 3


def test_it_keeps_to_its_schema(two_releases):
    schema = json.loads((two_releases / "api/v1/schema/changes.schema.json").read_bytes())
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(changes(two_releases))
