"""A year is closed when nothing is open in silence, into an archive that anyone can verify; the next one is opened."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from click.testing import Result

from generator.consequences.duties import duties
from generator.consequences.duty import DutyKind, DutyState
from generator.editing.newest_rules import newest_rules
from generator.editing.year_closing import open_matters, posts_without_credit
from generator.editing.year_holidays import with_holidays
from generator.editing.year_opening import lines_naming, shifted_rules
from generator.keeping.observed_day import ObservedDay
from generator.model import Dialogue, Report, Submission
from generator.site.site import Site
from tests.builders import a_commune, a_dialogue, a_district, a_held_dialogue, a_register, a_site
from tests.places import GOLDEN, TEMPLATES
from tests.record_parts import a_commitment, a_conclusion, a_registration, an_announcement, an_update, cancelled, postponed
from tests.run_command import run_on

AFTER = date(2024, 1, 20)
ANNOUNCED = an_announcement("2023-09-20", "2023-08-01")


ALL_SENT = tuple(Submission(unit="hong-bang", report=report, sent_on="2023-02-24") for report in Report)


def left_open(*dialogues: Dialogue, today: date = AFTER) -> list[str]:
    """Where every report was sent."""
    return list(open_matters(keeping_track(*ALL_SENT, dialogues=dialogues, today=today), 2023))


def keeping_track(*sent: Submission, dialogues: tuple[Dialogue, ...] = (), today: date = AFTER) -> Site:
    """Of the reports of 2023."""
    return Site(replace(a_register(*dialogues), submissions={2023: sent}), ObservedDay(today), TEMPLATES)


class TestOpenMatters:
    def test_a_year_that_still_runs_is_open(self):
        assert left_open(today=date(2023, 12, 31))[0] == "Năm 2023 chưa hết: số liệu còn thay đổi đến hết ngày 31/12/2023."

    def test_posts_that_can_still_plan_or_hold_a_dialogue_are_open_until_the_year_is_over(self):
        both = a_dialogue("a", ANNOUNCED, cancelled())
        one = a_dialogue("b", ANNOUNCED, cancelled(), unit="hong-bang", presided_by=["party"])
        plan, hold = "Đăng ký kế hoạch đối thoại định kỳ năm 2023 của", "Tổ chức cuộc đối thoại định kỳ năm 2023 còn thiếu của"
        why = "(đã hủy, chưa có cuộc thay thế), hôm nay là ngày cuối"
        assert left_open(both, one, today=date(2023, 12, 31))[1:] == [
            f"{plan} Chủ tịch UBND, quá 306 ngày: Quận Hồng Bàng", f"{hold} Bí thư {why}: Quận Hồng Bàng",
            f"{hold} Bí thư và Chủ tịch UBND {why}: Phường Sở Dầu, quận Hồng Bàng",
        ]
        assert left_open(both, one, today=date(2024, 1, 1)) == []

    def test_many_units_that_lack_the_same_are_counted(self):
        units = (a_district(), *(a_commune(f"hong-bang/phuong-{number}", f"Phường {number}") for number in range(1, 5)))
        site = Site(replace(a_register(units=units), submissions={2023: ALL_SENT}), ObservedDay(date(2023, 12, 31)), TEMPLATES)
        assert list(open_matters(site, 2023))[1:] == [
            "Đăng ký kế hoạch đối thoại định kỳ năm 2023 của Bí thư và Chủ tịch UBND, quá 306 ngày: 5 đơn vị"
        ]

    def test_a_year_with_nothing_in_it_can_be_closed(self):
        assert left_open() == []

    @pytest.mark.parametrize("settled", [
        a_held_dialogue(), a_dialogue("a", ANNOUNCED, cancelled()),
    ], ids=["held", "cancelled"])
    def test_a_dialogue_that_is_settled_is_not_open(self, settled):
        assert left_open(settled) == []

    @pytest.mark.parametrize("forgotten, said", [
        (a_dialogue("a", registration=a_registration()), "Đã đăng ký kế hoạch"),
        (a_dialogue("a", ANNOUNCED), "Đã qua ngày, chưa có báo cáo"),
        (a_dialogue("a", ANNOUNCED, note="Số lượng dự kiến: trên 200"), "Đã qua ngày, chưa có báo cáo"),
        (a_dialogue("a", ANNOUNCED, postponed()), "Tạm hoãn"),
    ], ids=["registered", "announced", "with a remark", "postponed"])
    def test_a_dialogue_that_nobody_spoke_of_again_is_open(self, forgotten, said):
        (matter,) = left_open(forgotten)
        assert matter.startswith("a: ") and said in matter

    def test_a_conclusion_that_was_never_sent_is_open(self):
        assert left_open(a_held_dialogue("a", unit="hong-bang", conclusion=a_conclusion(issued_on="2023-08-20"))) == [
            "a: Gửi Thông báo kết luận: quá hạn 148 ngày (hạn 25/8/2023)"
        ]

    def test_a_conclusion_that_is_still_in_its_time_is_open_too(self):
        late = a_held_dialogue("a", unit="hong-bang", day="2023-12-28")
        assert left_open(late, today=date(2024, 1, 3)) == ["a: Gửi Thông báo kết luận: chưa đến hạn (hạn 07/01/2024)"]

    def test_an_overdue_commitment_is_open_as_long_as_nobody_says_a_word(self):
        assert left_open(a_held_dialogue("a", commitments=[a_commitment()])) == [
            "a: cam kết 1 quá hạn 20 ngày, chưa có cập nhật nào"
        ]

    def test_an_overdue_commitment_of_which_something_was_said_is_open_until_it_has_ended(self):
        assert left_open(a_held_dialogue("a", commitments=[a_commitment(an_update("2023-12-01"))])) == ["a: cam kết 1 quá hạn 20 ngày"]

    def test_a_commitment_that_is_not_yet_due_goes_on_into_the_next_year(self):
        assert left_open(a_held_dialogue("a", commitments=[a_commitment(due="2024-06-30")])) == []

    def test_a_report_that_was_not_sent_is_open_where_the_register_keeps_track_of_them(self):
        lines = list(open_matters(keeping_track(ALL_SENT[0]), 2023))
        assert len(lines) == 5 and "Gửi báo cáo quý I " in lines[0] and lines[0].endswith(": Quận Hồng Bàng")

    @pytest.mark.parametrize("today", [date(2023, 12, 24) + timedelta(days=days) for days in range(0, 24, 2)], ids=str)
    def test_whatever_is_owed_is_open_on_each_day_around_the_years_end(self, today):
        site = keeping_track(ALL_SENT[0], today=today, dialogues=(
            a_dialogue("registered", registration=a_registration()), a_dialogue("announced", ANNOUNCED, note="Hỏi lại"),
            a_dialogue("postponed", ANNOUNCED, postponed()),
            a_held_dialogue("held", unit="hong-bang", conclusion=a_conclusion(issued_on="2023-08-20"), commitments=[a_commitment()]),
            a_held_dialogue("just-held", unit="hong-bang", day="2023-12-22"),
        ))
        owed = [
            duty for duty in duties(site) if duty.year == 2023 and (duty.kind != DutyKind.KEEP_COMMITMENT or duty.state == DutyState.OVERDUE)
        ]
        said = "\n".join(open_matters(site, 2023))
        named = {
            duty.dialogue.dialogue.id if duty.dialogue else site.report_name(duty.report, 2023) if duty.report else duty.unit.name
            for duty in owed
        }
        assert {duty.kind for duty in owed} >= {DutyKind.SEND_REPORT, DutyKind.REPORT_RESULT, DutyKind.SEND_CONCLUSION}
        assert len(named) == 10 and [name for name in named if name not in said] == []


def test_posts_without_credit_are_listed_with_their_standing():
    site = a_site(a_held_dialogue("a", presided_by=["party"]), today=AFTER)
    assert list(posts_without_credit(site, 2023)) == [
        "Bí thư Quận ủy, Quận Hồng Bàng: Chưa đăng ký kế hoạch",
        "Chủ tịch UBND quận, Quận Hồng Bàng: Chưa đăng ký kế hoạch",
        "Chủ tịch UBND phường, Phường Sở Dầu, quận Hồng Bàng: Chưa đăng ký kế hoạch",
    ]


@pytest.fixture(scope="module")
def content(tmp_path_factory) -> Path:
    return Path(shutil.copytree(GOLDEN, tmp_path_factory.mktemp("year") / "content"))


def close(content: Path, out: Path, *arguments: str) -> Result:
    return run_on(content, "close-year", "2023", "--out", str(out), "--as-of", "2024-01-20", *arguments)


@pytest.fixture(scope="module")
def archive(content, tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("archive")
    close(content, out, "--even-if-open")
    return out / "so-doi-thoai-2023.zip"


class TestTheArchive:
    def test_holds_pages_tables_feeds_and_records(self, archive):
        assert {
            "trang/index.html", "trang/api/v1/dialogues-2023.json", "trang/api/v1/dialogues-2023.csv", "trang/lich/thanh-pho.ics",
            "ban-ghi/register.yml", "ban-ghi/dialogues/2023/so-dau-dinh-ky.yml", "TONG-HOP.txt", "MANIFEST.sha256",
            "ban-ghi/documents/2023/hong-bang-dinh-ky-1/thong-bao-ket-luan.pdf",
        } <= set(zipfile.ZipFile(archive).namelist())

    def test_holds_the_records_to_the_byte(self, archive):
        with zipfile.ZipFile(archive) as opened:
            assert opened.read("ban-ghi/register.yml") == (GOLDEN / "register.yml").read_bytes()

    def test_lists_what_was_open(self, archive):
        with zipfile.ZipFile(archive) as opened:
            assert "so-dau-dinh-ky: Đối thoại định kỳ" in opened.read("TONG-HOP.txt").decode()

    def test_is_verified_by_a_tool_that_every_office_computer_with_linux_has(self, archive, tmp_path):
        zipfile.ZipFile(archive).extractall(tmp_path)
        checked = subprocess.run(["sha256sum", "--check", "--strict", "MANIFEST.sha256"], cwd=tmp_path, capture_output=True)
        assert checked.returncode == 0

    def test_names_every_file_in_its_manifest(self, archive):
        with zipfile.ZipFile(archive) as opened:
            lines = opened.read("MANIFEST.sha256").decode().splitlines()
            named = {line.split("  ", 1)[1] for line in lines if not line.startswith("#")}
            assert named == set(opened.namelist()) - {"MANIFEST.sha256"}

    def test_is_the_same_bytes_from_the_same_records_and_day(self, content, archive, tmp_path):
        close(content, tmp_path, "--even-if-open")
        assert (tmp_path / archive.name).read_bytes() == archive.read_bytes()

    def test_names_the_hash_of_the_manifest_before(self, content, archive, tmp_path):
        close(content, tmp_path, "--even-if-open", "--previous", str(archive))
        with zipfile.ZipFile(archive) as opened:
            tie = hashlib.sha256(opened.read("MANIFEST.sha256")).hexdigest()
        with zipfile.ZipFile(tmp_path / archive.name) as opened:
            assert f"# MANIFEST.sha256 của năm trước: {tie}" in opened.read("MANIFEST.sha256").decode().splitlines()


class TestClosingAllTheSame:
    @pytest.fixture
    def content(self, tmp_path) -> Path:
        return Path(shutil.copytree(GOLDEN, tmp_path / "content"))

    @pytest.mark.parametrize(("how", "said"), [
        (("--even-though", "Hai phường đã sáp nhập"), "việc bỏ ngỏ. Lý do: Hai phường đã sáp nhập."),
        (("--even-if-open",), "việc bỏ ngỏ, không nêu lý do."),
    ])
    def test_is_said_on_the_page_of_the_year_in_the_archive_and_on_the_site(self, content, tmp_path, how, said):
        assert close(content, tmp_path / "out", *how).exit_code == 0
        with zipfile.ZipFile(tmp_path / "out/so-doi-thoai-2023.zip") as opened:
            page = opened.read("trang/tien-do/2023/index.html").decode()
            assert opened.read("ban-ghi/rules/2023.yml") == (content / "rules/2023.yml").read_bytes()
        assert "Sổ năm 2023 đã đóng ngày 20/01/2024 khi còn" in page and said in page
        assert run_on(content, "check", "--as-of", "2024-01-20").exit_code == 0

    def test_is_no_rule_of_the_next_year(self, content, tmp_path):
        close(content, tmp_path / "out", "--even-if-open")
        assert run_on(content, "open-year", "2024").exit_code == 0
        assert "closing" in (content / "rules/2023.yml").read_text("utf-8")
        assert "closing" not in (content / "rules/2024.yml").read_text("utf-8")

    def test_is_not_said_anew_for_another_reason(self, content, tmp_path):
        close(content, tmp_path / "out", "--even-though", "Một")
        again = close(content, tmp_path / "other", "--even-though", "Hai")
        assert (again.exit_code, "với lý do khác" in again.stderr, (tmp_path / "other").exists()) == (1, True, False)

    def test_names_nobody(self, content, tmp_path):
        refused = close(content, tmp_path / "out", "--even-though", "Hỏi ông A, 0912 345 678")
        assert (refused.exit_code, "closing" in (content / "rules/2023.yml").read_text("utf-8")) == (1, False)


def test_many_posts_without_credit_are_summed_on_the_screen_and_named_in_the_archive(tmp_path):
    content = Path(shutil.copytree(GOLDEN, tmp_path / "content"))
    communes = "".join(f"  - id: xa-{number}\n    name: Xã {number}\n    type: xã\n" for number in range(1, 13))
    (content / "units/an-lao.yml").write_text(f"name: Huyện An Lão\ntype: huyện\nlevel: district\ncommunes:\n{communes}", "utf-8")
    said = close(content, tmp_path / "out", "--even-if-open").stdout
    lists = zipfile.ZipFile(tmp_path / "out/so-doi-thoai-2023.zip").read("TONG-HOP.txt").decode()
    assert re.search(r"^- \d+ chưa đăng ký kế hoạch$", said, re.MULTILINE) and "Xã 7" not in said and "Xã 7" in lists


class TestARefusal:
    def test_lists_what_is_open_and_writes_nothing(self, content, tmp_path):
        result = close(content, tmp_path / "out")
        assert (result.exit_code, "Còn bỏ ngỏ: 15" in result.stderr, (tmp_path / "out").exists()) == (1, True, False)

    def test_never_writes_over_an_archive(self, content, archive):
        before = archive.read_bytes()
        result = close(content, archive.parent, "--even-if-open")
        assert (result.exit_code, "không bị ghi đè" in result.stderr, archive.read_bytes() == before) == (1, True, True)

    def test_of_a_previous_file_that_is_no_archive(self, content, tmp_path):
        result = close(content, tmp_path / "out", "--even-if-open", "--previous", str(content / "register.yml"))
        assert (result.exit_code, "phải là gói lưu trữ" in result.stderr) == (1, True)

    def test_of_a_year_without_rules(self, content, tmp_path):
        result = run_on(content, "close-year", "2031", "--out", str(tmp_path))
        assert (result.exit_code, result.stderr) == (1, "năm 2031 chưa có tệp quy định rules/2031.yml\n")


RULES = """\
# Quy định năm 2023: nộp trước 2023-03-01.
legal_basis:
  h: {title: "Hướng dẫn ngày 2023-01-05"}   # năm 2023
