"""A copy of a released site is as it was released, or is refused: whatever byte of it is another."""

from __future__ import annotations

import json
import re
import subprocess
from functools import partial
from pathlib import Path

import pytest

from generator.releases.copies import AddressCopy, FolderCopy
from generator.releases.last_release import NotAsReleased
from generator.releases.sums import sum_of
from generator.releases.verifying import SAMPLE, verify
from tests.folders import files_of, fill
from tests.releases.sites import Quiet, copied, hosted, last_release, released, served

OF_A_RELEASE = ("api/v1/promises.json", "index.html", "phat-hanh/index.html", "du-lieu/index.html")
"""With what these name, as little as a release needs."""


def check(site: Path) -> None:
    verify(FolderCopy(site), whole=True)


def flipped(file: Path, place: int) -> None:
    content = bytearray(file.read_bytes())
    content[place] ^= 1
    file.write_bytes(bytes(content))


@pytest.fixture
def small(golden_site, next_golden_site, tmp_path) -> Path:
    """Two releases of a site that has little in it."""
    for name, site in (("small-first", golden_site), ("small", next_golden_site)):
        fill(tmp_path / name, {
            path: content for path, content in files_of(site).items() if path in OF_A_RELEASE or path.startswith("api/v1/promises/")
        })
        for described, lists in (("index", "files"), ("datapackage", "resources")):  # of no table
            about = json.loads((site / f"api/v1/{described}.json").read_bytes())
            (tmp_path / name / f"api/v1/{described}.json").write_text(json.dumps({**about, lists: _of_no_table(about[lists])}), "utf-8")
    released(tmp_path / "small-first")
    released(tmp_path / "small", last_release(tmp_path / "small-first"))
    return tmp_path / "small"


def _of_no_table(listed: list[dict]) -> list[dict]:
    """The packs, which are made with a release."""
    return [entry for entry in listed if "/api/v1/register." in entry.get("address", "")]


