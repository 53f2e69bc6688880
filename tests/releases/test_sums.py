"""Digests as `sha256sum` writes and checks them."""

from __future__ import annotations

import subprocess

import pytest

from generator.releases.sums import NotSums, Sums, is_handed_out, sums_of
from tests.folders import fill


@pytest.fixture
def folder(tmp_path):
    fill(tmp_path, {path: path for path in ("index.html", "lich/a.ics", ".nojekyll", "phat-hanh/SHA256SUMS")})
    return tmp_path


class TestTheSumsOfAFolder:
    def test_are_sorted_and_leave_out_what_tells_of_releases(self, folder):
        assert list(sums_of(folder).by_path) == [".nojekyll", "index.html", "lich/a.ics"]

    def test_are_what_sha256sum_says(self, folder):
        said = subprocess.run(["sha256sum", ".nojekyll", "index.html", "lich/a.ics"], cwd=folder, capture_output=True, check=True)
        assert sums_of(folder).text == said.stdout

    def test_are_those_of_many_files(self, tmp_path):
        for number in range(2500):
            (tmp_path / f"{number:04}").write_text(str(number))
        assert list(sums_of(tmp_path).by_path) == [f"{number:04}" for number in range(2500)]

    @pytest.mark.parametrize("name", ["a\nb", "a ", " a", "a\\b"])
    def test_are_refused_of_a_name_that_sha256sum_would_write_or_read_otherwise(self, tmp_path, name):
        (tmp_path / name).touch()
        with pytest.raises(NotSums):
            sums_of(tmp_path)


class TestAListOfSums:
    def test_is_read_as_it_was_written(self, folder):
        assert Sums.of_text(sums_of(folder).text) == sums_of(folder)

    @pytest.mark.parametrize("change", [
        lambda text: text + b"\n", lambda text: text.rstrip(b"\n"), lambda text: text.upper(), lambda text: text + text,
        lambda text: text.replace(b"  ", b" *"), lambda text: b"\n".join(reversed(text.splitlines())) + b"\n", lambda text: b"<html>",
        lambda text: b"\xff" + text[1:],
    ])
    def test_is_refused_otherwise(self, folder, change):
        with pytest.raises(NotSums):
            Sums.of_text(change(sums_of(folder).text))


@pytest.mark.parametrize(("path", "is_so"), [
    ("index.html", True), ("a/b.ics", True), (".nojekyll", False), ("a/.b/c", False), ("_headers", False), ("404.html", False),
    ("a/404.html", True),
])
def test_what_hosts_hand_out(path, is_so):
    assert is_handed_out(path) == is_so
