"""The short way for everyday text: what it makes is what the parser and the cleaner make."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.text.everyday_text import everyday_html
from generator.text.rich_text import parsed_html

SIGNS = st.text(st.sampled_from("aỞđ19²٣ ,.;:()/%–-_*\"“?!+\n"), min_size=1, max_size=40)
PIECES = st.lists(
    st.sampled_from([
        "a", "Ở", " ", "  ", "**", "**a**", " **a 1** ", "*", "_", "1. ", "2. ", "٣. ", "- ", "+ ", "\n", "\n\n", "\n\n\n",
        "a\n", "1. a\n", "- a\n", "1.", "A. ", ":", "(", ")", "http://a", "a@b.example", "    ", "\t", "²", "ﬁ", "–",
    ]),
    max_size=14,
).map("".join)


@settings(max_examples=500)
@given(SIGNS | PIECES)
def test_the_short_way_leads_to_what_the_parser_makes(text):
    assert everyday_html(text) in (None, parsed_html(text))


@pytest.mark.parametrize("text", [
    "Đã sửa xong; thay \"ống cũ\" trên tuyến phố 12/3 (dài 1,5 km) – hoàn thành 100%.",
    "Một\nHai\n\nBa\n",
    "Thống nhất:\n\n1. **Đất đai**: Rà soát.\n2. Tăng cường thông tin.\n\nVăn phòng theo dõi.",
    "Giao:\n\n- **UBND phường** sửa đường\n- Công an phường tuần tra ",
    "**Đất đai** và **môi trường**.",
])
def test_what_clerks_mostly_write_takes_the_short_way(text):
    assert everyday_html(text) == parsed_html(text)


@pytest.mark.parametrize("text", ["", " a", "1. a\n\n2. b", "3. a", "a<b", "a & b", "[a](https://a.example)", "*a*", "a_b_c", "a\u00a0b", "a  \nb"])
def test_all_else_is_left_to_the_parser(text):
    assert everyday_html(text) is None
