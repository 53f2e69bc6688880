"""Asking by telephone: whom, and in which way, in one or two steps from wherever somebody is."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.visits import SO_DAU, find, follow, rows_of


def test_who_finds_nothing_registered_is_told_whom_to_call(phone: Page, site_folder) -> None:
    row = next(row for row in rows_of(site_folder, "ledger") if row["standing"] == "not-registered" and "/" in row["unit"])
    phone.goto(f"quan-huyen/{row['unit']}/")
    phone.locator(".card").get_by_role("link", name=re.compile("^Văn phòng")).first.tap()
    expect(phone.locator("#hoi-ai")).to_be_in_viewport()
    expect(phone.locator("#hoi-ai ~ p a[href^='tel:']").first).to_be_visible()


def test_a_units_number_is_two_steps_from_the_home_page(phone: Page) -> None:
    follow(find(phone, "so dau").filter(has_text=SO_DAU), Locator.tap)
    expect(phone.locator("#hoi-ai ~ p a[href='tel:02253000302'], #hoi-ai ~ p a[href='tel:02253000303']").first).to_be_visible()


def test_a_question_is_sent_from_every_dialogue_to_come(phone: Page, site_folder) -> None:
    coming = [row for row in rows_of(site_folder, "dialogues") if row["status"] in ("scheduled", "registered", "postponed")]
    texts = [(site_folder / f"doi-thoai/2023/{row['dialogue']}/index.html").read_text("utf-8") for row in coming]
    asked, later = "Gửi câu hỏi|Cách gửi câu hỏi|Gọi điện để hỏi", "Hỏi về hội nghị|Cách tham gia|Gọi điện để hỏi"
    assert [row["dialogue"] for row, text in zip(coming, texts, strict=True) if not re.search(
        r'href="(mailto:[^"]+|tel:\+?\d+|https://[^"]+|#tham-gia)"[^>]*>'
        rf'({later if (row["opinions_until"] or "9") < "2023-09-15" else asked})<', text,
    )] == []
    phone.goto(f"doi-thoai/2023/{coming[0]['dialogue']}/")
    expect(phone.get_by_role("link", name=re.compile(f"{asked}|{later}"))).to_be_visible()
