"""What reaches the public through MkDocs: every page whole, the same way, and never half a site."""

from __future__ import annotations

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, PluginError
from mkdocs.structure.files import File, InclusionLevel

from generator.building.build import Publication
from generator.building.page_shell import folders_above, without_indents
from generator.building.parts import Part
from generator.building.site_build import SiteNotBuilt, build_whole_site
from generator.files.whole_folder import whole_folder
from generator.mkdocs_plugin.commands import MkDocsTheme
from generator.mkdocs_plugin.markup import MENDINGS, POLICY_TAG, OwnScripts, finished
from generator.mkdocs_plugin.shell import cut
from generator.reading.page_text import EXTENSIONS
from generator.reading.problems import InvalidRegister
from generator.site.published import FeedLink, PublishedFile, PublishedPage
from tests.builders import TODAY
from tests.folders import files_of
from tests.places import CONTENT, ROOT

HOSTILE = """<script>alert("1")</script> & 'Hải Phòng'"""

DIALOGUE = PublishedPage(
    "doi-thoai/2023/do-son-1/", HOSTILE, f"Mô tả {HOSTILE}", "<h1>Đối thoại</h1>", date(2023, 9, 1),
    (FeedLink("doi-thoai/2023/do-son-1.ics", HOSTILE),), '{"@type": "Event"}',
)
COMMUNE = PublishedPage("quan-huyen/do-son/hop-duc/", "Phường Hợp Đức", "Phường", "<h1>Phường Hợp Đức</h1>")
UNITS = PublishedPage("quan-huyen/", f"Quận {HOSTILE}", "Danh sách", "<h1>Quận, huyện</h1>")
HOME = PublishedPage("", "Trang chủ", "Đối thoại", "<h1>Đối thoại</h1>")
PUBLICATION = Publication(
    site_name="Đối thoại với Nhân dân", masthead="Đối thoại với Nhân dân", site_url="https://doithoai.example/",
    publisher="Ban Dân vận", description="Sổ đối thoại",
    today=date(2023, 9, 15), sample=True, stands_still=True,
    navigation=(("Trang chủ", ""), ("Quận, huyện", "quan-huyen/"), ("Giới thiệu", "gioi-thieu/")),
    parts=(Part("all", lambda today: None, (lambda site: [
        HOME, UNITS, COMMUNE, DIALOGUE,
        PublishedFile("lich/thanh-pho.ics", b"BEGIN:VCALENDAR\r\n"), PublishedFile("sitemap.xml", b"<urlset/>"),
    ],)),),
)


class AsMkDocsPages:
    """A hook of MkDocs' own kind that makes pages of the register pages that MkDocs builds itself."""

    def __init__(self, *pages: PublishedPage) -> None:
        self.sources = [f"{page.address}index.md" for page in pages]

    def on_files(self, files, config):
        for source in self.sources:
            files.append(File.generated(config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV))
        return files


def written_by_hand(folder: Path) -> Path:
    pages = folder / "content" / "pages"
    pages.mkdir(parents=True)
    (pages / "gioi-thieu.md").write_text("# Giới thiệu\n\n## Báo lỗi {: #bao-loi }\n\nViết thư.\n", "utf-8")
    return pages


@pytest.fixture
def handwritten(tmp_path: Path) -> Path:
    return written_by_hand(tmp_path)


