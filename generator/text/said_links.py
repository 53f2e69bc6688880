"""Addresses of web pages: which are whole, and which one was meant by what is not."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from generator.text.said_values import AROUND

_AROUND_LINKS = f"{AROUND}_*<>()[]"
"""Also how Markdown and mails set them off."""
_SCHEME = re.compile(r"h?t+ps?\s*[:;.]?\s*/+\s*", re.IGNORECASE)
_INSIDE = re.compile(r"https?://[^\s<>()\[\]\"'“”‘’`*]+")
_NAMES_A_HOST = re.compile(r"https?://[^/?#]+\.[a-z]{2,}(?:[:/?#]|$)")


def is_link(written: str) -> bool:
    try:
        parts = urlsplit(written)
        named = bool(parts.hostname) and "@" not in parts.netloc  # before an @ stands a name that is not the host's
        return parts.scheme in ("http", "https") and named and parts.port != 0 and not re.search(r"[\s<>\"'\\]", written)
    except ValueError:
        return False


def link_said(written: str) -> str | None:
    """Without what stands around it, be it words and the signs of Markdown, and with the "https://" that was left out or
    mistyped; None for what names no host, and for two addresses."""
    inside = set(_INSIDE.findall(written))
    bare = (inside.pop() if len(inside) == 1 else written).strip(_AROUND_LINKS)
    tried = (bare, f"https://{_SCHEME.sub('', bare, count=1)}")
    return next((link for link in tried if is_link(link) and _NAMES_A_HOST.match(link)), None)
