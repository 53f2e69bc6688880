"""Several registers on one page: each as it was released last, none trusted that its log does not vouch for."""

from __future__ import annotations

import csv
import io
import json
import shutil
from datetime import date
from pathlib import Path
from unicodedata import normalize

import pytest
from jsonschema import Draft202012Validator, validate
from pydantic import ValidationError

from generator.joining import nation, register_states
from generator.joining.nation import Nation, NotSources, Source, join, sources_of
from generator.joining.nation_files import FIGURES, SCHEMA, UPCOMING, nation_files
from generator.joining.published_data import DialoguesFile, ProgressFile
from generator.joining.register_states import Failure
from generator.publications.releases import Release
from generator.releases import copies
from generator.releases.log import line_of
from generator.releases.sums import sum_of, sums_of
from tests.places import TEMPLATES
from tests.releases.sites import copied, hosted, released, served
from tests.releases.test_copies import answering
from tests.run_command import run

DAY = date(2023, 9, 16)
INDEX = "api/v1/index.json"


@pytest.fixture
def released_site(site) -> Path:
    released(site)
    return site


def joined(*places: str, before: Nation | None = None, day: date = DAY) -> Nation:
    return join(sources_of(places), before, day, lambda why: None)


def failure_of(place: str | Path, before: Nation | None = None) -> Failure | None:
    return joined(f"Hải Phòng={place}", before=before).registers[0].failure


def page(nation: Nation) -> str:
    return nation_files(nation, TEMPLATES)["index.html"].decode()


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def vouched_for(site: Path) -> None:
    """With a log whose only line says that the site was released as it is now: by a program that other figures satisfy."""
    sums, promises = sums_of(site), (site / "api/v1/promises.json").read_bytes()
    line = Release(
        number=1, as_of=date(2023, 9, 15), files=len(sums.by_path), sums=sum_of(sums.text), promises=sum_of(promises),
        records=None, program=None, lock=None, previous=None,
    )
    (site / "phat-hanh/releases.jsonl").write_bytes(line_of(line))
    (site / "phat-hanh/SHA256SUMS").write_bytes(sums.text)


def with_index(site: Path, **changed: object) -> Path:
    """Released with another index."""
    index = json.loads((site / INDEX).read_text("utf-8"))
    (site / INDEX).write_text(json.dumps({**index, **changed}), "utf-8")
    vouched_for(site)
    return site


def with_row(site: Path, table: str, **changed: object) -> Path:
    """Released with another first row that it changes."""
    path = next(iter(sorted(site.glob(f"api/v1/{table}-2023.json"))))
    data = json.loads(path.read_text("utf-8"))
    row = next((row for row in data["rows"] if row.get("status") == "scheduled"), data["rows"][0])
    row.update(changed)
    path.write_text(json.dumps(data), "utf-8")
    vouched_for(site)
    return site


