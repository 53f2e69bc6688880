"""The workflows of GitHub: read by its schema, safe, and their steps run here as plain shell."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import Any, Iterator

import pytest

from tests.places import ROOT
from tests.project.ci import GITLAB, RECORD, REGISTER, WORKFLOWS, break_record, cancel, lint, name_somebody, read, run_script

MAIN = "github.ref == 'refs/heads/main' && github.event_name != 'pull_request' && !vars.REGISTER"


def jobs() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in WORKFLOWS:
        for name, job in read(path)["jobs"].items():
            yield f"{path.stem}/{name}", job


class TestGitHub:
    @pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
    def test_a_workflow_has_the_form_that_github_reads(self, workflow):
        assert lint("check-jsonschema", "--builtin-schema", "vendor.github-workflows", workflow) == ""

    def test_nothing_unsafe_is_found(self):
        assert lint("zizmor", "--offline", "--persona", "pedantic", "--quiet", "--no-progress", ROOT / ".github") == ""

    def test_every_action_is_pinned_to_a_commit_and_names_its_version(self):
        used = [line for path in WORKFLOWS for line in path.read_text("utf-8").splitlines() if "uses:" in line]
        assert used and [line for line in used if not re.search(r"uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line)] == []

    def test_a_right_is_given_only_to_the_job_that_needs_it(self):
        assert {name: job.get("permissions") for name, job in jobs()} == {
            "register/check": {"contents": "read"}, "program/test": {"contents": "read"},
            "register/release": {"contents": "write", "pages": "read"}, "dependencies/audit": {"contents": "read"},
            "dependencies/zensical": {"contents": "read"},
            "register/publish": {"pages": "write", "id-token": "write", "attestations": "write"},
            "register/verify": {"contents": "read"},
            "nation/province": {"contents": "read"}, "nation/join": {"contents": "read"},
            "inbox/public": None, "inbox/read": {"contents": "read"},
            "inbox/propose": {"actions": "write", "contents": "write", "pull-requests": "write"},
            "register/tell": {"contents": "read", "issues": "write"},
            "dependencies/lock": {"actions": "write", "contents": "write", "pull-requests": "write"},
        }
        assert all(read(path)["permissions"] == {} for path in WORKFLOWS)

    def test_what_a_workflow_proposes_is_checked_as_what_a_person_does(self):
        """GitHub checks by itself nothing that a workflow's own right has pushed, and the main branch admits nothing unchecked."""
        proposing = [step["run"] for _, job in jobs() for step in job["steps"] if "gh pr create" in step.get("run", "")]
        assert len(proposing) == 2 and all(run.endswith('gh workflow run register.yml --ref "$branch"\n') for run in proposing)

    def test_no_secret_is_asked_for(self):
        assert [path.name for path in (*WORKFLOWS, GITLAB) if "secrets." in path.read_text("utf-8")] == []

    def test_only_the_main_branch_is_released_and_also_where_a_check_has_failed(self):
        job = REGISTER["jobs"]["release"]
        assert (job["needs"], job["if"]) == ("check", f"${{{{ !cancelled() && {MAIN} }}}}")

    def test_only_what_was_released_is_published(self):
        job = REGISTER["jobs"]["publish"]
        assert (job["needs"], job["if"]) == ("release", "${{ !cancelled() && needs.release.result == 'success' }}")

    def test_what_was_published_is_asked_of_the_host_again_and_not_undone(self):
        job = REGISTER["jobs"]["verify"]
        assert (job["needs"], job["if"]) == (["release", "publish"], "${{ !cancelled() && needs.publish.result == 'success' }}")
        assert job["steps"][-1]["run"] == '.ci/verify-published "$ADDRESS" "$LOG"'

    def test_what_was_not_published_is_told_however_that_came(self):
        job = REGISTER["jobs"]["tell"]
        assert (job["needs"], job["if"]) == (["check", "release", "publish"], f"${{{{ always() && {MAIN} }}}}")

    def test_one_run_at_a_time_publishes_and_is_not_broken_off(self):
        assert REGISTER["concurrency"] == {
            "group": "register-${{ github.ref }}", "cancel-in-progress": "${{ github.event_name == 'pull_request' }}",
        }

    def test_no_program_of_the_register_runs_with_the_right_to_write(self):
        steps = [step for job in REGISTER["jobs"].values() for step in job["steps"] if "GH_TOKEN" in step.get("env", {})]
        assert steps and [step["name"] for step in steps if "dialogues" in step["run"] or "publish-register" in step["run"]] == []

    def test_the_site_is_built_anew_five_minutes_after_midnight_in_viet_nam(self):
        assert REGISTER["on"]["schedule"] == [{"cron": "5 17 * * *"}]


def run_step(folder: Path, summary: Path, name: str) -> subprocess.CompletedProcess[str]:
    """A step of the workflow as GitHub runs it, for a change of the last commit."""
    (script,) = (step["run"] for step in REGISTER["jobs"]["check"]["steps"] if step["name"] == name)
    return run_script(folder, script, GITHUB_STEP_SUMMARY=str(summary), BASE="HEAD")


