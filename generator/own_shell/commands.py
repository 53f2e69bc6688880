"""The register's own shell as a build is told of it: what fills it is imported when there is something to build."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from generator.building.build import Publication
    from generator.building.delivery import Delivery, Wrap
    from generator.files.site_folder import Files


@dataclass(frozen=True)
class OwnTheme:
    """``folder`` is that of all templates."""

    folder: Path

    def templates(self) -> Path:
        return self.folder

    def settings(self) -> bytes:
        return b"own shell"

    def as_of(self) -> date | None:
        return None

    def deliver(self, content: Path, publication: Publication, delivery: Delivery) -> tuple[Wrap, Files]:
        from generator.own_shell.theme import OwnShell

        return OwnShell(self.folder, content).deliver(publication, delivery)
