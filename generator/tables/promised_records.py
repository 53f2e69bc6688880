"""What was told of a record, value by value, so that a later build can be held to it: the records of the promises."""

from datetime import date, datetime
from hashlib import sha256
from types import MappingProxyType
from typing import Any, Iterable, Iterator, Mapping

from pydantic import BaseModel, ConfigDict, Field

from generator.calendars.calendar_events import calendar_event, uid_of
from generator.consequences.clocks import Step, conclusion_clock
from generator.consequences.event_history import event_states, sequence_of
from generator.consequences.last_days import last_day_before
from generator.consequences.punctuality import report_deadlines
from generator.consequences.status import held_day, presiders_of
from generator.model import Correction, Dialogue, Redaction, Register
from generator.model.addresses import dialogue_page, unit_page
from generator.reading.dialogue_fields import recorded_values, written_value
from generator.reading.field_paths import written_path
from generator.reading.recorded_facts import SUBMISSIONS, facts_of, submission_line
from generator.site.site import Site

_DONE_ON = {Step.SEND: "conclusion.sent_on", Step.PUBLISH: "conclusion.published_on"}
LONGEST = 300
"""Characters of a value that stands as it is; of a longer one there is its digest."""
DIGEST = "sha256:"


class _Promised(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class PromisedCorrection(_Promised):
    corrected_on: date = Field(description="Ngày đính chính")
    field: str | None = Field(description="Trường đã sửa; trống nếu không nêu trường nào")
    was: str | None = Field(description="Giá trị đã công bố trước khi sửa; giá trị dài thì là sha256: và mã băm")
    text: str = Field(description="Vì sao sửa")


class PromisedRedaction(_Promised):
    redacted_on: date = Field(description="Ngày gỡ dữ liệu cá nhân")
    field: str = Field(description="Trường đã gỡ")
    reason: str = Field(description="Vì sao gỡ")


class PromisedEvent(_Promised):
    """RFC 5545; ``stamp`` is DTSTAMP."""

    uid: str = Field(description="UID của sự kiện trên lịch")
    start: str = Field(description="Bắt đầu: ngày, hoặc ngày và giờ Việt Nam")
    end: str | None = Field(description="Kết thúc; trống nếu không rõ giờ")
    status: str = Field(description="STATUS của sự kiện")
    sequence: int = Field(description="SEQUENCE của sự kiện: không bao giờ giảm")
    stamp: datetime = Field(description="DTSTAMP của sự kiện: không bao giờ lùi")
    content: str = Field(description="Mã băm SHA-256 của cả sự kiện: nội dung đổi thì DTSTAMP phải tăng")


class PromisedRecord(_Promised):
    name: str = Field(
        description="Tên bản ghi: dialogues/<mã>, units/<mã>, rules/<năm>, submissions/<năm>, reforms/<ngày> hoặc register"
    )
    address: str | None = Field(description="Địa chỉ trang của bản ghi, nếu có")
    values: dict[str, str] = Field(description="Mọi giá trị đã công bố, theo tên trường như lệnh check gọi")
    follows: dict[str, str] = Field(description="Điều suy ra từ nhiều trường: ngày đã tổ chức, ai đã chủ trì")
    due: dict[str, str] = Field(
        default_factory=dict,  # earlier promises had none
        description="Ngày cuối còn đúng hạn: của từng báo cáo; của việc chưa làm sau đối thoại, theo trường sẽ ghi ngày làm"
    )
    event: PromisedEvent | None = Field(description="Sự kiện trên lịch; trống nếu không có")
    documents: dict[str, str] = Field(description="Mã băm SHA-256 của từng văn bản, theo tên tệp")
    corrections: list[PromisedCorrection] = Field(description="Các lần đính chính đã công bố")
    redactions: list[PromisedRedaction] = Field(description="Các lần gỡ dữ liệu cá nhân")


def promised_dialogue(site: Site, dialogue: Dialogue, whole: bool = False, with_event: bool = True) -> PromisedRecord:
    """With ``whole``, long values too stand as they are: to tell them to a clerk, not to publish them."""
    values = {written_path(path): _value(value, whole) for path, value in recorded_values(dialogue).items()}
    follows: dict[str, str] = {}
    if dialogue.held:
        day = held_day(dialogue)
        follows = {"held.day": day.isoformat() if day else "", "held.presided_by": written_value(presiders_of(dialogue)) or ""}
    folder = f"{dialogue.year}/{dialogue.id}/"
    documents = {
        place.removeprefix(folder): sha256((site.documents / place).read_bytes()).hexdigest()
        for place in sorted(site.register.documents) if place.startswith(folder)
    } if site.register.documents else {}
    return PromisedRecord(
        name=f"dialogues/{dialogue.id}", address=dialogue_page(dialogue), values=values, follows=follows,
        due=_due(site, dialogue) if with_event else {},
        event=_event(site, dialogue) if with_event else None, documents=documents,
        **_mended(dialogue.corrections, dialogue.redactions, whole),
    )


def promised_beside_dialogues(register: Register) -> Iterator[PromisedRecord]:
    """The register's facts, its units, and its rules and what was sent by the year."""
    yield _record("register", None, facts_of(register.facts), register.facts.corrections)
    for year, rules in sorted(register.rules.items()):
        due = {report.value: last_day_before(day).isoformat() for report, day in report_deadlines(rules)}
        yield _record(f"rules/{year}", None, facts_of(rules), rules.corrections, due)
    for unit in register.units.values():
        yield _record(f"units/{unit.id}", unit_page(unit), facts_of(unit), unit.facts.corrections)
    for day, reform in register.reforms.items():
        yield _record(f"reforms/{day.isoformat()}", None, facts_of(reform), reform.corrections)
    for year, sent in sorted(register.submissions.items()):
        lines = {written_path((SUBMISSIONS, place)): submission_line(one) for place, one in enumerate(sent)}
        yield _record(f"submissions/{year}", None, lines, register.submission_corrections.get(year, ()))


def digest(value: str) -> str:
    """Of a long value, and itself where it is short or a digest already."""
    return value if len(value) <= LONGEST else DIGEST + sha256(value.encode()).hexdigest()


def _record(
    name: str, address: str | None, facts: Mapping[str, str], corrections: Iterable[Correction],
    due: Mapping[str, str] = MappingProxyType({}),
) -> PromisedRecord:
    return PromisedRecord(
        name=name, address=address, values={field: digest(value) for field, value in facts.items()}, follows={},
        due=dict(due), event=None, documents={}, **_mended(corrections, (), False),
    )


def _due(site: Site, dialogue: Dialogue) -> dict[str, str]:
    """Of the clocks that run after it, whatever the day."""
    clocks = {step: conclusion_clock(site.register, dialogue, step, date.max) for step in _DONE_ON}
    return {_DONE_ON[step]: clock.due.isoformat() for step, clock in clocks.items() if clock.runs and clock.due}


def _mended(corrections: Iterable[Correction], redactions: Iterable[Redaction], whole: bool) -> dict[str, Any]:
    return {
        "corrections": [
            PromisedCorrection(
                corrected_on=one.corrected_on, field=one.field, text=one.text,
                was=None if one.was is None else _value(one.was, whole),
            )
            for one in corrections
        ],
        "redactions": [PromisedRedaction(**vars(one)) for one in redactions],
    }


def _event(site: Site, dialogue: Dialogue) -> PromisedEvent | None:
    event = calendar_event(site, dialogue)
    if event is None:
        return None
    state = event_states(dialogue)[-1]
    when = state.when
    start = f"{when.day.isoformat()}T{when.start:%H:%M}" if when.start else when.day.isoformat()
    return PromisedEvent(
        uid=uid_of(dialogue, site.register.facts), start=start, end=f"{when.end:%H:%M}" if when.end else None,
        status=state.status, sequence=sequence_of(dialogue), stamp=event.revised, content=sha256(event.content).hexdigest(),
    )


def _value(value: Any, whole: bool) -> str:
    written = written_value(value) or ""
    return written if whole else digest(written)
