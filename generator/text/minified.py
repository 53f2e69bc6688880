"""A script or a stylesheet as it is sent: without the comments and indents that are for whoever reads its source."""

from __future__ import annotations

import re

_OF_SCRIPTS = re.compile(rb"^/\*.*?\*/\n|^ *//[^\n]*\n|^ +| // [^\n]*", re.MULTILINE | re.DOTALL)
_NEEDLESS_ENDS = re.compile(rb"(?<=[{;,(])\n")
_OF_STYLESHEETS = re.compile(rb"/\*.*?\*/|(?<=\n)\s+", re.DOTALL)


def minified_script(script: bytes) -> bytes:
    """No text in the script may go on for lines, or hold two slashes after a space."""
    return _NEEDLESS_ENDS.sub(b"", _OF_SCRIPTS.sub(b"", script))


def minified_stylesheet(sheet: bytes) -> bytes:
    """A quarter less for a telephone to fetch. No text in the sheet may go on for lines, or hold what begins a comment."""
    return _OF_STYLESHEETS.sub(b"", sheet)
