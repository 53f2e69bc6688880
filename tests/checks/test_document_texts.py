"""What stands in a document is looked through before it is published, once for as long as it stays the same."""

from __future__ import annotations

import shutil
from datetime import date

import pytest

from generator.checks import check
from generator.checks.document_rules import document_holds_no_personal_data
from generator.keeping.store import Store
from generator.reading.document_text import pdf_texts
from generator.reading.known_records import KnownRecords
from generator.reading.records import read_records
from tests.places import INVALID

UNSOUND = INVALID / "document-holds-no-personal-data/documents/2023/so-dau-loi/thong-bao.pdf"
AS_OF = date(2023, 9, 15)


def test_pages_and_what_a_file_says_of_itself_are_read():
    assert pdf_texts(UNSOUND.read_bytes()) == (
        "mau@thu.example 0912345678", "UBND, DT 0225 3000 303, ubnd@so-dau.example\nCCCD 031087001234, 0912 345 678\nMST 0200123456\n",
    )


def test_a_document_that_was_sound_is_looked_through_again_when_it_is_another(content, tmp_path):
    kept = KnownRecords(Store(tmp_path / "kept"), b"program")
    assert list(check(read_records(content), AS_OF, kept)) == [] and len(kept.sound_documents()) == 1
    (document,) = (content / "documents").rglob("*.pdf")
    shutil.copy(UNSOUND, document)
    assert {problem.rule for problem in check(read_records(content), AS_OF, kept)} == {"document-holds-no-personal-data"}


def test_a_document_that_was_sound_is_looked_through_again_when_it_is_called_otherwise(content, tmp_path):
    kept = KnownRecords(Store(tmp_path / "kept"), b"program")
    assert list(check(read_records(content), AS_OF, kept)) == []
    (document,) = (content / "documents").rglob("*.pdf")
    document.rename(document.with_name("don-kien-nghi-0912345678.pdf"))
    told = check(read_records(content), AS_OF, kept)
    assert [problem.found for problem in told if problem.rule == "document-holds-no-personal-data"] == ["0912345678"]


def test_what_is_found_once_is_found_by_every_build_until_it_is_mended(content, tmp_path):
    (document,) = (content / "documents").rglob("*.pdf")
    shutil.copy(UNSOUND, document)
    kept = KnownRecords(Store(tmp_path / "kept"), b"program")
    first, second = (list(check(read_records(content), AS_OF, kept)) for _ in range(2))
    assert first == second != []


@pytest.mark.parametrize("name, found", [
    ("don-kien-nghi-0912345678", ["0912345678"]), ("0912345678_don", ["0912345678"]), ("anh-so-nha-12-ngo-5", ["so nha 12"]),
    ("215-tb-qu-2023-08-20", []),
])
def test_what_a_file_is_called_is_read_with_its_text(name, found):
    told = document_holds_no_personal_data(f"2023/so-dau-0912345678/{name}.pdf", ())
    assert [finding.found for finding in told] == found
