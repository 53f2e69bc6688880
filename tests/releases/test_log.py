"""The log: a line a release, each with the digest of the line before."""

from __future__ import annotations

import json
import subprocess
from datetime import date
from typing import get_args

import pytest
from jsonschema import Draft202012Validator

from generator.commands.shells import SHELLS
from generator.publications import releases
from generator.publications.releases import Release, Shell
from generator.releases.log import EMPTY, LaterLog, Log, NoLine, NotALog, line_of, read_log
from tests.builders import a_site


def a_log(lines: int = 3) -> Log:
    log = EMPTY
    for number in range(1, lines + 1):
        log = log.with_line(Release(
            number=number, as_of=date(2023, 9, number), files=7, sums="a" * 64, promises="b" * 64, records="c" * 40, program=None,
            lock="d" * 64, previous=log.digest_before_next(),
        ))
    return log


def test_a_log_is_read_as_it_was_written():
    assert read_log(a_log().text) == a_log()


def test_a_line_that_names_a_shell_follows_those_that_named_none():
    log = a_log(2)
    last = log.last.model_copy(update={"number": 3, "shell": "own", "previous": log.digest_before_next()})
    longer = log.with_line(last)
    assert b"shell" not in log.text and b'"shell":"own"' in line_of(last) and read_log(longer.text) == longer


def test_a_shell_is_named_as_commands_are_given_it():
    assert set(get_args(Shell)) == set(SHELLS)


def test_a_line_has_the_digest_that_sha256sum_gives_for_the_one_before():
    first, second = a_log(2).text.splitlines(keepends=True)
    said = subprocess.run(["sha256sum"], input=first, capture_output=True, check=True).stdout.split()[0]
    assert json.loads(second)["previous"] == said.decode()


def test_a_line_keeps_to_the_published_schema():
    [schema] = [file for file in releases.publish(a_site()) if file.address.endswith("/release.schema.json")]
    validator = Draft202012Validator(json.loads(schema.content), format_checker=Draft202012Validator.FORMAT_CHECKER)
    lines = [*a_log().releases, a_log().last.model_copy(update={"shell": "own"})]
    assert [list(validator.iter_errors(json.loads(line_of(line)))) for line in lines] == [[]] * 4


def test_the_published_schema_admits_what_a_later_line_may_tell():
    [schema] = [file for file in releases.publish(a_site()) if file.address.endswith("/release.schema.json")]
    assert Draft202012Validator(json.loads(schema.content)).is_valid({**json.loads(line_of(a_log().last)), "more": 1})


class TestALogIsRefused:
    @pytest.mark.parametrize(("change", "said"), [
        (lambda lines: lines[1:], "dòng 1 là lần phát hành số 2"),
        (lambda lines: [lines[0], lines[2]], "dòng 2 là lần phát hành số 3"),
        (lambda lines: [lines[0], lines[0], lines[1]], "dòng 2 là lần phát hành số 1"),
        (lambda lines: [lines[0].replace(b"aa", b"ab", 1), *lines[1:]], "dòng 2 không nối vào dòng trước"),
        (lambda lines: [lines[0], b"\n", *lines[1:]], "dòng 2 không phải là một lần phát hành"),
        (lambda lines: [*lines[:2], lines[2].rstrip(b"\n")], "dòng 3 không đúng từng chữ"),
        (lambda lines: [*lines[:2], lines[2].replace(b",", b", ")], "dòng 3 không đúng từng chữ"),
        (lambda lines: [lines[0].replace(b"}", b',"more":1}')], "dòng 1 không phải là một lần phát hành"),
        (lambda lines: [lines[0].replace(b"}", b',"shell":null}')], "dòng 1 không đúng từng chữ"),
        (lambda lines: [], "không có lần phát hành nào"),
        (lambda lines: [b"<!doctype html>\n"], "dòng 1 không phải là một lần phát hành"),
    ])
    def test_where_a_line_is_changed_missing_or_put_between(self, change, said):
        with pytest.raises(NotALog, match=said):
            read_log(b"".join(change(a_log().text.splitlines(keepends=True))))

    @pytest.mark.parametrize(("line", "kind"), [
        (b'{"number":1}\n', NotALog), (b'{"number":1,"more":1}\n', NotALog), (b'{"number":1\n', NotALog),
        (b"<!doctype html>\n", NoLine),
    ])
    def test_as_what_it_is(self, line, kind):
        with pytest.raises(NotALog) as refused:
            read_log(line)
        assert refused.type is kind

    def test_as_that_of_no_program_where_a_line_is_longer_than_any_tells(self):
        with pytest.raises(NotALog, match=r"dòng 3 không phải là một lần phát hành$") as refused:
            read_log((b',"more":"' + b"a" * 64 * 1024 + b'"}').join(a_log().text.rsplit(b"}", 1)))
        assert refused.type is NotALog

    @pytest.mark.parametrize("added", [b',"more":1}', b',"shell":"third"}'])
    def test_as_that_of_a_later_program_where_only_what_is_added_is_odd(self, added):
        with pytest.raises(LaterLog, match=r"dòng 3 .* có lẽ do chương trình mới hơn ghi"):
            read_log(added.join(a_log().text.rsplit(b"}", 1)))

    def test_where_the_first_line_follows_another(self):
        with pytest.raises(NotALog, match="không nối"):
            read_log(line_of(a_log().releases[0].model_copy(update={"previous": "e" * 64})))


def test_a_log_continues_one_that_it_holds_and_no_other():
    assert a_log(3).continues(a_log(2)) and not a_log(2).continues(a_log(3))
