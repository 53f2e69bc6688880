"""What can be read in a document before it is published: the text of a PDF's pages, and what it says of itself."""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Iterable, Iterator

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES = 200
"""Of a document; a book is read as far."""
_DAMAGED = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError, zlib.error)
"""What pypdf raises of a damaged or locked file, by what it stumbles over first."""


def pdf_documents(content: Path, documents: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Those of the documents in the content folder that are PDF files, by their paths below ``documents/``."""
    for path in sorted(documents):
        if path.endswith(".pdf"):
            yield path, (content / "documents" / path).read_bytes()


def pdf_texts(content: bytes) -> tuple[str, ...] | None:
    """Its metadata and its pages; a page that is a picture has none. None where the file cannot be read."""
    import logging  # which, with what follows, is slow to import

    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it makes of a damaged file is told in the clerk's words
    try:
        return tuple(_texts(PdfReader(BytesIO(content))))
    except (PyPdfError, *_DAMAGED):
        return None


def _texts(reader: PdfReader) -> Iterator[str]:
    for value in (reader.metadata or {}).values():
        yield str(value)
    for page in reader.pages[:MOST_PAGES]:
        yield page.extract_text()
