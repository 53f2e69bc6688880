"""The register in its own shell: the same pages as through MkDocs, nothing of MkDocs, and never half a site."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from mkdocs.config import load_config

from generator.building.preview import show_saved
from generator.building.site_build import Built, SiteNotBuilt, build_whole_site
from generator.keeping.store import Store
from generator.mkdocs_plugin.commands import MkDocsTheme
from generator.own_shell.commands import OwnTheme
from generator.own_shell.markdown_html import OPTIONS, markdown_html
from tests.building.workshop import inodes_of
from tests.folders import append_to, files_of, replace_in
from tests.places import GOLDEN, ROOT, TEMPLATES
from tests.releases.sites import copied, last_release, released
from tests.run_command import run, run_on

AS_OF = date(2023, 9, 15)
RECORD = "dialogues/2023/so-dau-dinh-ky.yml"
OF_MATERIAL = re.compile(r"assets/(?:stylesheets|javascripts)/(?:main|palette|bundle)\.\w+\.min\.|assets/images/favicon\.png$")
"""The theme's own files, which the own shell needs not."""
ARTICLE = re.compile(rb'<article id="noi-dung"[^>]*>(.*?)</article>', re.DOTALL)


def build(content: Path, site: Path, store: Store | None = None, templates: Path = TEMPLATES) -> Built:
    return build_whole_site(OwnTheme(templates), content, AS_OF, site, AS_OF, store=store)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The golden register's site, to look at and not to change."""
    site = tmp_path_factory.mktemp("own") / "site"
    build(with_many_sorts_of_pages(site.parent / "content"), site)
    return site


@pytest.fixture(scope="module")
def golden_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """As a build from nothing leaves it, to compare with and to copy."""
    site = tmp_path_factory.mktemp("golden") / "site"
    build(GOLDEN, site)
    return site


@pytest.fixture(scope="module")
def by_mkdocs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("material") / "site"
    build_whole_site(MkDocsTheme(ROOT / "mkdocs.yml"), with_many_sorts_of_pages(site.parent / "content"), AS_OF, site, AS_OF)
    return site