def built(site: Path, handwritten: Path, publication: Publication = PUBLICATION, hook: AsMkDocsPages | None = None):
    config = load_config(str(ROOT / "mkdocs.yml"), strict=True, site_dir=str(site), docs_dir=str(handwritten))
    config.plugins["dialogues"].prepared = publication
    if hook:
        config.plugins.events["files"].append(lambda files, config: hook.on_files(files, config))
    build(config)
    return site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of PUBLICATION, to look at and not to change."""
    folder = tmp_path_factory.mktemp("site")
    return built(folder / "site", written_by_hand(folder))


def html_of(site: Path, page: PublishedPage) -> str:
    return (site / page.address / "index.html").read_text("utf-8")


def test_a_page_in_a_shell_is_byte_for_byte_the_page_that_mkdocs_builds(site, tmp_path, handwritten):
    by_mkdocs = built(tmp_path / "other", handwritten, hook=AsMkDocsPages(DIALOGUE, COMMUNE))
    assert [html_of(by_mkdocs, page) for page in (DIALOGUE, COMMUNE)] == [html_of(site, page) for page in (DIALOGUE, COMMUNE)]


def test_two_builds_are_the_same_bytes(site, tmp_path, handwritten):
    again = built(tmp_path / "elsewhere" / "again", handwritten)
    assert files_of(again) == files_of(site)


@pytest.mark.parametrize("page", [DIALOGUE, UNITS], ids=["in a shell", "in the navigation"])
def test_no_text_of_a_page_becomes_markup(page, site):
    assert "<script>alert" not in html_of(site, page)


@pytest.mark.parametrize("page", [DIALOGUE, UNITS], ids=["in a shell", "in the navigation"])
def test_a_title_is_shown_as_it_is_written(page, site):
    assert "&lt;script&gt;alert(" in re.search("<title>(.*?)</title>", html_of(site, page))[1]


def test_a_title_in_the_menu_is_not_markup(tmp_path, handwritten):
    menu = (("Trang chủ", ""), (HOSTILE, "quan-huyen/"), ("Giới thiệu", "gioi-thieu/"))
    site = built(tmp_path / "site", handwritten, replace(PUBLICATION, navigation=menu))
    assert "<script>alert" not in html_of(site, HOME)


def test_the_registers_name_is_not_markup_in_the_themes_own_parts(tmp_path, handwritten):
    named = replace(PUBLICATION, site_name=f'">{HOSTILE}', masthead=f'">{HOSTILE}', publisher=HOSTILE, description=f'">{HOSTILE}')
    site = built(tmp_path / "site", handwritten, named)
    assert [path for path in site.rglob("*.html") if "<script>alert" in path.read_text("utf-8")] == []
    assert '<span class="masthead-name">&#34;&gt;&lt;script&gt;' in html_of(site, DIALOGUE)


def test_a_page_names_its_own_address(site):
    assert '<link rel="canonical" href="https://doithoai.example/doi-thoai/2023/do-son-1/">' in html_of(site, DIALOGUE)


def test_a_feed_is_linked_relative_to_the_page(site):
    assert 'type="text/calendar"' in html_of(site, DIALOGUE)
    assert 'href="../../../doi-thoai/2023/do-son-1.ics"' in html_of(site, DIALOGUE)


def test_the_menu_marks_the_page_above(site):
    active = re.findall(r'md-tabs__item--active">\s*<a href="([^"]*)"', html_of(site, COMMUNE))
    assert active == ["../../"]


@pytest.mark.parametrize("address", ["", "quan-huyen/", DIALOGUE.address, "gioi-thieu/", "404.html"])
def test_every_page_says_that_its_figures_are_a_sample(address, site):
    path = site / address if address.endswith(".html") else site / address / "index.html"
    assert "Dữ liệu mẫu" in path.read_text("utf-8")


def test_a_register_that_is_real_says_nothing_of_a_sample(tmp_path, handwritten):
    site = built(tmp_path / "site", handwritten, replace(PUBLICATION, sample=False))
    assert "Dữ liệu mẫu" not in html_of(site, DIALOGUE)


def test_files_are_published_as_they_are(site):
    assert (site / "lich/thanh-pho.ics").read_bytes() == b"BEGIN:VCALENDAR\r\n"


def test_the_sitemap_is_the_registers_own(site):
    assert (site / "sitemap.xml").read_bytes() == b"<urlset/>"
    assert not (site / "sitemap.xml.gz").exists()


def test_the_site_asks_github_pages_to_leave_it_alone(site):
    assert (site / ".nojekyll").exists()


def test_handwritten_pages_that_the_menu_does_not_name_come_last(tmp_path, handwritten):
    (handwritten / "rieng-tu.md").write_text("# Quyền riêng tư\n", "utf-8")
    site = built(tmp_path / "site", handwritten)
    assert html_of(site, HOME).count('href="rieng-tu/"') == 2  # in the tabs and in the drawer


@pytest.mark.parametrize(("page", "address"), [(HOME, "tim-kiem/"), (DIALOGUE, "../../../tim-kiem/")], ids=["home", "in a shell"])
def test_every_page_has_a_form_that_leads_to_the_search_page(page, address, site):
    assert re.findall(r'<form class="site-search" role="search"[^>]* action="([^"]*)"', html_of(site, page)) == [address]


def test_the_themes_own_search_is_not_delivered(site):
    assert [name for name in files_of(site) if re.search("lunr|workers|search_index", name)] == []


@pytest.mark.parametrize("address", ["", DIALOGUE.address, COMMUNE.address, "gioi-thieu/"])
def test_no_script_runs_but_the_sites_own(address, site):
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', (site / address / "index.html").read_text("utf-8"))
    scripts = re.search("script-src ([^;]*)", policy[1])[1].split()
    assert scripts[0] == "'self'" and all(source.startswith("'sha256-") for source in scripts[1:])
    assert policy[1].startswith("default-src 'none'")


@pytest.mark.parametrize("address", ["", DIALOGUE.address, "gioi-thieu/"])
def test_a_page_asks_nothing_of_other_hosts(address, site):
    html = (site / address / "index.html").read_text("utf-8")
    assert re.findall(r'<(?:script|img|iframe)[^>]*src="(?:https?:)?//', html) == []
    assert re.findall(r'<link rel="(?!canonical)[^>]*href="(?:https?:)?//', html) == []


def test_the_theme_speaks_vietnamese_only(site):
    shown = re.sub(r"<script.*?</script>|<svg.*?</svg>|<[^>]*>", " ", html_of(site, DIALOGUE), flags=re.DOTALL)
    assert not re.search(r"\b(?:Search|Skip|Back|Navigation|Table of contents|Made with|Home)\b", shown)


def test_a_theme_without_what_must_be_mended_is_refused():
    with pytest.raises(PluginError, match="Giao diện Material đã thay đổi"):
        finished("<html></html>", guarded=True)


def test_a_theme_without_a_place_for_the_content_is_refused():
    with pytest.raises(PluginError, match="body"):
        cut("<title>\0head\0</title>\0title\0")


def test_a_menu_that_leads_nowhere_is_refused(tmp_path, handwritten):
    with pytest.raises(Abort):
        built(tmp_path / "site", handwritten, replace(PUBLICATION, navigation=(("Không có", "khong-co/"),)))


def test_a_dead_link_in_a_handwritten_page_is_refused(tmp_path, handwritten):
    (handwritten / "gioi-thieu.md").write_text("# Giới thiệu\n\n[mất](khong-co.md)\n", "utf-8")
    with pytest.raises(Abort, match="1 warning"):
        built(tmp_path / "site", handwritten)


def test_a_handwritten_page_never_stands_in_the_place_of_one_of_the_register(tmp_path, handwritten):
    for page in (HOME, UNITS, COMMUNE):
        (handwritten / page.address).mkdir(parents=True, exist_ok=True)
        (handwritten / page.address / "index.md").write_text("# Tiến độ\n\nMọi đơn vị đã xong.\n", "utf-8")
    site = built(tmp_path / "site", handwritten)
    for page in (HOME, UNITS, COMMUNE):
        assert "Mọi đơn vị đã xong" not in html_of(site, page) and page.body in html_of(site, page)


def test_folders_above_an_address_end_with_the_root():
    assert folders_above("quan-huyen/do-son/") == ["quan-huyen/do-son/", "quan-huyen/", ""]


def test_a_register_with_problems_leaves_the_old_site_as_it_was_and_nothing_else(tmp_path, handwritten):
    site = built(tmp_path / "site", handwritten)
    before = files_of(tmp_path)
    with pytest.raises(InvalidRegister):
        build_whole_site(MkDocsTheme(ROOT / "mkdocs.yml"), handwritten.parent, None, site, TODAY)
    assert files_of(tmp_path) == before


def test_mkdocs_itself_shows_the_report_and_no_traceback(tmp_path, handwritten):
    (tmp_path / "mkdocs.yml").write_text(
        f"""\
