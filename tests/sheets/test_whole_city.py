"""A sheet of all units: imported as it was exported, with every unit told apart, for districts and for communes of the city."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.folders import write_yaml
from tests.places import GOLDEN
from tests.read_register import read_register
from tests.run_command import run_on

LAW = {
    "legal_basis": {"luat": {"title": "Luật số 72/2025/QH15"}},
    "target": {"posts": ["party", "government"], "minimum": {"commune": 1}, "basis": "luat"},
    "forms": "luat-72", "cutoffs": {"annual_report": "2026-12-31", "year_end": "2026-12-31"},
}
WARDS = {"cam-giang": "Xã Cẩm Giang", "cam-giang-moi": "Xã Cẩm Giàng", "hong-bang": "Phường Hồng Bàng", "hong-an": "Phường Hồng An"}
"""Two that differ by accents alone."""


def a_meeting(unit: str, **fields: object) -> dict[str, object]:
    return {
        "unit": unit, "kind": "periodic", "presided_by": ["party", "government"],
        "registration": {"registered_on": "unknown", "period": "2026-Q1"},
        "held": {"day": "2026-03-10", "attendance": [{"count": 40}], "opinions": {"total": 3}},
        "opinions": [{"summary": f"Đề nghị nạo vét mương {unit}", "field": "Môi trường"}], **fields,
    }


@pytest.fixture
def of_communes(tmp_path) -> Path:
    content = tmp_path / "content"
    shutil.copytree(GOLDEN, content, ignore=shutil.ignore_patterns("dialogues", "documents", "rules", "units", "submissions", "pages"))
    write_yaml(content / "rules/2026.yml", LAW)
    for id, name in WARDS.items():
        write_yaml(content / f"units/{id}.yml", {"name": name, "type": name.split()[0].lower(), "level": "commune"})
        write_yaml(content / f"dialogues/2026/{id}-dinh-ky-1.yml", a_meeting(id))
    twice = {"presided_by": ["party"], "registration": {"registered_on": "unknown", "period": "2026-Q3"}}
    plan = a_meeting("hong-an", **twice)
    write_yaml(content / "dialogues/2026/hong-an-dinh-ky-2.yml", {name: plan[name] for name in ("unit", "kind", "presided_by", "registration")})
    return content


@pytest.fixture
def of_districts(content) -> Path:
    """With a ward of the same name in another district."""
    ward = {"id": "so-dau", "code": "11999", "name": "Phường Sở Dầu", "type": "phường"}
    write_yaml(content / "units/ngo-quyen.yml", {"code": "304", "name": "Quận Ngô Quyền", "type": "quận", "level": "district", "communes": [ward]})
    held = a_meeting("ngo-quyen/so-dau", held={"day": "2023-08-15"}, registration={"registered_on": "2023-02-20", "period": "2023-Q3"})
    write_yaml(content / "dialogues/2023/ngo-quyen-so-dau-dinh-ky-1.yml", held)
    return content


def run(content: Path, day: str, *arguments: object) -> str:
    result = run_on(content, *arguments, "--as-of", day)
    assert result.exit_code == 0, result.output
    return result.output


def imported(content: Path, out: Path, year: int, form: str, day: str) -> str:
    run(content, day, "report", form, "--period", year, "--cutoff", "year_end", "--out", out)
    (sheet,) = out.glob(f"{form}-all-*.xlsx")
    return run(content, day, "import", sheet).splitlines()[-2]


@pytest.mark.parametrize("form, rows", [("DK02", 5), ("BC01", 4), ("BC02", 4)])
def test_a_sheet_of_all_communes_of_the_city_says_nothing_new_of_what_it_was_made_of(of_communes, tmp_path, form, rows):
    said = imported(of_communes, tmp_path / "out", 2026, form, "2026-05-04")
    assert said == f"0 mới, 0 thay đổi, {rows} không đổi, 0 chỗ chưa hiểu."


@pytest.mark.parametrize("form", ["DK01", "DK02", "BC01", "BC02"])
def test_a_sheet_of_all_districts_says_nothing_new_either(of_districts, tmp_path, form):
    said = imported(of_districts, tmp_path / "out", 2023, form, "2023-09-15")
    assert said.startswith("0 mới, 0 thay đổi, ") and said.endswith(" không đổi, 0 chỗ chưa hiểu.")


def test_a_register_that_has_lost_them_is_given_every_dialogue_of_its_unit(of_communes, tmp_path):
    run(of_communes, "2026-05-04", "report", "BC01", "--period", 2026, "--out", tmp_path / "out")
    (sheet,) = (tmp_path / "out").glob("*.xlsx")
    shutil.rmtree(of_communes / "dialogues")
    run(of_communes, "2026-05-04", "import", sheet, "--apply")
    assert {dialogue.unit for dialogue in read_register(of_communes).dialogues.values()} == set(WARDS)
