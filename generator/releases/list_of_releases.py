"""The list of releases on the page about them, newest first, put where a build has left room for it."""

from __future__ import annotations

from pathlib import Path

from generator.model.addresses import RELEASE_LOG, RELEASE_SUMS, RELEASES
from generator.publications.releases import LIST_BEGINS, LIST_ENDS
from generator.releases.filled_page import filled_page
from generator.releases.log import Log
from generator.releases.sums import sum_of

PAGE = f"{RELEASES}index.html"
OF_A_RELEASE = (RELEASE_SUMS, PAGE, RELEASE_LOG)
"""What a release adds to a site, in the order of sums, beside the sums of these."""
MOST = 60
"""More would make the page heavy after a year of nights; the log has them all."""


def page_with_list(page: bytes, log: Log, templates: Path) -> bytes | None:
    """The page with the list of the log's releases in its place; None where it has no place."""
    return filled_page(
        page, (LIST_BEGINS, LIST_ENDS), templates, "parts/releases.html", RELEASES,
        releases=log.releases[:-MOST - 1:-1], number=len(log.releases), log_sum=sum_of(log.text),
    )