class TestTheStepsOnGitHub:
    def test_a_sound_change_passes_the_check(self, folder, tmp_path):
        cancel(folder)
        assert run_step(folder, tmp_path / "s", "Kiểm tra bản ghi").returncode == 0

    def test_a_mistake_is_shown_beside_its_line(self, folder, tmp_path):
        break_record(folder)
        checked = run_step(folder, tmp_path / "s", "Kiểm tra bản ghi")
        assert (checked.returncode, checked.stdout.startswith(f"::error file={RECORD},line=2,col=7,title=value-is-listed::kind: ")) == (1, True)

    def test_a_mistake_is_told_in_the_summary(self, folder, tmp_path):
        break_record(folder)
        run_step(folder, tmp_path / "s", "Tóm tắt lỗi")
        assert f"| {RECORD} | 2 | kind: phải là một trong" in (tmp_path / "s").read_text("utf-8")

    def test_what_is_to_be_looked_at_passes_and_is_told_beside_its_line_and_in_the_summary(self, folder, tmp_path):
        name_somebody(folder)
        checked = run_step(folder, tmp_path / "s", "Kiểm tra bản ghi")
        assert (checked.returncode, checked.stdout.startswith(f"::warning file={RECORD},line=")) == (0, True)
        (condition,) = (step["if"] for step in REGISTER["jobs"]["check"]["steps"] if step["name"] == "Tóm tắt lỗi")
        run_step(folder, tmp_path / "s", "Tóm tắt lỗi")
        said = (tmp_path / "s").read_text("utf-8")
        assert condition == "${{ !cancelled() }}" and "### Cần xem lại 1 chỗ" in said and "không có lỗi" in said

    def test_the_summary_tells_what_the_public_will_see(self, folder, tmp_path):
        cancel(folder)
        compared = run_step(folder, tmp_path / "s", "Người dân sẽ thấy gì")
        assert (compared.returncode, "- Hủy: Đối thoại định kỳ" in (tmp_path / "s").read_text("utf-8")) == (0, True)

    def test_a_record_that_is_gone_stops_the_run(self, folder, tmp_path):
        (folder / RECORD).unlink()
        compared = run_step(folder, tmp_path / "s", "Người dân sẽ thấy gì")
        assert (compared.returncode, "### Không được làm (1)" in (tmp_path / "s").read_text("utf-8")) == (1, True)

    def test_the_site_is_built(self, folder, tmp_path):
        built = run_step(folder, tmp_path / "s", "Dựng trang")
        assert (built.returncode, (folder / "site/index.html").is_file()) == (0, True)

    def test_a_first_push_has_nothing_to_compare_with(self, folder):
        (script,) = (step["run"] for step in REGISTER["jobs"]["check"]["steps"] if step["name"] == "Người dân sẽ thấy gì")
        assert run_script(folder, script, GITHUB_STEP_SUMMARY=os.devnull, BASE="0" * 40).returncode == 0


@pytest.fixture
def tell(tmp_path):
    """Tells a status as the last job on GitHub does; gives back how it ended and what GitHub's own program was asked for."""
    asked = tmp_path / "asked"
    program = tmp_path / "gh"
    program.write_text(
        f"#!/bin/sh\nprintf '%s\\n' \"$*\" >>'{asked}'\ncase $2 in list) echo $OPEN ;; repos*) echo @can-bo ;; esac\n", "utf-8"
    )
    program.chmod(0o755)

    def told(status: str, open_issue: str = "") -> tuple[int, str]:
        done = subprocess.run([ROOT / ".ci/tell-github", status, "https://kho.example/run/1"], env={
            **os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "OPEN": open_issue, "GITHUB_REPOSITORY": "thanh-pho/so",
            "GITHUB_REPOSITORY_OWNER": "thanh-pho", "GITHUB_SHA": "abc",
        })
        return done.returncode, asked.read_text("utf-8").partition("\n")[2]

    return told


class TestTellingOnGitHub:
    def test_a_refusal_names_who_made_the_change(self, tell):
        ended, asked = tell("3")
        assert ended == 1 and "issue create --title Trang chưa nhận thay đổi mới" in asked
        assert "**Người xử lý:** @can-bo" in asked and "https://kho.example/run/1" in asked

    def test_a_failure_names_who_keeps_the_machine(self, tell):
        ended, asked = tell("")
        assert ended == 1 and "issue create" in asked and "**Người xử lý:** người giữ máy (@thanh-pho)" in asked

    def test_a_second_one_is_a_comment(self, tell):
        ended, asked = tell("3", open_issue="12")
        assert ended == 1 and "issue comment 12 --body" in asked and "issue create" not in asked

    def test_all_well_says_nothing(self, tell):
        assert tell("0") == (0, "")

    def test_all_well_again_closes_what_was_told(self, tell):
        ended, asked = tell("0", open_issue="12")
        assert (ended, asked.startswith("issue close 12 --comment")) == (0, True)
