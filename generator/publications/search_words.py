"""The words of a question, and what people call things, as the search page's script reads them from ``search_words.yml``."""

from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict
from pydantic_core import to_json

from generator.reading.yaml_text import TextLoader

FILE = "search_words.yml"


class CalledPages(BaseModel):
    """What people call each kind of page beside its title."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    about: tuple[str, ...]
    handbook: tuple[str, ...]
    record_form: tuple[str, ...]
    clerk: tuple[str, ...]
    calendar: tuple[str, ...]
    units: tuple[str, ...]
    conclusions: tuple[str, ...]
    commitments: tuple[str, ...]
    agencies: tuple[str, ...]
    progress: tuple[str, ...]
    year: tuple[str, ...]
    month: tuple[str, ...]
    corrections: tuple[str, ...]
    news: tuple[str, ...]
    subscribe: tuple[str, ...]
    downloads: tuple[str, ...]
    releases: tuple[str, ...]


class SearchWords(BaseModel):
    """What stands in ``posts`` and ``asking`` says whom and what is asked for; ``idle`` says little; ``everyday`` has what an
    office writes for what people say, ``pages`` what they call a page; ``toned`` words are meant where they are typed alone
    and without their tones."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    posts: tuple[str, ...]
    asking: tuple[str, ...]
    pages: CalledPages
    idle: tuple[str, ...]
    everyday: dict[str, str]
    toned: tuple[str, ...]

    @classmethod
    def read(cls, templates: Path) -> "SearchWords":
        """Raises pydantic's ValidationError where a list is missing or one is too many."""
        return cls.model_validate(yaml.load((templates / FILE).read_bytes(), TextLoader))

    def called(self) -> list[str]:
        """What people call pages; which of them a name leads to is told by the index."""
        pages: dict[str, tuple[str, ...]] = self.pages.model_dump()
        return [name for names in pages.values() for line in names for name in line.split(", ")]

    def script(self) -> bytes:
        return b"const SEARCH_WORDS = %b;\n" % to_json(self.model_dump(exclude={"pages", "everyday"}))

    def questions_script(self) -> bytes:
        return b"const SEARCH_WORDS = %b;\n" % to_json(self.model_dump(include={"posts", "asking", "idle"}))
