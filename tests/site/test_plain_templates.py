"""Templates compiled to plainer Python show what Jinja's own would."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import jinja2
import pytest
from markupsafe import Markup, escape

from generator.site.plain_templates import PlainEnvironment, shown

TEMPLATES = {
    "parts.html": """
        {%- macro link(address, text="xem", mark=none) %}<a href="{{ address }}">{{ text }}{{ mark or "" }}</a>{% endmacro %}
        {%- macro frame() %}<div>{{ caller() }}</div>{% endmacro %}
        {%- macro rest(first) %}{{ first }}{{ varargs | join }}{{ kwargs["more"] }}{% endmacro %}""",
    "page.html": """
        {%- import "parts.html" as parts %}{% from "parts.html" import link, frame %}
        {{- link("/a", item.name) }} {{ link("/b") }} {{ link("/c", mark="<!>") }} {{ parts.link(text="x", address="&") }}
        {{- link(*["/d", "<d>"]) }} {{ parts.rest("<", ">", more="&") }}
        {%- call frame() %}{{ item.name }}{% endcall %}
        {%- for part in item.parts %}{{ loop.index }}{{ part | e }}{{ ", " if not loop.last }}{% endfor %}
        {{- item.parts[0].upper() }}{{ item.parts[1:] | join }}{{ {item.none: item.name}[item.none] }}{{ item.day }}{{ item.safe }}{{ item.none }}{{ "%s" | format(item.name) }}
        {{- item | attr("name") }}{{ (parts | attr("link"))("/e") }}""",
    "page.txt": "{% macro quoted(text) %}\"{{ text }}\"{% endmacro %}{{ quoted(item.name) }}{{ item.day.year }}",
}
ITEM = SimpleNamespace(
    name="""<b>"Trần & con's"</b>""", parts=("<i>", "đường"), day=date(2023, 9, 15), safe=Markup("<br>"), none=None
)
OPTIONS = {
    "loader": jinja2.DictLoader(TEMPLATES), "autoescape": jinja2.select_autoescape(disabled_extensions=("txt",), default=True),
}


@pytest.mark.parametrize("name", ["page.html", "page.txt"])
def test_a_page_is_the_one_that_jinja_makes(name):
    plain = PlainEnvironment(**OPTIONS).get_template(name).render(item=ITEM)
    assert plain == jinja2.Environment(**OPTIONS).get_template(name).render(item=ITEM) != ""


@pytest.mark.parametrize("value", ["", "chữ", """<>&"'""", Markup("<br>"), 3, None, True, date(2023, 9, 15), ["<"], ITEM])
def test_a_value_is_shown_as_jinja_would_show_it(value):
    assert str(shown(value)) == str(escape(value))


@pytest.mark.parametrize("wrong", ["{{ item.nothing }}", "{{ nothing }}", "{{ nothing.name }}", "{% if item.nothing %}{% endif %}", '{{ item | attr("nothing") }}'])
def test_what_is_missing_is_an_error_and_no_gap(wrong):
    with pytest.raises((AttributeError, jinja2.UndefinedError)):
        PlainEnvironment(loader=jinja2.DictLoader({"a": wrong})).get_template("a").render(item=ITEM)


@pytest.mark.parametrize(("wrong", "error"), [('{{ item["name"] }}', TypeError), ('{{ {"a": 1}[item.name] }}', KeyError)])
def test_brackets_are_a_key_that_is_there_and_no_attribute(wrong, error):
    with pytest.raises(error):
        PlainEnvironment(loader=jinja2.DictLoader({"a": wrong})).get_template("a").render(item=ITEM)


def test_a_macro_that_is_given_too_much_is_an_error():
    text = "{% macro one(a) %}{{ a }}{% endmacro %}{{ one(1, 2) }}"
    with pytest.raises(TypeError):
        PlainEnvironment(loader=jinja2.DictLoader({"a": text})).get_template("a").render()
