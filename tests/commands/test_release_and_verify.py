"""`release` and `verify` as they are typed: what they ask for, what they refuse, and in which words."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import Result

from generator.building.changed_addresses import changed_addresses
from generator.building.site_build import Built, build_whole_site
from generator.commands.releasing import NOTHING_TO_HOLD_AGAINST
from generator.keeping.store import Store
from generator.mkdocs_plugin.commands import MkDocsTheme
from tests.builders import TODAY
from tests.folders import files_of
from tests.git import committed
from tests.places import GOLDEN, ROOT, TEMPLATES
from tests.releases.sites import built, copied, served
from tests.run_command import run, run_on

NOBODY = "http://127.0.0.1:1/"


@pytest.fixture(scope="session")
def built_site(tmp_path_factory) -> Path:
    return built(tmp_path_factory.mktemp("built") / "site")


@pytest.fixture
def site(built_site, tmp_path) -> Path:
    return copied(built_site, tmp_path / "site")


@pytest.fixture
def kept(tmp_path) -> Path:
    return tmp_path / "kept"


@pytest.fixture(scope="module")
def city(tmp_path_factory) -> Path:
    """A site that MkDocs has built and that was released, of records in a repository of their own."""
    city = tmp_path_factory.mktemp("city")
    copied(GOLDEN, city / "content")
    committed(city)
    build(city)
    said = run(
        "build", "--shell", "material", "--mkdocs", ROOT / "mkdocs.yml", "--content", city / "content", "--site", city / "site",
        "--cache", city / "cache",
    )
    assert "; 0 tệp thay đổi." in said.output
    build(city)
    assert run_on(city / "content", "release", city / "site", "--first", "--kept", city / "kept").exit_code == 0
    return city


def build(city: Path) -> Built:
    """As the command does, and each time on the same day, for on a new one it does not leave a released site as it is."""
    mkdocs = MkDocsTheme(ROOT / "mkdocs.yml")
    return build_whole_site(mkdocs, city / "content", None, city / "site", TODAY, store=Store(city / "cache"))


def release(site: Path, *arguments: object) -> Result:
    return run_on(GOLDEN, "release", site, *arguments)


def refused(site: Path, *arguments: object, status: int = NOTHING_TO_HOLD_AGAINST) -> str:
    was = files_of(site)
    result = release(site, *arguments)
    assert (result.exit_code, files_of(site)) == (status, was)
    return result.output


class TestRelease:
    def test_begins_a_log_and_then_goes_on_with_it(self, site, kept, tmp_path):
        assert "Đã phát hành lần 1, tính đến ngày 15/9/2023" in release(site, "--first", "--kept", kept).output
        published = copied(site, tmp_path / "published")
        assert "Không có gì thay đổi so với lần phát hành 1" in release(site, "--published", published, "--kept", kept).output
        (site / "robots.txt").write_text("b")
        with served(published) as address:
            assert "Đã phát hành lần 2" in release(site, "--published", address, "--kept", kept).output

    def test_must_be_told_what_is_published(self, site):
        assert "phải có --published" in refused(site, "--first")

    def test_begins_no_second_log(self, site, kept, tmp_path):
        release(site, "--first", "--kept", kept)
        for told in (("--published", copied(site, tmp_path / "published")), ("--kept", kept)):
            assert "đã có nhật ký với 1 lần phát hành; bỏ --first" in refused(site, "--first", *told)

    @pytest.mark.parametrize("place", ["published", "kept"])
    def test_does_not_begin_a_log_unasked(self, site, tmp_path, place):
        assert "chưa thấy nhật ký phát hành nào" in refused(site, f"--{place}", tmp_path / "empty")

    @pytest.mark.parametrize("first", [(), ("--first",)])
    def test_takes_a_host_that_does_not_answer_for_no_pass(self, site, kept, first):
        said = refused(site, "--published", NOBODY, *first, "--kept", kept)
        assert "không xem được trang đang công bố" in said and "bỏ --published, chỉ dùng --kept" in said

    def test_goes_on_with_what_is_kept_where_the_host_is_lost(self, site, kept):
        release(site, "--first", "--kept", kept)
        (site / "robots.txt").write_text("b")
        assert "Đã phát hành lần 2" in release(site, "--kept", kept).output

    def test_ends_with_a_code_of_its_own_where_what_changed_is_refused(self, site, kept):
        release(site, "--first", "--kept", kept)
        (site / "robots.txt").unlink()
        assert "Địa chỉ robots.txt đã công bố sẽ mất." in refused(site, "--kept", kept, status=1)

    def test_is_refused_where_the_host_has_lost_its_log(self, site, kept, tmp_path):
        release(site, "--first", "--kept", kept)
        assert "không có nhật ký, dù thư mục giữ riêng có" in refused(site, "--published", tmp_path / "empty", "--kept", kept)

    def test_is_refused_over_a_log_that_was_changed(self, site, kept, tmp_path):
        release(site, "--first", "--kept", kept)
        published = copied(site, tmp_path / "published")
        log = published / "phat-hanh/releases.jsonl"
        log.write_bytes(log.read_bytes().replace(b'"number":1', b'"number":2'))
        said = refused(site, "--published", published, "--kept", kept)
        assert "không như khi phát hành" in said and "dòng 1 là lần phát hành số 2" in said

    def test_is_refused_where_both_logs_go_different_ways(self, site, kept, tmp_path):
        release(site, "--first", "--kept", kept)
        other = copied(site, tmp_path / "other")
        (other / "robots.txt").write_text("b")
        release(other, "--first", "--kept", tmp_path / "other kept")
        assert "một trong hai đã bị viết lại" in refused(site, "--published", other, "--kept", kept)


class TestVerify:
    def test_says_what_it_has_looked_at(self, site, kept):
        release(site, "--first", "--kept", kept)
        result = run("verify", site, "--kept", kept)
        assert result.exit_code == 0 and "Đúng là lần phát hành 1, tính đến ngày 15/9/2023" in result.output

    def test_names_what_is_not_as_it_was_released(self, site, kept):
        release(site, "--first", "--kept", kept)
        (site / "robots.txt").write_text("b")
        result = run("verify", site)
        assert (result.exit_code, result.output) == (1, "khác robots.txt\n")

    def test_refuses_a_site_that_was_never_released_and_a_host_that_does_not_answer(self, site):
        for place, said in ((site, "không có nhật ký phát hành"), (NOBODY, "không hỏi được")):
            result = run("verify", place)
            assert result.exit_code == 1 and said in result.output


def test_a_build_with_nothing_to_do_leaves_a_released_site_as_it_is(city):
    was = files_of(city / "site")
    built = build(city)
    assert changed_addresses(built.before, built.after) == [] and files_of(city / "site") == was


def test_a_cache_lets_go_of_all_that_a_build_and_its_release_change_and_of_nothing_where_they_change_nothing(tmp_path):
    content, own, listed = copied(GOLDEN, tmp_path / "content"), tmp_path / "own", tmp_path / "changed.txt"

    def purged() -> set[str]:
        said = run(
            "build", "--shell", "own", "--templates", TEMPLATES, "--content", content, "--site", own, "--cache", tmp_path / "cache",
            "--changed", listed,
        )
        assert said.exit_code == 0, said.output
        return set(listed.read_text("utf-8").splitlines())

    purged()
    release(own, "--first", "--kept", tmp_path / "kept")
    before = copied(own, tmp_path / "before")
    assert purged() == set()
    record = content / "dialogues/2023/ha-ly-dinh-ky.yml"
    record.write_text(record.read_text("utf-8") + "note: Có điểm cầu ở nhà văn hóa.\n", "utf-8")
    told = purged()
    assert release(own, "--published", before, "--kept", tmp_path / "kept").exit_code == 0
    was, now = files_of(before), files_of(own)
    changed = {path.removesuffix("index.html") for path in was | now if was.get(path) != now.get(path)}
    assert "phat-hanh/releases.jsonl" in changed <= told and "du-lieu/" in told and len(told) < len(now)


class TestVerifyWithRecords:
    def verify(self, city: Path, content: Path) -> Result:
        return run("verify", city / "site", "--records", content, "--mkdocs", ROOT / "mkdocs.yml")

    def test_builds_the_release_again_and_comes_to_the_same(self, city):
        result = self.verify(city, city / "content")
        assert result.exit_code == 0 and "dựng lại từ bản ghi cũng ra đúng từng tệp" in result.output

    def test_refuses_records_of_another_commit(self, city):
        record = next((city / "content/dialogues/2023").glob("*.yml"))
        was = record.read_bytes()
        record.write_bytes(was + b"note: a\n")
        result = self.verify(city, city / "content")
        record.write_bytes(was)
        assert result.exit_code == 1 and "git worktree add ../phat-hanh-1" in result.output

    def test_names_the_files_to_which_the_records_do_not_come(self, city, tmp_path):
        site = copied(city / "site", tmp_path / "site")
        (site / "robots.txt").write_text("b")
        run("release", site, "--first", "--kept", tmp_path / "kept", "--content", city / "content", "--templates", TEMPLATES)
        result = run("verify", site, "--records", city / "content", "--mkdocs", ROOT / "mkdocs.yml")
        assert result.exit_code == 1 and "ra khác lần phát hành 1:\nkhác robots.txt" in result.output
