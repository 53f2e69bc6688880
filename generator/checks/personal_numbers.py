"""Numbers that belong to one person: telephone, identity card, passport, account, tax, insurance, number plate."""

from __future__ import annotations

import re

from generator.checks.personal_data import DATE, LINK, Pattern, Trace

_LOOSE = "[ .()·_-]{0,3}"
_DIGITS = Pattern(
    rf"(?<!\d)(?<!\d[.,-])[+(]{{0,2}}\d(?:{_LOOSE}\d){{7,13}}(?!\w)(?!/(?!\(?\+?\d[\d .-]{{6}}))"
)
"""Eight to fourteen digits with what people write between them; a document's number goes on after a stroke."""
_GROUPED = Pattern(
    r"(?<![\w/.,-])\(?0(?:[35789]\d{1,2}|2\d{1,2})\)?(?:\s?[/,|;:\\~*'=+_.#&%!>-]{1,2}\s?\d{2,7}){1,4}(?![\w/-])"
)
"""Groups with a stroke, a comma or another sign between them, the first of three or four digits."""
_TEN_DIGITS = Pattern(r"^\D*0(?:\D*\d){9,10}$")
_MEASURE = Pattern(r"\s*(?:đồng|đ|vnđ|vnd|m2|m²|ha|triệu|nghìn|tỷ|kwh|lượt|người)\b", re.IGNORECASE)
_NUMBERING = Pattern(r"^(?=.*-)\D*\d{1,2}(?:\D+\d{1,2})*$|^0\d(?:\D+[0-2]\d)+$")
"""As "01-02-03-04-05" or "01 02 03 04 05", which number things."""
_MOBILE = Pattern(
    r"^(?:(?=.*\+|[^.]*$)\D*8\D*4\D*(?:0\D*)?[35789](?:\D*\d){8}|\D*0\D*0\D*8\D*4\D*(?:0\D*)?[35789].*"
    r"|\D*0\D*[35789](?:\D*\d){8}|\D*0\D*1(?:\D*\d){9})$"
)
_PHONE = Pattern(
    r"^(?:(?=.*\+|[^.]*$)\D*(?=8\D*4)\d(?:\D*\d){10,11}|\D*0\D*0\D*8\D*4.*|\D*0(?:\D*\d){9,10})$"
)
"""Ten or eleven digits from 0 on, or from abroad; groups of 84 with points between them may be money."""
_CITIZEN = Pattern(r"^\D*0(?:\D*\d){11}$")
_OLD = Pattern(r"^(?:\d{9}|\D*0(?:\D*\d){8})$")
_SPOKEN = (
    r"(?:không|khong|một|mốt|mot|hai|ba|bốn|tư|bon|tu|năm|lăm|nam|sáu|sau|bảy|bẩy|bay|tám|tam|chín|chin|mười|mươi|muoi"
    r"|\d{1,4})"
)
_IN_WORDS = Pattern(
    rf"(?<!\w)(?:(?:không|khong|cộng tám (?:tư|bốn)|0)(?:[\s,.;/-]{{1,3}}{_SPOKEN}){{6,}}"
    rf"|0[35789]\d{{1,2}}(?:[\s,.;/-]{{1,3}}{_SPOKEN}){{3,7}})(?!\w)", re.IGNORECASE
)
_LETTER = Pattern(r"[a-zA-ZÀ-ỹ]")
_LETTERS_FOR_DIGITS = Pattern(r"(?<!\w)[0oO][ .-]?[35789](?:[ .-]?[\doOlI]){8}(?!\w)")
_MASKED = Pattern(r"(?<![\w*])0(?:[ .-]{0,2}[\d*•xX]){8,11}(?![\w*])")
_MASK = Pattern(r"[*•xX]{2}")
_PHONE_WORD = Pattern(
    r"\b(?:điện thoại|đt|sđt|sdt|đtdđ|đtdd|dđ|di động|số máy|máy (?:bàn|nhà|riêng)|zalo|viber|tel|phone"
    r"|hotline|fax)\b\W{0,4}(?:(?:số|là"
    r"|của|nhà|riêng"
    r"|liên hệ|cố định|bàn|tôi)\b\W{0,3}){0,3}$", re.IGNORECASE,
)
_SHORT = Pattern(r"(?<![\d.,/])\d(?:[ .-]?\d){6,9}(?![\w/]|[.,-]\d)")
_SHARED_LINE = Pattern(r"^1\D*[89]\D*0\D*0")
_IDENTITY_WORD = Pattern(
    r"\b(?:cmnd|cmt|cmtnd|cccd|chứng minh|căn cước|cước công dân|định danh|tùy thân|can cuoc"
    r"|chung minh)\b[^\d\n]{0,30}$", re.IGNORECASE
)
_PLACES = Pattern(r"(?<![\w.])[\doO](?:[ .,/_-]{0,2}[\d*xX•oO]){7,13}(?!\w)")
_TWELVE = Pattern(r"^(?:[^\d*xX•oO]*[\d*xX•oO]){10,14}$|[*xX•]")
_LAST_DIGITS = Pattern(r"(?<![\w*])[*xX•]{2,}[ .-]?\d{3,6}(?!\w)|\b(?:\d số )?(?:đuôi|cuối)\W{1,2}\d{3,6}(?!\w)", re.IGNORECASE)
_NINE = Pattern(r"^(?:\D*\d){8,9}$")
_OFFICE_NUMBER = Pattern(
    r"\b(?:mã số thuế|mst|mã số doanh nghiệp|mã doanh nghiệp|mã số dn|đkkd|gpkd|giấy phép|giấy chứng nhận|mã hồ sơ|mã dự án"
    r"|mã số dự án"
    r"|mã công trình|mã đơn vị|mã khách hàng|mã chương|mã tài sản|mã lô|số hiệu|số seri|hợp đồng|hóa đơn|gói thầu|mã tbmt"
    r"|kho bạc)\b(?:(?!cá nhân|\bông\b|\bbà\b|\bhộ\b|\banh\b|\bchị\b)[^\d;.]){0,40}$", re.IGNORECASE,
)
_PERSONAL_TAX_WORD = Pattern(
    r"\b(?:mã số thuế|mst|mã thuế)\b(?=.*\b(?:cá nhân|tncn|thu nhập cá nhân|ông|bà|anh|chị|hộ|tôi|công dân"
    r"|người)\b)[^\d;]{0,50}$", re.IGNORECASE
)
_TAX_WORD = Pattern(r"\b(?:mã số thuế|mst|mã thuế)\b[^\d;]{0,40}$", re.IGNORECASE)
_TAX = Pattern(r"(?<![\w.])\d(?:[ .-]?\d){9}(?:-\d{3})?(?![\w])")
_PERSONAL_TAX = Pattern(r"(?<![\w.])8(?:[ .-]?\d){9}(?![\w])")
_ACCOUNT_WORD = Pattern(
    r"\b(?:stk|s\.t\.k|số tài khoản|số tk|tài khoản|tk|so tai khoan|chuyển khoản|số thẻ|thẻ (?:atm|visa|tín dụng|ghi nợ)"
    r"|thẻ ngân hàng)\b(?:(?!\b(?:kho bạc|ubnd|ủy ban|quỹ|\w*mttq|mặt trận|công ty|ngân sách)\b)[^\d;\n])"
    r"{0,40}$", re.IGNORECASE,
)
_ACCOUNT = Pattern(r"(?<![\w.])(?:\d{3}[A-Z])?\d(?:[ .-]{0,2}[\d*xX]){5,18}(?!\w)")
_BANK = (
    r"(?:vietcombank|vcb|techcombank|tcb|bidv|vietinbank|agribank|mb ?bank|vp ?bank|tp ?bank|sacombank|acb|vib|shb|msb"
    r"|hdbank|ocb|seabank"
    r"|lpbank|lienvietpostbank|pvcombank|abbank|eximbank|bac ?a ?bank|momo|zalopay|viettel ?money)"
)
_BANK_SIGNS = (
    "bank", "vcb", "tcb", "bidv", "acb", "vib", "shb", "msb", "ocb", "momo", "zalopay", "money",
)
_BANK_WORD = Pattern(rf"\b{_BANK}\b\W{{0,4}}(?:(?:số|stk|tk)\W{{0,3}})?$", re.IGNORECASE)
_ACCOUNT_AT_A_BANK = Pattern(
    rf"(?<![\w.])\d(?:[ .-]?\d){{7,18}}(?=\W{{0,4}}(?:(?:tại|ở|ngân hàng|nh|mở tại)\s*){{0,3}}{_BANK}\b)", re.IGNORECASE
)
_NO_PERSONS_ACCOUNT = Pattern(
    r"\s*(?:đồng|đ|vnđ|triệu|tỷ|người|lượt|hộ)\b|[^;.\n]{0,50}\b(?:kho bạc|kbnn|ubnd|ủy ban|quỹ|\w*mttq|mặt trận|công ty"
    r"|ngân sách|ban (?:quản lý|vận động))\b", re.IGNORECASE
)
_OFFICE_ACCOUNT = Pattern(
    r"\b(?:kho bạc|kbnn|ubnd|ủy ban|quỹ|\w*mttq|mặt trận|công ty|ngân sách|ban (?:quản lý|vận động))\b[^;.\n]{0,50}$",
    re.IGNORECASE,
)
_PASSPORT_WORD = Pattern(r"\b(?:hộ chiếu|passport|ho chieu|hc)\b[^\d;\n]{0,25}$", re.IGNORECASE)
_PASSPORT = Pattern(r"(?<!\w)[A-Za-z] ?(?:[ .-]?[\d*]){7,8}(?!\w)")
_PLATE = Pattern(
    r"(?<![\w./-])(?:1[1-9]|[2-9]\d) ?-? ?(?:[A-ZĐ]\d|[A-ZĐ]{1,2})[ .-]{0,3}(?:\d{3}[. ]\d{2}|\d{5}"
    r"|(?<=[ .-])\d{4})(?![\w/]|[.-]\d)"
)
_NOT_A_CAR = Pattern(
    r"\b(?:(?<!xe )máy|bơm|mô tơ|động cơ|model|kiểu|mẫu|biểu|ký hiệu|số hiệu|hợp đồng|gói thầu|cầu chì|thửa"
    r"|lô)\b[^\d;.\n]{0,15}$", re.IGNORECASE
)
_MAY_BE_A_PLATE = Pattern(r"\d ?-? ?[A-ZĐ]")
"""What begins each plate, whatever dates and links are hidden: few texts with a number need have them looked for."""
_MAY_BE_A_SMALL_PLATE = Pattern(r"\d ?-? ?[A-ZĐ]", re.IGNORECASE)
_PLATE_WORD = Pattern(r"\b(?:biển số|biển kiểm soát|bks|biển xe|số xe|biển|xe)\b[^\d;\n]{0,20}$", re.IGNORECASE)
_SMALL_PLATE = Pattern(
    r"(?<![\w./-])(?:1[1-9]|[2-9]\d) ?-? ?(?:[a-zA-ZđĐ]\d|[a-zA-ZđĐ]{1,2})[ .-]{0,3}(?:\d{3}[. ]?\d{2}|\d{4})(?![\w/]"
    r"|[.-]\d)", re.IGNORECASE
)
_HEALTH_CARD = Pattern(r"(?<!\w)[A-Z]{2}[ -]?[1-5][ .-]?\d{2}(?:[ .-]?\d){10}(?!\w)")
_HEALTH_WORD = Pattern(r"\b(?:bhyt|bảo hiểm y tế|bao hiem y te)\b[^\d;\n]{0,30}$", re.IGNORECASE)
_SOCIAL_WORD = Pattern(r"\b(?:bhxh|bảo hiểm xã hội|bao hiem xa hoi|sổ bảo hiểm|mã bảo hiểm)\b[^\d;\n]{0,30}$", re.IGNORECASE)
_PAPER_WORD = Pattern(
    r"\b(?:(?:giấy phép|bằng) lái(?: xe)?|gplx|sổ (?:hộ khẩu|tạm trú|lương hưu|trợ cấp|ưu đãi|hộ nghèo|khám bệnh|gia đình)"
    r"|thẻ (?:thương binh|đảng(?: viên)?|hội viên|cựu chiến binh|học sinh|sinh viên|căn cước|người cao tuổi|khuyết tật)"
    r"|giấy (?:khai sinh|chứng tử|báo tử|đăng ký kết hôn|chứng nhận (?:kết hôn|thương binh|hộ nghèo)|ra viện)|mã (?:bệnh nhân"
    r"|hộ(?: nghèo)?|học sinh|thẻ))\b(?:(?!\b(?:hạng|năm|ngày|cho)\b)[^\d;.\n]){0,20}$", re.IGNORECASE,
)
_PAPER = Pattern(r"(?<![\w.,/])(?:(?:[A-ZĐ]{1,3}[ -]?)?\d(?:[ .-]?\d){4,13}|\d{1,5}/(?:19|20)\d\d)(?![\w/])")
_TEN = Pattern(r"(?<![\w.])\d(?:[ .-]?[\d*xX]){9}(?!\w|[/-]\w)")


