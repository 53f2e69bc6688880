"""What is recorded late passes as news where it says nothing else than had been told, and else is told as a correction."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.comparing.judgement import Judgement, judge
from generator.model import Rules, Unit
from generator.model.reforms import ReformFile
from generator.publications.promises import promises_of
from generator.site.site import Site
from generator.tables.promises import Promises
from tests.builders import a_commune, a_dialogue, a_district, a_held_dialogue, a_site, some_rules

NEW_YEAR = date(2023, 12, 31)
"""The figures of the annual report, of 15/11, have been published for more than a month."""
TOLD = {"corrected_on": "2023-12-31", "text": "Báo cáo về chậm"}


def of(*dialogues: Any, today: date = NEW_YEAR, **register: Any) -> Promises:
    return promises_of(a_site(*dialogues, today=today, **register))


class TestAMeetingReportedLate:
    BEFORE = a_held_dialogue("a", "2023-08-15")

    def test_moves_the_figures_of_today_and_of_a_cut_off_of_late_without_a_word(self):
        autumn = date(2023, 12, 1)
        late = a_held_dialogue("b", "2023-11-10", unit="hong-bang")
        assert judge(of(self.BEFORE, today=autumn), of(self.BEFORE, late, today=autumn)) == Judgement((), (), ())

    def test_moves_those_of_a_cut_off_that_is_settled_by_a_correction_of_the_figures(self):
        late, old = a_held_dialogue("b", "2023-11-10", unit="hong-bang"), of(self.BEFORE)
        [line] = judge(old, of(self.BEFORE, late)).uncorrected
        assert "mốc annual-report: đã công bố 2/4, nay là 4/4 sau khi mốc đã chốt hơn 31 ngày (hong-bang)" in line
        rules = [some_rules(corrections=[{**TOLD, "field": "figures", "was": "2/4"}])]
        found = judge(old, of(self.BEFORE, late, rules=rules))
        assert (found.passes, len(found.told)) == (True, 1) and "“2/4” → “4/4”" in found.told[0]

    def test_or_by_one_of_its_own_record(self):
        told = [{**TOLD, "field": "held.day"}]
        late = a_held_dialogue("b", "2023-11-10", unit="hong-bang", held={"day": "2023-11-10"}, corrections=told)
        assert judge(of(self.BEFORE), of(self.BEFORE, late)).passes

    def test_after_the_cut_off_moves_nothing_that_was_settled(self):
        late = a_held_dialogue("b", "2023-11-20", unit="hong-bang")
        assert judge(of(self.BEFORE), of(self.BEFORE, late)) == Judgement((), (), ())

    def test_is_not_told_by_a_correction_that_was_published_before(self):
        late, rules = a_held_dialogue("b", "2023-11-10", unit="hong-bang"), [
            some_rules(corrections=[{**TOLD, "field": "figures", "was": "2/4"}])
        ]
        assert not judge(of(self.BEFORE, rules=rules), of(self.BEFORE, late, rules=rules)).passes


class TestWhatIsDoneBeforehand:
    """A dialogue was told without it: that it had been announced, registered and notified long ago is no news."""

    def of(self, day: str | None = None, *corrections: dict[str, str]) -> Promises:
        done = {
            "notified_on": day, "registration": {"registered_on": day, "period": "2023-12"},
            "schedule": [{"announced_on": day, "day": "2023-12-29"}],
        }
        return of(a_dialogue("a", unit="hong-bang", corrections=corrections, **(done if day else {})))

    @pytest.mark.parametrize("day, lines", [("2023-11-20", 3), ("2023-12-10", 0)])
    def test_is_asked_for_where_it_is_recorded_late(self, day, lines):
        found = judge(self.of(), self.of(day))
        assert (found.refused, len(found.uncorrected)) == ((), lines)

    def test_passes_with_a_correction_of_each(self):
        fields = ("notified_on", "registration.registered_on", "schedule[1].announced_on")
        found = judge(self.of(), self.of("2023-11-20", *({**TOLD, "field": field} for field in fields)))
        assert (found.passes, len(found.told)) == (True, 3)


class TestTheSetting:
    """How late is late the register itself says, as it was published."""

    def of(self, days: int, published_on: str | None) -> Promises:
        conclusion = {"number": "1", "issued_on": "2023-08-16", **({"published_on": published_on} if published_on else {})}
        dialogue = a_held_dialogue("a", conclusion=conclusion)
        return of(dialogue, today=date(2023, 9, 15), recorded_late_after_days=days)

    @pytest.mark.parametrize("days, passes", [(10, False), (31, True)])
    def test_says_how_late_is_late(self, days, passes):
        assert judge(self.of(days, None), self.of(days, "2023-08-20")).passes == passes


class TestRulesOfAYear:
    """They come before it, or while it runs; later they say what had been missed of what was published without."""

    def of_two(self, *rules: Rules) -> Promises:
        earlier = a_held_dialogue("b", "2022-05-05", year=2022)
        return of(earlier, a_held_dialogue("a"), rules=rules or [some_rules()])

    def test_that_is_past_are_told_as_a_correction_of_what_was_published_of_it(self):
        [line] = judge(self.of_two(), self.of_two(some_rules(2022), some_rules())).uncorrected
        assert "rules/2022.yml: cutoffs.year_end" in line
        told = some_rules(2022, corrections=[{**TOLD, "field": "cutoffs.year_end"}])
        assert judge(self.of_two(), self.of_two(told, some_rules())).passes

    def test_of_which_nothing_had_been_published_pass(self):
        assert judge(self.of_two(), self.of_two(some_rules(2021), some_rules())) == Judgement((), (), ())


class TestAReformRecordedLate:
    """Of many units one correction of the figures tells it; of a few each is told at the unit."""

    WARDS = ("so-dau", "ha-ly", "thuong-ly", "trai-chuoi", "quan-toan")

    def of(self, closed: int, **rules: Any) -> Promises:
        gone = {"exists_until": "2023-06-30", "successors": ["hong-bang/moi"]}
        wards = [
            a_commune(f"hong-bang/{id}", f"Phường {id}", **(gone if number < closed else {}))
            for number, id in enumerate(self.WARDS)
        ]
        new: list[Unit] = [a_commune("hong-bang/moi", "Phường Mới", exists_from="2023-07-01")] if closed else []
        return of(units=[a_district(), *wards, *new], rules=[some_rules(**rules)], today=date(2023, 9, 15))

    def test_is_asked_for_once(self):
        [line] = judge(self.of(0), self.of(5)).uncorrected
        assert line.startswith("6 đơn vị được ghi muộn hơn 31 ngày") and "đã công bố 0/12, nay là 0/4" in line
        assert "field: figures, was: 0/12" in line

    def test_passes_with_that_one_correction(self):
        found = judge(self.of(0), self.of(5, corrections=[
            {"corrected_on": "2023-09-15", "field": "figures", "was": "0/12", "text": "Sắp xếp đơn vị, ghi chậm"},
        ]))
        assert found.passes and ["“0/12” → “0/4”" in line for line in found.told] == [True]

    def test_of_few_is_asked_for_at_each(self):
        found = judge(self.of(0), self.of(1)).uncorrected
        assert sorted(line.partition(":")[0] for line in found) == ["Đơn vị hong-bang/moi", "Đơn vị hong-bang/so-dau"]

    def test_is_news_in_time_also_after_a_cut_off_is_settled(self):
        rules = [some_rules(cutoffs={"year_end": "2023-12-31", "others": [{"name": "Sáu tháng", "day": "2023-06-30"}]})]
        ward = a_commune("hong-bang/moi", "Phường Mới", exists_from="2023-09-21")
        old, new = (of(units=[a_district(), *more], rules=rules, today=date(2023, 9, 15)) for more in ([], [ward]))
        assert judge(old, new) == Judgement((), (), ())


class TestAReformThatIsRecordedOfUnitsThatAreNoMore:
    """Who came after them the pages told otherwise: one correction tells it, however many they are."""

    def of(self, *heirs: str, **reform: Any) -> Promises:
        gone = {"exists_until": "2023-06-30", "successors": ["hong-bang/ha-ly"]}
        there = (a_commune(f"hong-bang/{id}", f"Phường {id}") for id in ("ha-ly", "moi"))
        changes = [{"old": "hong-bang/so-dau", "new": heir, "extent": "part"} for heir in heirs]
        recorded = ReformFile.model_validate({"day": "2023-07-01", "changes": changes, **reform})
        site = a_site(units=[a_district(), a_commune(**gone), *there])
        register = replace(site.register, reforms={recorded.day: recorded} if heirs else {})
        return promises_of(Site(register, site.today, site.templates))

    def test_is_asked_for_once(self):
        [line] = judge(self.of(), self.of("hong-bang/moi")).uncorrected
        assert line.startswith("reforms/2023-07-01.yml: changes[1].old")

    def test_passes_with_that_correction(self):
        told = {"corrected_on": "2023-09-15", "field": "changes[1].old", "text": "Ghi chậm"}
        assert judge(self.of(), self.of("hong-bang/moi", corrections=[told])).passes

    def test_passes_where_the_unit_itself_had_told_it(self):
        assert judge(self.of(), self.of("hong-bang/ha-ly")) == Judgement((), (), ())

    def test_is_asked_for_where_a_pair_is_added_to_one_that_was_told(self):
        assert len(judge(self.of("hong-bang/ha-ly"), self.of("hong-bang/ha-ly", "hong-bang/moi")).uncorrected) == 1


class TestAUnitThatIsCalledOtherwiseFromADayOn:
    """The name that it had stands among its earlier ones: that is news in time, and later a correction."""

    def of(self, *until: str, name: str = "Xã Sở Dầu") -> Promises:
        earlier = [{"name": "Phường Sở Dầu", "type": "phường", "until": day} for day in until]
        unit = a_commune(name=name if until else "Phường Sở Dầu", earlier=earlier)
        return of(units=[a_district(), unit], today=date(2023, 9, 15))

    @pytest.mark.parametrize("until", ["2023-09-01", "2023-12-31"])
    def test_passes_without_a_word(self, until):
        assert judge(self.of(), self.of(until)) == Judgement((), (), ())

    def test_is_told_by_one_correction_where_it_is_recorded_late(self):
        [line] = judge(self.of(), self.of("2023-06-30")).uncorrected
        assert "earlier[1].until" in line and "Ghi muộn hơn 31 ngày" not in line

    def test_is_asked_for_where_the_earlier_name_is_not_the_one_that_was_told(self):
        before = of(units=[a_district(), a_commune(name="Phường Sở Dầu Hạ")], today=date(2023, 9, 15))
        [line] = judge(before, self.of("2023-09-01")).uncorrected
        assert "was: Phường Sở Dầu Hạ" in line


class TestAUnitThatChanges:
    """A new name, code or district is news with the day until which it was otherwise; without one it overwrites what was told."""

    def of(self, **facts: object) -> Promises:
        units = [a_district(), a_district("an-duong", "Huyện An Dương"), a_commune(**{"code": "11302", **facts})]
        return of(a_held_dialogue("a"), units=units)

    @pytest.mark.parametrize(("now", "was"), [
        ({"code": "99999"}, {"code": "11302"}), ({"parent": "an-duong"}, {"parent": "hong-bang"}),
    ])
    def test_passes_as_a_dated_fact_and_else_asks_for_a_correction(self, now, was):
        dated = {"earlier": [{"until": "2023-12-14", **was}]}
        assert judge(self.of(), self.of(**now, **dated)).passes
        assert [line for line in judge(self.of(), self.of(**now)).uncorrected if f" {next(iter(now))} " in line]

    def test_a_code_that_was_wrong_is_corrected(self):
        told = {**TOLD, "field": "code", "was": "11302"}
        assert judge(self.of(), self.of(code="11303", corrections=[told])).passes
