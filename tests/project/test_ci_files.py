"""The workflow files that a city uses as they are: read by their hosts' schemas, safe, and run here as plain shell."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, Callable, Iterator

import pytest
import yaml

from generator.reading.problem_formats import github, gitlab, markdown
from generator.reading.problems import Problem
from generator.reading.record_files import RECORD_FOLDERS
from tests.places import GOLDEN, ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
GITLAB = ROOT / ".gitlab-ci.yml"
BIN = Path(sys.executable).parent
RECORD = "content/dialogues/2023/so-dau-dinh-ky.yml"
MAIN = "github.ref == 'refs/heads/main' && github.event_name != 'pull_request'"


def read(path: Path) -> dict[str, Any]:
    """As text throughout: YAML of 1.1 takes the name ``on`` for true."""
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)


REGISTER = read(ROOT / ".github/workflows/register.yml")


def jobs() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in WORKFLOWS:
        for name, job in read(path)["jobs"].items():
            yield f"{path.stem}/{name}", job


class TestGitHub:
    @pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
    def test_a_workflow_has_the_form_that_github_reads(self, workflow):
        assert lint("check-jsonschema", "--builtin-schema", "vendor.github-workflows", workflow) == ""

    def test_nothing_unsafe_is_found(self):
        assert lint("zizmor", "--offline", "--persona", "pedantic", "--quiet", "--no-progress", *WORKFLOWS) == ""

    def test_every_action_is_pinned_to_a_commit_and_names_its_version(self):
        used = [line for path in WORKFLOWS for line in path.read_text("utf-8").splitlines() if "uses:" in line]
        assert used and [line for line in used if not re.search(r"uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line)] == []

    def test_a_right_is_given_only_to_the_job_that_needs_it(self):
        assert {name: job.get("permissions") for name, job in jobs()} == {
            "register/check": {"contents": "read"}, "program/test": {"contents": "read"}, "program/bare": {"contents": "read"},
            "register/release": {"contents": "write", "pages": "read"}, "dependencies/audit": {"contents": "read"},
            "register/publish": {"pages": "write", "id-token": "write", "attestations": "write"},
            "nation/province": {"contents": "read"}, "nation/join": {"contents": "read"},
            "inbox/public": None, "inbox/read": {"contents": "read"},
            "inbox/propose": {"actions": "write", "contents": "write", "pull-requests": "write"},
            "register/tell": {"contents": "read", "issues": "write"},
            "dependencies/lock": {"contents": "write", "pull-requests": "write"},
        }
        assert all(read(path)["permissions"] == {} for path in WORKFLOWS)

    def test_no_secret_is_asked_for(self):
        assert [path.name for path in (*WORKFLOWS, GITLAB) if "secrets." in path.read_text("utf-8")] == []

    def test_only_the_main_branch_is_released_and_also_where_a_check_has_failed(self):
        job = REGISTER["jobs"]["release"]
        assert (job["needs"], job["if"]) == ("check", f"${{{{ !cancelled() && {MAIN} }}}}")

    def test_only_what_was_released_is_published(self):
        job = REGISTER["jobs"]["publish"]
        assert (job["needs"], job["if"]) == ("release", "${{ !cancelled() && needs.release.result == 'success' }}")

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


class TestGitLab:
    def test_the_file_has_the_form_that_gitlab_reads(self):
        assert lint("check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci", GITLAB) == ""

    def test_only_the_default_branch_is_published_after_all_else_and_one_at_a_time(self):
        pipeline = read(GITLAB)
        for stage, name in zip(pipeline["stages"][-2:], ("pages", "accepted"), strict=True):
            job = pipeline[name]
            assert (job["rules"], job["stage"]) == ([{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH", "when": "always"}], stage)
        assert (pipeline["pages"]["resource_group"], pipeline["pages"]["interruptible"]) == ("register", "false")


class TestWhatRunsTheTests:
    """Of the files that the repository holds, on either host: all but records."""

    RECORDS = tuple(f"content/{name}" for name in ("register.yml", "documents/", "inbox/", *(f"{folder}/" for folder in RECORD_FOLDERS)))
    NEW = ["content/rules/2031.yml", "content/submissions/2031.yml", "generator/new/room.py", "new.toml", "docs/new.png"]

    @pytest.mark.parametrize("event", ["pull_request", "push"])
    def test_github_runs_them_for_every_change_but_of_records(self, event):
        ignored = read(ROOT / ".github/workflows/program.yml")["on"][event]["paths-ignore"]
        assert self.runs_wrongly(lambda path: not matches(path, ignored)) == []

    def test_gitlab_runs_them_for_every_change_but_of_records(self):
        (rule,) = read(GITLAB)["program"]["rules"]
        assert self.runs_wrongly(lambda path: matches(path, rule["changes"])) == []

    def runs_wrongly(self, runs: Callable[[str], bool]) -> list[str]:
        # Who runs the tests in a container does not own the files, which git minds.
        listed = subprocess.run(
            ["git", "-c", "safe.directory=*", "ls-files", "-z"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True,
        ).stdout
        return [path for path in (*listed.rstrip("\0").split("\0"), *self.NEW) if runs(path) == path.startswith(self.RECORDS)]


def matches(path: str, patterns: list[str]) -> bool:
    """As both hosts read them: one star ends at a slash, two do not, and braces hold what may stand there."""
    parts = {r"\*\*/\*": ".*", r"\*\*": ".*", r"\*": "[^/]*", r"\{": "(?:", r"\}": ")", ",": "|"}
    any_part = re.compile("|".join(map(re.escape, parts)))
    return any(re.fullmatch(any_part.sub(lambda part: parts[part[0]], re.escape(pattern)), path) for pattern in patterns)


class TestTheBareMachine:
    """Both hosts follow README where nothing has been installed but what README asks for."""

    README = (ROOT / "README.md").read_text("utf-8")
    STEPS = (ROOT / ".ci/bare-machine").read_text("utf-8")

    def test_it_runs_the_two_commands_of_the_readme_in_their_order(self):
        (block,) = re.findall(r"```sh\n(.*?)```", self.README, re.DOTALL)
        assert re.findall(r"^make \w+", self.STEPS, re.MULTILINE) == re.findall(r"^make \w+", block, re.MULTILINE) != []

    def test_it_has_what_the_readme_asks_for_and_what_brings_files_over_https(self):
        asked = re.search(r"Debian \w+ (Python) [^,]*, `(\w+)` \w+ `(\w+)`:", self.README).groups()
        (installed,) = re.findall(r"apt-get install .* --no-install-recommends (.*)", self.STEPS)
        assert {name.removesuffix("3") for name in installed.split()} == {name.lower() for name in asked} | {"ca-certificates"}

    def test_both_hosts_run_it_in_a_debian_with_nothing_on_it(self):
        (_, github), gitlab = read(ROOT / ".github/workflows/program.yml")["jobs"]["bare"]["steps"], read(GITLAB)["bare-machine"]
        image = gitlab["image"]
        assert (image, gitlab["script"]) == ("debian:bookworm-slim", [".ci/bare-machine"])
        assert f" {image} /register/.ci/bare-machine" in github["run"]


def lint(tool: str, *arguments: object) -> str:
    """What the tool finds; nothing when all is well."""
    done = subprocess.run([BIN / tool, *arguments], capture_output=True, encoding="utf-8", env={**os.environ, "NO_COLOR": "1"})
    return "" if done.returncode == 0 else done.stdout + done.stderr


@pytest.fixture(scope="module")
def repository(tmp_path_factory) -> Path:
    """A city's repository: this project with the golden content, and one commit of it."""
    folder = tmp_path_factory.mktemp("city") / "register"
    folder.mkdir()
    for name in ("generator", "site_templates"):
        (folder / name).symlink_to(ROOT / name)
    (folder / ".venv").symlink_to(BIN.parent)
    (folder / ".gitignore").write_text(".venv\nsite/\npublic/\n", "utf-8")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(GOLDEN, folder / "content")
    for arguments in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "--message", "a")):
        subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@a.example", *arguments], cwd=folder, check=True)
    return folder


