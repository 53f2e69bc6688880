"""Sheets put into the inbox, end to end: uploaded to a bare repository, read without a right, proposed, and kept off the main
branch; also sheets and names that somebody sends who means harm."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.places import ROOT
from tests.project.ci import GITLAB, read
from tests.project.cities import City
from tests.sheets.offices import DK01, a_plan, a_sheet

NOTHING_TO_PROPOSE = 3
WORKFLOW = read(ROOT / ".github/workflows/inbox.yml")
JOBS = WORKFLOW["jobs"]


class Inbox(City):
    """The city's clone as the two machines of its host have it: one reads, one proposes."""

    def upload(self, sheet: Path | bytes, name: str = "dk01-hong-bang.xlsx", branch: str = "can-bo-patch-1") -> str:
        """As the host's page does: one commit on a branch of its own."""
        self.git("switch", "--quiet", "--force-create", branch, "origin/main")
        file = self.clone / "content/inbox" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(sheet if isinstance(sheet, bytes) else sheet.read_bytes())
        commit = self.commit("Add files via upload")
        self.push(branch)
        return commit

    def push(self, branch: str) -> None:
        self.git("push", "--quiet", "--force", "origin", branch)

    def read(self, commit: str) -> tuple[int, str]:
        shutil.rmtree(self.clone / "proposal", ignore_errors=True)
        self.git("switch", "--quiet", "--detach", "origin/main")
        assert (newest := self.run("inbox", "newest")).returncode == 0, newest.stderr
        done = self.run("inbox", "read", commit, "proposal")
        self.git("reset", "--quiet", "--hard")
        return done.returncode, done.stdout + done.stderr

    def propose(self, commit: str, *options: str, **environment: str) -> tuple[int, str]:
        done = self.run("inbox", "propose", commit, "proposal", *options, **environment)
        return done.returncode, done.stdout + done.stderr

    def imported(self, commit: str, **environment: str) -> str:
        """The branch that is proposed."""
        assert (done := self.read(commit))[0] == 0, done
        assert (done := self.propose(commit, **environment))[0] == 0, done
        return (self.clone / "proposal/branch").read_text().strip()

    @property
    def text(self) -> str:
        return (self.clone / "proposal/text.md").read_text("utf-8")

    @property
    def title(self) -> str:
        return (self.clone / "proposal/title").read_text("utf-8").strip()

    def origin(self, *arguments: str) -> list[str]:
        done = subprocess.run(
            ["git", "-C", str(self.folder / "origin"), *arguments], check=True, capture_output=True, text=True
        )
        return done.stdout.rstrip("\0\n").replace("\0", "\n").split("\n")

    def branches(self) -> set[str]:
        return set(self.origin("for-each-ref", "--format=%(refname:short)", "refs/heads"))

    def changed(self, branch: str) -> list[str]:
        return self.origin("diff", "--name-status", "-z", "--no-renames", f"main...{branch}")


@pytest.fixture
def inbox(begun_city, tmp_path) -> Inbox:
    return Inbox(Path(shutil.copytree(begun_city.folder, tmp_path / "city", symlinks=True)))


@pytest.fixture
def sheet(tmp_path) -> Path:
    return a_sheet(tmp_path / "dk01.xlsx", DK01, a_plan(kind="Chuyên đề", topic="Đất đai <b>@ai</b>"))


def digest(sheet: Path) -> str:
    return hashlib.sha256(sheet.read_bytes()).hexdigest()


