"""What is told of one person: a birth date, an illness, a sentence, a faith; said of many it leads to nobody."""

from __future__ import annotations

import re

from generator.checks.personal_data import CAPITAL, Pattern, Trace

_DAY = r"\d{1,2}\s?(?:[/.-]|tháng)\s?\d{1,2}\s?(?:[/.-]|năm)\s?\d{2,4}"
_BORN = Pattern(
    rf"(?<!\w)(?:sinh\s+(?:vào\s+)?ngày|s\.|ngày[,/]?\s+(?:tháng[,/]?\s+năm\s+)?sinh|sinh|ns|dob)\s*(?:là\s+"
    rf"|:\s*)?(?:ngày\s+)?{_DAY}(?!\d)", re.IGNORECASE
)
_NOT_BORN = Pattern(
    r"\b(?:học|vệ|phát|khai|thí|giáo|nảy|tái|dân|y|phục|hồi|ký|tuyển|nhà|trẻ|trẻ em|các cháu)\s+$", re.IGNORECASE
)
_FROM_THEN = Pattern(r"\s*(?:trở|đến|về sau|-\s?\d|có được|thì|được|phải)", re.IGNORECASE)
_YEAR = r"(?:19\d\d|20[012]\d)(?!\d)"
_BORN_IN = Pattern(
    rf"(?<!\w)(?:(?:năm\s+sinh|sinh\s+năm|ns)\s*:?\s*{_YEAR}|sinh\s+tháng\s+\d{{1,2}}\s?(?:[/.-]"
    rf"|năm)\s?19\d\d(?!\d))", re.IGNORECASE
)
_BORN_WITH_MANY = Pattern(
    r"\b(?:học|vệ|phát|khai|thí|giáo|nảy|tái|dân|y|phục|hồi|ký|tuyển|thanh niên|người|trẻ|trẻ em|học sinh|nam|nữ|đối tượng"
    r"|cháu|phụ nữ|hội viên|chị em|anh em)\s+$",
    re.IGNORECASE,
)
_SOMEBODY_BORN_IN = Pattern(
    rf"(?<!\w)(?:(?:sn|s\.n\.?|s\.|sinh|sinh\s+năm)\s*:?\s*{_YEAR}|(?:sn|sinh\s+năm)\s*:?\s*[3-9]\d(?![\w/.-]))", re.IGNORECASE
)
_BORN_IN_WORDS = Pattern(
    r"(?<!\w)(?:ngày\s+sinh|sinh(?:\s+ngày)?)\s+(?:mồng\s+|mùng\s+)?(?:(?:mười|hai mươi|ba mươi|hai|ba|một|bốn|năm|sáu|bảy"
    r"|tám|chín)\s+)"
    r"{1,3}tháng\s+\w+|(?<!\w)(?:sinh\s+năm|tuổi)\s+(?:giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý)\s+(?:tý|tí|sửu|dần|mão|thìn"
    r"|tỵ|tị|ngọ|mùi|thân|dậu|tuất|hợi)\b", re.IGNORECASE
)
_SOMEBODY = Pattern(
    rf"\b(?:ông|bà|anh|chị|(?<!trẻ )(?<!con )(?<!chị )(?<!anh )em|cháu|cụ|cô|chú|bác|con|vợ|chồng"
    rf"|tôi)\b(?:\s+(?:ấy|ta|này|tôi|nội|ngoại))?(?:\s+{CAPITAL}\w*){{0,5}}[\s,(]*$|(?:^|\s)\($", re.IGNORECASE
)

