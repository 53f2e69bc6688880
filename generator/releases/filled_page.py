"""Lists that only a release knows, put into the places that a build has left for them in its pages."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import jinja2

from generator.model import addresses
from generator.site.formatting import short_day
from generator.site.plain_templates import PlainEnvironment


def filled_page(
    page: bytes, place: tuple[str, str], templates: Path, template: str, address: str, **shown: Any
) -> bytes | None:
    """The page as it was built, in UTF-8, with the template between the two marks of its ``place``; None where it has none.

    ``address`` is the page's, from which ``url`` is relative in the template.
    """
    begins, ends = (mark.encode() for mark in place)
    if page.count(begins) != 1 or page.count(ends) != 1:
        return None
    head, _, rest = page.partition(begins)
    _, _, tail = rest.partition(ends)
    environment = PlainEnvironment(
        loader=jinja2.FileSystemLoader(templates), autoescape=True, trim_blocks=True, lstrip_blocks=True,
    )
    environment.filters["short_day"] = short_day
    text = environment.get_template(template).render(url=partial(addresses.relative, address), addresses=addresses, **shown)
    return head + begins + text.encode() + ends + tail
