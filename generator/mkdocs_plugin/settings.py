"""What mkdocs.yml says, read without MkDocs, which is slow to import, unless it says what only MkDocs knows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml

from generator.building.site_build import SiteNotBuilt

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UNDERSTOOD = {
    "site_name", "docs_dir", "site_dir", "not_in_nav", "theme", "plugins", "markdown_extensions", "extra", "extra_css",
    "extra_javascript", "validation",
}
"""None of which has MkDocs run a program or read a file that no fingerprint covers."""


@dataclass(frozen=True)
class Settings:
    """``said`` is all that stands in mkdocs.yml, which lies in ``folder``. ``stands_alone``: without a tag, such as ``!ENV``,
    and without another file that it inherits from."""

    folder: Path
    said: dict[str, Any]
    stands_alone: bool

    @classmethod
    def read(cls, mkdocs_yml: Path) -> Settings:
        """Raises SiteNotBuilt where the plugin is not among them, with its options, or a folder is none."""
        said, stands_alone = _said(mkdocs_yml)
        plugins = said.get("plugins") if isinstance(said, dict) else None
        if not isinstance(plugins, dict) or not isinstance(plugins.get("dialogues"), dict):
            raise SiteNotBuilt(f"{mkdocs_yml}: trong plugins phải có 'dialogues:' và các tùy chọn của nó, như content: content")
        theme = said["theme"] if isinstance(said.get("theme"), dict) else {}
        folders = {"templates": plugins["dialogues"].get("templates", ""), "custom_dir": theme.get("custom_dir") or ""}
        for name, folder in folders.items():
            if not isinstance(folder, str):
                raise SiteNotBuilt(f"{mkdocs_yml}: {name} phải là tên một thư mục; đang ghi '{folder}'")
        return cls(mkdocs_yml.parent, said, stands_alone)

    @property
    def options(self) -> dict[str, Any]:
        """Of the plugin."""
        options: dict[str, Any] = self.said["plugins"]["dialogues"]
        return options

    @property
    def templates(self) -> Path:
        folder: str = self.options.get("templates", "site_templates")
        return self.folder / folder

    @property
    def theme(self) -> Path:
        """The folder of templates that go before the theme's own."""
        theme = self.said.get("theme")
        return self.folder / (theme.get("custom_dir") or "" if isinstance(theme, dict) else "")

    @property
    def as_of(self) -> date | None:
        """Raises SiteNotBuilt."""
        return day_of(self.options.get("as_of"))

    @property
    def are_understood(self) -> bool:
        """Whether MkDocs makes the same again of these settings, the program, its templates and what the register hands it:
        nothing else may be asked, be it by another plugin or by an extension of Markdown."""
        from generator.reading.page_text import EXTENSIONS

        theme, extensions = self.said.get("theme"), self.said.get("markdown_extensions") or []
        each = extensions if isinstance(extensions, list | dict) else [extensions]
        named = [name for one in each for name in (one if isinstance(one, dict) else [one])]
        return (
            self.stands_alone and self.said.keys() <= _UNDERSTOOD and [*self.said["plugins"]] == ["dialogues"]
            and isinstance(theme, dict) and theme.get("name") == "material"
            and self.theme.resolve().is_relative_to(self.templates.resolve())
            and all(name in EXTENSIONS for name in named)
        )


def day_of(as_of: object) -> date | None:
    """The day that the option says. Raises SiteNotBuilt."""
    try:
        if isinstance(as_of, datetime):
            raise ValueError
        return as_of if isinstance(as_of, date) else date.fromisoformat(as_of) if isinstance(as_of, str) else None
    except ValueError:
        raise SiteNotBuilt(f"as_of: phải là ngày dạng 2023-09-15, không phải '{as_of}'") from None


def _said(mkdocs_yml: Path) -> tuple[dict[str, Any], bool]:
    """Raises SiteNotBuilt."""
    with mkdocs_yml.open("rb") as file:
        try:
            said = yaml.load(file, _Loader)
        except yaml.YAMLError:  # MkDocs says what is wrong, if anything is
            said = None
        if isinstance(said, dict) and "INHERIT" not in said:
            return said, True
        from mkdocs.exceptions import ConfigurationError
        from mkdocs.utils.yaml import yaml_load

        file.seek(0)
        try:
            return yaml_load(file), False
        except ConfigurationError as error:
            raise SiteNotBuilt(f"{mkdocs_yml}: {error.format_message()}") from error
