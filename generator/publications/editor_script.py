"""The modules of the editor as one script for each page: browsers load no modules from a disk, and one file sooner than ten."""

from __future__ import annotations

import re
from pathlib import Path

from generator.text.minified import minified_script

_IMPORT = re.compile(r'^import \{[^}]*\} from "\./(\w+)\.js";\n', re.MULTILINE)


def script_of(templates: Path, name: str, data: str) -> bytes:
    """Of the module of that name in ``editor``, which exports ``start…``, and of all that it imports; it is started with
    ``data``, which is JSON. No two modules may name two things alike, which a browser would refuse."""
    modules: dict[str, str] = {}
    _gather(templates / "editor", name, modules)
    start = re.search(r"^export function (start\w+)", modules[name], re.MULTILINE)
    assert start, name
    pieces = [re.sub(r"^export ", "", _IMPORT.sub("", text), flags=re.MULTILINE) for text in modules.values()]
    script = minified_script("".join(pieces).encode()).decode()
    return f'(function () {{\n"use strict";\n{script}{start[1]}({data});\n}})();\n'.encode()


def _gather(folder: Path, name: str, modules: dict[str, str]) -> None:
    """Each after those that it imports."""
    if name not in modules:
        text = (folder / f"{name}.js").read_text("utf-8")
        for imported in _IMPORT.findall(text):
            _gather(folder, imported, modules)
        modules[name] = text
