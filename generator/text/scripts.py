"""A script as it is sent: without what is for whoever reads it where it is written."""

from __future__ import annotations

import re

_FOR_ITS_READERS = re.compile(rb"^/\*.*?\*/\n|^ *//[^\n]*\n|^ +| // [^\n]*", re.MULTILINE | re.DOTALL)


def without_comments(script: bytes) -> bytes:
    """Without comments and indents. No text in the script may go on for lines, or hold two slashes after a space."""
    return _FOR_ITS_READERS.sub(b"", script)