class TestARegisterThatCanBeRead:
    def test_is_told_as_it_tells_itself(self, released_site):
        [register] = joined(f"Hải Phòng={released_site}").registers
        progress = json.loads((released_site / "api/v1/progress-2023.json").read_text("utf-8"))
        whole = next(row for row in progress["rows"] if row["cutoff"] == "today" and not (row["district"] or row["level"] or row["post"]))
        [figure] = register.state.figures
        assert (figure.done, figure.owed, figure.day.isoformat()) == (whole["done"], whole["owed"], whole["day"])
        assert figure.basis.startswith("Hướng dẫn") and register.failure is None and register.state.release == 1

    def test_has_its_coming_dialogues_from_the_day_on(self, released_site):
        soon, late = joined(f"a={released_site}"), joined(f"a={released_site}", day=date(2030, 1, 1))
        dialogues = json.loads((released_site / "api/v1/dialogues-2023.json").read_text("utf-8"))["rows"]
        expected = {row["page"] for row in dialogues if row["status"] in ("scheduled", "rescheduled") and row["day"] >= "2023-09-16"}
        assert {one.page for _, one in soon.upcoming()} == expected != set() and late.upcoming() == []

    def test_has_what_is_to_come_on_the_day_of_its_release(self, site):
        nation = joined(f"a={with_row(site, 'dialogues', day='2023-09-15')}", day=date(2023, 9, 15))
        assert nation.upcoming()[0][1].day == date(2023, 9, 15)

    def test_has_what_is_to_come_in_the_next_year_too(self, site):
        data = json.loads((site / "api/v1/dialogues-2023.json").read_text("utf-8"))
        row = next(row for row in data["rows"] if row["status"] == "scheduled")
        (site / "api/v1/dialogues-2024.json").write_text(json.dumps({**data, "rows": [{**row, "day": "2024-01-10"}]}), "utf-8")
        files = json.loads((site / INDEX).read_text("utf-8"))["files"]
        this = next(file for file in files if file["address"].endswith("dialogues-2023.json"))
        next_ = {**this, "year": 2024, "address": this["address"].replace("2023", "2024")}
        nation = joined(f"a={with_index(site, files=[*files, next_])}")
        assert nation.upcoming()[-1][1].day == date(2024, 1, 10)

    def test_is_read_from_an_address_too(self, released_site):
        with served(released_site) as address:
            assert joined(f"a={address}").registers == joined(f"a={released_site}").registers

    def test_counts_nothing_towards_the_whole_where_it_is_a_sample(self, released_site):
        nation = joined(f"a={released_site}")
        assert nation.sample and nation.share(2023).owed == 0 and "dữ liệu mẫu" in page(nation)

    def test_is_added_up_where_it_is_real(self, site, tmp_path):
        other = copied(site, tmp_path / "other")
        with_index(site, sample=False), with_index(other, sample=False, place="Cao Bằng", register_name="Sổ của Cao Bằng")
        nation = joined(f"a={site}", f"b={other}")
        one = nation.registers[0].state.figures[0]
        assert (nation.share(2023).done, nation.share(2023).owed) == (2 * one.done, 2 * one.owed)
        assert f"<strong>{2 * one.done}</strong> trên {2 * one.owed}" in page(nation)

    def test_may_have_more_in_its_data_than_this_program_knows(self, site):
        assert failure_of(with_index(site, version="1.9", new_field={"a": 1})) is None

    def test_may_have_no_periods_as_the_first_versions_had_none(self, site):
        path = site / "api/v1/progress-2023.json"
        data = json.loads(path.read_text("utf-8"))
        for row in data["rows"]:
            del row["period_from"], row["period_until"]
        del data["rules"]["periods"]
        path.write_text(json.dumps(data), "utf-8")
        vouched_for(site)
        [figure] = joined(f"a={site}").registers[0].state.figures
        assert (figure.period_from, figure.period_until) == (date(2023, 1, 1), date(2023, 12, 31))


