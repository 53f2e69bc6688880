"""The commands that tell a record what took place and what came of it: hold, conclude, commit, update, take-over."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands.additions import adding_command
from generator.commands.options import FILE, Where, problems_told
from generator.commands.telling import Answer, options_of, tell
from generator.editing.record_changes import NotWritten
from generator.editing.record_entries import commitment_place, refuse_held
from generator.model import Precision
from generator.model.verbs import COMMIT, CONCLUDE, HOLD, TAKE_OVER, UPDATE

_PRECISIONS = (
    click.option("--about", "precision", flag_value=Precision.ABOUT.value, help="Số người dự là khoảng chừng."),
    click.option("--almost", "precision", flag_value=Precision.ALMOST.value, help="Gần số đó."),
    click.option("--more-than", "precision", flag_value=Precision.MORE_THAN.value, help="Trên số đó."),
    click.option("--less-than", "precision", flag_value=Precision.LESS_THAN.value, help="Dưới số đó."),
)
_TEXT_FILE = click.option("--text-file", type=FILE, help="Tệp chữ (UTF-8) chứa nội dung kết luận.")
_ID = click.option("--id", "commitment", metavar="MÃ", help="Mã của cam kết; mặc định: số tiếp theo.")
_EVIDENCE = click.option("--evidence", nargs=2, metavar="TÊN ĐỊA-CHỈ", help="Tên và địa chỉ trang của tài liệu chứng minh.")


@adding_command(*options_of(HOLD, precision=_PRECISIONS))
def hold(id: str, where: Where, **given: Answer) -> None:
    """Ghi rằng cuộc đối thoại ID đã được tổ chức, với những số liệu đã biết; số chưa biết thì không ghi."""
    tell(HOLD, id, where, given, refuse_held)


@adding_command(*options_of(CONCLUDE, text=(_TEXT_FILE,)))
def conclude(id: str, where: Where, text_file: Path | None, **given: Answer) -> None:
    """Ghi Thông báo kết luận của bản ghi ID; chạy lại để ghi thêm ngày gửi, ngày công khai."""
    with problems_told(NotWritten):
        told = given | {"text": _read(text_file) if text_file else None}
    if not any(told.values()):
        raise click.UsageError("hãy cho ít nhất một trong: --number, --issued-on, --sent-on, --published-on, --text-file")
    tell(CONCLUDE, id, where, told)


@adding_command(*options_of(COMMIT, commitment=(_ID,)))
def commit(id: str, where: Where, **given: Answer) -> None:
    """Ghi một cam kết đưa ra tại cuộc đối thoại ID."""
    tell(COMMIT, id, where, given)


@adding_command(
    *options_of(UPDATE, commitment=(click.argument("commitment"),), evidence_title=(_EVIDENCE,), evidence_url=())
)
def update(id: str, commitment: str, where: Where, evidence: tuple[str, str] | None, **given: Answer) -> None:
    """Ghi kết quả thực hiện COMMITMENT (mã cam kết) của bản ghi ID."""
    shown = dict(zip(("evidence_title", "evidence_url"), evidence or (), strict=False))
    tell(UPDATE, id, where, given | shown, at=lambda dialogue: commitment_place(dialogue, commitment))


@adding_command(*options_of(TAKE_OVER, commitment=(click.argument("commitment"),), unit=(click.argument("unit"),)))
def take_over(id: str, commitment: str, unit: str, where: Where, **given: Answer) -> None:
    """Ghi rằng UNIT nhận tiếp COMMITMENT (mã cam kết) của bản ghi ID, vì đơn vị đã cam kết không còn."""
    tell(TAKE_OVER, id, where, given | {"unit": unit}, at=lambda dialogue: commitment_place(dialogue, commitment))


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except UnicodeDecodeError:
        raise NotWritten(f"{file}: phải là tệp chữ lưu bằng bảng mã UTF-8") from None


COMMANDS = (hold, conclude, commit, update, take_over)