deadlines:
  registration_before: '2023-03-01'  # trước ngày này
  quarterly_before: [2023-03-15,   2023-06-15]
cutoffs:
    year_end:   2023-12-31
"""


class TestTheNextYear:
    def test_has_the_rules_of_the_last_with_its_deadlines_moved_and_not_a_letter_else(self):
        shifted, _ = shifted_rules(RULES, 1)
        assert shifted.splitlines() == [
            *RULES.splitlines()[:4], "  registration_before: '2024-03-01'  # trước ngày này",
            "  quarterly_before: [2024-03-15,   2024-06-15]", "cutoffs:", "    year_end:   2024-12-31",
        ]

    def test_tells_each_day_that_moved_and_where(self):
        _, days = shifted_rules(RULES, 1)
        assert [(day.line, day.new.isoformat()) for day in days] == [
            (5, "2024-03-01"), (6, "2024-03-15"), (6, "2024-06-15"), (8, "2024-12-31"),
        ]

    def test_names_the_lines_that_speak_of_the_old_year(self):
        assert lines_naming(shifted_rules(RULES, 1)[0], 2023) == (1, 3)

    def test_has_no_29_february_where_there_is_none(self):
        assert shifted_rules("cutoffs: {year_end: 2024-02-29}\n", 1)[0] == "cutoffs: {year_end: 2025-02-28}\n"

    def test_has_its_own_days_off_in_place_of_last_years(self):
        before = "day_off: next-working-day\nholidays:\n  # Năm cũ\n  - 2023-01-02  # Nghỉ bù\ncutoffs: {year_end: 2023-12-31}\n"
        rules = yaml.safe_load(with_holidays(before, 2024))
        days = rules["holidays"]
        assert ([*rules], date(2023, 1, 2) in days, "Năm cũ" in with_holidays(before, 2024)) == (["day_off", "cutoffs", "holidays"], False, False)
        assert {date(2024, 2, 10), date(2024, 9, 2), date(2025, 1, 29)} <= {*days}  # Tết of this year and of the next
        assert with_holidays(with_holidays(before, 2024), 2024) == with_holidays(before, 2024)

    def test_has_the_rules_that_held_at_the_end_of_the_last(self):
        changed = (
            "# Quy định\nlegal_basis: {h: {title: Một}}  # các văn bản\n# Chỉ tiêu\ntarget:\n  minimum: {district: 1}\n  basis: h\n\n"
            "# Trong năm\nperiods:\n  - first_day: 2025-07-01\n    target:\n      minimum: {commune: 1}\n    notice_days:\n"
            "      commune: 7\n  - {first_day: 2025-10-01, notice_days: {commune: 10}}\n# Hết\ncutoffs: {year_end: 2025-12-31}\n"
        )
        assert newest_rules(changed) == (
            "# Quy định\nlegal_basis: {h: {title: Một}}  # các văn bản\n# Chỉ tiêu\ntarget:\n  minimum: {commune: 1}\n\n"
            "# Trong năm\nnotice_days: {commune: 10}\n# Hết\ncutoffs: {year_end: 2025-12-31}\n"
        )

    def test_has_the_same_rules_to_the_letter_where_nothing_changed_within_the_last(self):
        assert newest_rules(RULES) == RULES

    def test_is_opened_once_and_passes_the_check(self, tmp_path):
        content = Path(shutil.copytree(GOLDEN, tmp_path / "content"))
        opened, again, checked = run_on(content, "open-year", "2024"), run_on(content, "open-year", "2024"), run_on(content, "check")
        assert (opened.exit_code, again.exit_code, checked.exit_code) == (0, 1, 0)
        assert "Dòng 16: 2023-06-15 thành 2024-06-15 (thứ Bảy, ngày 15/6/2024; ngày nghỉ cuối tuần)" in opened.output
        assert again.stderr == "rules/2024.yml đã có; không ghi đè\n"
