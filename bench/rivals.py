"""The same pages for Hugo and for plain MkDocs: as many, as heavy, each a Markdown file with the page's HTML in it.

Both are spared what the register does besides: no checks, no ledger, no feeds, no tables; but for a second Hugo, which is given
the register's files too, to be compared like for like. The HTML stands ready in
the Markdown, so that they have less to convert than a hand-written page would give them.
"""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

from generator.building.build import Publication
from generator.site.published import PublishedPage


def prepare_hugo(publication: Publication, page: PublishedPage, html: str, folder: Path) -> None:
    """A Hugo site in ``folder`` whose pages weigh what the register's do: around each body stands what ``html`` has
    around that of ``page``."""
    layouts = folder / "layouts"
    before, _, after = html.partition(str(page.body))
    assert after, "the built page must hold the published body"
    layout = "{{ .Content }}".join(part.replace("{{", "{{ `{{` }}") for part in (before, after))
    layout = layout.replace(f"<title>{escape(page.title)}", "<title>{{ .Title }}", 1)
    layout = layout.replace(escape(page.description), "{{ .Params.summary }}")
    for name in ("home.html", "page.html", "section.html", "single.html", "list.html", "all.html"):
        _write(layouts / name, layout)
    _write(folder / "hugo.toml", '\n'.join((
        f"baseURL = {json.dumps(publication.site_url)}", 'title = "Register"', "disableKinds = ['taxonomy', 'term', 'rss']",
        "[markup.goldmark.renderer]", "unsafe = true", "",
    )))
    folders = {page.address.rsplit("/", 2)[0] + "/" for page in publication.pages if page.address.count("/") > 1} | {""}
    for page in publication.pages:
        name = "_index.md" if page.address in folders else "index.md"  # Hugo's word for a page with pages below it
        _write(folder / "content" / page.address / name, _markdown(page))


def add_files(publication: Publication, folder: Path) -> None:
    """To the Hugo site in ``folder``: the register's feeds and data, each as a page of an output format that shows what stands
    in it as it is. Hugo is spared to join them from events and rows. What is no text lies among its static files."""
    with (folder / "hugo.toml").open("a", encoding="utf-8") as settings:
        settings.write(_OUTPUT_FORMAT)
    for name in ("page", "single", "all"):
        _write(folder / "layouts" / f"{name}.published.published", "{{ .RawContent }}")
    _write(folder / "content" / "files" / "_index.md", "---\nbuild: {render: never}\n---\n")
    for number, file in enumerate(publication.files):
        try:
            text = file.content.decode()
        except UnicodeDecodeError:
            path = folder / "static" / file.address
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.content)
            continue
        head = json.dumps({"url": f"/{file.address}", "outputs": ["published"]})
        _write(folder / "content" / "files" / f"{number}.md", f"---\n{head}\n---\n{text}")


_OUTPUT_FORMAT = """
[mediaTypes."text/x-published"]
suffixes = ["published"]
[outputFormats.published]
mediaType = "text/x-published"
isPlainText = true
permalinkable = true
"""


def prepare_mkdocs(publication: Publication, folder: Path) -> None:
    """A plain MkDocs and Material site in ``folder``, only its home page in the navigation."""
    _write(folder / "mkdocs.yml", "site_name: Register\ntheme: {name: material, font: false}\nplugins: []\n"
           "nav: [index.md]\nvalidation: {nav: {omitted_files: ignore}, "
           "links: {not_found: ignore, unrecognized_links: ignore}}\n")
    for page in publication.pages:
        _write(folder / "docs" / page.address / "index.md", _markdown(page))


def _markdown(page: PublishedPage) -> str:
    # A blank line would end the HTML block and let the Markdown parser into it.
    body = "\n".join(line for line in str(page.body).split("\n") if line.strip())
    return f"---\ntitle: {json.dumps(page.title)}\nsummary: {json.dumps(page.description)}\n---\n\n<div>\n{body}\n</div>\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
