"""What is asked of a row stands in a column that a form has."""

from __future__ import annotations

import re

from generator.sheets.layouts import read_forms
from generator.sheets.wanted import COLUMNS_OF_FIELDS
from tests.places import ROOT, TEMPLATES

COLUMNS = {column.field for form in read_forms(TEMPLATES) for column in form.columns}
ASKED = re.compile(r'cells\.(?:given|needed|has|ask)\("(\w+)"')


def test_every_cell_that_is_asked_for_has_its_column():
    """One without is as if each office had left it empty."""
    asked = {name for module in (ROOT / "generator/sheets").glob("*.py") for name in ASKED.findall(module.read_text("utf-8"))}
    assert len(asked) > 20 and asked - COLUMNS == set()


def test_every_problem_of_a_field_is_told_at_a_column_that_there_is():
    assert set(COLUMNS_OF_FIELDS.values()) - COLUMNS == set()
