"""One module for each kind of thing published; only what is listed here runs, each for the part of the site it is of;
writes no file; imports ``tables`` and below.
"""

from __future__ import annotations

from generator.publications import (
    api,
    calendar,
    change_archives,
    change_feeds,
    commitments,
    conclusions,
    corrections,
    deadlines,
    dialogues,
    dialogues_by_month,
    downloads,
    earlier_years,
    embeds,
    feeds,
    handbook,
    home,
    news,
    notices,
    progress_pages,
    promises,
    quarter_lists,
    quiet_years,
    record_editor,
    record_form,
    record_schemas,
    records,
    releases,
    search,
    share_pictures,
    stylesheet,
    subscribe,
    unit_list,
    units,
)

OF_A_DISTRICT = {
    "district": (
        units.publish, quarter_lists.publish_present, embeds.publish_units, quiet_years.publish, news.publish_districts,
    ),
    "district's feeds": (feeds.publish_units,),
    "district's changes": (change_feeds.publish_districts,),
    "district's deadlines": (deadlines.publish_districts,),
}
"""What a district and its communes have for themselves, made from their own dialogues and no others; apart from each other,
since pages show the day and feeds do not, and each kind of feed changes on days of its own."""
OF_A_DISTRICTS_PAST = (earlier_years.publish, quarter_lists.publish_past)
"""Made from its dialogues of the years before the present one, and so on few days anew."""
OF_A_DISTRICTS_YEAR = {
    "settled": (dialogues.publish_settled,), "running": (dialogues.publish_running,), "notices": (notices.publish,),
    "feeds": (feeds.publish_dialogues, promises.publish_dialogues, records.publish),
    "lists": (commitments.publish_districts, conclusions.publish_districts),
}
"""What the dialogues shown with one year have, made from them and no others; apart from each other, since the day
changes some of them often, some seldom and some never."""
OF_EACH_DISTRICT = ("notices",)
"""Of those, what is made for each by itself where others are made for some together: a notice that has long been past names no
day, and would for as long as a neighbour's is still to come."""
OF_OLD_UNITS_TOO = ("lists",)
"""Those of them that, in the present year, also show what closed units left to these units, and so are made from the closed
units' dialogues too, as ``OF_A_DISTRICT`` is."""
OF_A_YEAR = (api.publish_years, promises.publish_years)
"""Made from the dialogues and the rules of one year, each by itself: the tables name the day, what is promised does not."""
OF_A_MONTHS_CHANGES = (change_archives.publish_month,)
"""Made, for one month, from the dialogues of which something changed in it."""
OF_A_SHOWN_YEAR = {
    "figures": (progress_pages.publish_year,),
    "lists": (commitments.publish_year, conclusions.publish_year, dialogues_by_month.publish_year),
}
"""Made from the dialogues that are shown with one year; no day changes the figures of one that is over. The present year's
pages that set all years beside each other are made from the whole register."""
OF_THE_CITY = (
    search.publish_page, record_form.publish, commitments.publish_present, progress_pages.publish_present, home.publish,
    calendar.publish, deadlines.publish_city, feeds.publish_city, change_feeds.publish_city, corrections.publish,
    unit_list.publish, subscribe.publish, downloads.publish, api.publish_rest, api.publish_descriptions, promises.publish_rest,
    record_editor.publish, news.publish_city,
)
"""Made from the whole register; what takes longest comes first, and the form, from which the editor has its schema."""
THE_INDEX = (search.publish_index, search.index_made_from)
"""Made from the whole register too, and what tells whether it would be another: most changes bring search no other words."""
OF_NO_DIALOGUE = (
    record_schemas.publish, api.publish_schemas, embeds.publish_schema, promises.publish_schema, stylesheet.publish,
    releases.publish, record_form.publish_scripts, record_editor.publish_script, share_pictures.publish, records.publish_beside,
)
"""Made without any dialogue, so that no record of one makes them anew."""
OF_NO_DIALOGUE_BY_DAY = (handbook.publish,)
"""Made without any dialogue too, and anew on the day that changes what levels of units there are, which it names."""