class TestASheet:
    def test_comes_as_a_branch_of_records_with_what_they_say_as_its_text(self, inbox, sheet):
        branch = inbox.imported(inbox.upload(sheet))
        receipt = f"content/inbox/{digest(sheet)}.sha256"
        record, = (path for path in inbox.changed(branch) if path.startswith("content/dialogues/2023/"))
        assert inbox.changed(branch) == ["A", record, "A", receipt]
        assert "Đất đai" in "\n".join(inbox.origin("show", f"{branch}:{record}"))
        assert inbox.title == "Bảng Excel: 1 cuộc mới, 0 cuộc thay đổi" and "### Mới" in inbox.text and "Đất đai" in inbox.text

    def test_is_not_on_the_main_branch_nor_its_records_before_a_person_agrees(self, inbox, sheet):
        before = inbox.origin("rev-parse", "main")
        inbox.imported(inbox.upload(sheet))
        assert inbox.origin("rev-parse", "main") == before

    def test_is_kept_beside_the_register_and_only_its_name_and_digest_stay_in_it(self, inbox, sheet):
        branch = inbox.imported(inbox.upload(sheet))
        assert inbox.origin("show", f"{branch}:content/inbox/{digest(sheet)}.sha256") == [f"{digest(sheet)}  dk01-hong-bang.xlsx"]
        assert inbox.origin("ls-tree", "-r", "--name-only", "inbox-sheets") == [f"{digest(sheet)}.xlsx"]
        kept = inbox.origin("rev-parse", f"inbox-sheets:{digest(sheet)}.xlsx")
        assert kept == [inbox.git("hash-object", str(sheet))] and kept[0] not in "\n".join(inbox.origin("ls-tree", "-r", branch))

    def test_that_came_before_is_kept_too(self, inbox, sheet, tmp_path):
        inbox.imported(inbox.upload(sheet))
        other = a_sheet(tmp_path / "other.xlsx", DK01, a_plan(kind="Chuyên đề", topic="Cấp nước"))
        inbox.imported(inbox.upload(other, branch="can-bo-patch-2"))
        assert inbox.origin("ls-tree", "-r", "--name-only", "inbox-sheets") == sorted(f"{digest(it)}.xlsx" for it in (sheet, other))

    def test_leaves_a_register_that_check_accepts_and_that_is_merged_without_the_sheet(self, inbox, sheet):
        branch = inbox.imported(inbox.upload(sheet))
        inbox.git("switch", "--quiet", "--force", "--detach", "origin/main")
        inbox.git("merge", "--quiet", "--no-edit", f"origin/{branch}")
        done = subprocess.run(
            [inbox.clone / ".venv/bin/python", "-m", "generator", "check"], cwd=inbox.clone, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        assert [path.suffix for path in (inbox.clone / "content/inbox").iterdir()] == [".sha256"]

    def test_on_the_branch_that_it_came_on_is_refused_by_check(self, inbox, sheet):
        inbox.upload(sheet)
        done = subprocess.run(
            [inbox.clone / ".venv/bin/python", "-m", "generator", "check"], cwd=inbox.clone, capture_output=True, text=True
        )
        assert done.returncode == 1 and "inbox/dk01-hong-bang.xlsx:1:1: " in done.stderr
        assert "[sheet-is-imported]" in done.stderr

    def test_that_is_not_understood_changes_nothing_and_is_told_with_its_cell(self, inbox, tmp_path):
        sheet = a_sheet(tmp_path / "a.xlsx", DK01, a_plan(unit="Phường Không Có"), a_plan(kind="Chuyên đề"))
        branch = inbox.imported(inbox.upload(sheet))
        assert inbox.changed(branch) == ["A", f"content/inbox/{digest(sheet)}.sha256"]
        assert inbox.title == "Bảng Excel: 1 chỗ chưa hiểu" and (inbox.clone / "proposal/draft").exists()
        assert "### Chưa hiểu, hãy sửa trong bảng rồi gửi lại cả bảng" in inbox.text and "dk01-hong-bang.xlsx, Biểu, ô B" in inbox.text

    def test_that_would_make_the_register_unsound_is_told_at_its_cell(self, inbox, tmp_path):
        sheet = a_sheet(tmp_path / "a.xlsx", DK01, a_plan(kind="Chuyên đề", topic="Gọi 0912 345 678"))
        inbox.imported(inbox.upload(sheet))
        assert "### Nếu ghi thì sẽ có lỗi" in inbox.text and ", Biểu, ô " in inbox.text.partition("Nếu ghi thì")[2]
        assert "Chưa ghi gì vào sổ" in inbox.text and not list((inbox.clone / "content/dialogues/2023").glob("*dat-dai*"))

    def test_that_has_been_imported_and_received_proposes_nothing(self, inbox, sheet):
        commit = inbox.upload(sheet)
        branch = inbox.imported(commit)
        inbox.git("push", "--quiet", "origin", f"origin/{branch}:main")
        assert inbox.read(commit)[0] == NOTHING_TO_PROPOSE

    def test_takes_its_branch_away_when_it_held_nothing_else(self, inbox, sheet):
        inbox.imported(inbox.upload(sheet), UPLOADED="can-bo-patch-1")
        assert "can-bo-patch-1" not in inbox.branches()

    def test_leaves_a_branch_that_holds_more(self, inbox, sheet):
        inbox.upload(sheet)
        inbox.edit("kind: periodic", "kind: adhoc")
        commit = inbox.commit("Sửa")
        inbox.push("can-bo-patch-1")
        branch = inbox.imported(commit, UPLOADED="can-bo-patch-1")
        assert "can-bo-patch-1" in inbox.branches() and "so-dau-dinh-ky" not in "".join(inbox.changed(branch))

    def test_put_on_the_main_branch_itself_is_imported_and_taken_off_it(self, inbox, sheet):
        commit = inbox.upload(sheet, branch="main")
        branch = inbox.imported(commit, UPLOADED="main")
        assert "content/inbox/dk01-hong-bang.xlsx" in inbox.changed(branch) and "main" in inbox.branches()
        assert not [path for path in inbox.origin("ls-tree", "-r", "--name-only", branch) if path.endswith(".xlsx")]

    def test_in_a_private_inbox_is_held_against_the_public_register(self, inbox, sheet, tmp_path):
        public = tmp_path / "public"
        shutil.copytree(inbox.folder / "origin", public)
        clone = Inbox(tmp_path)
        clone.clone = tmp_path / "clerk"
        subprocess.run(["git", "clone", "--quiet", str(public), str(clone.clone)], check=True)
        clone.edit("kind: periodic", "kind: periodic  # sửa ở sổ công khai")
        newest = clone.commit("Sửa")
        clone.git("push", "--quiet", "origin", "main")
        commit = inbox.upload(sheet)
        inbox.git("switch", "--quiet", "--detach", "origin/main")
        assert inbox.run("inbox", "newest", REGISTER=str(public)).returncode == 0
        assert inbox.git("rev-parse", "HEAD") == newest
        assert inbox.run("inbox", "read", commit, "proposal").returncode == 0
        assert (inbox.clone / "proposal/base").read_text().strip() == newest


class TestHarm:
    @pytest.mark.parametrize("name", [
        "--upload-pack=touch x.xlsx", "$(touch x).xlsx", "a;touch x\n.xlsx", "<img src=x>@ai#1.xlsx", "`touch x`.xlsx",
        "../x.xlsx".replace("/", "∕"), "bảng 'Sở \"Dầu\"'.xlsx", "a\\nb](http:∕∕x).xlsx",
    ])
    def test_a_name_means_nothing(self, inbox, sheet, name):
        branch = inbox.imported(inbox.upload(sheet, name))
        (line,) = inbox.origin("show", f"{branch}:content/inbox/{digest(sheet)}.sha256")
        assert not (inbox.clone / "x").exists() and line.partition("  ")[2].lstrip("_")[0] not in "-."
        assert not set("<>`$;@#\\'\"[]") & set(line) and "<b>" not in inbox.text and "@ai" not in inbox.text

    def test_a_link_out_of_the_repository_is_not_followed(self, inbox):
        inbox.git("switch", "--quiet", "--create", "lien-ket")
        (inbox.clone / "content/inbox").mkdir()
        (inbox.clone / "content/inbox/a.xlsx").symlink_to("/etc/passwd")
        commit = inbox.commit("Liên kết")
        inbox.push("lien-ket")
        assert inbox.read(commit)[0] == NOTHING_TO_PROPOSE
        assert "là liên kết, không phải tệp" in inbox.text and "root" not in inbox.text

    def test_a_bomb_is_not_unpacked(self, inbox, tmp_path):
        bomb = tmp_path / "bomb.xlsx"
        with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as parts:
            parts.writestr("xl/worksheets/sheet1.xml", b"0" * 30_000_000)
        inbox.imported(inbox.upload(bomb))
        assert "quá lớn sau khi giải nén" in inbox.text

    def test_a_file_that_is_too_large_is_not_opened_and_told(self, inbox):
        branch = inbox.imported(inbox.upload(b"PK" + os.urandom(5_100_000)))
        assert "tệp phải nhỏ hơn 5 MB" in inbox.text and len(inbox.changed(branch)) == 2

    def test_what_reads_the_sheets_can_have_nothing_pushed_but_records(self, inbox, sheet):
        commit = inbox.upload(sheet)
        inbox.read(commit)
        for path in (".ci/bare-machine", ".github/workflows/own.yml", "content/pages/x.md", "content/dialogues/x.yml"):
            patch = f"diff --git a/{path} b/{path}\nnew file mode 100644\n--- /dev/null\n+++ b/{path}\n@@ -0,0 +1 @@\n+x\n"
            (inbox.clone / "proposal/changes.patch").write_text(patch if path != ".ci/bare-machine" else patch.replace("/bare", "/own"))
            status, said = inbox.propose(commit)
            assert (status, "?" in said) == (1, True), said
            inbox.git("reset", "--quiet", "--hard")
        assert [branch for branch in inbox.branches() if branch.startswith("inbox-") and branch != "inbox-sheets"] == []

    def test_what_reads_the_sheets_can_put_no_link_in_place_of_a_record(self, inbox, sheet):
        commit = inbox.upload(sheet)
        inbox.read(commit)
        path = "content/dialogues/2023/x.yml"
        patch = f"diff --git a/{path} b/{path}\nnew file mode 120000\n--- /dev/null\n+++ b/{path}\n@@ -0,0 +1 @@\n+/etc/passwd\n"
        (inbox.clone / "proposal/changes.patch").write_text(patch + "\\ No newline at end of file\n")
        assert inbox.propose(commit)[0] == 1

    def test_what_reads_the_sheets_chooses_no_base_off_the_main_branch(self, inbox, sheet):
        commit = inbox.upload(sheet)
        inbox.read(commit)
        (inbox.clone / "proposal/base").write_text(commit)
        assert inbox.propose(commit)[0] == 1


class TestTheHosts:
    def test_gitlab_is_asked_in_the_push_with_no_new_line_and_no_new_line_of_the_sheets(self, inbox, tmp_path):
        (inbox.folder / "origin/hooks").mkdir(exist_ok=True)
        hook = inbox.folder / "origin/hooks/post-receive"
        hook.write_text(
            f'#!/bin/sh\nfor number in $(seq 0 $((${{GIT_PUSH_OPTION_COUNT:-0}} - 1))); do\n'
            f'eval "printf \'%s\\\\n\' \\"\\$GIT_PUSH_OPTION_$number\\"" >>"{tmp_path}/asked"\ndone\n'
        )
        hook.chmod(0o755)
        inbox.origin("config", "receive.advertisePushOptions", "true")
        sheet = a_sheet(tmp_path / "a.xlsx", DK01, a_plan(kind="Chuyên đề", topic="Ổ C:\\nhap"))
        commit = inbox.upload(sheet)
        inbox.read(commit)
        assert (done := inbox.propose(commit, "--gitlab"))[0] == 0, done
        asked = (tmp_path / "asked").read_text("utf-8").splitlines()
        assert asked[:3] == ["merge_request.create", "merge_request.target=main", f"merge_request.title={inbox.title}"]
        (described,) = (line for line in asked if line.startswith("merge_request.description="))
        text = described.partition("=")[2].replace("\\n", "\n").replace("&#110;", "n")
        assert text == inbox.text and "C:" in text

    def test_what_reads_the_sheets_has_no_right_to_write(self):
        assert JOBS["read"]["permissions"] == {"contents": "read"}
        (step,) = (step for step in JOBS["read"]["steps"] if "inbox read" in step.get("run", ""))
        assert "GH_TOKEN" not in step["env"]
        assert ".ci/inbox read" in (line := read(GITLAB)["inbox-read"]["script"][0]) and line.startswith("env -i ")

    def test_what_writes_runs_no_program_of_the_register(self):
        steps = [step.get("run", "") for step in JOBS["propose"]["steps"]]
        assert not [step for step in steps if "make" in step or "dialogues" in step or "python" in step]

    def test_the_program_is_the_main_branchs_and_not_what_came_with_the_sheets(self):
        for job in ("read", "propose"):
            assert JOBS[job]["steps"][0]["with"]["ref"] == "${{ github.event.repository.default_branch }}"
            assert 'origin "$CI_DEFAULT_BRANCH"' in read(GITLAB)[f"inbox-{job}"]["before_script"][0]

    def test_a_public_repository_takes_no_sheet(self):
        assert (JOBS["public"]["if"], JOBS["read"]["if"]) == (
            "${{ !github.event.repository.private }}", "github.event.repository.private",
        )
        first = read(GITLAB)["inbox-read"]["rules"][0]
        assert 'CI_PROJECT_VISIBILITY == "public"' in first["if"] and first["when"] == "never"

    def test_what_was_uploaded_is_named_to_no_shell_but_by_the_environment(self):
        assert "${{" not in "".join(step.get("run", "") for job in JOBS.values() for step in job["steps"])
