"""The Content-Security-Policy of each page (W3C CSP Level 3): nothing runs or is asked for but the site's own."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import Iterable


def page_policy(scripts: Iterable[str]) -> str:
    """Of a page whose inline scripts are these; all others must be files of the site."""
    return "; ".join((
        "default-src 'none'",
        " ".join(("script-src 'self'", *sorted({_hash_source(script) for script in scripts}))),
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
    ))


def policy_of_style_alone(style: str) -> str:
    """Of a page that stands by itself, such as a frame in other sites: it has this inline style sheet and nothing else."""
    return f"default-src 'none'; style-src {_hash_source(style)}; base-uri 'none'; form-action 'none'"


def _hash_source(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
