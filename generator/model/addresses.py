"""Every public address, in one place: addresses are a promise and never change."""

from __future__ import annotations

import re

from generator.model import Dialogue, Kind, Level, Unit

HOME, ABOUT = "", "gioi-thieu/"
CALENDAR = "lich/"
UNITS = "quan-huyen/"
COMMUNES = "xa-phuong/"
"""The list of units, and the folder of those, where there is no district: no ward meets a district of its name."""
CONCLUSIONS = "ket-luan/"
COMMITMENTS = "cam-ket/"
PROGRESS = "tien-do/"
SUBSCRIBE = "dang-ky-lich/"
DOWNLOADS = "du-lieu/"
SEARCH = "tim-kiem/"
STYLESHEET = "assets/stylesheets/register.css"
FINDER_SCRIPT = "assets/javascripts/finder.js"
SEARCH_SCRIPT, QUESTIONS_SCRIPT, SLIPS_SCRIPT = (f"assets/javascripts/{name}.js" for name in ("search", "questions", "slips"))
RECORD_FORM = "lap-ban-ghi/"
RECORD_FORM_SCRIPT, CLERK_PAGE_SCRIPT = "assets/javascripts/record_form.js", "assets/javascripts/clerk_page.js"
RECORD_EDITOR = "ghi-viec/"
RECORD_EDITOR_SCRIPT = "assets/javascripts/record_editor.js"
PERSONAL_DATA_SCRIPT = "assets/javascripts/personal_data.js"
HANDBOOK = "so-tay/"
HANDBOOK_MESSAGES = "so-tay/thong-bao-loi/"
CORRECTIONS = "dinh-chinh/"
NEWS = "co-gi-moi/"
SHARE_PICTURE = "chia-se/thanh-pho.png"
API = "api/v1/"
RECORDS = f"{API}records/"
SITEMAP = "sitemap.xml"
RELEASES = "phat-hanh/"
RELEASE_LOG = f"{RELEASES}releases.jsonl"
RELEASE_SUMS = f"{RELEASES}SHA256SUMS"
RELEASE_OWN_SUMS = f"{RELEASES}releases.sha256"
"""Of what is in this folder: the others leave it out, since it is there before they are."""

GOOGLE_ADD = "https://calendar.google.com/calendar/u/0/r/settings/addbyurl"
"""Where Google takes the address of a feed, on a computer; links that carry the address fail on Android."""

CITY_FEED = "lich/thanh-pho.ics"
CITY_TENTATIVE_FEED = "lich/thanh-pho-du-kien.ics"
CITY_CHANGES = "thay-doi/thanh-pho.atom"
CITY_DEADLINES = "lich/thoi-han.ics"
DISTRICT_OWN = "cap-huyen"

KIND_SLUGS = {kind: kind.slug for kind in Kind}

_RESERVED = frozenset({"thanh-pho", "loai", DISTRICT_OWN, "index", "co-quan", "thoi-han", "cac-nam-truoc", "xa-phuong"})
_MOVED = re.compile(
    r"(?P<folder>(?:lich|lich/thoi-han|thay-doi|nhung|(?:ket-luan|cam-ket)(?:/\d{4})?)/)xa-phuong/(?P<rest>.+)"
)
_RESERVED_FORMS = re.compile(r"\d{4}|quy-[1-4]-\d{4}|.*-du-kien")


def is_reserved(unit_id: str) -> bool:
    """Whether a feed or a page of another kind has the address that a unit of this id would have."""
    return unit_id in _RESERVED or _RESERVED_FORMS.fullmatch(unit_id) is not None


def has_moved(unit: Unit) -> bool:
    """Whether it is a commune that lies in no district: until it had a folder of its own it stood among the districts."""
    return unit.parent_id is None and unit.level is Level.COMMUNE


