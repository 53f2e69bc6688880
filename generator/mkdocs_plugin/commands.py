"""MkDocs' theme as a build is told of it: MkDocs is imported when there is something to build."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, cast

from mkdocs.utils.yaml import yaml_load

from generator.building.site_build import SiteNotBuilt

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path
    from typing import Any

    from mkdocs.config.defaults import MkDocsConfig

    from generator.building.build import Publication
    from generator.building.delivery import Delivery, Wrap
    from generator.files.site_folder import Files
    from generator.keeping.stages import TellStage
    from generator.keeping.store import Store
    from generator.mkdocs_plugin.plugin import DialoguesPlugin
    from generator.reading.record_files import RecordFiles


@dataclass(frozen=True)
class MkDocsTheme:
    """The theme that mkdocs.yml names."""

    mkdocs_yml: Path

    def templates(self) -> Path:
        """Raises SiteNotBuilt."""
        folder: str = _plugin_options(self.mkdocs_yml)["dialogues"].get("templates", "site_templates")
        return self.mkdocs_yml.parent / folder

    def settings(self) -> bytes:
        return self.mkdocs_yml.read_bytes()

    @contextmanager
    def opened(self, content: Path, as_of: date | None) -> Iterator[OpenedMkDocs]:
        """MkDocs made ready to build into a folder of its own, from which the plugin delivers. Raises SiteNotBuilt."""
        from mkdocs.config import load_config
        from mkdocs.exceptions import MkDocsException

        try:
            with TemporaryDirectory() as folder:
                options = _options(self.mkdocs_yml, content, as_of)
                config = load_config(str(self.mkdocs_yml), strict=True, site_dir=folder, **options)
                config.plugins.on_startup(command="build", dirty=False)
                plugin = cast("DialoguesPlugin", config.plugins["dialogues"])  # as pyproject.toml says
                try:
                    yield OpenedMkDocs(config, plugin)
                finally:
                    plugin.delivery = None  # MkDocs keeps its plugins for the next build
                config.plugins.on_shutdown()
        except MkDocsException as error:
            raise SiteNotBuilt(error.format_message()) from error


@dataclass(frozen=True)
class OpenedMkDocs:
    config: MkDocsConfig
    plugin: DialoguesPlugin

    def read(self, report: TellStage, store: Store | None, files: RecordFiles | None, today: date) -> Publication:
        """Here, since MkDocs would turn InvalidRegister into a line of its log."""
        publication = self.plugin.prepared = self.plugin.read(report, store, files, today)
        return publication

    def deliver(self, publication: Publication, delivery: Delivery) -> tuple[Wrap, Files]:
        from mkdocs.commands.build import build

        assert publication.site
        self.plugin.delivery = delivery
        build(self.config)
        return self.plugin.wrap, self.plugin.theme_files


def _options(mkdocs_yml: Path, content: Path, as_of: date | None) -> dict[str, Any]:
    """What the commands say instead of mkdocs.yml. Raises SiteNotBuilt."""
    if not (content / "pages").is_dir():
        raise SiteNotBuilt(f"{content / 'pages'}: phải có thư mục này, chứa các trang viết tay như gioi-thieu.md")
    plugins = _plugin_options(mkdocs_yml)
    plugins["dialogues"]["content"] = str(content.resolve())
    if as_of is not None:
        plugins["dialogues"]["as_of"] = as_of
    return {"docs_dir": str(content.resolve() / "pages"), "plugins": plugins}


def _plugin_options(mkdocs_yml: Path) -> dict[str, Any]:
    """Raises SiteNotBuilt where the plugin is not among them, with its options."""
    with mkdocs_yml.open(encoding="utf-8") as file:
        plugins = yaml_load(file).get("plugins")
    if not isinstance(plugins, dict) or not isinstance(plugins.get("dialogues"), dict):
        raise SiteNotBuilt(f"{mkdocs_yml}: trong plugins phải có 'dialogues:' và các tùy chọn của nó, như content: content")
    return plugins
