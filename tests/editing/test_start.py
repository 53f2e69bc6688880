"""A register begun for real use: every province of today, one of 2023 from a list, and the folder that the command writes."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
import yaml
from click.testing import Result

from generator.building.build import publish, read_site
from generator.commands.starting import SAMPLE
from generator.editing.new_register import Beginning, beginning_records
from generator.editing.text_templates import quoted
from generator.editing.unit_lists import NotAList, library_list, proposed_ids, read_list
from generator.model import Level, Register
from generator.reading.yaml_text import TextLoader
from generator.reports import ReportCutoff, report_period, report_sheet
from tests.folders import append_to, fill
from tests.places import REFORMS, ROOT, TEMPLATES
from tests.read_register import read_register
from tests.run_command import run

FIRST_DAY = date(2026, 1, 1)
NATION_2023 = ROOT / "seed" / "national-units-2023.csv"
PROVINCES = (
    "Hà Nội", "Cao Bằng", "Tuyên Quang", "Điện Biên", "Lai Châu", "Sơn La", "Lào Cai", "Thái Nguyên", "Lạng Sơn", "Quảng Ninh",
    "Bắc Ninh", "Phú Thọ", "Hải Phòng", "Hưng Yên", "Ninh Bình", "Thanh Hóa", "Nghệ An", "Hà Tĩnh", "Quảng Trị", "Huế", "Đà Nẵng",
    "Quảng Ngãi", "Gia Lai", "Khánh Hòa", "Đắk Lắk", "Lâm Đồng", "Đồng Nai", "Hồ Chí Minh", "Tây Ninh", "Đồng Tháp", "Vĩnh Long",
    "An Giang", "Cần Thơ", "Cà Mau",
)


def a_beginning(province: str, **fields: object) -> Beginning:
    return Beginning(**{
        "province": province, "first_day": FIRST_DAY, "publisher": f"Ban Tuyên giáo và Dân vận {province}",
        "address": "https://doithoai.example/", **fields,
    })


@pytest.mark.parametrize("province", PROVINCES)
def test_every_province_begins_with_records_that_are_sound(tmp_path, province):
    listed = library_list(province, FIRST_DAY)
    fill(tmp_path, beginning_records(TEMPLATES, a_beginning(province), listed))
    site = read_site(tmp_path, as_of=FIRST_DAY, today=FIRST_DAY, templates=TEMPLATES)
    assert len(site.register.units) == len(listed.units) and site.progress(2026).total.owed == 2 * len(listed.units)


def test_the_provinces_are_all_there_are():
    assert sum(len(library_list(province, FIRST_DAY).units) for province in PROVINCES) == 3321


@pytest.fixture(scope="module")
def quang_ninh(tmp_path_factory) -> Path:
    content = tmp_path_factory.mktemp("quang-ninh")
    beginning = a_beginning(
        "Quảng Ninh", first_day=date(2023, 1, 1), publisher="Ban Dân vận Tỉnh ủy Quảng Ninh", basis="Hướng dẫn năm 2023: đối thoại",
    )
    fill(content, beginning_records(TEMPLATES, beginning, read_list(NATION_2023, "Quảng Ninh")))
    return content


def test_a_province_of_2023_has_its_districts_from_a_list(quang_ninh):
    register: Register = read_register(quang_ninh)
    levels = [unit.level for unit in register.units.values()]
    assert (levels.count(Level.DISTRICT), levels.count(Level.COMMUNE)) == (13, 177)
    assert register.rules[2023].legal_basis["van-ban-dia-phuong"].title == "Hướng dẫn năm 2023: đối thoại"


def test_another_provinces_site_names_its_own_commission_and_kinds_of_units_and_never_this_city(quang_ninh):
    publication = publish(quang_ninh, as_of=date(2023, 3, 1), today=date(2023, 3, 1), templates=TEMPLATES)
    texts = {page.address: f"{page.title}{page.description}{page.body}" for page in publication.pages}
    texts |= {file.address: file.content.decode("utf-8", "replace") for file in publication.files}
    assert {address for address, text in texts.items() if "Hải Phòng" in text and not address.startswith("api/v1/schema/")} == set()
    assert ("Huyện, thị xã, thành phố", "quan-huyen/") in publication.navigation
    assert "Ban Dân vận Tỉnh ủy Quảng Ninh" in texts["lich/thanh-pho.ics"].replace("\r\n ", "")


@pytest.mark.parametrize("addressee, told", [("", "Ban Dân vận Tỉnh ủy"), ("addressee: Ban Tổ chức Tỉnh ủy\n", "Ban Tổ chức Tỉnh ủy")])
def test_its_reports_go_to_its_own_commission_and_bear_its_own_committee_from_data_alone(quang_ninh, tmp_path, addressee, told):
    content = Path(shutil.copytree(quang_ninh, tmp_path / "content"))
    append_to(content / "rules/2023.yml", addressee)
    site = read_site(content, as_of=date(2023, 12, 1), today=date(2023, 12, 1), templates=TEMPLATES)
    sheet = report_sheet(site, "BC03", None, report_period(site.register, "2023", ReportCutoff.YEAR_END))
    districts = [row[1] for row in sheet.rows]
    assert (sheet.left[0], sheet.addressee, len(districts)) == ("TỈNH ỦY QUẢNG NINH", told, 13)


def test_the_lists_of_hai_phong_begin_registers_too():
    days = {"units-2025-01.csv": 182, "units-2025-07.csv": 114}
    assert {name: len(read_list(REFORMS / name, "Hải Phòng").units) for name in days} == days


def test_units_of_one_name_are_told_apart_by_their_types():
    listed = read_list(REFORMS / "units-2025-01.csv", "Hải Phòng")
    ids = proposed_ids([unit for unit in listed.units if unit.level == Level.COMMUNE], {"an-duong"})
    assert len(set(ids.values())) == 167 and "an-duong" not in ids.values()


@pytest.mark.parametrize(("text", "said"), [
    ("code,name\n1,Xã A\n", "thiếu cột level, type, parent_code"),
    ("code,name,level,type,parent_code\n1,Xã A,ward,xã,31\n", "cột level"),
    ("code,name,level,type,parent_code\n01,Tỉnh A,province,tỉnh,\n1,Xã A,commune,xã,01\n", "không có đơn vị nào của Quảng Ninh"),
])
def test_a_list_that_cannot_be_used_is_refused(tmp_path, text, said):
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(NotAList, match=said):
        read_list(path, "Quảng Ninh")


@pytest.mark.parametrize(("province", "day", "said"), [("Atlantis", FIRST_DAY, "có: Thành phố Hà Nội"), ("Hà Nội", date(2024, 1, 1), "--units")])
def test_a_province_that_the_library_does_not_know_is_refused(province, day, said):
    with pytest.raises(NotAList, match=said):
        library_list(province, day)


@pytest.mark.parametrize("text", ["Ban: Dân vận # một", "'\"{}[]", "001", "true", "Thuỷ Nguyên"])
def test_what_an_office_says_is_read_back_as_it_was_said(text):
    assert yaml.load(quoted(text), TextLoader) == text


def start(folder: Path, *more: str) -> Result:
    return run(
        "start", folder, "--province", "Hải Phòng", "--from", "2026-01-01", "--publisher", "Ban Tuyên giáo và Dân vận Thành ủy",
        "--address", "https://doithoai.example", *more,
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    made = tmp_path_factory.mktemp("begun") / "so"
    result = start(made)
    assert result.exit_code == 0, result.output
    return made


def test_the_folder_holds_the_program_and_nothing_of_the_sample(folder):
    assert {"generator", "site_templates", "tests", ".github", ".gitlab-ci.yml", "Makefile", "docs"} <= {path.name for path in folder.iterdir()}
    content = {path.name for path in (folder / "content").iterdir()}
    assert content == {".schema", "README.md", "inbox", "pages", "register.yml", "rules", "units"}
    assert [path.name for path in (folder / "content/inbox").iterdir()] == [".gitkeep"]
    register = read_register(folder / "content")
    assert (len(register.units), register.dialogues, register.facts.sample) == (114, {}, False)


def test_every_kind_of_record_is_left_behind_also_of_a_register_that_is_no_sample():
    assert {"content/inbox", "content/reforms", "content/dialogues", "content/agencies.yml", "content/register.yml"} <= SAMPLE


def test_its_readme_tells_the_office_what_it_is_and_whose_work_is_what(folder):
    told = (folder / "README.md").read_text("utf-8")
    named = [line for line in told.splitlines() if line.startswith("| Ban Tuyên giáo và Dân vận Thành ủy | ")]
    assert told.startswith("# Sổ đăng ký đối thoại với Nhân dân Hải Phòng\n") and "https://doithoai.example/" in told and len(named) == 1
    links = re.findall(r"\]\((?!https?:)([^)]+)\)", told) + re.findall(r"`(content/\S+)`", told)
    assert [link for link in links if not (folder / link).exists()] == [] != links


def test_a_folder_that_holds_files_is_left_alone(folder):
    before = (folder / "content/register.yml").read_bytes()
    assert "đã có tệp" in start(folder).output and (folder / "content/register.yml").read_bytes() == before
