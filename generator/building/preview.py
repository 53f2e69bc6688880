"""The site on this machine while records are edited: the page of what is saved at once, all the rest right after."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, Callable

from generator.building.delivery import whole_files
from generator.building.parts import parts_of_dialogue
from generator.building.site_build import Built, SiteNotBuilt
from generator.checks import check_each
from generator.consequences.outlines import outlined
from generator.files.serving import Served, watched
from generator.files.site_folder import holds
from generator.reading.problems import InvalidRegister
from generator.reading.record_reading import read_dialogue
from generator.reading.records import Reading
from generator.site.plain_templates import place_in_template

if TYPE_CHECKING:
    from pathlib import Path

Tell = Callable[[str], None]


def serve_site(
    build: Callable[[], Built], site: Path, content: Path, templates: Path, address: tuple[str, int], tell: Tell
) -> None:
    """Serves what ``build`` builds into ``site`` at ``address``, a host and a port, until stopped. ``tell`` is told of each
    build and of what is wrong.

    Raises InvalidRegister and SiteNotBuilt when the first build fails; a later one leaves the site as it was.
    """
    with watched([content, templates]) as saved:  # what is saved while the first build runs comes after it
        built = build()
        served = Served(site, *address)
        served.start()
        tell("Xem thử tại http://{}:{}/ (dừng bằng Ctrl+C)".format(*address))
        for paths in saved:
            try:
                if show_saved(content, site, built, paths):
                    served.tell()
                built = build()
                served.tell()
                tell("Đã dựng lại.")
            except (InvalidRegister, SiteNotBuilt) as error:
                tell(str(error))
            except Exception as error:  # such as a template half written, which is no reason to end
                place = place_in_template(error)
                tell(f"Không dựng được: {f'{place}: ' if place else ''}{type(error).__name__}: {error}")


def show_saved(content: Path, site: Path, built: Built, paths: set[Path]) -> bool:
    """Writes the pages and feeds of the dialogues at ``paths``, and of those beside them that they change, as they would
    be built if these were all that has changed.

    They are checked alone, and nothing is shown where something is wrong, which the build that follows tells with all the
    rules between records. Raises InvalidRegister.
    """
    records = content.resolve() / "dialogues"
    if built.site is None or built.wrap is None or not site.is_dir():
        return False
    if not all(path.is_relative_to(records) and path.is_file() for path in paths):
        return False
    read = [read_dialogue(content, path.relative_to(content.resolve())) for path in sorted(paths)]
    for dialogue in read:
        if dialogue.unit not in built.site.register.units:
            return False
    saved = replace(built.site.register, dialogues={dialogue.id: dialogue for dialogue in read}, submissions={})
    if check_each(Reading(saved, {}, ()), built.site.today.as_date()):
        return False
    dialogues = outlined(built.site.register.dialogues).with_new(saved.dialogues)
    whole = replace(built.site, register=replace(built.site.register, dialogues=dialogues))
    for part in {part.name: part for dialogue in read for part in parts_of_dialogue(whole, dialogue)}.values():
        for path, content_now in whole_files(part.make(whole.today.as_date()), built.wrap):
            if not holds(site / path, content_now):
                _replace(site / path, content_now)
    return True


def _replace(path: Path, html: bytes) -> None:
    """In one step, and never through a link to another site's file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".new")
    beside.write_bytes(html)
    os.replace(beside, path)
