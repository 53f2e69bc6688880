"""Vietnamese whose letters were never made, or were lost; and what looks like it and is a name, a number or another tongue."""

from __future__ import annotations

import pytest

from generator.text.unmade_letters import letters_lost, typing_left


@pytest.mark.parametrize("method, text", [
    ("Telex", "Traatj tuwj ddoo thij, baix giuwx xe"), ("Telex", "Vej sinh mooi truwowngf"), ("Telex", "Dduwowngf giao thoong"),
    ("Telex", "Hooij truwowngf UBND phuwowngf"), ("Telex", "COONG TACS GIAIR PHONGS MAWTJ BAWNGF"), ("Telex", "nuwowcs sachj"),
    ("Telex", "nuowcs truowcs"), ("Telex", "tuwf thuw"), ("Telex", "Ddi ddaau"), ("VNI", "Ba61t ca61p"),
    ("VNI", "Tra65t tu75 d9o6 thi5, ba4i giu74 xe"), ("VNI", "Ve65 sinh mo6i tru7o7ng2"), ("VNI", "Nha2 va8n ho1a tho6n"),
])
def test_text_typed_while_the_keyboards_program_slept_is_known(method, text):
    assert typing_left(text) == method


@pytest.mark.parametrize("text", [
    "", "Ve sinh moi truong", "Xa Dai Hop, Xa Tu Son", "Nha van hoa to 5", "Zoom, Google Meet", "Facebook livestream", "roof of room",
    "new law down town", "Fax, Telex, wifi", "D600 A12 H24", "Lo2 To5 khu3", "km12 km15", "COVID-19", "Q3 T10 CT 229", "15-TB/QU",
    "Vệ sinh môi trường", "Lắp 3 camera AI tuwf", "Vệ sinh mooi truwowngf", "Duwowng", "Khu A1, A2, B1a", "Thu 12ha, 5ha, lo C3a", "https://a.example/duwowngf/thij",
])
def test_what_only_looks_like_such_text_is_left_alone(text):
    assert typing_left(text) is None


@pytest.mark.parametrize("text", [
    "Tr?t t? ?? th?, b?i gi? xe", "H?i tr??ng", "V? sinh môi tr??ng, ??t ?ai", "Giao C?ng an ph??ng l?p k? ho?ch",
])
def test_letters_that_became_question_marks_are_lost(text):
    assert letters_lost(text)


@pytest.mark.parametrize("text", [
    "Đường nào ngập?", "Vì sao?Ai làm?Bao giờ xong?", "có?không?", "? Hỏi ? đáp", "https://a.example/x?a=1&b=2?c=3&d?e", "Đã sửa???",
])
def test_a_question_has_lost_nothing(text):
    assert not letters_lost(text)
