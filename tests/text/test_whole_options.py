"""An option of a command is never parted, on paper either."""

from __future__ import annotations

import re

import pytest

from generator.text.whole_options import with_whole_options


@pytest.mark.parametrize("html, shown", [
    ("<code>dialogues build --as-of 15/9/2023</code>", '<code>dialogues build <span class="whole">--as-of</span> 15/9/2023</code>'),
    ('<pre><code class="language-sh">a --out b\nc --apply</code></pre>',
     '<pre><code class="language-sh">a <span class="whole">--out</span> b\nc <span class="whole">--apply</span></code></pre>'),
])
def test_each_option_stands_in_a_piece(html, shown):
    assert with_whole_options(html) == shown


@pytest.mark.parametrize("html", [
    "<p>a --out b</p>", "<code>a -- b, x--y, ---</code>", '<code data-example="--sh">a</code>', "<code>a<!--b--></code>", "<p>Không có</p>",
])
def test_nothing_else_is_touched(html):
    assert with_whole_options(html) == html


def test_the_text_is_the_same_to_the_letter():
    html = "<code>dialogues new --kind thematic --period 2023-12</code>"
    assert re.sub("<[^>]+>", "", with_whole_options(html)) == re.sub("<[^>]+>", "", html)
