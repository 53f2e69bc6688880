"""The Word text that goes with a form."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import pytest

from generator.consequences.states import Status
from generator.keeping.observed_day import ObservedDay
from generator.reports import NoReport
from generator.reports.letter import letter_docx
from generator.site.site import Site
from tests.builders import a_commune, a_district, a_held_dialogue, a_register, a_site
from tests.reports.making import AS_OF, PEOPLE, made


def letter_text(letter: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(letter)).paragraphs)


def test_the_text_that_goes_with_the_annual_report_has_its_figures(city):
    total = city.progress(2023).total
    words = f"{total.done} trên {total.owed} người đứng đầu cấp ủy, chính quyền đã đối thoại, đạt {total.percent}%."
    assert words in letter_text(letter_docx(made(city, "BC03")))


def test_the_text_says_what_its_sums_leave_out_in_the_words_of_the_sheet(city):
    sheet = made(city, "BC03")
    text = letter_text(letter_docx(sheet))
    assert sheet.notes and "\n".join(["Ghi chú số liệu, theo cột của biểu BC03:", *sheet.notes]) in text


def test_the_text_has_no_notes_where_nothing_is_left_out():
    counted = {"total": 1, "answered_at_meeting": 1, "answered_later": 0, "passed_up": 0}
    site = a_site(a_held_dialogue("a", held={"attendance": [PEOPLE], "opinions": counted}))
    assert "Ghi chú" not in letter_text(letter_docx(made(site, "BC03")))


def test_the_commitments_of_the_text_add_up(city):
    (line,) = re.findall(r"^4\. Cam kết: (.*)", letter_text(letter_docx(made(city, "BC03"))), re.MULTILINE)
    held = [view for view in city.views.by_year[2023] if view.status == Status.HELD]
    assert sum(map(int, re.findall(r"\d+", line))) == sum(len(view.dialogue.commitments) for view in held)


def test_the_same_records_give_the_same_text_whenever_it_is_written(city):
    letter = letter_docx(made(city, "BC03"))
    assert {part.date_time for part in zipfile.ZipFile(io.BytesIO(letter)).infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert letter == letter_docx(made(city, "BC03"))


def test_a_form_without_a_template_has_no_text_to_go_with_it():
    assert letter_docx(made(a_site(), "BC01")) is None


def test_a_hostile_name_stays_text_in_the_letter():
    units = [a_district(name="Quận <w:b/>{{ x }} & Con", type="quận"), a_commune()]
    own = letter_docx(made(a_site(units=units), "BC03", unit="hong-bang"))
    assert "QUẬN ỦY <W:B/>{{ X }} & CON" in docx.Document(io.BytesIO(own)).tables[0].cell(0, 0).text


def test_a_template_that_asks_for_what_is_not_there_is_refused(templates):
    template = docx.Document()
    template.add_paragraph("{{ so_lieu }}")
    template.save(templates / "forms/BC03.docx")
    with pytest.raises(NoReport, match=r"forms/BC03\.docx: 'so_lieu' is undefined"):
        letter_docx(made(Site(a_register(), ObservedDay(AS_OF), templates), "BC03"))
