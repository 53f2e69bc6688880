"""Links between pages, wherever the site is mounted."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import pytest

from generator.model.addresses import is_reserved, relative
from tests.places import GOLDEN

EXPECTED = GOLDEN.parent / "expected"

PAGES = ("", "lich/", "quan-huyen/hong-bang/", "quan-huyen/hong-bang/so-dau/", "quan-huyen/hong-bang-2/", "doi-thoai/2023/x/")
TARGETS = (*PAGES, "lich/thanh-pho.ics", "doi-thoai/2023/x.ics", "doi-thoai/2023/x/kl.pdf", "sitemap.xml")


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("target", [*TARGETS, *(f"{target}#cam-ket" for target in TARGETS)])
def test_a_browser_comes_to_the_target(page, target):
    root = "https://doithoai.example/so/"
    assert urljoin(root + page, relative(page, target)) == root + target


@pytest.mark.parametrize("page, target, link", [
    ("doi-thoai/2023/x/", "doi-thoai/2023/x.ics", "../x.ics"), ("lich/", "lich/", "./"), ("lich/", "", "../"),
    ("lich/", "lich/#thang-9", "./#thang-9"),
])
def test_a_link_is_as_short_as_it_can_be(page, target, link):
    assert relative(page, target) == link


UNITS = {path.stem for path in (GOLDEN / "units").glob("*.yml")}
OF_UNITS = re.compile(r"(?:lich(?:/thoi-han)?|thay-doi|nhung|quan-huyen|(?:ket-luan|cam-ket|co-gi-moi)(?:/\d{4})?)/([^/.]+)[/.].*")


def test_no_unit_can_have_an_address_that_is_something_elses():
    published = [path.relative_to(EXPECTED).as_posix() for path in EXPECTED.rglob("*.*")]
    named = {found[1] for path in published if (found := OF_UNITS.fullmatch(path))}
    assert named > UNITS and {name for name in named - UNITS if not is_reserved(name)} == set()
