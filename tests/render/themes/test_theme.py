from __future__ import annotations

import gc
import weakref

import pytest

from generator.errors import ProblemsError, ThemeError
from generator.render.themes.theme import PAGE_TEMPLATES, theme_from_files
from tests.render.archives import theme_problems

MINIMAL = {"theme.yaml": b"", **{f"templates/{name}": b"{{ page.title }}" for name in PAGE_TEMPLATES}}


def test_templates_escape_and_end_as_they_are_written() -> None:
    theme = theme_from_files("plain", MINIMAL | {"templates/home.html": b"<p>{{ text }}</p>\n"})
    assert theme.render("home.html", {"text": "<b> & \"'"}) == "<p>&lt;b&gt; &amp; &#34;&#39;</p>\n"


def test_a_page_leaves_its_values_to_nobody() -> None:
    class Value:
        pass

    theme = theme_from_files(
        "plain",
        MINIMAL
        | {
            "templates/base.html": b"{% macro one() %}{{ two() }}{{ value }}{% endmacro %}{% macro two() %}{{ one }}"
            b"{% endmacro %}{% block body %}{% endblock %}{{ one() }}",
            "templates/macros.html": b"{% macro three() %}{{ value }}{{ four() }}{% endmacro %}"
            b"{% macro four() %}{% endmacro %}",
            "templates/home.html": b'{% extends "base.html" %}{% from "macros.html" import three with context %}'
            b"{% block body %}{{ three() }}{% endblock %}",
        },
    )
    value = Value()
    gone = weakref.ref(value)
    gc.disable()
    try:
        assert theme.render("home.html", {"value": value}).count("Value object") == 2
        del value
        assert gone() is None
    finally:
        gc.enable()


def test_styles_become_one_file_with_a_hash_in_its_name() -> None:
    files = MINIMAL | {
        "theme.yaml": b"styles: [z.css]",
        "static/a.css": b"a { color: red }",
        "static/z.css": b"z { color: blue }",
    }
    theme = theme_from_files("plain", files)
    assert [file.path for file in theme.static] == [theme.stylesheet]
    assert theme.static[0].data == b"z { color: blue }\na { color: red }"
    assert theme.stylesheet.startswith("assets/plain.")
    changed = theme_from_files("plain", files | {"static/a.css": b"a { color: green }"})
    assert changed.stylesheet != theme.stylesheet


def test_a_stylesheet_names_other_files_as_they_are_named_in_the_site() -> None:
    files = MINIMAL | {
        "static/look.css": b"a{background:url('img/paper.png')} b{background:url(data:image/png;base64,AA==)}",
        "static/img/paper.png": b"png",
    }
    theme = theme_from_files("plain", files)
    sheet = next(file.data.decode() for file in theme.static if file.path == theme.stylesheet)
    image = theme.addresses["img/paper.png"]
    assert image.startswith("assets/img/paper.")
    assert (
        sheet
        == f'a{{background:url("{image.removeprefix("assets/")}")}} b{{background:url(data:image/png;base64,AA==)}}'
    )


def test_a_stylesheet_that_names_what_is_not_there() -> None:
    files = MINIMAL | {"static/look.css": b"p { color: red }\na { background: url(https://example.org/a.png) }"}
    (problem,) = theme_problems("plain", {"plain": files})
    assert str(problem) == "themes/plain/static/look.css:2: names `https://example.org/a.png`, which is not in static/"
    assert "no other host" in problem.hint


@pytest.mark.parametrize(
    ("change", "message", "hint"),
    [
        ({"theme.yaml": None}, "theme.yaml: the theme `broken` has no theme.yaml", "a theme is a folder"),
        ({"theme.yaml": b"stylez: [a.css]"}, "theme.yaml:1: unknown key `stylez`", "`styles`"),
        ({"theme.yaml": b"styles:\n- a.css"}, "theme.yaml:2: the theme `broken` has no stylesheet", "`styles`"),
        ({"theme.yaml": b"icon: a.svg"}, "theme.yaml:1: the theme `broken` has no icon `static/a.svg`", "`icon`"),
        ({"theme.yaml": b"#\n\xff"}, "theme.yaml:2: not UTF-8", "UTF-8"),
        ({"templates/more.html": b"a\n\xff"}, "templates/more.html:2: not UTF-8", "UTF-8"),
        ({"static/a.css": b"a\n\xff"}, "static/a.css:2: not UTF-8", "UTF-8"),
        ({"templates/article.html": None}, "has no template `article.html`", "extends: reader"),
        ({"templates/article.html": b"one\n{% if %}"}, "templates/article.html:2: Expected an expression", "syntax"),
        ({"templates/more.html": b"{{ x | nofilter }}"}, "templates/more.html:1: No filter named", "syntax"),
        (
            {"templates/more.html": b"\n{% include 'hom.html' %}"},
            "html:2: there is no template `hom.html`",
            "`home.html`",
        ),
        ({"templates/home.html": b'{% extends "home.html" %}'}, "home.html:1: this template extends itself", "other"),
    ],
)
def test_a_broken_theme_says_what_is_wrong_and_what_to_do(
    change: dict[str, bytes | None], message: str, hint: str
) -> None:
    files = {path: data for path, data in (MINIMAL | change).items() if data is not None}
    (problem,) = theme_problems("broken", {"broken": files})
    assert str(problem).startswith("themes/broken/")
    assert message in str(problem)
    assert hint in problem.hint


def test_everything_that_is_wrong_is_told_at_once() -> None:
    files = MINIMAL | {
        "theme.yaml": b"styles: [gone.css]\nicon: gone.svg",
        "templates/home.html": b"{% if %}",
        "templates/term.html": b"{% endif %}",
        "static/a.css": b"a { background: url(gone.png) }",
    }
    with pytest.raises(ProblemsError) as caught:
        theme_from_files("broken", files)
    assert [f"{problem.path}:{problem.line}" for problem in caught.value.problems] == [
        "themes/broken/static/a.css:1",
        "themes/broken/templates/home.html:1",
        "themes/broken/templates/term.html:1",
        "themes/broken/theme.yaml:1",
        "themes/broken/theme.yaml:2",
    ]


@pytest.mark.parametrize(
    ("template", "message"),
    [
        (b"one\n{{ page.titel }}", r"themes/plain/templates/home\.html:2: .*'titel'"),
        (b"{{ nothing }}", r"themes/plain/templates/home\.html:1: 'nothing' is undefined"),
        (b"\n\n{{ t('no.such') }}", r"themes/plain/templates/home\.html:3: 'no\.such'"),
        (b"{{ 1 / 0 }}", r"themes/plain/templates/home\.html:1: division by zero"),
        (b"{% include name %}", r"themes/plain/templates/home\.html:1: .*gone\.html"),
        (b"{% from 'more.html' import m %}\n{{ m() }}", r"themes/plain/templates/more\.html:2: 'nothing' is undefined"),
    ],
)
def test_a_template_that_fails_is_named_with_its_line(template: bytes, message: str) -> None:
    more = b"{% macro m() %}\n{{ nothing }}\n{% endmacro %}"
    theme = theme_from_files("plain", MINIMAL | {"templates/home.html": template, "templates/more.html": more})
    with pytest.raises(ThemeError, match=message):
        theme.render("home.html", {"page": object(), "t": {}.__getitem__, "name": "gone.html"})
