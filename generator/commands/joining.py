"""The command that puts the registers of several provinces on one page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.building.today import today_in_vietnam
from generator.commands.options import FOLDER, ROOT, day_option, problems_told
from generator.commands.shown_stages import shown_stages
from generator.files.site_folder import SiteFolder
from generator.files.whole_folder import NotOurs, whole_folder
from generator.joining.nation import NATION, Nation, NotSources, join, sources_of
from generator.joining.nation_files import nation_files, read_nation
from generator.keeping.stages import counted
from generator.releases.copies import Unreachable, copy_at
from generator.site.formatting import short_day


class NotANation(Exception):
    """What is named as the page made before holds none of its data."""


@click.command("join")
@click.argument("places", metavar="[TÊN=]THƯ MỤC|ĐỊA CHỈ", nargs=-1, required=True)
@click.option(
    "--out", type=FOLDER, required=True, help="Thư mục của trang chung; trang cũ chỉ được thay khi trang mới đã xong."
)
@click.option("--before", metavar="THƯ MỤC|ĐỊA CHỈ", help="Trang chung lần trước, nếu không còn ở --out.")
@day_option("--as-of", "Tính như vào ngày này; mặc định: hôm nay.")
@click.option(
    "--templates", type=FOLDER, help="Thư mục mẫu trang; mặc định: site_templates ở đây, không có thì của chương trình."
)
def join_registers(places: tuple[str, ...], out: Path, before: str | None, as_of: date | None, templates: Path | None) -> None:
    """Ghép các sổ đã phát hành của nhiều tỉnh, thành phố thành một trang: n trên N, các cuộc sắp tới, sổ nào chưa đọc được.

    Mỗi sổ được kiểm chứng theo nhật ký phát hành của nó; sổ không đọc được thì giữ lần đã kiểm chứng gần nhất, ghi rõ ngày.
    """
    here = Path("site_templates")
    shown_by = templates or (here if here.is_dir() else ROOT / here)  # whoever joins registers need not keep one
    with problems_told(NotSources, NotANation, NotOurs, Unreachable):
        sources = sources_of(places)
        known = _nation_before(before or str(out), is_asked_for=before is not None)
        unread: list[str] = []
        with shown_stages() as report:
            report("Đang đọc các sổ")
            read = counted(report, "Đang đọc các sổ", "sổ")
            nation = join(sources, known, as_of or today_in_vietnam(), unread.append, read)
        for why in unread:
            click.secho(why, fg="yellow", err=True)
        files = nation_files(nation, shown_by)
        with whole_folder(out) as new:
            folder = SiteFolder(new)
            for name, content in files.items():
                folder.write(name, content)
    click.secho(
        f"Đã ghép vào {out}: đọc được {len(nation.read)} trên {len(nation.registers)} sổ, ngày {short_day(nation.day)}.",
        fg="green",
    )


def _nation_before(place: str, is_asked_for: bool) -> Nation | None:
    """None where there is none yet, and nobody says that there is."""
    content = copy_at(place).read(NATION)
    if content is None:
        if is_asked_for:
            raise NotANation(f"{place}: không có {NATION} của lần ghép trước")
        return None
    try:
        return read_nation(content)
    except ValueError:
        must = "hãy tìm bản đúng, đừng bỏ qua lần đã kiểm chứng"
        raise NotANation(f"{place}: {NATION} không phải do lệnh này ghi; {must}") from None


COMMANDS: tuple[click.Command, ...] = (join_registers,)
