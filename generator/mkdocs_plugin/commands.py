"""Builds and serves the site through MkDocs; the old site stays until the new one is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from mkdocs.utils.yaml import yaml_load

from generator.whole_folder import NotOurs, whole_folder

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path
    from typing import Any

    from generator.build import Publication, Report


class SiteNotBuilt(Exception):
    """MkDocs refused or warned; the old site, where there was one, is as it was. ``str()`` says why."""


def build_site(
    content: Path, as_of: date | None, site: Path, mkdocs_yml: Path, report: Report = lambda stage: None
) -> Publication:
    """Builds the register into the folder ``site``, warnings being errors, and says what was published.

    ``as_of`` None leaves the day to mkdocs.yml and the register. Raises InvalidRegister and SiteNotBuilt.
    """
    try:
        with whole_folder(site) as new:
            return _build(mkdocs_yml, content, as_of, new, report)
    except NotOurs as error:
        raise SiteNotBuilt(str(error)) from error


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
    """What the commands say instead of mkdocs.yml. Raises SiteNotBuilt."""
    if not (content / "pages").is_dir():
        raise SiteNotBuilt(f"{content / 'pages'}: phải có thư mục này, chứa các trang viết tay như gioi-thieu.md")
    with mkdocs_yml.open(encoding="utf-8") as file:
        plugins = yaml_load(file)["plugins"]
    plugins["dialogues"]["content"] = str(content.resolve())
    if as_of is not None:
        plugins["dialogues"]["as_of"] = as_of
    return {"docs_dir": str(content.resolve() / "pages"), "plugins": plugins}
