"""The commands by which a built site becomes a release, and by which anyone holds a copy of it against what was released."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Callable

import click

from generator.building.site_build import SiteNotBuilt, Theme, build_whole_site
from generator.commands.options import FOLDER, ROOT, content_option, day_option, problems_told, templates_option
from generator.commands.shells import shell_options
from generator.commands.shown_stages import shown_stages
from generator.files.revisions import commit_of, is_as_in
from generator.files.together import put_together
from generator.keeping.stages import TellStage, counted
from generator.model.data_addresses import RECORD_CHANGES
from generator.publications.releases import Release
from generator.releases.copies import FolderCopy, Unreachable, copy_at
from generator.releases.last_release import LastRelease, NotAsReleased, last_release_of, longest
from generator.releases.packs import NoOpenData, packs_of
from generator.releases.releasing import NotReleased, Origin, release
from generator.releases.sums import NotSums, sum_of_file, sums_of
from generator.releases.verifying import different, listed, verify
from generator.site.short_days import short_day

_LOCK = "requirements.lock"
_OF_PROGRAM = ("generator", "site_templates", "mkdocs.yml", _LOCK)
"""All that decides what is made of records, in the program's folder."""
NOTHING_TO_HOLD_AGAINST = 3
"""The exit code where nobody can say yet whether the site may follow; a site that may not ends with 1."""

_kept_option = click.option(
    "--kept", type=FOLDER, help="Thư mục giữ riêng, ngoài máy chủ: nhật ký và lời hứa của lần phát hành cuối cùng."
)


@click.command("release")
@click.argument("site", type=FOLDER, default="site")
@click.option("--published", metavar="THƯ MỤC|ĐỊA CHỈ", help="Trang đang công bố: thư mục, hoặc địa chỉ http(s) của trang chủ.")
@_kept_option
@click.option("--first", is_flag=True, help="Lần phát hành đầu tiên: bắt đầu nhật ký.")
@content_option
@day_option("--as-of", "Chỉ phát hành nếu trang tính đến đúng ngày này.")
@templates_option
def release_site(
    site: Path, published: str | None, kept: Path | None, first: bool, content: Path, as_of: date | None, templates: Path
) -> None:
    """Đối chiếu trang vừa dựng trong SITE (mặc định: site) với trang đang công bố, rồi thêm một dòng vào nhật ký phát hành.

    Có điều không được làm, hoặc thiếu đính chính thì nêu hết, không ghi gì, mã 1; chưa xem được trang đang công bố, hoặc chưa
    rõ phải nối vào nhật ký nào, thì cũng không ghi gì, mã 3.
    """
    with problems_told(NotReleased, NotAsReleased, Unreachable, status=NOTHING_TO_HOLD_AGAINST), shown_stages() as report:
        report("Đang xem trang đang công bố")
        before = _before(published, kept, first)
    with problems_told(NotReleased, NotSums, NoOpenData), shown_stages() as report:
        done = release(site, before, _origin(content), templates, kept, as_of, report)
    for line in done.told:
        click.echo(line)
    last = done.log.last
    if not done.is_new:
        click.secho(f"Không có gì thay đổi so với lần phát hành {last.number}; nhật ký giữ nguyên.", fg="green")
        return
    if not (last.records and last.program):
        loose = [name for name, commit in (("bản ghi", last.records), ("chương trình", last.program)) if not commit]
        must = f"Lưu ý: {' và '.join(loose)} không nằm trọn trong một commit, nên về sau khó dựng lại bản này."
        click.secho(must, fg="yellow", err=True)
    click.secho(f"Đã phát hành lần {last.number}, tính đến ngày {short_day(last.as_of)}: {last.files} tệp.", fg="green")


def _before(published: str | None, kept: Path | None, first: bool) -> LastRelease | None:
    """The last release, None where this one is to be the first; raises NotReleased where that does not fit."""
    if published is None and kept is None:
        raise NotReleased("phải có --published (trang đang công bố) hoặc --kept (thư mục giữ riêng), nên có cả hai")
    try:
        at_host = last_release_of(copy_at(published)) if published else None
    except Unreachable as error:
        raise NotReleased(
            f"Chưa phát hành: không xem được trang đang công bố.\n{error}\nHãy thử lại sau. Nếu máy chủ đã mất hẳn thì bỏ "
            "--published, chỉ dùng --kept"
        ) from None
    except NotAsReleased as error:
        raise NotReleased(
            f"Chưa phát hành: trang đang công bố không như khi phát hành.\n{error}\nNếu vừa đưa lên thì chờ vài phút rồi thử "
            "lại. Nếu trang đã bị sửa thì bỏ --published, chỉ dùng --kept, để công bố lại bản đúng"
        ) from None
    before = longest(at_host, last_release_of(FolderCopy(kept)) if kept else None)
    if first and before:
        raise NotReleased(f"đã có nhật ký với {len(before.log.releases)} lần phát hành; bỏ --first để nối tiếp nhật ký ấy")
    if not first and not before:
        raise NotReleased("chưa thấy nhật ký phát hành nào; nếu đây là lần phát hành đầu tiên thì thêm --first")
    if published and not first and not at_host:
        raise NotReleased(f"{published}: không có nhật ký, dù thư mục giữ riêng có; nếu máy chủ đã mất hẳn thì bỏ --published")
    return before


