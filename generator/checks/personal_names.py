"""A person's name in text, by the word before it, by who speaks or by its middle name; an official's in office is left."""

from __future__ import annotations

import re

from generator.checks.named_after import NAMED_AFTER
from generator.checks.personal_data import CAPITAL, Pattern, Trace

_FAMILY = (
    r"(?:nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|đào|đoàn|vương|trịnh|trương|lâm|phùng|mai"
    r"|tô|hà|tạ|cao|lưu|lương|thái|châu|quách"
    r"|đinh|đồng|khổng|tống|kiều|doãn|nghiêm|chu|la|mạc|cù|quản|tăng|thân|văn|lã|bạch|hứa|ninh|phí|triệu|từ|vi|viên|ong"
    r"|giang|bế|nông|hoa|khúc|thiều|trình|giàng|sùng|vàng|lò|thào|hầu|lù|quàng|cầm|tòng|vừ|ma|thạch|niê|ksor|siu|tôn|diệp|âu"
    r"|lại|hán|phó|mẫn|cung|tiêu|nhữ|ngụy|bàng|khương|nghĩa|uông|lục|đậu|đàm|kim|ngũ|tưởng|thẩm|cấn|chử|giáp|quan|mầu|mông)"
)
_MIDDLE = (
    r"(?:văn|thị|bảo|nhật|khánh|mai|lan|hà|thùy|thuỳ|phúc|sỹ|sĩ|danh|tất|đại|nguyên|thái|tuyết|cẩm|mỹ|vân|yến|đình|đức|hữu"
    r"|quang|minh|ngọc|xuân|thu|thanh|bá|gia|trọng|công|mạnh|tiến|thế|duy|viết|hồng|kim|bích|thúy|thuý"
    r"|đăng|đắc|khắc|huy|quốc|phương|như|diệu|hoài|tuấn|anh|hải|vĩnh|phú|thành|trung)"
)
_TITLE = (
    r"(?:ông|bà|anh|chị|cụ|cháu|em|cô|chú|bác(?! hồ)|bạn|thầy|dì|mợ|thím|cậu|vợ chồng|đồng chí|đ/c"
    r"|(?:người|hàng xóm|thanh niên|đối tượng|chủ) tên(?: là)?)"
)
_NO_NAME = (
    r"(?:bí|phó|chủ (?:tịch|nhiệm|trì|tọa|toạ)|trưởng|giám đốc|hiệu|thôn|tổ|đại (?:biểu|diện|tá|úy|uý|đội|hội)|thủ"
    r"|cục|chánh|vụ|ủy|uỷ|thường|cán bộ|công (?:an|chức|đoàn|ty|nhân|dân|tác)|hội (?:đồng|viên|trưởng|phụ|nông|cựu|người|chữ)"
    r"|chi (?:hội|cục|đoàn|bộ|nhánh)|ban (?:chỉ|quản|giám|chấp|thường|tuyên|dân|tổ|công|tiếp|bảo|nhân)|đảng|phòng"
    rf"|sở|bộ (?:trưởng|đội|phận)|ubnd|hđnd|mttq|việt (?:nam|tiệp|kiều)|hùng vương|trưng|rịa|chúa|tô(?! {CAPITAL}\w+ {CAPITAL})"
    rf"|triệu(?! {CAPITAL})"
    r"|nguyên|kế toán|trạm|đội|viện|đoàn (?:viên|thanh|thể|tncs|phường|xã|trường)|tổng|thanh niên|chỉ huy|chính trị"
    r"|lãnh đạo|cựu chiến|hàn quốc|nhật bản|trung quốc)"
)
_CALLED = Pattern(
    rf"(?<!\w){_TITLE}(?:\s+(?:giáo|cụ|lão|học sinh|sinh viên|giáo viên))?(?:\s*[(/,]\s*(?:bà|ông|chị|anh)\)?|\s?:)?\s+"
    rf"(?:(?!{_NO_NAME}\b){CAPITAL}\w*(?:\s+{CAPITAL}\w*){{0,4}})"
    rf"|(?<!\w){_TITLE}\s+{_FAMILY}\s+{_MIDDLE}\s+\w+"
    rf"|(?<!\w)(?:hộ|nhà|gia đình|vợ chồng)\s+{CAPITAL}\w+\s?-\s?{CAPITAL}\w+(?!\w|\s{CAPITAL})"
    r"|(?<!\w)(?:ong|ba|anh|chi|cu|chau|em|ho)\s+(?:nguyen|tran|le|pham|hoang|huynh|phan|vu|vo|dang|bui|do|ngo|duong|ly|dao"
    r"|doan|trinh|truong|lam|phung|mai|ha|cao|luu|luong|dinh)\s+(?:van|thi|dinh|duc|huu|quang|minh|ngoc|xuan)\s+\w+",
    re.IGNORECASE,
)
_SIGNED = rf"(?:{CAPITAL}\.\s?){{1,3}}{CAPITAL}(?!\w)\.?"
_NAME = rf"(?={CAPITAL})(?:{_FAMILY}|ng\.|ph\.|tr\.)(?:\s+{CAPITAL}\w*\.?)"
_IN_FULL = rf"{_NAME}{{2,3}}(?!\w)"
_ANY = rf"(?:{_NAME}{{1,3}}(?!\w)|{_SIGNED})"
_SHORT_TITLE_AND_NAME = Pattern(
    rf"(?<![\w.])(?:(?-i:[ÔBACôbac])(?:\.\s?|\s){_IN_FULL}|(?-i:[ôbac])(?:\.\s?|\s)(?!(?:điều|khoản|mục|nghị|luật|khu|chung"
    rf"|tập)\b)"
    rf"{CAPITAL}\w+(?:\s+{CAPITAL}\w*)?)", re.IGNORECASE
)
_AFTER_NOTHING = Pattern(r"(?:^|[,;(:]\s*|\b(?:gđ|hộ|nhà|gia đình|của|và|con|vợ)\s+)$", re.IGNORECASE)
_WITH_A_SIGN = Pattern(rf"(?<!\w)(?-i:[HKY])['’`]\s?{CAPITAL}?\w{{2,}}(?:\s+{CAPITAL}\w*){{0,2}}", re.IGNORECASE)
_FULL_NAME = Pattern(rf"{_IN_FULL}|(?<!\w){_SIGNED}", re.IGNORECASE)
_WHO_SPEAKS = Pattern(
    r"\b(?:cử tri|công dân|đại biểu|đồng chí|đ/c|(?<!\d )hộ(?: dân| nghèo| cận nghèo| kinh doanh)?|gia đình|gđ|nhà|thương binh"
    r"|bệnh binh|người dân|nạn nhân|tổ trưởng|trưởng thôn|trưởng xóm|trưởng khu|cựu chiến binh|hội viên|đảng viên|nông dân"
    r"|công nhân|học sinh|sinh viên|giáo viên|tiểu thương|(?:con|vợ|thân nhân|gia đình|mẹ) liệt sĩ|vợ chồng|em bé|bé"
    r"|(?:ý kiến|kiến nghị|phản ánh|đơn|đơn thư|đề nghị|khiếu nại|tố cáo|đất|nhà|hồ sơ)(?: của)?)\s*:?\s+$",
    re.IGNORECASE,
)
_ANY_NAME = Pattern(rf"(?<!\w){_ANY}", re.IGNORECASE)
_IS_NAMED_NEXT = Pattern(
    r"\b(?:(?:nguyên|bị) đơn|bị (?:cáo|can|hại)|đương sự|đối tượng|bệnh nhân|chủ (?:hộ|nhà|đất|xe|cơ sở|quán|trang trại"
    r"|cửa hàng)"
    r"|người (?:có đơn|đứng đơn|làm đơn|viết đơn|gửi đơn|gửi|tố cáo|bị tố cáo|khiếu nại|bị khiếu nại|phát biểu|trình bày"
    r"|kiến nghị|phản ánh|đề nghị|hỏi|nhận|đại diện|liên hệ|liên quan|vi phạm|chủ hộ|giám hộ|thừa kế|được cấp|sử dụng đất)"
    r"|họ(?: và|,)? tên|tên (?:là|tôi là)|tôi(?: tên)? là|tên tôi là|đứng tên|ký tên|vợ|chồng|con (?:trai|gái)|bố|mẹ đẻ"
    r"|người bị (?:hại|bắt|phạt)|thư ký(?: ghi)?|người ghi)(?:\s*[:;-]|\s+là)?\s+$", re.IGNORECASE,
)
_SPEAKS = (
    r"(?:đề nghị|phản ánh|kiến nghị|phát biểu|hỏi|nêu|xin|yêu cầu|cho rằng|bức xúc|thắc mắc|khiếu nại|tố cáo|trình bày"
    r"|ý kiến|băn khoăn|chưa được|chưa nhận|có đơn|gửi đơn|lấn chiếm)"
)
_FULL_NAME_THAT_SPEAKS = Pattern(
    rf"(?:{_IN_FULL}|(?<!\w){_SIGNED}|(?<!\w)(?-i:[Y])\s+{CAPITAL}\w+(?:\s+{CAPITAL}\w+)?)(?=\s*[,(-]?\s*(?:tổ|thôn|xóm|khu"
    rf"|sn|sinh|\d{{1,3}} tuổi)\b"
    rf"|\s*:?\s+{_SPEAKS}\b)", re.IGNORECASE
)
_BY_MIDDLE_NAME = Pattern(
    rf"(?<!\w)(?={CAPITAL}){_FAMILY}\s+(?={CAPITAL})(?:{_MIDDLE}|{CAPITAL}\.)(?:\s+{CAPITAL}\w*){{1,2}}(?!\w)", re.IGNORECASE
)
_OF_PLACES = Pattern(rf"^(?:{'|'.join(NAMED_AFTER)})", re.IGNORECASE)
_A_PLACES_NAME = (
    r"\b(?:đường|phố|ngõ|ngách|chợ|chùa|đền|miếu|(?<!gia )đình|(?<!yêu )(?<!nhu )cầu|núi|thôn|làng|trường|thcs|tiểu học|thpt"
    r"|non|phường|tượng đài|(?<!đối )tượng|phủ|lăng|khu(?: vực)?|di tích|hồ|giếng|tuyến|ngã (?:ba|tư|năm|sáu)|đại lộ|nút giao"
    r"|vườn|công viên|quảng trường|bệnh viện|chung cư|tập đoàn|công ty|tnhh|cây đa|hang|hòn|bãi|xã|thị trấn|thị xã|quận|huyện"
    r"|thành phố|tỉnh|xóm|đảo|nhà thờ|bà|trẻ|đàn)\s+$"
)
_OFFICE = (
    r"(?:(?!(?:trả|tiếp|mời|giao|yêu|đề|hỏi|đã|gặp|gửi|với|cho|nhận|giải|kết|chỉ|nêu|báo|nghe|trao|xử|kiểm|xem|làm|thăm"
    r"|kiến(?= nghị)|và(?! (?:môi trường|xã hội|thông tin|đào tạo|hạ tầng|đô thị|ubnd))"
    rf"|phản|đối|ký|về|của|từ|tại|ở|cùng|là|hứa|sẽ|có|chủ|công dân|cử|hộ|gia|người|thay|tôi|{_TITLE})\b)[\w.]+[\s,]+)"
)
_POST = (
    r"(?:(?:tổng |phó |quyền |q\. ?)?bí thư|pbt|(?:phó )?chủ tịch(?! hđqt| hội đồng (?:quản trị|thành viên)| công ty)|p?ct(?= )"
    r"|(?:phó )?chủ nhiệm|(?:phó )?giám đốc(?! (?:công ty|cty|doanh nghiệp|htx|hợp tác xã|dn))"
    r"|(?:phó )?trưởng (?:phòng|ban|công an|trạm|đoàn|khoa|bộ phận|đài|văn phòng)|(?:đội|trạm|cục|chi cục|chỉ huy|kế toán"
    r"|viện|bộ)"
    r" (?:phó|trưởng)|(?:phó )?chánh (?:văn phòng|thanh tra|án)|hiệu (?:trưởng|phó)|chính trị viên|thủ tướng|(?:thiếu|trung"
    r"|thượng|đại)"
    r" (?:úy|uý|tá|tướng)|công chức|chuyên viên|cán bộ (?:địa chính|tư pháp|hộ tịch|văn hóa|một cửa|chính sách|lao động)"
    r"|đại biểu (?:quốc hội|hđnd|hội đồng)|(?:ủy|uỷ) viên|uvbtv|utv|uvbch|thành viên ubnd|thanh tra viên"
    r"|nguyên (?:phó )?(?:bộ trưởng|thứ trưởng|thủ tướng|tổng bí thư|chủ tịch (?:nước|quốc hội)|bí thư (?:thành|tỉnh)))"
)
_IN_OFFICE = rf"\b{_POST}(?:[\s,]+{_OFFICE}{{0,7}}|[\s,:(-]*)"
_NOT_CALLED = Pattern(rf"{_A_PLACES_NAME}|{_IN_OFFICE}(?:[-:(]\s?|(?<=, )|là\s+)$", re.IGNORECASE)
"""After these it is a place called after somebody, or whoever holds the post: "Chủ tịch UBND xã, ông …"."""
_NOT_NAMED = Pattern(
    rf"{_A_PLACES_NAME}|{_IN_OFFICE}(?:[-:(]\s?|là\s+)?$|\b(?:nối|đoạn|từ|đến|(?<!người )(?<!xóm )(?<!hộ )tên|ở|tại|trên|dọc"
    r"|đầu|cuối|gần|qua|bên|giữa|vào|họ|chủ nghĩa|tư tưởng|tcs|tncs|nữ tướng|anh hùng|(?<!con )(?<!vợ )liệt sĩ|vua|tướng"
    r"|trạng trình|danh nhân|htx|doanh nghiệp|tư nhân|thẩm mỹ|khám|hàng"
    r"|(?:ngõ|ngách|hẻm|kiệt)\s+(?:số\s+)?\d{1,4}[a-z]?(?:/\d{1,4}[a-z]?)*)\s+$", re.IGNORECASE
)
"""A name without a word for a person before it is a street's after such words too, and follows its post at once."""
_IN_A_POST = Pattern(
    rf"(?:\s*(?:,|và)\s*(?:đồng chí|đ/c|ông|bà)?\s*{CAPITAL}\w*(?:\s+{CAPITAL}\w*){{1,3}}){{0,2}}\s*[,(:-]?\s*(?:là\s+"
    rf"|hiện là\s+"
    rf"|(?:tuv|uv\w*|thượng|trung|thiếu|đại)\b[^;.\n]{{0,15}}[,-]\s*)?{_POST}\b", re.IGNORECASE
)
_THREE_CAPITALS = Pattern(rf"{CAPITAL}\w*\.?\s+{CAPITAL}\w*\.?\s+{CAPITAL}")
_CAPITALS = Pattern(rf"{CAPITAL}(?:\w*\.?\s+|\.\s?){CAPITAL}")
_TITLES = (
    "ông", "bà", "anh", "chị", "cụ", "cháu", "em", "cô", "chú", "bác", "bạn", "thầy", "dì", "mợ", "thím", "cậu", "vợ chồng",
    "đồng chí", "đ/c", " tên", "hộ ", "nhà ", "gia đình ",
)
_PLAIN_TITLES = ("ong ", "ba ", "anh ", "chi ", "cu ", "chau ", "em ", "ho ")


