"""What a build leaves out because an earlier one has made it is byte for byte what it would have made."""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.building import build
from generator.building.delivery import changed_addresses
from generator.checks import check
from generator.files import whole_folder as whole_folder_module
from generator.files.whole_folder import whole_folder
from generator.keeping import processes
from generator.keeping.fingerprints import of_program
from generator.keeping.store import Store
from generator.mkdocs_plugin import commands
from generator.mkdocs_plugin.commands import build_site
from generator.publications import search
from generator.publications.search_index import FoundPage, Indexer, Run
from generator.reading.problems import InvalidRegister, Problem
from tests.places import GOLDEN, ROOT, TEMPLATES

ROUNDS = 20
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
    """A copy of the golden register and of the templates, a site, and what is kept between its builds."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.content, self.site, self.kept = folder, folder / "content", folder / "site", folder / "kept"
        shutil.copytree(GOLDEN, self.content)
        shutil.copytree(TEMPLATES, folder / "site_templates")
        shutil.copy(ROOT / "mkdocs.yml", folder)
        self.as_of = date(2023, 9, 15)
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

    def build(self) -> commands.Built:
        return build_site(self.content, self.as_of, self.site, self.folder / "mkdocs.yml", store=Store(self.kept))

    def from_nothing(self) -> dict[str, bytes]:
        site = self.folder / "from nothing"
        shutil.rmtree(site, ignore_errors=True)
        build_site(self.content, self.as_of, site, self.folder / "mkdocs.yml")
        return files_of(site)

    def records(self) -> list[Path]:
        return sorted(self.content.glob("dialogues/*/*.yml"))

    def edit(self, path: str, old: str, new: str) -> None:
        text = (self.folder / path).read_text("utf-8")
        assert re.search(old, text), f"{path} holds no {old}"
        (self.folder / path).write_text(re.sub(old, new, text, count=1), "utf-8")


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    workshop = Workshop(tmp_path)
    workshop.build()
    return workshop


def files_of(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


def inodes_of(site: Path) -> dict[str, int]:
    return {path: (site / path).stat().st_ino for path in files_of(site)}


# ---- What happens to a register between two builds ---------------------------------------------------------------


def a_topic_is_rewritten(workshop: Workshop, chance: random.Random) -> None:
    record = chance.choice(workshop.records())
    text = record.read_text("utf-8")
    words = f"Nội dung {chance.randrange(1000)}"
    record.write_text(re.sub(r"(?m)^topic: .*$", f"topic: {words}", text) + f"note: {words}\n" * ("\nnote:" not in text), "utf-8")


def a_record_is_added(workshop: Workshop, chance: random.Random) -> None:
    month = chance.randrange(10, 13)
    path = workshop.content / f"dialogues/2023/ha-ly-chuyen-de-{chance.randrange(10_000)}.yml"
    path.write_text(
        "unit: hong-bang/ha-ly\nkind: thematic\npresided_by: [party]\ntopic: Rác thải\n"
        f"registration: {{registered_on: 2023-02-20, period: 2023-{month}}}\n", "utf-8",
    )


def a_record_is_gone(workshop: Workshop, chance: random.Random) -> None:
    added = [path for path in workshop.records() if "ha-ly-chuyen-de-" in path.name]
    if added:
        chance.choice(added).unlink()


def a_promise_of_an_earlier_year_is_kept(workshop: Workshop, chance: random.Random) -> None:
    path = workshop.content / "dialogues/2022/ha-ly-2022.yml"
    update = "    updates: [{updated_on: 2022-11-01, outcome: kept, text: Đã lát}]\n"
    path.write_text(AN_EARLIER_ONE.format(year=2022) + update * ("updates" not in path.read_text("utf-8")), "utf-8")


def a_head_presided_in_an_earlier_year_too(workshop: Workshop, chance: random.Random) -> None:
    path = workshop.content / f"dialogues/2022/ha-ly-2022-{chance.randrange(10_000)}.yml"
    path.write_text(AN_EARLIER_ONE.format(year=2022).replace("[party]", "[government]"), "utf-8")


def a_year_is_told_of_for_the_first_time(workshop: Workshop, chance: random.Random) -> None:
    workshop.tell_of(chance.randrange(2015, 2022))


def years_have_rules_and_no_dialogue(workshop: Workshop, chance: random.Random) -> None:
    workshop.rule(2011)
    workshop.rule(2012)


def one_is_put_off_into_a_year_without_rules(workshop: Workshop, chance: random.Random) -> None:
    """Before the first rules of later years, or after the last."""
    year = chance.choice([2013, 2023])
    (workshop.content / f"dialogues/{year}/ha-ly-{year + 1}.yml").write_text(
        "unit: hong-bang/ha-ly\nkind: periodic\npresided_by: [party]\n"
        f"registration: {{registered_on: {year}-01-10, period: {year}-12}}\n"
        f"schedule:\n  - {{announced_on: {year}-01-20, day: {year + 1}-01-16}}\n", "utf-8",
    )


def a_rule_changes(workshop: Workshop, chance: random.Random) -> None:
    workshop.edit("content/rules/2023.yml", r"send_within_days: \d+", f"send_within_days: {chance.randrange(5, 30)}")


def the_register_has_another_name(workshop: Workshop, chance: random.Random) -> None:
    workshop.edit("content/register.yml", r"(?m)^name: .*$", f"name: Sổ đối thoại {chance.randrange(1000)}")


def a_template_changes(workshop: Workshop, chance: random.Random) -> None:
    workshop.edit("site_templates/pages/dialogue.html", r"\Z", f"<!-- {chance.randrange(1000)} -->\n")


def the_theme_changes(workshop: Workshop, chance: random.Random) -> None:
    workshop.edit("site_templates/theme/partials/footer.html", r"\Z", f"<!-- {chance.randrange(1000)} -->\n")


def a_page_written_by_hand_changes(workshop: Workshop, chance: random.Random) -> None:
    workshop.edit("content/pages/gioi-thieu.md", r"\Z", f"\nThêm {chance.randrange(1000)}.\n")


def a_day_passes(workshop: Workshop, chance: random.Random) -> None:
    workshop.as_of = date.fromordinal(workshop.as_of.toordinal() + chance.choice([1, 1, 7, 40]))


def what_is_kept_is_damaged(workshop: Workshop, chance: random.Random) -> None:
    files = sorted(path for path in workshop.kept.rglob("*") if path.is_file())
    for path in [*chance.sample(files, 40), *(workshop.kept / "search").iterdir()]:
        content = bytearray(path.read_bytes())
        if content:
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        path.write_bytes(content[:chance.choice([len(content), len(content) // 2, 0])])


def what_is_kept_is_gone(workshop: Workshop, chance: random.Random) -> None:
    shutil.rmtree(workshop.kept)


def the_site_is_tampered_with(workshop: Workshop, chance: random.Random) -> None:
    paths = [path for path in sorted(workshop.site.rglob("*")) if path.is_file() and path.name != ".nojekyll"]
    chance.choice(paths).unlink()
    chosen = chance.choice([path for path in paths if path.exists()])
    chosen.unlink()
    chosen.write_bytes(b"?")
    (workshop.site / "them.txt").write_text("?", "utf-8")


def the_site_is_gone(workshop: Workshop, chance: random.Random) -> None:
    shutil.rmtree(workshop.site)


HAPPENINGS = (
    a_topic_is_rewritten, a_record_is_added, a_record_is_gone, a_promise_of_an_earlier_year_is_kept,
    a_head_presided_in_an_earlier_year_too, a_year_is_told_of_for_the_first_time, years_have_rules_and_no_dialogue,
    one_is_put_off_into_a_year_without_rules, a_rule_changes,
    the_register_has_another_name, a_template_changes, the_theme_changes, a_page_written_by_hand_changes, a_day_passes, what_is_kept_is_damaged,
    what_is_kept_is_gone, the_site_is_tampered_with, the_site_is_gone,
)


@pytest.mark.parametrize("seed", [2])
def test_after_anything_that_happens_the_site_is_that_of_a_build_from_nothing(workshop: Workshop, seed: int):
    chance = random.Random(seed)
    happened: list[str] = []
    for happening in chance.sample([*HAPPENINGS, a_topic_is_rewritten, one_is_put_off_into_a_year_without_rules], ROUNDS):
        happening(workshop, chance)
        happened.append(happening.__name__)
        workshop.build()
        assert files_of(workshop.site) == workshop.from_nothing(), happened


def test_what_has_not_changed_keeps_its_time_and_the_rest_is_listed(workshop: Workshop):
    times = {path: path.stat().st_mtime_ns for path in workshop.site.rglob("*.*")}
    a_record_is_added(workshop, random.Random(1))
    built = workshop.build()
    changed = changed_addresses(built.before, built.after)
    written = {
        path.relative_to(workshop.site).as_posix().removesuffix("index.html")
        for path in workshop.site.rglob("*.*") if times.get(path) != path.stat().st_mtime_ns
    }
    assert "lich/hong-bang/ha-ly.ics" not in changed and "quan-huyen/hong-bang/ha-ly/" in changed
    assert written == set(changed)


def test_a_new_day_remakes_what_it_changes_and_nothing_else(workshop: Workshop):
    """A page that no later day changes names no day; every other names the one that it is true for."""
    times = {path: path.stat().st_mtime_ns for path in workshop.site.rglob("*.*")}
    for days in (1, 30, 400):
        workshop.as_of = date(2023, 9, 15) + timedelta(days=days)
        built = workshop.build()
        files = files_of(workshop.site)
        assert files == workshop.from_nothing()
        for part in built.after.parts.values():
            for page in part.pages:
                names_it = f'<time datetime="{workshop.as_of}" data-as-of'.encode() in files[f"{page.address}index.html"]
                assert names_it == (part.last is not None), page.address
        still = [path for part in built.after.parts.values() if part.last is None for path in part.files]
        assert [path for path in still if path.startswith("doi-thoai/")]
    kept = {path for path in workshop.site.rglob("*.*") if times.get(path) == path.stat().st_mtime_ns}
    assert kept >= {workshop.site / path for part in built.before.parts.values() if part.first <= date(2023, 9, 15) for path in part.files}


def test_what_is_gone_from_the_records_is_gone_from_the_site_and_from_the_one_after(workshop: Workshop):
    a_record_is_added(workshop, random.Random(1))
    workshop.build()
    a_record_is_gone(workshop, random.Random(1))
    for _ in range(2):
        workshop.build()
        assert files_of(workshop.site) == workshop.from_nothing()
        assert {path for path in workshop.site.rglob("*") if path.is_dir() and not any(path.iterdir())} == set()
        a_topic_is_rewritten(workshop, random.Random(2))


def test_a_build_of_nothing_new_leaves_the_folder_itself_alone(workshop: Workshop):
    before = workshop.site.stat()
    assert workshop.build().before is not None
    assert workshop.site.stat().st_ino == before.st_ino


def test_a_change_that_is_refused_leaves_the_site_and_what_is_kept(workshop: Workshop):
    before = files_of(workshop.folder)
    record = workshop.records()[0]
    sound = record.read_bytes()
    record.write_text("unit: khong-co\n", "utf-8")
    with pytest.raises(InvalidRegister):
        workshop.build()
    record.write_bytes(sound)
    assert files_of(workshop.folder) == before


def a_unit_is_gone_before(workshop: Workshop) -> None:
    workshop.edit("content/units/hong-bang.yml", r"( +)(name: Phường Sở Dầu\n)", r"\1\2\1exists_until: 2020-01-01\n")


def it_is_the_day_before(workshop: Workshop) -> None:
    workshop.as_of = date(2023, 2, 1)


def a_document_is_gone(workshop: Workshop) -> None:
    next(path for path in workshop.content.glob("documents/*/*/*")).unlink()


@pytest.mark.parametrize("happening", [a_unit_is_gone_before, it_is_the_day_before, a_document_is_gone])
def test_a_sound_record_is_refused_once_something_beside_it_no_longer_goes_with_it(workshop: Workshop, happening):
    happening(workshop)
    with pytest.raises(InvalidRegister) as refused:
        workshop.build()
    with pytest.raises(InvalidRegister) as refused_from_nothing:
        workshop.from_nothing()
    assert str(refused.value) == str(refused_from_nothing.value)


def test_a_year_that_was_away_is_asked_again_when_it_is_back(workshop: Workshop):
    """It is sound by itself as it was, but the day and the units may have become others meanwhile."""
    away = workshop.folder / "away"
    shutil.move(workshop.content / "dialogues", away)
    documents = workshop.folder / "documents"
    shutil.move(workshop.content / "documents", documents)
    workshop.as_of = date(2023, 2, 1)
    workshop.build()
    shutil.move(away, workshop.content / "dialogues")
    shutil.move(documents, workshop.content / "documents")
    with pytest.raises(InvalidRegister, match="fact-is-not-in-the-future"):
        workshop.build()


def test_a_build_that_was_interrupted_hurts_no_later_one(workshop: Workshop, monkeypatch: pytest.MonkeyPatch):
    a_topic_is_rewritten(workshop, random.Random(3))
    with monkeypatch.context() as patched:
        patched.setattr(commands, "build", lambda config: sys.exit("stopped"))
        with pytest.raises(SystemExit):
            workshop.build()
    workshop.build()
    assert files_of(workshop.site) == workshop.from_nothing()


def test_a_build_that_fails_gives_back_the_spare_site_which_the_next_one_brings_up_to_date(workshop: Workshop):
    a_topic_is_rewritten(workshop, random.Random(3))
    workshop.build()
    spare = files_of(workshop.kept / "spare")
    record = next(iter(workshop.records()))
    sound = record.read_bytes()
    record.write_text("unit: nowhere\n", "utf-8")
    with pytest.raises(InvalidRegister):
        workshop.build()
    assert files_of(workshop.kept / "spare") == spare != {}
    record.write_bytes(sound)
    the_register_has_another_name(workshop, random.Random(1))
    workshop.build()
    assert files_of(workshop.site) == workshop.from_nothing()


def test_a_folder_beside_the_site_that_no_build_made_stays_there(workshop: Workshop):
    others = [workshop.site.parent / f".{workshop.site.name}{name}" for name in ("-backup", ".dialogues-build-old")]
    for other in others:
        (other / "deep").mkdir(parents=True)
        (other / "deep" / "precious").write_text("x", "utf-8")
    a_topic_is_rewritten(workshop, random.Random(3))
    workshop.build()
    assert all((other / "deep" / "precious").exists() for other in others)


@pytest.mark.parametrize("can_exchange", [True, False])
def test_a_swap_that_is_broken_off_leaves_a_site(workshop: Workshop, monkeypatch: pytest.MonkeyPatch, can_exchange: bool):
    old, rename, done = files_of(workshop.site), Path.rename, []

    def broken_off(self: Path, target: Path) -> Path:
        done.append(rename(self, target))
        if Path(target).name == "old":
            raise KeyboardInterrupt
        return done[-1]

    a_topic_is_rewritten(workshop, random.Random(3))
    with monkeypatch.context() as patched:
        if not can_exchange:
            patched.setattr(whole_folder_module, "_exchanged", lambda one, other: False)
        patched.setattr(Path, "rename", broken_off)
        with pytest.raises(KeyboardInterrupt):
            workshop.build()
    left = files_of(workshop.site)
    workshop.build()
    assert left in (old, workshop.from_nothing()) and files_of(workshop.site) == workshop.from_nothing()


def test_a_build_gives_back_the_site_that_one_that_was_killed_had_put_aside(workshop: Workshop):
    old = files_of(workshop.site)
    left = workshop.site.parent / f".{workshop.site.name}.dialogues-build-killed"
    left.mkdir()
    workshop.site.rename(left / "old")
    record = next(iter(workshop.records()))
    sound = record.read_bytes()
    record.write_text("unit: nowhere\n", "utf-8")
    with pytest.raises(InvalidRegister):
        workshop.build()
    assert (files_of(workshop.site), left.exists()) == (old, False)
    record.write_bytes(sound)


def test_nobody_ever_finds_no_site(workshop: Workshop):
    program = f"""if True:
        import os
        missed = 0
        while not os.path.exists({str(workshop.site.parent / "stop")!r}):
            missed += not os.path.exists({str(workshop.site / "index.html")!r})
        print(missed)
    """
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as reader:
        for seed in (3, 4, 5):
            a_topic_is_rewritten(workshop, random.Random(seed))
            workshop.build()
        (workshop.site.parent / "stop").touch()
        assert reader.communicate(timeout=60)[0] == b"0\n"


@pytest.mark.parametrize("name, old, new", [
    ("content/pages/gioi-thieu.md", r"\Z", "\nĐang sửa dở\n"), ("site_templates/pages/dialogue.html", r"\Z", "\nĐang sửa dở\n"),
    ("site_templates/words.yml", "Đã tổ chức", "Đang sửa dở"),
])
def test_what_is_saved_while_a_build_runs_and_then_undone_is_not_kept(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch, name: str, old: str, new: str
):
    path, build = workshop.folder / name, commands.build
    before = path.read_text("utf-8")
    others = [workshop.kept / "nobody's.txt", workshop.kept / "folder" / "nobody's.txt"]
    for other in others:
        other.parent.mkdir(exist_ok=True)
        other.touch()
    a_topic_is_rewritten(workshop, random.Random(3))
    with monkeypatch.context() as patched:
        def saved_meanwhile(config: object) -> None:
            workshop.edit(name, old, new)
            build(config)
        patched.setattr(commands, "build", saved_meanwhile)
        workshop.build()
    path.write_text(before, "utf-8")
    workshop.build()
    assert files_of(workshop.site) == workshop.from_nothing() and all(other.exists() for other in others)


def test_no_empty_folder_stays(workshop: Workshop):
    for folder in (workshop.site, workshop.kept / "spare"):
        (folder / "doi-thoai" / "2023" / "khong-con" / "thong-bao").mkdir(parents=True)
    workshop.build()
    a_topic_is_rewritten(workshop, random.Random(3))
    workshop.build()
    assert not [path for path in workshop.site.rglob("*") if path.is_dir() and not any(path.iterdir())]


def test_a_link_that_somebody_put_in_the_place_of_a_page_is_replaced(workshop: Workshop):
    a_topic_is_rewritten(workshop, random.Random(3))
    workshop.build()
    page = workshop.site / "lich" / "index.html"
    page.rename(page.with_name("real.html"))
    page.symlink_to(page.with_name("real.html"))
    a_topic_is_rewritten(workshop, random.Random(4))
    workshop.build()
    assert not page.is_symlink() and files_of(workshop.site) == workshop.from_nothing()


@pytest.mark.parametrize("as_link", [True, False])
def test_a_spare_that_is_no_folder_costs_nothing_but_time(workshop: Workshop, tmp_path: Path, as_link: bool):
    spare = workshop.kept / "spare"
    spare.rename(tmp_path / "bigger")
    spare.symlink_to(tmp_path / "bigger") if as_link else spare.write_text("x", "utf-8")
    a_topic_is_rewritten(workshop, random.Random(3))
    workshop.build()
    assert not workshop.site.is_symlink() and files_of(workshop.site) == workshop.from_nothing()


def test_a_first_build_leaves_a_copy_made_of_links_that_the_next_one_grows_in(workshop: Workshop):
    spare = workshop.kept / "spare"
    assert inodes_of(spare) == inodes_of(workshop.site) != {}
    a_topic_is_rewritten(workshop, random.Random(3))
    before = inodes_of(workshop.site)
    workshop.build()
    assert inodes_of(spare) == before
    assert len(dict(inodes_of(workshop.site).items() - before.items())) < len(before) / 10
    assert files_of(workshop.site) == workshop.from_nothing()


def test_without_the_copy_the_next_site_grows_out_of_links_to_this_one(workshop: Workshop):
    shutil.rmtree(workshop.kept / "spare")
    before = inodes_of(workshop.site)
    a_topic_is_rewritten(workshop, random.Random(3))
    workshop.build()
    assert len(dict(inodes_of(workshop.site).items() - before.items())) < len(before) / 10
    assert files_of(workshop.site) == workshop.from_nothing()


def test_a_cache_alone_is_enough_for_a_quick_build_again_and_again(workshop: Workshop):
    for seed in (3, 4, 5):
        before = inodes_of(workshop.site)
        shutil.rmtree(workshop.site)
        a_topic_is_rewritten(workshop, random.Random(seed))
        workshop.build()
        assert inodes_of(workshop.kept / "spare") == inodes_of(workshop.site)
        assert len(dict(inodes_of(workshop.site).items() - before.items())) < len(before) / 10
        assert files_of(workshop.site) == workshop.from_nothing()


def test_a_cache_that_cannot_be_made_costs_nothing_but_time(workshop: Workshop):
    shutil.rmtree(workshop.site)
    shutil.rmtree(workshop.kept)
    workshop.kept.write_text("no folder", "utf-8")
    workshop.build()
    assert files_of(workshop.site) == workshop.from_nothing()


def test_a_cache_that_is_deleted_while_a_first_build_goes_on_costs_nothing_but_time(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
):
    def build_and_delete(config: object) -> None:
        mkdocs_build(config)
        workshop.kept.rename(workshop.folder / "gone")  # all at once: another process is still writing into it

    mkdocs_build = commands.build
    shutil.rmtree(workshop.site)
    shutil.rmtree(workshop.kept)
    with monkeypatch.context() as patched:
        patched.setattr(commands, "build", build_and_delete)
        workshop.build()
    assert files_of(workshop.site) == workshop.from_nothing()
    a_topic_is_rewritten(workshop, random.Random(3))
    workshop.build()
    assert files_of(workshop.site) == workshop.from_nothing()


def test_where_no_links_can_be_made_sites_are_built_all_the_same(workshop: Workshop, monkeypatch: pytest.MonkeyPatch):
    def refuse(*given: object, **named: object) -> None:
        raise PermissionError("no links here")

    shutil.rmtree(workshop.kept)
    shutil.rmtree(workshop.site)
    monkeypatch.setattr(os, "link", refuse)
    for seed in (3, 4):
        workshop.build()
        assert files_of(workshop.site) == workshop.from_nothing()
        a_topic_is_rewritten(workshop, random.Random(seed))


def test_a_rule_that_is_saved_while_a_build_goes_on_is_in_the_next_one(workshop: Workshop, monkeypatch: pytest.MonkeyPatch):
    def meanwhile(*given: object) -> Iterator[Problem]:
        a_rule_changes(workshop, random.Random(9))
        return check(*given)

    a_topic_is_rewritten(workshop, random.Random(3))
    with monkeypatch.context() as patched:
        patched.setattr(build, "check", meanwhile)
        workshop.build()
    workshop.build()
    assert files_of(workshop.site) == workshop.from_nothing()


def test_a_build_that_fails_makes_no_folder(workshop: Workshop):
    workshop.edit("content/rules/2023.yml", r"send_within_days: \d+", "send_within_days: mười")
    site = workshop.folder / "a/b/site"
    with pytest.raises(InvalidRegister):
        build_site(workshop.content, workshop.as_of, site, workshop.folder / "mkdocs.yml", store=Store(workshop.kept))
    assert not (workshop.folder / "a").exists()


def test_what_a_killed_build_has_left_goes_with_the_next_and_what_one_at_work_holds_stays(workshop: Workshop):
    a_topic_is_rewritten(workshop, random.Random(3))
    names = {path.name for path in workshop.folder.iterdir()}
    killed = subprocess.Popen([sys.executable, "-c", f"""if True:
        import os, signal
        from pathlib import Path
        from generator.files.whole_folder import whole_folder
        with whole_folder(Path({str(workshop.site)!r}), Path({str(workshop.kept / "spare")!r})):
            os.kill(os.getpid(), signal.SIGKILL)
    """], cwd=ROOT)
    assert killed.wait() == -9
    assert len({path.name for path in workshop.folder.iterdir()} - names) == 1
    with whole_folder(workshop.site) as at_work:
        workshop.build()
        assert at_work.is_dir()
        shutil.copytree(workshop.site, at_work, dirs_exist_ok=True)
    assert {path.name for path in workshop.folder.iterdir()} == names
    assert files_of(workshop.site) == workshop.from_nothing()


def test_a_site_file_that_is_a_link_of_the_last_sites_is_never_written_through(workshop: Workshop):
    """Old and new share files by hard links: the old site must stay as it is when the new one differs."""
    old = workshop.folder / "old"
    shutil.copytree(workshop.site, old, copy_function=lambda source, target: Path(target).hardlink_to(source))
    before = files_of(old)
    the_register_has_another_name(workshop, random.Random(1))
    workshop.build()
    assert files_of(old) == before


def test_a_change_of_one_record_indexes_only_the_run_that_it_is_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(search, "RUN_LENGTH", 3)
    monkeypatch.setattr(processes, "PROCESSES", 1)
    indexed: list[str] = []
    run = Indexer.run

    def noted(indexer: Indexer, documents: list[FoundPage]) -> Run:
        indexed.extend(document.address for document in documents if document.address.startswith("doi-thoai/"))
        return run(indexer, documents)

    monkeypatch.setattr(Indexer, "run", noted)
    workshop = Workshop(tmp_path)
    workshop.build()
    assert len(indexed) == len(workshop.records())
    kept = set((workshop.kept / "search").iterdir())
    indexed.clear()
    a_topic_is_rewritten(workshop, random.Random(5))
    workshop.build()
    assert 0 < len(indexed) < len(workshop.records()) / 2
    assert len(kept) > 3 and len(kept - set((workshop.kept / "search").iterdir())) == 1
    assert files_of(workshop.site) == workshop.from_nothing()


def test_two_builds_at_once_with_one_cache_are_both_right(workshop: Workshop, tmp_path: Path):
    others = [Workshop(tmp_path / name) for name in ("a", "b") if (tmp_path / name).mkdir() is None]
    for number, other in enumerate(others):
        a_record_is_added(other, random.Random(number))
    running = [
        subprocess.Popen([
            sys.executable, "-c", "from generator.__main__ import main; main()", "build", "--content", str(other.content),
            "--as-of", "2023-09-15", "--site", str(other.site), "--mkdocs", str(other.folder / "mkdocs.yml"),
            "--cache", str(workshop.kept),
        ], cwd=ROOT, stdout=subprocess.DEVNULL)
        for other in others
    ]
    assert [process.wait() for process in running] == [0, 0]
    assert [files_of(other.site) == other.from_nothing() for other in others] == [True, True]


def test_another_version_of_a_library_makes_everything_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    before = of_program()
    (tmp_path / "jinja2-99.dist-info").mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    assert of_program() != before


def test_the_list_of_units_names_the_day_that_its_counts_are_true_for(workshop: Workshop):
    named = f'<time datetime="{workshop.as_of}" data-as-of'
    assert named in (workshop.site / "quan-huyen/index.html").read_text("utf-8")


def test_every_template_of_the_sites_own_is_kept_as_soon_as_all_are_compiled(tmp_path: Path):
    publication = build.publish(
        GOLDEN, as_of=None, today=date(2023, 9, 15), templates=TEMPLATES, store=Store(tmp_path),
    )
    publication.site.compile_templates()
    own = [path for path in TEMPLATES.rglob("*") if path.suffix in (".html", ".txt") and TEMPLATES / "theme" not in path.parents]
    assert len(list((tmp_path / "templates").iterdir())) == len(own)
