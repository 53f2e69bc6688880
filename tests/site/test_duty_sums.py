"""What is owed in sums: one screen that says how much, of what kind, by whom and until when, before any list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.consequences.duties import duties
from generator.consequences.duty import DutyKind
from generator.model import Commitment
from generator.site.duty_sums import MOST_UNITS, duty_sums
from generator.site.duty_words import FEWEST_SUMMED, duty_list_text
from generator.site.site import Site
from tests.builders import a_commune, a_dialogue, a_district, a_held_dialogue, a_site, some_rules
from tests.record_parts import a_commitment, a_registration


def promises(*due: str | None) -> list[Commitment]:
    return [a_commitment(id=str(number), due=day) for number, day in enumerate(due, 1)]


def two_districts() -> Site:
    units = [a_district(), a_commune(), a_district("le-chan", "Quận Lê Chân")]
    return a_site(
        a_held_dialogue("a", commitments=promises("2023-08-01", "2023-09-20", None)),
        a_held_dialogue("b", unit="le-chan", commitments=promises("2023-08-01", "2023-08-02", "2023-12-01")),
        a_dialogue("c", unit="hong-bang", registration=a_registration("2023-08")),
        units=units, rules=[some_rules(deadlines={})],
    )


def test_the_sums_tell_of_all_then_of_each_kind_then_of_each_unit():
    site = two_districts()
    owed = [duty for duty in duties(site) if duty.kind in (DutyKind.KEEP_COMMITMENT, DutyKind.ANNOUNCE_DAY)]
    assert "\n".join(duty_sums(site, owed, None)) == """\
                                        Sắp     Chưa     Chưa
                           Quá hạn  đến hạn  đến hạn   có hạn     Hạn tới
  Tất cả                         4        1        1        1   20/9/2023
  Công bố ngày đã đăng ký        1        0        0        0           –
  Thực hiện cam kết              3        1        1        1   20/9/2023

  Quận Hồng Bàng                 2        1        0        1   20/9/2023
  Quận Lê Chân                   2        0        1        0  01/12/2023"""


def test_the_list_of_a_unit_is_summed_by_those_below_it():
    site = two_districts()
    hong_bang = site.register.units["hong-bang"]
    lines = duty_sums(site, duties(site, hong_bang), hong_bang)
    assert [line.split("  ")[1] for line in lines[lines.index("") + 1 :]] == ["Phường Sở Dầu", "Quận Hồng Bàng"]


def test_two_units_of_one_name_are_summed_apart():
    units = [a_district(id, "Xã An Hòa") for id in ("an-hoa", "an-hoa-2")]
    site = a_site(*(a_held_dialogue(unit.id, unit=unit.id, commitments=promises(None)) for unit in units), units=units)
    lines = duty_sums(site, duties(site), None)
    assert sum("An Hòa" in line for line in lines) == 2


def test_what_several_units_are_asked_for_counts_once_in_all_and_for_each_of_them():
    site = two_districts()
    asked = (site.register.units["hong-bang"], site.register.units["le-chan"])
    (duty, *_) = (duty for duty in duties(site) if duty.kind == DutyKind.KEEP_COMMITMENT)
    lines = duty_sums(site, [replace(duty, asked=asked)], None)
    counted = [line.split("  ")[1] for line in lines if " 1 " in line and "Quận" in line]
    assert (counted, lines[-1]) == (["Quận Hồng Bàng", "Quận Lê Chân"], "  Việc hỏi nhiều đơn vị thì tính ở từng đơn vị.")


def test_many_units_are_the_first_of_them_and_a_sum_of_the_others():
    units = [a_district(f"quan-{number}", f"Quận {number}") for number in range(MOST_UNITS + 3)]
    site = a_site(units=units, today=date(2023, 2, 1), rules=[some_rules(deadlines={})])
    lines = duty_sums(site, duties(site), None)
    assert (len(lines) <= 30, [line.split("  ")[1] for line in lines if "Quận 14" in line or "khác" in line]) == (
        True, ["Quận 14", "3 đơn vị khác"],
    )


def test_a_short_list_has_no_sums():
    units = [a_district(f"quan-{number}", f"Quận {number}") for number in range(FEWEST_SUMMED)]
    few, many = (a_site(units=of, today=date(2023, 2, 1), rules=[some_rules(deadlines={})]) for of in (units[1:], units))
    assert ["Tất cả" in duty_list_text(site, duties(site)) for site in (few, many)] == [False, True]


def test_posts_are_counted_as_the_page_of_progress_counts_them():
    """A unit's two posts are one duty, and one that held dialogues of another kind alone has no plan either."""
    units = [a_district(), a_commune(), a_district("le-chan", "Quận Lê Chân")]
    held = a_held_dialogue("a", unit="le-chan", kind="thematic", presided_by=["party"], subjects=["Nước sạch"])
    site = a_site(held, units=units, rules=[some_rules(deadlines={})])
    owed = [duty for duty in duties(site) if duty.kind == DutyKind.REGISTER_POSTS]
    told = "1 chỉ có đối thoại theo chuyên đề hoặc đột xuất, không được tính; 5 chưa đăng ký kế hoạch"
    assert told in " ".join(" ".join(duty_sums(site, owed, None)).split())
