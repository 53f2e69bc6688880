"""The register's stylesheet: one file for the visitor, made of several that each do one thing."""

from __future__ import annotations

import re
from typing import Iterator

from generator.model.addresses import STYLESHEET
from generator.site.published import PublishedFile
from generator.site.site import Site

STYLESHEETS = ("tokens", "page", "parts", "tools", "tables", "paper")
"""In the order of the cascade; each is ``site_templates/stylesheets/<name>.css``."""
_FOR_ITS_READERS = re.compile(rb"(/\*.*?\*/)|\n\s+", re.DOTALL)
"""Comments and indents, a quarter of what a telephone would have to fetch; no text in a stylesheet goes on for lines."""


def publish(site: Site) -> Iterator[PublishedFile]:
    folder = site.templates / "stylesheets"
    whole = b"\n".join((folder / f"{name}.css").read_bytes() for name in STYLESHEETS)
    yield PublishedFile(STYLESHEET, _FOR_ITS_READERS.sub(lambda found: b"\n" if found[1] is None else b"", whole))
