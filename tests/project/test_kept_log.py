"""The log of releases off the site: a branch on GitHub, in a real repository, and a package on GitLab, at a host that keeps."""

from __future__ import annotations

import shutil
import subprocess
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from tests.folders import files_of
from tests.project.ci import GITLAB, read
from tests.project.cities import ENVIRONMENT, LAST_ACCEPTED, LOG, City
from tests.releases.sites import Silent, hosted, served

pytestmark = pytest.mark.slow


class TestTheKeptBranch:
    def test_keeps_what_it_is_given_and_all_that_was_kept_before(self, city):
        assert city.run("kept-branch", "get", city.folder / "nothing").returncode == 0
        assert files_of(city.folder / "nothing") == {}
        assert city.run("kept-branch", "put", city.kept).returncode == 0
        city.announce_anew()
        city.publish()
        for _ in range(2):  # the second time with nothing new
            assert city.run("kept-branch", "put", city.kept).returncode == 0
            assert city.run("kept-branch", "get", city.folder / "again").returncode == 0
        assert files_of(city.folder / "again") == files_of(city.kept)
        log = city.git("log", "--first-parent", "--max-count=2", "--format=%s", "origin/released")
        assert log == "Release 2\nRelease 1"

    def test_is_refused_to_whoever_comes_second(self, city):
        city.run("kept-branch", "put", city.kept)
        city.run("kept-branch", "get", city.folder / "ours")
        theirs = City(Path(shutil.copytree(city.folder, city.folder.parent / "theirs", symlinks=True)))
        for one, reason in ((city, "Mưa"), (theirs, "Bão")):
            one.announce_anew()
            one.edit("Ảnh hưởng của bão", reason)
            one.commit(reason)
            one.publish()
        theirs.git("remote", "set-url", "origin", str(city.folder / "origin"))
        assert [one.run("kept-branch", "put", one.kept).returncode for one in (city, theirs)] == [0, 1]

    def test_holds_the_accepted_records_when_they_are_forced_off_main(self, city):
        city.git("push", "--quiet", "origin", "main")
        accepted = city.announce_anew()
        city.publish()
        city.run("kept-branch", "put", city.kept)
        city.git("reset", "--quiet", "--hard", "HEAD~1")
        city.delete_what_was_announced()
        city.git("push", "--quiet", "--force", "origin", "main")
        shutil.rmtree(city.kept)
        venv = city.clone / ".venv"
        shutil.move(venv, city.folder / "venv")
        shutil.rmtree(city.clone)
        subprocess.run(["git", "clone", "--quiet", "origin", "clone"], cwd=city.folder, check=True)
        shutil.move(city.folder / "venv", venv)
        city.run("kept-branch", "get", city.kept)
        status, said = city.publish()
        assert (status, city.releases()[-1]["records"]) == (LAST_ACCEPTED, accepted), said

    def test_an_origin_that_does_not_answer_is_not_one_that_keeps_nothing(self, city):
        city.git("remote", "set-url", "origin", "../nowhere")
        assert city.run("kept-branch", "get", city.folder / "got").returncode == 1


class TestTheKeptPackage:
    def registry(self, stored: dict[str, bytes], status: int = 0) -> type[BaseHTTPRequestHandler]:
        class Registry(Silent):
            def do_GET(self) -> None:
                content = stored.get(self.path)
                self.send_response(status or (200 if content else 404))
                self.end_headers()
                self.wfile.write(content or b"")

            def do_PUT(self) -> None:
                stored[self.path] = self.rfile.read(int(self.headers["Content-Length"]))
                stored["as"] = self.headers["Authorization"].encode()
                self.send_response(status or 201)
                self.end_headers()

        return Registry

    def ask(self, city: City, verb: str, folder: Path, address: str) -> int:
        environment = {"CI_API_V4_URL": f"{address}api/v4", "CI_PROJECT_ID": "7", "CI_JOB_TOKEN": "token"}
        return city.run("kept-package", verb, folder, **environment).returncode

    def test_keeps_what_it_is_given(self, city):
        stored: dict[str, bytes] = {}
        with hosted(self.registry(stored)) as address:
            assert self.ask(city, "get", city.folder / "nothing", address) == 0
            assert self.ask(city, "put", city.kept, address) == 0
            assert self.ask(city, "get", city.folder / "again", address) == 0
        assert (files_of(city.folder / "nothing"), files_of(city.folder / "again")) == ({}, files_of(city.kept))
        assert set(stored) == {"/api/v4/projects/7/packages/generic/released/1/kept.tar", "as"}

    def test_a_registry_that_refuses_is_not_one_that_keeps_nothing(self, city):
        with hosted(self.registry({}, 503)) as address:
            assert 0 not in [self.ask(city, verb, city.kept, address) for verb in ("get", "put")]

    def test_the_job_of_gitlab_releases_and_keeps_and_hands_over_the_site(self, city):
        stored: dict[str, bytes] = {}
        city.announce_anew()
        with hosted(self.registry(stored)) as registry, served(city.host) as address:
            self.ask(city, "put", city.kept, registry)
            done = subprocess.run(["bash", "-eo", "pipefail", "-c", "\n".join(read(GITLAB)["pages"]["script"])], cwd=city.clone, env={
                **ENVIRONMENT, "CI_API_V4_URL": f"{registry}api/v4", "CI_PROJECT_ID": "7", "CI_JOB_TOKEN": "token",
                "CI_PAGES_URL": address, "WAY": "usual", "CHECKED": "success",
            })
            self.ask(city, "get", city.folder / "again", registry)
        assert done.returncode == 0
        assert (city.clone / "status.env").read_text().startswith("STATUS=0\nLOG=")
        assert (city.folder / "again" / LOG).read_bytes() == (city.clone / "public" / LOG).read_bytes()
