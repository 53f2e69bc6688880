"""The register's stylesheet: one file for the visitor, made of several that each do one thing."""

from __future__ import annotations

from typing import Iterator

from generator.model.addresses import STYLESHEET
from generator.site.published import PublishedFile
from generator.site.site import Site
from generator.text.minified import minified_stylesheet

STYLESHEETS = ("tokens", "page", "parts", "tools", "tables", "paper")
"""In the order of the cascade; each is ``site_templates/stylesheets/<name>.css``."""


def publish(site: Site) -> Iterator[PublishedFile]:
    folder = site.templates / "stylesheets"
    whole = b"\n".join((folder / f"{name}.css").read_bytes() for name in STYLESHEETS)
    yield PublishedFile(STYLESHEET, minified_stylesheet(whole))
