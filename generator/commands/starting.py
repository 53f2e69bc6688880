"""The command that begins a register for real use: the program with records of one province and no dialogue."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.building.build import read_site
from generator.commands.lenient import DayOption
from generator.commands.options import FILE, FOLDER, ROOT, day_option, problems_told
from generator.editing.new_register import FIRST_DAY_OF_LAW_72, Beginning, beginning_records, office_readme
from generator.editing.unit_lists import NotAList, library_list, read_list
from generator.files.program_copy import copy_program
from generator.files.whole_folder import NotOurs
from generator.reading.record_files import FILES_BESIDE, RECORD_FOLDERS

SAMPLE = frozenset({
    *(f"content/{records}" for records in (*RECORD_FOLDERS, *FILES_BESIDE)), "content/documents", "content/inbox",
    "content/pages/gioi-thieu.md", "README.md", "docs/pictures",
})
"""What of this folder tells of the sample."""


@click.command()
@click.argument("folder", type=FOLDER)
@click.option("--province", help="Tỉnh, thành phố, ví dụ Cần Thơ.")
@day_option("--from", "Ngày đầu tiên của sổ; danh sách đơn vị và quy định là của ngày này.")
@click.option("--publisher", help="Cơ quan xuất bản sổ.")
@click.option("--address", help="Địa chỉ công khai của trang, ví dụ https://doi-thoai.example/.")
@click.option("--basis", help="Tên văn bản đặt ra chỉ tiêu; bỏ trống từ 01/7/2025: Luật số 72/2025/QH15.")
@click.option("--committee", help="Cấp ủy của tỉnh, thành phố, ví dụ Tỉnh ủy; bỏ trống: theo danh sách đơn vị.")
@click.option("--units", type=FILE, help="Danh sách đơn vị, tệp CSV có các cột code, name, level, type, parent_code.")
def start(
    folder: Path, province: str | None, publisher: str | None, address: str | None, basis: str | None,
    committee: str | None, units: Path | None, **given: date | None,
) -> None:
    """Lập vào FOLDER một sổ để dùng thật: chương trình, các đơn vị của tỉnh, thành phố, quy định của năm, chưa có cuộc nào."""
    first_day = given["from"] or click.prompt("Ngày đầu tiên của sổ", type=DayOption())
    province = province or click.prompt("Tỉnh, thành phố")
    publisher = publisher or click.prompt("Cơ quan xuất bản")
    address = address or click.prompt("Địa chỉ công khai của trang")
    if first_day < FIRST_DAY_OF_LAW_72:
        basis = basis or click.prompt("Tên văn bản đặt ra chỉ tiêu")
    with problems_told(NotAList, NotOurs):
        if folder.exists() and any(folder.iterdir()):
            raise NotOurs(f"{folder} đã có tệp; hãy chọn một thư mục mới")
        listed = read_list(units, province) if units else library_list(province, first_day)
        beginning = Beginning(province, first_day, publisher, f"{address.rstrip('/')}/", basis, committee)
        copy_program(ROOT, folder, SAMPLE)
        (folder / "README.md").write_text(office_readme(ROOT / "site_templates", beginning, listed), encoding="utf-8")
        content = folder / "content"
        (content / "inbox").mkdir(parents=True)
        (content / "inbox/.gitkeep").touch()  # git keeps no empty folder, and sheets are put here
        for path, text in beginning_records(ROOT / "site_templates", beginning, listed):
            (content / path).parent.mkdir(parents=True, exist_ok=True)
            (content / path).write_text(text, encoding="utf-8")
        read_site(content, as_of=first_day, today=first_day, templates=folder / "site_templates")
    count = sum(unit.level.owes for unit in listed.units)
    click.secho(f"Đã lập sổ của {province} vào {folder}: {count} đơn vị, quy định năm {first_day.year}.", fg="green")
    read_again = f"content/register.yml và content/rules/{first_day.year}.yml"
    click.echo(f"Tiếp theo: cd {folder}; git init; make site; . .venv/bin/activate; đọc lại {read_again}.")


COMMANDS: tuple[click.Command, ...] = (start,)
