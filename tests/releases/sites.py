"""Built sites for tests of releases: the golden register's, and one with as little in it as a release needs."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from datetime import date
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Iterator

from generator.building.build import publish
from generator.building.plain_site import write_plain_site
from generator.releases.copies import FolderCopy
from generator.releases.last_release import LastRelease, last_release_of
from generator.releases.releasing import Origin, Released, release
from tests.places import GOLDEN, TEMPLATES

NOWHERE = Origin(None, None, None)


def built(folder: Path, content: Path = GOLDEN, as_of: date | None = None) -> Path:
    publication = publish(content, as_of=as_of, today=date(2023, 9, 15), templates=TEMPLATES)
    write_plain_site(publication, TEMPLATES, folder)
    return folder


def released(site: Path, before: LastRelease | None = None, kept: Path | None = None, origin: Origin = NOWHERE) -> Released:
    return release(site, before, origin, TEMPLATES, kept)


def last_release(folder: Path) -> LastRelease | None:
    return last_release_of(FolderCopy(folder))


def copied(site: Path, folder: Path) -> Path:
    return Path(shutil.copytree(site, folder))


class Silent(BaseHTTPRequestHandler):
    """Writes down nobody's visit."""

    def log_message(self, *arguments: object) -> None:
        pass


class Quiet(Silent, SimpleHTTPRequestHandler):
    """A host of files."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which a host hands the folder out."""
    with hosted(partial(Quiet, directory=str(folder))) as address:
        yield address


@contextmanager
def hosted(handler: type[BaseHTTPRequestHandler] | partial[SimpleHTTPRequestHandler]) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
