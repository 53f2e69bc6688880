"""Whom a citizen asks about a unit: the nearest office that can be reached."""

from __future__ import annotations

from datetime import date

import pytest

from generator.consequences.whom_to_ask import whom_to_ask, whom_to_ask_of
from tests.builders import TODAY, a_commune, a_dialogue, a_district, a_register

WARD = {"office": "Văn phòng phường", "phone": "0225 3000 302"}
DISTRICT = {"office": "Văn phòng quận", "email": "quan@doi-thoai.example"}
CITY = {"office": "Ban Dân vận", "page": "https://hoi-dap.doi-thoai.example/"}
VISIT = {"office": "Trụ sở"}


def asked(ward=(), district=(), city=VISIT, today=TODAY):
    commune = a_commune(contacts=ward)
    found = whom_to_ask(a_register(units=[a_district(contacts=district), commune], contact=city), commune, today)
    return found and found.contact.office


@pytest.mark.parametrize("ward, district, city, office", [
    ([WARD], [DISTRICT], CITY, "Văn phòng phường"),
    ([], [DISTRICT], CITY, "Văn phòng quận"),
    ([VISIT], [DISTRICT], CITY, "Văn phòng quận"),
    ([], [], CITY, "Ban Dân vận"),
    ([VISIT], [VISIT], VISIT, None),
])
def test_the_nearest_that_can_be_reached_is_asked(ward, district, city, office):
    assert asked(ward, district, city) == office


@pytest.mark.parametrize("today, office", [
    (date(2023, 6, 30), "Văn phòng phường"), (date(2023, 7, 1), "Nơi mới"), (date(2023, 12, 31), "Nơi mới"),
])
def test_who_answers_changes_on_its_day(today, office):
    assert asked([{**WARD, "office": "Nơi mới", "since": "2023-07-01"}, WARD], today=today) == office


def test_the_dialogues_own_office_is_asked_first():
    commune = a_commune(contacts=[WARD])
    register = a_register(units=[a_district(), commune])
    own = a_dialogue(participation={"contact": {"office": "Mặt trận phường", "phone": "0225 3000 999"}})
    assert whom_to_ask_of(register, own, commune, TODAY).contact.office == "Mặt trận phường"
    assert whom_to_ask_of(register, a_dialogue(), commune, TODAY).contact.office == "Văn phòng phường"
