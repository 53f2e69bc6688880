"""Links between pages, wherever the site is mounted."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest

from generator.model.addresses import relative

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
