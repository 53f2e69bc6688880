"""The handbook by roles speaks of the levels, the forms and the days of the register that it is of."""

from __future__ import annotations

import re
from datetime import date

from generator.model import Level, Unit, UnitFile
from generator.model.handbook_addresses import BOOKLET, ROLES
from generator.publications import handbook
from generator.site.published import PublishedPage
from tests.builders import a_site, rules_of_2025, some_rules


def pages(**register) -> dict[str, PublishedPage]:
    made = handbook.publish(a_site(**register))
    return {page.address: page for page in made if isinstance(page, PublishedPage)}


def text(page: PublishedPage) -> str:
    return " ".join(re.sub("<[^>]+>", " ", page.body).split())


def two_tiers() -> dict[str, PublishedPage]:
    units = [Unit("le-chan", Level.COMMUNE, None, UnitFile(id="le-chan", level="commune", name="Phường Lê Chân", type="phường"))]
    return pages(units=units, rules=[rules_of_2025(forms="luat-72")], today=date(2025, 9, 15))


def test_a_register_with_districts_tells_them_their_forms_and_days():
    page = pages()[ROLES["unit"]]
    assert page.title == "Sổ tay của quận"
    assert "DK01, DK02" in text(page) and "trước ngày 01/3/2023" in text(page) and "15/11/2023" in text(page)


def test_one_without_districts_tells_communes_theirs():
    page = two_tiers()[ROLES["unit"]]
    assert page.title == "Sổ tay của phường"
    assert "DK02" in text(page) and "DK01" not in text(page)
    assert "Ban Tuyên giáo và Dân vận" in text(page) and "quận" not in text(page)


def test_a_year_without_reports_says_so():
    page = pages(rules=[some_rules(deadlines={})])[ROLES["unit"]]
    assert "chưa ghi hạn báo cáo nào" in text(page)


def test_the_booklet_holds_every_task_of_every_role():
    made = pages()
    tasks = [task for address in ROLES.values() for task in re.findall(r'<h2 id="([^"]+)"', made[address].body)]
    booklet = made[BOOKLET].body
    assert len(tasks) == len(set(tasks)) > 15
    assert [task for task in tasks if f'href="#{task}"' not in booklet or f'<h3 id="{task}"' not in booklet] == []
