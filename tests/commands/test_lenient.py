"""Arguments in people's ways are read, what is refused says what to do, and nobody is shown the inside of the program."""

from __future__ import annotations

import errno
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from socket import socket

import click
import pytest

from generator.commands.cli import commands
from generator.commands.lenient import DayOption, HourOption, LenientChoice, PeriodOption
from generator.commands.options import problems_told
from generator.files.serving import AddressTaken, Served
from generator.model.verbs import VERBS
from tests.places import ROOT
from tests.run_command import run, run_on

CONTEXT = click.Context(commands)


@pytest.mark.parametrize("written", ["2023-08-15", "15/8/2023", "15-08-2023", "15.8.2023", "2023/8/15", "ngày 15 tháng 8 năm 2023"])
def test_a_day_is_read_in_peoples_ways(written):
    assert DayOption().convert(written, None, None) == date(2023, 8, 15)


@pytest.mark.parametrize("written", ["31/6/2023", "15/8", "mai", "2023-08"])
def test_what_is_no_day_is_refused_with_an_example(written):
    with pytest.raises(click.BadParameter, match="ví dụ 15/8/2023"):
        DayOption().convert(written, None, None)


@pytest.mark.parametrize("written, meant", [
    ("24/2/23", "24/2/2023"), ("24-2-23", "24/2/2023"), ("20230224", "24/2/2023"), ("2023-15-08", "15/8/2023"),
])
def test_a_day_that_may_be_another_is_asked_about_and_not_taken(written, meant):
    with pytest.raises(click.BadParameter, match=f"đang ghi '{written}'; có phải '{meant}'"):
        DayOption().convert(written, None, None)


@pytest.mark.parametrize("written, hour", [
    ("08:00", "08:00"), ("8h", "08:00"), ("8h00", "08:00"), ("8:30", "08:30"), ("8 giờ 30", "08:30"), ("7h30 sáng", "07:30"),
    ("2h chiều", "14:00"), ("14g15", "14:15"),
])
def test_an_hour_is_read_in_peoples_ways(written, hour):
    assert HourOption().convert(written, None, None) == hour


@pytest.mark.parametrize("written", ["25h", "sáng", "8h75"])
def test_what_is_no_hour_is_refused_with_an_example(written):
    with pytest.raises(click.BadParameter, match="8h30"):
        HourOption().convert(written, None, None)


@pytest.mark.parametrize("written, period", [
    ("2023-Q3", "2023-Q3"), ("2023-q3", "2023-Q3"), ("Q3/2023", "2023-Q3"), ("quý III/2023", "2023-Q3"), ("quý 3 năm 2023", "2023-Q3"),
    ("quý3/2023", "2023-Q3"), ("Q.3 2023", "2023-Q3"),
    ("8/2023", "2023-08"), ("tháng 8/2023", "2023-08"), ("2023-8", "2023-08"), ("15/8/2023", "2023-08-15"), ("năm 2023", "2023"),
    ("2023-03-early", "2023-03-early"), ("hè này", "hè này"),
])
def test_a_period_is_read_in_peoples_ways_and_what_is_none_is_left_as_it_is(written, period):
    assert PeriodOption().convert(written, None, None) == period


def choice_of(command: str, name: str) -> LenientChoice:
    return next(param.type for param in commands.get_command(CONTEXT, command).params if param.name == name)


@pytest.mark.parametrize("command, name, said", [
    ("new", "kind", "định kỳ: periodic, chuyên đề: thematic, theo chuyên đề: thematic, ĐỘT XUẤT: ad-hoc"),
    ("new", "posts", "Bí thư: party, đảng: party, CHỦ TỊCH UBND: government, chính quyền: government, Party: party"),
    ("hold", "of", "người: people, hộ: households, hộ dân: households, đại biểu: delegates"),
    ("hold", "part_of_day", "sáng: morning, buổi sáng: morning, chiều: afternoon, tối: evening"),
    ("update", "outcome", "đã giải quyết: kept, đã làm: kept, chưa xong: in-progress, đang làm: in-progress"),
    ("update", "outcome", "không thực hiện được: not-kept, chuyển cấp trên: passed-up"),
])
def test_a_listed_value_is_named_as_people_name_it(command, name, said):
    for words, value in (one.split(": ") for one in said.split(", ")):
        assert choice_of(command, name).convert(words, None, CONTEXT) == value


def test_what_is_not_done_yet_is_not_taken_for_what_cannot_be_done():
    with pytest.raises(click.BadParameter):
        choice_of("update", "outcome").convert("chưa giải quyết", None, CONTEXT)


@pytest.mark.parametrize("arguments", [
    ("report", "bc01", "--period", "quý III/2023", "--out", "{}"), ("receive", "DK01", "hong-bang"),
    ("announce", "so-dau-dinh-ky-2", "--day", "15/9/2023", "--start", "8h00", "--reason", "x"),
])
def test_commands_take_them(arguments, tmp_path):
    command = commands.get_command(CONTEXT, arguments[0])
    command.make_context(arguments[0], [argument.format(tmp_path) for argument in arguments[1:]])


