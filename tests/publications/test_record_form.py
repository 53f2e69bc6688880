"""The form that writes a record, as it stands on the page."""

from __future__ import annotations

from generator.publications import record_form
from tests.builders import a_site


def test_its_examples_name_no_place_that_another_province_does_not_have():
    [page] = [page for page in record_form.publish(a_site()) if page.address == "lap-ban-ghi/"]
    assert 'placeholder="Hội trường UBND"' in page.body and 'placeholder="Hội trường UBND phường' not in page.body
