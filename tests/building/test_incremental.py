"""What a build leaves out because an earlier one has made it is byte for byte what it would have made."""

from __future__ import annotations

import random
import shutil
from datetime import date, timedelta

import pytest

from generator.building.changed_addresses import changed_addresses
from generator.reading.problems import InvalidRegister
from tests.building.happenings import (
    HAPPENINGS,
    a_record_is_added,
    a_record_is_gone,
    a_topic_is_rewritten,
    one_is_put_off_into_a_year_without_rules,
)
from tests.building.workshop import Workshop
from tests.folders import files_of

pytestmark = pytest.mark.slow
ROUNDS = 20


@pytest.mark.parametrize("seed", [2])
def test_after_anything_that_happens_the_site_is_that_of_a_build_from_nothing(workshop: Workshop, seed: int):
    chance = random.Random(seed)
    happened: list[str] = []
    for happening in chance.sample([*HAPPENINGS, a_topic_is_rewritten, one_is_put_off_into_a_year_without_rules], ROUNDS):
        happening(workshop, chance)
        happened.append(happening.__name__)
        workshop.build()
        assert files_of(workshop.site) == workshop.from_nothing(), happened


def test_what_has_not_changed_keeps_its_time_and_the_rest_is_listed(workshop: Workshop):
    times = {path: path.stat().st_mtime_ns for path in workshop.site.rglob("*.*")}
    a_record_is_added(workshop, random.Random(1))
    built = workshop.build()
    changed = changed_addresses(built.before, built.after)
    written = {
        path.relative_to(workshop.site).as_posix().removesuffix("index.html")
        for path in workshop.site.rglob("*.*") if times.get(path) != path.stat().st_mtime_ns
    }
    assert "lich/hong-bang/ha-ly.ics" not in changed and "quan-huyen/hong-bang/ha-ly/" in changed
    assert written == set(changed)


def test_a_new_day_remakes_what_it_changes_and_nothing_else(workshop: Workshop):
    """A page that no later day changes names no day; every other names the one that it is true for."""
    times = {path: path.stat().st_mtime_ns for path in workshop.site.rglob("*.*")}
    for days in (1, 30, 400):
        workshop.as_of = date(2023, 9, 15) + timedelta(days=days)
        built = workshop.build()
        files = files_of(workshop.site)
        assert files == workshop.from_nothing()
        for part in built.after.parts.values():
            for page in part.pages:
                names_it = f'<time datetime="{workshop.as_of}" data-as-of'.encode() in files[f"{page.address}index.html"]
                assert names_it == (part.last is not None), page.address
        still = [path for part in built.after.parts.values() if part.last is None for path in part.files]
        assert [path for path in still if path.startswith("doi-thoai/")]
    kept = {path for path in workshop.site.rglob("*.*") if times.get(path) == path.stat().st_mtime_ns}
    on_both = [part for part in built.before.parts.values() if part.holds_on(date(2023, 9, 15)) and part.holds_on(workshop.as_of)]
    assert kept >= {workshop.site / path for part in on_both for path in part.files}


def test_what_is_gone_from_the_records_is_gone_from_the_site_and_from_the_one_after(workshop: Workshop):
    a_record_is_added(workshop, random.Random(1))
    workshop.build()
    a_record_is_gone(workshop, random.Random(1))
    for _ in range(2):
        workshop.build()
        assert files_of(workshop.site) == workshop.from_nothing()
        assert {path for path in workshop.site.rglob("*") if path.is_dir() and not any(path.iterdir())} == set()
        a_topic_is_rewritten(workshop, random.Random(2))


def test_a_file_beside_the_pages_becomes_a_folder_and_a_file_again(workshop: Workshop):
    place = workshop.content / "pages/van-ban.pdf"
    for number in range(3):
        if number % 2:
            place.unlink()
            place.mkdir()
            (place / "index.md").write_text("# Văn bản\n\nLời dẫn.\n", "utf-8")
        else:
            shutil.rmtree(place, ignore_errors=True)
            place.write_bytes(b"%PDF-1.4")
        workshop.build()
        assert files_of(workshop.site) == workshop.from_nothing()


def test_a_build_of_nothing_new_leaves_the_folder_itself_alone(workshop: Workshop):
    before = workshop.site.stat()
    assert workshop.build().before is not None
    assert workshop.site.stat().st_ino == before.st_ino


def a_unit_is_gone_before(workshop: Workshop) -> None:
    workshop.edit("content/units/hong-bang.yml", r"( +)(name: Phường Sở Dầu\n)", r"\1\2\1exists_until: 2020-01-01\n")


def its_unit_is_gone_and_its_id_is_used_in_an_earlier_year(workshop: Workshop) -> None:
    a_unit_is_gone_before(workshop)
    shutil.copy(workshop.content / "dialogues/2023/so-dau-thanh-nien.yml", workshop.content / "dialogues/2022")


def its_unit_is_gone_and_its_id_is_used_in_a_later_year(workshop: Workshop) -> None:
    a_unit_is_gone_before(workshop)
    workshop.rule(2024)
    (workshop.content / "dialogues/2024").mkdir()
    shutil.copy(workshop.content / "dialogues/2023/so-dau-thanh-nien.yml", workshop.content / "dialogues/2024")


