"""A person's house in text, in the spellings of offices, and what has a number and is no home: a school, a lamp post."""

from __future__ import annotations

import re

from generator.checks.personal_data import CAPITAL, Pattern, Trace

_NUMBER = r"\d{1,4}[a-z]?\d?(?:[/-]\d{1,4}[a-z]?)*"
_THEN = r"(?:\s*[,-]\s*|\s+)"
_ALLEY = r"(?:ngõ|ngách|hẻm|kiệt)"
_STREET = rf"(?:đường|phố|{_ALLEY})\b"
_NAMED = rf"(?:đường|phố|{_ALLEY})\s+(?=\d|{CAPITAL})"
_NOT_A_NAME = (
    r"(?!(?:phường|xã|quận|huyện|tổ|thôn|khu|thành|tháng|năm|ubnd|đảng|hội|chi|ban|ủy|nghị|quyết|thông|công|luật|hđnd|trung"
    r"|bộ|sở|tỉnh|đại|đoàn"
    r"|mặt|phó|bí|chủ|tx|tp)\b)"
)
_NAME = rf"{_NOT_A_NAME}{CAPITAL}\w+"
_HAMLET = r"(?:(?:tổ|xóm|thôn|khu|cụm|đội|ấp|lô|dãy)\b\s*(?:dân phố\s*|số\s*)?\d|(?:khu )?(?:tập thể|chung cư|cư xá)\b)"
_LIVES = (
    r"(?:nhà ở|nhà riêng|nhà tôi|thường trú|tạm trú|cư trú|trú quán|trú|ngụ|sinh sống|sống|hộ khẩu|hktt|đktt|đkhktt|chỗ ở"
    r"|nơi ở|địa chỉ"
    r"|đ/c|ở|nhà|hộ dân|hộ)"
)
_SAID_TO_BE_A_HOUSE = Pattern(
    r"\b(?:số nhà|nhà số|so nha)\s{0,3}:?\s{0,3}(?:\d+|(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\b)", re.IGNORECASE
)
_HOUSE = Pattern(
    rf"\bs\.?n\.?:?\s*{_NUMBER}{_THEN}(?:{_STREET}|{_HAMLET})"
    rf"|(?:^|[,;(.:]\s?)s\.?n\.?:?\s?{_NUMBER}(?=\s*(?:[,;.]|$|{_NAME}))"
    rf"|\bsố\s+{_NUMBER}{_THEN}(?:{_STREET}|{_HAMLET})|\b(?:nhà|hộ)\s+(?:số\s+)?{_NUMBER},?\s+(?:{_NAMED}|{_HAMLET})"
    rf"|(?<![\w/])\d+[a-z]?(?:/\d+[a-z]?)+,?\s+{_NAMED}"
    rf"|(?:^|[,;(.:]\s?)\d{{1,4}}[a-z]?(?:/\d{{1,4}}[a-z]?)+\s+{_NAME}\s+{CAPITAL}\w+(?=\s*(?:[,;.]|$))"
    rf"|\b{_ALLEY}\s+{_NUMBER},?\s+(?:số|nhà|sn)\s+{_NUMBER}"
    rf"|(?<![\w/,.-])(?<!, )\d{{1,4}}[a-z]?\s+{_ALLEY}\s+\d+(?!\d|[,\s]+(?:và\s+)?\d*\s*(?:ngõ|ngách|hẻm|đường))"
    rf"|(?:^|[,;(.:]\s?|\b(?:tại|ở|trú|nhà|hộ)\s+)số\s+{_NUMBER},?\s+{_NAME}\s+{CAPITAL}\w+"
    rf"|\b{_LIVES}(?:\s+(?:tại|ở|hiện nay|hiện tại|hiện|là|nhà|bà|ông))*[\s:,]+(?:số\s*)?{_NUMBER},?\s+(?:{_NAMED})?{_NAME}"
    rf"|\b(?:thường trú|tạm trú|cư trú|trú|ngụ|hktt|địa chỉ nhà)\s*(?:tại|ở"
    rf"|:)*\s*(?:số\s*)?\d{{1,4}}[a-z]?(?:/\d{{1,4}}[a-z]?)+"
    rf"|(?<![\w/.,-])(?!(?:19|20)\d\d\b)(?:số\s+)?{_NUMBER}\s+{_NAME}(?:\s+{CAPITAL}\w+){{1,3}},?\s+(?:phường|quận"
    rf"|thị trấn|p\.|q\.|tp\b)"
    r"|\bcăn hộ\s+(?:số\s+)?[a-z]?\d{3,4}\b(?!\s*(?:m|đồng|triệu|căn))"
    r"|\b(?:căn|phòng|p\.)\s*(?:số\s+)?(?:[a-z]?\d{3,4}[a-z]?|\d{1,2}[a-z]\d{1,2}),?\s+(?:tầng\s+\d+,?\s+)?(?:nhà\s+[a-z]\d"
    r"|(?-i:[A-Z])\d{1,2}\s|(?:tòa|toà|chung cư"
    r"|khu tập thể|tập thể|cc|block)\b)",
    re.IGNORECASE,
)
_MAY_BE_A_HOUSE = Pattern(
    rf"\d\w?[\s,-]+(?:{CAPITAL}|đường|phố|{_ALLEY}|tổ|xóm|thôn|khu|cụm|đội|ấp|lô|dãy|cư xá|số|nhà|sn|tầng|tòa"
    r"|toà|chung cư|tập thể|cc|block)", re.IGNORECASE
)
_WORDS_OF_A_HOUSE = ("trú", "ngụ", "hktt", "địa chỉ nhà", "căn hộ", "sn", "s.n")
"""What each branch above holds: the last digit of a number and what follows it, or words of its own. Found a hundred times as
fast, since Python looks for a digit faster than for one branch or another."""
_NOT_A_HOUSE = (
    r"\b(?:tổ|phố|khu|cư|thôn|xóm|ấp|cụm|đội|trạm|bơm|áp|chợ|cột|cầu|cống|trường|học|non|sở|tuyến|hồ|kênh|mương|lộ|lô"
    r"|cổng|(?<!nhà )cửa|điếm(?: canh)?(?: đê)?|nút|tín hiệu|trụ|ki[- ]?[oố]t|quầy|sạp"
    r"|ngõ|ngách|hẻm|kiệt|đường|ngày|tháng|quý|năm|đợt|lần|bộ|thửa|tờ|chốt|cụm|nhóm|lớp|điều|khoản|mục|biểu"
    r"|giai đoạn)\s+(?:số\s+)?$"
)
"""Words before a number that is not a house's: that of a group of houses, of a school, of an alley, or a day."""
_DOCUMENT = (
    r"\b(?:thông báo|quyết định|nghị quyết|kế hoạch|công văn|văn bản|báo cáo|hướng dẫn|chỉ thị|tờ trình|kết luận"
    r"|chương trình)\s+(?:số\s+)?$"
)
_PLACE = (
    r"(?:trụ sở|chợ|trường|nhà văn hóa|nhà văn hoá|nvh|hội trường|trung tâm|công ty|doanh nghiệp|chi nhánh|cửa hàng"
    r"|siêu thị|bệnh viện|trạm|bưu điện"
    r"|ngân hàng|kho bạc|đình|chùa|đền|miếu|nhà thờ|nhà máy|xí nghiệp|hợp tác xã|cột|đèn|bóng|trụ|tủ điện|hố ga|cống|nắp"
    r"|bến|công viên|vườn hoa"
    r"|sân|kho|bãi|điểm|tiếp công dân|thùng rác|ủy ban|uỷ ban|ubnd|mttq|mặt trận|đảng ủy|quận ủy|huyện ủy|thành ủy"
    r"|văn phòng|chi cục|cục|sở|ban quản lý|thư viện"
    r"|bảo tàng|rạp|khách sạn|nhà hàng|quán|cơ sở|công trình|dự án|công an|bộ phận một cửa|tòa án|viện kiểm sát|nhà khách"
    r"|khu vực|đoạn|nút giao"
    r"|camera|vỉa hè|cây xanh|cây|biển báo|nhà vệ sinh|hội nghị|địa điểm|nơi tiếp|tiếp nhận|phòng khám|phòng giao dịch"
    r"|phòng giáo dục|phòng tài nguyên)"
)
_PERSON = (
    r"(?:ông|bà(?! con)|anh|chị|hộ|gia đình|thường trú|tạm trú|cư trú|trú|ngụ|sinh sống|(?<!tiếp )công dân|nhà ở|nhà tôi"
    r"|nhà riêng|cử tri"
    r"|đề nghị|kiến nghị|kiểm tra|xem xét|xử lý|giải quyết|phản ánh)"
)
_FROM = rf"\btừ\s+(?:số\s+|nhà\s+)*{_NUMBER}(?:(?!\bđến\b)[^;.\n]){{0,40}}\s+đến\s+$"
_TO = rf"[^;.,\n]{{0,40}}?\sđến\s+(?:số|nhà|ngõ)\s+(?:số\s+|nhà\s+)*{_NUMBER}(?!\w)"
"""Of a stretch of a street, from one number to another."""
_BEGINS_A_STRETCH, _ENDS_A_STRETCH = Pattern(_TO, re.IGNORECASE), Pattern(_FROM, re.IGNORECASE)
_NOT_A_HOME = Pattern(
    rf"{_FROM}|{_NOT_A_HOUSE}|{_DOCUMENT}|\b{_PLACE}\b(?:(?!\b{_PERSON}\b)[^;.\n])*$|\b(?:không có|chưa có|đánh|gắn|cấp"
    rf"|biển)\s+$", re.IGNORECASE
)
_IS_A_PLACE = Pattern(rf"{_TO}|[^.;\n]{{0,25}}?(?:\b(?:là|thành|làm|của|nơi đặt)\s+|\(){_PLACE}\b", re.IGNORECASE)

