"""The words of a question, and what people call things, as the search page's script reads them from ``search_words.yml``."""

from __future__ import annotations

from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict
from pydantic_core import to_json

from generator.reading.yaml_text import TextLoader

FILE = "search_words.yml"


class SearchWords(BaseModel):
    """What stands in ``posts`` and ``asking`` says whom and what is asked for; ``idle`` says little; ``everyday`` has what an
    office writes for what people say."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    posts: tuple[str, ...]
    asking: tuple[str, ...]
    idle: tuple[str, ...]
    everyday: dict[str, str]

    @classmethod
    def read(cls, templates: Path) -> SearchWords:
        """Raises pydantic's ValidationError where a list is missing or one is too many."""
        return cls.model_validate(yaml.load((templates / FILE).read_bytes(), TextLoader))

    def script(self) -> bytes:
        return b"const SEARCH_WORDS = %b;\n" % to_json(self.model_dump())
