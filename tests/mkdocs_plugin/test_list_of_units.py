"""A page written by hand while there were districts goes on leading to the list of units when there are none."""

from __future__ import annotations

import pytest

from generator.mkdocs_plugin.handwritten import with_list_of_units


@pytest.mark.parametrize("written, today, leads", [
    ("[đơn vị](quan-huyen/index.md)", "xa-phuong/", "[đơn vị](xa-phuong/index.md)"),
    ("[đơn vị](../quan-huyen/index.md#khong-con)", "xa-phuong/", "[đơn vị](../xa-phuong/index.md#khong-con)"),
    ("[đơn vị](xa-phuong/index.md)", "quan-huyen/", "[đơn vị](quan-huyen/index.md)"),
    ("[đơn vị](quan-huyen/index.md)", "quan-huyen/", "[đơn vị](quan-huyen/index.md)"),
    ("[Hồng Bàng](quan-huyen/hong-bang/index.md)", "xa-phuong/", "[Hồng Bàng](quan-huyen/hong-bang/index.md)"),
])
def test_its_links_follow_the_list(written, today, leads):
    assert with_list_of_units(written, today) == leads
