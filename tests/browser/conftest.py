"""A real Chromium on the real site: built once, served as a plain folder, as any web server would."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from generator.mkdocs_plugin.commands import build_site

ROOT = Path(__file__).parents[2]


class Quiet(SimpleHTTPRequestHandler):
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".ics": "text/calendar; charset=utf-8"}

    def log_message(self, *arguments: object) -> None:
        pass

    def send_error(self, code: int, *arguments: object) -> None:
        """Answers with the site's own 404 page, as every configured server does."""
        body = (Path(self.directory) / "404.html").read_bytes() if code == 404 else b""
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample register."""
    site = tmp_path_factory.mktemp("browser") / "site"
    build_site(ROOT / "content", None, site, ROOT / "mkdocs.yml")
    return site


@pytest.fixture(scope="session")
def site_address(site_folder: Path) -> Iterator[str]:
    """Where the site is served, with a slash at the end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site_folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium; ``make test`` sees to it that there is one."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    assert chromium, "please run: sudo apt-get install --no-install-recommends chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser, site_address: str) -> Iterator[BrowserContext]:
    """A visitor with a desktop screen and no history; addresses are relative to the site."""
    context = browser.new_context(base_url=site_address, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def phone(browser: Browser, site_address: str) -> Iterator[Page]:
    """A page on the narrowest screen that WCAG 2.2 asks for (1.4.10): 320 CSS pixels."""
    context = browser.new_context(
        base_url=site_address, viewport={"width": 320, "height": 640}, has_touch=True, locale="vi-VN"
    )
    yield context.new_page()
    context.close()


@pytest.fixture
def without_scripts(browser: Browser, site_address: str) -> Iterator[Page]:
    context = browser.new_context(base_url=site_address, java_script_enabled=False, locale="vi-VN")
    yield context.new_page()
    context.close()
