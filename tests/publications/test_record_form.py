"""The form that writes a record, as it stands on the page."""

from __future__ import annotations

from datetime import date

import pytest

from generator.publications import record_form
from tests.builders import a_district, a_site, some_rules


def test_its_examples_name_no_place_that_another_province_does_not_have():
    [page] = [page for page in record_form.publish(a_site()) if page.address == "lap-ban-ghi/"]
    assert 'placeholder="Hội trường UBND"' in page.body and 'placeholder="Hội trường UBND phường' not in page.body


def test_it_offers_the_year_of_the_day_first_also_where_the_next_is_opened_already():
    """Whoever records in December is not led into the year to come."""
    site = a_site(rules=[some_rules(), some_rules(2024)], today=date(2023, 12, 20))
    [page] = [page for page in record_form.publish(site) if page.address == "lap-ban-ghi/"]
    assert "<option>2024</option><option selected>2023</option>" in page.body


@pytest.mark.parametrize("today, is_last", [(date(2023, 6, 30), False), (date(2023, 7, 1), True)])
def test_it_offers_units_that_are_no_more_after_all_others(today: date, is_last: bool):
    units = [a_district("an-duong", "Quận An Dương", exists_until="2023-06-30"), a_district("hong-bang", "Quận Hồng Bàng")]
    [page] = [page for page in record_form.publish(a_site(units=units, today=today)) if page.address == "lap-ban-ghi/"]
    places = page.body.index('<option value="hong-bang"'), page.body.index('<option value="an-duong"')
    assert (places[0] < places[1]) == is_last