def _name(
    found: Pattern, signs: tuple[str, ...] = (), after: Pattern | None = None, not_written: Pattern | None = None,
    holds: Pattern | None = None, not_after: Pattern = _NOT_CALLED,
) -> Trace:
    return Trace(
        "name", found, signs, after=after, not_after=not_after, not_before=_IN_A_POST, not_written=not_written,
        holds=holds,
    )


NAMES: tuple[Trace, ...] = (
    _name(_CALLED, (*_TITLES, *_PLAIN_TITLES)),
    _name(_SHORT_TITLE_AND_NAME, ("ô", "b", "a", "c"), after=_AFTER_NOTHING),
    _name(_WITH_A_SIGN, ("'", "’", "`")),
    _name(_ANY_NAME, (
        "đơn", "bị", "sự", "tượng", "nhân", "chủ", "người", "họ", "tên", "tôi", "vợ", "chồng", "con", "bố", "mẹ", "thư ký",
    ), after=_IS_NAMED_NEXT, holds=_CAPITALS),
    _name(_FULL_NAME, after=_WHO_SPEAKS, not_written=_OF_PLACES, holds=_CAPITALS, not_after=_NOT_NAMED),
    _name(_FULL_NAME_THAT_SPEAKS, holds=_CAPITALS, not_after=_NOT_NAMED),
    _name(_BY_MIDDLE_NAME, not_written=_OF_PLACES, holds=_THREE_CAPITALS, not_after=_NOT_NAMED),
)
