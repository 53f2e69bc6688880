import re
from datetime import date, time

import pytest

from generator.consequences.clocks import ClockState, NoDuty, Step
from generator.consequences.commitment_standing import CommitmentState
from generator.consequences.progress import Share
from generator.consequences.standings import Standing
from generator.consequences.states import Status
from generator.consequences.status import When
from generator.model import Attendance, CountOf, Kind, Level, Mode, Outcome, PartOfDay, Post, Precision, Presider
from generator.site import contacts, formatting
from generator.site.words import Words
from tests.builders import a_commune, a_dialogue, a_district, a_held_dialogue, a_register
from tests.places import EXPECTED, TEMPLATES
from tests.record_parts import a_registration

WORDS = Words.read(TEMPLATES / "words.yml")


@pytest.mark.parametrize("form, written", [
    (formatting.long_day, "Chủ nhật, ngày 05/02/2023"),
    (formatting.short_day, "05/02/2023"),
    (formatting.office_day, "ngày 05 tháng 02 năm 2023"),
])
def test_days_below_10_and_months_1_and_2_take_a_zero(form, written):
    assert form(date(2023, 2, 5)) == written


@pytest.mark.parametrize("form, written", [
    (formatting.long_day, "thứ Ba, ngày 15/8/2023"),
    (formatting.short_day, "15/8/2023"),
    (formatting.office_day, "ngày 15 tháng 8 năm 2023"),
])
def test_other_months_take_none(form, written):
    assert form(date(2023, 8, 15)) == written


def test_every_day_that_is_published_in_figures_has_the_one_form():
    texts = [path.read_text("utf-8") for path in EXPECTED.rglob("*") if path.suffix in (".html", ".ics", ".xml", ".txt")]
    days = {found for text in texts for found in re.findall(r"(?<![/\d])\d{1,2}/\d{1,2}/\d{4}(?![/\d])", text)}
    right = {day: formatting.short_day(date(int(day.split("/")[2]), *map(int, day.split("/")[1::-1]))) for day in days}
    assert right and {day: right[day] for day in days if day != right[day]} == {}


@pytest.mark.parametrize("when, written", [
    (When(date(2023, 8, 15), time(8), time(11)), "thứ Ba, ngày 15/8/2023, 08 giờ 00 – 11 giờ 00"),
    (When(date(2023, 8, 15), time(7, 30)), "thứ Ba, ngày 15/8/2023, 07 giờ 30"),
    (When(date(2023, 8, 15)), "thứ Ba, ngày 15/8/2023"),
    (When(date(2023, 8, 15), part_of_day=PartOfDay.MORNING), "buổi sáng thứ Ba, ngày 15/8/2023"),
])
def test_a_time_is_written_as_far_as_it_is_known(when, written):
    assert formatting.when_text(when, WORDS) == written


@pytest.mark.parametrize("period, written", [
    ("2023-08", "tháng 8/2023"), ("2023-02", "tháng 02/2023"), ("2023-Q1", "quý I/2023"), ("2023-Q2", "quý II/2023"),
    ("2023-Q3", "quý III/2023"), ("2023-Q4", "quý IV/2023"), ("2023-H1", "6 tháng đầu năm 2023"), ("2023-H2", "6 tháng cuối năm 2023"),
    ("2023-03-early", "đầu tháng 3/2023"), ("2023-03-late", "cuối tháng 3/2023"), ("2023-12-before", "thời gian trước tháng 12/2023"),
    ("2023-02-before", "thời gian trước tháng 02/2023"), ("2023-08-15", "thứ Ba, ngày 15/8/2023"),
])
def test_a_period_is_a_month_a_quarter_or_a_day(period, written):
    assert formatting.period_text(a_registration(period).period) == written


def test_thousands_are_parted_by_a_full_stop():
    assert formatting.number(1234567) == "1.234.567"


@pytest.mark.parametrize("share, written", [
    (Share(463, 464), "99%"), (Share(464, 464), "100%"), (Share(0, 0), "không có chức danh phải thực hiện"),
])
def test_percent_rounds_down_and_nothing_owed_is_no_percent(share, written):
    assert formatting.percent(share, WORDS) == written


def test_a_share_is_n_of_n():
    assert formatting.share_text(Share(12, 15), WORDS) == "12 trên 15"


@pytest.mark.parametrize("unit, party, government", [
    (a_district(), "Bí thư Quận ủy", "Chủ tịch UBND quận"),
    (a_district("cat-hai", "Huyện Cát Hải"), "Bí thư Huyện ủy", "Chủ tịch UBND huyện"),
    (a_district("thuy-nguyen", "Thành phố Thủy Nguyên", type="Thành phố"), "Bí thư Thành ủy", "Chủ tịch UBND thành phố"),
    (a_commune(), "Bí thư Đảng ủy phường", "Chủ tịch UBND phường"),
    (a_commune("an-duong/an-duong", "Thị trấn An Dương"), "Bí thư Đảng ủy thị trấn", "Chủ tịch UBND thị trấn"),
])
def test_a_post_is_named_by_the_type_of_its_unit(unit, party, government):
    assert [formatting.post_title(post, unit, WORDS) for post in Post] == [party, government]