INHERIT: {ROOT}/mkdocs.yml
docs_dir: {handwritten}
theme:
  custom_dir: {ROOT}/site_templates/theme
plugins:
  dialogues:
    content: {handwritten.parent}
    templates: {ROOT}/site_templates
""", "utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-f", str(tmp_path / "mkdocs.yml")], capture_output=True, text=True
    )
    assert run.returncode == 1
    assert "Chưa có gì được xuất bản." in run.stderr
    assert "Traceback" not in run.stderr


def test_a_folder_that_is_not_a_site_is_not_replaced(tmp_path, handwritten):
    (tmp_path / "thu-muc").mkdir()
    (tmp_path / "thu-muc" / "bai-viet.txt").write_text("quan trọng")
    with pytest.raises(SiteNotBuilt, match="phải là thư mục trống"):
        build_whole_site(MkDocsTheme(ROOT / "mkdocs.yml"), handwritten.parent, None, tmp_path / "thu-muc", TODAY)


def test_of_builds_that_end_at_once_one_site_stays_and_it_is_whole(tmp_path):
    def finish(number: int) -> None:
        with whole_folder(tmp_path / "site") as new:
            for name in "abc":
                (new / name).write_text(str(number))

    with ThreadPoolExecutor(8) as builders:
        list(builders.map(finish, range(40)))
    assert len({(tmp_path / "site" / name).read_text() for name in "abc"}) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_configuration_without_the_plugin_is_refused(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nplugins: [search]\n", "utf-8")
    with pytest.raises(SiteNotBuilt, match="trong plugins phải có 'dialogues:'"):
        build_whole_site(MkDocsTheme(tmp_path / "mkdocs.yml"), CONTENT, None, tmp_path / "site", TODAY)


def test_only_scripts_of_the_themes_templates_are_allowed():
    template = "".join(theirs for theirs, _ in MENDINGS) + POLICY_TAG + "<script>theme()</script>{{ written }}"
    environment = Environment(loader=OwnScripts(DictLoader({"page.html": template})))
    html = environment.get_template("page.html").render(written="<script>evil()</script>")
    assert finished(html, guarded=True).count("'sha256-") == 1
    assert finished(html, guarded=True).endswith("<script>theme()</script><script>evil()</script>")


def test_a_page_that_would_run_something_is_refused_whatever_reads_it(tmp_path, handwritten, caplog):
    (handwritten / "trang.md").write_text("# Trang\n\nMột câu.\n\n<script>evil()</script>\n", "utf-8")
    with pytest.raises(Abort):
        built(tmp_path / "site", handwritten)
    assert "pages/trang.md:5:1: thẻ này không được dùng" in caplog.text


def test_a_file_that_is_no_page_picture_or_document_is_refused(tmp_path, handwritten, caplog):
    (handwritten / "ma.js").write_text("evil()", "utf-8")
    with pytest.raises(Abort):
        built(tmp_path / "site", handwritten)
    assert "pages/ma.js:1:1: tệp trong pages phải là" in caplog.text


def test_what_windows_puts_into_a_folder_is_not_published(tmp_path, handwritten):
    (handwritten / "Thumbs.db").write_bytes(b"x")
    assert not (built(tmp_path / "site", handwritten) / "Thumbs.db").exists()


def test_markdown_is_read_alike_when_it_is_checked_and_when_it_is_published(handwritten):
    config = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(handwritten))
    assert sorted(config.markdown_extensions) == sorted(EXTENSIONS)


def test_a_shell_carries_no_indents_but_those_that_are_shown_or_run_as_written():
    script = "<script>\n  if (a)\n    b()\n</script>"
    assert without_indents(f"<ul>\n    <li>a b\n\n  </ul>\n  {script}<pre>\n  x</pre>") == f"<ul>\n<li>a b\n</ul>\n{script}<pre>\n  x</pre>"
