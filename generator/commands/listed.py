"""Which commands there are beside those of ``cli``, each with its module and its sentence, so that none is imported until it is
asked for."""

from __future__ import annotations

from typing import Mapping, NamedTuple


class Listed(NamedTuple):
    """``module`` is the one beside this that holds the command among its ``COMMANDS``; ``sentence`` the first of its help."""

    module: str
    sentence: str


LISTED: Mapping[str, Listed] = {
    "check": Listed("checking", "Kiểm tra mọi bản ghi, không dựng gì; nêu cả những chỗ không sai nhưng cần người xem lại."),
    "new": Listed(
        "registering",
        "Tạo bản ghi mới cho UNIT (mã hoặc tên), có chú giải ở từng trường; không có UNIT thì hỏi từng điều.",
    ),
    "announce": Listed("announcing", "Ghi lịch đã thông báo của bản ghi ID; có lịch cũ thì là đổi lịch."),
    "postpone": Listed("announcing", "Ghi việc tạm hoãn bản ghi ID, chưa có ngày mới."),
    "cancel": Listed("announcing", "Ghi việc hủy bản ghi ID; bản ghi không bao giờ bị xóa."),
    "hold": Listed(
        "holding",
        "Ghi rằng cuộc đối thoại ID đã được tổ chức, với những số liệu đã biết; số chưa biết thì không ghi.",
    ),
    "conclude": Listed("holding", "Ghi Thông báo kết luận của bản ghi ID; chạy lại để ghi thêm ngày gửi, ngày công khai."),
    "commit": Listed("holding", "Ghi một cam kết đưa ra tại cuộc đối thoại ID."),
    "update": Listed("holding", "Ghi kết quả thực hiện COMMITMENT (mã cam kết) của bản ghi ID."),
    "take-over": Listed(
        "holding", "Ghi rằng UNIT nhận tiếp COMMITMENT (mã cam kết) của bản ghi ID, vì đơn vị đã cam kết không còn."
    ),
    "correct": Listed("correcting", "Đính chính một trường của bản ghi ID; TEXT là vì sao sửa."),
    "redact": Listed("redacting", "Gỡ dữ liệu cá nhân đã lỡ công bố trong bản ghi ID."),
    "diff": Listed("comparing", "Cho biết người dân sẽ thấy gì khi đổi từ OLD sang NEW."),
    "import": Listed(
        "importing",
        "Nhập bảng Excel các đơn vị gửi về (kế hoạch, cuộc đã tổ chức, ý kiến): xem trước, rồi ghi tất cả hoặc không ghi gì.",
    ),
    "inbox": Listed(
        "inbox",
        "Nhập các bảng ở content/inbox của COMMIT vào thư mục nội dung, soạn lời đề nghị cho người duyệt; máy chủ kho chạy.",
    ),
    "merge": Listed(
        "merging",
        "Gộp hai bản sửa cùng một tệp, kết quả ghi vào OURS; chỗ hai bên ghi khác nhau thì đánh dấu để chọn.",
    ),
    "close-year": Listed(
        "years",
        "Kiểm tra năm YEAR không còn việc bỏ ngỏ, rồi đóng gói để lưu trữ: trang, số liệu, lịch, bản ghi, mã băm.",
    ),
    "open-year": Listed(
        "years",
        "Chép quy định của năm trước thành quy định của năm YEAR, dời các thời hạn, ghi ngày nghỉ lễ; không ghi đè.",
    ),
    "due": Listed("reporting", "Những việc phải làm và hạn của từng việc, việc quá hạn đứng trước."),
    "report": Listed(
        "reporting",
        "Lập một biểu trong bộ biểu của kỳ ấy: tệp .xlsx để in, ký, tệp .csv, và lời văn .docx nếu có mẫu.",
    ),
    "receive": Listed(
        "receiving",
        "Ghi rằng các đơn vị UNIT đã gửi REPORT: registration (kế hoạch, đăng ký), q1 đến q4 (báo cáo quý) hoặc annual.",
    ),
    "release": Listed(
        "releasing",
        "Đối chiếu trang vừa dựng trong SITE (mặc định: site) với trang đang công bố, rồi thêm một dòng vào nhật ký phát hành.",
    ),
    "verify": Listed(
        "releasing",
        "Kiểm chứng một bản của trang: nhật ký, mã băm từng tệp, lời hứa; ở địa chỉ thì chọn một số tệp.",
    ),
    "restore": Listed(
        "restoring",
        "Lập lại cả sổ chỉ từ những gì một bản đã phát hành công bố: bản ghi, tài liệu, trang viết tay, nhật ký.",
    ),
    "join": Listed(
        "joining",
        "Ghép các sổ đã phát hành của nhiều tỉnh, thành phố thành một trang: n trên N, các cuộc sắp tới, sổ nào chưa đọc được.",
    ),
    "start": Listed(
        "starting",
        "Lập vào FOLDER một sổ để dùng thật: chương trình, các đơn vị của tỉnh, thành phố, quy định của năm, chưa có cuộc nào.",
    ),
    "reform": Listed(
        "reforming",
        "Sắp xếp các đơn vị theo danh sách FILE (code, name, level, type, parent_code) của ngày ấy: xem trước, rồi --apply.",
    ),
}