@pytest.fixture
def city(repository: Path) -> Iterator[Path]:
    """The repository with nothing changed yet."""
    yield repository
    subprocess.run(["git", "checkout", "--quiet", "--", "."], cwd=repository, check=True)


def run_step(city: Path, summary: Path, name: str) -> subprocess.CompletedProcess[str]:
    """A step of the workflow as GitHub runs it, for a change of the last commit."""
    (script,) = (step["run"] for step in REGISTER["jobs"]["check"]["steps"] if step["name"] == name)
    return run_script(city, script, GITHUB_STEP_SUMMARY=str(summary), BASE="HEAD")


def run_job(city: Path, name: str) -> subprocess.CompletedProcess[str]:
    """A job of the pipeline as GitLab runs it, for a change of the last commit."""
    return run_script(city, "\n".join(read(GITLAB)[name]["script"]), CI_MERGE_REQUEST_DIFF_BASE_SHA="HEAD")


def run_script(city: Path, script: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script], cwd=city, capture_output=True, encoding="utf-8",
        env={**os.environ, **environment},
    )


def cancel(city: Path) -> None:
    with (city / RECORD).open("a", encoding="utf-8") as record:
        record.write("  - {announced_on: 2023-09-15, state: cancelled, reason: Ảnh hưởng của bão}\n")


def break_record(city: Path) -> None:
    (city / RECORD).write_text((city / RECORD).read_text("utf-8").replace("kind: periodic", "kind: định kỳ"), "utf-8")


def name_somebody(city: Path) -> None:
    with (city / RECORD).open("a", encoding="utf-8") as record:
        record.write("note: Ông Nguyễn Văn Mẫu hỏi về đường\n")


