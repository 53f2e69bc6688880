"""Runs the editor of the pages outside a browser, so that it can be compared with the command line's on many records."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from tests.places import TEMPLATES

RUNNER = Path(__file__).with_name("run_editor.js")


def answers(folder: Path, name: str, questions: list[Any], **facts: Any) -> list[Any]:
    """What ``run_editor.js`` answers to each question by the function of that name; ``folder`` is an empty one, or none yet."""
    folder.mkdir(exist_ok=True)
    shutil.copytree(TEMPLATES / "editor", folder / "editor")
    (folder / "package.json").write_text('{"type": "module"}', "utf-8")
    shutil.copy(RUNNER, folder)
    asked = json.dumps({"name": name, "questions": questions, "facts": facts}, ensure_ascii=False)
    run = subprocess.run(["node", folder / RUNNER.name], input=asked, capture_output=True, check=False, text=True, encoding="utf-8")
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)
