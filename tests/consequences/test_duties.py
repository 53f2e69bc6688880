"""What is owed as of a day: nothing is forgotten, nothing is asked for twice, and each has its day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from generator.consequences.duties import duties
from generator.consequences.duty import Duty, DutyKind, DutyState
from generator.consequences.ledger import Standing
from generator.consequences.punctuality import report_standings
from generator.consequences.snapshot import Snapshot
from generator.keeping.observed_day import ObservedDay
from generator.model import Report, Submission, Unit
from generator.site.duty_words import duty_list_text
from tests.builders import TODAY, a_commune, a_dialogue, a_district, a_held_dialogue, a_register, a_site, some_rules
from tests.record_parts import a_commitment, a_conclusion, a_registration, an_announcement, an_update, cancelled, postponed

HELD_BY_DISTRICT = {"unit": "hong-bang", "year": 2023}
ALL_SENT = ("registration", "q1", "q2", "q3", "q4", "annual")


def of_kind(snapshot: Snapshot, kind: DutyKind) -> list[Duty]:
    return [duty for duty in duties(snapshot) if duty.kind == kind]


def days_of(snapshot: Snapshot, kind: DutyKind) -> list[date | None]:
    return [duty.due for duty in of_kind(snapshot, kind)]


def snapshot_where_sent(*sent: tuple[str, str], today: date = TODAY, year: int = 2023) -> Snapshot:
    submissions = tuple(Submission(unit="hong-bang", report=report, sent_on=day) for report, day in sent)
    return Snapshot(replace(a_register(), submissions={year: submissions}), ObservedDay(today))


def test_each_report_is_owed_until_the_day_before_its_deadline():
    reports = of_kind(a_site(), DutyKind.SEND_REPORT)
    assert [(duty.report, duty.due) for duty in reports] == [
        (Report.REGISTRATION, date(2023, 2, 28)), (Report.Q1, date(2023, 3, 14)), (Report.Q2, date(2023, 6, 14)),
        (Report.Q3, date(2023, 9, 14)), (Report.ANNUAL, date(2023, 11, 14)), (Report.Q4, date(2023, 12, 14)),
    ]


def test_a_report_that_was_sent_is_owed_no_more():
    site = snapshot_where_sent(("registration", "2023-02-24"), ("q1", "2023-03-20"))
    assert [duty.report for duty in of_kind(site, DutyKind.SEND_REPORT)] == [Report.Q2, Report.Q3, Report.ANNUAL, Report.Q4]


@pytest.mark.parametrize(("sent_on", "punctual"), [("2023-03-14", True), ("2023-03-15", False)])
def test_a_report_sent_on_the_day_it_is_due_before_is_late(sent_on, punctual):
    standings = {standing.report: standing for standing in report_standings(snapshot_where_sent(("q1", sent_on)).register, 2023)}
    assert bool(standings[Report.Q1].in_time) == punctual != bool(standings[Report.Q1].late)


def test_a_district_owes_reports_but_its_communes_do_not():
    assert {duty.unit.id for duty in of_kind(a_site(), DutyKind.SEND_REPORT)} == {"hong-bang"}


def test_a_district_that_closes_owes_no_report_of_later_days():
    site = a_site(units=[a_district(exists_until=TODAY.isoformat()), a_commune()])
    owed = [Report.REGISTRATION, Report.Q1, Report.Q2, Report.Q3]
    assert [duty.report for duty in of_kind(site, DutyKind.SEND_REPORT)] == owed


def test_a_district_that_is_no_more_is_asked_for_no_report_that_it_never_sent():
    site = a_site(units=[a_district(exists_until="2023-06-30"), a_commune()])
    assert of_kind(site, DutyKind.SEND_REPORT) == []


def test_a_year_that_is_over_and_was_never_kept_track_of_is_not_asked_after():
    site = a_site(rules=[some_rules(2022), some_rules(2023)])
    assert {duty.year for duty in of_kind(site, DutyKind.SEND_REPORT)} == {2023}


def test_a_report_missing_from_a_year_that_is_over_stays_owed():
    sent = [(report, "2023-02-20") for report in ALL_SENT if report != "annual"]
    register = replace(snapshot_where_sent(*sent).register, rules={2023: some_rules(2023), 2024: some_rules(2024)})
    late = [duty for duty in duties(Snapshot(register, ObservedDay(date(2024, 3, 1)))) if duty.year == 2023]
    assert [(duty.report, duty.days) for duty in late if duty.kind == DutyKind.SEND_REPORT] == [(Report.ANNUAL, 108)]


def test_posts_that_nothing_is_planned_for_are_owed_together():
    (duty,) = [duty for duty in of_kind(a_site(), DutyKind.REGISTER_POSTS) if duty.unit.id == "hong-bang/so-dau"]
    assert (duty.due, [post.value for post in duty.posts]) == (date(2023, 2, 28), ["party", "government"])


@pytest.mark.parametrize("dialogue, post, standing", [
    (a_dialogue("a", an_announcement(), cancelled(), presided_by=["party"]), "party", Standing.CANCELLED),
    (a_held_dialogue("a", presided_by=[{"post": "government", "deputy": True}]), "government", Standing.DEPUTY_PRESIDED),
], ids=["cancelled", "presided by a deputy"])
def test_a_post_whose_only_dialogue_does_not_count_owes_another_by_the_end_of_the_year(dialogue, post, standing):
    site = a_site(dialogue)
    (duty,) = of_kind(site, DutyKind.HOLD_ANOTHER)
    assert (duty.unit.id, duty.due, [post.value for post in duty.posts]) == ("hong-bang/so-dau", date(2023, 12, 31), [post])
    assert duty.standing == standing


def test_a_post_with_dialogues_of_another_kind_alone_owes_a_plan():
    site = a_site(a_held_dialogue("a", kind="thematic"))
    owed = {duty.unit.id: duty for duty in of_kind(site, DutyKind.REGISTER_POSTS)}
    assert [post.value for post in owed["hong-bang/so-dau"].posts] == ["party", "government"]


def test_a_registered_post_owes_no_plan():
    site = a_site(a_dialogue(registration=a_registration("2023-11")))
    assert [duty.unit.id for duty in of_kind(site, DutyKind.REGISTER_POSTS)] == ["hong-bang"]


def test_a_plan_is_asked_for_until_the_years_last_day():
    assert [duty.unit.id for duty in of_kind(a_site(today=date(2023, 12, 31)), DutyKind.REGISTER_POSTS)] == ["hong-bang", "hong-bang/so-dau"]


def test_no_plan_is_asked_for_once_the_year_is_over():
    assert of_kind(a_site(today=date(2024, 1, 1)), DutyKind.REGISTER_POSTS) == []


def test_a_plan_whose_time_has_passed_needs_a_day():
    site = a_site(a_dialogue(registration=a_registration("2023-08")))
    assert days_of(site, DutyKind.ANNOUNCE_DAY) == [date(2023, 8, 31)]


def test_a_postponed_dialogue_needs_a_new_day_and_nothing_says_until_when():
    (duty,) = of_kind(a_site(a_dialogue("a", an_announcement(), postponed())), DutyKind.SET_NEW_DAY)
    assert (duty.due, duty.days, duty.state) == (None, None, DutyState.NO_DAY)


def test_a_postponed_dialogue_that_has_a_new_day_needs_none():
    again = an_announcement("2023-10-20", "2023-09-10", reason="Đã xếp được lịch")
    assert of_kind(a_site(a_dialogue("a", an_announcement(), postponed(), again)), DutyKind.SET_NEW_DAY) == []


def test_a_dialogue_whose_day_has_passed_needs_its_result():
    (duty,) = of_kind(a_site(a_dialogue("a", an_announcement("2023-09-10"))), DutyKind.REPORT_RESULT)
    assert (duty.due, duty.days, duty.state) == (date(2023, 9, 10), 5, DutyState.OVERDUE)


def test_what_two_years_have_left_open_is_no_longer_asked_after():
    site = a_site(a_dialogue("a", an_announcement("2021-09-10", "2021-08-01"), year=2021))
    assert of_kind(site, DutyKind.REPORT_RESULT) == []


def test_the_commission_is_told_of_a_district_dialogue_before_its_day():
    site = a_site(a_dialogue("a", an_announcement("2023-09-20"), **HELD_BY_DISTRICT))
    assert days_of(site, DutyKind.NOTIFY_COMMISSION) == [date(2023, 9, 19)]


@pytest.mark.parametrize("fields", [{**HELD_BY_DISTRICT, "notified_on": "2023-09-01"}, {"unit": "hong-bang/so-dau"}],
                         ids=["already told", "of a commune"])
def test_the_commission_need_not_be_told(fields):
    assert of_kind(a_site(a_dialogue("a", an_announcement("2023-09-20"), **fields)), DutyKind.NOTIFY_COMMISSION) == []


@pytest.mark.parametrize(("held", "state", "days"), [("2023-09-10", DutyState.DUE_SOON, 5), ("2023-09-01", DutyState.OVERDUE, 4)])
def test_a_conclusion_is_sent_within_ten_days(held, state, days):
    (duty,) = of_kind(a_site(a_held_dialogue("a", held, **HELD_BY_DISTRICT)), DutyKind.SEND_CONCLUSION)
    assert (duty.due, duty.state, duty.days) == (date.fromisoformat(held) + timedelta(10), state, days)


def test_a_conclusion_that_was_sent_is_owed_no_more():
    conclusion = a_conclusion(issued_on="2023-09-05", sent_on="2023-09-14")
    site = a_site(a_held_dialogue("a", "2023-09-01", conclusion=conclusion, **HELD_BY_DISTRICT))
    assert of_kind(site, DutyKind.SEND_CONCLUSION) == []


def test_publishing_is_owed_apart_from_sending():
    rules = some_rules(conclusion={"district": {"send_within_days": 10, "publish_within_days": 15}})
    site = a_site(a_held_dialogue("a", "2023-09-01", **HELD_BY_DISTRICT), rules=[rules])
    assert days_of(site, DutyKind.PUBLISH_CONCLUSION) == [date(2023, 9, 16)]


def test_a_commitment_is_owed_until_it_is_kept():
    kept = a_commitment(an_update("2023-09-01", "kept"), id="1")
    site = a_site(a_held_dialogue("a", commitments=[kept, a_commitment(id="2", due="2023-09-29")]))
    assert [(duty.commitment.id, duty.state, duty.days) for duty in of_kind(site, DutyKind.KEEP_COMMITMENT)] == [
        ("2", DutyState.DUE_SOON, 14),
    ]


def test_a_commitment_without_a_day_is_owed_too():
    site = a_site(a_held_dialogue("a", commitments=[a_commitment(due=None)]))
    assert days_of(site, DutyKind.KEEP_COMMITMENT) == [None]


def test_the_longest_overdue_comes_first_and_what_has_no_day_last():
    site = a_site(
        a_dialogue("a", an_announcement(), postponed()), a_dialogue("b", an_announcement("2023-01-10", "2023-01-02")),
        a_held_dialogue("c", commitments=[a_commitment(due="2024-05-01")]),
    )
    dues = [duty.due for duty in duties(site)]
    assert (dues[0], dues[-2:]) == (date(2023, 1, 10), [date(2024, 5, 1), None])
    assert dues[:-1] == sorted(dues[:-1])


def test_a_districts_list_holds_its_communes_duties_and_no_others():
    other = a_district("le-chan", "Quận Lê Chân")
    site = a_site(units=[a_district(), a_commune(), other])
    assert {duty.unit.id for duty in duties(site, site.register.units["hong-bang"])} == {"hong-bang", "hong-bang/so-dau"}


def test_voters_who_asked_for_a_dialogue_are_answered_by_the_day_set():
    asked = {"asked_by": "Cử tri thôn Đông", "asked_on": "2023-09-01", "answer_by": "2023-09-20"}
    def due_after(**fields: object) -> list[date | None]:
        planned = a_dialogue("a", registration=a_registration(), demand={**asked, **fields})
        return days_of(a_site(planned), DutyKind.ANSWER_DEMAND)

    assert due_after() == [date(2023, 9, 20)]
    assert due_after(answered_on="2023-09-10") == []


class TestOfAUnitThatIsNoMore:
    """The ward Sở Dầu is closed on 31/8/2023, and two wards come after it."""

    UNITS = (
        a_district(), a_commune(exists_until="2023-08-31", successors=["hong-bang/moi", "hong-bang/ha-ly"]),
        a_commune("hong-bang/ha-ly", "Phường Hạ Lý"), a_commune("hong-bang/moi", "Phường Mới", exists_from="2023-09-01"),
    )

    def asked(self, *, units: tuple[Unit, ...] = UNITS, today: date = TODAY, **commitment: object) -> list[str]:
        held = a_held_dialogue(commitments=[a_commitment(**commitment)])
        (duty,) = of_kind(a_site(held, units=units, today=today), DutyKind.KEEP_COMMITMENT)
        assert duty.unit.id == "hong-bang/so-dau"
        return [unit.id for unit in duty.asked]

    def test_while_it_is_there_it_is_asked_itself(self):
        assert self.asked(today=date(2023, 8, 31)) == ["hong-bang/so-dau"]

    def test_those_after_it_are_asked(self):
        assert self.asked() == ["hong-bang/moi", "hong-bang/ha-ly"]

    def test_whoever_took_it_over_is_asked_alone(self):
        assert self.asked(taken_over_by=[{"unit": "hong-bang/ha-ly", "taken_over_on": "2023-09-05"}]) == ["hong-bang/ha-ly"]

    def test_those_after_whoever_took_it_over_are_asked_once_that_one_is_no_more_either(self):
        units = (*self.UNITS[:2], a_commune("hong-bang/ha-ly", "Phường Hạ Lý", exists_until="2023-09-10", successors=["hong-bang"]), self.UNITS[3])
        assert self.asked(units=units, taken_over_by=[{"unit": "hong-bang/ha-ly", "taken_over_on": "2023-09-05"}]) == ["hong-bang"]

    def test_the_city_is_asked_where_nobody_follows_it(self):
        units = (a_district(), a_commune(exists_until="2023-08-31"))
        assert self.asked(units=units) == []
        site = a_site(a_held_dialogue(commitments=[a_commitment()]), units=units)
        assert "Hải Phòng (của đơn vị cũ Phường Sở Dầu, quận Hồng Bàng): " in duty_list_text(site, duties(site))

    def test_units_that_name_each_other_are_asked_once(self):
        units = (a_district(), a_commune(exists_until="2023-08-31", successors=["hong-bang/ha-ly"]), a_commune(
            "hong-bang/ha-ly", "Phường Hạ Lý", exists_until="2023-08-31", successors=["hong-bang/so-dau", "hong-bang"],
        ))
        assert self.asked(units=units) == ["hong-bang"]

    def test_a_list_of_one_unit_has_what_it_is_asked_for(self):
        site = a_site(a_held_dialogue(commitments=[a_commitment()]), units=self.UNITS)
        owed = duties(site, site.register.units["hong-bang/moi"])
        assert DutyKind.KEEP_COMMITMENT in {duty.kind for duty in owed}
        assert "Phường Mới, quận Hồng Bàng; Phường Hạ Lý, quận Hồng Bàng (của đơn vị cũ Phường Sở Dầu" in duty_list_text(site, owed)
        assert duties(site, site.register.units["hong-bang/so-dau"]) == ()
