"""Where one person is reached in the net: an e-mail address, a private profile."""

from __future__ import annotations

import re

from generator.checks.personal_data import CAPITAL, Pattern, Trace

_AT = r"(?:\s?@\s?|\s?[(\[{<](?:a|at|@|a[ -]?còng|a móc)[)\]}>]\s?|\s(?:a[ -]?còng|a[ -]?cong|a móc|a vòng)\s)"
_DOT = r"(?:\.|\s?[(\[{](?:dot|chấm|\.)[)\]}]\s?|\s(?:dot|chấm|cham)\s)"
_PROVIDER = r"(?:gmail|yahoo|hotmail|outlook|icloud|live)"
_ENDING = r"(?:com|vn|net|org|edu|info)"
_EMAIL = Pattern(
    rf"(?<![\w.+-])[\w.+-]+{_AT}(?:[\w-]+(?:{_DOT}[\w-]+)*(?:{_DOT}[a-z]{{2,}}|\s?\.\s?{_ENDING}\b)"
    rf"|{_PROVIDER}\b)", re.IGNORECASE
)
_EMAIL_WITHOUT_SIGN = Pattern(
    rf"(?<![\w.+-])(?:[\w.+-]+\s(?:at|tại)\s|[\w-]*[\d._][\w.-]*\s?"
    rf"|(?:e-?mail|thư điện tử|hộp thư)\s?:?\s?[a-z0-9]{{5,}}\s){_PROVIDER}(?:{_DOT}|\s?\.\s?"
    rf"|\s){_ENDING}\b", re.IGNORECASE
)
_EMAIL_BY_NAME = Pattern(rf"\b(?:{_PROVIDER}|e-?mail)\b\s?(?:là\s|:\s?)[\w-]*[\d._][\w-]+\b(?!\s?@)", re.IGNORECASE)

_OFFICE_PAGE = (
    r"(?![\w.-]*(?:ubnd|congan|phuong|quan|huyen|thanhpho|haiphong|mttq|mattran|doan|hoi|gov|dang|truong|trungtam|thongtin"
    r"|news|vtv|groups/|pages/"
    r"|benhvien|cong\.an|cong-an|hai\.phong|hai-phong))"
)
_PROFILE = Pattern(
    rf"(?:facebook|fb)\.(?:com|me)/(?:profile\.php\?id=\d+|(?:people/)?{_OFFICE_PAGE}[\w.%-]{{3,}})"
    rf"|\b(?:m\.me|zalo\.me|t\.me|wa\.me|threads\.net|instagram\.com|twitter\.com"
    rf"|x\.com)/(?!\+?\d{{9}})@?{_OFFICE_PAGE}\+?[\w.-]{{3,}}"
    rf"|\b(?:tiktok\.com|youtube\.com)/@{_OFFICE_PAGE}[\w.-]{{3,}}|\blinkedin\.com/in/[\w.%-]{{3,}}"
    rf"|\b(?:facebook|fb|zalo|tik ?tok|instagram|insta|telegram|viber|messenger|youtube)\b(?:\s+(?:cá nhân|của tôi|là|tên"
    rf"|nick))*\s*"
    rf"(?::\s*@?|@){_OFFICE_PAGE}(?=[\w.-]*[\d._])[\w.-]*\w{{3,}}"
    rf"|\b(?:facebook|fb|zalo|tik ?tok|instagram|telegram)\b(?:\s+(?:cá nhân|của tôi|là|tên|nick"
    rf"|có tên))*\s*[:@\x22“]?\s*@[\w.]{{3,}}"
    rf"|\b(?:facebook|fb|zalo|tik ?tok|nick)\b(?:\s+(?:cá nhân|tên|là|nick|zalo|facebook"
    rf"|có tên))*\s*[:\x22“]\s*(?!(?:công an|ubnd|phường|tổ|đảng|hội|mặt|ủy|uỷ|chi|ban"
    rf"|trường|quận|xã|thành|cổng)\b){CAPITAL}\w*(?:\s+{CAPITAL}\w*){{1,3}}"
    rf"|\b(?:(?:trang|tài khoản|tường|nick)\s+cá nhân(?:\s+(?:facebook|fb|zalo|tik ?tok))?|(?:facebook|fb|zalo"
    rf"|tik ?tok)\s+cá nhân)"
    rf"(?:\s+(?:của|tên|là))?\s*[:\x22“]?\s*{CAPITAL}\w*\s+{CAPITAL}\w*",
    re.IGNORECASE,
)

PERSONAL_PROFILES: tuple[Trace, ...] = (
    Trace("email", _EMAIL, ("@", "(", "[", "{", "<", "còng", "cong ", " a móc", " a vòng"), may_be_an_offices=True),
    Trace("email", _EMAIL_WITHOUT_SIGN, ("gmail", "yahoo", "hotmail", "outlook", "icloud", "live"), may_be_an_offices=True),
    Trace("email", _EMAIL_BY_NAME, ("mail", "yahoo", "outlook", "icloud", "live"), may_be_an_offices=True),
    Trace("profile", _PROFILE, (
        ".com/", "facebook", "fb", "zalo", ".me/", ".net/", "tik", "insta", "telegram", "viber", "messenger", "youtube", "nick",
        "cá nhân",
    )),
)
