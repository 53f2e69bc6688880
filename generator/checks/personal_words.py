"""What else leads to one person: an e-mail address, a private profile, a birth date, an illness, a name."""

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

_DAY = r"\d{1,2}\s?(?:[/.-]|tháng)\s?\d{1,2}\s?(?:[/.-]|năm)\s?\d{2,4}"
_BORN = Pattern(
    rf"(?<!\w)(?:sinh\s+(?:vào\s+)?ngày|ngày[,/]?\s+(?:tháng[,/]?\s+năm\s+)?sinh|sinh|ns|dob)\s*(?:là\s+"
    rf"|:\s*)?(?:ngày\s+)?{_DAY}(?!\d)", re.IGNORECASE
)
_NOT_BORN = Pattern(
    r"\b(?:học|vệ|phát|khai|thí|giáo|nảy|tái|dân|y|phục|hồi|ký|tuyển|nhà|trẻ|trẻ em|các cháu)\s+$", re.IGNORECASE
)
_FROM_THEN = Pattern(r"\s*(?:trở|đến|về sau|-\s?\d)", re.IGNORECASE)
_YEAR = r"(?:19\d\d|20[012]\d)(?!\d)"
_BORN_IN = Pattern(
    rf"(?<!\w)(?:(?:năm\s+sinh|sinh\s+năm|ns)\s*:?\s*{_YEAR}|sinh\s+tháng\s+\d{{1,2}}\s?[/.-]\s?19\d\d(?!\d))", re.IGNORECASE
)
_BORN_WITH_MANY = Pattern(
    r"\b(?:học|vệ|phát|khai|thí|giáo|nảy|tái|dân|y|phục|hồi|ký|tuyển|thanh niên|người|trẻ|trẻ em|học sinh|nam|nữ|đối tượng"
    r"|cháu|phụ nữ|hội viên|chị em|anh em)\s+$",
    re.IGNORECASE,
)
_SOMEBODY_BORN_IN = Pattern(rf"(?<!\w)(?:sn|s\.n\.?|sinh|sinh\s+năm)\s*:?\s*{_YEAR}", re.IGNORECASE)
_SOMEBODY = Pattern(
    rf"\b(?:ông|bà|anh|chị|(?<!trẻ )(?<!con )(?<!chị )(?<!anh )em|cháu|cụ|cô|chú|bác|con|vợ|chồng"
    rf"|tôi)\b(?:\s+{CAPITAL}\w*){{0,5}}[\s,(]*$|(?:^|\s)\($", re.IGNORECASE
)

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
    rf"|trường|quận|xã|thành|cổng)\b){CAPITAL}\w*(?:\s+{CAPITAL}\w*){{1,3}}",
    re.IGNORECASE,
)

_ILLNESS = Pattern(
    r"\b(?:bị|mắc|nhiễm)\s+(?:bệnh\s+)?(?:nặng\s+)?(?:ung thư|tâm thần|hiv|aids|động kinh|trầm cảm|lao phổi|viêm gan"
    r"|suy thận|tâm thần phân liệt|tự kỷ|down"
    r"|bại não|tai biến|đột quỵ|xơ gan|giang mai|liệt(?! kê)|bạch cầu|hiểm nghèo|alzheimer|parkinson|nghiện)\b"
    r"|\b(?:ung thư)\b[^.;,]{0,20}\bgiai đoạn"
    r"|\bdương tính với (?:hiv|ma (?:túy|tuý|tuy))|\b(?:đang )?chạy thận\b|\bliệt (?:nửa người|toàn thân|giường|hai chân)\b"
    r"|\b(?:con (?:trai|gái|tôi)|vợ|chồng|mẹ|bố|cha|bản thân)(?: tôi)? (?:nghiện|tâm thần|ung thư|liệt|tàn tật|khuyết tật)\b",
    re.IGNORECASE,
)
_ILLNESS_OF_SOMEBODY = Pattern(
    r"\b(?:bị|mắc)\s+(?:bệnh\s+)?(?:khuyết tật|tiểu đường|tim|gan|thận|phổi|dạ dày|huyết áp|câm|điếc|mù|tàn tật|thiểu năng"
    r"|nhiễm chất độc|chậm phát triển|bệnh|thần kinh)\b"
    r"|\bđang điều trị (?:bệnh )?(?:ung thư|hiv|tâm thần|nghiện|lao)\b", re.IGNORECASE,
)
_SOME_ONE = Pattern(
    r"(?:\b(?:(?<!bà )con|cháu|vợ|chồng|mẹ|bố|cha|tôi|bản thân|ông|bà|anh|chị|em)\b[^.;,\n]{0,20}|(?:^"
    r"|[:;,.]\s*))$", re.IGNORECASE
)
_OF_MANY = Pattern(
    r"\b(?:người|nhiều|dân|tỷ lệ|tỉ lệ|bệnh nhân|trẻ em|các|những|số ca|ca|đối tượng|nguy cơ|phòng chống|phòng, chống"
    r"|công tác|trường hợp|hội viên|học sinh|hộ)\b"
    r"(?:(?!\b(?:con|vợ|chồng|mẹ|bố|cha|tôi|cháu)\b)[^;.\n])*$",
    re.IGNORECASE,
)

