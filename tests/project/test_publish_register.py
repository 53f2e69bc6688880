"""The last metre, end to end: when main is published, when what was accepted last, when nothing; and the step that calls it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import date
from functools import partial
from hashlib import sha256

import pytest

from generator.building.today import today_in_vietnam
from tests.folders import append_to, files_of
from tests.project.ci import REGISTER
from tests.project.cities import ENVIRONMENT, LAST_ACCEPTED, LOG, NOBODY, NOTHING, PUBLISHED, City
from tests.releases.sites import Silent, copied, hosted, served

pytestmark = pytest.mark.slow


class TestPublishing:
    def test_what_clerks_do_every_day_is_published(self, city):
        commit = city.announce_anew()
        status, said = city.publish()
        assert (status, len(city.releases()), city.releases()[-1]["records"]) == (PUBLISHED, 2, commit), said
        assert "Ảnh hưởng của bão" in city.page("doi-thoai/2023/so-dau-dinh-ky")
        assert files_of(city.kept).items() <= files_of(city.host).items()

    def test_what_is_refused_leaves_the_last_accepted_records_on_the_day_of_today(self, city):
        city.edit("as_of: 2023-09-15\n", "", "content/register.yml")
        accepted = city.commit("Dùng thật")
        self.released_on(city, "2023-09-16")
        city.delete_what_was_announced()
        days = {today_in_vietnam()}
        status, said = city.publish()
        days.add(today_in_vietnam())
        *before, last = city.releases()
        assert (status, [line["as_of"] for line in before]) == (LAST_ACCEPTED, ["2023-09-15", "2023-09-16"]), said
        assert (last["records"], last["program"]) == (accepted, accepted) and date.fromisoformat(last["as_of"]) in days
        assert "Không được làm" in said and city.page("doi-thoai/2023/so-dau-dinh-ky")

    def released_on(self, city: City, day: str) -> None:
        """As on that day, by hand."""
        for arguments in (("build", "--as-of", day), ("release", "--kept", str(city.kept))):
            subprocess.run([sys.executable, "-m", "generator", *arguments], cwd=city.clone, check=True, capture_output=True)
        shutil.rmtree(city.host)
        copied(city.clone / "site", city.host)

    def test_unsound_records_leave_the_last_accepted_ones(self, city):
        accepted = city.git("rev-parse", "HEAD")
        city.edit("kind: periodic", "kind: định kỳ")
        city.commit("Sai")
        status, said = city.publish()
        assert (status, city.releases()[-1]["records"]) == (LAST_ACCEPTED, accepted), said
        assert "kind: phải là một trong" in said

    def test_what_was_said_to_be_unsound_is_not_even_tried(self, city):
        city.announce_anew()
        status, said = city.publish("--last-accepted")
        assert (status, len(city.releases())) == (LAST_ACCEPTED, 1), said

    def test_what_is_refused_at_one_push_is_refused_at_the_next(self, city):
        city.delete_what_was_announced()
        city.publish()
        append_to(city.clone / "content/pages/gioi-thieu.md", "\nThêm một câu.\n")
        city.commit("Sửa trang")
        assert city.publish()[0] == LAST_ACCEPTED

    def test_a_refused_edit_that_is_taken_back_is_accepted(self, city):
        city.delete_what_was_announced()
        city.publish()
        city.git("revert", "--no-edit", "HEAD")
        commit = city.announce_anew()
        status, said = city.publish()
        assert (status, city.releases()[-1]["records"]) == (PUBLISHED, commit), said

    def test_a_host_that_does_not_answer_is_no_pass(self, city):
        was = files_of(city.kept)
        city.announce_anew()
        status, said = city.publish(published=NOBODY)
        assert (status, files_of(city.kept), said.count("không xem được trang đang công bố")) == (NOTHING, was, 6)

    def test_a_host_that_answers_later_is_waited_for(self, city):
        asked: list[str] = []

        class Late(Silent):
            def do_GET(self) -> None:
                asked.append(self.path)
                file = city.host / self.path.lstrip("/")
                content = file.read_bytes() if file.is_file() and len(asked) > 2 else b"<p>Soon"
                self.send_response(200)
                self.end_headers()
                self.wfile.write(content)

        city.announce_anew()
        with hosted(partial(Late)) as address:
            status, said = city.publish(published=address)
        assert (status, len(city.releases())) == (PUBLISHED, 2), said

    def test_nothing_is_first_unasked(self, city):
        for folder in (city.kept, city.host):
            shutil.rmtree(folder)
        status, said = city.publish()
        assert status == NOTHING and "thêm --first" in said and not city.kept.joinpath(LOG).exists()

    def test_a_log_that_is_there_is_not_begun_again(self, city):
        status, said = city.publish("--way", "first")
        assert status == NOTHING and "đã có nhật ký với 1 lần phát hành" in said

    def test_a_site_that_was_lost_is_published_again_from_what_is_kept(self, city):
        city.announce_anew()
        shutil.rmtree(city.host)
        assert city.publish()[0] == NOTHING
        status, said = city.publish("--way", "lost")
        assert (status, len(city.releases())) == (PUBLISHED, 2), said


class TestTheStepOnGitHub:
    def release(self, city: City, checked: str) -> tuple[int, dict[str, str], str]:
        """The step as the host runs it: how it ended, its outputs, the summary."""
        (script,) = (step["run"] for step in REGISTER["jobs"]["release"]["steps"] if step["name"] == "Phát hành")
        shutil.copytree(city.kept, city.clone / ".cache/kept", dirs_exist_ok=True)
        with served(city.host) as address:
            done = subprocess.run(["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script], cwd=city.clone, env={
                **ENVIRONMENT, "PUBLISHED": address, "WAY": "usual", "CHECKED": checked,
                "GITHUB_OUTPUT": str(city.folder / "output"), "GITHUB_STEP_SUMMARY": str(city.folder / "summary"),
            })
        output = dict(line.split("=", 1) for line in (city.folder / "output").read_text("utf-8").splitlines())
        return done.returncode, output, (city.folder / "summary").read_text("utf-8")

    def test_gives_the_digest_of_the_log_to_be_attested(self, city):
        city.announce_anew()
        ended, output, _ = self.release(city, "success")
        log = (city.clone / "site" / LOG).read_bytes()
        assert (ended, output) == (0, {"status": "0", "log": sha256(log).hexdigest()})

    def test_goes_on_with_what_was_accepted_last_where_a_check_has_failed(self, city):
        city.announce_anew()
        ended, output, summary = self.release(city, "failure")
        assert (ended, output["status"]) == (0, "3") and "\n    Dựng lại cho ngày hôm nay" in summary
