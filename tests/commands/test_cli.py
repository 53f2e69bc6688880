"""The commands as a clerk meets them: in a terminal, in a pipe, and when something is wrong."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from tests.folders import append_to, replace_in
from tests.places import GOLDEN, ROOT, TEMPLATES
from tests.run_command import run, run_on

DIALOGUES = (sys.executable, "-c", "from generator.__main__ import main; main()")
DIALOGUE = Path("dialogues/2023/so-dau-dinh-ky.yml")


@pytest.fixture
def dialogues(content):
    """Runs a command on a copy of the golden content."""
    return partial(run_on, content)


def break_record(content: Path) -> None:
    replace_in(content / DIALOGUE, "kind: periodic", "kind: định kỳ\nkin: x")


def test_check_counts_what_is_right(dialogues):
    result = dialogues("check")
    assert (result.exit_code, result.output) == (0, "Không có lỗi: 6 đơn vị, 13 cuộc đối thoại.\n")


def test_check_tells_every_problem_in_order_and_fails(content, dialogues):
    break_record(content)
    (content / "dialogues/2023/ha-ly-dot-xuat.yml").write_text("a: b: c\n", "utf-8")
    result = dialogues("check")
    assert (result.exit_code, [line.split(": ")[0] for line in result.stderr.splitlines() if line.startswith("dialogues/")]) == (
        1, ["dialogues/2023/ha-ly-dot-xuat.yml:1:5", "dialogues/2023/so-dau-dinh-ky.yml:2:7", "dialogues/2023/so-dau-dinh-ky.yml:3:1"],
    )


def test_the_last_line_counts_the_problems(content, dialogues):
    break_record(content)
    assert dialogues("check").stderr.splitlines()[-1] == "2 lỗi trong 1 tệp. Chưa có gì được xuất bản. Sửa xong hãy chạy lại, có thể còn lỗi khác."


def name_somebody(content: Path) -> None:
    append_to(content / DIALOGUE, "note: Ông Nguyễn Văn Mẫu hỏi về đường\n")


def test_what_is_to_be_looked_at_stops_nothing(content, dialogues):
    name_somebody(content)
    checked = dialogues("check")
    assert (checked.exit_code, checked.stdout) == (0, "Không có lỗi: 6 đơn vị, 13 cuộc đối thoại.\n")
    assert checked.stderr.splitlines()[-1] == "1 chỗ cần xem lại trong 1 tệp." and "[text-names-nobody]" in checked.stderr


def test_what_is_to_be_looked_at_stops_who_asks_for_it(content, dialogues, tmp_path):
    name_somebody(content)
    checked = dialogues("check", "--strict")
    assert (checked.exit_code, checked.stderr.splitlines()[-1]) == (1, "Chạy với --strict nên dừng ở đây.")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    built = run("build", "--strict", "--content", content, "--site", tmp_path / "site", "--mkdocs", tmp_path / "mkdocs.yml")
    assert (built.exit_code, "[text-names-nobody]" in built.stderr, (tmp_path / "site").exists()) == (1, True, False)


def test_a_day_asked_for_comes_before_the_registers_own(dialogues):
    result = dialogues("check", "--as-of", "2023-05-01")
    assert "không được sau ngày 2023-05-01" in result.stderr


def test_write_puts_the_whole_site_into_a_folder(dialogues, tmp_path):
    dialogues("write", str(tmp_path / "site"))
    assert (tmp_path / "site" / "doi-thoai/2023/so-dau-dinh-ky/index.html").is_file()


def test_write_publishes_nothing_of_a_broken_register(content, dialogues, tmp_path):
    break_record(content)
    result = dialogues("write", str(tmp_path / "site"))
    assert (result.exit_code, sorted(path.name for path in tmp_path.iterdir())) == (1, ["content"])


def test_a_broken_record_leaves_the_published_site_as_it_is(content, dialogues, tmp_path):
    dialogues("write", str(tmp_path / "site"))
    before = (tmp_path / "site/index.html").stat().st_mtime_ns
    break_record(content)
    dialogues("write", str(tmp_path / "site"))
    assert (tmp_path / "site/index.html").stat().st_mtime_ns == before


def test_a_page_that_is_gone_from_the_records_is_gone_from_the_folder(content, dialogues, tmp_path):
    dialogues("write", str(tmp_path / "site"))
    (content / DIALOGUE).unlink()
    dialogues("write", str(tmp_path / "site"))
    assert not (tmp_path / "site/doi-thoai/2023/so-dau-dinh-ky").exists()


def test_a_writing_that_fails_midway_leaves_the_old_folder_and_nothing_else(content, dialogues, tmp_path):
    dialogues("write", str(tmp_path / "site"))
    (content / DIALOGUE).unlink()
    shell = Path(shutil.copytree(TEMPLATES, tmp_path / "templates"))
    (shell / "plain_page.html").unlink()
    result = run("write", tmp_path / "site", "--content", content, "--templates", shell)
    said = result.stderr.splitlines()[-1]
    assert (result.exit_code, said) == (1, "Không đọc hoặc ghi được: không có mẫu plain_page.html")
    assert (tmp_path / "site/doi-thoai/2023/so-dau-dinh-ky").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["content", "site", "templates"]


def test_a_folder_of_somebody_elses_is_not_replaced(dialogues, tmp_path):
    letter = tmp_path / "papers" / "letter.txt"
    letter.parent.mkdir()
    letter.write_text("giữ lại", "utf-8")
    result = dialogues("write", str(letter.parent))
    assert (result.exit_code, letter.exists()) == (1, True)


def test_a_folder_that_cannot_be_made_is_told_without_a_traceback(dialogues, content):
    result = dialogues("write", str(content / "register.yml" / "site"))
    assert (result.exit_code, "Traceback" in result.output, "Không đọc hoặc ghi được" in result.stderr) == (1, False, True)


def test_new_writes_a_commented_record_that_passes_the_check(content, dialogues):
    created = dialogues("new", "hong-bang/so-dau", "--period", "2023-11")
    written = (content / "dialogues/2023/hong-bang-so-dau-dinh-ky-1.yml").read_text("utf-8")
    assert (created.exit_code, dialogues("check").exit_code, "# schedule:" in written) == (0, 0, True)


def test_new_asks_for_what_it_is_not_told(content):
    asked = run_on(content, "new", input="hong-bang/ha-ly\nthematic\ngovernment\n2023-Q4\n")
    written = (content / "dialogues/2023/hong-bang-ha-ly-chuyen-de-1.yml").read_text("utf-8")
    assert (asked.exit_code, "presided_by: [government]" in written, "period: 2023-Q4" in written) == (0, True, True), asked.output


@pytest.mark.parametrize("said, written", [("quý IV", "2023-Q4"), ("tháng 10", "2023-10"), ("12/10/2023", "2023-10-12"), ("quý 4/2023", "2023-Q4")])
def test_new_writes_a_time_as_people_say_it_in_the_one_way_of_records(content, dialogues, said, written):
    done = dialogues("new", "hong-bang/so-dau", "--period", said, "--as-of", "2023-09-15")
    assert f"period: {written}\n" in (content / "dialogues/2023/hong-bang-so-dau-dinh-ky-1.yml").read_text("utf-8"), done.output


def test_new_asks_for_the_year_of_a_time_that_is_over(dialogues):
    refused = dialogues("new", "hong-bang/so-dau", "--period", "quý I", "--as-of", "2023-09-15")
    assert refused.exit_code == 1 and "2023-Q3" in refused.stderr


def test_new_registers_on_the_day_asked_for(content, dialogues):
    dialogues("new", "hong-bang/so-dau", "--period", "2023-11", "--as-of", "2023-10-02")
    assert "registered_on: 2023-10-02" in (content / "dialogues/2023/hong-bang-so-dau-dinh-ky-1.yml").read_text("utf-8")


def test_new_never_overwrites(content, dialogues):
    dialogues("new", "hong-bang/so-dau", "--period", "2023-11")
    first = content / "dialogues/2023/hong-bang-so-dau-dinh-ky-1.yml"
    append_to(first, "note: Đã sửa\n")
    dialogues("new", "hong-bang/so-dau", "--period", "2023-11", "--another")
    assert first.read_text("utf-8").endswith("note: Đã sửa\n") and first.with_name("hong-bang-so-dau-dinh-ky-2.yml").exists()


@pytest.mark.parametrize("arguments", [("--period", "2023-Q4"), ("--period", "2023-11-05", "--post", "party")])
def test_new_asks_before_it_plans_what_the_unit_has_planned(content, dialogues, arguments):
    dialogues("new", "hong-bang/so-dau", "--period", "2023-11")
    before = sorted(content.rglob("*"))
    refused = dialogues("new", "hong-bang/so-dau", *arguments)
    assert (refused.exit_code, "hong-bang-so-dau-dinh-ky-1 (2023-11" in refused.stderr, "--another" in refused.stderr) == (1, True, True)
    assert sorted(content.rglob("*")) == before and dialogues("new", "hong-bang/so-dau", *arguments, "--another").exit_code == 0


@pytest.mark.parametrize(("answer", "made"), [("n\n", False), ("y\n", True)])
def test_new_asks_a_person_at_a_terminal(content, answer, made):
    where = ["--content", str(content), "--templates", str(TEMPLATES)]
    asked = ["new", "hong-bang/so-dau", "--period", "2023-11", *where]
    run(*asked)
    master, terminal = os.openpty()
    os.write(master, answer.encode())
    done = subprocess.run([*DIALOGUES, *asked], cwd=ROOT, stdin=terminal, capture_output=True, encoding="utf-8")
    assert (content / "dialogues/2023/hong-bang-so-dau-dinh-ky-2.yml").exists() == made == (done.returncode == 0), done.stderr
    os.close(master)
    os.close(terminal)


@pytest.mark.parametrize("arguments", [
    ("--period", "2023-12"), ("--period", "2023-11", "--kind", "thematic"),
], ids=["another time", "another kind"])
def test_new_does_not_ask_about_what_is_surely_another(dialogues, arguments):
    dialogues("new", "hong-bang/so-dau", "--period", "2023-11")
    assert dialogues("new", "hong-bang/so-dau", *arguments).exit_code == 0


@pytest.mark.parametrize("written", ["Phường Sở Dầu", "so-dau"])
def test_new_is_for_the_one_unit_of_a_name(content, dialogues, written):
    before = set(content.rglob("*.yml"))
    assert dialogues("new", written, "--period", "2023-11").exit_code == 0
    [record] = set(content.rglob("*.yml")) - before
    assert "unit: hong-bang/so-dau\n" in record.read_text("utf-8")


@pytest.mark.parametrize("written", ["so-dau/hong-bang", "an-duong/so-dau", "Sở Dầu, quận Hồng Bàng"])
def test_new_names_the_unit_that_was_meant(dialogues, written):
    result = dialogues("new", written, "--period", "2023-11")
    assert (result.exit_code, result.stderr) == (1, f"không có đơn vị '{written}'; có phải 'hong-bang/so-dau'?\n")


@pytest.mark.parametrize("period", ["sau Tết", "2031-11"])
def test_new_refuses_a_period_that_no_record_could_have(content, dialogues, period):
    before = sorted(content.rglob("*"))
    assert (dialogues("new", "hong-bang/so-dau", "--period", period).exit_code, sorted(content.rglob("*"))) == (1, before)


def test_new_writes_each_post_once(content, dialogues):
    dialogues("new", "bach-long-vi", "--period", "2023-11", "--post", "party", "--post", "party")
    assert "presided_by: [party]" in (content / "dialogues/2023/bach-long-vi-dinh-ky-1.yml").read_text("utf-8")


def test_the_commands_run_where_there_are_no_file_locks_as_on_windows(content, tmp_path):
    program = "import sys; sys.modules['fcntl'] = None; from generator.__main__ import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", program, "write", tmp_path / "site", "--content", content, "--templates", TEMPLATES],
        capture_output=True, cwd=TEMPLATES.parent, encoding="utf-8",
    )
    assert (done.returncode, (tmp_path / "site/index.html").is_file()) == (0, True), done.stderr


@pytest.mark.parametrize("locale", ["C", "C.UTF-8", "en_US.ISO-8859-1"])
def test_a_pipe_gets_no_colour_and_no_traceback_in_any_locale(content, locale):
    break_record(content)
    done = subprocess.run(
        [*DIALOGUES, "check", "--content", content, "--templates", TEMPLATES],
        capture_output=True, cwd=TEMPLATES.parent, env={**os.environ, "LC_ALL": locale},
    )
    assert (done.returncode, done.stdout, b"\x1b" in done.stderr, b"Traceback" in done.stderr) == (1, b"", False, False)


@pytest.mark.parametrize("arguments", [["check", "--content", GOLDEN], ["--help"]], ids=["check", "help"])
@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1258"])
def test_a_terminal_that_knows_no_vietnamese_letters_is_no_reason_to_fail(encoding, arguments):
    done = subprocess.run(
        [*DIALOGUES, *arguments], capture_output=True, cwd=TEMPLATES.parent, env={**os.environ, "PYTHONIOENCODING": encoding},
    )
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False)


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
def test_what_is_closed_where_a_command_is_begun_is_no_reason_to_fail(closed):
    done = subprocess.run(
        ["sh", "-c", f'"$@" {closed}', "sh", *DIALOGUES, "check", "--content", GOLDEN], capture_output=True, cwd=TEMPLATES.parent,
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("written, told", [
    (("check", "--as-of", "15/13/2023"), "--as-of: phải là một ngày có trong lịch"),
    (("check", "--as-of", "1/9"), "--as-of: phải là một ngày, ví dụ 15/8/2023; đang ghi '1/9'"),
    (("postpone", "x"), "phải có --reason"),
    (("postpone", "--reason", "x"), "phải có ID"),
    (("update", "x", "1", "--outcome", "hỏng", "--text", "a"), "--outcome: phải là một trong: in-progress, kept, not-kept, passed-up; đang ghi 'hỏng'"),
    (("check", "--contents", "x"), "không có tùy chọn --contents; có phải --content?"),
    (("check", "--content", "khong-co"), "--content: không có tệp hoặc thư mục 'khong-co'"),
    (("check", "--as-of"), "tùy chọn --as-of phải kèm đủ giá trị, và không thừa: --as-of 15/8/2023"),
    (("receive", "q3", "hong-bang", "--on"), "không có tùy chọn --on; có phải --sent-on 15/8/2023?"),
    (("receive", "q3", "hong-bang", "--sent-on"), "tùy chọn --sent-on phải kèm đủ giá trị, và không thừa: --sent-on 15/8/2023"),
    (("announce", "x", "--start"), "tùy chọn --start phải kèm đủ giá trị, và không thừa: --start 8h30"),
    (("receive", "q3", "hong-bang", "--sent-on", "hôm qua"), "--sent-on: phải là một ngày, ví dụ 15/8/2023; đang ghi 'hôm qua'"),
    (("close-year", "nay", "--out", "x"), "YEAR: phải là số nguyên; đang ghi 'nay'"),
    (("check", "a", "b"), "thừa: a b"),
    (("serve", "--address", "localhost"), "--address: phải là máy và cổng, ví dụ 127.0.0.1:8000; đang ghi 'localhost'"),
    (("kiem-tra",), "không có lệnh 'kiem-tra'"),
])
def test_a_command_that_is_written_wrongly_is_told_so_in_vietnamese(written, told):
    result = run(*written)
    assert (result.exit_code, result.stderr.partition("\nXem cách viết lệnh: ")[0].startswith(told)) == (2, True), result.stderr


def test_what_is_broken_off_at_a_question_ends_without_a_traceback(content):
    result = run("new", "--content", content, input="")
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (1, "Đã dừng giữa chừng.")


def test_a_day_may_be_written_with_the_day_first(dialogues):
    assert dialogues("check", "--as-of", "15/9/2023").output == dialogues("check", "--as-of", "2023-09-15").output


def test_check_says_that_the_year_has_no_rules_yet(dialogues):
    result = dialogues("check", "--as-of", "2024-02-10")
    assert (result.exit_code, "chưa có quy định năm 2024" in result.stderr, "open-year 2024" in result.stderr) == (0, True, True)
    assert "quy định" not in dialogues("check").stderr


def test_an_error_in_a_template_is_told_at_its_place(content, tmp_path):
    templates = Path(shutil.copytree(TEMPLATES, tmp_path / "templates"))
    page = templates / "pages" / "unit.html"
    page.write_text("{{ unit.nothing }}\n" + page.read_text("utf-8"), "utf-8")
    result = run("write", tmp_path / "site", "--content", content, "--templates", templates)
    assert (result.exit_code, (tmp_path / "site").exists()) == (1, False)
    assert result.stderr.startswith(f"Mẫu trang có lỗi: {page}:1: AttributeError") and "Traceback" not in result.output
