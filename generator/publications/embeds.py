"""The next dialogue of each unit for other sites to show: a page for a frame, and the same as JSON."""

from datetime import date, datetime
from typing import Any, Iterator, Mapping

from markupsafe import Markup
from pydantic import Field

from generator.consequences.answers import PostAnswer as FoundAnswer  # the schema of the files has the name for its own
from generator.consequences.states import AnswerKind, Status
from generator.consequences.status import year_of
from generator.consequences.views import DialogueView
from generator.keeping.observed_day import ZONE
from generator.model import Post, Unit, addresses
from generator.publications.unit_answers import answers_of_units, asked_about, registration_is_closed
from generator.site.formatting import post_title, unit_place, when_text
from generator.site.published import PublishedFile
from generator.site.security_policy import policy_of_style_alone
from generator.site.site import Site
from generator.tables.json_files import Head, document_json, head, schema, schema_address
from generator.tables.table import OfDialogue, OfUnit, Row, dialogue_columns, public_address, unit_columns

SCHEMA = "next-dialogue"


class AnsweredBy(OfDialogue):
    title: str = Field(description="Tên cuộc đối thoại")
    status: Status = Field(description="Trạng thái vào ngày tính")
    when: str | None = Field(description="Thời gian bằng lời; trống khi chưa có ngày, tạm hoãn hoặc hủy")
    day: date | None = Field(description="Ngày đã hoặc sẽ tổ chức")
    starts_at: datetime | None = Field(description="Giờ bắt đầu, giờ Việt Nam (+07:00); trống khi chưa rõ giờ")
    venue: str | None = Field(description="Nơi tổ chức")


class PostAnswer(Row):
    post: Post = Field(description="party (Bí thư) hoặc government (Chủ tịch UBND)")
    post_title: str = Field(description="Chức danh")
    answer: AnswerKind = Field(description="Câu trả lời, dạng mã")
    answer_text: str = Field(description="Câu trả lời, bằng lời")
    dialogue: AnsweredBy | None = Field(description="Cuộc đối thoại mà câu trả lời nói đến")


class NextDialogue(OfUnit, Head):
    unit_page: str = Field(description="Địa chỉ trang của đơn vị")
    feed: str = Field(description="Địa chỉ lịch để theo dõi")
    next: AnsweredBy | None = Field(description="Cuộc sắp tới gần nhất của đơn vị; trống nếu chưa công bố cuộc nào")
    posts: list[PostAnswer] = Field(description="Câu trả lời cho từng chức danh; không bao giờ trống")


def publish_units(site: Site) -> Iterator[PublishedFile]:
    """A closed unit keeps its own, which say so: a frame on another site is not mended when a unit closes."""
    answers = answers_of_units(site)
    style = site.render("embeds/unit.css")
    described = head(site, SCHEMA, site.words.open_data.next_dialogue, None)
    for unit in site.units:
        yield PublishedFile(f"{addresses.embed_page(unit)}index.html", _page(site, unit, answers[unit.id], style).encode())
        yield PublishedFile(addresses.embed_json(unit), document_json(_facts(site, unit, answers[unit.id], described)).encode())


def publish_schema(site: Site) -> Iterator[PublishedFile]:
    made = schema(site, SCHEMA, site.words.open_data.next_dialogue, NextDialogue)
    yield PublishedFile(schema_address(SCHEMA), document_json(made).encode())


def _page(site: Site, unit: Unit, answers: list[FoundAnswer], style: Markup) -> str:
    return site.render(
        "embeds/unit.html", addresses.embed_page(unit),
        unit=unit, place=unit_place(unit, site.register), answers=answers, year=site.year, style=style,
        rules=site.rules, registration_closed=registration_is_closed(site), asked=asked_about(site, unit),
        canonical=public_address(site, addresses.unit_page(unit)),
        policy=policy_of_style_alone(style),
    ) + "\n"


def _facts(site: Site, unit: Unit, answers: list[FoundAnswer], described: Mapping[str, Any]) -> dict[str, Any]:
    upcoming = next((view for view in site.views.of_unit(unit) if view.is_upcoming), None)
    return NextDialogue(
        **described, **unit_columns(site, unit),
        unit_page=public_address(site, addresses.unit_page(unit)), feed=public_address(site, addresses.unit_feed(unit)),
        next=_dialogue(site, upcoming), posts=[_post(site, answer) for answer in answers],
    ).model_dump(mode="json")


def _post(site: Site, answer: FoundAnswer) -> PostAnswer:
    return PostAnswer(
        post=answer.post, post_title=post_title(answer.post, answer.unit, site.words),
        answer=answer.kind, answer_text=site.words.answer[answer.kind], dialogue=_dialogue(site, answer.view),
    )


def _dialogue(site: Site, view: DialogueView | None) -> AnsweredBy | None:
    if view is None:
        return None
    when = view.when
    return AnsweredBy(
        **dialogue_columns(site, view, year_of(view.dialogue)),
        title=site.title_of(view.dialogue), status=view.status,
        when=when_text(when, site.words) if when else None, day=when.day if when else None,
        starts_at=datetime.combine(when.day, when.start, ZONE) if when and when.start else None,
        venue=view.venue.name if view.venue else None,
    )
