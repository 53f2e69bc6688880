"""The commands at the turn of the year: close one into an archive, open the next with its rules."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import click

from generator.building.build import publish
from generator.commands.checked_site import checked_site
from generator.commands.options import FILE, FOLDER, Where, problems_told, where_options
from generator.commands.shown_stages import shown_stages
from generator.consequences.rule_periods import periods_of
from generator.consequences.snapshot import Snapshot
from generator.editing.newest_rules import newest_rules
from generator.editing.record_changes import NotWritten, put_files
from generator.editing.submissions import no_submissions
from generator.editing.year_archive import NotAnArchive, manifest_hash, year_archive
from generator.editing.year_closing import open_matters, posts_without_credit, standings_without_credit, write_closing
from generator.editing.year_holidays import with_holidays
from generator.editing.year_opening import ShiftedDay, lines_naming, shifted_rules
from generator.site.duty_words import FEWEST_SUMMED
from generator.site.formatting import long_day, short_day
from generator.site.site import Site


@click.command("close-year")
@click.argument("year", type=int)
@click.option("--out", type=FOLDER, required=True, help="Thư mục để gói lưu trữ.")
@click.option("--previous", type=FILE, help="Gói lưu trữ của năm trước.")
@click.option(
    "--even-though", metavar="LÝ-DO",
    help="Vẫn đóng khi còn việc bỏ ngỏ, vì lý do này: trang tiến độ của năm nêu lý do, gói có danh sách.",
)
@click.option("--even-if-open", is_flag=True, help="Như --even-though mà không nêu lý do; trang nói là không nêu.")
@where_options
def close_year(
    year: int, out: Path, previous: Path | None, even_though: str | None, even_if_open: bool, where: Where
) -> None:
    """Kiểm tra năm YEAR không còn việc bỏ ngỏ, rồi đóng gói để lưu trữ: trang, số liệu, lịch, bản ghi, mã băm."""
    with problems_told(NotWritten, NotAnArchive):
        site = _site_with_rules(where, year)
        path = out / f"so-doi-thoai-{year}.zip"
        if path.exists():
            raise NotWritten(f"{path} đã có; gói lưu trữ không bị ghi đè")
        matters, posts = list(open_matters(site, year)), list(posts_without_credit(site, year))
        opened, unmet = _listed(f"Còn bỏ ngỏ: {len(matters)}", matters), f"Chức danh chưa được tính: {len(posts)}"
        lines = shown = opened + _listed(unmet, posts)
        if len(posts) >= FEWEST_SUMMED:
            summed = list(standings_without_credit(site, year))
            shown = opened + _listed(f"{unmet}, nêu tên ở trang tiến độ và trong gói", summed)
        if matters and not (even_though or even_if_open):
            must = f'Chưa đóng năm {year}. Vẫn muốn đóng thì nêu lý do, trang tiến độ của năm sẽ nói: --even-though "…"'
            raise NotWritten("\n".join([*shown, must]))
        day = site.today.as_date()
        if matters:
            write_closing(where.content, site, year, len(matters), even_though)
        tie = manifest_hash(previous) if previous else None
        with shown_stages() as report:
            publication = publish(where.content, as_of=day, today=day, templates=where.templates, report=report)
            report("Đang đóng gói")
            _write_whole(path, year_archive(where.content, where.templates, publication, year, lines, tie))
    click.echo("\n".join(shown))
    click.secho(f"Đã đóng năm {year} vào {path}.", fg="green")


@click.command("open-year")
@click.argument("year", type=int)
@where_options
def open_year(year: int, where: Where) -> None:
    """Chép quy định của năm trước thành quy định của năm YEAR, dời các thời hạn, ghi ngày nghỉ lễ; không ghi đè.

    Năm trước có theo dõi báo cáo các đơn vị gửi thì lập cả danh sách của năm YEAR, chưa có lần gửi nào.
    """
    path, list_of_sent = f"rules/{year}.yml", f"submissions/{year}.yml"
    with problems_told(NotWritten):
        site = checked_site(where)
        if year in site.register.rules:
            raise NotWritten(f"{path} đã có; không ghi đè")
        last = max((known for known in site.register.rules if known < year), default=None)
        if last is None:
            raise NotWritten(f"chưa có quy định của năm nào trước {year} để chép")
        old = (where.content / f"rules/{last}.yml").read_bytes().decode("utf-8-sig")
        text, days = shifted_rules(with_holidays(newest_rules(old), year), year - last)
        texts = {path: text}
        if last in site.register.submissions and not (where.content / list_of_sent).exists():
            texts[list_of_sent] = no_submissions(site.register)
        put_files(where.content, texts, site.today.as_date(), {})
    begun = f" và {where.content / list_of_sent}" if list_of_sent in texts else ""
    click.secho(f"Đã tạo {where.content / path}{begun} từ rules/{last}.yml. Hãy xem lại:", fg="green")
    click.echo("\n".join(_to_look_at(site, last, year, text, days)))


def _to_look_at(snapshot: Snapshot, last: int, year: int, text: str, days: tuple[ShiftedDay, ...]) -> list[str]:
    lines = [f"- Còn nhắc năm {last}, kể cả văn bản căn cứ: dòng {', '.join(map(str, lines_naming(text, last)))}"]
    lines.append("- Ngày nghỉ lễ, Tết ở holidays: đối chiếu với thông báo nghỉ của năm")
    for day in days:
        weekend = "; ngày nghỉ cuối tuần" if day.new.weekday() >= 5 else ""
        lines.append(f"- Dòng {day.line}: {day.old} thành {day.new} ({long_day(day.new)}{weekend})")
    first_day = date(year, 1, 1)
    units = snapshot.register.units_counted_on(first_day)
    newest = periods_of(snapshot.register.rules[last])[-1]
    if not newest.is_whole_year:
        begun = short_day(newest.first_day)
        must = "đã chép quy định từ ngày ấy; hạn của những tháng trước thì ghi thêm"
        lines.append(f"- Năm {last} đổi quy định từ ngày {begun}: {must}")
    posts = newest.rules.target.posts
    counts = f"{len(units)} đơn vị, {len(units) * len(posts)} chức danh có từ ngày đầu năm"
    lines.append(f"- {counts}; sáp nhập, chia tách thì sửa ở units/")
    vacant = [unit.id for unit in units for post in posts if unit.is_vacant_on(post, first_day)]
    return lines + ([f"- Chức danh còn ghi là khuyết: {', '.join(vacant)}"] if vacant else [])


def _site_with_rules(where: Where, year: int) -> Site:
    site = checked_site(where)
    if year not in site.register.rules:
        raise NotWritten(f"năm {year} chưa có tệp quy định rules/{year}.yml")
    return site


def _listed(title: str, lines: list[str]) -> list[str]:
    return [title, *(f"- {line}" for line in lines)]


def _write_whole(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.part")
    unfinished.write_bytes(content)
    os.replace(unfinished, path)


COMMANDS = (close_year, open_year)
