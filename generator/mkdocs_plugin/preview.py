"""The site on this machine while records are edited: the page of what is saved at once, all the rest right after."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, Callable

from generator.mkdocs_plugin.commands import Built, SiteNotBuilt, build_site
from generator.problems import InvalidRegister
from generator.publications.dialogues import publish_one
from generator.records import read_dialogue
from generator.serving import Served, saved
from generator.store import Store

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

Tell = Callable[[str], None]


def serve_site(
    content: Path, as_of: date | None, address: str, mkdocs_yml: Path, templates: Path, cache: Path, tell: Tell
) -> None:
    """Serves the site at ``address`` (host:port) until stopped. ``tell`` is told of each build and of what is wrong.

    Raises InvalidRegister and SiteNotBuilt when the first build fails; a later one leaves the site as it was.
    """
    host, _, port = address.rpartition(":")
    site = cache / "serve"

    def build() -> Built:
        return build_site(content, as_of, site, mkdocs_yml, store=Store(cache / "build"), in_any_case=True)

    built = build()
    served = Served(site, host, int(port))
    served.start()
    tell(f"Xem thử tại http://{address}/ (dừng bằng Ctrl+C)")
    for paths in saved([content, templates]):
        try:
            if show_saved(content, site, built, paths):
                served.tell()
            built = build()
            served.tell()
            tell("Đã dựng lại.")
        except (InvalidRegister, SiteNotBuilt) as error:
            tell(str(error))


def show_saved(content: Path, site: Path, built: Built, paths: set[Path]) -> bool:
    """Writes the pages of the dialogues among ``paths`` as they would be built if they were all that has changed.

    They are checked alone; the rules between records are for the build that follows. Raises InvalidRegister.
    """
    records = content.resolve() / "dialogues"
    if built.site is None or not all(path.is_relative_to(records) and path.is_file() for path in paths):
        return False
    dialogues = dict(built.site.register.dialogues)
    read = [read_dialogue(content, path.relative_to(content.resolve())) for path in sorted(paths)]
    for dialogue in read:
        if dialogue.unit not in built.site.register.units:
            return False
        dialogues[dialogue.id] = dialogue
    whole = replace(built.site, register=replace(built.site.register, dialogues=dict(sorted(dialogues.items()))))
    for dialogue in read:
        unit = whole.register.unit_of(dialogue)
        page = publish_one(whole.of_district(whole.register.units[unit.parent_id or unit.id]), dialogue.id)
        _replace(site / page.address / "index.html", built.wrap(page))
    return True


def _replace(path: Path, html: bytes) -> None:
    """In one step, and never through a link to another site's file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".new")
    beside.write_bytes(html)
    os.replace(beside, path)
