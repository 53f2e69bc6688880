"""MkDocs' theme as a build is told of it: MkDocs is imported when what it has made before is not what it would make today."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from generator.building.page_shell import Shells
from generator.building.site_build import SiteNotBuilt, refuse_missing
from generator.mkdocs_plugin.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from generator.building.build import Publication
    from generator.building.delivery import Delivery, Wrap
    from generator.building.page_shell import Shell
    from generator.files.site_folder import Files
    from generator.mkdocs_plugin.run import MadeByMkDocs


@dataclass(frozen=True)
class MkDocsTheme:
    """The theme that mkdocs.yml names."""

    mkdocs_yml: Path

    def templates(self) -> Path:
        return Settings.read(self.mkdocs_yml).templates

    def settings(self) -> bytes:
        return self.mkdocs_yml.read_bytes()

    def as_of(self) -> date | None:
        return Settings.read(self.mkdocs_yml).as_of

    def deliver(self, content: Path, publication: Publication, delivery: Delivery) -> tuple[Wrap, Files]:
        from generator.building.heads import Heads

        @cache
        def by_mkdocs() -> tuple[MadeByMkDocs, Callable[[str], Shell]]:
            try:
                from generator.mkdocs_plugin.run import made_by_mkdocs
            except ModuleNotFoundError as error:
                library = str(error.name).partition(".")[0]
                raise SiteNotBuilt(
                    f"Máy này chưa cài {library} mà khung material cần: hãy chạy make site, hoặc dựng bằng khung riêng của sổ: "
                    "thêm --shell own"
                ) from None

            return made_by_mkdocs(self.mkdocs_yml, settings, content, publication)

        settings = Settings.read(self.mkdocs_yml)
        results = publication.site and publication.site.kept
        store = results.store.part("mkdocs") if results and settings.are_understood else None
        kept: MadeByMkDocs | None = store.get(delivery.around) if store else None
        folders, rendered, led_to, own_files = kept or by_mkdocs()[0]
        shells = Shells(folders, lambda address: by_mkdocs()[1](address), dict(rendered))
        wrap = Heads(publication, [settings.theme]).wrapping(shells)
        delivery.deliver_all(publication, wrap)
        there = {page.address for page in delivery.pages()}
        refuse_missing(led_to, there)
        if store:
            new = (part for stamp, part in delivery.delivered.items() if not kept or stamp not in delivery.before.parts)
            for page in (page for part in new for page in part.pages):  # another process may have rendered some
                shells.of(page.address)
            if not kept or len(shells.known) > len(rendered):
                store.put(delivery.around, (folders, shells.known, led_to, own_files))
            store.forget_others()
        return wrap, delivery.put_others(own_files.items())