DAYS, HOURS = {"day", "announced_on", "notice_issued_on", "notified_on", "reported_on", "issued_on", "sent_on", "published_on", "due", "updated_on", "corrected_on", "on"}, {"start", "end"}


@pytest.mark.parametrize("command", [verb.name for verb in VERBS])
def test_every_day_and_hour_that_a_telling_asks_is_read_in_peoples_ways(command):
    params = {param.name: param.type for param in commands.get_command(CONTEXT, command).params}
    read = {name: kind.convert("8h30" if name in HOURS else "15/8/2023", None, CONTEXT) for name, kind in params.items() if name in DAYS | HOURS}
    assert read == {name: "08:30" if name in HOURS else date(2023, 8, 15) for name in read} != {}


@pytest.mark.parametrize("named", ["hong-bang/so-dau", "Phường Sở Dầu", "P. Sở Dầu", "so dau"])
def test_a_record_is_begun_for_a_unit_as_people_name_it(named, content):
    assert run_on(content, "new", named, "--kind", "thematic", "--period", "2023-12").exit_code == 0
    assert (content / "dialogues/2023/hong-bang-so-dau-chuyen-de-1.yml").exists()


def all_options() -> list[tuple[str, click.Option]]:
    return [
        (name, option) for name in commands.list_commands(CONTEXT)
        for option in commands.get_command(CONTEXT, name).get_params(CONTEXT) if isinstance(option, click.Option)
    ]


def test_every_option_has_its_words_in_vietnamese():
    assert [(name, option.opts) for name, option in all_options() if not re.search("[à-ỹ]", option.help or "")] == []


def test_the_list_of_commands_cuts_no_sentence():
    shown = commands.get_help(CONTEXT)
    assert "..." not in shown.partition("Commands:")[2] and "trang cũ chỉ được thay khi trang mới đã xong" in " ".join(shown.split())


def test_a_port_that_is_taken_says_what_to_do(tmp_path):
    with socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(AddressTaken, match=r"đang có chương trình khác dùng.*--address 127\.0\.0\.1:\d+"):
            Served(tmp_path, "127.0.0.1", other.getsockname()[1])


IN_NO_REGISTER = "Thư mục này không phải thư mục của sổ: không có {}. Hãy chạy lệnh ở thư mục của sổ"


@pytest.mark.parametrize("name", sorted({name for name, option in all_options() if "--content" in option.opts}))
def test_every_command_says_alike_that_it_runs_in_no_register(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    said = run(name, "--content", "content")
    assert said.stderr.startswith(IN_NO_REGISTER.format("content/ và site_templates/")) and said.exit_code == 2


@pytest.mark.parametrize("typed", [
    "new hong-bang/so-dau --kind thematic --period 2023-12", "due", "build", "build --shell own", "report bc01 --period 2023 --out o", "write o",
])
def test_a_register_without_its_templates_is_none_either(typed, content, monkeypatch):
    monkeypatch.chdir(content.parent)
    said = run(*typed.split())
    assert said.stderr.splitlines()[-1].startswith(IN_NO_REGISTER.format("site_templates/")) and said.exit_code == 1


@pytest.mark.parametrize("number, path", [(errno.ENOENT, "/gui/bang.xlsx"), (errno.ENOENT, "bang.xlsx"), (errno.ENOSPC, "content/a.yml")])
def test_what_is_wrong_with_another_file_or_otherwise_is_no_matter_of_the_folder(number, path, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit), problems_told():
        raise OSError(number, os.strerror(number), path)
    assert f"Không đọc hoặc ghi được {path}: " in capsys.readouterr().err


@pytest.mark.parametrize("number", [errno.ENOENT, errno.EACCES, errno.ENOSPC, errno.EIO])
def test_what_the_system_refuses_is_told_without_its_number(number, capsys):
    with pytest.raises(SystemExit), problems_told():
        raise OSError(number, os.strerror(number), "sổ.yml")
    said = capsys.readouterr().err
    assert "sổ.yml: " in said and "Errno" not in said and str(number) not in said


def test_a_mistake_of_the_programs_is_a_sentence_and_a_file(tmp_path):
    program = "import generator.commands.cli as cli\ncli.commands = lambda: {}['không có']\ncli.main()"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, cwd=ROOT, env=os.environ | {"TMPDIR": str(tmp_path)}, check=False,
    )
    (kept,) = Path(tmp_path).glob("dialogues-*.txt")
    assert (done.returncode, b"Traceback" in done.stderr, str(kept).encode() in done.stderr) == (1, False, True)
    assert "KeyError" in kept.read_text("utf-8")
