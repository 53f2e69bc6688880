"""What commands tell of beside their own answer, on the error stream: what nobody may have thought of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Mapping

import click

from generator.site.short_days import short_day

if TYPE_CHECKING:
    from generator.consequences.snapshot import Snapshot
    from generator.site.site import Site


def missing_rules_told(snapshot: Snapshot) -> None:
    """Nothing is owed in a year without rules, which is easily forgotten at the turn of the year."""
    year = snapshot.today.year
    if year not in snapshot.register.rules:
        must = f"Lưu ý: sổ chưa có quy định năm {year}, nên chưa tính được chỉ tiêu và thời hạn của năm này. Hãy chạy: "
        click.secho(f"{must}dialogues open-year {year}", fg="yellow", err=True)


def full_feeds_told(site: Site, sizes: Mapping[str, int]) -> None:
    """``sizes`` are those of the published files in bytes, by address."""
    from generator.calendars.kept_events import LARGEST_FEED_EVENTS
    from generator.publications.full_feeds import LEAST_FULL_BYTES, full_feeds

    large = {address for address, size in sizes.items() if size >= LEAST_FULL_BYTES and address.endswith(".ics")}
    for feed in full_feeds(site, large) if large else ():
        days = f"từ ngày {short_day(feed.first_day)} đến ngày {short_day(feed.last_day)}"
        elsewhere = [f"các cuộc đó có trong {', '.join(feed.carried_by)}"] if feed.carried_by else []
        elsewhere += [f"{feed.alone} cuộc chỉ còn ở lịch riêng của từng cuộc"] if feed.alone else []
        click.secho(
            f"Lưu ý: lịch {feed.address} đã đầy (nhiều nhất {LARGEST_FEED_EVENTS} cuộc, dưới 1 MB) nên không chứa "
            f"{feed.number} cuộc xa nhất, {days}; {'; '.join(elsewhere)}.", fg="yellow", err=True,
        )
