"""The command that carries the units of a register through a reform: a preview, then all of it or nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Iterable, Iterator, Mapping

import click

from generator.commands.checked_site import checked_site
from generator.commands.options import FILE, Where, day_option, problems_told, where_options
from generator.commands.shown_stages import shown_stages
from generator.editing.record_changes import NotWritten, put_files, try_files
from generator.editing.reform_areas import proposed_areas, with_areas_added
from generator.editing.reform_records import reform_texts
from generator.editing.unit_lists import NotAList, read_list
from generator.editing.unit_reform import Reform, read_pairs, reform_of
from generator.site.formatting import short_day
from generator.site.site import Site

SHOWN = 20
"""Of each sort, before the rest is only counted."""


@click.command()
@click.argument("file", type=FILE)
@day_option("--on", "Ngày đầu tiên của các đơn vị mới.", required=True)
@click.option("--pairs", type=FILE, help="Đơn vị cũ thành đơn vị mới, tệp CSV có các cột old_code, new_code.")
@click.option("--unfollowed", help="Vì sao có đơn vị không còn mà không ghi đơn vị kế tiếp.")
@click.option("--basis", "acts", multiple=True, help="Văn bản căn cứ, ví dụ Nghị quyết số …; ghi nhiều lần được.")
@click.option("--areas", "with_areas", is_flag=True, help="Ghi cả các khu vực đề xuất vào register.yml.")
@click.option("--apply", "is_applied", is_flag=True, help="Ghi vào units/ và reforms/; không có thì chỉ xem trước.")
@where_options
def reform(
    file: Path, pairs: Path | None, unfollowed: str | None, acts: tuple[str, ...], with_areas: bool, is_applied: bool,
    where: Where, **given: date,
) -> None:
    """Sắp xếp các đơn vị theo danh sách FILE (code, name, level, type, parent_code) của ngày ấy: xem trước, rồi --apply."""
    with problems_told(NotAList, NotWritten):
        site = checked_site(where)
        listed = read_list(file, site.register.facts.place)
        found = reform_of(site.register, listed, given["on"], read_pairs(pairs) if pairs else ())
        areas = proposed_areas(site.register, found)
        for line in (*_preview(site, found), *_areas(site, areas, with_areas)):
            click.echo(line)
        if not acts:
            click.echo("Chưa nêu văn bản căn cứ: thêm --basis \"Nghị quyết số …\".")
        if found.unfollowed and not unfollowed:
            raise NotWritten(
                f"Chưa ghi gì: {len(found.unfollowed)} đơn vị không còn mà chưa rõ đơn vị kế tiếp. "
                "Hãy ghi thêm vào tệp --pairs, hoặc nói vì sao bằng --unfollowed \"…\"."
            )
        texts, read = reform_texts(where.content, where.templates, site.register, found, listed, acts, unfollowed)
        if with_areas and areas:
            read["register.yml"] = (where.content / "register.yml").read_bytes()
            texts["register.yml"] = with_areas_added(read["register.yml"].decode("utf-8-sig"), _named(site, areas))
        today = site.today.as_date()
        with shown_stages() as report:
            if is_applied:
                put_files(where.content, texts, today, read, report)
            else:
                try_files(where.content, texts, today, report)
    told = f"Đã ghi {len(texts)} tệp." if is_applied else f"Xem trước: {len(texts)} tệp sẽ đổi. Ghi vào sổ: thêm --apply."
    click.secho(told, fg="green")


def _preview(site: Site, found: Reform) -> Iterator[str]:
    units = site.register.units
    counts = f"{len(found.went_on)} đơn vị giữ nguyên mã, {len(found.new)} mới, {len(found.closed)} không còn"
    yield f"Từ ngày {short_day(found.day)}: {counts}."
    changed = [(units[id], now) for id, now in found.changed.items()]
    renamed = (pair for pair in changed if (pair[0].name, pair[0].type) != (pair[1].name, pair[1].type))
    yield from _listed("Đổi tên hoặc loại", (f"{unit.id}: {unit.name} → {now.name}" for unit, now in renamed))
    recoded = (pair for pair in changed if pair[0].facts.code not in (None, pair[1].code))
    yield from _listed("Đổi mã thống kê", (f"{unit.id}: {unit.facts.code} → {now.code}" for unit, now in recoded))
    moved = (f"{id}: {units[id].parent_id} → {parent}" for id, parent in found.moved.items())
    yield from _listed("Chuyển đơn vị cấp trên", moved)
    yield from _listed("Mới", (f"{new.id}: {new.listed.name}" for new in found.new))
    yield from _listed("Không còn", (f"{id} → {', '.join(heirs) or '?'}" for id, heirs in found.closed.items()))
    yield from _listed("Không rõ đơn vị kế tiếp", found.unfollowed)
    yield from _listed("Mã trong --pairs không có trong sổ (của tỉnh khác, hoặc sai)", found.unknown_codes)
    yield from _listed("Còn bỏ ngỏ ở đơn vị không còn", _open_matters(site, found))


def _areas(site: Site, areas: Mapping[str, tuple[str, ...]], are_written: bool) -> Iterator[str]:
    yield from _listed("Khu vực đề xuất, để dễ tìm đơn vị mới", (
        f"{name}: {', '.join(units)}" for name, units in _named(site, areas).items()
    ))
    if areas and not are_written:
        yield "Các khu vực này chưa ghi vào register.yml: thêm --areas."


def _named(site: Site, areas: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    named = site.words.labels.area_of
    return {named.format(name=site.register.units[id].own_name): units for id, units in areas.items()}


def _open_matters(site: Site, found: Reform) -> Iterator[str]:
    for view in site.views.dialogues.values():
        if view.unit.id in found.closed and view.is_upcoming and view.day >= found.day:
            yield f"{view.dialogue.id}: cuộc ngày {short_day(view.day)}"
    for promised in site.views.commitments:
        if promised.dialogue.unit.id in found.closed and promised.is_open:
            yield f"{promised.dialogue.dialogue.id}: {promised.commitment.text}"


def _listed(title: str, lines: Iterable[str]) -> Iterator[str]:
    told = list(lines)
    if told:
        yield f"{title}: {len(told)}"
        yield from (f"  {line}" for line in told[:SHOWN])
        if len(told) > SHOWN:
            yield f"  … và {len(told) - SHOWN} mục khác"


COMMANDS: tuple[click.Command, ...] = (reform,)
