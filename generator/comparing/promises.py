"""Promises to the public that a change of the records must keep: records, addresses, the order and stamps of events."""

from __future__ import annotations

from collections import defaultdict
from typing import Iterator

from generator.calendars.calendar_events import calendar_event
from generator.consequences.event_history import revised_at, sequence_of
from generator.model import Dialogue, Register
from generator.model.addresses import CITY_CHANGES, changes_feed, dialogue_feed, dialogue_page, kind_feed, unit_page
from generator.publications import feeds
from generator.publications.change_archives import archive_addresses
from generator.site.site import Site

_TENTATIVE = "-du-kien.ics"


def broken_promises(old: Register, new: Register) -> Iterator[str]:
    """Of the records themselves, each with what to do instead."""
    for id, dialogue in old.dialogues.items():
        if id in new.dialogues:
            yield from _of_dialogue(dialogue, new.dialogues[id], old, new)
        else:
            yield (
                f"Bản ghi {id} bị xóa hoặc đổi tên: cuộc đối thoại đã đưa lên trang thì không xóa mà hủy. Hãy khôi phục tệp "
                f"dialogues/{dialogue.year}/{id}.yml, rồi chạy: dialogues cancel {id} --reason \"…\""
            )
    for id in (id for id in old.units if id not in new.units):
        yield (
            f"Đơn vị {id} bị xóa hoặc đổi mã: trang {unit_page(old.units[id])} và lịch của đơn vị sẽ mất. "
            "Đơn vị không còn thì ghi exists_until."
        )
    if old.facts.uid_domain != new.facts.uid_domain:
        yield "uid_domain trong register.yml đã đổi: mọi sự kiện trên lịch của người dân sẽ bị coi là sự kiện mới."


def _of_dialogue(old: Dialogue, new: Dialogue, old_register: Register, new_register: Register) -> Iterator[str]:
    if dialogue_page(old) != dialogue_page(new):
        yield (
            f"Bản ghi {old.id} bị chuyển thư mục: địa chỉ {dialogue_page(old)} sẽ mất. "
            f"Hãy để tệp ở thư mục năm {old.year}."
        )
    if sequence_of(new) < sequence_of(old):
        yield (
            f"Bản ghi {old.id}: SEQUENCE của sự kiện giảm từ {sequence_of(old)} xuống {sequence_of(new)}, điện thoại sẽ giữ "
            "lịch cũ. Hãy để nguyên các thông báo cũ."
        )
    stamps = revised_at(old, old_register.facts.feeds_changed_on), revised_at(new, new_register.facts.feeds_changed_on)
    if stamps[1] < stamps[0]:
        yield (
            f"Bản ghi {old.id}: DTSTAMP của sự kiện lùi lại, điện thoại sẽ giữ nội dung cũ. Không bỏ bớt những gì đã ghi; "
            "ghi sai thì sửa và thêm một mục vào corrections."
        )


def lost_from_feeds(old: Site, new: Site) -> Iterator[str]:
    """Feeds that would vanish, and events that would leave a feed before their day (RFC 5545: the same UID goes on)."""
    before, after = _feeds(old), _feeds(new)
    gone = {
        dialogue_feed(dialogue) for id, dialogue in old.register.dialogues.items() if id not in new.register.dialogues
    }
    for address in sorted(before.keys() - after.keys() - gone):
        yield f"Lịch {address} sẽ mất, máy của người đang theo dõi sẽ tự bỏ lịch này."
    lost: dict[str, list[str]] = defaultdict(list)
    another_kind = {
        (kind_feed(dialogue.kind), id) for id, dialogue in old.register.dialogues.items()
        if id in new.register.dialogues and new.register.dialogues[id].kind != dialogue.kind
    }
    for address in sorted(before.keys() & after.keys()):
        elsewhere = after.get(address.replace(_TENTATIVE, ".ics"), frozenset())
        for id in before[address] - after[address] - elsewhere:
            if (address, id) in another_kind:
                continue  # a correction tells of it, or it is refused for that
            event = id in new.register.dialogues and calendar_event(old, old.register.dialogues[id])
            if event and event.day >= new.today:
                lost[id].append(address)
    for id, places in sorted(lost.items()):
        yield f"Bản ghi {id}: sự kiện sẽ biến mất trước ngày diễn ra khỏi lịch {', '.join(places)}."


def unnoticed_on_phones(old: Site, new: Site) -> Iterator[str]:
    """Events of records that stay, whose words change while their stamp does not: some calendars keep the old words."""
    with_their_unit = 0
    for id, dialogue in new.register.dialogues.items():
        if old.register.dialogues.get(id) != dialogue:
            continue
        before, event = calendar_event(old, dialogue), calendar_event(new, dialogue)
        with_their_unit += bool(before and event and before.revised == event.revised and before.content != event.content)
    if with_their_unit:
        yield (
            f"{with_their_unit} sự kiện đổi lời theo tên đơn vị hoặc theo register.yml: một số điện thoại sẽ giữ nội dung cũ; "
            f"ghi feeds_changed_on: {new.today.as_date()} trong register.yml thì chúng được cập nhật."
        )


def _feeds(site: Site) -> dict[str, frozenset[str]]:
    """The ids of the dialogues whose events belong to each feed, by address; an Atom feed has none. What is too old for a
    feed, or has no room in it, belongs to it all the same: no record is to blame for that."""
    own = {dialogue_feed(dialogue): frozenset({id}) for id, dialogue in site.register.dialogues.items()}
    of_many = {area.address: frozenset(event.dialogue.id for event in area.events) for area in feeds.areas(site)}
    atom = (CITY_CHANGES, *map(changes_feed, site.districts), *archive_addresses(site))
    return {**dict.fromkeys(atom, frozenset()), **own, **of_many}
