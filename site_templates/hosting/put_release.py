#!/usr/bin/env python3
"""Puts a release of the site on this server, whole or not at all: needs Python 3.9 or later and nothing else.

    python3 put_release.py SITE /srv/doi-thoai
    tar --create --directory site . | ssh SERVER python3 put_release.py - /srv/doi-thoai

SITE is the folder that was built and released, or "-" for a tar archive of it on standard input. Under /srv/doi-thoai each
release has a folder in `releases/`, and the web server hands out `site`, a link to one of them. The new release is brought
beside the others, read once more from this disk and held against its own SHA256SUMS; only then the link is put over, in one
step. So a visitor is given the old site or the new one and never some of each, and whatever breaks this off changes
nothing. A file that is as it was is the same file (a hard link), with its time and so its ETag. The last three releases stay.
A copy may lack what no host hands out (`_headers`, `404.html`, names that begin with a dot), and nothing else.
"""

from __future__ import annotations

import argparse
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import Iterator

SUMS = "phat-hanh/SHA256SUMS"
OF_RELEASES = "phat-hanh/"
OWN_SUMS = "phat-hanh/releases.sha256"
"""Of the files of that folder, which the others leave out."""
NOT_HANDED_OUT = ("_headers", "404.html")
KEPT = 3
COMING = ".coming-"


class Refused(Exception):
    """Nothing was put over; ``str()`` says why."""


def put(source: str, server: Path) -> str:
    """The folder that is handed out now, and how many of its files are new. Raises Refused and OSError."""
    releases = server / "releases"
    releases.mkdir(parents=True, exist_ok=True)
    with alone(releases):
        for left in releases.glob(f"{COMING}*"):
            shutil.rmtree(left)
        coming = Path(mkdtemp(prefix=COMING, dir=releases))
        coming.chmod(0o755)
        try:
            bring(source, coming)
            linked = link_unchanged(coming, server / "site")
            files = verified(coming)
            release = releases / str(1 + max(numbers(releases), default=0))
            coming.rename(release)
        except BaseException:
            shutil.rmtree(coming, ignore_errors=True)
            raise
        os.sync()  # a machine that loses its power now comes back with whole files
        switch(server / "site", release)
        for number in sorted(numbers(releases))[:-KEPT]:
            shutil.rmtree(releases / str(number))
    return f"{release}: {files} files, {files - linked} of them new"


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Waits until nobody else is putting a release here."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def bring(source: str, coming: Path) -> None:
    if source != "-":
        shutil.copytree(source, coming, symlinks=True, dirs_exist_ok=True)
    elif subprocess.run(["tar", "--extract", "--no-same-owner", "--directory", str(coming)], stdin=sys.stdin).returncode:
        raise Refused("the archive did not come whole")
    for path in coming.rglob("*"):
        if path.is_symlink() or not (path.is_dir() or path.is_file()):
            raise Refused(f"{path.relative_to(coming)}: a site holds files and folders only")
        path.chmod(0o755 if path.is_dir() else 0o644)


def link_unchanged(coming: Path, now: Path) -> int:
    """How many files are the same as in the release that is handed out now, and are links to them from here on."""
    linked = 0
    for path in files_in(coming):
        old = now / path.relative_to(coming)
        if old.is_file() and old.stat().st_size == path.stat().st_size and old.read_bytes() == path.read_bytes():
            spare = path.with_name(f"{COMING}{os.getpid()}")
            os.link(old, spare)
            spare.replace(path)
            linked += 1
    return linked


def verified(site: Path) -> int:
    """How many files there are, each as the release's sums say, and none but those. Raises Refused."""
    there = {path.relative_to(site).as_posix(): path for path in files_in(site)}
    for sums, of_releases in ((OWN_SUMS, True), (SUMS, False)):
        wanted = digests(site / sums)
        found = {path for path in there if path.startswith(OF_RELEASES) == of_releases and path != OWN_SUMS}
        for path in sorted(wanted.keys() | found):
            is_wanted = path in wanted and path.startswith(OF_RELEASES) == of_releases
            if path not in there and is_wanted and not is_handed_out(path):
                continue
            if path not in there or not is_wanted or wanted[path] != hashlib.sha256(there[path].read_bytes()).hexdigest():
                raise Refused(f"{path} is not as {sums} says")
    return len(there)


def digests(sums: Path) -> dict[str, str]:
    """By the path. Raises Refused."""
    try:
        lines = sums.read_text("utf-8").splitlines()
        return {path: digest for digest, path in (line.split("  ", 1) for line in lines)}
    except FileNotFoundError:
        raise Refused(f"{OF_RELEASES}{sums.name} is not there: run `dialogues release` first") from None
    except ValueError:
        raise Refused(f"{OF_RELEASES}{sums.name} is no list of digests") from None


def is_handed_out(path: str) -> bool:
    return path not in NOT_HANDED_OUT and not any(part.startswith(".") for part in path.split("/"))


def switch(link: Path, release: Path) -> None:
    """In one step; a folder that stood there, from before there were releases, becomes one of them."""
    if link.is_dir() and not link.is_symlink():
        link.rename(release.parent / "0")
    new = link.with_name(f".{link.name}{COMING}")
    new.unlink(missing_ok=True)
    new.symlink_to(release.relative_to(link.parent))
    new.replace(link)


def files_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def numbers(releases: Path) -> list[int]:
    return [int(path.name) for path in releases.iterdir() if path.name.isdigit()]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", help="the released site's folder, or - for a tar archive on standard input")
    parser.add_argument("server", type=Path, help="the folder whose `site` the web server hands out")
    chosen = parser.parse_args()
    try:
        print(put(chosen.site, chosen.server))
    except (Refused, OSError) as error:
        sys.exit(f"put_release: {error}; the site is as it was")


if __name__ == "__main__":
    main()
