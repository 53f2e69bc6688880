"""WebKit, the engine of iPhones, driven as the W3C's WebDriver says: Debian's WebKitGTK in a window that nobody sees.

Playwright drives only a WebKit that it has patched itself, and that no Debian has.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

PACKAGES = "webkit2gtk-driver xvfb"
PATIENCE = 30
"""Seconds until what was waited for is said not to come."""
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""WebDriver 2, section 12: the key under which a reply names an element."""

NARROW = "* { min-width: 0; margin: 0; padding: 0; border: 0; font-size: 1px } image { min-width: 0; -gtk-icon-transform: scale(0.1) }"
"""For a window can be no narrower than its bar of buttons."""


class Phone:
    """A telephone's window of WebKit on a site; what it does not find within ``PATIENCE`` fails as an assertion."""

    def __init__(self, session: str, site: str) -> None:
        self.session, self.site = session, site

    def ask(self, method: str, path: str, **sent: Any) -> Any:
        return ask(method, f"{self.session}{path}", **sent)

    def run(self, script: str, *given: Any) -> Any:
        return self.ask("POST", "/execute/sync", script=script, args=given)

    def go(self, address: str) -> None:
        self.ask("POST", "/url", url=self.site + address)

    def address(self) -> str:
        """Of the page that is open, from the site's root."""
        return self.ask("GET", "/url").removeprefix(self.site)

    def shown(self, css: str) -> list[str]:
        """The texts of the elements that are seen."""
        return self.run(
            "return [...document.querySelectorAll(arguments[0])].filter(found => found.checkVisibility()).map(found => found.innerText).filter(Boolean)", css
        )

    def type(self, css: str, text: str) -> None:
        self.ask("POST", f"/element/{self._one(css)}/value", text=text)

    def click(self, css: str) -> None:
        self.ask("POST", f"/element/{self._one(css)}/click")

    def expect(self, what: Callable[[], Any]) -> Any:
        """What it says as soon as that is true, for a page shows what was typed only after a while."""
        until = time.monotonic() + PATIENCE
        while not (said := what()):
            assert time.monotonic() < until, what
            time.sleep(0.05)
        return said

    def _one(self, css: str) -> str:
        return self.expect(lambda: self.ask("POST", "/elements", using="css selector", value=css))[0][ELEMENT]


def ask(method: str, address: str, **sent: Any) -> Any:
    body = json.dumps(sent).encode() if method == "POST" else None
    try:
        with urlopen(Request(address, body, method=method), timeout=PATIENCE * 4) as reply:
            return json.load(reply)["value"]
    except HTTPError as error:
        raise AssertionError(json.load(error)["value"]["message"]) from None


@contextmanager
def webkit_phone(folder: Path, site: str, width: int, height: int) -> Iterator[Phone]:
    """On the site at that address; the engine's own files lie in ``folder`` and its window is so many CSS pixels."""
    driver, screen = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
    browsers = sorted(Path("/usr").glob("lib*/**/webkit2gtk-4.*/MiniBrowser"))
    assert driver and screen and browsers, f"please run: sudo apt-get install --no-install-recommends {PACKAGES}"
    read, write = os.pipe()
    with os.fdopen(read) as number, ended(
        [screen, "-displayfd", str(write), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"], pass_fds=(write,)
    ):
        os.close(write)
        home = {name: str(folder) for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR")}
        (folder / "gtk-3.0").mkdir()
        (folder / "gtk-3.0/gtk.css").write_text(NARROW, "utf-8")
        display = {"DISPLAY": f":{number.readline().strip()}", "GDK_BACKEND": "x11", "LIBGL_ALWAYS_SOFTWARE": "1"}
        port = free_port()
        with ended([driver, f"--port={port}"], env={**os.environ, **home, **display}):
            options = {"binary": str(browsers[-1]), "args": ["--automation"]}
            session = begun(f"http://127.0.0.1:{port}/session", {"webkitgtk:browserOptions": options})
            phone = Phone(session, site)
            phone.ask("POST", "/window/rect", x=0, y=0, width=width, height=height)
            frame = phone.run("return [outerWidth - innerWidth, outerHeight - innerHeight]")
            phone.ask("POST", "/window/rect", x=0, y=0, width=width + frame[0], height=height + frame[1])
            yield phone
            ask("DELETE", session)


@contextmanager
def ended(command: list[str], **started: Any) -> Iterator[None]:
    """Runs a program for as long as the block does."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **started) as program:
        try:
            yield
        finally:
            program.terminate()


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def begun(address: str, options: dict[str, Any]) -> str:
    """The address of a new session of a driver that may not listen yet."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            session = ask("POST", address, capabilities={"alwaysMatch": options})
            return f"{address}/{session['sessionId']}"
        except URLError:
            assert time.monotonic() < until, address
            time.sleep(0.1)
