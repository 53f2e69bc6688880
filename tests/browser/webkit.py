"""WebKit, the engine of iPhones, driven as the W3C's WebDriver says: Debian's WebKitGTK in a window that nobody sees.

Playwright drives only a WebKit that it has patched itself, and that no Debian has.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from tests.ports import free_port

PATIENCE = 30
"""Seconds until what was waited for is said not to come."""
SEEN = "found => found.checkVisibility()"
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""WebDriver 2, section 12: the key under which a reply names an element."""

NARROW = "* { min-width: 0; margin: 0; padding: 0; border: 0; font-size: 1px } image { min-width: 0; -gtk-icon-transform: scale(0.1) }"
"""For a window can be no narrower than its bar of buttons."""


class Refused(AssertionError):
    """The driver's word for why not, such as that an element is not there yet, or belongs to a page that was left."""


class Phone:
    """A telephone's window of WebKit on a site; what is not as it was expected within ``PATIENCE`` fails as an assertion.

    Whatever it says of a page it says by way of what is wanted, since a page shows only after a while what was done to it.
    """

    def __init__(self, session: str, site: str) -> None:
        self._session, self._site = session, site

    def go(self, address: str) -> None:
        self._ask("POST", "/url", url=self._site + address)

    def type(self, css: str, text: str) -> None:
        self._do(css, "value", text=text)

    def click(self, css: str) -> None:
        self._do(css, "click")

    def expect_address(self, wanted: str) -> None:
        """Of the page that is open, from the site's root."""
        self._expect(lambda: self._ask("GET", "/url"), self._site + wanted)

    def expect_shown(self, css: str, *wanted: str) -> None:
        """The texts of the elements that are seen, each of them once."""
        self.expect(f"[...new Set([...document.querySelectorAll({json.dumps(css)})].filter({SEEN}).map(found => found.innerText))].filter(Boolean)", [*wanted])

    def expect(self, script: str, wanted: Any) -> None:
        """What the script's expression is worth on the page."""
        self._expect(lambda: self._ask("POST", "/execute/sync", script=f"return {script}", args=[]), wanted)

    def forget(self) -> None:
        """What the site has kept on this telephone."""
        self._ask("POST", "/execute/sync", script="localStorage.clear()", args=[])

    def resize(self, width: int, height: int) -> None:
        """In CSS pixels within the window's frame."""
        self._ask("POST", "/window/rect", x=0, y=0, width=width, height=height)
        frame = self._ask("POST", "/execute/sync", script="return [outerWidth - innerWidth, outerHeight - innerHeight]", args=[])
        self._ask("POST", "/window/rect", x=0, y=0, width=width + frame[0], height=height + frame[1])
        self.expect("innerWidth", width)

    def _ask(self, method: str, path: str, **sent: Any) -> Any:
        return ask(method, f"{self._session}{path}", **sent)

    def _do(self, css: str, what: str, **sent: Any) -> None:
        """To the first of the elements, once it is there."""
        def done() -> bool:
            element = self._ask("POST", "/element", using="css selector", value=css)[ELEMENT]
            return self._ask("POST", f"/element/{element}/{what}", **sent) is None

        self._expect(done, True)

    def _expect(self, said: Callable[[], Any], wanted: Any) -> None:
        until = time.monotonic() + PATIENCE
        while (last := self._answer(said)) != wanted:
            assert time.monotonic() < until, f"wanted: {wanted!r}; said: {last!r}"
            time.sleep(0.05)

    @staticmethod
    def _answer(said: Callable[[], Any]) -> Any:
        try:
            return said()
        except Refused as refused:
            return refused


def ask(method: str, address: str, **sent: Any) -> Any:
    body = json.dumps(sent).encode() if method == "POST" else None
    try:
        with urlopen(Request(address, body, method=method), timeout=PATIENCE * 4) as reply:
            return json.load(reply)["value"]
    except HTTPError as error:
        raise Refused(json.load(error)["value"]["message"]) from None


@contextmanager
def webkit_phone(folder: Path, site: str, width: int, height: int) -> Iterator[Phone]:
    """On the site at that address; the engine's own files lie in ``folder`` and its window is so many CSS pixels."""
    driver, screen = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
    browsers = sorted(Path("/usr").glob("lib*/**/webkit2gtk-4.*/MiniBrowser"))
    assert driver and screen and browsers, "WebKit's driver, Xvfb or a browser of WebKit is missing: run make system-ready"
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
            phone.resize(width, height)
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


def begun(address: str, options: dict[str, Any]) -> str:
    """The address of a new session of a driver that may not listen yet."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            session = ask("POST", address, capabilities={"alwaysMatch": options})
            return f"{address}/{session['sessionId']}"
        except (URLError, ConnectionError):
            assert time.monotonic() < until, address
            time.sleep(0.1)
