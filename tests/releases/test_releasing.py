"""A release adds a line to the log, or is refused and leaves the site byte for byte."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.releases.last_release import NotAsReleased, longest
from generator.releases.list_of_releases import MOST
from generator.releases.releasing import NotReleased, Origin, release
from tests.folders import files_of
from tests.places import GOLDEN, TEMPLATES
from tests.releases.sites import NOWHERE, built, copied, last_release, released


@pytest.fixture(scope="session")
def without_a_dialogue(tmp_path_factory) -> Path:
    """What has been announced is gone from the records, with its page and its event."""
    folder = tmp_path_factory.mktemp("without")
    content = Path(shutil.copytree(GOLDEN, folder / "content"))
    record = next(path for path in sorted(content.glob("dialogues/2023/*.yml")) if "schedule:" in path.read_text("utf-8"))
    record.unlink()
    shutil.rmtree(content / f"documents/2023/{record.stem}", ignore_errors=True)
    return built(folder / "site", content)


def refused(site: Path, *before: Path, **asked) -> str:
    """What is said; nothing may have been written."""
    was = files_of(site)
    with pytest.raises(NotReleased) as said:
        release(site, last_release(before[0]) if before else None, NOWHERE, TEMPLATES, None, **asked)
    assert files_of(site) == was
    return str(said.value)


class TestTheFirstRelease:
    def test_begins_a_log(self, site):
        log = released(site, origin=Origin("a" * 40, "b" * 40, "c" * 64)).log
        [line] = log.releases
        assert (line.number, line.as_of, line.previous, line.records, line.program, line.lock) == (
            1, date(2023, 9, 15), None, "a" * 40, "b" * 40, "c" * 64,
        )

    def test_is_the_same_bytes_wherever_it_is_made(self, site, tmp_path):
        other = copied(site, tmp_path / "other")
        released(site)
        released(other)
        assert files_of(site) == files_of(other)

    def test_changes_nothing_but_the_folder_of_releases_and_what_holds_all_open_data(self, site):
        was = files_of(site)
        released(site)
        assert {path for path, content in files_of(site).items() if was.get(path) != content} == {
            "phat-hanh/SHA256SUMS", "phat-hanh/index.html", "phat-hanh/releases.jsonl", "phat-hanh/releases.sha256",
            "api/v1/register.zip", "api/v1/register.sqlite", "api/v1/register.xlsx", "api/v1/datapackage.json",
            "api/v1/changes.json", "du-lieu/index.html",
        }

    def test_leaves_another_name_of_a_file_as_it_was(self, site, tmp_path):
        page = site / "phat-hanh/index.html"
        (tmp_path / "spare.html").hardlink_to(page)
        was = page.read_bytes()
        released(site)
        assert (tmp_path / "spare.html").read_bytes() == was != page.read_bytes()


class TestTheNextRelease:
    def test_adds_a_line_and_keeps_those_before(self, site, next_site):
        first = released(site).log
        second = released(next_site, last_release(site)).log
        assert second.continues(first) and len(second.releases) == 2

    def test_is_listed_first(self, site, next_site):
        released(site)
        released(next_site, last_release(site))
        page = (next_site / "phat-hanh/index.html").read_text("utf-8")
        assert page.index('<th scope="row">2</th>') < page.index('<th scope="row">1</th>') and "chưa phát hành" not in page

    def test_adds_no_line_where_the_site_is_the_same(self, site, tmp_path):
        again = copied(site, tmp_path / "again")
        released(site)
        done = released(again, last_release(site))
        assert not done.is_new and files_of(again) == files_of(site)

    def test_lists_no_more_than_a_page_can_carry(self, site, tmp_path):
        for number in range(MOST + 1):
            (site / "robots.txt").write_text(str(number))
            released(site, last_release(site))
        page = (site / "phat-hanh/index.html").read_text("utf-8")
        assert page.count('<th scope="row">') == MOST and "Mọi lần trước đó" in page


class TestARelease:
    def test_is_refused_where_what_was_announced_is_gone(self, site, without_a_dialogue, tmp_path):
        released(site)
        said = refused(copied(without_a_dialogue, tmp_path / "worse"), site)
        assert said.startswith("Chưa phát hành; trang đang công bố giữ nguyên.\nKhông được làm:\n- ")

    def test_is_refused_where_an_address_is_lost(self, site, next_site):
        released(site)
        (next_site / "robots.txt").unlink()
        assert "- Địa chỉ robots.txt đã công bố sẽ mất." in refused(next_site, site)

    def test_may_lose_a_file_whose_name_says_what_is_in_it(self, site, next_site):
        style = site / "assets/stylesheets/main.0c456da8.min.css"
        style.touch()
        released(site)
        assert released(next_site, last_release(site)).is_new

    def test_may_divide_the_search_index_otherwise_but_not_lose_its_page(self, site, next_site):
        (site / "tim-kiem/99.json").touch()
        (site / "tim-kiem/tu-du.json").touch()
        released(site)
        assert released(copied(next_site, next_site.with_name("divided")), last_release(site)).is_new
        (next_site / "tim-kiem/index.html").unlink()
        assert "- Địa chỉ tim-kiem/index.html đã công bố sẽ mất." in refused(next_site, site)

    def test_leaves_it_to_the_records_whether_a_document_may_go(self, site, next_site):
        released(site)
        document = next(path for path in files_of(next_site) if path.endswith(".pdf"))
        (next_site / document).unlink()
        assert released(next_site, last_release(site)).is_new  # the records still have its digest, and so nothing is said

    def test_is_refused_of_another_day_than_asked_for(self, site):
        assert "tính đến ngày 15/9/2023, không phải 16/9/2023" in refused(site, as_of=date(2023, 9, 16))

    @pytest.mark.parametrize("path", ["api/v1/promises.json", "api/v1/promises/2023.json", "phat-hanh/index.html"])
    def test_is_refused_of_what_is_no_built_site(self, site, path):
        (site / path).unlink()
        assert "dialogues build" in refused(site)

    def test_is_refused_where_the_page_has_no_place_for_the_list(self, site):
        (site / "phat-hanh/index.html").write_text("<html>")
        assert "không có chỗ cho danh sách" in refused(site)

    def test_that_cannot_be_written_leaves_the_site_as_it_was(self, site):
        (site / "phat-hanh/releases.sha256.dialogues-new").mkdir()
        was = files_of(site)
        with pytest.raises(OSError):
            released(site)
        assert files_of(site) == was


class TestARecordThatIsDeletedAndAddedAgain:
    """In two steps, as one does who hopes that each is judged by itself."""

    RECORD = "dialogues/2023/trai-chuoi-dinh-ky.yml"

    def site_of(self, folder: Path, day: int, record: str | None) -> Path:
        content = Path(shutil.copytree(GOLDEN, folder / f"content-{day}"))
        (content / self.RECORD).unlink()
        if record:
            (content / self.RECORD).write_text(record, "utf-8")
        return built(folder / f"site-{day}", content, date(2023, 9, day))

    def test_is_refused_at_the_first_and_judged_by_what_was_published_at_the_second(self, site, tmp_path):
        released(site)
        kept = (GOLDEN / self.RECORD).read_text("utf-8")
        assert "Bản ghi trai-chuoi-dinh-ky bị xóa" in refused(self.site_of(tmp_path, 16, None), site)
        other = kept.replace("day: 2023-03-21", "day: 2023-02-21").replace("announced_on: 2023-03-10", "announced_on: 2023-02-10")
        assert other != kept
        assert "schedule[1].day" in refused(self.site_of(tmp_path, 17, other), site)
        assert released(self.site_of(tmp_path, 18, kept), last_release(site)).is_new


class TestWhatIsKeptOffTheSite:
    def test_is_as_good_as_the_published_log_for_the_next_release(self, site, next_site, tmp_path):
        released(site, kept=tmp_path / "kept")
        assert last_release(tmp_path / "kept") == last_release(site)
        released(next_site, last_release(tmp_path / "kept"), tmp_path / "kept")
        assert last_release(tmp_path / "kept") == last_release(next_site)

    def test_and_what_is_published_need_only_be_one_a_part_of_the_other(self, two_releases, tmp_path):
        older, newer = last_release(tmp_path / "first"), last_release(two_releases)
        assert longest(older, newer) is newer and longest(newer, older) is newer and longest(None, older) is older

    def test_is_refused_where_each_has_what_the_other_has_not(self, two_releases, site, tmp_path):
        (site / "robots.txt").write_text("b")
        released(site)
        with pytest.raises(NotAsReleased, match=r"\(2 lần phát hành\).*\(1 lần\) khác nhau từ lần 1"):
            longest(last_release(two_releases), last_release(site))
