"""The fields of pydantic's models are types and not text, which pydantic would compile once more in each start."""

from __future__ import annotations
import __future__

import sys
from importlib import import_module
from typing import Iterator

from pydantic import BaseModel

from generator.model.record import Record
from tests.project.test_imports import TREES


def models(base: type[BaseModel] = BaseModel) -> Iterator[type[BaseModel]]:
    for model in base.__subclasses__():
        yield model
        yield from models(model)


def test_no_module_that_declares_a_model_postpones_its_annotations():
    for file in TREES:
        import_module(f"generator.{file.removesuffix('.py').removesuffix('/__init__').replace('/', '.')}")
    declaring = {model.__module__ for model in models() if model.__module__.startswith("generator.")}
    assert Record.__module__ in declaring
    assert {name for name in declaring if vars(sys.modules[name]).get("annotations") is __future__.annotations} == set()
