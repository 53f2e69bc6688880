"""The script by which the form finds in a browser what tells who a person is, with the traces that `check` looks for."""

from __future__ import annotations

import json
from pathlib import Path

from generator.checks import privacy_rules
from generator.checks.personal_data import DASH, NEAR, UNSEEN, Pattern
from generator.checks.personal_names import NAMES
from generator.text.javascript_patterns import javascript


def personal_data_script(templates: Path) -> bytes:
    """``personal_data.js``, beginning with its ``RULES``; as a script, for browsers load no module from a disk."""
    written = (templates / "personal_data.js").read_text("utf-8")
    written = written.replace("export default function", "globalThis.personalData = function")
    return f"{{\nconst RULES = {_rules()};\n{written}}}\n".encode()


def _rules() -> str:
    """The traces that the privacy rules look for, each pattern once, and for each kind of them its sentence."""
    patterns: dict[str, int] = {}

    def place_of(pattern: Pattern | None, begins: bool = False) -> int | None:
        if pattern is None:
            return None
        text = javascript(pattern.compiled)
        return patterns.setdefault(f"^(?:{text})" if begins else text, len(patterns))

    traces = [
        (
            trace.kind, trace.may_be_an_offices, place_of(trace.found), place_of(trace.after), place_of(trace.not_after),
            place_of(trace.not_before, begins=True), place_of(trace.written), place_of(trace.not_written),
            [place_of(hidden) for hidden in trace.hides],
        )
        for trace in (*privacy_rules.TRACES, *NAMES)
    ]
    rules = [
        (rule.__name__.replace("_", "-"), rule in privacy_rules.REVIEWS, privacy_rules.KINDS[rule])
        for rule in (*privacy_rules.CHECKS, *privacy_rules.REVIEWS)
    ]
    return json.dumps({
        "near": NEAR, "unseen": UNSEEN.pattern, "dash": DASH.pattern, "patterns": list(patterns), "traces": traces,
        "rules": rules,
    }, ensure_ascii=False, separators=(",", ":"))
