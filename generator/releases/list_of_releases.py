"""The list of releases on the page about them, newest first, put where a build has left room for it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import jinja2

from generator.model import addresses
from generator.model.addresses import RELEASE_LOG, RELEASE_SUMS, RELEASES
from generator.publications.releases import LIST_BEGINS, LIST_ENDS
from generator.releases.log import Log
from generator.releases.sums import sum_of
from generator.site.plain_templates import PlainEnvironment

PAGE = f"{RELEASES}index.html"
OF_A_RELEASE = (RELEASE_SUMS, PAGE, RELEASE_LOG)
"""What a release adds to a site, in the order of sums, beside the sums of these."""
MOST = 60
"""More would make the page heavy after a year of nights; the log has them all."""


def page_with_list(page: bytes, log: Log, templates: Path) -> bytes | None:
    """The page as it was built, in UTF-8, with the list of the log's releases in its place; None where it has no place."""
    begins, ends = LIST_BEGINS.encode(), LIST_ENDS.encode()
    if page.count(begins) != 1 or page.count(ends) != 1:
        return None
    head, _, rest = page.partition(begins)
    _, _, tail = rest.partition(ends)
    environment = PlainEnvironment(
        loader=jinja2.FileSystemLoader(templates), autoescape=True, trim_blocks=True, lstrip_blocks=True,
    )
    text = environment.get_template("parts/releases.html").render(
        releases=log.releases[:-MOST - 1:-1], number=len(log.releases), log_sum=sum_of(log.text),
        url=partial(addresses.relative, RELEASES), addresses=addresses,
    )
    return head + begins + text.encode() + ends + tail
