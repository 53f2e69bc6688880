"""The clerks' handbook: every command line and every record in it is run, and its list of messages is what `check` says."""

from __future__ import annotations

import ast
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import date
from http.client import HTTPConnection
from pathlib import Path
from typing import Iterator

import click
import pytest
import yaml

from generator.checks import check
from generator.commands.cli import commands
from generator.editing.merging import merged
from generator.model import PeriodKind, types
from generator.model.addresses import HANDBOOK, HANDBOOK_MESSAGES
from generator.reading.problems import Problem
from generator.reading.record_files import MOST_BYTES
from generator.reading.records import read_records
from tests.checks.messages_page import PAGES as PAGES_OF_MESSAGES
from tests.checks.messages_page import messages_pages
from tests.checks.rule_modules import MODULES, all_rules
from tests.checks.test_invalid import AS_OF, CASES, laid_over_golden, problems_of
from tests.folders import fill, write_yaml
from tests.git import committed
from tests.places import CONTENT, GOLDEN, INVALID, OWN, ROOT
from tests.ports import free_port
from tests.run_command import run
from tests.sheets.offices import BC01, BC02, DK01, DK02, a_plan, a_result, a_sheet, an_opinion

PAGES = CONTENT / "pages"
FOLDER = PAGES / HANDBOOK
MESSAGES = [FOLDER / name for name in PAGES_OF_MESSAGES]
WRITTEN = sorted(path for path in FOLDER.glob("*.md") if path not in MESSAGES)
ADVICE = INVALID / "what-to-do.yml"
BLOCK = re.compile(r"(?:^Tệp `(?P<path>\S+)`\n\n)?^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
FOR_MAINTAINERS = {"start", "reform", "write", "merge", "join", "inbox", "restore"}
CONTEXT = click.Context(commands)


@dataclass(frozen=True)
class Block:
    """Commands with the day on which they are typed, or a record with its path."""

    kind: str
    text: str
    path: str | None = None

    @property
    def day(self) -> date:
        day, month, year = map(int, re.match(r"# Ngày (\d+)/(\d+)/(\d{4})\n", self.text).groups())
        return date(year, month, day)

    @property
    def lines(self) -> list[str]:
        return [line for line in self.text.splitlines() if not line.startswith("#")]


def blocks(page: Path) -> list[Block]:
    return [Block(found["kind"], found["text"], found["path"]) for found in BLOCK.finditer(page.read_text("utf-8"))]


@pytest.fixture
def city(tmp_path, monkeypatch) -> Path:
    """A city that begins: the program, the golden units and rules, no dialogue yet, and what districts have sent."""
    for name in ("generator", "site_templates"):
        (tmp_path / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    shutil.copytree(GOLDEN, tmp_path / "content", ignore=shutil.ignore_patterns("dialogues", "documents"))
    plan = ["Phường Sở Dầu", "tháng 8", "tháng 8", "Chung", "Trật tự đô thị", None, None]
    a_sheet(tmp_path / "dk01-hong-bang.xlsx", DK01, a_plan(), a_plan(kind="Chuyên đề", topic="Đất đai"))
    a_sheet(tmp_path / "dk02-hong-bang.xlsx", DK02, plan)
    a_sheet(tmp_path / "bc01-hong-bang.xlsx", BC01, a_result(), title="BÁO CÁO NĂM 2023")
    a_sheet(tmp_path / "bc02-hong-bang.xlsx", BC02, an_opinion(), title="BÁO CÁO NĂM 2023")
    a_sheet(tmp_path / "khong-ten.xlsx", BC01, a_result(unit="Phường Hạ Lý"), office="", title="", dated="")
    (tmp_path / "ket-luan.txt").write_text("Giao UBND phường lắp đèn chiếu sáng.\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    committed(tmp_path, "content")
    return tmp_path


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.stem)
def test_every_command_and_every_record_works_in_its_order(page, city):
    today = date.min
    for block in blocks(page):
        if block.kind == "sh":
            assert block.day >= today, "the days of a page are in order"
            today = block.day
            for line in block.lines:
                run_line(line, today)
        elif block.kind == "yaml":
            fill(city, {block.path: block.text})
            assert [str(problem) for problem in check(read_records(city / "content"), max(today, date(2023, 9, 15)))] == []


def test_every_way_to_write_a_period_is_told_of():
    table = (FOLDER / "viec-va-lenh.md").read_text("utf-8").split("| Dự kiến | Ghi |")[1].split("\n\n")[0]
    assert {types.parsed_period(written).kind for written in re.findall(r"`(.+?)`", table)} == set(PeriodKind)


def run_line(line: str, today: date) -> None:
    program, *arguments = shlex.split(line)
    assert program == "dialogues", line
    if arguments == ["serve"]:
        serve(today)
        return
    result = run(*arguments, "--as-of", today)
    assert result.exit_code == 0, f"{line}\n{result.output}"


def serve(today: date) -> None:
    """At a free place, until it has answered once."""
    port = free_port()
    program = (sys.executable, "-c", "from generator.__main__ import main; main()", "serve")
    with subprocess.Popen(
        [*program, "--as-of", str(today), "--address", f"127.0.0.1:{port}"], env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as serving:
        try:
            assert answers(port, serving)
        finally:
            serving.terminate()


def answers(port: int, serving: subprocess.Popen) -> bool:
    while serving.poll() is None:
        connection = HTTPConnection("127.0.0.1", port, timeout=30)
        try:
            connection.request("GET", "/")
            return connection.getresponse().status == 200
        except ConnectionError:
            time.sleep(0.2)
        finally:
            connection.close()
    return False


def test_every_block_is_one_that_is_run():
    kinds = {block.kind for page in WRITTEN for block in blocks(page)}
    nameless = [block.text for page in WRITTEN for block in blocks(page) if block.kind == "yaml" and not block.path]
    fences = sum(page.read_text("utf-8").count("\n```") for page in WRITTEN)
    assert (kinds, nameless, fences) == ({"sh", "yaml", "text"}, [], 2 * sum(len(blocks(page)) for page in WRITTEN))


def test_a_conflict_is_shown_as_it_is_marked():
    shown = [block.text for page in WRITTEN for block in blocks(page) if block.kind == "text"]
    topics = (f"topic: {topic}\n" for topic in ("Vệ sinh môi trường", "Vệ sinh đường phố", "Vệ sinh chợ"))
    assert [text.strip() for text in shown] == [merged(*topics).text.strip()]


def test_every_command_of_a_clerk_is_shown():
    shown = {shlex.split(line)[1] for page in WRITTEN for block in blocks(page) if block.kind == "sh" for line in block.lines}
    assert set(commands.list_commands(CONTEXT)) - shown == FOR_MAINTAINERS


def test_what_is_named_within_a_sentence_is_there_too():
    options = {option for name in commands.list_commands(CONTEXT) for made in commands.get_command(CONTEXT, name).params for option in made.opts}
    spoken = [code for page in (*WRITTEN, *MESSAGES) for code in re.findall(r"(?<!`)`([^`\n]+)`(?!`)", page.read_text("utf-8"))]
    named = {code.split()[1] for code in spoken if code.startswith("dialogues ")}
    assert named - set(commands.list_commands(CONTEXT)) == set()
    assert {code for code in spoken if re.match("--[a-z]", code)} - options - {"--help"} == set()


@pytest.mark.skipif(CONTENT != OWN, reason="a register of its own has a page of its own year")
def test_every_deadline_of_the_guidance_stands_in_the_year():
    rules = yaml.load((CONTENT / "rules/2023.yml").read_text("utf-8"), yaml.BaseLoader)
    named = {name: days for name, days in rules["deadlines"].items() if name != "basis"}
    days = [date.fromisoformat(day) for value in named.values() for day in ([value] if isinstance(value, str) else value)]
    page = (FOLDER / "mot-nam.md").read_text("utf-8")
    office = [f"{day.day:02}/{day.month}" if day.day < 10 else f"{day.day}/{day.month}" for day in days]
    assert [day for day in office if day not in page] == []


@pytest.fixture(scope="module")
def problems(tmp_path_factory) -> list[Problem]:
    """What `check` says of every broken register there is; of each rule, the case that is named after it comes first."""
    found: list[Problem] = []
    for case in CASES:
        content = laid_over_golden(case, tmp_path_factory.mktemp("case"))
        if case.name == "one-awful-record":
            (content / "dialogues/2023/lon.yml").write_bytes(b"#" * (MOST_BYTES + 1))
        found += sorted(problems_of(content), key=lambda problem: not case.name.startswith(problem.rule))
    names = [case.name for case in CASES]
    return sorted(found, key=lambda problem: not any(name.startswith(problem.rule) for name in names))


def test_the_list_of_messages_is_what_check_says(problems, compare):
    for name, page in messages_pages(problems, ADVICE).items():
        compare(FOLDER / name, page.encode())


def test_the_form_leads_to_the_page_of_messages_of_dialogues():
    assert (PAGES / HANDBOOK_MESSAGES).with_suffix(".md") == MESSAGES[0]


def test_every_rule_is_explained_and_no_other():
    told = [rule for page in MESSAGES for rule in re.findall(r"^### .* \{ #([a-z0-9-]+) \}$", page.read_text("utf-8"), re.MULTILINE)]
    assert sorted(told) == sorted(all_rules())


def sentences() -> Iterator[str]:
    """Pieces of Vietnamese text in the modules that find problems: those that a message can be put together from."""
    for module in (types, *MODULES):
        tree = ast.parse(Path(module.__file__).read_text("utf-8"))
        about = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if id(node) in about:
                continue
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(r"[^\n\\]*[à-ỹ].* .*", node.value):
                yield node.value.strip(" ;:(")


def test_no_message_in_the_program_is_left_out(problems):
    said = "\n".join(problem.sentence for problem in problems)
    assert [sentence for sentence in sentences() if sentence not in said] == []


def right_examples() -> dict[str, dict[str, str]]:
    advice = yaml.load(ADVICE.read_text("utf-8"), yaml.BaseLoader)
    return {rule: entry for rule, entry in advice.items() if "right" in entry}


@pytest.mark.parametrize("rule", right_examples())
def test_what_is_shown_as_right_is_right(rule, content):
    entry = right_examples()[rule]
    right = yaml.load(entry["right"], yaml.BaseLoader)
    if entry.get("of") == "submissions":
        record, fields = content / "submissions/2023.yml", right
    elif entry.get("of") == "rules":
        record = content / "rules/2023.yml"
        fields = yaml.load(record.read_text("utf-8"), yaml.BaseLoader) | right
    else:
        record = content / "dialogues/2023/thu.yml"
        fields = {"unit": "hong-bang/ha-ly", "kind": "periodic", "presided_by": ["government"]} | right
        if not fields.keys() & {"registration", "schedule", "held"}:
            fields["held"] = {"day": "2023-08-15"}
    write_yaml(record, fields)
    assert [str(problem) for problem in check(read_records(content), AS_OF)] == []
