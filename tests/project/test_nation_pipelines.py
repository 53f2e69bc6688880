"""The pipelines that build 34 sample registers side by side: the same provinces on both hosts, which are those that there are."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import yaml

from bench.nation import Province
from generator.editing.unit_lists import library_provinces
from tests.places import ROOT
from tests.releases.sites import built, released

GITHUB = yaml.safe_load((ROOT / ".github/workflows/nation.yml").read_text("utf-8"))
GITLAB = yaml.safe_load((ROOT / ".ci/nation.gitlab-ci.yml").read_text("utf-8"))


def test_both_hosts_build_every_province_there_is():
    assert GITHUB["jobs"]["province"]["strategy"]["matrix"]["province"] == library_provinces()
    assert GITLAB["province"]["parallel"]["matrix"][0]["PROVINCE"] == library_provinces()


def test_a_provinces_job_begins_in_an_empty_folder(tmp_path):
    assert Province("Điện Biên", tmp_path / "dien-bien").seed() > 0
    assert (tmp_path / "dien-bien/content/pages/so-tay/phat-hanh.md").is_file()


def test_the_file_has_the_form_that_gitlab_reads():
    lint = Path(sys.executable).with_name("check-jsonschema")
    subprocess.run(
        [lint, "--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci", ROOT / ".ci/nation.gitlab-ci.yml"], check=True,
    )


def test_the_registers_that_there_are_get_joined_and_the_others_named(tmp_path):
    """By the script that both hosts call, in a folder as their jobs leave it: here that of one province."""
    site = built(tmp_path / "nation/dien-bien/dien-bien/site")
    released(site)
    for folder in ("site_templates", "generator"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    (tmp_path / ".venv").symlink_to(Path(sys.executable).parents[1])
    shutil.copy(ROOT / ".ci/join-nation", tmp_path / "join-nation")
    subprocess.run([tmp_path / "join-nation", "nation", "page"], cwd=tmp_path, check=True, capture_output=True)
    registers = json.loads((tmp_path / "page/nation.json").read_text("utf-8"))["registers"]
    assert len(registers) == 34 and [one["name"] for one in registers if not one["failure"]] == ["Điện Biên"]
