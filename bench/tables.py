"""What a bench prints: its runs beside each other, and what the calendars take."""

from __future__ import annotations

from bench.feeds import FeedSeconds
from bench.runs import Result


def table(dialogues: int, results: list[Result], beside: tuple[str, str]) -> str:
    """Of medians, each also as a multiple of those of the contenders called ``beside``, which are Hugo with pages alone and
    with files like ours."""
    pages, alike = (next(result for result in results if result.name == name) for name in beside)
    head = (
        f"{'':34}{'median s':>10}{'least s':>9}{'spread':>8}{'× Hugo':>8}{'× alike':>9}{'CPU s':>8}{'MB':>7}{'files':>9}"
        f"{'site MB':>9}"
    )
    lines = [f"\n{dialogues:,} dialogues", head]
    for result in results:
        lines.append(
            f"{result.name:34}{result.median:10.2f}{min(result.seconds):9.2f}{result.spread:8.2f}"
            f"{result.median / pages.median:8.2f}{result.median / alike.median:9.2f}"
            f"{min(result.processor):8.2f}{result.memory / 2**20:7.0f}{result.files:9,}{result.size / 2**20:9.1f}"
        )
    if noisy := [result.name for result in results if result.is_noisy]:
        lines.append(f"Too noisy to be judged, since runs of it differ by more than a third: {'; '.join(noisy)}.")
    return "\n".join(lines)


def of_feeds(seconds: FeedSeconds) -> str:
    made = seconds.serialised + seconds.joined + seconds.deadlines
    return (
        f"all calendars, of records in memory, by two processes: {made:.2f} s\n"
        f"  every event serialised once: {seconds.serialised:.2f} s\n"
        f"  all feeds joined from them and written: {seconds.joined:.2f} s, {seconds.joined / seconds.written:.2f} × the same "
        f"bytes written from memory by one process ({seconds.written:.2f} s)\n"
        f"  calendars of deadlines made and written: {seconds.deadlines:.2f} s"
    )
