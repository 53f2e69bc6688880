"""The published pages and files in a folder, in a plain shell of their own: no MkDocs, no theme."""

from __future__ import annotations

from pathlib import Path

import jinja2
from markupsafe import Markup

from generator.building.build import Publication
from generator.files.site_folder import SiteFolder
from generator.model.addresses import relative


def write_plain_site(publication: Publication, templates: Path, folder: Path) -> int:
    """Writes every page as ``<address>index.html`` and every file at its address; says how many there are."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates), autoescape=True, undefined=jinja2.StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )
    shell = environment.get_template("plain_page.html")
    site = SiteFolder(folder)
    for page in publication.pages:
        html = shell.render(
            page=page, publication=publication, body=Markup(page.body), structured=Markup(page.structured or ""),
            url=lambda address, page=page: relative(page.address, address),
        )
        site.write(f"{page.address}index.html", (html + "\n").encode())
    for file in publication.files:
        site.write(file.address, file.content)
    return len(publication.pages) + len(publication.files)