class TestTheStepsOnGitHub:
    def test_a_sound_change_passes_the_check(self, city, tmp_path):
        cancel(city)
        assert run_step(city, tmp_path / "s", "Kiểm tra bản ghi").returncode == 0

    def test_a_mistake_is_shown_beside_its_line(self, city, tmp_path):
        break_record(city)
        checked = run_step(city, tmp_path / "s", "Kiểm tra bản ghi")
        assert (checked.returncode, checked.stdout.startswith(f"::error file={RECORD},line=2,col=7,title=value-is-listed::kind: ")) == (1, True)

    def test_a_mistake_is_told_in_the_summary(self, city, tmp_path):
        break_record(city)
        run_step(city, tmp_path / "s", "Tóm tắt lỗi")
        assert f"| {RECORD} | 2 | kind: phải là một trong" in (tmp_path / "s").read_text("utf-8")

    def test_what_is_to_be_looked_at_passes_and_is_told_beside_its_line_and_in_the_summary(self, city, tmp_path):
        name_somebody(city)
        checked = run_step(city, tmp_path / "s", "Kiểm tra bản ghi")
        assert (checked.returncode, checked.stdout.startswith(f"::warning file={RECORD},line=")) == (0, True)
        (condition,) = (step["if"] for step in REGISTER["jobs"]["check"]["steps"] if step["name"] == "Tóm tắt lỗi")
        run_step(city, tmp_path / "s", "Tóm tắt lỗi")
        said = (tmp_path / "s").read_text("utf-8")
        assert condition == "${{ !cancelled() }}" and "### Cần xem lại 1 chỗ" in said and "không có lỗi" in said

    def test_the_summary_tells_what_the_public_will_see(self, city, tmp_path):
        cancel(city)
        compared = run_step(city, tmp_path / "s", "Người dân sẽ thấy gì")
        assert (compared.returncode, "- Hủy: Đối thoại định kỳ" in (tmp_path / "s").read_text("utf-8")) == (0, True)

    def test_a_record_that_is_gone_stops_the_run(self, city, tmp_path):
        (city / RECORD).unlink()
        compared = run_step(city, tmp_path / "s", "Người dân sẽ thấy gì")
        assert (compared.returncode, "### Không được làm (1)" in (tmp_path / "s").read_text("utf-8")) == (1, True)

    def test_the_site_is_built(self, city, tmp_path):
        built = run_step(city, tmp_path / "s", "Dựng trang")
        assert (built.returncode, (city / "site/index.html").is_file()) == (0, True)

    def test_a_first_push_has_nothing_to_compare_with(self, city):
        (script,) = (step["run"] for step in REGISTER["jobs"]["check"]["steps"] if step["name"] == "Người dân sẽ thấy gì")
        assert run_script(city, script, GITHUB_STEP_SUMMARY=os.devnull, BASE="0" * 40).returncode == 0


class TestTheJobsOnGitLab:
    def test_a_mistake_is_shown_beside_its_line(self, city):
        break_record(city)
        checked = run_job(city, "check")
        (problem,) = json.loads((city / "loi.json").read_text("utf-8"))
        assert (checked.returncode, problem["location"]) == (1, {"path": RECORD, "lines": {"begin": 2}})

    def test_what_is_to_be_looked_at_passes_and_is_minor(self, city):
        name_somebody(city)
        checked = run_job(city, "check")
        (problem,) = json.loads((city / "loi.json").read_text("utf-8"))
        assert (checked.returncode, problem["severity"]) == (0, "minor")

    def test_a_sound_change_has_an_empty_report(self, city):
        cancel(city)
        assert (run_job(city, "check").returncode, (city / "loi.json").read_text("utf-8")) == (0, "[]\n")

    def test_a_record_that_is_gone_stops_the_pipeline(self, city):
        (city / RECORD).unlink()
        assert (run_job(city, "diff").returncode, "Không được làm" in (city / "thay-doi.md").read_text("utf-8")) == (1, True)

    def test_the_site_is_built(self, city):
        assert run_job(city, "build").returncode == 0


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



PROBLEM = Problem("a,b.yml", 3, 5, "topic", "a-rule", "phải 100%", "<b>@ai|\n")


class TestFormats:
    def test_no_text_of_a_record_ends_or_begins_a_command_of_github(self):
        assert github([PROBLEM], "content") == (
            "::error file=content/a%2Cb.yml,line=3,col=5,title=a-rule::topic: phải 100%25; đang ghi '<b>@ai|'\n"
        )

    def test_no_text_of_a_record_is_a_tag_or_a_column_of_the_summary(self):
        assert "| 3 | topic: phải 100%; đang ghi '&lt;b&gt;@&#8203;ai\\|' |" in markdown([PROBLEM], "content")

    def test_a_problem_keeps_its_fingerprint_when_lines_are_added_above(self):
        moved = Problem("a,b.yml", 30, 5, "topic", "a-rule", "phải 100%", "<b>@ai|\n")
        assert json.loads(gitlab([PROBLEM], "c"))[0]["fingerprint"] == json.loads(gitlab([moved], "c"))[0]["fingerprint"]

    def test_the_summary_names_the_rule_to_look_up(self):
        assert "| a-rule |\n\nCách sửa theo tên quy tắc: sổ tay" in markdown([PROBLEM], "content")

    def test_a_summary_that_nobody_would_read_is_cut_and_counted(self):
        assert markdown([PROBLEM] * 130, "content").count("\n… và 30 lỗi nữa.\n") == 1
