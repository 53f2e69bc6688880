"""The workflow files that a city uses as they are, read and run here as plain shell, and changes of a city's records."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

from tests.folders import append_to, replace_in
from tests.places import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
GITLAB = ROOT / ".gitlab-ci.yml"
BIN = Path(sys.executable).parent
RECORD = "content/dialogues/2023/so-dau-dinh-ky.yml"


def read(path: Path) -> dict[str, Any]:
    """As text throughout: YAML of 1.1 takes the name ``on`` for true."""
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)


REGISTER = read(ROOT / ".github/workflows/register.yml")


def lint(tool: str, *arguments: object) -> str:
    """What the tool finds; nothing when all is well."""
    done = subprocess.run([BIN / tool, *arguments], capture_output=True, encoding="utf-8", env={**os.environ, "NO_COLOR": "1"})
    return "" if done.returncode == 0 else done.stdout + done.stderr


def run_script(folder: Path, script: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script], cwd=folder, capture_output=True, encoding="utf-8",
        env={**os.environ, **environment},
    )


def cancel(folder: Path) -> None:
    append_to(folder / RECORD, "  - {announced_on: 2023-09-15, state: cancelled, reason: Ảnh hưởng của bão}\n")


def break_record(folder: Path) -> None:
    replace_in(folder / RECORD, "kind: periodic", "kind: định kỳ")


def name_somebody(folder: Path) -> None:
    append_to(folder / RECORD, "note: Ông Nguyễn Văn Mẫu hỏi về đường\n")
