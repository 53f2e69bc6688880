"""What in a page's HTML is told to do more than show, and that it is read no less strictly than by a browser."""

from __future__ import annotations

import pytest

from generator.text.harmless_html import Harm, harmful_in

HARMFUL = {
    "a script": ("<script>x()</script>", [(Harm.MARKUP, "<script")]),
    "in capital letters": ("<SCRIPT>x()</SCRIPT>", [(Harm.MARKUP, "<SCRIPT")]),
    "a tag that never ends": ('<img src="x" onerror=x() ', [(Harm.MARKUP, "<img")]),
    "an attribute after a slash": ("<img/src=x/onerror=x()>", [(Harm.MARKUP, "<img/src=x/onerror=x()")]),
    "an attribute without a space before it": ('<a href="x"onclick="x()">', [(Harm.MARKUP, "<a")]),
    "a value without an end": ('<a title="x>', [(Harm.MARKUP, "<a")]),
    "a tag within a value": ('<a title="<img src=x onerror=x()>">', [(Harm.MARKUP, "<a"), (Harm.MARKUP, "<img")]),
    "a handler": ('<p onclick="x()">', [(Harm.ATTRIBUTE, "onclick")]),
    "a handler without quotes": ("<p ONCLICK=x>", [(Harm.ATTRIBUTE, "ONCLICK")]),
    "a handler after another line": ('<p\nclass="a"\tonfocus=x>', [(Harm.ATTRIBUTE, "onfocus")]),
    "a second address": ('<a href="a" href="javascript:x()">', [(Harm.LINK, "javascript:x()")]),
    "a drawing": ("<svg/onload=x()>", [(Harm.MARKUP, "<svg/onload=x()")]),
    "a formula": ("<math><mtext>", [(Harm.MARKUP, "<math"), (Harm.MARKUP, "<mtext")]),
    "another page within the page": ('<iframe srcdoc="x"></iframe>', [(Harm.MARKUP, "<iframe")]),
    "another page after a while": ('<meta http-equiv="refresh" content="0">', [(Harm.MARKUP, "<meta")]),
    "another base of addresses": ('<base href="//evil.example/">', [(Harm.MARKUP, "<base")]),
    "a style sheet": ('<link rel="stylesheet" href="x.css">', [(Harm.MARKUP, "<link")]),
    "a style": ("<style>*{}</style>", [(Harm.MARKUP, "<style")]),
    "a style of a cell that is not its alignment": ('<td style="background:url(x)">', [(Harm.ATTRIBUTE, "style")]),
    "a form": ("<form><button>", [(Harm.MARKUP, "<form"), (Harm.MARKUP, "<button")]),
    "a film": ('<video poster="//evil.example/x">', [(Harm.MARKUP, "<video")]),
    "a tag of the browser's own": ("<x-tag is=y>", [(Harm.MARKUP, "<x-tag")]),
    "a closing tag that leaves the page's content": ("</article>", [(Harm.MARKUP, "</article")]),
    "a comment that ends at once": ("<!--><script>x()</script>-->", [(Harm.MARKUP, "<!--"), (Harm.MARKUP, "<script")]),
    "a comment that ends in another way": ("<!-- --!><b>", [(Harm.MARKUP, "<!--")]),
    "a comment with a tag in it": ("<!-- <b> -->", [(Harm.MARKUP, "<!--")]),
    "an instruction": ("<?php x() ?>", [(Harm.MARKUP, "<?php")]),
    "a section of characters": ("<![CDATA[x]]>", [(Harm.MARKUP, "<![CDATA[x]]")]),
    "an id that the theme's script asks for": ('<p id="__config">', [(Harm.ATTRIBUTE, "id")]),
    "a link that runs": ('<a href="JavaScript:x()">', [(Harm.LINK, "JavaScript:x()")]),
    "a link that runs, in references": ('<a href="java&#115;cript&colon;x()">', [(Harm.LINK, "java&#115;cript&colon;x()")]),
    "a link that runs, with line ends in it": ('<a href=" java&Tab;scr\nipt:x()">', [(Harm.LINK, " java&Tab;scr\nipt:x()")]),
    "a link that is a page": ("<a href='data:text/html,x'>", [(Harm.LINK, "data:text/html,x")]),
    "a link to a file of the reader's": ("<a href='file:///etc/passwd'>", [(Harm.LINK, "file:///etc/passwd")]),
    "a picture of another host": ('<img src="https://evil.example/x.png">', [(Harm.PICTURE, "https://evil.example/x.png")]),
    "a picture of another host, by its name alone": ('<img src="//evil.example">', [(Harm.PICTURE, "//evil.example")]),
    "a picture behind a backslash": ("<img src='/\\evil.example'>", [(Harm.PICTURE, "/\\evil.example")]),
    "a picture behind a tab": ('<img src="/&#9;/evil.example">', [(Harm.PICTURE, "/&#9;/evil.example")]),
    "a picture of another host for large screens": ('<img src="x" srcset="//evil.example 2x">', [(Harm.ATTRIBUTE, "srcset")]),
    "a sign that HTML forbids": ("a\0b", [(Harm.MARKUP, "\0")]),
}
HARMLESS = (
    "a &lt; b &amp; c", '<h2 id="bao-loi">Báo lỗi</h2>', "<p class='a b' lang=vi>x<br/>y<BR></p>", '<a href="../lich/#thang-9">x</a>',
    '<a href="https://chinhphu.vn/a:b?c=d:e" target="_blank" rel="noopener">x</a>', '<a href="&#109;&#97;ilto:a@b.example">x</a>',
    '<a href="tel:02253000000">x</a>', '<img alt="Ảnh &lt;1&gt;" src="anh/hoi%20nghi.png" />', '<img src="/anh.png" width=360>',
    '<th style="text-align: right;">1</th>', '<ol start="3"><li>x</li></ol>', "<!-- ghi chú -->", "<details open><summary>x</summary></details>",
)


@pytest.mark.parametrize("kind", HARMFUL)
def test_what_would_do_something_is_told(kind):
    html, told = HARMFUL[kind]
    assert list(harmful_in(html)) == told


@pytest.mark.parametrize("html", HARMLESS)
def test_what_only_shows_is_let_be(html):
    assert list(harmful_in(html)) == []


def test_a_long_page_that_never_ends_a_tag_is_read_at_once():
    assert len(list(harmful_in("<a" + " x" * 50_000))) == 1
