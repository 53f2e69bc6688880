"""A register, its site and what is kept between its builds, for tests of one build after another."""

from __future__ import annotations

import re
import shutil
from datetime import date
from hashlib import sha256
from pathlib import Path

from generator.building.site_build import Built, build_whole_site
from generator.keeping.store import Store
from generator.mkdocs_plugin.commands import MkDocsTheme
from tests.builders import TODAY
from tests.folders import files_of
from tests.places import GOLDEN, ROOT, TEMPLATES

AN_EARLIER_ONE = """\
unit: hong-bang/ha-ly
kind: periodic
presided_by: [party]
topic: Vỉa hè
held: {{day: {year}-05-10}}
conclusion: {{issued_on: {year}-05-15, text: Đã kết luận}}
commitments:
  - id: "1"
    text: Lát lại vỉa hè
    agency: UBND phường Hạ Lý
    due: {year}-12-01
"""


class Workshop:
    """A copy of the golden register and of the templates, a site, and what is kept between its builds; where the folder
    holds them, they are taken as they are."""

    def __init__(self, folder: Path, known: dict[bytes, dict[str, bytes]] | None = None) -> None:
        self.known = {} if known is None else known
        self.folder, self.content, self.site, self.kept = folder, folder / "content", folder / "site", folder / "kept"
        self.theme = MkDocsTheme(folder / "mkdocs.yml")
        self.as_of: date | None = date(2023, 9, 15)
        if not self.content.exists():
            self.begin()

    def begin(self) -> None:
        shutil.copytree(GOLDEN, self.content)
        shutil.copytree(TEMPLATES, self.folder / "site_templates")
        shutil.copy(ROOT / "mkdocs.yml", self.folder)
        for year in (2013, 2022):
            self.tell_of(year)

    def tell_of(self, year: int) -> None:
        """An earlier one, with its rules and one dialogue."""
        self.rule(year)
        (self.content / f"dialogues/{year}").mkdir(exist_ok=True)
        (self.content / f"dialogues/{year}/ha-ly-{year}.yml").write_text(AN_EARLIER_ONE.format(year=year), "utf-8")

    def rule(self, year: int) -> None:
        rules = (self.content / "rules/2023.yml").read_text("utf-8")
        (self.content / f"rules/{year}.yml").write_text(rules.replace("2023", str(year)), "utf-8")

    def build(self, in_doubt: bool = False) -> Built:
        store = Store(self.kept)
        return build_whole_site(self.theme, self.content, self.as_of, self.site, TODAY, store=store, in_doubt=in_doubt)

    def from_nothing(self) -> dict[str, bytes]:
        """The site of the same records, templates and settings on the same day, built once for all tests that come to them."""
        files = *map(files_of, (self.content, self.folder / "site_templates")), (self.folder / "mkdocs.yml").read_bytes()
        made_of = sha256(repr((self.as_of, *files)).encode()).digest()
        if made_of not in self.known:
            site = self.folder / "from nothing"
            shutil.rmtree(site, ignore_errors=True)
            build_whole_site(self.theme, self.content, self.as_of, site, TODAY)
            self.known[made_of] = files_of(site)
        return self.known[made_of]

    def records(self) -> list[Path]:
        return sorted(self.content.glob("dialogues/*/*.yml"))

    def edit(self, path: str, old: str, new: str) -> None:
        text = (self.folder / path).read_text("utf-8")
        assert re.search(old, text), f"{path} holds no {old}"
        (self.folder / path).write_text(re.sub(old, new, text, count=1), "utf-8")


def inodes_of(site: Path) -> dict[str, int]:
    return {path: (site / path).stat().st_ino for path in files_of(site)}
