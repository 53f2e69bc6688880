"""The pipeline of GitLab: read by its schema, and its jobs run here as plain shell."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tests.project.ci import GITLAB, RECORD, break_record, cancel, lint, name_somebody, read, run_script


class TestGitLab:
    def test_the_file_has_the_form_that_gitlab_reads(self):
        assert lint("check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci", GITLAB) == ""

    def test_what_only_newer_versions_of_the_host_know_is_named_with_its_version(self):
        """Variables in compare_to came with 17.2; pushing with a job's token is there for all since 18.4."""
        head, _, _ = GITLAB.read_text("utf-8").partition("\nworkflow:")
        (sheets,) = [rule for rule in read(GITLAB)["workflow"]["rules"] if "changes" in rule]
        assert sheets["changes"]["compare_to"].startswith("$") and "17.2" in head and "18.4" in head

    def test_only_the_default_branch_is_published_after_all_else_and_one_at_a_time(self):
        pipeline = read(GITLAB)
        for stage, name in zip(pipeline["stages"][-2:], ("pages", "accepted"), strict=True):
            job = pipeline[name]
            never, always = job["rules"]
            assert (always, job["stage"]) == ({"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH", "when": "always"}, stage)
            assert never == {"if": "$REGISTER", "when": "never"} == pipeline["verify"]["rules"][0]  # of a private inbox nothing is
        assert (pipeline["pages"]["resource_group"], pipeline["pages"]["interruptible"]) == ("register", "false")


    def test_what_was_published_is_asked_of_the_host_again(self):
        job = read(GITLAB)["verify"]
        assert (job["stage"], job["script"]) == ("tell", ['.ci/verify-published "$CI_PAGES_URL" "$LOG"'])


def run_job(folder: Path, name: str) -> subprocess.CompletedProcess[str]:
    """A job of the pipeline as GitLab runs it, for a change of the last commit."""
    return run_script(folder, "\n".join(read(GITLAB)[name]["script"]), CI_MERGE_REQUEST_DIFF_BASE_SHA="HEAD")


class TestTheJobsOnGitLab:
    def test_a_mistake_is_shown_beside_its_line(self, folder):
        break_record(folder)
        checked = run_job(folder, "check")
        (problem,) = json.loads((folder / "loi.json").read_text("utf-8"))
        assert (checked.returncode, problem["location"]) == (1, {"path": RECORD, "lines": {"begin": 2}})

    def test_what_is_to_be_looked_at_passes_and_is_minor(self, folder):
        name_somebody(folder)
        checked = run_job(folder, "check")
        (problem,) = json.loads((folder / "loi.json").read_text("utf-8"))
        assert (checked.returncode, problem["severity"]) == (0, "minor")

    def test_a_sound_change_has_an_empty_report(self, folder):
        cancel(folder)
        assert (run_job(folder, "check").returncode, (folder / "loi.json").read_text("utf-8")) == (0, "[]\n")

    def test_a_record_that_is_gone_stops_the_pipeline(self, folder):
        (folder / RECORD).unlink()
        assert (run_job(folder, "diff").returncode, "Không được làm" in (folder / "thay-doi.md").read_text("utf-8")) == (1, True)

    def test_the_site_is_built(self, folder):
        assert run_job(folder, "build").returncode == 0
