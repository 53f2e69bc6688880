"""The register's own shell as a build is told of it: what fills it is imported when there is something to build."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.building.site_build import SiteNotBuilt

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from generator.own_shell.theme import OpenedOwnTheme


@dataclass(frozen=True)
class OwnTheme:
    """``folder`` is that of all templates."""

    folder: Path

    def templates(self) -> Path:
        return self.folder

    def settings(self) -> bytes:
        return b"own shell"

    @contextmanager
    def opened(self, content: Path, as_of: date | None) -> Iterator[OpenedOwnTheme]:
        from generator.own_shell.theme import OpenedOwnTheme

        if not (content / "pages").is_dir():
            raise SiteNotBuilt(f"{content / 'pages'}: phải có thư mục này, chứa các trang viết tay như gioi-thieu.md")
        yield OpenedOwnTheme(self.folder, content, as_of)
