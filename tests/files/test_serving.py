"""What `dialogues serve` notices of the folders that it watches, and what it tells the pages that are open."""

from __future__ import annotations

import re
import socket
import struct
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from threading import Thread
from urllib.request import urlopen

from generator.files.serving import Served, Server, watched
from tests.ports import free_port


def test_what_is_saved_while_something_else_is_done_is_told_after_it(tmp_path: Path):
    record = tmp_path / "content" / "a.yml"
    record.parent.mkdir()
    with watched([record.parent]) as saved:
        record.write_text("kind: periodic", "utf-8")
        assert next(saved) == {record.resolve()}


def test_a_page_hears_of_what_was_told_after_it_was_read_and_before_it_asked(tmp_path: Path):
    (tmp_path / "index.html").write_text("<html><body>Lịch</body></html>", "utf-8")
    port = free_port()
    served = Served(tmp_path, "127.0.0.1", port)
    served.start()
    with urlopen(f"http://127.0.0.1:{port}/") as page:
        seen = re.search(r'data-seen="([^"]*)"', page.read().decode())[1]
    served.tell()
    with urlopen(f"http://127.0.0.1:{port}/.reload/{seen}") as news:
        assert news.read().decode() != seen


def test_a_folder_that_is_moved_away_or_comes_is_told_too(tmp_path: Path):
    year = tmp_path / "content" / "dialogues" / "2023"
    year.mkdir(parents=True)
    (year / "a.yml").write_text("kind: periodic", "utf-8")
    with watched([tmp_path / "content"]) as saved:
        year.rename(tmp_path / "away")
        assert any(year.resolve() in together for together in saved)
        (tmp_path / "away").rename(year)
        assert any(year.resolve() in together for together in saved)


class Endless(BaseHTTPRequestHandler):
    """Sends until nobody listens any more."""

    def do_GET(self) -> None:
        while True:
            self.wfile.write(bytes(65_536))


class Wrong(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        raise ValueError("a mistake of the program")


def left_at_once(handler: type[BaseHTTPRequestHandler]) -> None:
    """A visitor asks for a page and is gone before it comes; the server has ended when this returns."""
    server = Server(("127.0.0.1", 0), handler)
    server.daemon_threads = False  # so that closing it waits for all that it does
    Thread(target=server.serve_forever).start()
    with socket.create_connection(server.server_address) as visitor:
        visitor.sendall(b"GET / HTTP/1.0\r\n\r\n")
        visitor.recv(1)
        visitor.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    server.shutdown()
    server.server_close()


def test_a_visitor_who_leaves_while_a_page_comes_is_no_mistake(capfd):
    left_at_once(Endless)
    assert capfd.readouterr().err == ""


def test_a_mistake_of_the_program_is_shown(capfd):
    left_at_once(Wrong)
    assert "a mistake of the program" in capfd.readouterr().err


def test_calendars_and_feeds_are_served_as_what_they_are(tmp_path: Path):
    port = free_port()
    Served(tmp_path, "127.0.0.1", port).start()
    kinds = []
    for name in ("lich.ics", "thay-doi.atom"):
        (tmp_path / name).touch()
        with urlopen(f"http://127.0.0.1:{port}/{name}") as file:
            kinds.append(file.headers["Content-Type"])
    assert kinds == ["text/calendar; charset=utf-8", "application/atom+xml; charset=utf-8"]
