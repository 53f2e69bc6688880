"""What offices write in cells for the values of a record, as ``cell_words.yml`` lists it."""

from functools import cache
from pathlib import Path
from typing import Annotated, Any, Mapping

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict

from generator.model import CountOf, Handling, Kind, Mode, Outcome, Precision
from generator.reading.yaml_text import TextLoader
from generator.text.vietnamese import fold

FILE = Path(__file__).with_name("cell_words.yml")


def _by_word(listed: Any) -> dict[str, Any]:
    return {fold(word): value for value, words in listed.items() for word in words}


def _folded(words: Any) -> frozenset[str]:
    return frozenset(map(fold, words))


_ByWord = BeforeValidator(_by_word)
_Folded = Annotated[frozenset[str], BeforeValidator(_folded)]


class CellWords(BaseModel):
    """Values by what stands for them, folded. ``none`` says that there is none; after the words ``nothing_told`` stands nothing
    that was done; those that are ``before_places``, and with which ``posts_begin``, tell what is no person's name."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    precisions: Annotated[Mapping[str, Precision], _ByWord]
    counted: Annotated[Mapping[str, CountOf], _ByWord]
    kinds: Annotated[Mapping[str, Kind], _ByWord]
    modes: Annotated[Mapping[str, Mode], _ByWord]
    short_posts: Annotated[Mapping[str, str], _ByWord]
    handlings: Annotated[Mapping[str, Handling], _ByWord]
    outcomes: Annotated[Mapping[str, Outcome], _ByWord]
    nothing_told: _Folded
    none: _Folded
    before_places: _Folded
    posts_begin: _Folded


@cache
def cell_words() -> CellWords:
    """Raises pydantic's ValidationError where a list is missing, or names no value of a record."""
    return CellWords.model_validate(yaml.load(FILE.read_bytes(), TextLoader))
