"""What may lie beside the pages written by hand, and at which addresses they may stand."""

from __future__ import annotations

import pytest

from generator.reading.page_files import page_address, page_address_problems, page_addresses, page_name_problems
from tests.places import GOLDEN

EXPECTED = GOLDEN.parent / "expected"
MADE = sorted(
    address for folder in (EXPECTED, *EXPECTED.iterdir()) if (folder / "index.html").is_file()
    if (address := f"{folder.relative_to(EXPECTED).as_posix()}/".removeprefix("./")) not in page_addresses(GOLDEN / "pages")
)


def rules(path: str) -> list[str]:
    return [problem.rule for problem in (*page_name_problems(path), *page_address_problems(path))]


@pytest.mark.parametrize("address", MADE)
def test_no_page_by_hand_takes_the_address_of_a_page_that_the_register_makes(address: str) -> None:
    assert rules(f"pages/{address}index.md") == ["page-has-its-own-address"]
    assert not address or rules(f"pages/{address.removesuffix('/')}.md") == ["page-has-its-own-address"]


@pytest.mark.parametrize("path", [
    "pages/so-tay/index.md", "pages/gioi-thieu.md", "pages/lich-tiep-dan.md", "pages/a/lich.md", "pages/anh/IMG_0412.JPG",
    "pages/lich/anh.png", "pages/GIAY MOI.PDF", "pages/quan-huyen/hong-bang.md", "pages/tien-do/cach-tinh.md",
])
def test_other_pages_and_files_as_cameras_and_offices_name_them_are_accepted(path: str) -> None:
    assert rules(path) == []


@pytest.mark.parametrize("path, address", [
    ("index.md", ""), ("hoi-dap.md", "hoi-dap/"), ("hoi-dap/index.md", "hoi-dap/"), ("hoi-dap/README.md", "hoi-dap/"),
    ("so-index.md", "so-index/"), ("a/muc-index.md", "a/muc-index/"),
])
def test_only_a_folders_own_page_stands_at_the_folders_address(path: str, address: str) -> None:
    assert page_address(path) == address
