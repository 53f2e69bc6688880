"""Every public address, in one place: addresses are a promise and never change."""

from __future__ import annotations

import re

from generator.model import Dialogue, Kind, Unit

HOME = ""
CALENDAR = "lich/"
UNITS = "quan-huyen/"
CONCLUSIONS = "ket-luan/"
COMMITMENTS = "cam-ket/"
PROGRESS = "tien-do/"
SUBSCRIBE = "dang-ky-lich/"
DOWNLOADS = "du-lieu/"
SEARCH = "tim-kiem/"
STYLESHEET = "assets/stylesheets/register.css"
FINDER_SCRIPT = "assets/javascripts/finder.js"
SEARCH_SCRIPT = "assets/javascripts/search.js"
RECORD_FORM = "lap-ban-ghi/"
RECORD_FORM_SCRIPT = "assets/javascripts/record_form.js"
PERSONAL_DATA_SCRIPT = "assets/javascripts/personal_data.js"
HANDBOOK = "so-tay/"
HANDBOOK_MESSAGES = "so-tay/thong-bao-loi/"
CORRECTIONS = "dinh-chinh/"
API = "api/v1/"
SITEMAP = "sitemap.xml"

GOOGLE_ADD = "https://calendar.google.com/calendar/u/0/r/settings/addbyurl"
"""Where Google takes the address of a feed, on a computer; links that carry the address fail on Android."""

CITY_FEED = "lich/thanh-pho.ics"
CITY_TENTATIVE_FEED = "lich/thanh-pho-du-kien.ics"
CITY_CHANGES = "thay-doi/thanh-pho.atom"
CITY_DEADLINES = "lich/thoi-han.ics"
DISTRICT_OWN = "cap-huyen"

KIND_SLUGS = {kind: kind.slug for kind in Kind}

_RESERVED = frozenset({"thanh-pho", "loai", DISTRICT_OWN, "index", "co-quan", "thoi-han", "cac-nam-truoc"})
_RESERVED_FORMS = re.compile(r"\d{4}|quy-[1-4]-\d{4}|.*-du-kien")


def is_reserved(unit_id: str) -> bool:
    """Whether a feed or a page of another kind has the address that a unit of this id would have."""
    return unit_id in _RESERVED or _RESERVED_FORMS.fullmatch(unit_id) is not None


def unit_page(unit: Unit) -> str:
    return f"{UNITS}{unit.id}/"


def earlier_years(unit: Unit) -> str:
    """The unit's dialogues of the years that its own page no longer lists."""
    return f"{unit_page(unit)}cac-nam-truoc/"


def quarter_list(district: Unit, year: int, quarter: int) -> str:
    """``quarter`` is 1 to 4."""
    return f"{unit_page(district)}quy-{quarter}-{year}/"


ANY_UNIT_FEED = "lich/*.ics"
"""With "*" for the unit's id."""


def unit_feed(unit: Unit) -> str:
    """A district's feed holds its communes' dialogues too; a commune's holds its district's own too."""
    return ANY_UNIT_FEED.replace("*", unit.id)


def district_own_feed(district: Unit) -> str:
    return f"lich/{district.id}/{DISTRICT_OWN}.ics"


def tentative_feed(district: Unit) -> str:
    return f"lich/{district.id}-du-kien.ics"


def deadlines_feed(district: Unit) -> str:
    """For the staff: what the district and its communes owe, and until when."""
    return f"lich/thoi-han/{district.id}.ics"


def changes_feed(district: Unit) -> str:
    return f"thay-doi/{district.id}.atom"


def city_changes_of(year: int, month: int) -> str:
    """What the feed of the city's changes no longer holds, by the month."""
    return f"thay-doi/thanh-pho/{year}-{month:02}.atom"


def kind_feed(kind: Kind) -> str:
    return f"lich/loai/{KIND_SLUGS[kind]}.ics"


def embed_page(unit: Unit) -> str:
    """A small page for other sites' frames; its file is the folder's ``index.html``."""
    return f"nhung/{unit.id}/"


def embed_json(unit: Unit) -> str:
    return f"nhung/{unit.id}.json"


def dialogue_page(dialogue: Dialogue) -> str:
    return f"doi-thoai/{dialogue.year}/{dialogue.id}/"


def dialogue_feed(dialogue: Dialogue) -> str:
    return f"doi-thoai/{dialogue.year}/{dialogue.id}.ics"


def dialogue_notice(dialogue: Dialogue) -> str:
    """The page to print and put up; the code on the paper leads to the dialogue's own page, which stays."""
    return f"{dialogue_page(dialogue)}thong-bao/"


def dialogue_document(dialogue: Dialogue, file: str) -> str:
    return f"doi-thoai/{dialogue.year}/{dialogue.id}/{file}"


def year_of(address: str) -> str | None:
    """Whose dialogues' pages and files lie together there; None for every other address."""
    of_a_year = re.match(r"doi-thoai/(\d{4})/", address)
    return of_a_year[1] if of_a_year else None


def sitemap_part(year: str, number: int) -> str:
    """Of the pages of a year's dialogues, or of all others where ``year`` is empty; ``number`` counts from 1."""
    return f"sitemap-{year or 'khac'}-{number}.xml"


def progress_page(year: int) -> str:
    return f"{PROGRESS}{year}/"


def corrections_of(year: int) -> str:
    """By the year in which they were made."""
    return f"{CORRECTIONS}{year}/"


def relative(page: str, target: str) -> str:
    """``target`` (which may carry a fragment) as a link from the page at ``page``, wherever the site is mounted."""
    shared = 0  # the length of the folders that both lie in
    while (end := page.find("/", shared) + 1) and target.startswith(page[shared:end], shared):
        shared = end
    up, rest = "../" * page.count("/", shared), target[shared:]
    return up + rest if up or rest[:1] not in ("", "#") else f"./{rest}"
