"""What a change of the records means to the public is told before it is made, and a broken promise is refused."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.comparing.difference_text import NOTHING, markdown, plain_text
from generator.comparing.public_difference import Difference, difference
from generator.model import Dialogue
from generator.model.agencies import AgencyList
from generator.site.site import Site
from tests.builders import a_commune, a_dialogue, a_district, a_held_dialogue, a_site
from tests.folders import append_to
from tests.git import committed, git
from tests.places import GOLDEN, TEMPLATES
from tests.record_parts import a_commitment, a_conclusion, a_registration, an_announcement, an_update, cancelled, postponed
from tests.run_command import run, run_on

ANNOUNCED = an_announcement("2023-09-20", "2023-08-01")
MOVED = an_announcement("2023-10-05", "2023-09-10", reason="Trùng kỳ họp")
TITLE = "Đối thoại định kỳ của Bí thư và Chủ tịch UBND phường Sở Dầu, quận Hồng Bàng (a)"
CORRECTION = {"corrected_on": "2023-09-14", "text": "Sửa ngày ghi nhầm"}


def a_correction(field: str, was: str | None) -> dict[str, str | None]:
    return {**CORRECTION, "field": field, "was": was}


def between(old: Dialogue | None, new: Dialogue | None, **new_facts: object) -> Difference:
    before, after = a_site(*filter(None, [old])), a_site(*filter(None, [new]), **new_facts)
    return difference(before, after)


def news(old: Dialogue | None, new: Dialogue | None) -> tuple[str, ...]:
    return between(old, new).news


def refused(old: Dialogue | None, new: Dialogue | None, **new_facts: object) -> str:
    return "\n".join(between(old, new, **new_facts).refused)


class TestNews:
    def test_of_nothing_is_none(self):
        assert between(a_dialogue("a", ANNOUNCED), a_dialogue("a", ANNOUNCED)) == Difference((), (), ())

    def test_of_a_new_plan(self):
        assert news(None, a_dialogue("a", registration=a_registration("2023-10"))) == (
            f"Đã đăng ký kế hoạch: {TITLE}, dự kiến tháng 10/2023",
        )

    def test_of_a_new_day(self):
        assert news(None, a_dialogue("a", ANNOUNCED)) == (f"Có lịch: {TITLE}: thứ Tư, ngày 20/9/2023, 08 giờ 00 – 11 giờ 00",)

    def test_of_a_move_from_the_old_day_to_the_new_with_its_reason(self):
        assert news(a_dialogue("a", ANNOUNCED), a_dialogue("a", ANNOUNCED, MOVED)) == (
            f"Thay đổi thời gian: {TITLE}: thứ Tư, ngày 20/9/2023, 08 giờ 00 – 11 giờ 00 → "
            "thứ Năm, ngày 05/10/2023, 08 giờ 00 – 11 giờ 00; lý do: Trùng kỳ họp",
        )

    def test_of_a_postponement(self):
        assert news(a_dialogue("a", ANNOUNCED), a_dialogue("a", ANNOUNCED, postponed()))[0].startswith("Tạm hoãn: ")

    def test_of_a_cancellation_with_the_old_day(self):
        (line,) = news(a_dialogue("a", ANNOUNCED), a_dialogue("a", ANNOUNCED, cancelled()))
        assert line.startswith("Hủy: ") and "20/9/2023" in line and "lý do: Đã lồng ghép" in line

    def test_of_a_meeting_held(self):
        old = a_dialogue("a", an_announcement("2023-09-10"))
        assert news(old, a_dialogue("a", an_announcement("2023-09-10"), held={})) == (f"Đã tổ chức: {TITLE}: 10/9/2023",)

    def test_of_a_conclusion(self):
        new = a_held_dialogue("a", conclusion=a_conclusion(issued_on="2023-08-20"))
        assert news(a_held_dialogue("a"), new) == (f"Có Thông báo kết luận: {TITLE}: 15-TB/QU",)

    def test_of_a_commitment_kept(self):
        old = a_held_dialogue("a", commitments=[a_commitment()])
        new = a_held_dialogue("a", commitments=[a_commitment(an_update("2023-09-01", "kept", "Đã sửa xong"))])
        assert news(old, new) == (f"Đã giải quyết cam kết: {TITLE}: Sửa đường ngõ 12; Đã sửa xong",)

    def test_of_an_edited_record_names_what_was_edited(self):
        assert news(a_dialogue("a", ANNOUNCED), a_dialogue("a", ANNOUNCED, topic="Rác", mode="online")) == (
            f"Sửa bản ghi: {TITLE}: chủ đề, hình thức",
        )

    def test_of_a_day_written_over_tells_both(self):
        assert news(a_dialogue("a", ANNOUNCED), a_dialogue("a", an_announcement("2023-09-27", "2023-08-01"))) == (
            f"Sửa bản ghi: {TITLE}: ngày đối thoại: thứ Tư, ngày 20/9/2023 → thứ Tư, ngày 27/9/2023",
        )

    def test_of_a_remark_written_over_tells_both(self):
        old, new = (a_dialogue("a", ANNOUNCED, note=note) for note in ("Bản nháp", "Bản sửa"))
        assert news(old, new) == (f"Sửa bản ghi: {TITLE}: ghi chú: “Bản nháp” → “Bản sửa”",)

    def test_of_an_announcement_whose_day_nobody_knows(self):
        assert news(None, a_dialogue("a", an_announcement(announced_on="unknown"))) == (f"Sắp tổ chức: {TITLE}",)


class TestNewsOfWhatIsNoDialogue:
    def test_a_new_unit_is_told_with_its_first_day(self):
        units = a_district(), a_commune(), a_commune("hong-bang/moi", "Phường Mới", exists_from="2023-09-10")
        assert between(None, None, units=units).news == ("Đơn vị hong-bang/moi: mới, từ ngày 2023-09-10",)

    def test_a_value_that_is_added_to_a_unit_is_told(self):
        units = a_district(), a_commune(exists_until="2023-09-30")
        assert between(None, None, units=units).news == (
            "Đơn vị hong-bang/so-dau: ghi thêm exists_until (ngày cuối cùng đơn vị tồn tại): “2023-09-30”",
        )

    def test_another_list_of_agencies_is_told(self):
        old = a_site()
        new = replace(old.register, agencies=AgencyList.model_validate({"agencies": [{"name": "Công an", "field": "an-ninh"}]}))
        head, line = difference(old, Site(new, old.today, old.templates)).news
        assert head.startswith("agencies.yml: danh mục cơ quan đổi")
        assert line == "agencies.yml: Công an: không ghi gì → “an-ninh”"

    def test_another_field_of_an_agency_is_told_from_the_old_to_the_new_wherever_it_stands(self):
        fields, police = {"an-ninh": "Công an, trật tự", "dien": "Điện"}, {"name": "Công an", "field": "an-ninh", "spellings": ["CA"]}
        site = a_site()
        before, after = (
            replace(site.register, agencies=AgencyList.model_validate({"fields": fields, "agencies": agencies}))
            for agencies in ([police], [{"name": "Điện lực", "field": "dien"}, {**police, "field": "dien"}])
        )
        told = difference(*(Site(one, site.today, site.templates) for one in (before, after))).news[1:]
        assert told == (
            "agencies.yml: Công an: “Công an, trật tự; CA” → “Điện; CA”", "agencies.yml: Điện lực: không ghi gì → “Điện”",
        )

    def test_another_telephone_number_of_a_unit_is_told_with_the_old_one(self):
        before, after = (
            a_site(units=[a_district(contacts=[{"office": "Văn phòng", "phone": phone}]), a_commune()])
            for phone in ("0225 3000 303", "0225 3000 304")
        )
        assert difference(before, after).news == (
            "Đơn vị hong-bang: contacts[1].phone (điện thoại của cơ quan): “0225 3000 303” → “0225 3000 304”",
        )

    @pytest.mark.parametrize("field, facts, line", [
        ("contact", {"office": "Văn phòng Ban", "phone": "0225 3000 111"}, "contact.phone (điện thoại của cơ quan): không ghi gì → “0225 3000 111”"),
        ("description", "Lịch đối thoại", "description (một câu giới thiệu): “Lịch” → “Lịch đối thoại”"),
    ])
    def test_what_the_register_says_of_itself_is_told_with_what_it_said(self, field: str, facts: object, line: str):
        given = {"contact": {"office": "Văn phòng Ban"}, "description": "Lịch"}
        sites = [a_site(**{**given, **changed}) for changed in ({}, {field: facts})]
        assert difference(*sites).news == (f"register.yml: {line}",)


class TestRefused:
    def test_a_record_that_is_gone_and_how_to_cancel_it_instead(self):
        assert "dialogues cancel a --reason" in refused(a_dialogue("a", ANNOUNCED), None)

    def test_a_record_in_another_years_folder(self):
        assert "doi-thoai/2023/a/ sẽ mất" in refused(a_dialogue("a", ANNOUNCED), a_dialogue("a", ANNOUNCED, year=2024))

    def test_an_announced_day_that_is_changed_in_silence(self):
        assert "không nói gì" in refused(a_dialogue("a", ANNOUNCED), a_dialogue("a", an_announcement("2023-09-21", "2023-08-01")))

    def test_but_not_one_that_is_corrected_in_public(self):
        new = a_dialogue("a", an_announcement("2023-09-21", "2023-08-01"), corrections=[a_correction("schedule[1].day", "2023-09-20")])
        assert refused(a_dialogue("a", ANNOUNCED), new) == ""

    def test_another_day_for_a_meeting_that_was_held_is_told_to_the_public(self):
        old, moved = a_held_dialogue("a"), a_dialogue("a", *a_held_dialogue("a").schedule, MOVED, held={})
        assert "held.day (ngày đã tổ chức) đã công bố là “2023-08-15”, nay là “2023-10-05”" in refused(old, moved)
        corrected = a_dialogue("a", *moved.schedule, held={}, corrections=[a_correction("held.day", "2023-08-15")])
        assert "held.day" not in refused(old, corrected)

    def test_a_sequence_that_would_fall(self):
        new = a_dialogue("a", ANNOUNCED, corrections=[CORRECTION])
        assert "SEQUENCE của sự kiện giảm từ 1 xuống 0" in refused(a_dialogue("a", ANNOUNCED, MOVED), new)

    def test_a_stamp_that_would_fall(self):
        new = a_dialogue("a", ANNOUNCED)
        assert "DTSTAMP" in refused(a_dialogue("a", ANNOUNCED, topic="Rác"), new)

    def test_another_unit_whose_feed_the_event_would_be_in(self):
        units = (a_district(), a_commune(), a_commune("hong-bang/ha-ly", "Phường Hạ Lý"))
        before = a_site(a_dialogue("a", ANNOUNCED), units=units)
        silent, told = (
            a_site(a_dialogue("a", ANNOUNCED, unit="hong-bang/ha-ly", corrections=corrections), units=units)
            for corrections in ([], [a_correction("unit", "hong-bang/so-dau")])
        )
        assert "unit (đơn vị tổ chức) đã công bố là “hong-bang/so-dau”" in difference(before, silent).refused[0]
        assert difference(before, told).refused == ()

    def test_but_not_that_nearer_ones_leave_no_room_for_one_in_a_feed(self):
        days = [(date(2023, 9, 20) + timedelta(days=number)).isoformat() for number in range(1001)]
        far, nearer = [[a_dialogue(f"d{day}", an_announcement(day)) for day in some] for some in (days[1:], days)]
        before, after = a_site(*far), a_site(*nearer)
        assert difference(before, after).refused == ()

    def test_but_not_a_plan_that_gets_its_day(self):
        old = a_dialogue("a", registration=a_registration("2023-10"))
        assert refused(old, a_dialogue("a", MOVED, registration=a_registration("2023-10"))) == ""

    def test_a_unit_that_is_gone_with_its_page_and_feed(self):
        found = refused(None, None, units=(a_district(),))
        assert "quan-huyen/hong-bang/so-dau/" in found and "Lịch lich/hong-bang/so-dau.ics sẽ mất" in found

    def test_units_that_are_gone_by_their_ids(self):
        communes = [a_commune(f"hong-bang/{name}", f"Phường {name}") for name in ("so-dau", "ha-ly", "thuong-ly", "trai-chuoi")]
        old, new = a_site(units=(a_district(), *communes)), a_site(units=(a_district(),))
        told = "\n".join(difference(old, new).refused)
        assert re.findall(r"Đơn vị (\S+) bị xóa", told) == sorted(commune.id for commune in communes)

    def test_another_domain_of_all_events(self):
        assert "uid_domain" in refused(None, None, uid_domain="khac.example")

    def test_a_page_that_is_there_no_more(self, tmp_path):
        (tmp_path / "gioi-thieu.md").write_text("# Giới thiệu\n", "utf-8")
        site = a_site()
        assert difference(replace(site, handwritten=tmp_path), site).refused == ("Địa chỉ gioi-thieu/ sẽ mất.",)


def test_another_name_of_a_unit_is_told_and_raises_the_stamps_of_its_events():
    dialogues = a_dialogue("a", ANNOUNCED), a_dialogue("b", ANNOUNCED)
    old = a_site(*dialogues, units=(a_district(), a_commune()))
    renamed = a_commune(name="Phường Sở Dầu mới", corrections=[a_correction("name", "Phường Sở Dầu")])
    new, told = (
        a_site(*dialogues, units=(a_district(), renamed), **facts) for facts in ({}, {"feeds_changed_on": "2023-09-15"})
    )
    [line] = difference(old, new).refused
    assert "feeds_changed_on: 2023-09-15" in line and line.endswith("(2 sự kiện: a, b)")
    assert difference(old, told).refused == ()
    assert "“Phường Sở Dầu” → “Phường Sở Dầu mới”" in difference(old, told).told[0]


def test_old_records_with_problems_are_compared_as_far_as_they_can_be_read():
    old = a_site(a_dialogue("a", ANNOUNCED, unit="hong-bang/khong-co"))
    found = difference(old, a_site(), is_sound=False)
    assert "không so được từng sự kiện" in found.notes[0] and "Bản ghi a bị xóa" in found.refused[0]


class TestAsText:
    hostile = Difference(("<script>[x](javascript:y) `z` @doi #12 https://x.example a*b_c|d",), (), ())

    def test_no_sign_of_markdown_has_a_meaning(self):
        assert markdown(self.hostile).splitlines()[-1] == (
            "- &lt;script&gt;\\[x\\](javascript:y) \\`z\\` @&#8203;doi #&#8203;12 https:&#8203;//x.example a\\*b\\_c\\|d"
        )

    def test_a_terminal_gets_it_as_it_is(self):
        assert plain_text(self.hostile) == f"Người dân sẽ thấy (1):\n- {self.hostile.news[0]}\n"

    def test_what_is_refused_comes_first(self):
        assert markdown(Difference(("a",), ("b",), ("c",))) == (
            "### Không được làm (1)\n\n- b\n\n### Người dân sẽ thấy (1)\n\n- a\n\n### Lưu ý (1)\n\n- c\n"
        )

    def test_nothing_is_said_too(self):
        assert plain_text(Difference((), (), ())) == f"{NOTHING}\n"


@pytest.fixture
def content(tmp_path) -> Path:
    """The golden content, committed to a repository of its own, two folders down."""
    content = Path(shutil.copytree(GOLDEN, tmp_path / "so" / "content"))
    committed(tmp_path)
    return content


class TestTheCommand:
    def test_compares_a_revision_with_the_folder_as_it_is(self, content):
        record = content / "dialogues/2023/so-dau-dinh-ky.yml"
        append_to(record, "  - {announced_on: 2023-09-15, state: cancelled, reason: Bão}\n")
        result = run_on(content, "diff", "HEAD", "--format", "markdown")
        assert (result.exit_code, "- Hủy: " in result.output) == (0, True)

    def test_compares_two_folders(self, content):
        assert run_on(content, "diff", str(GOLDEN), str(content)).output == f"{NOTHING}\n"

    def test_fails_when_a_record_is_gone(self, content):
        (content / "dialogues/2023/so-dau-dinh-ky.yml").unlink()
        result = run_on(content, "diff", "HEAD")
        assert (result.exit_code, "Bản ghi so-dau-dinh-ky bị xóa" in result.output) == (1, True)

    def test_tells_the_problems_of_new_records(self, content):
        (content / "dialogues/2023/so-dau-dinh-ky.yml").write_text("unit: x\n", "utf-8")
        assert "1 tệp. Chưa có gì được xuất bản." in run_on(content, "diff", "HEAD").stderr

    def test_leaves_the_work_tree_alone(self, content):
        run_on(content, "diff", "HEAD", "HEAD")
        assert git(content, "status", "--porcelain") == ""

    @pytest.mark.parametrize("asked", ["khong-co", "--output=x", ""])
    def test_says_so_when_there_is_no_such_revision(self, content, asked):
        result = run("diff", "--content", content, "--templates", TEMPLATES, "--", asked)
        assert (result.exit_code, "không phải là thư mục nội dung" in result.stderr) == (1, True)
