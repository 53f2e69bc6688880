"""A folder served on this machine to look at, its pages loading themselves anew when what they are made from is saved."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Empty, Queue
from socket import socket
from socketserver import BaseServer
from threading import Condition, Thread
from typing import Any, Callable, Iterator, Sequence

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

SETTLE = 0.05
"""Seconds without another change after which a saved file is whole: editors write in several steps."""
WAIT = 25.0
"""Seconds after which a page that waits for news asks again."""
CHANGES = frozenset({"created", "modified", "moved", "deleted"})

_SCRIPT_PATH, _NEWS_PATH = "/.reload.js", "/.reload/"
_TAG = f'<script src="{_SCRIPT_PATH}" data-seen="{{}}" defer></script></body>'
_SCRIPT = b"""(async seen => {
  for (;;) {
    try {
      const news = await (await fetch("/.reload/" + seen)).text();
      if (news !== seen) return location.reload();
    } catch {
      await new Promise(later => setTimeout(later, 1000));
    }
  }
})(document.currentScript.dataset.seen);
"""
"""A page knows which version it is of, so that one that is told while it loads is told nevertheless."""


class AddressTaken(Exception):
    """Nothing can be served there; ``str()`` says why and what to do."""


class Server(ThreadingHTTPServer):
    """One that says nothing of visitors who leave a page before they have all of it, as every browser does."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class Served:
    """The folder at an address (host and port); ``tell`` makes every open page load itself anew."""

    def __init__(self, folder: Path, host: str, port: int) -> None:
        self._version, self._news = 0, Condition()
        try:
            self._server = Server((host, port), partial(_Handler, served=self, directory=str(folder)))
        except (OSError, OverflowError) as error:
            raise AddressTaken(_why_not(error, host, port)) from error

    def start(self) -> None:
        Thread(target=self._server.serve_forever, daemon=True).start()

    def tell(self) -> None:
        with self._news:
            self._version += 1
            self._news.notify_all()

    @property
    def version(self) -> int:
        return self._version

    def news(self, seen: str) -> str:
        """The number of the newest version, at once or as soon as it is another than ``seen``."""
        with self._news:
            self._news.wait_for(lambda: str(self._version) != seen, WAIT)
            return str(self._version)


def _why_not(error: Exception, host: str, port: int) -> str:
    another = f"hãy chọn cổng khác, ví dụ: dialogues serve --address {host}:{8001 if port == 8000 else 8000}"
    match error:
        case OSError(errno=errno.EADDRINUSE):
            return (
                f"Cổng {port} đang có chương trình khác dùng, có thể là một lệnh serve chưa dừng: hãy dừng nó (Ctrl+C), "
                f"hoặc {another}"
            )
        case OSError(errno=errno.EACCES):
            return f"Máy không cho dùng cổng {port}; {another}"
    return f"Không mở được địa chỉ {host}:{port} trên máy này; hãy chạy: dialogues serve --address 127.0.0.1:8000"


@contextmanager
def watched(folders: Sequence[Path]) -> Iterator[Iterator[set[Path]]]:
    """The files below the folders that are saved, moved or deleted together, from now on; it waits for them, for ever."""
    queue: Queue[str] = Queue()
    observer = Observer()
    for folder in folders:
        observer.schedule(_Noted(queue.put), str(folder.resolve()), recursive=True)
    observer.start()
    try:
        yield _together(queue)
    finally:
        observer.stop()


def _together(queue: Queue[str]) -> Iterator[set[Path]]:
    while True:
        paths = {queue.get()}
        try:
            while True:
                paths.add(queue.get(timeout=SETTLE))
        except Empty:
            yield {Path(path) for path in paths}


class _Noted(FileSystemEventHandler):
    def __init__(self, note: Callable[[str], None]) -> None:
        self._note = note

    def on_any_event(self, event: FileSystemEvent) -> None:
        # A folder is "modified" by whatever happens to a file in it, but that it comes or goes nothing else says.
        if event.event_type in CHANGES and not (event.is_directory and event.event_type == "modified"):
            self._note(os.fsdecode(getattr(event, "dest_path", "") or event.src_path))


class _Handler(SimpleHTTPRequestHandler):
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".ics": "text/calendar; charset=utf-8", ".atom": "application/atom+xml; charset=utf-8",
    }

    def __init__(
        self, request: socket, client_address: tuple[str, int], server: BaseServer, *, served: Served, directory: str
    ) -> None:
        self._served = served
        super().__init__(request, client_address, server, directory=directory)

    def log_message(self, *arguments: object) -> None:
        pass

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if self.path == _SCRIPT_PATH:
            self._answer(200, "text/javascript", _SCRIPT)
        elif self.path.startswith(_NEWS_PATH):
            self._answer(200, "text/plain", self._served.news(self.path.removeprefix(_NEWS_PATH)).encode())
        elif path.is_dir() and not self.path.partition("?")[0].endswith("/"):
            super().do_GET()  # which leads on to the address with a slash
        else:
            page = path / "index.html" if path.is_dir() else path
            if page.is_file() and page.suffix != ".html":
                super().do_GET()
            else:
                self._answer_page(page)

    def _answer_page(self, page: Path) -> None:
        version = self._served.version  # before the page is read, which may be of a later one then
        code = 200 if page.is_file() else 404
        found = page if code == 200 else Path(self.directory) / "404.html"
        html = found.read_bytes() if found.is_file() else b"404"
        self._answer(code, "text/html; charset=utf-8", html.replace(b"</body>", _TAG.format(version).encode()))

    def _answer(self, code: int, media_type: str, content: bytes) -> None:
        self.send_response(code)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)
