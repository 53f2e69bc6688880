"""Templates as Jinja has compiled them, kept beside them as Python keeps its own: to compile them all takes longer than to
make what a small change needs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from generator.keeping.fingerprints import fingerprint, program_fingerprint
from generator.keeping.store import Store


@dataclass
class CompiledTemplates(BytecodeCache):
    """``made_from`` is the fingerprint of all that a template is compiled by; Jinja itself looks whether it has changed."""

    store: Store
    made_from: bytes

    @classmethod
    def beside(cls, templates: Path, environment: str, settings: bytes = b"") -> CompiledTemplates:
        """Those that an environment of this name compiles, which knows its filters by the program alone, or by ``settings``
        too. Where nothing can be written beside the folder ``templates``, they are compiled each time."""
        kept = Store(templates.parent / "__pycache__" / templates.name)
        return cls(kept.part(environment), fingerprint(program_fingerprint(), settings))

    def load_bytecode(self, bucket: Bucket) -> None:
        made_from, code = self.store.get(bucket.key) or (b"", b"")
        if made_from == self.made_from:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.store.put(bucket.key, (self.made_from, bucket.bytecode_to_string()))
