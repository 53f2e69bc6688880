"""The command that takes a whole register back from what it has published."""

from __future__ import annotations

import os
import shlex
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from generator.commands.options import FOLDER, ROOT, problems_told
from generator.commands.starting import SAMPLE
from generator.files.program_copy import copy_program
from generator.files.whole_folder import NotOurs
from generator.releases.copies import Unreachable, copy_at
from generator.releases.last_release import NotAsReleased
from generator.releases.restoring import NotRestored, keep, restorable, restore, restored_readme
from generator.site.short_days import short_day

_NOT_PUBLISHED = "lịch sử sửa đổi trong git, biên nhận ở content/inbox, mẫu trang và chương trình mà cơ quan đã tự sửa"


@click.command("restore")
@click.argument("copy", metavar="THƯ MỤC|ĐỊA CHỈ")
@click.option("--out", type=FOLDER, required=True, help="Thư mục mới của sổ: chương trình, và mọi bản ghi trong content.")
@click.option("--kept", type=FOLDER, required=True, help="Thư mục giữ riêng mới: nhật ký, để lần phát hành sau nối tiếp.")
def restore_register(copy: str, out: Path, kept: Path) -> None:
    """Lập lại cả sổ chỉ từ những gì một bản đã phát hành công bố: bản ghi, tài liệu, trang viết tay, nhật ký.

    Mọi tệp được đối chiếu với nhật ký phát hành trước khi ghi; một tệp sai hoặc thiếu thì không ghi gì.
    """
    with problems_told(NotRestored, NotAsReleased, NotOurs, Unreachable):
        for folder in (out, kept):
            if folder.exists() and any(folder.iterdir()):
                raise NotOurs(f"{folder} đã có tệp; hãy chọn một thư mục mới")
        found = restorable(copy_at(copy))
        with TemporaryDirectory(prefix="dialogues-") as checked:
            content = Path(checked) / "content"  # the folder around it is for its owner alone, and that would be copied too
            restore(found, content)
            copy_program(ROOT, out, SAMPLE | {"content/pages"})
            shutil.copytree(content, out / "content", dirs_exist_ok=True)
        keep(found.last_release, kept)
    last = found.last_release.log.last
    (out / "README.md").write_text(restored_readme(ROOT / "site_templates", found, _seen_from(out, kept)), encoding="utf-8")
    release = f".venv/bin/dialogues release --kept {_seen_from(out, kept)}"
    click.secho(
        f"Đã lập lại sổ vào {out}: {len(found.paths)} tệp của lần phát hành {last.number}, tính đến ngày "
        f"{short_day(last.as_of)}; nhật ký vào {kept}.", fg="green",
    )
    click.echo(f"Không có trong những gì đã công bố: {_NOT_PUBLISHED}.")
    click.echo(f"Tiếp theo: cd {out}; git init; git add .; git commit; make site; {release}.")
    click.echo(f"Đổi địa chỉ trang thì trước đó sửa ba chỗ trong content/register.yml; chỗ nào, vì sao: {out}/README.md.")


def _seen_from(folder: Path, other: Path) -> str:
    """As one types it in the folder."""
    return shlex.quote(Path(os.path.relpath(other, folder)).as_posix())


COMMANDS: tuple[click.Command, ...] = (restore_register,)
