"""Each dialogue's record as its clerk wrote it, comments and all, so that it can be read, compared and written on."""

from __future__ import annotations

from typing import Iterator

from generator.model import addresses
from generator.site.published import PublishedFile
from generator.site.site import Site


def publish(site: Site) -> Iterator[PublishedFile]:
    """Nothing for a dialogue that was read from no file."""
    for id, dialogue in site.register.dialogues.items():
        if id in site.written:
            yield PublishedFile(addresses.dialogue_record(dialogue), site.written[id])
