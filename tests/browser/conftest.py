"""A real Chromium on the real site: built once for each shell, served and compressed as the shipped nginx.conf does."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from datetime import date
from fcntl import LOCK_EX, flock
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from generator.building.site_build import Theme, build_whole_site
from generator.commands.shells import SHELLS
from generator.files.serving import Server
from generator.mkdocs_plugin.commands import MkDocsTheme
from generator.own_shell.commands import OwnTheme
from generator.releases.releasing import Origin, release
from tests.browser.record_editing import EDITOR
from tests.browser.visits import open_to_write
from tests.places import CONTENT, ROOT, TEMPLATES

PHONE = {"width": 360, "height": 740}
COMPRESSED = {".html", ".css", ".js", ".json", ".xml", ".atom", ".svg", ".csv", ".txt"}

TODAY = date(2026, 11, 29)
"""When every site of these tests is built, where its register does not name a day."""

VISITOR = {"locale": "vi-VN", "timezone_id": "Asia/Ho_Chi_Minh"}

expect.set_options(timeout=30_000)  # milliseconds: what comes in time takes no longer by it, and a machine may do much else


class LikeNginx(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".ics": "text/calendar; charset=utf-8", ".html": "text/html; charset=utf-8",
        ".atom": "application/atom+xml; charset=utf-8",
    }

    def log_message(self, *arguments: object) -> None:
        pass

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir() and not self.path.split("?")[0].endswith("/"):
            self.send_response(301)
            self.send_header("Location", self.path + "/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        if path.is_dir():
            path /= "index.html"
        code, path = (200, path) if path.is_file() else (404, Path(self.directory) / "404.html")
        is_compressed = path.suffix in COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", "")
        body = compressed(path) if is_compressed else path.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "public, max-age=300")
        if is_compressed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)


@cache
def compressed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 6)


THEMES: dict[str, Theme] = {"material": MkDocsTheme(ROOT / "mkdocs.yml"), "own": OwnTheme(TEMPLATES)}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """The tests marked ``both_shells`` are asked of the site in each of the shells, all with ``--shells all``."""
    is_telling = metafunc.definition.get_closest_marker("both_shells") is not None
    if "shell" in metafunc.fixturenames and (is_telling or metafunc.config.getoption("--shells") == "all"):
        metafunc.parametrize("shell", SHELLS, indirect=True, scope="session")


@pytest.fixture(scope="session")
def shell(request: pytest.FixtureRequest) -> str:
    """What the site is built in; the one that is used where none is named, unless a test is asked of both."""
    named: str = getattr(request, "param", SHELLS[0])
    return named


@pytest.fixture(scope="session")
def build_site(shell: str) -> Callable[[Path, Path], None]:
    """``build_site(content, folder)`` builds a register in the shell."""
    return partial(build_in, shell)


def build_in(shell: str, content: Path, folder: Path) -> None:
    build_whole_site(THEMES[shell], content, None, folder, TODAY)


@pytest.fixture(scope="session")
def sample_in(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """``sample_in(shell)`` is the released site of the sample register in that shell; the first of the workers that want it
    builds it, whole or not at all."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def sample(shell: str) -> Path:
        site = shared / f"sample-{shell}"
        with (shared / f"{shell}.lock").open("w") as lock:
            flock(lock, LOCK_EX)
            if not site.exists():
                build_in(shell, CONTENT, site)
                release(site, None, Origin(None, None, None), TEMPLATES, None)
        return site

    return sample


@pytest.fixture(scope="session")
def site_folder(sample_in: Callable[[str], Path], shell: str) -> Path:
    """The sample's site."""
    return sample_in(shell)


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """``serve(folder)`` is the address of a site in a folder, with a slash at the end."""
    servers: list[Server] = []

    def address_of(folder: Path) -> str:
        servers.append(Server(("127.0.0.1", 0), partial(LikeNginx, directory=str(folder))))
        threading.Thread(target=servers[-1].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{servers[-1].server_port}/"

    yield address_of
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def site_address(site_folder: Path, serve: Callable[[Path], str]) -> str:
    """Where the sample's site is served, with a slash at the end."""
    return serve(site_folder)


@pytest.fixture(scope="session")
def kinds(site_folder: Path) -> dict[str, str]:
    return kinds_of(site_folder)


def kinds_of(site_folder: Path) -> dict[str, str]:
    """The address of one page of every kind, by the kind's name; a dialogue for each status."""
    rows = json.loads((site_folder / "api/v1/dialogues-2023.json").read_bytes())["rows"]
    dialogues = {row["status"]: f"doi-thoai/2023/{row['dialogue']}/" for row in reversed(rows)}
    followed = [row["dialogue"] for row in rows if row["opinions"]]
    return {
        "home": "", "calendar": "lich/", "year": "doi-thoai/2023/", "month": "doi-thoai/2023-08/", "units": "quan-huyen/", "district": "quan-huyen/hong-bang/",
        "commune": "quan-huyen/hong-bang/so-dau/", "quarter list": "quan-huyen/hong-bang/quy-3-2023/",
        "notice": dialogues["scheduled"] + "thong-bao/",
        **{f"dialogue {status}": address for status, address in dialogues.items()},
        "dialogue followed up": f"doi-thoai/2023/{followed[0]}/", "conclusions": "ket-luan/", "conclusions of a district": "ket-luan/hong-bang/",
        "commitments": "cam-ket/", "commitments of a district": "cam-ket/hong-bang/", "agencies": "cam-ket/co-quan/",
        "progress": "tien-do/", "subscribe": "dang-ky-lich/", "news": "co-gi-moi/", "news of a district": "co-gi-moi/hong-bang/", "downloads": "du-lieu/", "search": "tim-kiem/", "releases": "phat-hanh/",
        "about": "gioi-thieu/", "handbook": "so-tay/", "handbook of a role": "so-tay/can-bo-ghi-so/", "handbook to print": "so-tay/ban-in/", "handbook tasks": "so-tay/viec-va-lenh/",
        "handbook messages": "so-tay/thong-bao-loi/", "messages of files": "so-tay/thong-bao-loi-khac/", "messages of units": "so-tay/thong-bao-loi-don-vi-quy-dinh/", "record form": "lap-ban-ghi/", "record editor": "ghi-viec/", "embed": "nhung/hong-bang/", "not found": "khong-co/",
    }


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium; ``make test`` sees to it that there is one. Where it is there, the one without windows: it asks a
    third of the processor, since every visitor would have a window of its own."""
    chromium = next(filter(None, map(shutil.which, ("chromium-headless-shell", "chromium", "google-chrome"))), None)
    assert chromium, "please run: sudo apt-get install --no-install-recommends chromium chromium-headless-shell"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser, site_address: str) -> Iterator[BrowserContext]:
    """A visitor with a desktop screen and no history; addresses are relative to the site."""
    context = browser.new_context(base_url=site_address, **VISITOR)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def phone(browser: Browser, site_address: str) -> Iterator[Page]:
    """A page on a small telephone, with a finger for a mouse."""
    context = browser.new_context(base_url=site_address, viewport=PHONE, has_touch=True, is_mobile=True, **VISITOR)
    yield context.new_page()
    context.close()


@pytest.fixture
def without_scripts(browser: Browser, site_address: str) -> Iterator[Page]:
    """The same telephone where no script runs."""
    context = browser.new_context(base_url=site_address, viewport=PHONE, java_script_enabled=False, **VISITOR)
    yield context.new_page()
    context.close()


@pytest.fixture
def editor(page: Page) -> Page:
    """The page "Ghi việc mới", where no record is open yet."""
    open_to_write(page, EDITOR)
    return page
