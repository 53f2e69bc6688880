"""Templates as Jinja has compiled them, kept from one build to the next: to compile them takes longer than a small change."""

from __future__ import annotations

from dataclasses import dataclass, replace

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from generator.keeping.fingerprints import fingerprint
from generator.keeping.store import Store


@dataclass
class CompiledTemplates(BytecodeCache):
    """``made_from`` is the fingerprint of the program, its libraries and all that a filter may know: Jinja applies it to a
    constant when it compiles."""

    store: Store
    made_from: bytes

    def beside(self, theme: bytes) -> CompiledTemplates:
        """Those of a theme, which is made from what has this fingerprint."""
        return replace(self, made_from=fingerprint(self.made_from, theme))

    def load_bytecode(self, bucket: Bucket) -> None:
        made_from, code = self.store.get(bucket.key) or (b"", b"")
        if made_from == self.made_from:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.store.put(bucket.key, (self.made_from, bucket.bytecode_to_string()))