_OWNER = (
    r"(?:(?:(?:gia đình|nhà|hộ) )?(?:tôi|ông|bà|anh|chị|cụ|mình)"
    r"|(?<!các )(?<!những )(?<!\d )hộ(?! dân|\w)|gia đình|công dân)"
)
_PLOT = r"(?:thửa(?: đất)?|tờ(?: bản đồ)?)\s*(?:số\s*)?:?\s*\d+"
_PLOT_OF_A_HOME = Pattern(
    rf"\b{_OWNER}\b(?:(?!\b(?:dự án|các hộ|công ích|khu)\b)[^.;\n]){{0,50}}\b{_PLOT}|\b{_PLOT}[^.;\n]{{0,40}}?(?:,|\b(?:của"
    rf"|đứng tên|cấp cho|do)) {_OWNER}\b",
    re.IGNORECASE,
)
_DEED = Pattern(r"(?<![\w/-])(?-i:[A-ZĐ]){1,2} ?\d{6}(?:\d{2})?(?![\w/-])", re.IGNORECASE)
_DEED_WORD = Pattern(
    r"\b(?:giấy chứng nhận|gcn\w*|sổ (?:đỏ|hồng|bìa)|bìa đỏ|quyền sử dụng đất|số phát hành"
    r"|seri)\b[^\d;.\n]{0,45}$", re.IGNORECASE
)

