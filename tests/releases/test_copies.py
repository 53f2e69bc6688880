"""What a host answers is the file, or that there is none, or no answer at all: nothing else passes for one of these."""

from __future__ import annotations

import socket
import time
from http.server import BaseHTTPRequestHandler

import pytest

from generator.releases import copies
from generator.releases.copies import AddressCopy, FolderCopy, Unreachable, copy_at, fetched
from tests.releases.sites import Silent, hosted, served


def answering(status: int = 200, content: bytes = b"", length: int | None = None, drops: float = 0) -> type[BaseHTTPRequestHandler]:
    """A host that says the same of everything; ``drops`` is the time in seconds between two bytes."""
    class Host(Silent):
        def do_GET(self) -> None:
            self.send_response(status)
            self.send_header("Content-Length", str(len(content) if length is None else length))
            self.end_headers()
            for place in range(len(content)):
                self.wfile.write(content[place:place + 1])
                time.sleep(drops)

    return Host


def test_a_file_is_read_with_what_is_odd_in_its_name(tmp_path):
    (tmp_path / "hỏi & đáp%20.txt").write_text("a")
    with served(tmp_path) as address:
        assert AddressCopy(address).read("hỏi & đáp%20.txt") == b"a"


def test_a_page_is_asked_for_as_readers_do(tmp_path):
    (tmp_path / "lich").mkdir()
    (tmp_path / "lich/index.html").write_text("a")
    asked: list[str] = []

    class Noting(answering(200, b"a")):
        def do_GET(self) -> None:
            asked.append(self.path)
            super().do_GET()

    with hosted(Noting) as address:
        AddressCopy(address).read_all(["lich/index.html", "index.html", "a-index.html"])
    assert sorted(asked) == ["/", "/a-index.html", "/lich/"]


@pytest.mark.parametrize("status", [404, 410])
def test_a_host_may_say_that_there_is_no_such_file(status):
    with hosted(answering(status, b"<html>")) as address:
        assert fetched(address) is None


@pytest.mark.parametrize("status", [401, 403, 429, 500, 502, 503])
def test_any_other_answer_is_none(status):
    with hosted(answering(status, b"<html>")) as address, pytest.raises(Unreachable, match=f"máy chủ trả lời {status}"):
        fetched(address)


@pytest.mark.parametrize("to", ["/again", "file:///etc/hostname"])
def test_a_host_that_sends_in_a_circle_or_elsewhere_than_the_web_is_no_answer_and_is_told_in_a_line(to):
    class Sending(answering(302)):
        def end_headers(self) -> None:
            self.send_header("Location", to)
            super().end_headers()

    with hosted(Sending) as address, pytest.raises(Unreachable) as refused:
        fetched(address)
    assert str(refused.value) == f"{address}: máy chủ chuyển hướng vòng quanh, hoặc đến nơi không phải trang web"


def test_half_a_file_is_none():
    with hosted(answering(200, b"abc", length=10)) as address, pytest.raises(Unreachable):
        fetched(address)


def test_a_host_that_drips_is_not_waited_for(monkeypatch):
    monkeypatch.setattr(copies, "SECONDS", 0.3)
    with hosted(answering(200, b"a" * 1000, drops=0.05)) as address, pytest.raises(Unreachable, match="chưa tải xong"):
        fetched(address)


def test_a_host_that_is_silent_is_not_waited_for(monkeypatch):
    monkeypatch.setattr(copies, "SILENT_SECONDS", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(Unreachable, match="không hỏi được"):
        fetched(f"http://127.0.0.1:{silent.getsockname()[1]}/")


def test_what_has_no_end_is_not_taken_in():
    with hosted(answering(200, b"a" * 101)) as address:
        with pytest.raises(Unreachable, match="lớn quá"):
            fetched(address, 100)
        with pytest.raises(Unreachable, match="lớn quá"):
            copy_at(address, 100).read("a")
        assert fetched(address, 101) == b"a" * 101


@pytest.mark.parametrize("address, why", [
    ("http://127.0.0.1:1/", "máy chủ không nhận kết nối"),
    ("http://khong-co.invalid/", "không tìm thấy máy chủ; địa chỉ sai, hoặc máy này không có mạng"),
    ("http://[/", "đây không phải là một địa chỉ"),
    ("https://a b/", "đây không phải là một địa chỉ"),
])
def test_what_cannot_be_asked_is_no_answer_and_says_why_in_words(address, why):
    with pytest.raises(Unreachable) as refused:
        fetched(address)
    assert str(refused.value) == f"{address}: không hỏi được, {why}"


def test_caches_on_the_way_are_told_to_ask_again():
    told: list[str | None] = []

    class Noting(answering(200, b"a")):
        def do_GET(self) -> None:
            told.append(self.headers["Cache-Control"])
            super().do_GET()

    with hosted(Noting) as address:
        fetched(address)
    assert told == ["no-cache, no-store"]


def test_a_place_is_an_address_only_with_its_scheme(tmp_path):
    assert copy_at("https://a.example/so") == AddressCopy("https://a.example/so/")
    assert copy_at("HTTPS://a.example/") == AddressCopy("HTTPS://a.example/")
    assert copy_at(str(tmp_path)) == FolderCopy(tmp_path)