def it_is_the_day_before(workshop: Workshop) -> None:
    workshop.as_of = date(2023, 2, 1)


def a_document_is_gone(workshop: Workshop) -> None:
    next(path for path in workshop.content.glob("documents/*/*/*")).unlink()


@pytest.mark.parametrize("happening", [
    a_unit_is_gone_before, its_unit_is_gone_and_its_id_is_used_in_an_earlier_year,
    its_unit_is_gone_and_its_id_is_used_in_a_later_year, it_is_the_day_before, a_document_is_gone,
])
def test_a_sound_record_is_refused_once_something_beside_it_no_longer_goes_with_it(workshop: Workshop, happening):
    happening(workshop)
    with pytest.raises(InvalidRegister) as refused:
        workshop.build()
    with pytest.raises(InvalidRegister) as refused_from_nothing:
        workshop.from_nothing()
    assert str(refused.value) == str(refused_from_nothing.value)


def test_a_year_that_was_away_is_asked_again_when_it_is_back(workshop: Workshop):
    """It is sound by itself as it was, but the day and the units may have become others meanwhile."""
    away = workshop.folder / "away"
    shutil.move(workshop.content / "dialogues", away)
    documents = workshop.folder / "documents"
    shutil.move(workshop.content / "documents", documents)
    workshop.as_of = date(2023, 2, 1)
    workshop.build()
    shutil.move(away, workshop.content / "dialogues")
    shutil.move(documents, workshop.content / "documents")
    with pytest.raises(InvalidRegister, match="fact-is-not-in-the-future"):
        workshop.build()


def test_the_list_of_units_names_the_day_that_its_counts_are_true_for(workshop: Workshop):
    named = f'<time datetime="{workshop.as_of}" data-as-of'
    assert named in (workshop.site / "quan-huyen/index.html").read_text("utf-8")


OWED = """\
unit: hong-bang/trai-chuoi
kind: thematic
presided_by: [party]
topic: Chợ
held: {day: 2023-05-10}
commitments:
  - id: 1
    text: Sửa mái chợ
    agency: UBND phường
"""
NEW_WARD = """\
name: Phường Mới
type: phường
level: commune
exists_from: 2023-07-01
predecessors: [hong-bang/trai-chuoi]
"""


def test_the_pages_of_a_unit_change_with_the_records_of_those_before_it(workshop: Workshop):
    """Elsewhere in the city, and also in a year that has passed since."""
    record = workshop.content / "dialogues/2023/trai-chuoi-cho.yml"
    record.write_text(OWED, "utf-8")
    (workshop.content / "units/phuong-moi.yml").write_text(NEW_WARD, "utf-8")
    (workshop.content / "units/phuong-khac.yml").write_text(NEW_WARD.partition("predecessors")[0].replace("Mới", "Khác"), "utf-8")
    for day in (date(2023, 9, 15), date(2024, 2, 1)):
        workshop.as_of = day
        workshop.build()
        taken_over = f"taken_over_by: [{{unit: phuong-khac, taken_over_on: {day.isoformat()}, reason: Phân công}}]"
        for text in (OWED.replace("mái chợ", "cổng chợ"), f"{OWED}    {taken_over}\n", OWED):
            record.write_text(text, "utf-8")
            workshop.build()
            files = files_of(workshop.site)
            assert files == workshop.from_nothing()
            for place in ("xa-phuong/phuong-moi/", "cam-ket/xa-phuong/phuong-moi/"):
                assert ("cổng chợ" if "cổng chợ" in text else "mái chợ") in files[f"{place}index.html"].decode()
            shown_there = "Sửa mái chợ" in files["xa-phuong/phuong-khac/index.html"].decode()
            assert shown_there == ("taken_over_by" in text)


def test_on_the_day_of_a_reform_every_page_has_the_new_menu(workshop: Workshop):
    coming = "code: 363\nname: Thành phố Thủy Nguyên\ntype: thành phố\nlevel: district\nexists_from: 2023-10-01\n"
    (workshop.content / "units/thuy-nguyen.yml").write_text(coming, "utf-8")
    workshop.build()
    workshop.as_of = date(2023, 10, 1)
    workshop.build()
    assert files_of(workshop.site) == workshop.from_nothing()


@pytest.mark.parametrize("name, file, page", [
    ("content/pages", "gioi-thieu.md", "gioi-thieu"), ("site_templates/pages", "calendar.html", "lich"),
])
def test_a_folder_that_is_a_link_is_read_anew_where_it_leads_elsewhere_or_what_lies_there_changes(
    workshop: Workshop, name: str, file: str, page: str
):
    link = workshop.folder / name
    first, second = (link.with_name(called) for called in ("first", "second"))
    link.rename(first)
    shutil.copytree(first, second)
    for folder, words in ((first, "Lời thứ nhất"), (first, "Lời thứ hai"), (second, "Lời thứ ba")):
        (folder / file).write_text(f"{(second / file).read_text('utf-8')}\n\n{words}\n", "utf-8")
        link.unlink(missing_ok=True)
        link.symlink_to(folder.name)
        workshop.build()
        assert words in (workshop.site / page / "index.html").read_text("utf-8")
