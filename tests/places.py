"""Where the folders lie that tests read."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import mkdtemp

TESTS = Path(__file__).parent
ROOT = TESTS.parent
GENERATOR = ROOT / "generator"
TEMPLATES = ROOT / "site_templates"
GOLDEN = TESTS / "golden" / "content"
"""A small register with one dialogue of every sort."""
EXPECTED = TESTS / "golden" / "expected"
"""All that is published of it."""
OWN = ROOT / "content"
"""The register that this folder is for: the sample, or a city's own."""


def _sample() -> Path:
    """Where a city's own register has taken its place the sample is made again, to the letter, so that tests do not know."""
    if not (OWN / "register.yml").is_file() or "\nsample: true\n" in (OWN / "register.yml").read_text("utf-8"):
        return OWN
    made = ROOT / ".cache" / "sample"
    if not made.is_dir():
        made.parent.mkdir(exist_ok=True)
        new = Path(mkdtemp(dir=made.parent)) / "content"
        subprocess.run([sys.executable, "-m", "seed", "--out", new], cwd=ROOT, check=True)
        for name in (".schema", "pages"):
            shutil.copytree(OWN / name, new / name)
        shutil.copy(OWN / "README.md", new)
        try:
            new.rename(made)
        except OSError:  # another process has made the same
            assert made.is_dir()
    return made


CONTENT = _sample()
"""The sample register, which a city replaces with its own."""
INVALID = TESTS / "invalid"
"""What records get wrong, a folder for each."""
REAL_DIALOGUES = TESTS / "real_dialogues"
REFORMS = ROOT / "seed" / "reforms"
"""The real lists of units before and after each reform."""
REFORM_CASES = TESTS / "reforms" / "cases"
