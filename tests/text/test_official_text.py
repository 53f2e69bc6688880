"""How an official text is laid out, and that nothing in it does anything."""

from __future__ import annotations

import re

import pytest

from generator.text.official_html import official_html
from generator.text.official_plain import plain_text
from generator.text.official_text import Item, Paragraph, blocks_of
from generator.text.unseen import without_unseen

TAGS = {"p", "br", "strong", "a", "ul", "li", "span", "table", "thead", "tbody", "tr", "th", "td"}

HOSTILE = {
    "a script": "<script>alert(1)</script>",
    "an image": "<img src=x onerror=alert(1)>",
    "a Markdown image": "![x](//evil.example/pixel.png)",
    "a javascript link": "[x](javascript:alert(1))",
    "a link that closes its attribute": '[x](https://a.example/"onclick="alert(1))',
    "a link in quotes": "[x](https://a.example/'onclick='alert(1))",
    "a link behind an entity": "[x](java&#x09;script:alert(1))",
    "an autolink": "<javascript:alert(1)>",
    "a reference": "[x][y]\n\n[y]: javascript:alert(1)",
    "a data link": '<a href="data:text/html,<script>1</script>">d</a>',
    "a link without a scheme": "[x](//evil.example/)",
    "a link of another scheme": "[x](ftp://evil.example/x)",
    "an attribute list": "**đậm**{: onmouseover=alert(1) }",
    "a comment": "<!-- x --><b>",
    "a heading": "# Tiêu đề giả\n\nTiêu đề giả\n===",
    "a broken tag": "<a href=x onclick=alert(1)//",
    "a marker": "<b>) x\n1. <i>\n- <u>",
    "a table": "a | <b>\n--- | ---\n<script> | </table>",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_tag_and_no_attribute_but_our_own_comes_out_of(text):
    html = official_html(text)
    assert set(re.findall(r"</?([a-zA-Z0-9!]+)", html)) <= TAGS
    own = r'</?\w+>|<ul class="written">|<span class="marker">|<a href="https?://[^"<>]*">'
    assert [tag for tag in re.findall(r"<[^>]*>", html) if not re.fullmatch(own, tag)] == []


@pytest.mark.parametrize("text, html", [
    ("Giao **UBND phường** sửa.", "<p>Giao <strong>UBND phường</strong> sửa.</p>"),
    ("Một.\nHai", "<p>Một.<br>\nHai</p>"),
    ("Một\n\nHai", "<p>Một</p>\n<p>Hai</p>"),
    ("3. Đất đai\n5. Môi trường",
     '<ul class="written">\n<li><span class="marker">3.</span> Đất đai</li>\n<li><span class="marker">5.</span> Môi trường</li>\n</ul>'),
    ("1. Một:\n- hai;\n- ba.\n2. Bốn",
     '<ul class="written">\n<li><span class="marker">1.</span> Một:\n<ul class="written">\n<li><span class="marker">-</span> hai;</li>\n'
     '<li><span class="marker">-</span> ba.</li>\n</ul></li>\n<li><span class="marker">2.</span> Bốn</li>\n</ul>'),
    ("| Việc | Hạn |\n|---|---|\n| Sửa đường | 31/8/2023 | quận |",
     "<table>\n<thead>\n<tr>\n<th>Việc</th>\n<th>Hạn</th>\n<td></td>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>Sửa đường</td>\n"
     "<td>31/8/2023</td>\n<td>quận</td>\n</tr>\n</tbody>\n</table>"),
    ("[Thông báo](https://haiphong.gov.vn/?a=1&b=2)", '<p><a href="https://haiphong.gov.vn/?a=1&amp;b=2">Thông báo</a></p>'),
    ("> 200 m2 & <b>", "<p>&gt; 200 m2 &amp; &lt;b&gt;</p>"),
])
def test_a_text_is_laid_out_as(text, html):
    assert official_html(text) == html


@pytest.mark.parametrize("text", [
    "Giao Phòng Quản lý đô thị chủ trì, phối hợp với\nUBND phường khảo sát, lập dự toán.",
    "Sửa tuyến đường dài 350 m, hoàn thành trong quý\nIV năm 2023.",
    "Hoàn thành việc cấp giấy trong năm\n2023. Báo cáo trước ngày\n15. 12. 2023 theo quy định.",
    "Báo cáo Ủy ban nhân dân quận,\nThường trực Quận ủy.",
])
def test_a_line_break_within_a_sentence_is_none(text):
    assert blocks_of(text) == [Paragraph((text.replace("\n", " "),))]


@pytest.mark.parametrize("text", [
    "Kết luận:\nGiao UBND phường.", "Một; hai;\nba.", "“Đã sửa.”\nCòn chờ.", "Việc | Hạn\nSửa | 30/9", "# Kết luận\nGiao phường",
    "VỀ ĐẤT ĐAI\nGiao UBND phường", "Điều 1. Phạm vi\nĐiều 2. Hiệu lực", "**Về đất đai**\nGiao UBND phường",
])
def test_a_line_after_a_sentence_a_heading_or_a_row_stays_a_line(text):
    assert blocks_of(text) == [Paragraph(tuple(text.split("\n")))]


@pytest.mark.parametrize("text, levels", [
    ("1. A\n2. B\n5. C", [("1.", 1), ("2.", 1), ("5.", 1)]),
    ("1. A\na) B\nb) C\n2. D", [("1.", 1), ("a)", 2), ("b)", 2), ("2.", 1)]),
    ("I. A\n1. B\n1.1. C\n2. D\nII. E", [("I.", 1), ("1.", 2), ("1.1.", 3), ("2.", 2), ("II.", 1)]),
    ("- A\n+ B\n+ C\n- D", [("-", 1), ("+", 2), ("+", 2), ("-", 1)]),
    ("A. Một\nB. Hai.\nV. Ba", [("A.", 1), ("B.", 1), ("V.", 2)]),
    ("1/ A\na- B", [("1/", 1), ("a-", 2)]),
    ("•\tA\n•B", [("•", 1), ("•", 1)]),
    ("(1) A\n(2) B\n(*) C", [("(1)", 1), ("(2)", 1), ("(*)", 2)]),
    ("1. A\n- B\n+ C\n• D\n* E\n2. F", [("1.", 1), ("-", 2), ("+", 3), ("•", 4), ("2.", 1)]),
])
def test_items_keep_their_markers_and_stand_below_those_of_another_kind(text, levels):
    assert [(block.marker, block.level) for block in blocks_of(text) if isinstance(block, Item)] == levels


@pytest.mark.parametrize("line", ["2023. Báo cáo", "15. 12. 2023", "2.5 triệu đồng", "-5 °C", "1.000 hộ", "(xem trang 2)", "Điều 5. Hiệu lực", "*"])
def test_what_only_looks_like_an_item_is_a_paragraph(line):
    assert blocks_of(line) == [Paragraph((line,))]


@pytest.mark.parametrize("text", [
    "0,4*0,6*120 m", "(*) và (**)", "2**3 = 8", "a ** b ** c", "**chưa đóng", "*nghiêng*", "_gạch_", "`mã`", "[2](Điều 5)",
    "[thư](mailto:a@b.example)", "[x](https://a)", "C:\\Nam \\* \\|", "a | b", "# 1", "&amp; <br>",
])
def test_plain_text_is_as_it_was_written(text):
    assert plain_text(text) == text


@pytest.mark.parametrize("text, plain", [
    ("Giao **UBND phường** sửa [đường](https://a.example/)", "Giao UBND phường sửa đường (https://a.example/)"),
    ("a | b\n--- | ---\n1 | 2 | 3", "a | b\n1 | 2 | 3"),
    ("Một\n\n1.\tHai\n  a)  Ba", "Một\n1. Hai\na) Ba"),
])
def test_plain_text_is_without_marks_and_lines_of_hyphens(text, plain):
    assert plain_text(text) == plain


@pytest.mark.parametrize("text", ["- " * 5_000 + "a", "1. " * 5_000, "[" * 10_000, "[a](" * 5_000, "**a " * 5_000, "a|" * 5_000 + "\n" + "---|" * 5_000])
def test_a_text_made_to_be_hard_to_read_keeps_its_letters(text):
    assert plain_text(text).count("a") == text.count("a")


@pytest.mark.parametrize("unseen", ["\x00", "\x08", "\x1b", "\x7f", "\x85", "\u00ad", "\u200b", "\u200e", "\u202e", "\u2066", "\ufeff"])
def test_characters_that_show_nothing_are_left_out(unseen):
    assert without_unseen(f"Sở{unseen} Dầu") == "Sở Dầu"


def test_line_ends_and_vietnamese_letters_stay_as_they_are():
    assert without_unseen("Đường Nguyễn Văn Linh\n\tsửa") == "Đường Nguyễn Văn Linh\n\tsửa"