class TestACopyInAFolder:
    def test_is_verified_wholly(self, two_releases):
        done = verify(FolderCopy(two_releases), whole=False)
        assert (done.files, done.last_release.log.last.number) == (len(files_of(two_releases)) - 4, 2)

    def test_is_refused_with_one_byte_flipped_in_a_file_of_any_kind(self, two_releases):
        files = {Path(path).suffix: path for path in sorted(files_of(two_releases)) if "phat-hanh" not in path}
        accepted = []
        for path in files.values():
            content = (two_releases / path).read_bytes()
            flipped(two_releases / path, len(content) // 2)
            try:
                check(two_releases)
                accepted.append(path)
            except NotAsReleased:
                (two_releases / path).write_bytes(content)
        assert accepted == [] and {".html", ".ics", ".json", ".csv", ".atom", ".css", ".xml"} <= files.keys()
        check(two_releases)

    @pytest.mark.parametrize("path", [
        "phat-hanh/releases.jsonl", "phat-hanh/releases.sha256", "phat-hanh/SHA256SUMS", "phat-hanh/index.html",
        "api/v1/promises.json", "api/v1/promises/2023/hong-bang.json", "api/v1/promises/2023.json",
    ])
    def test_is_refused_with_any_byte_flipped_of_what_vouches_for_the_rest(self, small, path):
        content = (small / path).read_bytes()
        steps = 1 if path.endswith((".jsonl", ".sha256")) else max(1, len(content) // 60)
        accepted = []
        for place in range(0, len(content), steps):
            flipped(small / path, place)
            try:
                check(small)
                accepted.append(place)
            except NotAsReleased:
                pass
            (small / path).write_bytes(content)
        assert accepted == []
        check(small)

    @pytest.mark.parametrize("path", ["evil.html", "phat-hanh/evil.html", "phat-hanh/evil/index.html", "a/.b"])
    def test_is_refused_with_a_file_too_many(self, small, path):
        fill(small, {path: b""})
        with pytest.raises(NotAsReleased, match=f"thừa {path}"):
            check(small)

    @pytest.mark.parametrize("path", ["index.html", "phat-hanh/index.html", "phat-hanh/SHA256SUMS", "api/v1/promises.json"])
    def test_is_refused_with_a_file_missing(self, small, path):
        (small / path).unlink()
        with pytest.raises(NotAsReleased, match=f"thiếu {path}"):
            check(small)

    def test_is_refused_where_its_last_line_tells_another_day_and_all_that_vouches_for_it_was_made_anew(self, small):
        log = small / "phat-hanh/releases.jsonl"
        *before, last = log.read_text("utf-8").splitlines(keepends=True)
        log.write_text("".join([*before, re.sub(r'"as_of":"\d{4}', '"as_of":"2031', last)]), "utf-8")
        vouched = small / "phat-hanh/releases.sha256"
        paths = [line.split("  ")[1] for line in vouched.read_text("utf-8").splitlines()]
        vouched.write_text("".join(f"{sum_of((small / path).read_bytes())}  {path}\n" for path in paths), "utf-8")
        with pytest.raises(NotAsReleased, match="ngày tính"):
            check(small)


    @pytest.mark.parametrize("path", ["phat-hanh/releases.jsonl", "phat-hanh/releases.sha256"])
    def test_is_refused_without_its_log_or_what_vouches_for_it(self, small, path):
        (small / path).unlink()
        with pytest.raises(NotAsReleased):
            check(small)

    def test_may_lack_what_no_host_hands_out_but_not_have_it_changed(self, site):
        for name in (".nojekyll", "404.html", "_headers"):
            (site / name).write_text("a")
        released(site)
        for name in (".nojekyll", "404.html"):
            (site / name).unlink()
        check(site)
        (site / "_headers").write_text("b")
        with pytest.raises(NotAsReleased, match="khác _headers"):
            check(site)

    def test_is_refused_where_it_is_older_than_the_log_kept_off_the_site(self, two_releases, tmp_path):
        with pytest.raises(NotAsReleased, match="cũ hơn"):
            verify(FolderCopy(tmp_path / "first"), whole=True, kept=last_release(two_releases))

    def test_is_verified_by_sha256sum_alone(self, two_releases):
        for sums in ("phat-hanh/SHA256SUMS", "phat-hanh/releases.sha256"):
            said = subprocess.run(["sha256sum", "--check", "--quiet", "--strict", sums], cwd=two_releases, capture_output=True)
            assert (said.returncode, said.stdout) == (0, b"")


class TestACopyAtAnAddress:
    def test_is_verified_by_a_sample(self, two_releases):
        with served(two_releases) as address:
            assert verify(AddressCopy(address), whole=False).files == SAMPLE

    def test_is_verified_wholly_where_that_is_asked_for(self, two_releases):
        with served(two_releases) as address:
            assert verify(AddressCopy(address), whole=True).files == len(files_of(two_releases)) - 5  # and _headers

    def test_is_refused_with_one_byte_flipped_in_a_file_of_the_sample(self, two_releases):
        asked: list[str] = []

        class Noting(Quiet):
            def do_GET(self) -> None:
                asked.append(self.path)
                super().do_GET()

        with hosted(partial(Noting, directory=str(two_releases))) as address:
            verify(AddressCopy(address), whole=False)
        page = next(path for path in reversed(asked) if "." not in path and "phat-hanh" not in path)
        flipped(two_releases / f"{page[1:]}index.html", 100)
        with served(two_releases) as address, pytest.raises(NotAsReleased, match=f"khác {page[1:]}index.html"):
            verify(AddressCopy(address), whole=False)

    def test_is_refused_with_one_byte_flipped_anywhere_where_all_is_asked_for(self, two_releases):
        flipped(two_releases / "robots.txt", 3)
        with served(two_releases) as address, pytest.raises(NotAsReleased, match=r"khác robots\.txt"):
            verify(AddressCopy(address), whole=True)

    def test_is_refused_where_its_host_answers_pages_of_its_own(self, tmp_path):
        class Parked(Quiet):
            def do_GET(self) -> None:
                self.send_response(200)
                self.end_headers()
                self.wfile.write(b"<!doctype html><p>Parked")

        with hosted(partial(Parked, directory=str(tmp_path))) as address, pytest.raises(NotAsReleased, match="dòng 1"):
            verify(AddressCopy(address), whole=False)


def test_another_copy_of_the_same_release_is_as_good(two_releases, tmp_path):
    check(copied(two_releases, tmp_path / "elsewhere"))