_KIN = (
    r"(?:(?:con|cháu|em|anh|chị) (?:trai|gái|dâu|rể|nội|ngoại|út|tôi)|vợ|chồng|mẹ|bố|cha|bản thân|(?:ông|bà|anh|chị)"
    r" (?:ta|ấy|nội|ngoại)|tôi)"
)
_OTHERS = r"(?:đề nghị|kiến nghị|xử lý|quản lý|các|những|nhiều|người|đối tượng|thấy|bệnh nhân|hội|hỗ trợ|phản ánh|đoàn|họ|em)"
_OF_ONE = (
    rf"\b(?:{_KIN}|(?:gia đình|nhà) (?:tôi|ông|bà|anh|chị|hàng xóm|bên cạnh)|hàng xóm)\b"
    rf"(?:(?!\b{_OTHERS}\b)[^.;,\n]){{0,25}}?\b"
)
_ILLNESS = Pattern(
    r"\b(?:bị|mắc|nhiễm)\s+(?:bệnh\s+)?(?:nặng\s+)?(?:ung thư|tâm thần|hiv|aids|động kinh|trầm cảm|lao phổi|viêm gan"
    r"|suy thận|tâm thần phân liệt|tự kỷ|down"
    r"|bại não|tai biến|đột quỵ|xơ gan|giang mai|liệt(?! kê)|bạch cầu|hiểm nghèo|alzheimer|parkinson|nghiện)\b"
    r"|\b(?:ung thư)\b[^.;,]{0,20}\bgiai đoạn"
    r"|\bdương tính với (?:hiv|ma (?:túy|tuý|tuy))|\b(?:đang )?chạy thận\b|\bliệt (?:nửa người|toàn thân|giường|hai chân)\b"
    r"|\b(?:hóa trị|hoá trị|xạ trị|ghép (?:thận|gan|tủy)|mổ (?:tim|não))\b"
    rf"|{_OF_ONE}(?:nghiện|tâm thần|ung thư|liệt|tàn tật|khuyết tật|mất trí|lẫn(?=\s*(?:[.,;]|$|rồi|hay))|câm|điếc|mù|tự kỷ"
    rf"|thần kinh|hiv|tai biến|có thai"
    r"|mang thai|vô sinh)\b",
    re.IGNORECASE,
)
_ILLNESS_OF_SOMEBODY = Pattern(
    r"\b(?:bị|mắc)\s+(?:bệnh\s+)?(?:khuyết tật|tiểu đường|tim|gan|thận|phổi|dạ dày|huyết áp|câm|điếc|mù|tàn tật|thiểu năng"
    r"|nhiễm chất độc|chậm phát triển|bệnh|thần kinh|lao|hen|khối u|u não|gút|viêm|thoái hóa|thoát vị|covid|lẫn)\b"
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
_SENTENCE = Pattern(
    rf"{_OF_ONE}(?:(?:đi|ở|ngồi|ra|vào|tha|mãn hạn) tù|(?:chấp hành|thi hành|thụ) án|bị (?:bắt|khởi tố|kết án|tạm giam"
    rf"|truy tố|phạt tù|tuyên án)|tiền án|tiền sự"
    r"|án treo|(?:được )?đặc xá|đi cai|cai nghiện|(?:đi|ra) trại|nghiện hút)\b", re.IGNORECASE,
)
_BELIEF = Pattern(
    rf"{_OF_ONE}(?:theo đạo|theo (?:\w+ )?hội thánh"
    r"|(?:là|theo) (?:giáo dân|tín đồ|người công giáo|công giáo|tin lành|thiên chúa|pháp luân)|đi tu|xuất gia"
    r"|là đảng viên|tuổi đảng|là (?:linh mục|mục sư|tu sĩ|sư)|bị khai trừ|(?:ra khỏi|vào|khỏi) đảng)\b", re.IGNORECASE,
)

PERSONAL_MATTERS: tuple[Trace, ...] = (
    Trace("birth", _BORN, ("sinh", "ns", "dob", "s."), least_digits=1, not_after=_NOT_BORN, not_before=_FROM_THEN),
    Trace("birth", _BORN_IN, ("sinh", "ns"), least_digits=1, not_after=_BORN_WITH_MANY, not_before=_FROM_THEN),
    Trace("birth", _SOMEBODY_BORN_IN, ("sinh", "sn", "s."), least_digits=1, after=_SOMEBODY),
    Trace("birth", _BORN_IN_WORDS, ("sinh", "tuổi"), not_after=_NOT_BORN, not_before=_FROM_THEN),
    Trace("illness", _ILLNESS, (
        "bị ", "mắc", "nhiễm", "ung thư", "dương tính", "chạy thận", "nghiện", "tâm thần", "tật", " trị", "ghép", "mổ",
        "mất trí", "lẫn", "câm", "điếc", "mù", "tự kỷ", "thần kinh", "hiv", "tai biến", "thai", "vô sinh", "liệt",
    ), not_after=_OF_MANY),
    Trace("illness", _ILLNESS_OF_SOMEBODY, ("bị ", "mắc", "đang điều trị"), after=_SOME_ONE, not_after=_OF_MANY),
    Trace("matter", _SENTENCE, ("tù", "bị ", "tiền ", "hành án", "thụ án", "án treo", "đặc xá", "đi cai", "nghiện", " trại")),
    Trace("matter", _BELIEF, (
        "đạo", "giáo", "tín đồ", "tin lành", "thiên chúa", "pháp luân", "hội thánh", "đi tu", "xuất gia", "đảng", "khai trừ",
        "mục", "sĩ", "sư",
    )),
)
