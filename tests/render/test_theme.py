from __future__ import annotations

import pytest

from generator.errors import ThemeError
from generator.render.theme import PAGE_TEMPLATES, theme_from_files

MINIMAL = {"theme.yaml": b"", **{f"templates/{name}": b"{{ page.title }}" for name in PAGE_TEMPLATES}}


def test_templates_escape_and_end_as_they_are_written() -> None:
    theme = theme_from_files("plain", MINIMAL | {"templates/home.html": b"<p>{{ text }}</p>\n"})
    assert theme.render("home.html", {"text": "<b> & \"'"}) == "<p>&lt;b&gt; &amp; &#34;&#39;</p>\n"


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
    files = MINIMAL | {"static/look.css": b"a { background: url(https://example.org/a.png) }"}
    with pytest.raises(ThemeError, match=r"static/look\.css names `https://example\.org/a\.png`") as caught:
        theme_from_files("plain", files)
    assert "no other host" in caught.value.hint


def test_a_child_theme_is_its_parents_files_and_its_own() -> None:
    child = {"templates/home.html": b"mine: {{ page.title }}", "static/own.css": b"p { color: red }"}
    theme = theme_from_files("child", {**MINIMAL, "static/base.css": b"p { color: blue }", **child})
    assert theme.render("home.html", {"page": {"title": "T"}}) == "mine: T"
    assert theme.static[0].data == b"p { color: blue }\np { color: red }"


@pytest.mark.parametrize(
    ("change", "message", "hint"),
    [
        ({"theme.yaml": None}, "has no theme.yaml", "a theme is a folder"),
        ({"theme.yaml": b"stylez: [a.css]"}, r"themes/broken/theme\.yaml:1: unknown key `stylez`", "`styles`"),
        ({"theme.yaml": b"styles: [a.css]"}, r"no stylesheet `static/a\.css`", "`styles`"),
        ({"theme.yaml": b"icon: a.svg"}, r"no icon `static/a\.svg`", "`icon`"),
        ({"theme.yaml": b"\xff"}, r"themes/broken/theme\.yaml is not UTF-8", "UTF-8"),
        ({"templates/article.html": None}, r"no template `article\.html`", "extends: reader"),
        (
            {"templates/article.html": b"one\n{% if %}"},
            r"themes/broken/templates/article\.html:2: Expected an expression",
            "syntax",
        ),
        ({"templates/more.html": b"{{ x | nofilter }}"}, r"templates/more\.html:1: No filter named", "syntax"),
    ],
)
def test_a_broken_theme_says_what_is_wrong_and_what_to_do(
    change: dict[str, bytes | None], message: str, hint: str
) -> None:
    files = {path: data for path, data in (MINIMAL | change).items() if data is not None}
    with pytest.raises(ThemeError, match=message) as caught:
        theme_from_files("broken", files)
    assert hint in caught.value.hint


@pytest.mark.parametrize(
    ("template", "message"),
    [
        (b"one\n{{ page.titel }}", r"themes/plain/templates/home\.html:2: .*'titel'"),
        (b"{{ nothing }}", r"themes/plain/templates/home\.html:1: 'nothing' is undefined"),
        (b"\n\n{{ t('no.such') }}", r"themes/plain/templates/home\.html:3: 'no\.such'"),
        (b"{{ 1 / 0 }}", r"themes/plain/templates/home\.html:1: division by zero"),
        (b"{% include 'gone.html' %}", r"themes/plain/templates/home\.html:1: .*gone\.html"),
        (b"{% from 'more.html' import m %}\n{{ m() }}", r"themes/plain/templates/more\.html:2: 'nothing' is undefined"),
    ],
)
def test_a_template_that_fails_is_named_with_its_line(template: bytes, message: str) -> None:
    more = b"{% macro m() %}\n{{ nothing }}\n{% endmacro %}"
    theme = theme_from_files("plain", MINIMAL | {"templates/home.html": template, "templates/more.html": more})
    with pytest.raises(ThemeError, match=message):
        theme.render("home.html", {"page": object(), "t": {}.__getitem__})
