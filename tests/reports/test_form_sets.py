"""Each period reports with the forms of its own law: which there are, what they show and to whom they go are data."""

from __future__ import annotations

import io
import re
from dataclasses import fields
from datetime import date

import docx
import pytest

from generator.commands.options import problems_told
from generator.model import Level, Report, Unit, UnitFile
from generator.reports import NoReport
from generator.reports.annual import DistrictYear
from generator.reports.letter import letter_docx
from generator.reports.plans import CommunePlan, DistrictPlan
from generator.reports.results import HeldDialogue, OpinionHandled
from generator.site.form_sets import read_form_set
from generator.site.site import Site
from tests.builders import a_commune, a_district, a_held_dialogue, a_site, rules_of_2025, some_rules
from tests.places import TEMPLATES
from tests.record_parts import a_conclusion
from tests.reports.making import column, made, total

CUT_OFF = "2025-12-31"
FORMS = TEMPLATES / "forms"


def a_ward(id: str, name: str) -> Unit:
    return Unit(id, Level.COMMUNE, None, UnitFile(id=id, level="commune", name=name, type="phường", exists_from="2025-07-01"))


@pytest.fixture
def two_tier() -> Site:
    """After the reform: two wards of the city, of which one has held a dialogue and published its result in time; before it
    a ward of a district had held one too."""
    rules = rules_of_2025()
    [law] = rules.periods
    return a_site(
        a_held_dialogue("truoc", "2025-03-10", year=2025),
        a_held_dialogue("sau", "2025-09-10", year=2025, unit="hong-an", conclusion=a_conclusion(published_on="2025-09-15")),
        units=[
            a_district(exists_until="2025-06-30"), a_commune(exists_until="2025-06-30"),
            a_ward("hong-an", "Phường Hồng An"), a_ward("le-chan", "Phường Lê Chân"),
        ],
        rules=[rules.model_copy(update={"periods": (law.model_copy(update={"forms": "luat-72"}),)})], today=date(2026, 1, 5),
    )


def test_a_two_tier_citys_year_has_a_row_for_each_commune_and_no_column_of_districts(two_tier):
    sheet = made(two_tier, "BC03", CUT_OFF)
    assert column(sheet, "unit") == ["Phường Hồng An", "Phường Lê Chân"]
    assert not [column.field for column in sheet.columns if column.field and column.field.startswith("district")]
    assert (total(sheet, "done"), total(sheet, "owed"), total(sheet, "periodic")) == (2, 4, 1)


def test_results_are_counted_as_published_where_the_law_asks_for_that(two_tier):
    sheet = made(two_tier, "BC03", CUT_OFF)
    assert (total(sheet, "conclusions_published"), total(sheet, "conclusions_published_in_time")) == (1, 1)


def test_the_first_part_of_the_year_is_reported_up_to_its_last_day_with_its_own_forms(two_tier):
    sheet = made(two_tier, "BC03", "2025-06-30")
    assert (column(sheet, "unit"), column(sheet, "done")) == (["Quận Hồng Bàng"], [2])
    assert "district_party_owed" in [column.field for column in sheet.columns]


def test_a_form_that_the_period_has_not_is_refused_with_those_it_has(two_tier):
    with pytest.raises(NoReport, match="DK02, BC01, BC02, BC03; đang ghi 'DK01'"):
        made(two_tier, "DK01", CUT_OFF)


def test_a_plan_names_the_communes_of_its_period_alone(two_tier):
    assert column(made(two_tier, "DK02", CUT_OFF), "unit") == ["Phường Hồng An", "Phường Lê Chân"]
    assert column(made(two_tier, "DK02", "2025-06-30"), "unit") == ["Phường Sở Dầu, quận Hồng Bàng"]


@pytest.mark.parametrize(
    ("period", "addressee", "said"),
    [
        (CUT_OFF, "- Ban Tuyên giáo và Dân vận Thành ủy,", "Kết quả đối thoại đã công khai: 1"),
        ("2025-06-30", "- Ban Dân vận Thành ủy,", "Cấp huyện: Bí thư"),
    ],
)
def test_the_letter_goes_to_the_addressee_of_the_period(two_tier, period, addressee, said):
    letter = docx.Document(io.BytesIO(letter_docx(made(two_tier, "BC03", period))))
    texts = [paragraph.text for paragraph in letter.paragraphs]
    texts += [part.text for table in letter.tables for row in table.rows for cell in row.cells for part in cell.paragraphs]
    assert addressee in texts
    assert said in "\n".join(texts)


def test_a_report_is_called_as_the_forms_of_its_day_call_it(two_tier):
    plans_by_law = some_rules(2026, forms="luat-72")
    site = a_site(rules=[some_rules(2025), plans_by_law], today=date(2026, 2, 1))
    assert [site.report_name(Report.REGISTRATION, year) for year in (2025, 2026)] == [
        "kế hoạch, đăng ký (DK01, DK02)", "kế hoạch, đăng ký (DK02)",
    ]


@pytest.mark.parametrize("templates, name, missing", [
    (TEMPLATES, "luat-99", "forms/luat-99/set.yml"), (TEMPLATES / "no-register", None, "no-register/forms/set.yml"),
])
def test_a_set_that_is_not_there_is_told_as_every_missing_file_is(templates, name, missing, capsys):
    with pytest.raises(SystemExit), problems_told():
        read_form_set(templates, name)
    told = capsys.readouterr().err
    assert f"{missing}: không có tệp hoặc thư mục này; hãy xem lệnh có chạy ở thư mục của sổ không" in told


def test_every_field_of_a_row_has_a_column_in_a_form():
    """But for two figures that an office's own set may show."""
    rows = (DistrictPlan, CommunePlan, HeldDialogue, OpinionHandled, DistrictYear)
    columns = {name for form in FORMS.rglob("*.yml") for name in re.findall(r"field: (\w+)", form.read_text("utf-8"))}
    filled = {field.name for row in rows for field in fields(row)}
    assert filled - columns == {"conclusions_overdue", "conclusions_publish_overdue"}
