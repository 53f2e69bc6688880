"""Each record as its clerk wrote it, comments and all, so that it can be read, compared and written on, and so that the whole
register can be taken back from what is published.
"""

from __future__ import annotations

from typing import Iterator

from generator.files.folder_walk import walk
from generator.model import addresses
from generator.model.data_addresses import CONTENT
from generator.site.published import PublishedFile
from generator.site.site import Site


def publish(site: Site) -> Iterator[PublishedFile]:
    """Nothing for a dialogue that was read from no file."""
    for id, dialogue in site.register.dialogues.items():
        if id in site.written:
            yield PublishedFile(addresses.dialogue_record(dialogue), site.written[id])


def publish_beside(site: Site) -> Iterator[PublishedFile]:
    """What is beside the dialogues and stands nowhere else as it was written."""
    for path, content in site.beside.items():
        yield PublishedFile(f"{CONTENT}{path}", content)
    for path in _page_files(site):
        if path.endswith(".md"):
            yield PublishedFile(f"{CONTENT}{path}", (site.handwritten.parent / path).read_bytes())


def beside_dialogues(site: Site) -> dict[str, str]:
    """The address of every file beside the dialogues' records and documents, by its path below the content folder."""
    found = {path: f"{CONTENT}{path}" for path in site.beside}
    for path in _page_files(site):
        found[path] = f"{CONTENT}{path}" if path.endswith(".md") else path.partition("/")[2]
    return found


def _page_files(site: Site) -> Iterator[str]:
    """Pictures and documents of pages are published as they are, at their paths below the folder of pages."""
    folder = site.handwritten
    yield from (found.path for found in walk(folder.parent, folder.name) if not found.leads_out)
