"""Formatted text of records: what a clerk may do with it, and what nobody can."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.rich_text import TAGS, plain_text, rich_text, without_unseen

HOSTILE = {
    "a script": "<script>alert(1)</script>",
    "an image": "<img src=x onerror=alert(1)>",
    "a Markdown image": "![x](//evil.example/pixel.png)",
    "a javascript link": "[x](javascript:alert(1))",
    "a javascript link in mixed case": "[x](JaVaScRiPt:alert(1))",
    "a javascript link behind an entity": "[x](java&#x09;script:alert(1))",
    "a javascript link behind a control character": "[x](\x01javascript:alert(1))",
    "a javascript autolink": "<javascript:alert(1)>",
    "a javascript reference": "[x][y]\n\n[y]: javascript:alert(1)",
    "a data link": '<a href="data:text/html,<script>1</script>">d</a>',
    "a link of another host without a scheme": "[x](//evil.example/)",
    "a link for another program": "[x](ftp://evil.example/x)",
    "an attribute list": "đoạn\n{: onclick=alert(1) }",
    "an attribute list in a line": "**đậm**{: onmouseover=alert(1) }",
    "a style": "<style>body{display:none}</style>",
    "an iframe": "<iframe src=https://evil.example></iframe>",
    "a comment": "<!-- x --><b>",
    "a heading": "# Tiêu đề giả\n\nTiêu đề giả\n===",
    "a rule": "đoạn\n\n---\n\nđoạn",
    "a broken tag": "<a href=x onclick=alert(1)//",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_only_harmless_tags_come_out_of(text):
    assert set(re.findall(r"</?([a-zA-Z0-9!]+)", rich_text(text))) <= TAGS


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_attribute_but_a_link_with_a_scheme_comes_out_of(text):
    tags = re.findall(r"<[^>]*>", rich_text(text))
    assert not [tag for tag in tags if not re.fullmatch(r'</?\w+( href="(https?://|mailto:|tel:)[^"]*")?( /)?>', tag)]


@pytest.mark.parametrize("text, html", [
    ("Giao **UBND phường** sửa *ngay*.", "<p>Giao <strong>UBND phường</strong> sửa <em>ngay</em>.</p>"),
    ("Một\nHai", "<p>Một<br>\nHai</p>"),
    ("3. Đất đai\n4. Môi trường", '<ol start="3">\n<li>Đất đai</li>\n<li>Môi trường</li>\n</ol>'),
    ("- Một\n- Hai", "<ul>\n<li>Một</li>\n<li>Hai</li>\n</ul>"),
    ("| Việc | Hạn |\n|---|---|\n| Sửa đường | 31/8/2023 |",
     "<table>\n<thead>\n<tr>\n<th>Việc</th>\n<th>Hạn</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>Sửa đường</td>\n<td>31/8/2023</td>\n</tr>\n"
     "</tbody>\n</table>"),
    ("> Trích", "<blockquote>\n<p>Trích</p>\n</blockquote>"),
    ("[Thông báo](https://haiphong.gov.vn/?a=1&b=2)", '<p><a href="https://haiphong.gov.vn/?a=1&amp;b=2">Thông báo</a></p>'),
    ("[Gọi](tel:02253000000)", '<p><a href="tel:02253000000">Gọi</a></p>'),
])
def test_a_clerk_may_use(text, html):
    assert rich_text(text) == html


@pytest.mark.parametrize("text", ["- " * 500 + "a", "1. " * 500 + "a", "[" * 10_000, "[a](" * 5_000], ids=lambda text: text[:4])
def test_what_would_overcome_the_parser_is_shown_as_it_was_written(text):
    assert rich_text(text) == f"<p>{text}</p>" and plain_text(text) == text.strip()


@pytest.mark.parametrize("text", ["nhỏ hơn <10% & lớn", "thẻ <b>đậm</b>", "# 1", "{{ site }}", "![x](y.png)", "[//]: # (ghi chú)", "`ma`"])
def test_what_is_no_formatting_is_shown_as_it_was_written(text):
    shown = re.sub(r"</?(p|br)>", "", rich_text(text)).replace("&lt;", "<").replace("&amp;", "&").replace("&gt;", ">")
    assert shown == text


def test_an_indented_line_is_no_code():
    assert rich_text("    Điều 1") == "<p>Điều 1</p>"


@pytest.mark.parametrize("unseen", ["\x00", "\x08", "\x1b", "\x7f", "\x85", "\u00ad", "\u200b", "\u200e", "\u202e", "\u2066", "\ufeff"])
def test_characters_that_show_nothing_are_left_out(unseen):
    assert without_unseen(f"Sở{unseen} Dầu") == "Sở Dầu"


def test_line_ends_and_vietnamese_letters_stay_as_they_are():
    assert without_unseen("Đường Nguyễn Văn Linh\n\tsửa") == "Đường Nguyễn Văn Linh\n\tsửa"


def test_one_text_leaves_nothing_behind_for_the_next():
    rich_text("[x]: https://evil.example\n\n- a\n\n<div")
    assert rich_text("[x][x]") == "<p>[x][x]</p>"


@given(st.text(st.sampled_from("aỞđ19 ,.;:()/%–-_*"), min_size=1, max_size=30))
def test_a_plain_paragraph_is_the_same_alone_and_beside_a_formatted_one(text):
    """Alone it may take the short way, beside another it is parsed."""
    beside = rich_text(f"{text}\n\nVà **đậm**").removesuffix("<p>Và <strong>đậm</strong></p>").rstrip("\n")
    assert rich_text(text) == beside


@given(st.lists(st.sampled_from(["aỞ", " ", "**", "**đậm**", "*", "1. ", "- ", "\n", "\n\n", "<b>", "&amp;", "<!--", "\u00a0"])).map("".join))
def test_the_plain_text_is_what_the_formatted_text_shows(text):
    assert plain_text(text) == rich_text(text).striptags()
