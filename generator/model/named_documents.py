"""The document files that the record of a dialogue names."""

from __future__ import annotations

from typing import Iterator

from generator.model.dialogue import Dialogue


def documents_of(dialogue: Dialogue) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Each with the path of the field that names it."""
    if dialogue.conclusion and dialogue.conclusion.document:
        yield ("conclusion", "document", "file"), dialogue.conclusion.document.file
    for position, commitment in enumerate(dialogue.commitments):
        for index, update in enumerate(commitment.updates):
            for number, evidence in enumerate(update.evidence):
                if evidence.file:
                    yield ("commitments", position, "updates", index, "evidence", number, "file"), evidence.file


def document_place(dialogue: Dialogue, file: str) -> str:
    """Below the content folder's ``documents/``."""
    return f"{dialogue.year}/{dialogue.id}/{file}"
