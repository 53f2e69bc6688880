"""The commands that tell a record what its schedule is: announce, postpone, cancel."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.commands.additions import Where, adding_command
from generator.commands.telling import Answer, options_of, tell
from generator.editing.record_entries import refuse_announcement
from generator.model.verbs import ANNOUNCE, CANCEL, POSTPONE


@adding_command(*options_of(ANNOUNCE))
def announce(id: str, content: Path, as_of: date | None, templates: Path, **given: Answer) -> None:
    """Ghi lịch đã thông báo của bản ghi ID; có lịch cũ thì là đổi lịch."""
    tell(ANNOUNCE, id, Where(content=content, as_of=as_of, templates=templates), given, refuse_announcement)


@adding_command(*options_of(POSTPONE))
def postpone(id: str, content: Path, as_of: date | None, templates: Path, **given: Answer) -> None:
    """Ghi việc tạm hoãn bản ghi ID, chưa có ngày mới."""
    tell(POSTPONE, id, Where(content=content, as_of=as_of, templates=templates), given, refuse_announcement)


@adding_command(*options_of(CANCEL))
def cancel(id: str, content: Path, as_of: date | None, templates: Path, **given: Answer) -> None:
    """Ghi việc hủy bản ghi ID; bản ghi không bao giờ bị xóa."""
    tell(CANCEL, id, Where(content=content, as_of=as_of, templates=templates), given, refuse_announcement)


COMMANDS = (announce, postpone, cancel)
