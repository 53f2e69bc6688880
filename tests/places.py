"""Where the folders lie that tests read."""

from __future__ import annotations

from pathlib import Path

TESTS = Path(__file__).parent
ROOT = TESTS.parent
GENERATOR = ROOT / "generator"
TEMPLATES = ROOT / "site_templates"
CONTENT = ROOT / "content"
"""The sample register, which a city replaces with its own."""
GOLDEN = TESTS / "golden" / "content"
"""A small register with one dialogue of every sort."""
EXPECTED = TESTS / "golden" / "expected"
"""All that is published of it."""
INVALID = TESTS / "invalid"
"""What records get wrong, a folder for each."""
REAL_DIALOGUES = TESTS / "real_dialogues"
REFORMS = TESTS / "reforms"
