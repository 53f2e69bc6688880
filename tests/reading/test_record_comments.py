"""What is a comment of a record and what only looks like one, wherever it stands."""

import pytest

from generator.reading.record_comments import comments_in

HEAD = "# yaml-language-server: $schema=../x.json\n"


@pytest.mark.parametrize("text, comments", [
    (HEAD + "topic: Rác\n", ["1:1"]),
    (HEAD + "\n  # Gọi chị Hoa\r\ntopic: Rác\n", ["1:1", "3:3"]),
    (HEAD + "topic: Rác # gọi chị Hoa\n", ["1:1", "2:12"]),
    (HEAD + 'topic: "Rác # đầu ngõ"\n', ["1:1"]),
    (HEAD + "summary: |\n  # Mở đầu\n", ["1:1"]),
    ("topic: Rác\n# cuối tệp", ["2:1"]),
    ("# cả tệp", ["1:1"]),
    ("topic: A#1\n", []),
])
def test_comments_are_told_from_values(text, comments):
    assert [f"{line}:{column}" for line, column, _ in comments_in(text)] == comments
