"""Builds and serves the site through MkDocs; the old site stays until the new one is whole."""

from __future__ import annotations

import fcntl
import os
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from mkdocs.utils.yaml import yaml_load

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from typing import Any

    from generator.build import Publication, Report


class SiteNotBuilt(Exception):
    """MkDocs refused or warned; the old site, where there was one, is as it was. ``str()`` says why."""


def build_site(
    content: Path, as_of: date | None, site: Path, mkdocs_yml: Path, report: Report = lambda stage: None
) -> Publication:
    """Builds the register into the folder ``site``, warnings being errors, and says what was published.

    ``as_of`` None leaves the day to mkdocs.yml and the register. Raises InvalidRegister and SiteNotBuilt. Two builds at once do
    not disturb each other: the later one to finish stays.
    """
    site = site.resolve()
    if site.is_dir() and any(site.iterdir()) and not (site / ".nojekyll").exists():
        raise SiteNotBuilt(f"{site}: phải là thư mục trống hoặc trang đã dựng trước đó, không phải thư mục khác")
    site.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=f".{site.name}-", dir=site.parent) as workshop:
        new = Path(workshop) / "new"
        publication = _build(mkdocs_yml, content, as_of, new, report)
        put_in_place(new, site, Path(workshop) / "old")
    return publication


def put_in_place(new: Path, site: Path, old: Path) -> None:
    """Renames ``site``, where there is one, to ``old`` and ``new`` to ``site``; all on one file system."""
    with _alone_in(site.parent):
        if site.exists():
            site.rename(old)
        new.rename(site)


def serve_site(content: Path, as_of: date | None, address: str, mkdocs_yml: Path) -> None:
    """Serves the site on this machine at ``address`` (host:port) until stopped, rebuilt at each edit.

    Raises SiteNotBuilt when the first build fails; later ones only say so.
    """
    try:
        serve(str(mkdocs_yml), dev_addr=address, **_options(mkdocs_yml, content, as_of))
    except MkDocsException as error:
        raise SiteNotBuilt(error.format_message()) from error


def _build(mkdocs_yml: Path, content: Path, as_of: date | None, site: Path, report: Report) -> Publication:
    try:
        config = load_config(str(mkdocs_yml), strict=True, site_dir=str(site), **_options(mkdocs_yml, content, as_of))
        config.plugins.on_startup(command="build", dirty=False)
        plugin = config.plugins["dialogues"]
        plugin.prepared = plugin.read(report)  # here, since MkDocs would turn InvalidRegister into a line of its log
        report("Đang viết trang")
        build(config)
        config.plugins.on_shutdown()
    except MkDocsException as error:
        raise SiteNotBuilt(error.format_message()) from error
    return plugin.publication


def _options(mkdocs_yml: Path, content: Path, as_of: date | None) -> dict[str, Any]:
    """What the commands say instead of mkdocs.yml."""
    with mkdocs_yml.open(encoding="utf-8") as file:
        plugins = yaml_load(file)["plugins"]
    plugins["dialogues"]["content"] = str(content.resolve())
    if as_of is not None:
        plugins["dialogues"]["as_of"] = as_of
    return {"docs_dir": str(content.resolve() / "pages"), "plugins": plugins}


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Waits until no other build is putting its site into the folder; leaves no file behind."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