def with_many_sorts_of_pages(content: Path) -> Path:
    """The golden register with pages by hand that use what Markdown offers and link to each other in every way."""
    shutil.copytree(GOLDEN, content)
    pages = content / "pages"
    (pages / "so-tay").mkdir()
    (pages / "anh").mkdir()
    (pages / "anh" / "hoi-nghi.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (pages / "so-tay" / "index.md").write_text("# Sổ tay\n\nXem [việc](viec.md), [bảng](viec.md#bang-1).\n", "utf-8")
    (pages / "so-tay" / "viec.md").write_text(
        "---\ntitle: Việc & \"lệnh\"\n---\n\n# Việc\n\n## Bảng { #bang-1 }\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n"
        "```\n# lệnh\n  thụt vào\n```\n\n!!! note \"Lưu ý\"\n    Chữ **đậm**.\n\n## Nguồn\n\n"
        "[trang chủ](../index.md), [lịch](../lich/index.md), [sổ tay](index.md#x-1 \"Sổ\"), ![ảnh](../anh/hoi-nghi.png){ width=\"20\" }, "
        "<https://vi.example/?a=1&b=2>, <thu@vi.example>, [gọi](tel:1), [trên](#nguon), <a href=\"../../phat-hanh/\">phát hành</a>\n\n"
        "### Sâu hơn\n\n<details><summary>Mở</summary><p>Đã mở</p></details>\n", "utf-8")
    append_to(pages / "so-tay" / "index.md", "\n<p id=\"x-1\">Chỗ này</p>\n")
    (pages / "anh" / ".nhap.png").write_bytes(b"")
    (pages / ".nhap").mkdir()
    (pages / ".nhap" / "nhap.png").write_bytes(b"")
    (pages / "rieng-tu.md").write_text("Không có tiêu đề.\n\n## Một\n", "utf-8")
    return content


def test_every_address_is_there_with_the_same_file_but_for_what_is_around_pages(own: Path, by_mkdocs: Path):
    ours, theirs = files_of(own), {path: file for path, file in files_of(by_mkdocs).items() if not OF_MATERIAL.match(path)}
    assert ours.keys() - theirs.keys() == {"assets/stylesheets/shell.css", "assets/javascripts/shell.js"}
    assert theirs.keys() - ours.keys() == set()
    pages = {path for path, file in theirs.items() if path.endswith(".html") and ARTICLE.search(file)}
    assert len(pages) > 50
    assert [path for path in theirs if path not in pages and ours[path] != theirs[path]] == []


def test_every_article_is_byte_for_byte_the_same(own: Path, by_mkdocs: Path):
    ours, theirs = articles_of(own), articles_of(by_mkdocs)
    assert {path: article.decode() for path, article in ours.items() if article != theirs[path]} == {}


def articles_of(site: Path) -> dict[str, bytes]:
    found = {path: ARTICLE.search(file) for path, file in files_of(site).items() if path.endswith(".html")}
    return {path: article[1].strip() for path, article in found.items() if article}


def test_a_release_may_follow_in_the_other_shell_and_lead_back(own: Path, by_mkdocs: Path, tmp_path: Path):
    first, second, third = (copied(site, tmp_path / name) for name, site in (("1", by_mkdocs), ("2", own), ("3", by_mkdocs)))
    released(first)
    released(second, last_release(first))
    assert len(released(third, last_release(second)).log.releases) == 3


def test_every_head_says_the_same(own: Path, by_mkdocs: Path):
    assert heads_of(own) == heads_of(by_mkdocs)


def heads_of(site: Path) -> dict[str, list[bytes]]:
    """Titles, descriptions, addresses and feeds, in their order, but for style sheets and the policy of scripts."""
    wanted = re.compile(rb'<title>.*?</title>|<meta (?:name|property)="[^>]*>|<link rel="(?:canonical|alternate |icon)"[^>]*>')
    return {path: wanted.findall(file) for path, file in files_of(site).items() if path.endswith(".html")}


def test_the_menu_is_the_same(own: Path, by_mkdocs: Path):
    tabs = re.compile(r'class="md-tabs__item([^"]*)">\s*<a href="([^"]*)" class="md-tabs__link">\s*(.*?)\s*</a>', re.DOTALL)
    for page in ("so-tay/viec", "quan-huyen/hong-bang", "quan-huyen/hong-bang/so-dau"):
        ours, theirs = (tabs.findall((site / page / "index.html").read_text("utf-8")) for site in (own, by_mkdocs))
        assert [*map(addressed, ours)] == [*map(addressed, theirs)] != []


def addressed(tab: tuple[str, str, str]) -> tuple[str, str, str]:
    """A link to the page itself may be written as ``./`` or by its name."""
    active, address, title = tab
    return active, address.removesuffix("/") if address.strip("./") == "" else address, title


def test_a_page_by_hand_that_the_menu_does_not_name_comes_last_and_the_handbook_does_not(own: Path):
    html = (own / "index.html").read_text("utf-8")
    titles = [title.strip() for title in re.findall(r'class="md-tabs__link">(.*?)</a>', html)]
    assert titles[-1] == "Rieng tu" and "Sổ tay" not in titles


def test_no_page_asks_or_runs_what_is_not_the_sites_own(own: Path):
    for path in own.rglob("*.html"):
        html = path.read_text("utf-8")
        if "md-header" in html:
            policy = re.search('Content-Security-Policy" content="([^"]*)"', html)[1]
            assert policy.startswith("default-src 'none'; script-src 'self' 'sha256-") and policy.count("sha256-") == 1
            assert re.findall(r'<(?:script|img|iframe)[^>]*src="(?:https?:)?//', html) == []


def test_neither_mkdocs_nor_its_theme_is_imported(content: Path, tmp_path: Path):
    program = f"""if True:
        import sys
        from generator.commands.cli import commands
        commands(["build", "--shell", "own", "--content", {str(content)!r}, "--site", "site", "--cache", "cache",
                  "--templates", {str(TEMPLATES)!r}], standalone_mode=False)
        print([name for name in sys.modules if name.split(".")[0] in ("mkdocs", "material", "pymdownx", "mergedeep")])
    """
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True, env={"PYTHONPATH": str(ROOT)}
    )
    assert run.stdout.splitlines()[-1] == "[]"


def test_where_mkdocs_is_not_installed_a_build_that_needs_it_says_so(content: Path, tmp_path: Path):
    program = f"""if True:
        import sys
        sys.modules["mkdocs"] = None
        from generator.commands.cli import commands
        commands(["build", "--shell", "material", "--content", {str(content)!r}, "--mkdocs", {str(ROOT / "mkdocs.yml")!r}])
    """
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False, env={"PYTHONPATH": str(ROOT)}
    )
    assert (run.returncode, [*tmp_path.glob("site")]) == (1, [])
    assert run.stderr.startswith("Máy này chưa cài mkdocs mà khung material cần") and "--shell own" in run.stderr


def test_markdown_is_read_as_mkdocs_reads_it():
    assert load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(GOLDEN / "pages")).mdx_configs == OPTIONS


def test_two_builds_are_the_same_bytes(own: Path, tmp_path: Path):
    build(with_many_sorts_of_pages(tmp_path / "content"), tmp_path / "again")
    assert files_of(tmp_path / "again") == files_of(own)


