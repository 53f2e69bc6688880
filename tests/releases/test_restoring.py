"""A whole register taken back from what it has published, and nothing else: rebuilt, moved to another host, joined."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest
import yaml

from generator.building.site_build import build_whole_site
from generator.joining.nation import join, sources_of
from generator.own_shell.commands import OwnTheme
from generator.releases.copies import FolderCopy, copy_at
from generator.releases.last_release import NotAsReleased
from generator.releases.restoring import NotRestored, Restorable, restorable, restore
from tests.folders import files_of
from tests.places import GOLDEN, TEMPLATES
from tests.releases.sites import copied, last_release, released, served
from tests.run_command import run

DAY = date(2023, 9, 15)
AGENCIES = "fields: {an-ninh: An ninh}\nagencies:\n  - {name: Công an, field: an-ninh} # của mọi cấp\n"
SUBMISSIONS = "submissions:\n  - {unit: hong-bang, report: registration, sent_on: 2023-02-24}\n"
PICTURE = b"\x89PNG\r\n\x1a\n"


def a_content(folder: Path) -> Path:
    """The golden register, with every other kind of file that a content folder may have."""
    content = Path(shutil.copytree(GOLDEN, folder))
    (content / "submissions").mkdir()
    (content / "submissions/2023.yml").write_text(SUBMISSIONS, "utf-8")
    (content / "agencies.yml").write_text(AGENCIES, "utf-8")
    (content / "pages/anh").mkdir()
    (content / "pages/anh/hội nghị (1).png").write_bytes(PICTURE)
    beside_a_dialogue = content / "pages/doi-thoai/2023/so-dau-dinh-ky"
    beside_a_dialogue.mkdir(parents=True)
    (beside_a_dialogue / "ban-do.png").write_bytes(PICTURE)
    (content / "pages/doi-thoai/2023/cam-nang.md").write_text("# Cẩm nang\n", "utf-8")
    (content / "pages/anh/ghi chú.md").write_text("# Ảnh\r\n\r\n![Hội nghị](<hội nghị (1).png>)\r\n", "utf-8")
    return content


@pytest.fixture(scope="module")
def content(tmp_path_factory) -> Path:
    return a_content(tmp_path_factory.mktemp("register") / "content")


@pytest.fixture(scope="module")
def published(content, tmp_path_factory) -> Path:
    """Built in the shell of the register's own, and released."""
    site = tmp_path_factory.mktemp("published") / "site"
    build_whole_site(OwnTheme(TEMPLATES), content, None, site, DAY)
    released(site)
    return site


@pytest.fixture
def copy(published, tmp_path) -> Path:
    return copied(published, tmp_path / "copy")


def restored(place: str | Path, folder: Path) -> Path:
    restore(restorable(copy_at(str(place))), folder)
    return folder


def move(register: Path, address: str) -> None:
    """As the handbook says: the new address, the day from which calendars tell it, and a correction that says so."""
    text = re.sub("^feeds_changed_on: .*$", "feeds_changed_on: 2023-09-15", register.read_text("utf-8"), flags=re.MULTILINE)
    text = text.replace("address: https://doi-thoai.example/\n", f"address: {address}\n")
    text += (
        "corrections:\n  - {corrected_on: 2023-09-15, field: address, was: 'https://doi-thoai.example/', text: Chuyển máy chủ}\n"
    )
    register.write_text(text, "utf-8")


class TestAProvincesRegister:
    def test_is_taken_back_letter_by_letter(self, copy, content, tmp_path):
        assert files_of(restored(copy, tmp_path / "back")) == files_of(content)

    def test_is_taken_back_from_an_address_too(self, copy, content, tmp_path):
        with served(copy) as address:
            assert files_of(restored(address, tmp_path / "back")) == files_of(content)

    def test_comes_to_the_same_site_when_it_is_rebuilt(self, copy, tmp_path):
        build_whole_site(OwnTheme(TEMPLATES), restored(copy, tmp_path / "back"), None, tmp_path / "again", DAY)
        released(tmp_path / "again")
        assert files_of(tmp_path / "again") == files_of(copy)

    def test_can_be_moved_to_another_host_where_its_log_goes_on_and_be_joined(self, copy, tmp_path):
        back = restored(copy, tmp_path / "back")
        move(back / "register.yml", "https://so-moi.example/a/")
        moved = tmp_path / "moved"
        build_whole_site(OwnTheme(TEMPLATES), back, None, moved, DAY)
        assert released(moved, last_release(copy)).log.last.number == 2
        nation = join(sources_of([f"a={copy}", f"b={moved}"]), None, DAY, lambda why: pytest.fail(why))
        old, new = (joined.state for joined in nation.registers)
        assert (old.address, new.address) == ("https://doi-thoai.example/", "https://so-moi.example/a/")
        assert new.figures == old.figures != [] and len(new.upcoming) == len(old.upcoming) > 0


@pytest.fixture(scope="module")
def done(published, tmp_path_factory) -> tuple[Path, str]:
    """The folder that the command has written, and what it said."""
    folder = tmp_path_factory.mktemp("restored")
    done = run("restore", published, "--out", str(folder / "lại"), "--kept", str(folder / "giữ riêng"))
    assert done.exit_code == 0, done.output
    return folder / "lại", done.output


