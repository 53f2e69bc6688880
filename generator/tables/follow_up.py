"""The tables of what follows a dialogue: its conclusion notice with both clocks, and its commitments."""

from datetime import date
from enum import StrEnum
from typing import Iterator

from pydantic import Field

from generator.consequences.clocks import ClockState, NoDuty
from generator.consequences.commitment_standing import COMMITMENTS as STANDINGS
from generator.consequences.named_agencies import named_agency
from generator.consequences.snapshot import Snapshot
from generator.consequences.status import held_day
from generator.consequences.views import CommitmentView, DialogueView
from generator.model import Conclusion, Dialogue, Outcome, addresses
from generator.model.follow_up import Evidence
from generator.site.site import Site
from generator.tables.table import (
    CREATED,
    MODIFIED,
    TO_DIALOGUES,
    OfDialogue,
    OfUnit,
    Row,
    dated_columns,
    dialogue_columns,
    public_address,
    table_of_dialogues,
    unit_columns,
)

_DAYS = "Số ngày còn lại, chậm hoặc quá hạn, tùy trạng thái"


class ConclusionRow(OfUnit, OfDialogue):
    held_on: date | None = Field(description="Ngày tổ chức hội nghị")
    number: str | None = Field(description="Số, ký hiệu Thông báo kết luận")
    issued_on: date | None = Field(description="Ngày ban hành")
    sent_on: date | None = Field(description="Ngày gửi Ban")
    send_due: date | None = Field(description="Hạn gửi Ban; trống khi không có quy định thời hạn")
    send_state: ClockState = Field(description="Việc gửi: chưa đến hạn, đúng hạn, chậm hạn, quá hạn, không thuộc diện")
    send_days: int | None = Field(description=_DAYS)
    send_no_duty: NoDuty | None = Field(description="Vì sao không tính hạn gửi")
    send_day_off: date | None = Field(description="Ngày nghỉ mà hạn gửi rơi vào, nên hạn dời sang ngày làm việc kế tiếp")
    published_on: date | None = Field(description="Ngày công khai")
    publish_due: date | None = Field(description="Hạn công khai; trống khi không có quy định thời hạn")
    publish_state: ClockState = Field(description="Việc công khai: chưa đến hạn, đúng hạn, chậm hạn, quá hạn, không thuộc diện")
    publish_days: int | None = Field(description=_DAYS)
    publish_no_duty: NoDuty | None = Field(description="Vì sao không tính hạn công khai")
    publish_day_off: date | None = Field(description="Ngày nghỉ mà hạn công khai rơi vào, nên hạn dời như hạn gửi")
    text: str | None = Field(description="Toàn văn hoặc nội dung chính; chữ, số, dấu giữ nguyên như đã gõ")
    document: str | None = Field(description="Địa chỉ văn bản để tải về")
    created: date | None = CREATED
    modified: date | None = MODIFIED


class Updated(Row):
    updated_on: date = Field(description="Ngày cập nhật")
    outcome: Outcome = Field(description="Kết quả đến ngày ấy")
    text: str = Field(description="Đã làm gì, hoặc lý do")
    evidence: list[str] = Field(description="Địa chỉ tài liệu chứng minh")


class CommitmentState(StrEnum):
    """As the first version of the data knew it, a promise; named so, since the name stands in the published schema."""

    OPEN = "open"
    DUE_SOON = "due-soon"
    OVERDUE = "overdue"
    KEPT = "kept"
    KEPT_LATE = "kept-late"
    NOT_KEPT = "not-kept"
    PASSED_UP = "passed-up"


