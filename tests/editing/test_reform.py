"""Two reforms of Hải Phòng by the command: a preview first, then three eras in one register, and nothing of the past lost."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from click.testing import Result

from generator.consequences.progress import progress
from generator.editing.new_register import Beginning, beginning_records
from generator.editing.unit_lists import read_list
from generator.model import Extent, Level, Register
from generator.model.addresses import unit_page
from generator.site.formatting import dialogue_title, unit_place
from tests.builders import a_commune, a_district, a_held_dialogue, a_register, a_site
from tests.folders import files_of, fill
from tests.places import REFORMS, ROOT, TEMPLATES
from tests.read_register import read_register
from tests.run_command import run_on


def reform(content: Path, name: str, on: str, *more: str) -> Result:
    return run_on(content, "reform", REFORMS / name, "--on", on, "--as-of", "2026-11-28", *more)


def a_city(content: Path) -> Path:
    """Hải Phòng as it was in 2023, with rules for four years and no dialogue."""
    beginning = Beginning(
        "Hải Phòng", date(2023, 1, 1), "Ban Dân vận Thành ủy", "https://doithoai.example/", "Hướng dẫn năm 2023",
    )
    fill(content, beginning_records(TEMPLATES, beginning, read_list(ROOT / "seed" / "units-2023.csv", "Hải Phòng")))
    rules = (content / "rules" / "2023.yml").read_text("utf-8")
    for year in ("2024", "2025", "2026"):
        (content / "rules" / f"{year}.yml").write_text(rules.replace("2023-", f"{year}-"), encoding="utf-8")
    return content


@pytest.fixture(scope="module")
def pairs(tmp_path_factory) -> Path:
    """The published pairs, and by hand the one district that had no commune."""
    path = tmp_path_factory.mktemp("pairs") / "pairs.csv"
    with (REFORMS / "changes-2025-01-to-2025-07.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with (REFORMS / "units-2025-07.csv").open(encoding="utf-8", newline="") as file:
        [island] = [row["code"] for row in csv.DictReader(file) if row["name"] == "Đặc khu Bạch Long Vĩ"]
    lines = [f"{row['old_commune_code']},{row['new_code']}" for row in rows]
    path.write_text("\n".join(["old_code,new_code", *lines, f"318,{island}", ""]), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def three_eras(tmp_path_factory, pairs) -> Register:
    content = a_city(tmp_path_factory.mktemp("city"))
    first = reform(content, "units-2025-01.csv", "2025-01-01", "--unfollowed", "Danh sách không nêu", "--apply")
    assert first.exit_code == 0, first.output
    act = ("--basis", "Nghị quyết số 1669/NQ-UBTVQH15")
    second = reform(content, "units-2025-07.csv", "2025-07-01", "--pairs", str(pairs), *act, "--areas", "--apply")
    assert second.exit_code == 0, second.output
    return read_register(content)


@pytest.mark.parametrize(("day", "posts"), [
    (date(2023, 9, 15), 464), (date(2024, 12, 31), 464), (date(2025, 1, 1), 364), (date(2025, 6, 30), 364),
    (date(2025, 7, 1), 228), (date(2026, 11, 28), 228),
])
def test_the_published_lists_give_the_posts_that_owe_on_each_day(three_eras, day, posts):
    assert progress(three_eras, day.year, day).total.owed == posts


def test_a_unit_that_changes_its_name_or_type_at_its_level_is_the_same_unit(three_eras):
    town = three_eras.units["thuy-nguyen"]
    assert (town.name, town.called_on(date(2024, 12, 31)).name) == ("Thành phố Thuỷ Nguyên", "Huyện Thuỷ Nguyên")


def test_a_code_that_is_given_again_proposes_no_id(three_eras):
    reused = [unit for unit in three_eras.units.values() if unit.facts.code == "11401"]
    assert [unit.name for unit in reused] == ["Phường Nghĩa Xá", "Phường An Dương"] and len({unit.id for unit in reused}) == 2


def test_what_lay_in_a_district_is_succeeded_by_what_it_became(three_eras):
    closed = three_eras.units["hong-bang/so-dau"]
    assert closed.facts.exists_until == date(2025, 6, 30) and closed.successors == ("phuong-hong-bang",)
    assert "hong-bang/so-dau" in three_eras.units["phuong-hong-bang"].predecessors
    assert "phuong-hong-bang" in three_eras.units["hong-bang"].successors


def test_a_district_that_the_law_makes_a_commune_is_succeeded_by_it(three_eras):
    [heir] = three_eras.units["bach-long-vi"].successors
    assert three_eras.units[heir].level is Level.COMMUNE and three_eras.units[heir].name == "Đặc khu Bạch Long Vĩ"


def test_a_reform_is_recorded_with_its_act_and_with_what_went_over_in_part(three_eras):
    recorded = three_eras.reforms[date(2025, 7, 1)]
    assert [act.title for act in recorded.legal_basis.values()] == ["Nghị quyết số 1669/NQ-UBTVQH15"]
    extents = {(change.old, change.new): change.extent for change in recorded.changes}
    assert extents["hong-bang/so-dau", "phuong-hong-bang"] == Extent.WHOLE and Extent.PART in extents.values()
    assert not [unit.id for unit in three_eras.units.values() if unit.facts.successors or unit.facts.predecessors]


def test_the_districts_that_end_leave_areas_to_find_communes_by(three_eras):
    areas = {area.name: area.units for area in three_eras.facts.areas}
    assert {"phuong-hong-bang", "hong-an"} <= set(areas["Khu vực Hồng Bàng"]) and len(areas) == 15
    assert areas["Khu vực Bạch Long Vĩ"] == ("dac-khu-bach-long-vi",)
    placed = [id for units in areas.values() for id in units]
    assert len(placed) == len(set(placed)) and all(three_eras.units[id].exists_on(date(2025, 7, 1)) for id in placed)


def test_why_units_have_no_successor_is_kept_with_their_names(three_eras):
    [unfollowed] = three_eras.reforms[date(2025, 1, 1)].unfollowed
    assert unfollowed.reason == "Danh sách không nêu" and len(unfollowed.units) == 74


def test_a_second_reform_of_one_day_is_refused(tmp_path):
    content = a_city(tmp_path)
    arguments = ("units-2025-01.csv", "2025-01-01", "--unfollowed", "Danh sách không nêu", "--apply")
    assert reform(content, *arguments).exit_code == 0
    again = reform(content, *arguments)
    assert again.exit_code == 1 and "đã có reforms/2025-01-01.yml" in again.output


def test_a_preview_writes_nothing(tmp_path):
    content = a_city(tmp_path)
    before = files_of(content)
    result = reform(content, "units-2025-01.csv", "2025-01-01", "--unfollowed", "Danh sách không nêu")
    assert "Xem trước" in result.output and "Đổi tên hoặc loại" in result.output
    assert "Chuyển đơn vị cấp trên: 3" in result.output and "Khu vực" not in result.output
    assert files_of(content) == before


def test_a_closed_unit_without_a_successor_is_refused_unless_it_is_told_why(tmp_path):
    result = reform(a_city(tmp_path), "units-2025-01.csv", "2025-01-01", "--apply")
    assert result.exit_code == 1 and "74 đơn vị không còn mà chưa rõ đơn vị kế tiếp" in result.output


def test_what_is_open_in_a_closed_unit_is_told(content, tmp_path):
    listed = tmp_path / "list.csv"
    listed.write_text("code,name,level,type,parent_code\n99999,Phường Mới,commune,phường,31\n", encoding="utf-8")
    result = run_on(content, "reform", listed, "--on", "2023-09-16")
    assert "Còn bỏ ngỏ ở đơn vị không còn" in result.output and "cuộc ngày" in result.output


def test_a_commune_that_goes_to_another_district_is_the_same_unit_at_the_same_address(three_eras):
    moved = three_eras.units["an-duong/dai-ban"]
    assert (moved.called_on(date(2024, 12, 31)).parent_id, moved.parent_id) == ("an-duong", "hong-bang")
    assert moved.facts.exists_until == date(2025, 6, 30) and unit_page(moved) == "quan-huyen/an-duong/dai-ban/"
    assert unit_place(moved.called_on(date(2024, 12, 31)), three_eras) == "Xã Đại Bản, huyện An Dương"


HEAD = "code,name,level,type,parent_code\n"
TOWN = "01,Huyện Mới,district,huyện,99\n"


def a_district_of(content: Path, *communes: str, tops: str = TOWN) -> Path:
    """A register that began on 1/1/2024 with one district and its communes."""
    listed = content.parent / "begin.csv"
    listed.write_text(HEAD + tops + "".join(communes), encoding="utf-8")
    beginning = Beginning("Tỉnh Mới", date(2024, 1, 1), "Ban Dân vận", "https://doithoai.example/", "Hướng dẫn")
    fill(content, beginning_records(TEMPLATES, beginning, read_list(listed, "Tỉnh Mới")))
    return content


def reform_to(content: Path, on: str, rows: str, *more: str) -> Result:
    listed = content.parent / f"{on}.csv"
    listed.write_text(HEAD + rows, encoding="utf-8")
    return reform(content, str(listed), on, "--apply", *more)


class TestWhatGoesOn:
    A, B, C = "11,Xã Một,commune,xã,01\n", "12,Xã Hai,commune,xã,01\n", "13,Xã Ba,commune,xã,01\n"

    def test_a_district_that_splits_in_three_is_followed_by_all_three_and_its_communes_go_on(self, tmp_path):
        content = a_district_of(tmp_path / "content", self.A, self.B, self.C)
        three = "".join(f"0{n},Huyện Phần {n},district,huyện,99\n" for n in (2, 3, 4))
        communes = "".join(row.replace(",01", f",0{n}") for n, row in ((2, self.A), (3, self.B), (4, self.C)))
        result = reform_to(content, "2024-07-01", three + communes)
        assert result.exit_code == 0, result.output
        register = read_register(content)
        assert register.units["moi"].successors == ("phan-2", "phan-3", "phan-4")
        assert [register.units[f"moi/{id}"].parent_id for id in ("mot", "hai", "ba")] == ["phan-2", "phan-3", "phan-4"]
        assert {change.extent for change in register.reforms[date(2024, 7, 1)].changes} == {Extent.PART}

    def test_a_code_that_becomes_another_is_a_dated_fact(self, tmp_path):
        content = a_district_of(tmp_path / "content", self.A)
        result = reform_to(content, "2024-07-01", TOWN + self.A.replace("11,", "91,"))
        assert result.exit_code == 0 and "Đổi mã thống kê: 1" in result.output
        unit = read_register(content).units["moi/mot"]
        assert (unit.called_on(date(2024, 6, 30)).facts.code, unit.facts.code) == ("11", "91")

    def test_a_code_that_another_unit_had_makes_another_unit(self, tmp_path):
        content = a_district_of(tmp_path / "content", self.A, self.B)
        result = reform_to(content, "2024-07-01", TOWN + self.A.replace("11,", "12,"), "--unfollowed", "Không nêu")
        assert result.exit_code == 0, result.output
        assert [unit.name for unit in read_register(content).units_counted_on(date(2024, 7, 1))] == ["Huyện Mới", "Xã Một"]
        assert not read_register(content).units["moi/mot"].exists_on(date(2024, 7, 1))

    def test_two_reforms_within_a_year_and_a_unit_renamed_by_both(self, tmp_path):
        content = a_district_of(tmp_path / "content", self.A)
        for on, type in (("2024-03-01", "thị trấn"), ("2024-09-01", "phường")):
            result = reform_to(content, on, TOWN + self.A.replace("Xã", type.capitalize()).replace("xã", type))
            assert result.exit_code == 0, result.output
        unit = read_register(content).units["moi/mot"]
        days = (date(2024, 2, 29), date(2024, 3, 1), date(2024, 9, 1))
        assert [unit.called_on(day).name for day in days] == ["Xã Một", "Thị trấn Một", "Phường Một"]

    ELSEWHERE = (
        "code: '88'\nname: Thành phố Xa\ntype: thành phố\nlevel: district\nprovince: Tỉnh Xa\nexists_until: 2024-06-30\n"
        "communes:\n  - {id: gan, code: '89', name: Phường Gần, type: phường, exists_until: 2024-06-30}\n"
    )
    TOPS = "21,Xã Một,commune,xã,99\n22,Phường Gần,commune,phường,99\n"

    def test_a_unit_of_another_province_is_named_as_what_a_new_one_came_from_and_counted_nowhere(self, tmp_path):
        content = a_district_of(tmp_path / "content", self.A)
        (content / "units" / "xa.yml").write_text(self.ELSEWHERE, encoding="utf-8")
        pairs = tmp_path / "pairs.csv"
        pairs.write_text("old_code,new_code\n11,21\n89,22\n", encoding="utf-8")
        result = reform_to(content, "2024-07-01", self.TOPS, "--pairs", str(pairs))
        assert result.exit_code == 0, result.output
        register = read_register(content)
        assert [unit.id for unit in register.units_counted_on(date(2024, 6, 30))] == ["moi", "moi/mot"]
        assert set(register.units["gan"].predecessors) == {"xa/gan", "xa"} and "xa/gan" in register.elsewhere

    def test_a_unit_that_ends_on_another_day_stops_the_reform(self, tmp_path):
        content = a_district_of(tmp_path / "content", self.A)
        (content / "units" / "xa.yml").write_text(self.ELSEWHERE.replace("06-30", "08-31"), encoding="utf-8")
        result = reform_to(content, "2024-07-01", self.TOPS, "--unfollowed", "Không nêu")
        assert result.exit_code == 1 and "đã ghi exists_until: 2024-08-31" in result.output

    def test_a_reform_of_before_one_that_is_recorded_is_refused(self, tmp_path):
        content = a_district_of(tmp_path / "content", self.A, self.B)
        assert reform_to(content, "2024-09-01", TOWN + self.A, "--unfollowed", "Không nêu").exit_code == 0
        result = reform_to(content, "2024-03-01", TOWN + self.B, "--unfollowed", "Không nêu")
        assert result.exit_code == 1 and "ghi theo thứ tự ngày" in result.output


class TestNamesOfTheirTime:
    UNITS = (
        a_district("thuy-nguyen", "Thành phố Thuỷ Nguyên", type="thành phố", earlier=[
            {"until": "2024-12-31", "name": "Huyện Thuỷ Nguyên", "type": "huyện"},
        ]),
        a_commune("thuy-nguyen/minh-duc", "Phường Minh Đức", earlier=[
            {"until": "2024-12-31", "name": "Thị trấn Minh Đức", "type": "thị trấn"},
        ]),
    )
    THEN = a_held_dialogue("a", "2023-08-15", unit="thuy-nguyen/minh-duc")
    NOW = a_held_dialogue("b", "2025-03-15", unit="thuy-nguyen", year=2025)

    @pytest.mark.parametrize(("dialogue", "place"), [
        (THEN, "Thị trấn Minh Đức, huyện Thuỷ Nguyên"), (NOW, "Thành phố Thuỷ Nguyên"),
    ])
    def test_a_dialogue_is_told_under_the_names_of_its_day(self, dialogue, place):
        register = a_register(dialogue, units=self.UNITS)
        assert unit_place(register.unit_of(dialogue), register) == place

    def test_its_title_too(self):
        site = a_site(self.THEN, units=self.UNITS)
        assert dialogue_title(self.THEN, site.register, site.words).endswith("thị trấn Minh Đức")
