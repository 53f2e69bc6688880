"""How tests open a record on the page "Ghi việc mới", tell what is new and read what became of it."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import click
from playwright.sync_api import Page, expect

from generator.commands.cli import commands
from generator.editing.record_entries import composed_fields
from generator.model.verbs import VERBS
from tests.places import GOLDEN

EDITOR = "ghi-viec/"
FORM = "lap-ban-ghi/"
PLAN = """\
# Ghi chú của cán bộ
unit: hong-bang/so-dau
kind: periodic
presided_by: [party,   government]
registration: {registered_on: 2023-02-20, period: 2023-Q3}
"""


def open_text(page: Page, text: str, name: str = "so-dau-viec-moi.yml") -> None:
    page.locator("[data-editor-file]").set_input_files({"name": name, "mimeType": "application/yaml", "buffer": text.encode()})
    expect(page.locator("[data-editor-said]")).to_contain_text(f"Đã mở {name} từ tệp trên máy")


def opened_at(page: Page, place: str, as_published: str) -> None:
    """A record's own address, where it is published as given."""
    page.route("**/api/v1/records/*.yml", lambda route: route.fulfill(body=as_published))
    page.goto("gioi-thieu/")
    page.goto(f"{EDITOR}#{place}")
    expect(page.locator("[data-editor-said]")).to_contain_text("như đã công bố")


def asked_by(typed: str, folder: Path) -> tuple[str, dict[str, str]]:
    """The verb, and what is to be typed into each of its fields, of a command."""
    name, *arguments = shlex.split(typed)
    command = commands.get_command(click.Context(commands), name)
    assert command
    given = {ask: value for ask, value in command.make_context(name, ["x", *arguments, "--content", str(GOLDEN)]).params.items() if value}
    if "evidence" in given:
        given |= dict(zip(("evidence_title", "evidence_url"), given.pop("evidence"), strict=True))
    if file := given.pop("text_file", None):
        given["text"] = composed_fields((folder / file).read_text("utf-8"))
    asked = {ask.name for verb in VERBS if verb.name == name for ask in verb.asks}
    return name, {ask: as_people_type(value) for ask, value in given.items() if ask in asked}


def as_people_type(value: Any) -> str:
    """Days with the day first, hours with an "h"."""
    if isinstance(value, tuple):
        return "\n".join(value)
    if found := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", str(value)):
        return f"{int(found[3])}/{int(found[2])}/{found[1]}"
    return re.sub(r"^0?(\d+):(\d\d)$", r"\1h\2", str(value))


def fill(page: Page, verb: str, answers: dict[str, str]) -> None:
    fields = {name: page.locator(f"#e-{verb}-{name}") for name in answers}
    chosen = {name for name, field in fields.items() if field.evaluate("field => field.tagName") == "SELECT"}
    page.locator("[data-editor-verb]").select_option(verb)
    for name, value in answers.items():
        (fields[name].select_option if name in chosen else fields[name].fill)(value)


def record_of(page: Page) -> str:
    """What is typed is in it when typing has ended; after all else it has to be expected."""
    return page.locator("[data-editor-text]").text_content() or ""


def expect_record(page: Page, wanted: str) -> None:
    """Letter by letter, where ``to_have_text`` takes all white space for the same."""
    expect(page.locator("[data-editor-text]")).to_have_js_property("textContent", wanted)


def add(page: Page) -> None:
    """What is told in the fields, which are empty then."""
    page.get_by_role("button", name="Thêm vào bản ghi").click()
    expect(page.locator("[data-editor-added]")).to_contain_text("Đã thêm vào bản ghi")
    expect(page.locator("[data-editor-refusal]")).to_have_text("")


def with_a_content_folder(page: Page, records: dict[str, str]) -> None:
    """The browser's own file system stands for the folder that a clerk would pick."""
    page.evaluate("""async records => {
      const root = await navigator.storage.getDirectory();
      for await (const name of root.keys()) await root.removeEntry(name, { recursive: true });
      for (const [path, text] of Object.entries({ "register.yml": "name: Sổ\\n", ...records })) {
        const parts = path.split("/"), name = parts.pop();
        let folder = root;
        for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
        const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
        await stream.write(text);
        await stream.close();
      }
      globalThis.showDirectoryPicker = () => navigator.storage.getDirectory();
    }""", records)


def in_the_folder(page: Page, path: str) -> str:
    return page.evaluate("""async path => {
      const parts = path.split("/"), name = parts.pop();
      let folder = await navigator.storage.getDirectory();
      for (const part of parts) folder = await folder.getDirectoryHandle(part);
      return (await (await folder.getFileHandle(name)).getFile()).text();
    }""", path)
