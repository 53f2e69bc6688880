"""What new corrections and redactions of a record say of what had been published."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Iterator

from generator.comparing.findings import Finding, Weight, field_text, record_text, refused, value_text
from generator.model.corrections import REDACTED
from generator.site.formatting import short_day
from generator.tables.promised_records import DIGEST, PromisedCorrection, PromisedRecord, PromisedRedaction, digest


@dataclass(frozen=True)
class Mended:
    """``old`` is the record as it was published; a correction dated before the day ``earliest`` is hidden among old ones, and
    corrects nothing."""

    old: PromisedRecord
    new: PromisedRecord
    earliest: date

    @cached_property
    def corrections(self) -> list[PromisedCorrection]:
        """Those that are new."""
        return self.new.corrections[len(self.old.corrections):]

    @cached_property
    def redactions(self) -> list[PromisedRedaction]:
        return self.new.redactions[len(self.old.redactions):]

    @property
    def fields(self) -> list[str]:
        return [one.field for one in self.corrections if one.field]

    def broken(self) -> Iterator[Finding]:
        """What is told of old corrections stays, but for personal data in them; none is dated back."""
        for place, was in enumerate(self.old.corrections):
            now = self.new.corrections[place] if place < len(self.new.corrections) else None
            if now != was and not (now and self._is_redacted(place, was, now)):
                kept = "Hãy để nguyên và thêm mục mới ở cuối corrections."
                yield refused(self.new, f"một mục đính chính cũ bị sửa hoặc bỏ. {kept}")
                return
        if self.new.redactions[: len(self.old.redactions)] != self.old.redactions:
            yield refused(self.new, "một mục redactions cũ bị sửa hoặc bỏ. Hãy để nguyên và thêm mục mới ở cuối.")
        for one in self.corrections:
            if one.corrected_on < self.earliest:
                day = short_day(one.corrected_on)
                late = "trước lần công bố gần nhất hơn một tháng: ghi ngày đính chính thật."
                yield refused(self.new, f"đính chính mới đề ngày {day}, {late}")
        yield from self._false()

    def _false(self) -> Iterator[Finding]:
        """The first new correction of a value that was published says that one, and no other."""
        for field in dict.fromkeys(self.fields):
            first = next(one for one in self.corrections if one.field == field)
            published = self.old.values.get(field)
            if published is None or first.was is None or REDACTED in first.was or digest(first.was) == digest(published):
                continue
            if field.endswith(".file") and first.was == f"{DIGEST}{self.old.documents.get(published)}":
                continue  # the document was replaced under its name
            told = "" if published.startswith(DIGEST) else f": {value_text(published)}"
            yield refused(
                self.new, f"đính chính của {field_text(self.new, field)} ghi was không đúng điều đã công bố{told}. "
                "Hãy ghi đúng, hoặc bỏ mục này nếu không có gì sai."
            )

    def says(self, field: str, was: str | None) -> PromisedCorrection | None:
        """The new correction that tells what the field held."""
        held = None if was is None else digest(was)
        return next((
            one for one in self.corrections if one.field == field and one.corrected_on >= self.earliest
            and (None if one.was is None else digest(one.was)) == held
        ), None)

    def covers(self, field: str, was: str) -> bool:
        return self.says(field, was) is not None or any(one.field == field for one in self.redactions)

    def told(self, field: str, was: str | None, now: str | None) -> Finding | None:
        """The line of a change that is told in public; None where nothing tells it."""
        name = f"{record_text(self.new)}: {field_text(self.new, field)}"
        if one := self.says(field, was):
            line = f"{name}: {value_text(was)} → {value_text(now)} (đính chính ngày {short_day(one.corrected_on)}: {one.text})"
            return Finding(self.new.name, Weight.TOLD, line, field=field)
        for redaction in self.redactions:
            is_document = redaction.field.endswith(".file")
            with_it = is_document and now is None and field == f"{redaction.field.removesuffix('.file')}.title"
            named = redaction.field == field and (is_document or (was is not None and only_words_taken_away(was, now)))
            if was is not None and (named or with_it):
                line = f"{name}: đã gỡ dữ liệu cá nhân, ngày {short_day(redaction.redacted_on)} ({redaction.reason})"
                return Finding(self.new.name, Weight.TOLD, line, field=field)
        return None

    def _is_redacted(self, place: int, was: PromisedCorrection, now: PromisedCorrection) -> bool:
        texts = {"was": (was.was or "", now.was), "text": (was.text, now.text)}
        changed = [name for name, (before, after) in texts.items() if before != (after or "")]
        named = {one.field for one in self.redactions}
        return (was.corrected_on, was.field) == (now.corrected_on, now.field) and all(
            f"corrections[{place + 1}].{name}" in named and only_words_taken_away(*texts[name]) for name in changed
        )


def only_words_taken_away(was: str, now: str | None) -> bool:
    """Whether the text says nothing that it had not said: fewer words in the same order, with the mark where some were. Of a
    text of which only the digest is known nobody can tell."""
    if now is None or REDACTED not in now:
        return False
    if was.startswith(DIGEST) or now.startswith(DIGEST):
        return True
    left = iter(re.findall(r"\w+", was))
    return all(word in left for word in re.findall(r"\w+", now.replace(REDACTED, " ")))
