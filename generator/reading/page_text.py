"""A page written by hand in Markdown: its title and description, and what in it would do more than show."""

from __future__ import annotations

import re
from html import unescape
from typing import Iterator, NamedTuple

from generator.reading.decoded_text import problem_of_file
from generator.reading.field_paths import Places, place_of
from generator.reading.problems import Problem
from generator.reading.yaml_text import read_yaml
from generator.text.harmless_html import Harm, Harmful, harmful_in

EXTENSIONS = ("toc", "tables", "fenced_code", "admonition", "attr_list")
"""Of Markdown, as mkdocs.yml and MkDocs itself have them."""
_HEAD = re.compile(r"---[ \t]*\n(?P<fields>.*?\n)(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
"""As MkDocs finds it."""
_HEAD_WITHOUT_LINES = re.compile(r" {0,3}[A-Za-z0-9_-]+:")
"""Which MkDocs takes for fields too, and does not show."""
_FENCED = re.compile(r"^(```+|~~~+).*?^\1[ \t]*$", re.DOTALL | re.MULTILINE)
_FIELDS = ("title", "description")

_MUST = {
    Harm.MARKUP: (
        "page-shows-and-does-nothing",
        "thẻ này không được dùng, vì có thể chạy mã, tải từ nơi khác hoặc làm vỡ trang; hãy viết bằng Markdown, "
        "còn muốn hiện nguyên văn thì đặt giữa hai dấu phẩy ngược",
    ),
    Harm.ATTRIBUTE: ("page-shows-and-does-nothing", "thuộc tính này của thẻ không được dùng; hãy xóa"),
    Harm.LINK: (
        "page-link-leads-to-a-page",
        "liên kết phải dẫn tới một trang hoặc tệp: tệp trong pages, https://, mailto: hoặc tel:",
    ),
    Harm.PICTURE: ("page-picture-is-the-sites-own", "ảnh phải là tệp nằm trong thư mục pages, không lấy từ nơi khác"),
}


class PageText(NamedTuple):
    """``title`` and ``description`` as they are to be read, empty where the page states none."""

    title: str
    description: str
    body: str


def page_text(text: str) -> PageText:
    """A head that cannot be read states nothing, and is no part of the body either."""
    head = _HEAD.match(text)
    if head is None:
        return PageText("", "", text)
    tree, _ = read_yaml(head["fields"])
    stated = tree if isinstance(tree, dict) else {}
    title, description = (value if isinstance(value := stated.get(name), str) else "" for name in _FIELDS)
    return PageText(title, description, text[head.end():])


def page_text_problems(path: str, text: str) -> Iterator[Problem]:
    """Of a page at ``path`` below the content folder."""
    page = page_text(text)
    yield from _head_problems(path, text)
    for harmful in harmful_in(as_html(page.body)):
        yield harmful_problem(path, text, harmful)


def harmful_problem(path: str, text: str, harmful: Harmful) -> Problem:
    """At the first place of the text that it can come from."""
    rule, must = _MUST[harmful.harm]
    unfenced = _FENCED.sub(lambda block: re.sub(r"[^\n]", " ", block[0]), text)
    meant = unescape(harmful.written)
    place = max(unfenced.find(harmful.written), unfenced.find(meant), 0)
    line, column = text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place)
    return problem_of_file(path, rule, must, found=meant.replace("\0", "U+0000"), line=line, column=column)


def as_html(body: str) -> str:
    """As MkDocs makes it, but for links to other pages."""
    from markdown import markdown  # slow to import, and pages that are known to be sound need it not

    return markdown(body, extensions=list(EXTENSIONS))


def _head_problems(path: str, text: str) -> Iterator[Problem]:
    rule = "page-head-is-title-and-description"
    must = "đầu trang chỉ có title và description giữa hai dòng ---, mỗi trường một dòng chữ"
    example = "title: Giới thiệu"
    head = _HEAD.match(text)
    if head is None:
        if text.startswith("---") or _HEAD_WITHOUT_LINES.match(text):
            yield problem_of_file(path, rule, must, found=text.partition("\n")[0], example=example)
        return
    places: Places = {}
    tree, mistakes = read_yaml("\n" + head["fields"], places)  # so that lines are counted as in the file
    for mistake in mistakes:
        yield Problem(path, mistake.line, mistake.column, "", rule, mistake.must, mistake.found, example)
    for name, value in tree.items() if isinstance(tree, dict) else ():
        if name not in _FIELDS or not isinstance(value, str):
            line, column = place_of((name,), places, True)
            yield problem_of_file(path, rule, must, found=name, example=example, line=line, column=column)
    if tree is not None and not isinstance(tree, dict):
        yield problem_of_file(path, rule, must, found=str(tree), example=example, line=2)