def _number(
    kind: str, found: Pattern, after: Pattern | None = None, signs: tuple[str, ...] = (),
    written: Pattern | None = None, not_written: Pattern | None = None,
    not_after: Pattern | None = None, not_before: Pattern | None = _MEASURE,
    hides: tuple[Pattern, ...] = (DATE, LINK), may_be_an_offices: bool = False,
) -> Trace:
    return Trace(
        kind, found, signs, 7, after, not_after, not_before, written, not_written, hides, may_be_an_offices,
    )


_IDENTITY_SIGNS = ("cm", "cccd", "chứng", "căn", "định danh", "tùy thân", "chung minh", "can cuoc", "cước")
_TAX_SIGNS = ("mst", "mã số thuế", "mã thuế")
PERSONAL_NUMBERS: tuple[Trace, ...] = (
    _number("citizen", _PLACES, _IDENTITY_WORD, _IDENTITY_SIGNS, written=_TWELVE),
    _number("old", _PLACES, _IDENTITY_WORD, _IDENTITY_SIGNS, written=_NINE),
    Trace("citizen", _LAST_DIGITS, _IDENTITY_SIGNS, least_digits=1, after=_IDENTITY_WORD),
    Trace(
        "paper", _PAPER, ("lái", "gplx", "sổ", "thẻ", "giấy", "mã "), 1, _PAPER_WORD, not_before=_MEASURE, hides=(DATE, LINK),
    ),
    _number("passport", _PASSPORT, _PASSPORT_WORD, ("hộ chiếu", "passport", "hc", "ho chieu")),
    _number("health-insurance", _HEALTH_CARD),
    _number("health-insurance", _TEN, _HEALTH_WORD, ("bhyt", "bảo hiểm y", "bao hiem y")),
    _number("social-insurance", _TEN, _SOCIAL_WORD, ("bhxh", "bảo hiểm", "bao hiem")),
    _number("tax", _TAX, _PERSONAL_TAX_WORD, _TAX_SIGNS),
    _number("tax", _PERSONAL_TAX, _TAX_WORD, _TAX_SIGNS),
    _number(
        "account", _ACCOUNT, _ACCOUNT_WORD, ("stk", "s.t.k", "khoản", "tk", "khoan", "thẻ"), not_after=_OFFICE_ACCOUNT,
        not_before=_NO_PERSONS_ACCOUNT,
    ),
    _number("account", _ACCOUNT, _BANK_WORD, _BANK_SIGNS, not_after=_OFFICE_ACCOUNT, not_before=_NO_PERSONS_ACCOUNT),
    _number("account", _ACCOUNT_AT_A_BANK, signs=_BANK_SIGNS, not_after=_OFFICE_ACCOUNT),
    Trace(
        "plate", _PLATE, least_digits=1, not_after=_NOT_A_CAR, not_before=_MEASURE, hides=(DATE, LINK), holds=_MAY_BE_A_PLATE,
    ),
    Trace(
        "plate", _SMALL_PLATE, ("bi", "bks", "xe"), least_digits=1, after=_PLATE_WORD, hides=(DATE, LINK),
        holds=_MAY_BE_A_SMALL_PLATE,
    ),
    _number("mobile", _DIGITS, written=_MOBILE, not_written=_NUMBERING, not_after=_OFFICE_NUMBER, hides=(DATE,)),
    _number("mobile", _GROUPED, written=_MOBILE, not_after=_OFFICE_NUMBER),
    _number("phone", _GROUPED, written=_TEN_DIGITS, not_after=_OFFICE_NUMBER, may_be_an_offices=True),
    _number(
        "phone", _DIGITS, written=_PHONE, not_written=_NUMBERING, not_after=_OFFICE_NUMBER, hides=(DATE,),
        may_be_an_offices=True,
    ),
    Trace("mobile", _IN_WORDS, ("không", "khong", "cộng", "0"), written=_LETTER),
    _number("mobile", _LETTERS_FOR_DIGITS, written=_LETTER, not_before=None),
    _number("mobile", _MASKED, written=_MASK, not_before=None),
    _number("phone", _SHORT, _PHONE_WORD, not_written=_SHARED_LINE, may_be_an_offices=True),
    _number("citizen", _DIGITS, written=_CITIZEN, not_written=_NUMBERING),
    _number("old", _DIGITS, written=_OLD, not_written=_NUMBERING, not_after=_OFFICE_NUMBER),
)
"""A number that words tell the kind of comes before one that is known by its digits."""
