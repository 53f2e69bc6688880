"""Rules on what stands in a document, which is published as it is: its path below ``documents/``, and the text of its pages
and of what the file says of itself, None where it cannot be read."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Iterator, Sequence

from generator.checks.finding import Finding
from generator.checks.personal_data import find, readable
from generator.checks.personal_homes import PERSONAL_HOMES
from generator.checks.privacy_rules import TRACES

_HOME, *_ = PERSONAL_HOMES
_TRACES = (_HOME, *(trace for trace in TRACES if not trace.may_be_an_offices))
"""An office's telephone, address and e-mail address stand at the head of its letters."""
_MOST_TOLD = 5
"""Of a list of people there is no need to tell every line."""


def document_holds_no_personal_data(document: str, texts: Sequence[str] | None) -> Iterator[Finding]:
    """A document names no citizen's number, home, account or profile, neither on a page nor in what the file says of itself or
    is called (Law 91/2025/QH15 Art. 16); what a picture shows cannot be read."""
    called = re.sub("[-_]", " ", PurePosixPath(document).stem)
    found = {one.text: None for text in (*(texts or ()), called) for one in find(readable(text), _TRACES)}
    for written in list(found)[:_MOST_TOLD]:
        yield Finding(f"documents/{document}", (), "văn bản có dữ liệu cá nhân; hãy che trong bản gốc rồi xuất lại", written)


def document_can_be_read(document: str, texts: Sequence[str] | None) -> Iterator[Finding]:
    """A file that is damaged or locked with a password cannot be looked through, nor opened by many people."""
    if texts is None:
        yield Finding(f"documents/{document}", (), "máy không đọc được tệp PDF này nên chưa dò được dữ liệu cá nhân")


CHECKS = (document_holds_no_personal_data, document_can_be_read)
"""The second only asks."""
