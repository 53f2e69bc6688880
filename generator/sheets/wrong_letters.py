"""Letters of a cell that no record may hold: of old encodings, of one font alone, and those that nobody sees."""

from __future__ import annotations

from generator.text.old_encodings import old_encoding
from generator.text.private_signs import PRIVATE, typed_instead
from generator.text.unmade_letters import letters_lost, typing_left
from generator.text.unseen import BACKWARDS, CONTROL


def wrong_letters(value: str) -> tuple[str, str] | None:
    """Why the text cannot be read, and what to do."""
    if old_encoding(value):
        return (
            f"chữ '{value[:40]}' dùng bảng mã cũ (TCVN3, VNI) hoặc bị lỗi mã",
            "chọn cả bảng và chuyển sang Unicode bằng Unikey (Ctrl+Shift+F6)",
        )
    if letters_lost(value):
        return f"chữ '{value[:40]}' có vẻ đã mất khi lưu hay đổi bảng mã, còn lại dấu ?", "gõ lại có dấu"
    if typing := typing_left(value):
        return f"chữ '{value[:40]}' có vẻ gõ kiểu {typing} khi chưa bật Unikey", "bật Unikey rồi gõ lại có dấu"
    if unseen := BACKWARDS.search(value) or CONTROL.search(value):
        return f"có ký tự không nhìn thấy, đảo chiều hay điều khiển chữ (U+{ord(unseen.group()):04X})", "xóa cả ô rồi gõ lại"
    if private := PRIVATE.search(value):
        typed = typed_instead(value)
        return (
            f"có ký hiệu riêng của phông chữ (U+{ord(private.group()):04X})",
            "xóa ký hiệu và gõ dấu thay vào" + (f", ví dụ: {typed[:40]}" if typed else ""),
        )
    return None
