"""Further addresses of open data, most of which a release writes, or writes anew: as much of a promise as those in
``addresses``.
"""

from __future__ import annotations

from generator.model.addresses import API, DOWNLOADS, RELEASE_LOG, RELEASE_OWN_SUMS, RELEASE_SUMS, RELEASES

DATA_PACKAGE = f"{API}datapackage.json"
CATALOGUE = f"{API}catalog.jsonld"
PACKS = {"zip": f"{API}register.zip", "sqlite": f"{API}register.sqlite", "xlsx": f"{API}register.xlsx"}
RECORD_CHANGES = f"{API}changes.json"
CONTENT = f"{API}content/"
"""Record files beside the dialogues, and pages in Markdown, as written, at their paths below the content folder."""
BY_RELEASE = (RELEASES, *PACKS.values(), RECORD_CHANGES, DATA_PACKAGE, f"{DOWNLOADS}index.html")
"""What a release writes, or writes anew, from what a build has published: files, and a folder with a slash."""
REWRITTEN = (
    RELEASES, RELEASE_LOG, RELEASE_SUMS, RELEASE_OWN_SUMS, *PACKS.values(), RECORD_CHANGES, DATA_PACKAGE, DOWNLOADS,
)
"""The same as addresses, each by itself and a page by its folder, as a cache is told them."""
