"""Every letter, digit and sign of an official text reaches the page, the calendar and the feed of changes, in its order: held
with readers of their own against a register of one dialogue."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import feedparser
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from generator.model import Dialogue
from generator.publications import change_feeds, dialogues, feeds
from generator.site.published import PublishedPage
from tests.builders import a_held_dialogue, a_site
from tests.record_parts import a_conclusion

pytestmark = pytest.mark.slow

OFFICE_TEXTS = yaml.safe_load((Path(__file__).parent / "office_texts.yml").read_text("utf-8"))
FIELDS: dict[str, tuple[Callable[[str], Dialogue], str, str]] = {
    "conclusion": (lambda text: a_told_dialogue(conclusion=a_conclusion(issued_on="2023-08-20", text=text)), "ngày 20/8/2023:", "concluded"),
    "answer": (lambda text: a_told_dialogue(opinions=[{"summary": "Đề nghị", "answer": {"text": text}}]), "Trả lời:", "held"),
    "summary": (lambda text: a_told_dialogue(held={"summary": text}), "Diễn biến:", "held"),
}
"""How a dialogue holds the text, the words before it in calendars and feeds, and the change that tells it."""
MARKS = frozenset("*|-:[]()")
"""Of bold, tables and links: the only signs that may go, and only where they are such marks."""
SHORTEST_CUT = 200
"""Characters: no shorter text may be cut in a calendar or a feed."""

ANY_LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Co"), exclude_characters="\ufffe\uffff", include_characters="\n\t")
OFFICE_PIECES = st.sampled_from([
    "Giao UBND phường", "đường", "a", "Ở", "0,4", "2023", " ", "\n", "\n\n", "1. ", "2.", "a) ", "1.1. ", "IV. ", "- ", "+ ", "• ",
    "* ", "*", "**", "**đậm**", "_", "`", "#", "> ", "<", "&", "&amp;", '"', "'", "\\", "|", " | ", "---", "--- | ---", "[", "](",
    ")", "[2](Điều 5)", "[x](https://a.example/b?c=1&d=2)", "https://a.example/", "<b>", "-->", ".", ";", ":", ",", "\t", "\u00a0",
])
TEXTS = (st.text(ANY_LETTERS, min_size=1, max_size=400) | st.lists(OFFICE_PIECES, min_size=1, max_size=40).map("".join)).map(
    lambda text: unicodedata.normalize("NFC", text)
).filter(lambda text: letters_of(text) != "")


def a_told_dialogue(**fields: object) -> Dialogue:
    return a_held_dialogue("x", **fields)


def letters_of(text: str) -> str:
    """Without white space and what nobody sees, such as a soft hyphen."""
    seen = "".join(letter for letter in text if not letter.isspace() and unicodedata.category(letter) != "Cf")
    return unicodedata.normalize("NFC", seen)


def without_marks(letters: str) -> str:
    return "".join(letter for letter in letters if letter not in MARKS)


def has_no_marks(text: str) -> bool:
    return "**" not in text and "](" not in text and "---" not in text


class PageText(HTMLParser):
    """The text of a page; the address of a link to another site follows it, as in plain text."""

    def __init__(self, page: PublishedPage) -> None:
        super().__init__()
        self.text = ""
        self._address = ""
        self.feed(str(page.body))
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._address = dict(attributes).get("href") or ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._address.startswith("http"):
            self.text += f"({self._address})"

    def handle_data(self, data: str) -> None:
        self.text += data


def on_page(dialogue: Dialogue) -> str:
    site = a_site(dialogue)
    [page] = [*dialogues.publish_running(site), *dialogues.publish_settled(site)]
    return PageText(page).text


def in_calendar(dialogue: Dialogue) -> str:
    [file] = feeds.publish_dialogues(a_site(dialogue))
    [event] = Calendar.from_ical(file.content).walk("VEVENT")
    return str(event["DESCRIPTION"]).rpartition("\nChủ trì:")[0]


def in_changes(dialogue: Dialogue, kind: str) -> str:
    [file] = change_feeds.publish_city(a_site(dialogue))
    parsed = feedparser.parse(file.content)
    assert not parsed.bozo
    [told] = [entry for entry in parsed.entries if entry.tags[0].term == kind]
    return told.content[0].value


def is_told(text: str, told: str) -> bool:
    """Whole, or where it is long its beginning with an ellipsis."""
    if has_no_marks(text):
        whole, said = letters_of(text), letters_of(told)
    else:
        whole, said = without_marks(letters_of(text)), without_marks(letters_of(told))
    is_cut = len(text) > SHORTEST_CUT and said.endswith("…") and whole.startswith(said[:-1])
    return said == whole or is_cut


def assert_reaches_everyone(field: str, text: str) -> None:
    made, words, kind = FIELDS[field]
    dialogue = made(text)
    page, whole = letters_of(on_page(dialogue)), letters_of(text)
    assert (whole in page) if has_no_marks(text) else (without_marks(whole) in without_marks(page))
    assert is_told(text, in_calendar(dialogue).partition(words)[2])
    assert is_told(text, in_changes(dialogue, kind).partition(words)[2])


@pytest.mark.parametrize("field", FIELDS)
@settings(max_examples=60)
@given(text=TEXTS)
def test_any_text_reaches_page_calendar_and_changes(field: str, text: str):
    assert_reaches_everyone(field, text)


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("text", OFFICE_TEXTS, ids=lambda text: text.split("\n")[0][:30])
def test_an_office_text_reaches_page_calendar_and_changes(field: str, text: str):
    assert_reaches_everyone(field, text)


@settings(max_examples=60)
@given(text=st.text(ANY_LETTERS, min_size=1, max_size=200).map(lambda text: text.replace("\n", " ")).filter(lambda text: letters_of(text) != ""))
def test_any_opinion_reaches_page_calendar_and_changes(text: str):
    dialogue = a_told_dialogue(opinions=[{"summary": text}])
    assert letters_of(text) in letters_of(on_page(dialogue))
    assert is_told(text, in_calendar(dialogue).partition("Ý kiến:")[2])
    assert is_told(text, in_changes(dialogue, "held").partition("Ý kiến:")[2])
