"""The shipped server configuration in a real nginx, on a small built site, asked as browsers and calendars ask."""

from __future__ import annotations

import gzip
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from generator.building.build import handwritten_addresses
from generator.building.site_build import build_whole_site
from generator.mkdocs_plugin.commands import MkDocsTheme
from generator.publications import hosting
from generator.site.published import PublishedPage
from tests.builders import TODAY, a_site, every
from tests.places import GOLDEN, ROOT, TEMPLATES
from tests.ports import free_port

CONFIGURATION = TEMPLATES / "hosting" / "nginx.conf"
SURROUNDINGS = """
daemon off; master_process off; pid {folder}/nginx.pid; error_log stderr;
events {{ }}
http {{
    include /etc/nginx/mime.types; default_type application/octet-stream; access_log off;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    include {folder}/register.conf;
}}
"""
COMMUNE = "quan-huyen/hong-bang/so-dau/"
EMBED = "nhung/hong-bang/so-dau/"
HASHED = "assets/javascripts/bundle.*.min.js"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hosting") / "site"
    build_whole_site(MkDocsTheme(ROOT / "mkdocs.yml"), GOLDEN, None, folder, TODAY)
    return folder


@pytest.fixture(scope="module")
def port(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Where nginx serves the site, with nothing of the configuration changed but the lines marked "here"."""
    program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    assert program, "please run: sudo apt-get install --no-install-recommends nginx"
    folder = tmp_path_factory.mktemp("nginx")
    port = free_port()
    text = CONFIGURATION.read_text("utf-8")
    for theirs, ours in (("listen 80;", f"listen 127.0.0.1:{port};"), ("root /srv/doi-thoai/site;", f"root {site};")):
        assert text.count(theirs) == 1
        text = text.replace(theirs, ours)
    (folder / "register.conf").write_text(text, "utf-8")
    (folder / "nginx.conf").write_text(SURROUNDINGS.format(folder=folder), "utf-8")
    server = subprocess.Popen([program, "-e", "stderr", "-c", str(folder / "nginx.conf")])
    wait_for(port, server)
    yield port
    server.terminate()
    server.wait()


def wait_for(port: int, server: subprocess.Popen) -> None:
    for _ in range(600):
        assert server.poll() is None, "nginx refused its configuration; it says why above"
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("nginx does not answer")


@pytest.fixture(scope="module")
def ask(port: int):
    """Gets an address of the site as a program that takes gzip does."""

    def answer(address: str, method: str = "GET", **headers: str) -> HTTPResponse:
        connection = HTTPConnection("127.0.0.1", port, timeout=30)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, f"/{address}", headers={"Accept-Encoding": "gzip", **named})
        response = connection.getresponse()
        response.content = response.read()
        return response

    return answer


@pytest.mark.parametrize("address, media_type", [
    ("", "text/html; charset=utf-8"),
    (COMMUNE, "text/html; charset=utf-8"),
    ("lich/thanh-pho.ics", "text/calendar; charset=utf-8"),
    ("doi-thoai/2023/so-dau-dinh-ky.ics", "text/calendar; charset=utf-8"),
    ("thay-doi/thanh-pho.atom", "application/atom+xml"),
    ("api/v1/units.csv", "text/csv; charset=utf-8"),
    ("api/v1/units.json", "application/json"),
    ("nhung/hong-bang.json", "application/json"),
    ("sitemap.xml", "text/xml; charset=utf-8"),
    ("robots.txt", "text/plain; charset=utf-8"),
    ("assets/images/logo.svg", "image/svg+xml"),
    ("assets/stylesheets/register.css", "text/css; charset=utf-8"),
    ("doi-thoai/2023/hong-bang-dinh-ky-1/thong-bao-ket-luan.pdf", "application/pdf"),
])
def test_a_file_is_said_to_be_what_it_is(ask, address, media_type):
    response = ask(address)
    assert (response.status, response.headers["Content-Type"]) == (200, media_type)


@pytest.mark.parametrize("address", [
    "", COMMUNE, EMBED, "thay-doi/thanh-pho.atom", "api/v1/units.csv", "api/v1/units.json", "sitemap.xml",
    "assets/stylesheets/register.css", "assets/javascripts/register.js",
    "tim-kiem/0.json", "khong-co-trang-nay/",
])
def test_text_is_compressed_for_those_who_take_it(ask, address):
    response = ask(address)
    assert response.headers["Content-Encoding"] == "gzip" and gzip.decompress(response.content)


def test_compressed_text_is_kept_apart_from_plain_text_in_caches(ask):
    assert ask("").headers["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize("address", ["lich/thanh-pho.ics", "lich/hong-bang/so-dau.ics"])
def test_a_calendar_is_never_compressed(ask, site, address):
    response = ask(address)
    assert response.headers["Content-Encoding"] is None and response.content == (site / address).read_bytes()


@pytest.mark.parametrize("address", ["", "lich/thanh-pho.ics", "thay-doi/thanh-pho.atom", "assets/javascripts/register.js"])
def test_what_did_not_change_is_not_sent_again(ask, address):
    response = ask(address, If_None_Match=ask(address).headers["ETag"])
    assert (response.status, response.content) == (304, b"")


def test_a_name_with_a_hash_is_kept_for_a_year(ask, site):
    [script] = site.glob(HASHED)
    caching = ask(script.relative_to(site).as_posix()).headers["Cache-Control"]
    assert caching == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("address, seconds", [
    ("", 300), (COMMUNE, 300), ("lich/thanh-pho.ics", 300), ("api/v1/units.csv", 300),
    ("assets/stylesheets/register.css", 3600), ("khong-co-trang-nay/", 300),
])
def test_all_else_is_asked_for_again_soon(ask, address, seconds):
    assert ask(address).headers["Cache-Control"] == f"public, max-age={seconds}"


@pytest.mark.parametrize("address", ["", COMMUNE, "lich/thanh-pho.ics", "api/v1/units.csv", EMBED, "khong-co-trang-nay/"])
def test_headers_for_safety_are_with_every_answer(ask, address):
    headers = ask(address).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert "camera=()" in headers["Permissions-Policy"]


@pytest.mark.parametrize("address, policy", [
    ("", "frame-ancestors 'none'"), (COMMUNE, "frame-ancestors 'none'"), ("khong-co-trang-nay/", "frame-ancestors 'none'"),
    (EMBED, None),
])
def test_only_embeds_may_stand_in_a_frame(ask, address, policy):
    assert ask(address).headers["Content-Security-Policy"] == policy


@pytest.mark.parametrize("address, readers", [
    ("api/v1/units.json", "*"), ("nhung/hong-bang.json", "*"), ("lich/thanh-pho.ics", "*"),
    ("thay-doi/thanh-pho.atom", "*"), ("phat-hanh/", "*"), ("", None),
])
def test_open_data_may_be_read_by_scripts_of_other_sites(ask, address, readers):
    assert ask(address).headers["Access-Control-Allow-Origin"] == readers


def test_nginx_does_not_tell_its_version(ask):
    assert ask("").headers["Server"] == "nginx"


@pytest.mark.parametrize("address", ["khong-co-trang-nay/", "lich/khong-co.ics", "_headers", ".nojekyll", "404.html"])
def test_what_is_not_there_is_answered_by_the_sites_own_page(ask, site, address):
    response = ask(address)
    assert response.status == 404 and gzip.decompress(response.content) == (site / "404.html").read_bytes()


def test_an_address_without_its_slash_leads_on_whatever_name_the_site_has(ask):
    response = ask("lich")
    assert (response.status, response.headers["Location"]) == (301, "/lich/")


class TestHeadersForStaticHosts:
    def rules(self, *pages: str, handwritten: tuple[str, ...] = ()) -> list[tuple[str, str]]:
        """Every pattern with a header that it sets."""
        made = [PublishedPage(address, "", "", "") for address in pages]
        [file] = hosting.publish(a_site(), made, handwritten)
        found: list[tuple[str, str]] = []
        pattern = ""
        for line in file.content.decode().splitlines():
            if line.startswith("/"):
                pattern = line
            elif line.startswith("  "):
                found.append((pattern, line.strip()))
        return found

    def unframed(self, *pages: str, handwritten: tuple[str, ...] = ()) -> list[str]:
        return [
            pattern for pattern, header in self.rules(*pages, handwritten=handwritten)
            if header == "Content-Security-Policy: frame-ancestors 'none'"
        ]

    def test_every_folder_of_pages_is_kept_out_of_frames_once(self):
        found = self.unframed("", "lich/", "doi-thoai/2023/a/", "doi-thoai/2023/b/", handwritten=("gioi-thieu/",))
        assert found == ["/", "/doi-thoai/*", "/gioi-thieu/*", "/lich/*"]

    def test_no_rule_forbids_the_frames_that_embeds_are_for(self):
        assert not {"/*", "/nhung/*"} & set(self.unframed("", "lich/"))

    def test_safety_and_calendars_are_as_on_nginx(self, ask):
        rules = self.rules("")
        for name in ("X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy"):
            assert ("/*", f"{name}: {ask('').headers[name]}") in rules
        assert ("/*.ics", f"Content-Type: {ask('lich/thanh-pho.ics').headers['Content-Type']}") in rules

    def test_they_are_published_with_the_sites_own_folders(self, site):
        text = (site / "_headers").read_text("utf-8")
        assert all(f"\n/{address}*\n" in text for address in every(handwritten_addresses(GOLDEN))) and "\n/quan-huyen/*\n" in text