def test_a_deputy_is_called_a_deputy():
    assert formatting.presider_text(Presider(post="government", deputy=True), a_district(), WORDS) == "Phó Chủ tịch UBND quận"


def test_an_announced_title_is_kept_as_it_is():
    presider = Presider(post="party", deputy=True, title="Phó Bí thư Thường trực Đảng ủy")
    assert formatting.presider_text(presider, a_commune(), WORDS) == "Phó Bí thư Thường trực Đảng ủy"


def test_a_commune_is_named_with_its_district():
    register = a_register()
    assert formatting.unit_place(register.units["hong-bang/so-dau"], register) == "Phường Sở Dầu, quận Hồng Bàng"


@pytest.mark.parametrize("fields, title", [
    ({}, "Đối thoại định kỳ của Bí thư và Chủ tịch UBND phường Sở Dầu"),
    ({"presided_by": ["party"]}, "Đối thoại định kỳ của Bí thư Đảng ủy phường Sở Dầu"),
    ({"unit": "hong-bang", "presided_by": ["party"]}, "Đối thoại định kỳ của Bí thư Quận ủy Hồng Bàng"),
    ({"kind": "ad-hoc", "presided_by": ["government"]}, "Đối thoại đột xuất của Chủ tịch UBND phường Sở Dầu"),
    ({"presided_by": ["party", {"post": "government", "deputy": True}]},
     "Đối thoại định kỳ của Bí thư Đảng ủy phường Sở Dầu và Phó Chủ tịch UBND phường Sở Dầu"),
])
def test_a_dialogue_is_titled_by_kind_posts_and_unit(fields, title):
    assert formatting.dialogue_title(a_dialogue(**fields), a_register(), WORDS) == title


def test_a_held_dialogue_is_titled_by_who_really_presided():
    dialogue = a_held_dialogue(held={"presided_by": [{"post": "government", "deputy": True}]})
    assert formatting.dialogue_title(dialogue, a_register(), WORDS) == "Đối thoại định kỳ của Phó Chủ tịch UBND phường Sở Dầu"


@pytest.mark.parametrize("fields, written", [
    ({"count": 200, "precision": "more-than"}, "trên 200 người"),
    ({"count": 50, "of": "households"}, "50 hộ"),
    ({"count": 1200, "of": "delegates", "precision": "about"}, "khoảng 1.200 đại biểu"),
])
def test_an_approximate_count_says_so(fields, written):
    assert formatting.attendance_text(Attendance(**fields), WORDS) == written


@pytest.mark.parametrize("section, values", [
    ("status", Status), ("kind", Kind), ("standing", Standing), ("step", Step), ("clock", ClockState), ("no_duty", NoDuty),
    ("commitment", CommitmentState), ("outcome", Outcome), ("mode", Mode), ("part_of_day", PartOfDay),
    ("count_of", CountOf), ("precision", Precision), ("level", Level), ("post", Post), ("deputy", Post),
])
def test_every_value_has_its_word_and_every_word_its_value(section, values):
    assert set(getattr(WORDS, section)) == {value.value for value in values}


def test_every_filter_is_a_function_of_the_same_name():
    of_lambdas = lambda filter: filter.__code__.co_names[0] if filter.__name__ == "<lambda>" else filter.__name__  # noqa: E731
    filters = formatting.filters(a_register(), WORDS)
    assert {name: of_lambdas(filter) for name, filter in filters.items()} == {name: name for name in filters}


@pytest.mark.parametrize("text, link", [
    ("0225 3000 303", "tel:02253000303"), ("(0225) 3.000.303", "tel:02253000303"), ("113", "tel:113"),
    ("0225 3000 303, máy lẻ 12", None), ("0225 3000 303 - 0225 3000 304", None), ("javascript:1", None),
])
def test_one_plain_number_can_be_called(text, link):
    assert contacts.phone_link(text) == link


@pytest.mark.parametrize("text, link", [
    ("vanphong@hong-bang.example", "mailto:vanphong@hong-bang.example"),
    ("vanphong@hong-bang.example?subject=x", None), ("a@b.example, c@d.example", None), ("văn phòng", None),
])
def test_one_plain_address_can_be_written_to(text, link):
    assert contacts.email_link(text) == link


@pytest.mark.parametrize("address, told", [
    ("phường Sở Dầu, quận Hồng Bàng", ""), ("số 5, Phường Sở Dầu, quận Hồng Bàng", "số 5"), ("phường Sở Dầu, quận Hồng Bàng, thành phố Hải Phòng", ""),
    ("số 5, phường Sở Dầu, quận Hồng Bàng, Hải Phòng", "số 5"), ("phường Hạ Lý, quận Hồng Bàng", "phường Hạ Lý, quận Hồng Bàng"),
])
def test_beside_a_units_name_its_address_does_not_repeat_it(address: str, told: str):
    commune = a_commune()
    assert formatting.address_beside(address, commune, a_register(units=[a_district(), commune])) == told
