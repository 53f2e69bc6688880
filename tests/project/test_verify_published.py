"""After the host has got a release it is asked for it as anyone would; nothing but a red run comes of what is wrong."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from generator.releases.sums import sum_of
from tests.places import ROOT
from tests.releases.sites import built, copied, released, served


def asked(folder: Path, log: str) -> int:
    """How it ends, without waiting for the host between its tries."""
    with served(folder) as address:
        return subprocess.run(
            [ROOT / ".ci/verify-published", address, log], env={**os.environ, "SECONDS_TO_WAIT": "0"}, capture_output=True,
        ).returncode


def test_the_host_is_asked_for_what_was_released_and_for_nothing_older(tmp_path):
    site = built(tmp_path / "site")
    done = released(site)
    log = sum_of(done.log.text)
    other = copied(site, tmp_path / "other")
    (other / "index.html").write_text("<p>Khác</p>")
    assert (asked(site, log), asked(site, "0" * 64), asked(other, log)) == (0, 1, 1)