_SIGNS = (
    "số", "nhà", "hộ", "ngõ", "ngách", "hẻm", "kiệt", "đường", "phố", "phường", "quận", "thị trấn", "p.", "q.", "tp", "căn",
    "phòng", "trú", "ngụ", "ở", "sống", "địa chỉ", "đ/c", "khẩu", "hktt", "đktt", "đkhktt", "sn", "s.n", "/",
)

PERSONAL_HOMES: tuple[Trace, ...] = (
    Trace(
        "house", _SAID_TO_BE_A_HOUSE, ("số nhà", "nhà số", "so nha"), not_after=_ENDS_A_STRETCH, not_before=_BEGINS_A_STRETCH,
        may_be_an_offices=True,
    ),
    Trace(
        "house", _HOUSE, _SIGNS, least_digits=1, not_after=_NOT_A_HOME, not_before=_IS_A_PLACE, may_be_an_offices=True,
        holds=_MAY_BE_A_HOUSE, words=_WORDS_OF_A_HOUSE,
    ),
    Trace("plot", _PLOT_OF_A_HOME, ("thửa", "tờ"), least_digits=1),
    Trace("plot", _DEED, ("giấy", "gcn", "sổ", "bìa", "quyền", "phát hành", "seri"), least_digits=1, after=_DEED_WORD),
)
