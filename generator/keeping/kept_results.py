"""What publications work out of some dialogues and nothing else, and the templates, kept from one build to the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Callable, Sequence, TypeVar

from generator.keeping.compiled_templates import CompiledTemplates
from generator.keeping.store import Store

Result = TypeVar("Result")
Dialogues = Sequence[str]
"""Their ids."""


@dataclass(frozen=True)
class KeptResults:
    """``key`` gives the fingerprint of all that can show in what is made of some dialogues; ``templates`` are those of the
    register's pages, as compiled."""

    store: Store
    key: Callable[[Dialogues], bytes]
    templates: CompiledTemplates

    def of_groups(self, name: str, groups: Sequence[Dialogues], make: Callable[[Dialogues], Result]) -> list[Result]:
        """What ``make`` makes of each group, or made of it in an earlier build; no result is None.

        Nothing else is kept under the ``name``: what no group asks for any more is forgotten.
        """
        store = self.store.part(name)

        def kept(group: Dialogues) -> Any:
            key = self.key(group)
            result = store.get(key)
            if result is None:
                result = make(group)
                store.put(key, result)
            return result

        results = [kept(group) for group in groups]
        store.forget_others()
        return results
