from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from generator.render.escaping import escaped


@given(st.one_of(st.text(), st.text("&<>\"'ab", max_size=6), st.integers(), st.none()))
def test_the_same_signs_as_markupsafe(value: object) -> None:
    assert escaped(value) == str(escape(value))


def test_what_is_html_already_stays() -> None:
    html = Markup("<em>&amp;</em>")
    assert escaped(html) is html
