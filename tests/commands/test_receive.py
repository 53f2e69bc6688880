"""What districts have sent is written down by one command, checked, and never twice."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.commands.cli import commands
from tests.places import GOLDEN, TEMPLATES

YEAR = "submissions/2023.yml"


@pytest.fixture
def content(tmp_path) -> Path:
    return Path(shutil.copytree(GOLDEN, tmp_path / "content"))


def receive(content: Path, *arguments: str) -> Result:
    return CliRunner().invoke(commands, ["receive", *arguments, "--content", str(content), "--templates", str(TEMPLATES)])


def test_the_first_report_of_a_year_makes_its_file(content):
    receive(content, "registration", "bach-long-vi", "hong-bang", "--sent-on", "2023-02-24")
    assert (content / YEAR).read_text("utf-8").splitlines()[2:] == [
        "submissions:", "  # hong-bang", "  - unit: hong-bang", "    report: registration", "    sent_on: 2023-02-24",
        "  # bach-long-vi", "  - unit: bach-long-vi", "    report: registration", "    sent_on: 2023-02-24",
    ]


def test_a_later_one_is_added_after_what_its_sender_sent_before(content):
    receive(content, "registration", "hong-bang", "bach-long-vi", "--sent-on", "2023-02-24")
    before = (content / YEAR).read_text("utf-8")
    receive(content, "q1", "hong-bang", "--sent-on", "2023-03-13", "--note", "Gửi thiếu biểu BC02")
    added = "  - unit: hong-bang\n    report: q1\n    sent_on: 2023-03-13\n    note: Gửi thiếu biểu BC02\n"
    assert (content / YEAR).read_text("utf-8") == before.replace("  # bach-long-vi", f"{added}  # bach-long-vi")


def test_it_is_added_at_the_end_of_a_list_that_names_its_sender_nowhere(content):
    (content / "submissions").mkdir()
    (content / YEAR).write_text("submissions:\n  - {unit: hong-bang, report: q1, sent_on: 2023-03-13}\n", "utf-8")
    receive(content, "q1", "bach-long-vi", "--sent-on", "2023-03-14")
    assert (content / YEAR).read_text("utf-8").splitlines()[-3:] == [
        "  - unit: bach-long-vi", "    report: q1", "    sent_on: 2023-03-14",
    ]


@pytest.mark.parametrize("before", [("registration", "hong-bang", "bach-long-vi"), ("registration", "hong-bang"), ()])
def test_what_two_write_down_at_once_is_merged_by_a_host_that_knows_lines_only(content, before, tmp_path):
    receive(content, *(before or ("annual", "hong-bang")), "--sent-on", "2023-02-24")
    assert merged_of_two(content, YEAR, tmp_path, "--sent-on", "2023-03-13").count("report: q1") == 2


def test_the_first_two_of_a_year_that_was_opened_are_merged_so_too(content, tmp_path):
    receive(content, "annual", "hong-bang", "--sent-on", "2023-09-14")
    CliRunner().invoke(commands, ["open-year", "2024", "--content", str(content), "--templates", str(TEMPLATES)])
    text = merged_of_two(content, "submissions/2024.yml", tmp_path, "--year", "2024", "--as-of", "2024-03-12")
    assert text.count("report: q1") == 2


def test_a_year_whose_reports_nobody_kept_track_of_is_followed_by_no_list(content):
    CliRunner().invoke(commands, ["open-year", "2024", "--content", str(content), "--templates", str(TEMPLATES)])
    assert (content / "rules/2024.yml").exists() and not (content / "submissions").exists()


def merged_of_two(content: Path, path: str, folder: Path, *arguments: str) -> str:
    """What a host makes of two who each write down, from the same text, what another district sent."""
    base = (content / path).read_text("utf-8")
    for name, unit in (("ours", "hong-bang"), ("base", None), ("theirs", "bach-long-vi")):
        (content / path).write_text(base, "utf-8")
        if unit:
            receive(content, "q1", unit, *arguments)
        shutil.copy(content / path, folder / name)
    merged = subprocess.run(
        ["git", "merge-file", "-p", "ours", "base", "theirs"], cwd=folder, capture_output=True, encoding="utf-8"
    )
    assert merged.returncode == 0, merged.stdout
    return merged.stdout


def test_it_was_sent_on_the_day_it_is_written_down_unless_said_otherwise(content):
    receive(content, "q3", "hong-bang")
    assert "sent_on: 2023-09-15" in (content / YEAR).read_text("utf-8")


@pytest.mark.parametrize("arguments, said", [
    (("q1", "hong-bang", "hong-bang"), "report-is-sent-once"), (("q1", "hong-bang/so-dau"), "sender-is-under-the-city"),
    (("q1", "hong-bang", "--sent-on", "2023-12-01"), "submission-is-not-in-the-future"),
    (("q1", "hong-bang", "--year", "2019"), "submission-year-has-rules"),
    (("q1", "hong-bang", "--note", "Gọi 0912 345 678"), "text-holds-no-phone-or-identity-number"),
])
def test_what_check_would_refuse_is_not_written(content, arguments, said):
    result = receive(content, *arguments)
    assert (result.exit_code, said in result.stderr, (content / "submissions").exists()) == (1, True, False), result.output


def test_a_day_that_stands_among_the_units_is_told_where_it_goes(content):
    result = receive(content, "q1", "hong-bang", "12/9/2023")
    assert (result.exit_code, (content / "submissions").exists()) == (1, False)
    assert "'12/9/2023' không phải đơn vị; ngày gửi thì ghi --sent-on 12/9/2023" in result.stderr


@pytest.mark.parametrize("form, report", [("dk02", "registration"), ("BC03", "annual")])
def test_a_report_may_be_called_by_a_form_that_is_sent_with_it_alone(content, form, report):
    assert receive(content, form, "hong-bang").exit_code == 0
    assert f"report: {report}" in (content / YEAR).read_text("utf-8")


@pytest.mark.parametrize("named, unit", [
    ("Hồng Bàng", "hong-bang"), ("quận Hồng Bàng", "hong-bang"), ("Q.Hồng Bàng", "hong-bang"), ("QUẬN ỦY HỒNG BÀNG", "hong-bang"),
    ("HONG-BANG", "hong-bang"), ("quan hong bang", "hong-bang"), ("H. Bạch Long Vĩ", "bach-long-vi"),
])
def test_a_unit_is_named_in_the_ways_that_sheets_name_it(content, named, unit):
    assert receive(content, "q1", named).exit_code == 0
    assert f"  - unit: {unit}\n" in (content / YEAR).read_text("utf-8")


def test_a_name_is_that_of_a_unit_which_was_there_in_the_year(content):
    old = "name: Huyện Hồng Bàng\ntype: huyện\nlevel: district\nexists_until: 2020-12-31\n"
    (content / "units/huyen-hong-bang.yml").write_text(old, "utf-8")
    assert receive(content, "q1", "Hồng Bàng").exit_code == 0
    assert "  - unit: hong-bang\n" in (content / YEAR).read_text("utf-8")


def that_ended(content: Path) -> None:
    """A district with 30/6/2023 as its last day, and a commune after it."""
    ended = "name: Huyện Cát Hải\ntype: huyện\nlevel: district\nexists_until: 2023-06-30\nsuccessors: [cat-hai]\n"
    after = "name: Đặc khu Cát Hải\ntype: đặc khu\nlevel: commune\nexists_from: 2023-07-01\n"
    (content / "units/huyen-cat-hai.yml").write_text(ended, "utf-8")
    (content / "units/cat-hai.yml").write_text(after, "utf-8")


def test_a_unit_that_is_no_more_sends_nothing(content):
    that_ended(content)
    result = receive(content, "q3", "huyen-cat-hai")
    assert (result.exit_code, (content / "submissions").exists()) == (1, False)
    assert "huyen-cat-hai: đơn vị không còn sau ngày 30/6/2023. Sau đó là: cat-hai." in result.stderr


def test_what_it_sent_while_it_was_there_may_be_written_down_later(content):
    that_ended(content)
    assert receive(content, "q2", "huyen-cat-hai", "--sent-on", "2023-06-13").exit_code == 0


def test_a_unit_sends_nothing_for_the_years_before_it(content):
    later = "name: Quận Thủy Nguyên\ntype: quận\nlevel: district\nexists_from: 2024-01-01\n"
    (content / "units/thuy-nguyen.yml").write_text(later, "utf-8")
    result = receive(content, "annual", "thuy-nguyen", "--year", "2023", "--sent-on", "2023-09-14")
    assert (result.exit_code, "có từ ngày 01/01/2024" in result.stderr) == (1, True)


@pytest.mark.parametrize("named", ["Bạch Long Vỹ", "Phường Sở Dầu", "Quận Hồng Bàng và huyện Bạch Long Vĩ"])
def test_a_name_that_is_no_sender_s_is_refused_as_it_is_written(content, named):
    result = receive(content, "q1", named)
    assert (result.exit_code, f"đang ghi '{named}'" in result.stderr, (content / "submissions").exists()) == (1, True, False)


@pytest.mark.parametrize("said, report", [
    ("Biểu DK01", "registration"), ("dk-02", "registration"), ("BC 03", "annual"), ("báo cáo quý III", "q3"), ("quý 3/2023", "q3"),
    ("2023-Q3", "q3"), ("BC01 quý 3", "q3"), ("BC01, BC02 quý III/2023", "q3"), ("quý3", "q3"), ("Q.3", "q3"), ("quý ba", "q3"),
    ("báo cáo quý3/2023", "q3"), ("báo cáo năm", "annual"), ("Đăng ký kế hoạch", "registration"),
])
def test_a_report_is_named_as_people_name_it(content, said, report):
    assert receive(content, said, "hong-bang").exit_code == 0
    assert f"report: {report}" in (content / YEAR).read_text("utf-8")


def test_a_quarter_s_own_year_is_not_another_than_the_one_asked_for(content):
    result = receive(content, "quý 3/2023", "hong-bang", "--year", "2024")
    assert (result.exit_code, "REPORT nói năm 2023, --year nói năm 2024" in result.stderr) == (1, True)


@pytest.mark.parametrize("form", ["BC01", "XY99"])
def test_a_form_of_every_quarter_or_of_none_is_asked_about(content, form):
    result = receive(content, form, "hong-bang")
    assert (result.exit_code, "hãy ghi một trong: registration, q1" in result.stderr) == (1, True)
