"""The page of what changed of late: the facts that the feeds tell, by day and place, for people."""

from __future__ import annotations

import re

from generator.model import Dialogue
from generator.publications import news
from generator.site.site import Site
from tests.builders import a_commune, a_dialogue, a_district, a_held_dialogue, a_site, published_at
from tests.page_text import shown
from tests.record_parts import a_commitment, an_announcement, an_update

FIGHT = "<script>alert(1)</script>"


def body(site: Site, address: str = "co-gi-moi/") -> str:
    page = published_at(address, news, site)
    return page.body


def days(site: Site) -> list[str]:
    return re.findall(r'<h2 id="ngay-([\d-]+)">', body(site))


def announced(id: str, day: str, **fields: object) -> Dialogue:
    return a_dialogue(id, an_announcement("2023-10-20", day), **fields)


def test_tells_thirty_days_from_the_newest_to_the_oldest() -> None:
    site = a_site(*(announced(day, day) for day in ("2023-08-15", "2023-08-16", "2023-09-10", "2023-09-16")))
    assert str(site.today.as_date()) == "2023-09-15"
    assert days(site) == ["2023-09-10", "2023-08-16"]


def test_tells_within_a_day_by_place_in_the_order_of_the_units() -> None:
    units = (a_district(), a_district("le-chan", "Quận Lê Chân"))
    told = body(a_site(
        announced("a", "2023-09-10", unit="le-chan"), announced("b", "2023-09-10", unit="hong-bang"),
        announced("c", "2023-09-10", unit="le-chan"), units=units,
    ))
    assert re.findall(r'/doi-thoai/2023/([abc])/"', told) == ["b", "c", "a"]


def test_leads_to_where_the_change_is_told() -> None:
    told = body(a_site(a_held_dialogue("a", conclusion={"text": "Xong", "published_on": "2023-09-12"})))
    assert 'href="../doi-thoai/2023/a/#ket-luan"' in told


def test_says_that_nothing_changed_and_where_to_look() -> None:
    text = shown(body(a_site()))
    assert "từ ngày 16/8/2023 đến ngày 15/9/2023" in text and "Không có thay đổi nào được ghi" in text


def test_says_how_many_it_leaves_out() -> None:
    many = (announced(f"d{number}", "2023-09-10") for number in range(news.MOST_OF_CITY + 3))
    assert f"{news.MOST_OF_CITY} tin mới nhất trong {news.MOST_OF_CITY + 3} tin" in shown(body(a_site(*many)))


def test_a_units_own_page_has_its_newest_and_no_other_units() -> None:
    ids = [f"d{number}" for number in range(news.MOST_OF_UNIT + 1)]
    ward = a_commune()
    own = (announced(id, f"2023-09-0{day}", unit=ward.id) for day, id in enumerate(ids, 1))
    site = a_site(*own, announced("x", "2023-09-10", unit=a_district().id))
    told = {unit.id: [one.page.split("/")[2] for one in news.newest_of_unit(site, unit)] for unit in (ward, a_district())}
    assert told == {ward.id: ids[:0:-1], a_district().id: ["x"]}


def test_tells_a_correction_of_what_is_no_dialogue() -> None:
    mended = a_district(corrections=[{"corrected_on": "2023-09-11", "field": "name", "was": FIGHT, "text": "Viết sai"}])
    told = body(a_site(units=(mended,)))
    assert "Đính chính: Quận Hồng Bàng" in shown(told) and FIGHT not in told


def test_shows_what_a_record_holds_as_text() -> None:
    promised = a_commitment(an_update("2023-09-10", outcome="kept"), text=FIGHT)
    told = body(a_site(a_held_dialogue("a", commitments=[promised])))
    assert FIGHT not in told and "&lt;script&gt;" in told


def test_a_district_has_a_page_of_its_own_news_also_where_there_is_none() -> None:
    site = a_site(announced("a", "2023-09-10"), units=(a_district(), a_commune(), a_district("le-chan", "Quận Lê Chân")))
    assert "Có lịch" in shown(body(site, "co-gi-moi/hong-bang/"))
    assert "Không có thay đổi nào được ghi" in shown(body(site, "co-gi-moi/le-chan/"))
    assert "Quận Hồng Bàng (1 tin)" in shown(body(site)) and "Lê Chân" not in shown(body(site))