class TestARegisterThatCannotBeRead:
    def test_is_named_with_why_and_since_when(self, tmp_path):
        (tmp_path / "empty").mkdir()
        first = joined(f"Hải Phòng={tmp_path / 'empty'}")
        later = joined(f"Hải Phòng={tmp_path / 'empty'}", before=first, day=date(2023, 9, 20))
        [register] = later.registers
        assert (register.failure, register.failed_since, register.state) == (Failure.NOT_RELEASED, DAY, None)
        assert "trang của sổ chưa có nhật ký phát hành, nên chưa kiểm chứng được, từ ngày 16/9/2023" in page(later)

    def test_keeps_its_last_verified_state_with_its_day(self, released_site, tmp_path):
        first = joined(f"Hải Phòng={released_site}")
        later = joined(f"Hải Phòng={tmp_path / 'gone'}", before=first, day=date(2023, 9, 20))
        [register] = later.registers
        assert register.state == first.registers[0].state and register.failed_since == date(2023, 9, 20)
        told = page(later).count('<span class="mark">theo bản ngày 15/9/2023</span>: <a href=')
        assert told == len(later.upcoming()) > 0 and "theo bản ngày" not in page(first)
        assert "lần phát hành 1, tính đến ngày 15/9/2023" in page(later)

    def test_is_no_failure_any_more_once_it_answers(self, released_site, tmp_path):
        failed = joined(f"a={tmp_path / 'gone'}")
        [register] = joined(f"a={released_site}", before=failed).registers
        assert register.failure is None and register.failed_since is None

    def test_is_unreachable_where_no_host_answers(self):
        assert failure_of("http://127.0.0.1:9/") == Failure.UNREACHABLE

    @pytest.mark.parametrize("path", [INDEX, "api/v1/progress-2023.json", "api/v1/dialogues-2023.json", "phat-hanh/releases.jsonl"])
    def test_is_not_as_released_where_a_byte_of_what_is_read_is_another(self, released_site, path):
        content = bytearray((released_site / path).read_bytes())
        content[len(content) // 2] ^= 1
        (released_site / path).write_bytes(bytes(content))
        assert failure_of(released_site) == Failure.NOT_AS_RELEASED

    def test_has_been_rewritten_where_its_log_does_not_go_on(self, released_site, next_golden_site, tmp_path):
        first = joined(f"Hải Phòng={released_site}")
        other = copied(next_golden_site, tmp_path / "other")
        released(other)
        assert failure_of(other, before=first) == Failure.REWRITTEN

    def test_goes_on_where_its_log_does(self, two_releases, tmp_path):
        first = joined(f"Hải Phòng={tmp_path / 'first'}")
        assert first.registers[0].state.release == 1
        [register] = joined(f"Hải Phòng={two_releases}", before=first).registers
        assert (register.failure, register.state.release) == (None, 2)

    def test_is_older_than_what_was_read_where_a_host_hands_out_an_old_copy(self, two_releases, tmp_path):
        newest = joined(f"Hải Phòng={two_releases}")
        assert failure_of(tmp_path / "first", before=newest) == Failure.REWRITTEN

    def test_is_of_another_version(self, site):
        assert failure_of(with_index(site, version="2.0")) == Failure.OTHER_VERSION

    def test_is_of_another_version_also_where_nothing_else_of_it_is_known(self, site):
        (site / INDEX).write_text('{"version": "2.0", "tables": {}}', "utf-8")
        vouched_for(site)
        assert failure_of(site) == Failure.OTHER_VERSION

    def test_is_of_another_version_where_only_that_is_there(self, site):
        (site / "api/v2").mkdir()
        (site / INDEX).rename(site / "api/v2/index.json")
        vouched_for(site)
        assert failure_of(site) == Failure.OTHER_VERSION

    @pytest.mark.parametrize("added", [b'"more":1', b'"shell":"third"'])
    def test_is_of_another_version_where_a_later_program_has_written_its_log(self, released_site, added):
        log = released_site / "phat-hanh/releases.jsonl"
        log.write_bytes(log.read_bytes().replace(b"}", b"," + added + b"}"))
        assert failure_of(released_site) == Failure.OTHER_VERSION

    def test_is_unreachable_where_its_host_shows_a_page_in_its_place(self, released_site):
        first = joined(f"Hải Phòng={released_site}")
        with hosted(answering(200, b"<!doctype html>")) as address:
            [register] = joined(f"Hải Phòng={address}", before=first).registers
        assert register.failure == Failure.UNREACHABLE and register.state == first.registers[0].state

    @pytest.mark.parametrize("changed", [
        {"page": "javascript:alert(1)"}, {"page": "https://elsewhere.example/"}, {"topic": "a" * 3000}, {"day": "soon"},
        {"topic": "a\x00b"}, {"venue": "a\u202eb"}, {"starts_at": "2023-09-22T08:00:00"},
        {"starts_at": "9999-12-31T23:00:00Z"}, {"starts_at": None, "part_of_day": "a" * 3000},
    ])
    def test_leads_nowhere_but_to_its_own_pages(self, site, changed):
        assert failure_of(with_row(site, "dialogues", **changed)) == Failure.NOT_READABLE

    def test_is_too_large_to_be_read(self, site, monkeypatch):
        monkeypatch.setattr(register_states, "MOST_BYTES", 1000)
        vouched_for(site)
        assert failure_of(site) == Failure.NOT_READABLE

    @pytest.mark.parametrize("kind", [DialoguesFile, ProgressFile])
    def test_is_read_no_further_than_to_the_first_row_that_is_wrong(self, kind):
        with pytest.raises(ValidationError) as refused:
            kind.model_validate({"rules": {"legal_basis": {}, "target": {"basis": ""}}, "rows": [{}, {}]})
        assert {error["loc"][:2] for error in refused.value.errors()} == {("rows", 0)}

    def test_is_not_read_where_its_rules_rest_on_more_acts_than_there_are(self):
        def errors(count: int) -> list[str]:
            acts = {str(number): {} for number in range(count)}
            with pytest.raises(ValidationError) as refused:
                ProgressFile.model_validate({"rules": {"legal_basis": acts, "target": {"basis": ""}}, "rows": []})
            return [error["type"] for error in refused.value.errors()]

        assert (errors(1_001), errors(1_000)) == (["too_many"], ["missing"] * 1_000)

    def test_is_unreachable_where_a_file_has_no_end_its_log_too(self, released_site, monkeypatch):
        log = (released_site / "phat-hanh/releases.jsonl").read_bytes()
        monkeypatch.setattr(nation, "MOST_BYTES", len(log) - 1)
        heard: list[str] = []
        with hosted(answering(200, log)) as address:
            [register] = join(sources_of([f"a={address}"]), None, DAY, heard.append).registers
        assert register.failure == Failure.UNREACHABLE and "releases.jsonl: lớn quá" in heard[0]

    def test_is_unreachable_where_its_host_drips(self, released_site, monkeypatch):
        monkeypatch.setattr(copies, "SECONDS", 0.3)
        with hosted(answering(200, (released_site / "phat-hanh/releases.jsonl").read_bytes(), drops=0.05)) as address:
            assert failure_of(address) == Failure.UNREACHABLE

    def test_tells_the_hour_of_this_country(self, site):
        [first, *_] = joined(f"a={with_row(site, 'dialogues', starts_at='2023-09-22T01:00:00Z')}").upcoming()
        assert first[1].time == "08:00"

    def test_has_its_hours_written_as_its_own_pages_write_them(self, site):
        nation = joined(f"a={with_row(site, 'dialogues', starts_at='2023-09-22T12:30:00Z')}")
        assert "<li>19 giờ 30, a" in page(nation)

    def test_has_no_more_figures_than_periods(self, site):
        path = site / "api/v1/progress-2023.json"
        data = json.loads(path.read_text("utf-8"))
        path.write_text(json.dumps({**data, "rows": data["rows"] * 30}), "utf-8")
        vouched_for(site)
        assert failure_of(site) == Failure.NOT_READABLE

    @pytest.mark.parametrize("changed", [
        {"done": 9, "owed": 8}, {"done": -1}, {"done": None}, {"owed": 10 ** 30}, {"year": 0, "period_from": None},
        {"year": 99999, "period_until": None},
    ])
    def test_has_figures_that_can_be(self, site, changed):
        assert failure_of(with_row(site, "progress", **changed)) == Failure.NOT_READABLE

    @pytest.mark.parametrize("changed", [
        {"version": "1." + "9" * 3000},
        {"files": [{"address": "https://\u202eexample/api/v1/index.json", "media_type": "application/json"}]},
    ])
    def test_has_words_that_can_be_shown_also_where_it_has_nothing_else(self, site, changed):
        assert failure_of(with_index(site, **changed)) == Failure.NOT_READABLE


class TestTwoRegistersOfOnePlace:
    def test_are_both_named_with_the_day_and_neither_is_added_up(self, site, tmp_path):
        with_index(site, sample=False), with_index(other := copied(site, tmp_path / "other"), register_name="Sổ khác", sample=False)
        first = joined(f"Hải Phòng={site}", f"Sổ lạ={other}")
        later = joined(f"Hải Phòng={site}", f"Sổ lạ={other}", before=first, day=date(2023, 9, 20))
        assert [(one.same_place, one.same_place_since) for one in later.registers] == [(["Sổ lạ"], DAY), (["Hải Phòng"], DAY)]
        assert later.share(2023).owed == 0
        assert "<strong>Sổ lạ</strong>: nêu cùng địa phương hoặc cùng tên với Hải Phòng, từ ngày 16/9/2023." in page(later)
        assert [row["same_place"] for row in rows(nation_files(later, TEMPLATES)[FIGURES])] == ["Sổ lạ", "Hải Phòng"]

    def test_are_known_by_their_name_where_an_earlier_version_tells_no_place(self, site, tmp_path):
        with_index(site), with_index(other := copied(site, tmp_path / "other"), place=None)
        assert [one.same_place for one in joined(f"a={site}", f"b={other}").registers] == [["b"], ["a"]]

    @pytest.mark.parametrize("said", [normalize("NFD", "Hải Phòng"), "Thành phố Hải Phòng", "HẢI  PHÒNG"])
    def test_are_known_however_its_name_is_written(self, site, tmp_path, said):
        with_index(site), with_index(other := copied(site, tmp_path / "other"), place=said, register_name="Sổ khác")
        assert [one.same_place for one in joined(f"a={site}", f"b={other}").registers] == [["b"], ["a"]]

    def test_are_no_more_once_one_is_left_out(self, site, tmp_path):
        both = joined(f"a={with_index(site)}", f"b={with_index(copied(site, tmp_path / 'other'))}")
        [left] = joined(f"a={site}", before=both).registers
        assert (left.same_place, left.same_place_since) == ([], None)


class TestThePage:
    def test_escapes_whatever_a_register_says(self, site):
        hostile = "<script>alert(1)</script>"
        texts = {"unit_name": hostile, "topic": hostile, "venue": hostile, "part_of_day": hostile, "starts_at": None}
        with_row(site, "dialogues", **texts)
        with_index(site, register_name=hostile, publisher=hostile, place=hostile, licence={"name": hostile, "url": "javascript:alert(1)"})
        nation = join([Source(hostile, str(site))], None, DAY, lambda why: pytest.fail(why))
        assert nation.upcoming() and "<script" not in page(nation) and "javascript:" not in page(nation)

    def test_gives_spreadsheets_no_formula(self, site):
        with_row(site, "dialogues", topic="=SUM(A1)", venue="@a", unit_name="+1")
        first = rows(nation_files(joined(f"a={site}"), TEMPLATES)[UPCOMING])[0]
        assert not {first["topic"][0], first["venue"][0], first["unit"][0]} & set("=+-@")

    def test_says_so_where_nothing_is_to_come(self, released_site):
        assert "chưa công bố cuộc nào từ ngày 01/01/2030" in page(joined(f"a={released_site}", day=date(2030, 1, 1)))

    def test_is_the_same_bytes_for_the_same_registers(self, released_site):
        first, second = joined(f"b={released_site}", f"a={released_site}"), joined(f"a={released_site}", f"b={released_site}")
        assert nation_files(first, TEMPLATES) == nation_files(second, TEMPLATES)

    def test_keeps_to_its_schema(self, released_site, tmp_path):
        files = nation_files(joined(f"a={released_site}", f"b={tmp_path / 'gone'}"), TEMPLATES)
        validate(json.loads(files["nation.json"]), json.loads(files[SCHEMA]))

    def test_has_a_schema_for_those_who_do_not_read_its_program(self, released_site):
        schema = json.loads(nation_files(joined(f"a={released_site}"), TEMPLATES)[SCHEMA])
        Draft202012Validator.check_schema(schema)
        told = json.dumps(schema)
        assert schema["$schema"].endswith("2020-12/schema") and "``" not in told and "title" not in schema["$defs"]["Figure"]
        columns = {name: field for part in (schema, *schema["$defs"].values()) for name, field in part.get("properties", {}).items()}
        named = {"register": "register_name", "unit": "unit_name"}
        told_elsewhere = {"percent"}
        for name in (FIGURES, UPCOMING):
            header = nation_files(joined(f"a={released_site}"), TEMPLATES)[name].decode("utf-8-sig").partition("\r\n")[0]
            assert {named.get(column, column) for column in header.split(",")} - told_elsewhere <= columns.keys()

    def test_gives_the_sum_to_those_who_add_up_its_table_as_it_says(self, site, tmp_path):
        sites = [with_index(site, sample=False)]
        for number in range(3):
            facts = {"place": "Cao Bằng", "register_name": f"Sổ {number}", "sample": number == 0}
            sites.append(with_index(copied(site, tmp_path / str(number)), **facts))
        nation = joined(*(f"{number}={one}" for number, one in enumerate(sites)))
        figures = rows(nation_files(nation, TEMPLATES)[FIGURES])
        added = [row for row in figures if row["sample"] == "false" and not row["same_place"]]
        assert (sum(int(row["done"]) for row in added), sum(int(row["owed"]) for row in added)) == (
            nation.share(2023).done, nation.share(2023).owed,
        )
        assert len(figures) == 4 and len(added) == 1

    def test_says_what_each_of_its_files_holds(self, released_site):
        body = page(joined(f"a={released_site}"))
        assert all(f'<a href="{name}">{name}</a>: ' in body for name in (FIGURES, UPCOMING, "nation.json", SCHEMA))

    def test_has_a_row_for_each_register_also_for_one_never_read(self, released_site, tmp_path):
        files = nation_files(joined(f"a={released_site}", f"b={tmp_path / 'gone'}"), TEMPLATES)
        figures = rows(files[FIGURES])
        assert [row["name"] for row in figures] == ["a", "b"] and figures[1]["done"] == "" and figures[1]["failure"] == "unreachable"

    def test_has_all_that_is_to_come_in_its_table(self, released_site):
        nation = joined(f"a={released_site}")
        assert len(rows(nation_files(nation, TEMPLATES)[UPCOMING])) == len(nation.upcoming())


class TestSources:
    def test_have_a_name_before_the_place(self):
        assert sources_of(["Hải Phòng=https://a.example/?x=1", "site"]) == [
            Source("Hải Phòng", "https://a.example/?x=1"), Source("site", "site"),
        ]

    def test_have_one_name_however_its_letters_are_composed(self, released_site, tmp_path):
        first = joined(f"{normalize('NFD', 'Hải Phòng')}={released_site}")
        [register] = joined(f"Hải Phòng={tmp_path / 'gone'}", before=first).registers
        assert register.state == first.registers[0].state
        with pytest.raises(NotSources, match="hai lần"):
            sources_of([f"{normalize('NFD', 'Hải Phòng')}=x", "Hải Phòng=y"])

    def test_are_those_of_an_earlier_program_too_which_kept_names_as_they_were_written(self, released_site, tmp_path):
        [was] = joined(f"Hải Phòng={released_site}").registers
        first = Nation(day=DAY, registers=[was.model_copy(update={"name": normalize("NFD", was.name)})])
        assert joined(f"Hải Phòng={tmp_path / 'gone'}", before=first).registers[0].state == was.state

    def test_may_be_an_address_that_holds_an_equals_sign(self):
        assert sources_of(["https://a.example/?x=1"])[0].place == "https://a.example/?x=1"

    @pytest.mark.parametrize("places", [["a=x", "a=y"], ["=x"], ["a="]])
    def test_are_told_apart(self, places):
        with pytest.raises(NotSources):
            sources_of(places)


class TestTheCommand:
    def test_is_asked_for_from_any_folder(self, released_site, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        done = run("join", released_site, "--out", "nation", "--as-of", "2023-09-16")
        assert done.exit_code == 0 and (tmp_path / "nation/index.html").is_file(), done.output

    def run(self, *arguments: str):
        return run("join", *arguments, "--as-of", "2023-09-16", "--templates", TEMPLATES)

    def test_goes_on_from_the_page_made_before(self, released_site, tmp_path):
        out = str(tmp_path / "nation")
        assert self.run(f"a={released_site}", "--out", out).exit_code == 0
        shutil.rmtree(released_site)
        done = self.run(f"a={released_site}", "--out", out)
        nation = json.loads((tmp_path / "nation/nation.json").read_text("utf-8"))
        assert done.exit_code == 0 and nation["registers"][0]["state"]["release"] == 1

    def test_refuses_a_page_of_another_kind_as_the_one_before(self, released_site, tmp_path):
        assert self.run(f"a={released_site}", "--out", str(tmp_path / "new"), "--before", str(released_site)).exit_code == 1
        assert not (tmp_path / "new").exists()

    def test_does_not_replace_a_strangers_folder(self, released_site, tmp_path):
        (tmp_path / "theirs").mkdir()
        (tmp_path / "theirs/letter.txt").write_text("", "utf-8")
        assert self.run(f"a={released_site}", "--out", str(tmp_path / "theirs")).exit_code == 1
