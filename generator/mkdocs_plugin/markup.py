"""Mends what the theme's own templates offer no block for, and guards each page by a content security policy."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

from mkdocs.exceptions import PluginError

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


def finished(html: str, guarded: bool, written: str = "") -> str:
    """The theme's page, mended; ``guarded`` forbids scripts and requests that are not the site's own, those in what is
    ``written`` by hand too.

    Raises PluginError when a place to mend is gone from the theme.
    """
    for theirs, ours in MENDINGS:
        html = _replaced(html, theirs, ours)
    return _replaced(html, POLICY_TAG, POLICY_TAG[:-2] + policy(html.replace(written, "")) + '">' if guarded else "")


def policy(html: str) -> str:
    """The Content-Security-Policy of a page (W3C CSP Level 3): own files, and inline scripts by their hash."""
    inline = sorted({_hash_source(script) for script in re.findall(r"<script>(.*?)</script>", html, re.DOTALL)})
    return "; ".join((
        "default-src 'none'",
        " ".join(("script-src 'self'", *inline)),
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
    ))


def _hash_source(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def _replaced(html: str, theirs: str, ours: str) -> str:
    if theirs not in html:
        raise PluginError(f"Giao diện Material đã thay đổi: không còn thấy {theirs} (generator/mkdocs_plugin/markup.py)")
    return html.replace(theirs, ours, 1)
