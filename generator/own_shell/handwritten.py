"""Pages written by hand: read, made into HTML, and their links to each other followed, or refused where they lead nowhere."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Iterable, Iterator, NamedTuple
from urllib.parse import unquote, urlsplit

from markupsafe import Markup

from generator.building.site_build import SiteNotBuilt
from generator.files.folder_walk import is_nobodys
from generator.model.addresses import COMMUNES, UNITS, relative
from generator.own_shell.markdown_html import MarkdownPage, markdown_html
from generator.reading.decoded_text import problem_of_file
from generator.reading.page_files import page_address
from generator.reading.page_text import page_text
from generator.reading.problems import Problem

RULE = "page-link-leads-to-a-page"
_IS_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")


class HandwrittenPage(NamedTuple):
    """``title`` and ``description`` are text, the latter empty where the page states none; ``body`` is HTML whose links are
    relative to the address. ``contents`` are the ids and the titles, in HTML, of the headings below the first."""

    address: str
    title: str
    description: str
    body: str
    contents: tuple[tuple[str, str], ...]


def handwritten_pages(folder: Path, others: Iterable[str], units_page: str) -> list[HandwrittenPage]:
    """All in the folder of pages, in the order of their addresses' paths; they may link to each other, to files beside them
    and to ``others``, addresses of the register's pages, by the paths that pages in Markdown would have there. The list of
    units is found at either of its addresses: a page stays as it is when districts end.

    Raises SiteNotBuilt with every link that leads nowhere.
    """
    files = {path.relative_to(folder).as_posix(): path for path in _files_in(folder)}
    written = {path: file for path, file in files.items() if path.endswith(".md")}
    addresses = {path: page_address(path) for path in written}
    targets = {f"{address}index.md": address for address in others} | addresses
    targets |= dict.fromkeys((f"{UNITS}index.md", f"{COMMUNES}index.md"), units_page)
    targets |= {path: path for path in files.keys() - written.keys()}
    texts = {path: _text_of(file) for path, file in written.items()}
    made = {
        path: markdown_html(page_text(text).body, partial(_followed, path, addresses[path], targets))
        for path, text in texts.items()
    }
    ids = {addresses[path]: _ids_in(page.body) for path, page in made.items()}
    problems = [
        problem for path, page in made.items()
        for problem in _dead_links(path, texts[path], addresses[path], page, targets, ids)
    ]
    if problems:
        raise SiteNotBuilt("\n".join(map(str, problems)))
    return [_page(addresses[path], texts[path], page, Path(path).stem) for path, page in made.items()]


def files_beside(folder: Path) -> Iterator[Path]:
    """Pictures and documents, which are published as they are."""
    return (path for path in _files_in(folder) if path.suffix != ".md")


def _files_in(folder: Path) -> Iterator[Path]:
    """But for what is hidden, or put there by Windows: nobody has checked it."""
    for path in sorted(folder.rglob("*")):
        is_hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.is_file() and not is_hidden and not is_nobodys(path.name):
            yield path


def _page(address: str, text: str, page: MarkdownPage, stem: str) -> HandwrittenPage:
    stated = page_text(text)
    title = " ".join(stated.title.split()) or Markup(page.title).striptags() or stem.replace("-", " ").capitalize()
    return HandwrittenPage(address, title, stated.description, page.body, page.contents)


def _text_of(file: Path) -> str:
    """Which has been checked to be UTF-8."""
    return re.sub("\r\n?", "\n", file.read_text("utf-8-sig"))


def _followed(path: str, address: str, targets: dict[str, str], link: str) -> str:
    """The link as it is published; as it is written where it leads elsewhere, or nowhere."""
    target, rest = _target(path, link)
    return relative(address, targets[target]) + rest if target in targets else link


def _target(path: str, link: str) -> tuple[str | None, str]:
    """The path below the folder of pages that a link on the page at ``path`` names, None where it leads elsewhere or stays on
    the page; and its query and fragment."""
    split = urlsplit(link)
    if _IS_ELSEWHERE.match(link) or not split.path:
        return None, ""
    rest = link[len(split.path):]
    return normpath(join(dirname(path), unquote(split.path))), rest


def _dead_links(
    path: str, text: str, address: str, page: MarkdownPage, targets: dict[str, str], ids: dict[str, set[str]]
) -> Iterator[Problem]:
    for link in page.links:
        target, _ = _target(path, link)
        at = address if link.startswith("#") else targets.get(target) if target is not None else None
        if target is not None and at is None:
            must = "liên kết phải dẫn tới một tệp có trong pages, viết theo đường dẫn từ trang này"
        elif (fragment := link.partition("#")[2]) and at in ids and fragment not in ids[at]:
            must = "liên kết phải dẫn tới một chỗ có thật: trang kia không có chỗ nào tên như sau dấu #"
        else:
            continue
        place = max(text.find(link), 0)
        line, column = text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place)
        yield problem_of_file(f"pages/{path}", RULE, must, found=link, example="viec-va-lenh.md", line=line, column=column)


def _ids_in(html: str) -> set[str]:
    """Of elements that an address can lead to."""
    from html.parser import HTMLParser  # as Markdown is imported, where pages are not known

    ids: set[str] = set()

    class Ids(HTMLParser):
        def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
            ids.update(value for name, value in attributes if value and name == "id")

    Ids().feed(html)
    return ids
