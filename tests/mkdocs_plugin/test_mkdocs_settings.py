"""mkdocs.yml is read without MkDocs, and what in it makes MkDocs ask for more than is known of makes it be asked each time."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from generator.building.site_build import SiteNotBuilt
from generator.mkdocs_plugin.settings import Settings
from tests.places import ROOT

OURS = (ROOT / "mkdocs.yml").read_text("utf-8")


def read(folder: Path, text: str) -> Settings:
    (folder / "site_templates/theme").mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text(text, "utf-8")
    return Settings.read(folder / "mkdocs.yml")


def replaced(old: str, new: str) -> str:
    assert OURS.count(old) == 1
    return OURS.replace(old, new)


@pytest.mark.parametrize("text", [OURS, replaced("  - attr_list\n", ""), replaced("generator: false", "generator: true\n  motto: Vì dân")])
def test_the_registers_own_settings_are_understood(tmp_path, text):
    assert read(tmp_path, text).are_understood


@pytest.mark.parametrize("text", [
    f"{OURS}hooks: [hook.py]\n",
    f"{OURS}watch: [other]\n",
    f"{OURS}theme_of_another_day: 1\n",
    f"{OURS}copyright: !ENV [OWNER, Thành ủy]\n",
    replaced("generator: false", "generator: !ENV GENERATOR"),
    replaced("plugins:\n", "plugins:\n  search: {}\n"),
    replaced("  - attr_list\n", "  - attr_list\n  - pymdownx.snippets: {base_path: elsewhere}\n"),
    replaced("  - attr_list\n", "  - attr_list\n  - pymdownx.snippets\n"),
    replaced("custom_dir: site_templates/theme", "custom_dir: theme"),
    replaced("name: material", "name: readthedocs"),
    re.sub(r"(?m)^theme:\n(?:  .*\n)+", "theme: material\n", OURS),
    *(replaced("  - attr_list\n", f"  - {odd}\n") for odd in ("5", "", "[[tables]]")),
    f"{OURS.partition('markdown_extensions:')[0]}markdown_extensions: 5\n",
])
def test_what_may_ask_for_more_is_not(tmp_path, text):
    assert not read(tmp_path, text).are_understood


def test_what_stands_in_another_file_is_known_and_not_understood(tmp_path):
    (tmp_path / "base.yml").write_text(replaced("    templates: site_templates\n", "    templates: khac\n"), "utf-8")
    settings = read(tmp_path, "INHERIT: base.yml\n")
    assert (settings.templates, settings.are_understood) == (tmp_path / "khac", False)


@pytest.mark.parametrize(("written", "day"), [("2023-08-01", date(2023, 8, 1)), ('"2023-08-01"', date(2023, 8, 1)), ("", None)])
def test_the_day_may_be_fixed_there(tmp_path, written, day):
    assert read(tmp_path, replaced("    templates: site_templates\n", f"    as_of: {written}\n")).as_of == day


@pytest.mark.parametrize("written", ["mai", "2023-08-01 10:00:00"])
def test_a_day_that_is_none_is_told(tmp_path, written):
    with pytest.raises(SiteNotBuilt, match=f"as_of: phải là ngày dạng 2023-09-15, không phải '{written}'"):
        _ = read(tmp_path, replaced("    templates: site_templates\n", f"    as_of: {written}\n")).as_of


@pytest.mark.parametrize(("folder", "name"), [("templates: site_templates\n", "templates"), ("custom_dir: site_templates/theme", "custom_dir")])
@pytest.mark.parametrize("written", ["5", "[a]", "{a: b}"])
def test_a_folder_that_is_no_name_is_told(tmp_path, folder, name, written):
    text = replaced(folder, f"{name}: {written}\n")
    with pytest.raises(SiteNotBuilt, match=rf"mkdocs\.yml: {name} phải là tên một thư mục"):
        read(tmp_path, text)


def test_a_file_is_read_in_the_encodings_of_yaml_and_refused_in_others(tmp_path):
    (tmp_path / "mkdocs.yml").write_bytes(OURS.encode("utf-16"))
    assert Settings.read(tmp_path / "mkdocs.yml").said["site_name"] == "Sổ đối thoại"
    (tmp_path / "mkdocs.yml").write_bytes(OURS.encode() + b"# Th\xe0nh \xf4\n")
    with pytest.raises(SiteNotBuilt, match=r"mkdocs\.yml"):
        Settings.read(tmp_path / "mkdocs.yml")


@pytest.mark.parametrize("text", [replaced("plugins:\n", "plugins: [\n"), "- plugins\n", "", "plugins: [dialogues]\n"])
def test_a_file_that_holds_no_such_settings_is_refused(tmp_path, text):
    with pytest.raises(SiteNotBuilt, match=r"mkdocs\.yml"):
        read(tmp_path, text)
