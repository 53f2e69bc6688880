"""What came of a dialogue, as its page tells it: figures, opinions, the conclusion, commitments, corrections."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.publications import dialogues
from generator.site.published import PublishedFile
from tests.builders import TODAY, a_dialogue, a_held_dialogue, a_site, published_by, some_rules
from tests.page_text import Outline, links, section
from tests.publications.stages import a_full_dialogue, page_at, page_of
from tests.record_parts import a_commitment, a_conclusion

DISTRICT = "hong-bang"


def test_what_was_not_reported_is_unknown_and_zero_is_zero():
    assert section(page_at("followed up"), "ket-qua") == (
        "Số người dự trên 200 người; 50 hộ Lượt phát biểu 0 Tổng số lượt ý kiến 46 "
        "Ý kiến gửi trước hội nghị Chưa có dữ liệu Ý kiến tại hội nghị Chưa có dữ liệu "
        "Đã trả lời tại hội nghị Chưa có dữ liệu Giải quyết sau Chưa có dữ liệu "
        "Vượt thẩm quyền, đã chuyển cấp trên Chưa có dữ liệu Hội nghị thẳng thắn."
    )


@pytest.mark.parametrize("precision, told", [("almost", "gần 11"), ("more-than", "trên 11"), ("exact", "11")])
def test_a_count_of_opinions_that_is_not_exact_says_so(precision, told):
    page = page_of(a_held_dialogue(held={"opinions": {"total": 11, "total_precision": precision}, "attendance": [{"count": 90, "precision": "almost"}]}))
    assert section(page, "ket-qua").startswith("Số người dự gần 90 người Lượt phát biểu Chưa có dữ liệu Tổng số lượt ý kiến " + told + " Ý")


def test_each_opinion_stands_with_its_answer():
    assert section(page_at("followed up"), "y-kien") == (
        "Ý kiến 1 Đề nghị sửa ngõ 12 Lĩnh vực Giao thông Địa bàn Tổ dân phố 1 Xử lý Giải quyết sau "
        "Trả lời UBND phường, ngày 15/8/2023: Sẽ sửa trong năm."
    )


@pytest.mark.parametrize("held_on, conclusion, words", [
    ("2023-09-10", None, "Chưa đến hạn, còn 5 ngày (hạn 20/9/2023)"),
    ("2023-09-01", None, "Quá hạn (hạn 11/9/2023)"),
    ("2023-08-01", {"sent_on": "2023-08-11"}, "Đúng hạn: ngày 11/8/2023 (hạn 11/8/2023)"),
    ("2023-08-01", {"sent_on": "2023-08-13"}, "Chậm hạn 2 ngày: ngày 13/8/2023 (hạn 11/8/2023)"),
])
def test_a_districts_conclusion_has_its_clock_in_words(held_on, conclusion, words):
    page = page_of(a_held_dialogue("x", held_on, unit=DISTRICT, conclusion=conclusion and a_conclusion(**conclusion)))
    assert words in section(page, "ket-luan")


def test_a_term_that_a_day_off_moved_says_so_and_why():
    basis = {"guidance": {"title": "Hướng dẫn năm 2023"}, "dan-su": {"title": "Bộ luật Dân sự 2015, khoản 5 Điều 148"}}
    rules = some_rules(day_off="next-working-day", day_off_basis="dan-su", legal_basis=basis)
    made = a_held_dialogue("x", "2023-08-10", unit=DISTRICT, conclusion=a_conclusion(sent_on="2023-08-21"))
    told = section(page_of(made, rules=[rules]), "ket-luan")
    assert (
        "Đúng hạn: ngày 21/8/2023 (hạn rơi vào ngày nghỉ, Chủ nhật, ngày 20/8/2023, nên tính đến hết thứ Hai, ngày 21/8/2023)" in told,
        "Hướng dẫn năm 2023; Bộ luật Dân sự 2015, khoản 5 Điều 148" in told,
    ) == (True, True)


def test_a_commune_without_a_term_is_told_so_once_beside_the_missing_conclusion():
    assert section(page_at("held"), "ket-luan") == "Chưa có Thông báo kết luận. Không quy định thời hạn."


def test_a_step_that_no_rule_asks_for_is_told_by_its_day_alone():
    told = section(page_of(a_held_dialogue(conclusion=a_conclusion(published_on="2023-08-22"))), "ket-luan")
    assert "Công khai Thông báo kết luận 22/8/2023" in told and "Không quy định" not in told and "Gửi" not in told


def test_the_conclusion_can_be_read_and_downloaded():
    page = page_at("followed up")
    assert ("Giao UBND phường sửa đường ngõ 12." in section(page, "ket-luan"), "kl.pdf" in links(page)) == (True, True)


def test_each_commitment_has_its_own_address():
    assert {"cam-ket-1", "cam-ket-2"} <= set(Outline(page_at("followed up")).ids)


def test_a_commitment_tells_its_state_agency_due_day_and_updates():
    assert section(page_at("followed up"), "cam-ket-1") == (
        "Sửa đường ngõ 12 Quá hạn từ ngày 11/9/2023 Cơ quan chủ trì giải quyết UBND phường Hạn xử lý 10/9/2023 "
        "Kết quả xử lý Ngày 01/9/2023, đang giải quyết: Đã khảo sát"
    )


def test_a_commitment_leads_to_all_that_its_agency_has_promised():
    assert "../../../cam-ket/hong-bang/#co-quan-ubnd-phuong" in links(page_at("followed up"))


def test_evidence_is_a_link_to_a_page_or_a_document():
    update = {"updated_on": "2023-09-01", "outcome": "kept", "text": "Đã xong", "evidence": [
        {"title": "Ảnh", "file": "anh.jpg"}, {"title": "Tin", "url": "https://phuong.example/anh"}, {"title": "Biên bản"},
    ]}
    page = page_of(a_held_dialogue(commitments=[{"id": "1", "text": "Sửa", "agency": "UBND", "updates": [update]}]))
    assert {"anh.jpg", "https://phuong.example/anh"} <= set(links(page))


def test_corrections_are_public():
    assert section(page_at("followed up"), "dinh-chinh") == "Ngày 02/9/2023: Sửa số người dự Mọi đính chính"


def test_sources_and_legal_basis_are_named():
    assert section(page_at("followed up"), "nguon") == "Luật Thực hiện dân chủ ở cơ sở Tin của phường"


def test_figures_that_a_later_day_changes_carry_the_day_they_are_true_for():
    page = page_of(a_held_dialogue(commitments=[a_commitment(due="2023-09-30")]))
    assert "Số liệu tính đến ngày 15/9/2023." in section(page, "cam-ket")


def test_figures_that_no_later_day_changes_carry_the_day_that_last_did():
    assert "Số liệu tính đến ngày 11/9/2023; sổ không ghi việc nào sau ngày này làm đổi số liệu." in section(page_at("followed up"), "cam-ket")


@pytest.mark.parametrize(("today", "told"), [
    (TODAY, "15/9/2023."), (date(2024, 3, 1), "01/01/2024; sổ không ghi việc nào sau ngày này làm đổi số liệu."),
])
def test_figures_of_a_record_without_a_day_carry_that_of_its_year(today: date, told: str):
    dialogue = a_dialogue(held={"day_note": "Nguồn không ghi ngày"}, commitments=[a_commitment(due=None)])
    page = next(iter(published_by(dialogues, a_site(dialogue, today=today))))
    assert f"Số liệu tính đến ngày {told}" in section(page, "cam-ket")


def test_documents_are_published_under_their_dialogue(tmp_path: Path):
    place = tmp_path / "2023" / "so-dau-dinh-ky" / "kl.pdf"
    place.parent.mkdir(parents=True)
    place.write_bytes(b"%PDF-1.7")
    site = a_site(a_full_dialogue())
    register = replace(site.register, documents=frozenset({"2023/so-dau-dinh-ky/kl.pdf"}))
    published = list(published_by(dialogues, replace(site, register=register, documents=tmp_path)))
    assert published[-1] == PublishedFile("doi-thoai/2023/so-dau-dinh-ky/kl.pdf", b"%PDF-1.7")