def test_a_second_build_of_the_same_touches_nothing_and_one_of_a_change_only_what_has_changed(content: Path, tmp_path: Path):
    site, store = tmp_path / "site", Store(tmp_path / "kept")
    build(content, site, store)
    first = inodes_of(site)
    again = build(content, site, store)
    assert again.before is again.after and inodes_of(site) == first
    change(content)
    build(content, site, store)
    touched = {path for path, inode in inodes_of(site).items() if first.get(path) != inode}
    assert "doi-thoai/2023/so-dau-dinh-ky/index.html" in touched
    assert not touched & {"gioi-thieu/index.html", "404.html", "assets/stylesheets/shell.css", "doi-thoai/2023/ha-ly-dinh-ky/index.html"}
    build(content, tmp_path / "from nothing")
    assert files_of(site) == files_of(tmp_path / "from nothing")


def test_after_a_build_in_the_other_shell_the_site_is_wholly_in_this_one(content: Path, golden_site: Path, tmp_path: Path):
    site, store = tmp_path / "site", Store(tmp_path / "kept")
    build_whole_site(MkDocsTheme(ROOT / "mkdocs.yml"), content, AS_OF, site, AS_OF, store=store)
    build(content, site, store)
    assert files_of(site) == files_of(golden_site)


def test_the_page_shown_at_once_is_the_one_that_the_whole_build_makes(content: Path, tmp_path: Path):
    site, store = tmp_path / "site", Store(tmp_path / "kept")
    built = build(content, site, store)
    change(content)
    assert show_saved(content, site, built, {(content / RECORD).resolve()})
    at_once = (site / "doi-thoai/2023/so-dau-dinh-ky/index.html").read_bytes()
    build(content, site, store)
    assert (site / "doi-thoai/2023/so-dau-dinh-ky/index.html").read_bytes() == at_once


def change(content: Path) -> None:
    path = content / RECORD
    text = path.read_text("utf-8")
    assert re.search(r"(?m)^topic: .*$", text)
    path.write_text(re.sub(r"(?m)^topic: .*$", "topic: Đèn chiếu sáng ngõ xóm", text), "utf-8")


@pytest.mark.parametrize(("written", "said"), [
    ("[mất](khong-co.md)", "pages/gioi-thieu.md:3:7: .*một tệp có trong pages.*khong-co.md"),
    ("[mất](/lich/)", "một tệp có trong pages"),
    ("[mất](lich/)", "một tệp có trong pages"),
    ("[mất](#khong-co)", "một chỗ có thật.*#khong-co"),
    ("![mất](anh.png)", "một tệp có trong pages.*anh.png"),
])
def test_a_link_that_leads_nowhere_is_told_at_its_place_and_leaves_the_old_site(
    content: Path, golden_site: Path, tmp_path: Path, written: str, said: str
):
    copied(golden_site, tmp_path / "site")
    before = files_of(tmp_path / "site")
    (content / "pages/gioi-thieu.md").write_text(f"# Giới thiệu\n\n{written}\n\n## Báo lỗi {{: #bao-loi }}\n", "utf-8")
    with pytest.raises(SiteNotBuilt, match=said):
        build(content, tmp_path / "site")
    assert files_of(tmp_path / "site") == before


def test_a_menu_that_leads_nowhere_is_refused(content: Path, tmp_path: Path):
    templates = Path(shutil.copytree(TEMPLATES, tmp_path / "templates"))
    append_to(templates / "navigation.yml", "Không có: khong-co/\n")
    with pytest.raises(SiteNotBuilt, match="Danh mục dẫn đến 'khong-co/'"):
        build(content, tmp_path / "site", templates=templates)


def test_a_template_without_a_place_for_the_content_is_refused(content: Path, tmp_path: Path):
    templates = Path(shutil.copytree(TEMPLATES, tmp_path / "templates"))
    replace_in(templates / "shell/page.html", "{{ body }}", "")
    with pytest.raises(SiteNotBuilt, match="không còn chỗ cho: body"):
        build(content, tmp_path / "site", templates=templates)


def test_a_register_without_pages_by_hand_is_told_what_to_make(content: Path, tmp_path: Path):
    shutil.rmtree(content / "pages")
    ended = run_on(content, "build", "--shell", "own", "--site", tmp_path / "site", "--cache", tmp_path / "kept")
    assert (ended.exit_code, "phải có thư mục này" in ended.output) == (1, True)


def test_a_release_is_verified_from_the_records_in_the_shell_that_it_was_built_in(content: Path, tmp_path: Path):
    site = tmp_path / "site"
    built = run_on(content, "build", "--shell", "own", "--site", site, "--cache", tmp_path / "kept")
    kept = run_on(content, "release", site, "--first", "--kept", tmp_path / "log")
    verified = run("verify", site, "--records", content, "--templates", TEMPLATES)
    assert [done.exit_code for done in (built, kept, verified)] == [0, 0, 0], built.output + kept.output + verified.output
    assert "dựng lại từ bản ghi cũng ra đúng từng tệp" in verified.output


def test_no_option_of_a_command_is_parted_on_a_page_written_by_hand():
    assert '<span class="whole">--out</span>' in markdown_html("`dialogues write --out x`", str).body
