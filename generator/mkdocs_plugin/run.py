"""MkDocs run into a folder of its own: what it puts around the register's pages, and its own files."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, cast

from mkdocs.commands import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from generator.building.page_shell import Shell
from generator.building.site_build import SiteNotBuilt
from generator.files.site_folder import files_below

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from generator.building.build import Publication
    from generator.mkdocs_plugin.plugin import DialoguesPlugin
    from generator.mkdocs_plugin.settings import Settings

MadeByMkDocs = tuple[frozenset[str], dict[str, Shell], tuple[str, ...], dict[str, bytes]]
"""To be kept: folders and shells, as ``Shells`` has them; the addresses of the register's pages that the menu leads to; and
MkDocs' own files by their paths."""


def made_by_mkdocs(
    mkdocs_yml: Path, settings: Settings, content: Path, publication: Publication
) -> tuple[MadeByMkDocs, Callable[[str], Shell]]:
    """With what gives more shells, by addresses that no page has. Both raise SiteNotBuilt."""
    with TemporaryDirectory() as folder, _told():
        config = load_config(str(mkdocs_yml), strict=True, site_dir=folder, **_options(settings, content))
        config.plugins.on_startup(command="build", dirty=False)
        plugin = cast("DialoguesPlugin", config.plugins["dialogues"])  # as pyproject.toml says
        plugin.prepared, plugin.delivers = publication, False
        try:
            build.build(config)
        finally:
            plugin.prepared, plugin.delivers = None, True  # MkDocs keeps its plugins for the next build
        config.plugins.on_shutdown()
        files = {path: (Path(folder) / path).read_bytes() for path, _ in files_below(Path(folder))}
    shells = plugin.shells

    def shell(address: str) -> Shell:
        with _told():
            return shells.render(address)

    return (shells.folders, dict(shells.known), plugin.led_to, files), shell


def _options(settings: Settings, content: Path) -> dict[str, Any]:
    """What the commands say instead of mkdocs.yml."""
    options = {**settings.options, "content": str(content.resolve())}
    return {"docs_dir": str(content.resolve() / "pages"), "plugins": {**settings.said["plugins"], "dialogues": options}}


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except MkDocsException as error:
        raise SiteNotBuilt(error.format_message()) from error
