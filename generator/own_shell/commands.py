"""Builds the site in the register's own shell, which is imported when there is something to build; the old site stays until the
new one is whole."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.building.site_build import Built, SiteNotBuilt, build_whole_site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from generator.building.build import Report
    from generator.keeping.store import Store
    from generator.own_shell.theme import OpenedOwnTheme


def build_site(
    content: Path, as_of: date | None, site: Path, templates: Path, today: date, report: Report = lambda stage: None,
    store: Store | None = None, in_any_case: bool = False, in_doubt: bool = False,
) -> Built:
    """As ``build_whole_site`` does, in the register's own shell."""
    return build_whole_site(OwnTheme(templates), content, as_of, site, today, report, store, in_any_case, in_doubt)


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
