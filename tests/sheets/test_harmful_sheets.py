"""A file that could harm or hide is refused with a reason."""

from __future__ import annotations

import pytest

from tests.folders import files_of
from tests.sheets.harmful import HARMFUL, part_of, rewritten
from tests.sheets.sendings import thematic


@pytest.mark.parametrize("name", HARMFUL)
def test_a_file_that_could_harm_or_hide_is_refused_with_a_reason(imported, content, tmp_path, name):
    before = files_of(content)
    harm, said = HARMFUL[name]
    result = imported(harm(thematic(tmp_path)), "--apply")
    assert (result.exit_code, type(result.exception), files_of(content)) == (1, SystemExit, before), result.output
    assert said in result.output


PARTS = ["xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml", "xl/_rels/workbook.xml.rels", "docProps/core.xml"]


@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_ends_in_the_middle_is_told_as_a_damaged_file(imported, tmp_path, part):
    sheet = thematic(tmp_path)
    result = imported(rewritten(sheet, **{part: part_of(sheet, part)[:-20]}))
    assert (result.exit_code, type(result.exception), "tệp bị hỏng" in result.output) == (1, SystemExit, True)


@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_only_the_second_parser_refuses_is_told_as_a_damaged_file(imported, tmp_path, part):
    sheet = thematic(tmp_path)
    whole = part_of(sheet, part)
    end = whole.rindex(b"</")
    result = imported(rewritten(sheet, **{part: whole[:end] + b"<a>" * 5000 + b"</a>" * 5000 + whole[end:]}))
    assert (result.exit_code, type(result.exception), "tệp bị hỏng" in result.output) == (1, SystemExit, True)
