"""The page on which a clerk tells what is new of a dialogue, in its record, with the verbs of the command line."""

from __future__ import annotations

from typing import Any, Iterator, Mapping, NamedTuple

from pydantic_core import to_json

from generator.model import addresses
from generator.model.verbs import VERBS, Ask, Verb
from generator.publications.editor_data import field_words, json_of
from generator.publications.editor_script import script_of
from generator.publications.record_form_fields import form_field
from generator.reading.record_schema import record_schema
from generator.site.published import PublishedFile, PublishedPage
from generator.site.site import Site


class Asked(NamedTuple):
    """``kind`` is "day", "hour", "lines", "choice", "number", "paragraphs", "text" or "of the record", which is chosen from
    what the record has."""

    name: str
    label: str
    kind: str
    choices: tuple[tuple[str, str], ...]
    required: bool


def publish(site: Site) -> Iterator[PublishedPage]:
    named, facts = site.words.pages.record_editor, site.register.facts
    schema = record_schema("dialogue")
    verbs = [(verb, [_asked(site, schema, verb, ask) for ask in verb.asks if ask.always is None]) for verb in VERBS]
    body = site.render(
        "pages/record_editor.html", addresses.RECORD_EDITOR, verbs=verbs, called=to_json(field_words()).decode(),
        fixed_day=facts.as_of,
    )
    yield PublishedPage(addresses.RECORD_EDITOR, named.title, named.description, body)


def publish_script(site: Site) -> Iterator[PublishedFile]:
    yield PublishedFile(addresses.RECORD_EDITOR_SCRIPT, script_of(site.templates, "record_editor", json_of(site)))


def _asked(site: Site, schema: Mapping[str, Any], verb: Verb, ask: Ask) -> Asked:
    named = site.words.record_form
    if (not ask.into and ask.required) or ask.name == "field":
        return Asked(ask.name, named.required.format(words=ask.words), "of the record", (), True)
    if not ask.into:
        return Asked(ask.name, ask.words, "paragraphs", (), ask.required)
    path = ".".join(part for part in (f"{verb.within}.0" if verb.within else "", ask.into.replace("+", "0")) if part)
    field = form_field(site, schema, path)
    words = named.one_a_line.format(words=ask.words) if field.kind == "lines" else ask.words
    words = named.required.format(words=words) if ask.required else words
    return Asked(ask.name, words, field.kind, field.choices, ask.required)
