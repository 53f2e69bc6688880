"""Whom streets, schools and wards are called after: in text their name is a place's, or that of nobody now living."""

from __future__ import annotations

_NAMES = """
An Dương Vương, Bùi Thị Từ Nhiên, Bùi Xuân Phái, Bạch Thái Bưởi, Cao Bá Quát, Chu Văn An, Dương Quảng Hàm, Dương Đình Nghệ,
Hai Bà Trưng, Hoàng Công Khanh, Hoàng Hoa Thám, Hoàng Minh Thảo, Hoàng Ngọc Phách, Hoàng Quốc Việt, Hoàng Thế Thiện,
Hoàng Thị Loan, Hoàng Văn Thái, Hoàng Văn Thụ, Hoàng Đình Giong, Huỳnh Thúc Kháng, Hà Huy Tập, Hàn Mặc Tử, Hồ Chí Minh,
Hồ Tùng Mậu, Hồ Xuân Hương, Lê Hồng Phong, Lê Khắc Cẩn, Lê Quang Đạo, Lê Quý Đôn, Lê Thánh Tông, Lê Thị Hồng Gấm,
Lê Trọng Tấn, Lê Văn Duyệt, Lê Văn Hưu, Lê Văn Lương, Lê Văn Thiêm, Lê Văn Thuyết, Lê Văn Tám, Lê Đại Hành, Lê Đức Thọ,
Lý Nam Đế, Lý Thái Tổ, Lý Thường Kiệt, Lý Tự Trọng, Lương Khánh Thiện, Lương Ngọc Quyến, Lương Thế Vinh, Lương Văn Can,
Lương Văn Tri, Mạc Thái Tổ, Mạc Thị Bưởi, Mạc Đăng Doanh, Mạc Đăng Dung, Mạc Đĩnh Chi, Nguyễn Bỉnh Khiêm, Nguyễn Chí Thanh,
Nguyễn Công Hòa, Nguyễn Công Mỹ, Nguyễn Công Trứ, Nguyễn Gia Thiều, Nguyễn Huy Tưởng, Nguyễn Hữu Cảnh, Nguyễn Hữu Cầu,
Nguyễn Hữu Thọ, Nguyễn Hữu Tuệ, Nguyễn Khánh Toàn, Nguyễn Khắc Nhu, Nguyễn Lương Bằng, Nguyễn Phong Sắc, Nguyễn Quang Bích,
Nguyễn Sơn Hà, Nguyễn Thiện Thuật, Nguyễn Thái Bình, Nguyễn Thái Học, Nguyễn Thượng Hiền, Nguyễn Thượng Mẫn, Nguyễn Thị Duệ,
Nguyễn Thị Minh Khai, Nguyễn Thị Thuận, Nguyễn Thị Định, Nguyễn Tri Phương, Nguyễn Trường Tộ, Nguyễn Tường Loan,
Nguyễn Tất Thành, Nguyễn Tất Tố, Nguyễn Văn Cừ, Nguyễn Văn Huyên, Nguyễn Văn Hới, Nguyễn Văn Linh, Nguyễn Văn Siêu,
Nguyễn Văn Trỗi, Nguyễn Văn Tố, Nguyễn Xuân Khoát, Nguyễn Đình Chiểu, Nguyễn Đình Thi, Nguyễn Đức Cảnh, Nguyễn Đức Thuận,
Ngô Gia Tự, Ngô Sĩ Liên, Ngô Thì Nhậm, Ngô Văn Sở, Ngô Đức Kế, Phan Bội Châu, Phan Chu Trinh, Phan Châu Trinh, Phan Huy Chú,
Phan Kế Bính, Phan Thanh Giản, Phan Văn Trị, Phan Đình Giót, Phan Đình Phùng, Phan Đăng Lưu, Phùng Chí Kiên, Phùng Khắc Khoan,
Phạm Huy Thông, Phạm Hồng Thái, Phạm Minh Đức, Phạm Ngũ Lão, Phạm Ngọc Thạch, Phạm Ngọc Đa, Phạm Phú Thứ, Phạm Tử Nghi,
Phạm Văn Đồng, Thích Quảng Đức, Trương Công Định, Trương Hán Siêu, Trương Văn Lực, Trần Bình Trọng, Trần Huy Liệu,
Trần Hưng Đạo, Trần Khánh Dư, Trần Nguyên Hãn, Trần Nguyên Đán, Trần Nhân Tông, Trần Nhật Duật, Trần Quang Diệu,
Trần Quang Khải, Trần Quý Cáp, Trần Quốc Hoàn, Trần Quốc Toản, Trần Quốc Tuấn, Trần Thành Ngọ, Trần Thái Tông,
Trần Thánh Tông, Trần Tất Văn, Trần Văn Cẩn, Trần Văn Giàu, Trần Văn Lan, Trần Văn Ơn, Trần Đình Khánh, Trần Đông Phong,
Trần Đăng Ninh, Trần Đại Nghĩa, Trịnh Công Sơn, Trịnh Hoài Đức, Tô Hiến Thành, Tô Vĩnh Diện, Tôn Thất Thuyết, Tôn Thất Tùng,
Tôn Đức Thắng, Tưởng Dân Bảo, Tạ Quang Bửu, Võ Chí Công, Võ Nguyên Giáp, Võ Thị Sáu, Võ Văn Kiệt, Vũ Chí Thắng, Vũ Hữu Lợi,
Vũ Trọng Khánh, Vũ Trọng Phụng, Vũ Xuân Thiều, Vương Thừa Vũ, Đinh Tiên Hoàng, Đoàn Nhữ Hài, Đoàn Thị Điểm, Đào Duy Anh,
Đào Duy Từ, Đặng Kim Nở, Đặng Thai Mai, Đặng Thùy Trâm, Đặng Văn Ngữ, Đồng Quốc Bình
"""
NAMED_AFTER = tuple(name.strip() for name in _NAMES.replace("\n", " ").split(","))
