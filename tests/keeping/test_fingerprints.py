"""Nothing that is kept outlives the program that made it, wherever in the program the change is."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROGRAM = """\
import json
from datetime import date
from pathlib import Path

from generator.building.build import publish
from generator.keeping import fingerprints
from generator.keeping.compiled_templates import CompiledTemplates
from generator.keeping.store import Store

def keys(name):
    fingerprints._of_itself.cache_clear()  # as for a program that is started anew
    kept = Path("kept") / name
    publication = publish(
        Path("content"), as_of=None, today=date(2030, 1, 1), templates=Path("site_templates"), store=Store(kept),
    )
    results = publication.site.kept
    parts = {part.name: part.key(publication.sources).hex() for part in publication.parts}
    return parts | {"results": results.key([]).hex(), "templates": CompiledTemplates.beside(Path("site_templates"), "pages").made_from.hex()} | {
        f"records {number}": path.name for number, path in enumerate(sorted(kept.iterdir())) if path.is_file()
    }

told = {"": keys("before")}
for room in sorted(Path("generator").iterdir()):
    for module in sorted(room.glob("*.py"))[-1:]:
        content = module.read_bytes()
        module.write_bytes(content[:-1] + b" ")
        told[room.name] = keys(room.name)
        module.write_bytes(content)
told["as before"] = keys("again")
print(json.dumps(told))
"""


def test_one_byte_in_any_room_of_the_program_changes_the_key_of_everything_that_is_kept(tmp_path: Path):
    for name, source in (("generator",) * 2, ("site_templates",) * 2, ("content", "tests/golden/content")):
        shutil.copytree(ROOT / source, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    ran = subprocess.run([sys.executable, "-c", PROGRAM], cwd=tmp_path, stdout=subprocess.PIPE, check=True)
    told = json.loads(ran.stdout)
    before, again = told.pop(""), told.pop("as before")
    assert told.keys() == {path.name for path in (ROOT / "generator").iterdir() if any(path.glob("*.py"))}
    assert again == before and any(name.startswith("records") for name in before) and len(before) > 20
    assert {room: before.items() & keys.items() for room, keys in told.items()} == {room: set() for room in told}
