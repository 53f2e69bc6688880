"""A unit's page tells the reform that it came from, or closed with, and the act that it rests on."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from generator.model import ReformFile, Register
from generator.model.lineage import units_reformed
from generator.publications import units
from generator.site.site import Site
from tests.builders import a_commune, a_district, a_site
from tests.page_text import section, shown
from tests.publications.unit_register import old_namesakes

ACT = {"title": "Nghị quyết số 1669/NQ-UBTVQH15", "url": "https://quochoi.example/nghi-quyet"}
OLD, NEW = "hong-bang/so-dau", "hong-bang/moi"


def reformed(*, until: str = "2023-08-31", **fields: object) -> Site:
    """The ward Sở Dầu is closed, and Mới is new, on 1/9/2023."""
    site = a_site(units=[a_district(), a_commune(OLD, exists_until=until), a_commune(NEW, "Phường Mới", exists_from="2023-09-01")])
    reform = ReformFile.model_validate({"day": "2023-09-01", "legal_basis": {"nghi-quyet": ACT}, **fields})
    register: Register = replace(
        site.register, units=units_reformed(site.register.units, [reform]), reforms={date(2023, 9, 1): reform},
    )
    return replace(site, register=register)


def page_of(site: Site, id: str):
    return next(page for page in units.publish(site) if page.address == f"quan-huyen/{id}/")


def test_a_closed_unit_names_the_act_and_what_came_after_it_in_part():
    page = page_of(reformed(changes=[{"old": OLD, "new": NEW, "extent": "part"}]), OLD)
    assert "Đơn vị không còn từ sau ngày 31/8/2023, theo Nghị quyết số 1669/NQ-UBTVQH15." in shown(page.body)
    assert "Nay thuộc: Phường Mới, quận Hồng Bàng (một phần)." in shown(page.body) and ACT["url"] in page.body


def test_a_new_unit_names_the_act_and_what_it_came_from():
    told = section(page_of(reformed(changes=[{"old": OLD, "new": NEW}]), NEW), "don-vi-cu")
    assert "Phường Mới có từ ngày 01/9/2023, theo Nghị quyết số 1669/NQ-UBTVQH15." in told
    assert "Phường Sở Dầu, quận Hồng Bàng (đến ngày 31/8/2023)" in told


def test_a_closed_unit_that_nobody_follows_says_why():
    site = reformed(unfollowed=[{"reason": "Danh sách đã công bố không nêu", "units": [OLD]}])
    assert "Sổ không ghi đơn vị kế tiếp: Danh sách đã công bố không nêu." in shown(page_of(site, OLD).body)


def test_a_unit_that_only_gave_a_part_and_went_on_is_no_old_unit():
    site = reformed(until="2023-12-31", changes=[{"old": OLD, "new": NEW, "extent": "part"}])
    assert section(page_of(site, NEW), "don-vi-cu") == ""


def test_units_of_one_name_say_in_their_first_line_which_is_which():
    first_line = r"</h1>\s*<p>(.*?)</p>"
    told = [re.search(first_line, page_of(a_site(units=old_namesakes()), id).body, re.DOTALL)[1] for id in (OLD, f"{OLD}-moi")]
    times = ["có đến hết ngày 31/3/2023", "có từ ngày 01/4/2023 đến hết ngày 30/6/2023"]
    assert [re.search("Đây là đơn vị (.*?)[.] <a", line)[1] for line in told] == times
    assert [re.search(">Đơn vị (.*?)</a>", line)[1] for line in told] == times[::-1]


def test_a_unit_that_alone_has_its_name_says_nothing_of_others():
    assert "cùng tên này" not in page_of(a_site(units=[a_district(), a_commune(OLD)]), OLD).body