class TestWhatTheCommandWrites:
    def test_may_be_read_by_whoever_may_read_the_program(self, done):
        out, _ = done
        assert (out / "content").stat().st_mode == (out / "generator").stat().st_mode

    def test_says_what_to_do_next_as_one_types_it(self, done):
        out, said = done
        command = ".venv/bin/dialogues release --kept '../giữ riêng'"
        assert command in said and command in (out / "README.md").read_text("utf-8")

    def test_writes_days_as_the_pages_do(self, done):
        out, _ = done
        assert "tính đến ngày 15/9/2023" in (out / "README.md").read_text("utf-8")

    def test_says_what_to_change_where_the_address_changes_and_every_way_that_it_points_to_is_there(self, done):
        out, _ = done
        readme = (out / "README.md").read_text("utf-8")
        block = yaml.safe_load(re.search("```yaml\n(.*?)```", readme, re.DOTALL).group(1))
        assert list(block) == ["address", "feeds_changed_on", "corrections"]
        assert block["corrections"][0]["was"] == "https://doi-thoai.example/"
        ways = re.findall(r"\]\(([^)]+)\)", readme)
        # the handbook is a page of the register, which this one has not
        assert ways and [way for way in ways if not (out / way).exists() and "so-tay" not in way] == []


class TestWhatIsNotAsItWasReleased:
    @pytest.mark.parametrize("path", [
        "api/v1/content/units/hong-bang.yml", "api/v1/records/so-dau-dinh-ky.yml", "api/v1/index.json", "anh/hội nghị (1).png",
    ])
    @pytest.mark.parametrize("change", [lambda file: file.write_bytes(b"x"), lambda file: file.unlink()], ids=["changed", "missing"])
    def test_is_refused(self, copy, tmp_path, path, change):
        change(copy / path)
        with pytest.raises(NotAsReleased):
            restored(copy, tmp_path / "back")

    def test_leaves_nothing_behind(self, copy, tmp_path):
        (copy / "api/v1/records/so-dau-dinh-ky.yml").write_bytes(b"x")
        done = run("restore", copy, "--out", str(tmp_path / "new"), "--kept", str(tmp_path / "kept"))
        assert done.exit_code == 1 and not (tmp_path / "new").exists() and not (tmp_path / "kept").exists()

    def test_is_refused_where_there_is_no_log(self, golden_site):
        with pytest.raises(NotRestored, match="không có nhật ký"):
            restorable(FolderCopy(golden_site))

    def test_of_an_earlier_version_is_told_what_it_lacks(self, site):
        index = json.loads((site / "api/v1/index.json").read_text("utf-8"))
        (site / "api/v1/index.json").write_text(json.dumps({**index, "version": "1.3", "content": []}), "utf-8")
        with pytest.raises(NotRestored, match=r"trước 1\.4"):
            restorable_of(site)

    @pytest.mark.parametrize("path", ["../register.yml", "units/../../x.yml", "/etc/x", "pages//x.md", "inbox/x", "pages/a\\b.md", "dialogues/2023/x.yml",
                                      "pages/.git/config", "pages/" + "a/" * 1500 + "x.md"])
    def test_leads_nowhere_out_of_the_folder(self, site, path):
        index = json.loads((site / "api/v1/index.json").read_text("utf-8"))
        index["content"][0]["path"] = path
        index["content"].append({"path": "register.yml", "address": "https://doi-thoai.example/api/v1/content/register.yml"})
        (site / "api/v1/index.json").write_text(json.dumps(index), "utf-8")
        with pytest.raises(NotRestored, match="không phải đường dẫn"):
            restorable_of(site)


    def test_has_each_file_once(self, site):
        index = json.loads((site / "api/v1/index.json").read_text("utf-8"))
        (site / "api/v1/index.json").write_text(json.dumps({**index, "content": index["content"] * 2}), "utf-8")
        with pytest.raises(NotRestored, match="hai lần"):
            restorable_of(site)

    def test_leaves_no_dialogue_behind_that_it_shows(self, site):
        (site / "api/v1/records/so-dau-dinh-ky.yml").unlink()
        with pytest.raises(NotRestored, match="không có bản ghi"):
            restorable_of(site)


def restorable_of(site: Path) -> Restorable:
    """Of a site that its own release vouches for."""
    released(site)
    return restorable(FolderCopy(site))


class TestTheCommand:
    def test_writes_the_program_the_records_and_the_log(self, copy, content, tmp_path):
        new, kept = tmp_path / "new", tmp_path / "kept"
        done = run("restore", copy, "--out", str(new), "--kept", str(kept))
        assert done.exit_code == 0 and "Không có trong những gì đã công bố" in done.output
        for path, written in files_of(content).items():
            assert (new / "content" / path).read_bytes() == written
        assert (new / "generator/commands/cli.py").is_file() and not list((new / "content/dialogues").rglob("le-chan*"))
        assert last_release(kept).log == last_release(copy).log

    def test_the_log_that_it_keeps_is_gone_on_with(self, copy, tmp_path):
        run("restore", copy, "--out", str(tmp_path / "new"), "--kept", str(tmp_path / "kept"))
        build_whole_site(OwnTheme(TEMPLATES), tmp_path / "new/content", None, again := tmp_path / "again", DAY)
        assert released(again, last_release(tmp_path / "kept")).log.continues(last_release(copy).log)

    def test_refuses_a_folder_that_holds_something(self, copy, tmp_path):
        (tmp_path / "theirs").mkdir()
        (tmp_path / "theirs/letter.txt").write_text("", "utf-8")
        done = run("restore", copy, "--out", str(tmp_path / "theirs"), "--kept", str(tmp_path / "kept"))
        assert done.exit_code == 1 and [path.name for path in (tmp_path / "theirs").iterdir()] == ["letter.txt"]
