"""Mends what the theme's own templates offer no block for, and guards each page by a content security policy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinja2 import BaseLoader
from mkdocs.exceptions import PluginError

from generator.site.security_policy import page_policy

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment

# Each is in every page; one that is gone means that the theme has changed and wants looking at again.
MENDINGS = (
    # HTML allows no autocomplete on a checkbox.
    ('id="__drawer" autocomplete="off">', 'id="__drawer">'),
    # The theme's script looks for the switch of a search that is not there.
    ('id="__search" autocomplete="off">', 'id="__search" hidden>'),
    # A name for what a screen reader comes to: WCAG 4.1.2.
    ('<label class="md-header__button md-icon" for="__drawer">',
     '<label class="md-header__button md-icon" for="__drawer"><span class="visually-hidden">Danh mục</span>'),
)

POLICY_TAG = '<meta http-equiv="Content-Security-Policy" content="">'
OWN_SCRIPT = "<script\0>"
"""How an inline script begins that stands in a template of the theme's; no page can hold NUL, which HTML forbids."""


class OwnScripts(BaseLoader):
    """The templates of another loader with each inline script in them marked as the theme's own, which no script can be that
    comes into a page with what somebody wrote."""

    def __init__(self, loader: BaseLoader) -> None:
        self._loader = loader

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        source, path, is_current = self._loader.get_source(environment, template)
        return source.replace("<script>", OWN_SCRIPT), path, is_current

    def list_templates(self) -> list[str]:
        return self._loader.list_templates()


def finished(html: str, guarded: bool) -> str:
    """The theme's page, mended; ``guarded`` forbids scripts and requests that are not the site's own.

    Raises PluginError when a place to mend is gone from the theme.
    """
    for theirs, ours in MENDINGS:
        html = _replaced(html, theirs, ours)
    html = _replaced(html, POLICY_TAG, POLICY_TAG[:-2] + _policy_of(html) + '">' if guarded else "")
    return html.replace(OWN_SCRIPT, "<script>")


def _policy_of(html: str) -> str:
    """The theme's inline scripts are allowed by their hash."""
    return page_policy(re.findall(f"{OWN_SCRIPT}(.*?)</script>", html, re.DOTALL))


def _replaced(html: str, theirs: str, ours: str) -> str:
    if theirs not in html:
        raise PluginError(f"Giao diện Material đã thay đổi: không còn thấy {theirs} (generator/mkdocs_plugin/markup.py)")
    return html.replace(theirs, ours, 1)