_FAMILY = (
    r"(?:nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|đào|đoàn|vương|trịnh|trương|lâm|phùng|mai"
    r"|tô|hà|tạ|cao|lưu|lương|thái|châu|quách"
    r"|đinh|đồng|khổng|tống|kiều|doãn|nghiêm|chu|la|mạc|cù|quản|tăng|thân|văn|lã|bạch|hứa|ninh|phí|triệu|từ|vi|viên|ong"
    r"|giang|bế|nông|hoa|khúc|thiều|trình)"
)
_CALLED = Pattern(
    rf"(?<!\w)(?:ông|bà|anh|chị|cụ|cháu|em|cô|chú|bác(?! hồ))(?:\s*[(/]\s*(?:bà|ông|chị)\)?|\s?:)?\s+(?:(?!(?:bí|phó|chủ"
    rf"|trưởng|giám|hiệu|thôn|tổ|đại|thủ|cục|chánh|vụ|ủy|uỷ|thường|cán|công|hội|chi"
    rf"|ban|đảng|phòng|sở|bộ|ubnd|hđnd|việt|hùng vương"
    rf"|trưng|rịa|chúa|tô|triệu(?! {CAPITAL}))\b){CAPITAL}\w*(?:\s+{CAPITAL}\w*){{0,4}})|(?<!\w)(?:ông|bà|anh"
    rf"|chị|cụ|cháu|em|cô|chú|bác)\s+{_FAMILY}\s+"
    rf"(?:văn|thị|đình|đức|hữu|quang|minh|ngọc|xuân|thu|thanh)\s+\w+",
    re.IGNORECASE,
)
_IN_FULL = rf"(?={CAPITAL}){_FAMILY}(?:\s+{CAPITAL}\w*){{2,3}}(?!\w)"
_FULL_NAME = Pattern(_IN_FULL, re.IGNORECASE)
_WHO_SPEAKS = Pattern(
    r"\b(?:cử tri|công dân|đại biểu|đồng chí|đ/c|(?<!\d )hộ|gia đình|thương binh|người dân|nạn nhân|tổ trưởng|trưởng thôn"
    r"|chủ hộ|(?:ý kiến|kiến nghị|phản ánh|đơn) của)\s+$",
    re.IGNORECASE,
)
_FULL_NAME_THAT_SPEAKS = Pattern(
    rf"{_IN_FULL}(?=\s*\((?:tổ|thôn|xóm|khu)\b|\s+(?:đề nghị|phản ánh|kiến nghị|phát biểu|hỏi|nêu)\b)", re.IGNORECASE
)
_A_PLACES_NAME = Pattern(
    r"\b(?:đường|phố|ngõ|ngách|chợ|chùa|đền|miếu|(?<!gia )đình|cầu|núi|thôn|làng|trường|thcs|tiểu học|thpt|non|phường|tượng đài"
    r"|tượng|phủ|lăng|khu|di tích|hồ|giếng"
    r"|vườn|công viên|quảng trường"
    r"|tnhh|cây đa|hang|hòn|bãi|xã|thị trấn|thị xã|quận|huyện|thành phố|tỉnh|xóm|đảo|nhà thờ|bà|trẻ|đàn|các)\s+$",
    re.IGNORECASE,
)

PERSONAL_WORDS: tuple[Trace, ...] = (
    Trace("email", _EMAIL, ("@", "(", "[", "{", "<", "còng", "cong ", " a móc", " a vòng"), may_be_an_offices=True),
    Trace("email", _EMAIL_WITHOUT_SIGN, ("gmail", "yahoo", "hotmail", "outlook", "icloud", "live"), may_be_an_offices=True),
    Trace("email", _EMAIL_BY_NAME, ("gmail", "mail", "yahoo"), may_be_an_offices=True),
    Trace("profile", _PROFILE, (
        ".com/", "facebook", "fb", "zalo", ".me/", ".net/", "tik", "insta", "telegram", "viber", "messenger", "youtube", "nick",
    )),
    Trace("birth", _BORN, ("sinh", "ns", "dob"), least_digits=1, not_after=_NOT_BORN, not_before=_FROM_THEN),
    Trace("birth", _BORN_IN, ("sinh", "ns"), least_digits=1, not_after=_BORN_WITH_MANY, not_before=_FROM_THEN),
    Trace("birth", _SOMEBODY_BORN_IN, ("sinh", "sn", "s.n"), least_digits=1, after=_SOMEBODY),
    Trace("illness", _ILLNESS, (
        "bị ", "mắc", "nhiễm", "ung thư", "dương tính", "chạy thận", "liệt ", "nghiện", "tâm thần", "tật",
    ), not_after=_OF_MANY),
    Trace("illness", _ILLNESS_OF_SOMEBODY, ("bị ", "mắc", "đang điều trị"), after=_SOME_ONE, not_after=_OF_MANY),
)
NAMES: tuple[Trace, ...] = (
    Trace("name", _CALLED, ("ông", "bà", "anh", "chị", "cụ", "cháu", "em", "cô", "chú", "bác"), not_after=_A_PLACES_NAME),
    Trace("name", _FULL_NAME, (
        "cử tri", "công dân", "đại biểu", "đồng chí", "đ/c", "hộ", "đình", "binh", "dân", "của", "nhân", "trưởng",
    ), after=_WHO_SPEAKS),
    Trace("name", _FULL_NAME_THAT_SPEAKS, (
        "(", "đề nghị", "phản ánh", "kiến nghị", "phát biểu", "hỏi", "nêu",
    ), not_after=_A_PLACES_NAME),
)
