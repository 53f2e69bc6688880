"""The corrections that a refusal proposes, as a clerk would paste them."""

from __future__ import annotations

import re

import yaml

from generator.comparing.public_difference import Difference, difference
from generator.model import Dialogue
from generator.reading.yaml_text import TextLoader
from tests.builders import a_site


def between(old: Dialogue, new: Dialogue) -> Difference:
    before, after = a_site(old), a_site(new)
    return difference(before, after)


def proposed(found: Difference) -> list[dict[str, str]]:
    """As YAML reads them, out of all that is refused."""
    entries = re.findall(r"- (\{corrected_on: .*?, text: Vì sao sửa\})", " ".join(found.refused))
    return [yaml.load(entry, TextLoader) for entry in entries]