def _origin(content: Path) -> Origin:
    lock = ROOT / _LOCK
    return Origin(commit_of(content, "."), commit_of(ROOT, *_OF_PROGRAM), sum_of_file(str(lock)) if lock.is_file() else None)


@click.command("verify")
@click.argument("copy", metavar="THƯ MỤC|ĐỊA CHỈ")
@click.option("--records", type=FOLDER, help="Dựng lại trang từ thư mục nội dung này và so từng tệp.")
@click.option("--all", "whole", is_flag=True, help="Ở một địa chỉ: tải và so mọi tệp, không chỉ một số.")
@_kept_option
@shell_options
@day_option("--as-of", "Trang ấy được dựng bằng --as-of ngày này; chỉ cần khi có --records.")
def verify_copy(
    copy: str, records: Path | None, whole: bool, kept: Path | None, theme: Callable[[str | None], Theme], as_of: date | None
) -> None:
    """Kiểm chứng một bản của trang: nhật ký, mã băm từng tệp, lời hứa; ở địa chỉ thì chọn một số tệp.

    Dựng lại bằng khung mà dòng nhật ký ghi; --shell chỉ dùng cho dòng cũ không ghi khung.
    Đúng từng byte thì kết thúc với mã 0; sai ở đâu nêu ở đó, mã 1.
    """
    with problems_told(NotAsReleased, NotSums, Unreachable), shown_stages() as report:
        report("Đang đọc nhật ký phát hành")
        known = last_release_of(FolderCopy(kept)) if kept else None
        done = verify(copy_at(copy), whole, known, counted(report, "Đang so các tệp", "phần"))
        last = done.last_release.log.last
        if records:
            _rebuilt(done.last_release, records, theme(last.shell), as_of, report)
    rebuilt = "; dựng lại từ bản ghi cũng ra đúng từng tệp" if records else ""
    click.secho(
        f"Đúng là lần phát hành {last.number}, tính đến ngày {short_day(last.as_of)}: đã so {done.files} trong {last.files} "
        f"tệp, nhật ký liền mạch{rebuilt}.", fg="green",
    )


def _rebuilt(last_release: LastRelease, records: Path, theme: Theme, as_of: date | None, report: TellStage) -> None:
    """Raises NotAsReleased where the records, under the same program, come to other files, or that cannot be told."""
    last = last_release.log.last
    _refuse_others(last, records)
    if as_of and as_of != last.as_of:
        raise NotAsReleased(f"lần phát hành {last.number} tính đến ngày {short_day(last.as_of)}, không phải {short_day(as_of)}")
    with TemporaryDirectory(prefix="dialogues-") as folder, problems_told(SiteNotBuilt, NoOpenData):
        site = Path(folder) / "site"
        build_whole_site(theme, records, as_of, site, last.as_of, report)
        report("Đang đóng gói dữ liệu mở")
        put_together(site, packs_of(site, theme.templates()))
        if last_release.changes:  # what changed with which release is not in the records
            put_together(site, {RECORD_CHANGES: last_release.changes})
        if found := list(different(last_release.sums, sums_of(site, counted(report, "Đang so các tệp", "phần")))):
            raise NotAsReleased(f"Dựng lại từ {records} ra khác lần phát hành {last.number}:\n{listed(found)}")


def _refuse_others(last: Release, records: Path) -> None:
    """Raises NotAsReleased where another program, other libraries or other records would be built."""
    here, why = _origin(records), []
    if last.program and not is_as_in(last.program, ROOT, *_OF_PROGRAM):
        why.append(f"chương trình ở {ROOT} không phải là chương trình ở commit {last.program}")
    if last.lock and last.lock != here.lock:
        why.append(f"tệp {_LOCK} khác với khi phát hành")
    if last.records and not is_as_in(last.records, records, "."):
        why.append(f"bản ghi ở {records} không phải là bản ghi ở commit {last.records}")
    if why:
        told = [f"Chưa dựng lại lần phát hành {last.number} để so:", *(f"- {line}" for line in why)]
        if commit := last.program or last.records:
            told.append(f"Hãy chạy: git worktree add ../phat-hanh-{last.number} {commit}, rồi ở đó make site và lại lệnh này")
        raise NotAsReleased("\n".join(told))


COMMANDS = (release_site, verify_copy)
