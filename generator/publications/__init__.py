"""One module for each kind of thing published; each has ``publish(site)``, and only what is listed runs."""

from __future__ import annotations

from generator.publications import (
    api, calendar, change_feeds, commitments, conclusions, deadlines, dialogues, downloads, embeds, feeds, home, notices,
    progress_pages, quarter_lists, record_form, record_schemas, search, subscribe, units,
)

PUBLICATIONS = (
    home, calendar, units, quarter_lists, dialogues, notices, conclusions, commitments, progress_pages, subscribe,
    downloads, search, feeds, change_feeds, deadlines, embeds, api, record_schemas, record_form,
)
