"""Which agency was probably meant where one record alone gives a name that is a letter away from one that many give."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.checks.agency_rules import agency_is_in_the_list, agency_is_named_as_elsewhere
from generator.checks.agency_slips import agencies_meant
from generator.model import AgencyList, Register
from tests.builders import TODAY, a_commune, a_dialogue, a_district, a_register
from tests.record_parts import a_commitment

LIST = AgencyList.model_validate({
    "fields": {"an-ninh": "Công an"},
    "agencies": [{"name": "Công an", "field": "an-ninh", "spellings": ["CA"]}, {"name": "Công ty Cấp nước", "field": "an-ninh"}],
})
UNITS = (
    a_district(), a_commune(), a_commune("hong-bang/tan-tien", "Xã Tân Tiến"), a_commune("hong-bang/tan-vien", "Xã Tân Viên"),
)
OFTEN = "Công ty Thoát nước Hải Phòng"


def naming(*agencies: str, listed: AgencyList | None = None) -> Register:
    """One dialogue with a commitment of each."""
    made = [a_dialogue(f"dialogue-{place}", commitments=[a_commitment(agency=agency)]) for place, agency in enumerate(agencies)]
    return replace(a_register(*made, units=UNITS), agencies=listed or AgencyList())


@pytest.mark.parametrize("slip", [
    "Công ty Thoátt nước Hải Phòng", "Công ty Thoát nước Hải Phòn", "Công ty Thoát nước Hải Phònh",
    "Công ty Thaót nước Hải Phòng", "Công tyThoát nước Hải Phòng", "cong ty thoat nuoc hai phog",
])
def test_a_letter_too_many_or_too_few_another_one_and_two_that_changed_places_are_slips(slip: str):
    assert agencies_meant(naming(OFTEN, OFTEN, OFTEN, slip)) == {slip: OFTEN}


@pytest.mark.parametrize(("often", "once"), [
    ("UBND xã Tân Tiến", "UBND xã Tân Viên"), ("Tổ dân phố 11", "Tổ dân phố 12"), ("Điện lực khu II", "Điện lực khu III"),
    ("Công ty Môi trường A", "Công ty Môi trường B"), ("Trường Tiểu học Nguyễn Trãi", "Trường Tiểu học Nguyễn Du"),
    (OFTEN, "công ty thoát nước hải phòng"), ("Công ty An Anh", "Công ty Anh An"),
])
def test_another_unit_another_number_and_another_name_are_no_slips(often: str, once: str):
    assert agencies_meant(naming(often, often, often, once)) == {}


@pytest.mark.parametrize("agencies", [
    (OFTEN, OFTEN, "Công ty Thoát nước Hải Phòn"), (OFTEN, OFTEN, OFTEN, *["Công ty Thoát nước Hải Phòn"] * 2),
])
def test_what_few_records_give_is_no_measure_and_what_two_give_is_no_slip(agencies: tuple[str, ...]):
    assert agencies_meant(naming(*agencies)) == {}


def test_a_slip_that_may_be_either_of_two_names_is_none():
    assert agencies_meant(naming(*["Công ty Hoa Linh"] * 3, *["Công ty Hoa Ninh"] * 3, "Công ty Hoa Minh")) == {}


def test_a_slip_in_the_unit_of_a_listed_agency_is_asked_about():
    register = naming(*["CA phường Sở Dầu"] * 3, "Công an phường Sở Dâuu", listed=LIST)
    finding, = agency_is_named_as_elsewhere(register, TODAY)
    assert (finding.record, finding.suggestion) == ("dialogues/dialogue-3", "Công an phường Sở Dầu")


def test_a_slip_in_a_name_outside_the_list_is_asked_about_once_and_with_the_name_that_others_give():
    register = naming(*[OFTEN] * 3, "Công ty Thoát nước Hải Phòn", listed=LIST)
    assert list(agency_is_named_as_elsewhere(register, TODAY)) == []
    assert [finding.suggestion for finding in agency_is_in_the_list(register, TODAY)][3:] == [OFTEN]