class CommitmentRow(OfUnit, OfDialogue):
    commitment: str = Field(description="Mã cam kết trong cuộc đối thoại")
    text: str = Field(description="Nội dung cam kết, như đã phát biểu")
    agency: str = Field(description="Cơ quan chủ trì giải quyết")
    due: date | None = Field(description="Hạn xử lý; trống nếu không nêu hạn")
    state: CommitmentState = Field(description="Trạng thái vào ngày tính; open cả khi chưa có cập nhật nào, xem reported")
    state_label: str = Field(description="Trạng thái vào ngày tính (bằng chữ)")
    reported: bool = Field(description="Đã có cập nhật nào hay chưa; false là chưa ai báo cáo gì về cam kết")
    days: int | None = Field(description=_DAYS)
    last_updated_on: date | None = Field(description="Ngày cập nhật gần nhất")
    last_outcome: Outcome | None = Field(description="Kết quả nêu trong lần cập nhật gần nhất")
    last_text: str | None = Field(description="Nội dung lần cập nhật gần nhất")
    updates: list[Updated] = Field(description="Mọi lần cập nhật, mới nhất ở cuối")
    created: date | None = CREATED
    modified: date | None = MODIFIED
    taken_over_by: str | None = Field(description="Mã đơn vị nhận tiếp khi đơn vị đã cam kết không còn; trống nếu không có")
    taken_over_on: date | None = Field(description="Ngày nhận tiếp")
    agency_name: str = Field(description="Tên cơ quan theo danh mục của sổ, một cho mọi cách viết; không có thì như agency")
    agency_kind: str | None = Field(description="Loại cơ quan theo danh mục ấy, ví dụ Công an của mọi xã; trống nếu không có")
    agency_field: str | None = Field(description="Lĩnh vực của cơ quan theo danh mục ấy; trống nếu không có")


def _conclusion_rows(site: Site, view: DialogueView, year: int) -> Iterator[Row]:
    """A dialogue that was held has a row even without a notice, so that the overdue ones are listed."""
    if view.dialogue.held or view.dialogue.conclusion:
        yield _conclusion_row(site, view, year)


def _conclusion_row(snapshot: Snapshot, view: DialogueView, year: int) -> ConclusionRow:
    dialogue, send, publish = view.dialogue, view.send, view.publish
    conclusion = dialogue.conclusion or Conclusion()
    document = conclusion.document
    return ConclusionRow(
        **dialogue_columns(snapshot, view, year), **unit_columns(snapshot, view.unit), **dated_columns(view),
        held_on=held_day(dialogue),
        number=conclusion.number, issued_on=conclusion.issued_on, sent_on=conclusion.sent_on,
        published_on=conclusion.published_on,
        send_due=send.due, send_state=send.state, send_days=send.days_on(snapshot.today),
        publish_due=publish.due, publish_state=publish.state, publish_days=publish.days_on(snapshot.today),
        send_no_duty=send.why, publish_no_duty=publish.why,
        send_day_off=send.day_off, publish_day_off=publish.day_off,
        text=conclusion.text,
        document=public_address(snapshot, addresses.dialogue_document(dialogue, document.file)) if document else None,
    )


def _where(snapshot: Snapshot, dialogue: Dialogue, evidence: Evidence) -> str | None:
    """The address of a page or of a file that shows it."""
    if evidence.url or not evidence.file:
        return evidence.url
    return public_address(snapshot, addresses.dialogue_document(dialogue, evidence.file))


def _commitment_rows(site: Site, view: DialogueView, year: int) -> Iterator[Row]:
    return (_commitment_row(site, commitment, year) for commitment in site.views.commitments_of(view))


def _commitment_row(site: Site, view: CommitmentView, year: int) -> CommitmentRow:
    dialogue, commitment, standing = view.dialogue, view.commitment, view.standing
    last = commitment.updates[-1] if commitment.updates else None
    agencies = site.register.agencies
    named = named_agency(agencies, commitment.agency)
    return CommitmentRow(
        **dialogue_columns(site, dialogue, year), **unit_columns(site, dialogue.unit), **dated_columns(dialogue),
        commitment=commitment.id,
        text=commitment.text, agency=commitment.agency, due=commitment.due,
        state=CommitmentState(STANDINGS[standing.state].code), state_label=site.words.commitment[standing.state],
        reported=standing.reported, days=standing.days_on(site.today),
        last_updated_on=last.updated_on if last else None, last_outcome=last.outcome if last else None,
        last_text=last.text if last else None,
        updates=[
            Updated(
                updated_on=update.updated_on, outcome=update.outcome, text=update.text,
                evidence=[where for evidence in update.evidence if (where := _where(site, dialogue.dialogue, evidence))],
            )
            for update in commitment.updates
        ],
        taken_over_by=view.taken_over.unit if view.taken_over else None,
        taken_over_on=view.taken_over.taken_over_on if view.taken_over else None,
        agency_name=named.name, agency_kind=named.listed.name if named.listed else None,
        agency_field=agencies.fields.get(named.listed.field) if named.listed else None,
    )


CONCLUSIONS = table_of_dialogues("conclusions", ConclusionRow, ("dialogue",), _conclusion_rows, TO_DIALOGUES)
COMMITMENTS = table_of_dialogues("commitments", CommitmentRow, ("dialogue", "commitment"), _commitment_rows, TO_DIALOGUES)