def before_the_move(address: str) -> str | None:
    """Where a commune that lies in no district once had what stands at ``address`` now; None for any other address."""
    if address.startswith(COMMUNES) and address != COMMUNES:
        return UNITS + address.removeprefix(COMMUNES)
    moved = _MOVED.fullmatch(address)
    return moved["folder"] + moved["rest"] if moved else None


def unit_path(unit: Unit) -> str:
    """Its part of an address: its id, for a commune that lies in no district below a folder of its own."""
    return f"{COMMUNES}{unit.id}" if has_moved(unit) else unit.id


def unit_page(unit: Unit) -> str:
    return f"{'' if has_moved(unit) else UNITS}{unit_path(unit)}/"


def earlier_years(unit: Unit) -> str:
    """The unit's dialogues of the years that its own page no longer lists."""
    return f"{unit_page(unit)}cac-nam-truoc/"


def quarter_list(district: Unit, year: int, quarter: int) -> str:
    """``quarter`` is 1 to 4."""
    return f"{unit_page(district)}quy-{quarter}-{year}/"


ANY_UNIT_FEED = "lich/*.ics"
"""A district's, with "*" for its id."""


def unit_feed(unit: Unit) -> str:
    """A district's feed holds its communes' dialogues too; a commune's holds its district's own too."""
    return f"lich/{unit_path(unit)}.ics"


def district_own_feed(district: Unit) -> str:
    return f"lich/{district.id}/{DISTRICT_OWN}.ics"


def tentative_feed(district: Unit) -> str:
    return f"lich/{unit_path(district)}-du-kien.ics"


def deadlines_feed(district: Unit) -> str:
    """For the staff: what the district and its communes owe, and until when."""
    return f"lich/thoi-han/{unit_path(district)}.ics"


def changes_feed(district: Unit) -> str:
    return f"thay-doi/{unit_path(district)}.atom"


def city_changes_of(year: int, month: int) -> str:
    """What the feed of the city's changes no longer holds, by the month."""
    return f"thay-doi/thanh-pho/{year}-{month:02}.atom"


def kind_feed(kind: Kind) -> str:
    return f"lich/loai/{KIND_SLUGS[kind]}.ics"


def embed_page(unit: Unit) -> str:
    """A small page for other sites' frames; its file is the folder's ``index.html``."""
    return f"nhung/{unit_path(unit)}/"


def embed_json(unit: Unit) -> str:
    return f"nhung/{unit_path(unit)}.json"


def dialogue_page(dialogue: Dialogue) -> str:
    return f"doi-thoai/{dialogue.year}/{dialogue.id}/"


def dialogues_of_year(year: int) -> str:
    return f"doi-thoai/{year}/"


def dialogues_of_month(year: int, month: int) -> str:
    """No dialogue has it: theirs are below the four digits of a year."""
    return f"doi-thoai/{year}-{month:02}/"


def dialogues_without_day(year: int) -> str:
    return f"doi-thoai/{year}-chua-co-ngay/"


def dialogue_feed(dialogue: Dialogue) -> str:
    return f"doi-thoai/{dialogue.year}/{dialogue.id}.ics"


def dialogue_notice(dialogue: Dialogue) -> str:
    """The page to print and put up; the code on the paper leads to the dialogue's own page, which stays."""
    return f"{dialogue_page(dialogue)}thong-bao/"


def dialogue_record(dialogue: Dialogue) -> str:
    """The YAML of its record; ids are used once, so that no year need be known."""
    return f"{RECORDS}{dialogue.id}.yml"


def dialogue_document(dialogue: Dialogue, file: str) -> str:
    return f"doi-thoai/{dialogue.year}/{dialogue.id}/{file}"


def progress_page(year: int) -> str:
    return f"{PROGRESS}{year}/"


def news_of(top: Unit) -> str:
    return f"{NEWS}{unit_path(top)}/"


def share_picture(top: Unit | None) -> str:
    """Of a unit at the top and of those in it, as ``news_of``; None: of the register."""
    return f"chia-se/{unit_path(top)}.png" if top else SHARE_PICTURE


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
