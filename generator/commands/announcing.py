"""The commands that tell a record what its schedule is: announce, postpone, cancel."""

from __future__ import annotations

from generator.commands.additions import adding_command
from generator.commands.options import Where
from generator.commands.telling import Answer, options_of, tell
from generator.editing.record_entries import refuse_announcement
from generator.model.verbs import ANNOUNCE, CANCEL, POSTPONE


@adding_command(*options_of(ANNOUNCE))
def announce(id: str, where: Where, **given: Answer) -> None:
    """Ghi lịch đã thông báo của bản ghi ID; có lịch cũ thì là đổi lịch."""
    tell(ANNOUNCE, id, where, given, refuse_announcement)


@adding_command(*options_of(POSTPONE))
def postpone(id: str, where: Where, **given: Answer) -> None:
    """Ghi việc tạm hoãn bản ghi ID, chưa có ngày mới."""
    tell(POSTPONE, id, where, given, refuse_announcement)


@adding_command(*options_of(CANCEL))
def cancel(id: str, where: Where, **given: Answer) -> None:
    """Ghi việc hủy bản ghi ID; bản ghi không bao giờ bị xóa."""
    tell(CANCEL, id, where, given, refuse_announcement)


COMMANDS = (announce, postpone, cancel)
