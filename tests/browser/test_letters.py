"""A browser folds text as the program does: by the same tables, and by its own Unicode where the program uses Python's."""

from __future__ import annotations

import re
import sys
import unicodedata

from playwright.sync_api import Browser

from generator.publications.search import unit_names_script
from generator.text.vietnamese import fold
from tests.builders import TEMPLATES

WORDS = "texts => texts.map(text => unitNames.fold(text).match(/[a-z0-9]+/g) || [])"
SAID = (
    "Ðường Ðồng Tâm", "đường ðê Ɖông", "Thuỷ Đường, Thủy Đường", "ƯU ĐÃI Ở ẤP", "Số 15-TB/QU", "ﬁ ² ½ Ａ１ ① İstanbul STRAẞE ΣΑΣ",
    "C:\\Nam", "Ä\u0323\u0301 o\u031b\u0323", "ɖ ł ø", "x\u20ddy", "\u0e33 한글",
)


def folded_by_the_browser(browser: Browser, texts: list[str]) -> list[list[str]]:
    with browser.new_page() as page:
        page.add_script_tag(content=unit_names_script(TEMPLATES).decode())
        return page.evaluate(WORDS, texts)


def folded(text: str) -> list[str]:
    return re.findall("[a-z0-9]+", fold(text))


def test_every_letter_is_folded_alike(browser: Browser):
    letters = map(chr, range(0x20, sys.maxunicode))
    texts = [f"a{letter}b" for letter in letters if unicodedata.category(letter) not in ("Cn", "Co", "Cs")]
    texts += SAID + tuple(unicodedata.normalize("NFD", text) for text in SAID)
    by_browser = zip(texts, folded_by_the_browser(browser, texts), strict=True)
    assert [(text, words) for text, words in by_browser if words != folded(text)] == []


def test_letters_that_look_like_đ_are_found_as_it(browser: Browser):
    assert folded_by_the_browser(browser, ["Ðường ðê Ɖông"]) == [["duong", "de", "dong"]]
