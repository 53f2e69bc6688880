"""What was published and is rewritten is refused until a correction says what it was; everyday work passes without a word."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.building.build import read_site
from generator.comparing.judgement import Judgement, judge
from generator.publications import change_feeds
from generator.publications.promises import promises_of
from generator.reading.yaml_text import TextLoader
from generator.site.site import Site
from generator.tables.promises import (
    PROMISES,
    Promises,
    UnreadablePromises,
    file_of_figures,
    promises_file,
    read_file,
    read_promises,
)
from tests.builders import a_commune, a_district, a_held_dialogue, a_site
from tests.comparing.edits import loaded, pasted, put
from tests.folders import write_yaml
from tests.places import GOLDEN, TEMPLATES, TESTS

CASES = TESTS / "comparing" / "cases"
SENT = {"submissions": [
    {"unit": "hong-bang", "report": "registration", "sent_on": "2023-02-24"},
    {"unit": "bach-long-vi", "report": "registration", "sent_on": "2023-02-27"},
]}
Case = dict[str, Any]


def cases(name: str) -> list[Case]:
    found: list[Case] = yaml.load((CASES / f"{name}.yml").read_text("utf-8"), TextLoader)
    return found


def named(case: Case) -> str:
    return str(case["case"])


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(GOLDEN, tmp_path / "content"))
    write_yaml(folder / "submissions/2023.yml", SENT)
    return folder


def promises(content: Path) -> Promises:
    return promises_of(read_site(content, as_of=None, today=date(2023, 9, 15), templates=TEMPLATES))


def edited(content: Path, case: Case) -> None:
    for file, fields in case["edit"].items():
        record = loaded(content / file)
        for field, value in fields.items():
            if field:
                put(record, field, value)
            else:
                record = value
        write_yaml(content / file, record)
    if page := case.get("page"):
        (content / "pages/gioi-thieu.md").write_text(page, "utf-8")


@pytest.mark.parametrize("case", cases("rewritten"), ids=named)
class TestRewritten:
    def test_it_does_not_pass_in_silence(self, content, case):
        old = promises(content)
        edited(content, case)
        assert not judge(old, promises(content)).passes

    def test_it_passes_with_the_entries_that_are_proposed_or_not_at_all(self, content, case):
        old = promises(content)
        edited(content, case)
        found = judge(old, promises(content))
        if case["by"] == "nothing":
            assert found.refused
            return
        pasted(content, found.uncorrected)
        again = judge(old, promises(content))
        assert (again.refused, again.uncorrected, len(again.told)) == ((), (), len(found.uncorrected))


@pytest.mark.parametrize("case", cases("everyday"), ids=named)
def test_everyday_work_passes_without_a_word(content, case):
    old = promises(content)
    edited(content, case)
    assert judge(old, promises(content)) == Judgement((), (), ())


class TestOfPersonalData:
    """A redaction passes, and never says what it took away."""

    PHONE = "Gọi số của chị ấy là 0912 345 678 để biết"

    def published(self) -> Site:
        return a_site(a_held_dialogue("a", opinions=[{"summary": self.PHONE}]))

    def now(self, summary: str, **fields: Any) -> Site:
        return a_site(a_held_dialogue("a", opinions=[{"summary": summary}], **fields))

    REDACTIONS = [{"redacted_on": "2023-09-15", "field": "opinions[1].summary", "reason": "Có số điện thoại"}]

    def judged(self, new: Site) -> Judgement:
        return judge(promises_of(self.published()), promises_of(new))

    def test_it_passes_and_is_told_without_the_old_text(self):
        found = self.judged(self.now("Gọi số của [đã gỡ] để biết", redactions=self.REDACTIONS))
        assert (found.refused, found.uncorrected) == ((), ())
        [line] = found.told
        assert "đã gỡ dữ liệu cá nhân" in line and "0912" not in line and "chị ấy" not in line

    def test_it_adds_no_word(self):
        found = self.judged(self.now("Gọi số của [đã gỡ] để hỏi về đèn", redactions=self.REDACTIONS))
        assert not found.passes

    def test_it_leaves_its_mark(self):
        assert not self.judged(self.now("Gọi số để biết", redactions=self.REDACTIONS)).passes

    def test_no_published_file_holds_the_old_text(self):
        new = self.now("Gọi số của [đã gỡ] để biết", redactions=self.REDACTIONS)
        files = promises_of(new).files.values()
        atom = [file.content for file in change_feeds.publish(new)]
        assert not any(b"0912" in content for content in (*files, *atom))
        assert any("Có số điện thoại" in content.decode() for content in atom)

    def test_an_old_correction_that_holds_it_is_redacted_too(self):
        correction = {"corrected_on": "2023-09-01", "field": "topic", "was": "Đơn của chị Hoa", "text": "Sửa"}
        redaction = {"redacted_on": "2023-09-15", "field": "corrections[1].was", "reason": "Có tên người"}
        old, new, silent = (
            promises_of(a_site(a_held_dialogue("a", topic="Rác", corrections=[{**correction, "was": was}], redactions=redactions)))
            for was, redactions in (
                (correction["was"], []), ("Đơn của [đã gỡ]", [redaction]), ("Đơn của [đã gỡ]", []),
            )
        )
        assert judge(old, new).passes and not judge(old, silent).passes


class TestOfTheProgram:
    """What a new version of the program publishes of the same records is held to what the old one published."""

    def of(self, **changed: Any) -> Promises:
        """As that version would have published the events."""
        made = promises_of(a_site(a_held_dialogue("a"), a_held_dialogue("b")))
        [place] = [address for address, content in made.files.items() if b'"dialogues/a"' in content]
        records = [
            record.model_copy(update={"event": record.event.model_copy(update=changed)} if record.event else {})
            for record in read_file(made.files[place]).records
        ]
        return Promises({**made.files, place: promises_file(False, records)})

    @pytest.mark.parametrize("changed, told", [
        ({"uid": "a-1@doithoai.example"}, "UID đã công bố không còn trong lịch nào"),
        ({"sequence": 0, "start": "2023-08-16"}, "mà không có thông báo nào"),
        ({"content": "0" * 64}, "DTSTAMP giữ nguyên"),
        ({"stamp": datetime(2020, 1, 1, tzinfo=UTC)}, "DTSTAMP của sự kiện lùi lại"),
    ])
    def test_an_event_that_changes_without_its_record_is_refused(self, changed, told):
        assert told in "\n".join(judge(self.of(), self.of(**changed)).refused)

    def test_a_figure_that_moves_without_any_fact_needs_a_correction_that_tells_it(self):
        old = promises_of(a_site(a_held_dialogue("a")))
        address = file_of_figures(2023)
        other = old.files[address].replace(b'"hong-bang/so-dau":"11"', b'"hong-bang/so-dau":"10"').replace(b'"2/4"', b'"1/4"')
        [line] = judge(old, Promises({**old.files, address: other})).uncorrected
        assert "đã công bố 2/4, nay là 1/4" in line and "hong-bang/so-dau" in line

    def test_a_feed_that_is_gone_is_refused(self):
        old = promises_of(a_site())
        less = old.files[PROMISES].replace(b'"lich/thanh-pho.ics", ', b"")
        assert judge(old, Promises({**old.files, PROMISES: less})).refused == (
            "Lịch lich/thanh-pho.ics sẽ mất, máy của người đang theo dõi sẽ tự bỏ lịch này.",
        )


class TestOfAUnitsLastDay:
    """Its posts owe nothing after it, so that a day long past takes out of the figures what was counted in them."""

    def with_last_day(self, day: str | None) -> Promises:
        return promises_of(a_site(units=[a_district(), a_commune(exists_until=day)]))

    def test_one_within_the_month_passes(self):
        assert judge(self.with_last_day(None), self.with_last_day("2023-08-31")) == Judgement((), (), ())

    def test_one_long_past_is_corrected_in_public(self):
        [line] = judge(self.with_last_day(None), self.with_last_day("2023-02-28")).uncorrected
        assert "exists_until" in line and "nay là “2023-02-28”" in line


class TestOfTheDay:
    """A register does not go back to a day that is past: what was told of the days since then would be told no more."""

    def of(self, day: str, **facts: Any) -> Promises:
        return promises_of(a_site(a_held_dialogue("a"), today=date.fromisoformat(day), **facts))

    def test_an_earlier_day_is_refused_and_a_later_one_passes(self):
        [line] = judge(self.of("2023-09-15"), self.of("2023-09-14")).uncorrected
        assert "as_of" in line and "đã công bố là “2023-09-15”, nay là “2023-09-14”" in line
        assert judge(self.of("2023-09-14"), self.of("2023-09-15")).passes

    def test_a_day_that_was_still_to_come_is_taken_back_in_public(self):
        correction = {"corrected_on": "2023-09-15", "field": "as_of", "was": "2033-09-15", "text": "Gõ nhầm năm"}
        [line] = judge(self.of("2033-09-15"), self.of("2023-09-15", corrections=[correction])).told
        assert "2033-09-15" in line and "2023-09-15" in line


def test_promises_are_read_as_they_are_published():
    made = promises_of(a_site(a_held_dialogue("a")))
    assert read_promises(made.files.__getitem__) == made


@pytest.mark.parametrize("first", [b"", b"<html>", b"{}"])
def test_what_is_no_promise_is_not_taken_for_one(first):
    with pytest.raises(UnreadablePromises):
        read_promises(lambda address: first)


def test_long_texts_are_published_as_digests_and_corrected_all_the_same():
    long, longer = "Giao các phòng rà soát. " * 20, "Giao các phòng nghiên cứu. " * 20
    correction = {"corrected_on": "2023-09-15", "field": "conclusion.text", "was": long.strip(), "text": "Chép nhầm"}
    old, silent, told = (
        promises_of(a_site(a_held_dialogue("a", conclusion={"number": "1", "text": text.strip()}, corrections=corrections)))
        for text, corrections in ((long, []), (longer, []), (longer, [correction]))
    )
    assert all("rà soát" not in content.decode() for content in old.files.values())
    assert not judge(old, silent).passes and judge(old, told).passes


class TestOfADocument:
    """Its bytes are promised by their digest, so that it is not another one tomorrow under the same name."""

    RECORD, FILE = "dialogues/2023/hong-bang-dinh-ky-1.yml", "documents/2023/hong-bang-dinh-ky-1/thong-bao-ket-luan.pdf"
    FIELD = "conclusion.document.file"

    def replaced(self, content: Path) -> Judgement:
        old = promises(content)
        (content / self.FILE).write_bytes((content / self.FILE).read_bytes() + b"% 1\n")
        found = judge(old, promises(content))
        pasted(content, found.uncorrected)
        again = judge(old, promises(content))
        assert len(found.uncorrected) == 1 and not found.refused
        return again

    def test_that_is_replaced_under_its_name_passes_with_the_entry_that_is_proposed(self, content):
        found = self.replaced(content)
        assert (found.refused, found.uncorrected) == ((), ()) and "văn bản có mã băm sha256:" in found.told[0]

    def test_that_is_taken_away_for_personal_data_is_told_without_it(self, content):
        old = promises(content)
        record = loaded(content / self.RECORD)
        put(record, "conclusion.document", "GONE")
        put(record, "redactions", [{"redacted_on": "2023-09-15", "field": self.FIELD, "reason": "Có số điện thoại"}])
        write_yaml(content / self.RECORD, record)
        (content / self.FILE).unlink()
        found = judge(old, promises(content))
        assert (found.refused, found.uncorrected) == ((), ()) and "đã gỡ dữ liệu cá nhân" in found.told[0]

    def test_that_is_taken_away_in_silence_is_refused(self, content):
        old = promises(content)
        record = loaded(content / self.RECORD)
        put(record, "conclusion.document", "GONE")
        write_yaml(content / self.RECORD, record)
        (content / self.FILE).unlink()
        assert f"văn bản {self.FILE.rpartition('/')[2]} đã công bố không còn" in "".join(judge(old, promises(content)).refused)
