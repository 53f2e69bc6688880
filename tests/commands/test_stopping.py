"""Ctrl+C, pressed while the program does something: it ends, says so in the clerk's language or nothing, and leaves nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.places import GOLDEN, ROOT

STOPPED_AT = """if True:
    import os, signal, sys
    class Finder:
        def find_spec(self, name, path=None, target=None):
            if name == {module!r}:
                os.killpg(0, signal.SIGINT)
    from generator.__main__ import main
    sys.meta_path.insert(0, Finder())
    main()
"""
"""The terminal sends the signal to every process of a command, here when it comes to import a module."""


def run(program: str, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program, *arguments], cwd=folder, capture_output=True, text=True, start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "content").symlink_to(GOLDEN)
    (tmp_path / "site_templates").symlink_to(ROOT / "site_templates")
    return tmp_path


STOPPED = "Đã dừng giữa chừng."


@pytest.mark.parametrize(("arguments", "module", "code", "said"), [
    ("check", "click", -signal.SIGINT, ""), ("check", "pydantic", 1, STOPPED),
    ("announce --help", "generator.commands.announcing", 1, STOPPED),
    (f"build --shell material --mkdocs {ROOT}/mkdocs.yml", "generator.building.build", 1, STOPPED),
    (f"build --shell material --cache kept --mkdocs {ROOT}/mkdocs.yml", "mkdocs.commands.build", 1, STOPPED),
])
def test_a_command_that_is_stopped_says_so_or_nothing_and_leaves_nothing(arguments, module, code, said, folder):
    """But for what a build has kept of the records when it comes to MkDocs."""
    (folder / "kept").mkdir()
    ended = run(STOPPED_AT.format(module=module), *arguments.split(), folder=folder)
    assert (ended.returncode, ended.stdout, ended.stderr.strip()) == (code, "", said)
    assert sorted(path.name for path in folder.iterdir()) == ["content", "kept", "site_templates"]


def test_a_command_that_is_stopped_where_nothing_can_be_raised_ends(folder):
    program = """if True:
        import os, signal
        from generator.commands.stopping import stop_when_asked
        class Finalized:
            def __del__(self):
                os.kill(os.getpid(), signal.SIGINT)
        stop_when_asked()
        Finalized()
        print("went on")
    """
    ended = run(program, folder=folder)
    assert (ended.returncode, ended.stdout, ended.stderr) == (130, "", "")


def test_what_a_command_does_in_another_process_says_nothing_when_it_is_stopped(folder):
    program = """if True:
        import os, signal, time
        from generator.keeping.processes import beside
        from generator.commands.stopping import stop_when_asked
        stop_when_asked()
        try:
            with beside(lambda: time.sleep(60)) as slept:
                os.killpg(0, signal.SIGINT)
                slept()
        except KeyboardInterrupt:
            print("stopped")
    """
    ended = run(program, folder=folder)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "stopped\n", "")
