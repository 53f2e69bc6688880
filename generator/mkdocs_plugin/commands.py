"""MkDocs' theme as a build is told of it: MkDocs is imported when what it has made before is not what it would make today."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from generator.building.page_shell import Shells
from generator.building.site_build import refuse_missing
from generator.mkdocs_plugin.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from pathlib import Path

    from generator.building.build import Publication
    from generator.building.delivery import Delivery, Wrap
    from generator.building.page_shell import Shell
    from generator.files.site_folder import Files


@dataclass(frozen=True)
class MadeByMkDocs:
    """Which is kept: the shells by the addresses that they were rendered for, and the folders that tell them apart; addresses
    of the register's pages that the menu leads to; and MkDocs' own files by their paths."""

    folders: frozenset[str]
    shells: Mapping[str, Shell]
    led_to: tuple[str, ...]
    files: Mapping[str, bytes]


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
            from generator.mkdocs_plugin.run import made_by_mkdocs

            return made_by_mkdocs(self.mkdocs_yml, settings, content, publication)

        settings = Settings.read(self.mkdocs_yml)
        results = publication.site and publication.site.kept
        store = results.store.part("mkdocs") if results and settings.are_understood else None
        kept: MadeByMkDocs | None = store.get(delivery.around) if store else None
        made = kept or by_mkdocs()[0]
        shells = Shells(made.folders, lambda address: by_mkdocs()[1](address), dict(made.shells))
        wrap = Heads(publication, [settings.theme]).wrapping(shells)
        delivery.deliver_all(publication, wrap)
        there = {page.address for page in delivery.pages()}
        refuse_missing(made.led_to, there)
        if store and not kept:
            for address in there:  # of which another process may have made some
                shells.of(address)
        if store and shells.known.keys() != made.shells.keys():
            store.put(delivery.around, replace(made, shells=shells.known))
        if store:
            store.forget_others()
        return wrap, delivery.put_others(made.files.items())
