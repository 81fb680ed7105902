"""Themes that extend another: what they can change, and what they are told."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.render.themes.theme import Theme, load_theme
from tests.render.archives import theme_files, theme_problems
from tests.render.themes.test_theme import MINIMAL

EXTENDS = b"extends: old\n"
OLD = MINIMAL | {
    "theme.yaml": b"styles: [tokens.css]\nicon: i.svg",
    "static/tokens.css": b":root { --ink: black; --paper: white; }",
    "static/print.css": b"@media print { :root { --ink: black; } }",
    "static/i.svg": b"<svg/>",
    "static/a.js": b"a()",
    "templates/base.html": b"<{% block top %}old top{% endblock %}|{% block main %}{% endblock %}>",
    "templates/home.html": b'{% extends "base.html" %}{% block main %}old home{% endblock %}',
    "templates/macros.html": b"{% macro one() %}old one{% endmacro %}\n{% macro two() %}{{ one() }}, two{% endmacro %}",
    "templates/term.html": b'{% from "macros.html" import two with context %}{{ two() }}',
}


def young(files: Mapping[str, bytes], old: Mapping[str, bytes] = OLD) -> Theme:
    return load_theme("young", {"young": {"theme.yaml": EXTENDS, **files}, "old": old}.get)


def sheet(theme: Theme) -> str:
    return next(file.data.decode() for file in theme.static if file.path == theme.stylesheet)


def test_without_files_of_its_own_it_is_the_theme_that_it_extends() -> None:
    theme = young({})
    assert theme.render("home.html", {}) == "<old top|old home>"
    assert theme.icon.startswith("assets/i.")
    assert sheet(theme) == sheet(load_theme("old", {"old": OLD}.get))


def test_a_template_of_the_same_name_stands_in_for_the_parents() -> None:
    assert young({"templates/home.html": b"mine"}).render("home.html", {}) == "mine"


def test_a_block_is_filled_and_the_rest_is_the_parents() -> None:
    home = b'{% extends "old/home.html" %}{% block main %}{{ super() }} and mine{% endblock %}'
    base = b'{% extends "old/base.html" %}{% block top %}my top{% endblock %}'
    theme = young({"templates/home.html": home, "templates/base.html": base})
    assert theme.render("home.html", {}) == "<my top|old home and mine>"


def test_a_macro_is_replaced_and_the_parents_others_use_it() -> None:
    theme = young({"templates/macros.html": b"{% macro one() %}my one{% endmacro %}"})
    assert theme.render("term.html", {}) == "my one, two"


def test_themes_can_extend_one_that_extends_another() -> None:
    themes = {
        "c": {
            "theme.yaml": b"extends: b",
            "templates/home.html": b'{% extends "b/home.html" %}{% block top %}c{% endblock %}',
        },
        "b": {
            "theme.yaml": EXTENDS,
            "templates/base.html": b"b {% block top %}{% endblock %}{% block main %}{% endblock %}",
        },
        "old": OLD,
    }
    assert load_theme("c", themes.get).render("home.html", {}) == "b cold home"


def test_its_stylesheets_come_after_the_parents_and_one_of_the_same_name_takes_its_place() -> None:
    theme = young({"static/own.css": b"own", "static/print.css": b"my print"})
    assert sheet(theme) == ":root { --ink: black; --paper: white; }\nmy print\nown"


def test_tokens_stand_where_print_can_still_differ() -> None:
    yaml = EXTENDS + b'tokens:\n  ink: "#111"\n  paper: {light: ivory, dark: "rgb(1 2 3)"}\n'
    assert sheet(young({"theme.yaml": yaml})) == (
        ":root { --ink: black; --paper: white; }\n"
        ":root {\n  --ink: #111;\n}\n"
        "@media (prefers-color-scheme: light) {\n:root {\n  --paper: ivory;\n}\n}\n"
        "@media (prefers-color-scheme: dark) {\n:root {\n  --paper: rgb(1 2 3);\n}\n}\n\n"
        "@media print { :root { --ink: black; } }"
    )


def test_a_scheme_that_is_left_out_keeps_its_value() -> None:
    yaml = EXTENDS + b"tokens:\n  ink: {dark: snow}\n"
    made = sheet(young({"theme.yaml": yaml}))
    assert "snow" in made
    assert "scheme: light" not in made


def test_without_stylesheet_and_scripts_none_are_in_the_site() -> None:
    theme = young({"theme.yaml": EXTENDS + b"stylesheet: false\nscripts: false"})
    assert theme.stylesheet == ""
    assert not theme.scripts
    assert [file.path.rpartition(".")[2] for file in theme.static] == ["svg"]
    grandchild = {
        "a": {"theme.yaml": b"extends: b\nstylesheet: true"},
        "b": {"theme.yaml": EXTENDS + b"stylesheet: false\nscripts: false"},
        "old": OLD,
    }
    theme = load_theme("a", grandchild.get)
    assert (bool(theme.stylesheet), theme.scripts) == (True, False)


def test_pages_and_words_are_inherited_and_replaced_one_by_one() -> None:
    old = OLD | {
        "theme.yaml": b"pages: {a.html: {title: A}, b.html: {title: B}}\nwords: {en: {x: old x, y: old y}, de: {x: X}}",
        "pages/a.html": b"old a",
        "pages/b.html": b"old b",
    }
    yaml = EXTENDS + b"pages: {b.html: {title: My B, link: footer}, c.html: {title: C}}\nwords: {en: {x: my x}}"
    theme = young({"theme.yaml": yaml, "pages/a.html": b"my a", "pages/c.html": b"c"}, old)
    assert [(page.path, page.settings.title, page.settings.link) for page in theme.pages] == [
        ("a.html", "A", "navigation"),
        ("b.html", "My B", "footer"),
        ("c.html", "C", "navigation"),
    ]
    assert [theme.render(page.template, {}) for page in theme.pages] == ["my a", "old b", "c"]
    assert theme.words == {"en": {"x": "my x", "y": "old y"}, "de": {"x": "X"}}


@pytest.mark.parametrize(
    ("files", "problem", "hint"),
    [
        ({"theme.yaml": b"#\nextends: gone"}, "theme.yaml:2: there is no theme called `gone`", "`reader`"),
        ({"theme.yaml": b"extends: ../old"}, "theme.yaml:1: there is no theme called `../old`", "`reader`"),
        ({"theme.yaml": b"extends: young"}, "theme.yaml:1: the theme extends itself: young -> young", "`extends`"),
        (
            {"theme.yaml": EXTENDS + b"tokens:\n  inc: red"},
            "theme.yaml:3: no stylesheet declares the token `inc`",
            "`ink`",
        ),
        (
            {"theme.yaml": EXTENDS + b'tokens:\n  ink: "red; } body { color: blue"'},
            "theme.yaml:3: the token `ink` has a value that CSS would not read: red; } body { color: blue",
            "after the colon",
        ),
        (
            {"theme.yaml": EXTENDS + b"tokens:\n  ink: {ligth: red}"},
            "theme.yaml:3: `tokens: ink`: unknown key `ligth`",
            "`light`",
        ),
        (
            {"theme.yaml": EXTENDS + b"pages:\n  a.html: {title: A}"},
            "theme.yaml:3: the theme `young` has no page `pages/a.html`",
            "pages/a.html",
        ),
        (
            {"theme.yaml": EXTENDS + b"pages:\n  a.html: {}", "pages/a.html": b""},
            "theme.yaml:3: `pages: a.html`: `title` is missing",
            "",
        ),
        (
            {"theme.yaml": EXTENDS + b"pages:\n  a.html:\n    title: A\n    link: top", "pages/a.html": b""},
            "theme.yaml:5: `link`: top",
            "`footer`",
        ),
        ({"theme.yaml": EXTENDS, "pages/a.html": b""}, "pages/a.html: theme.yaml gives this page no title", "`pages`"),
        (
            {"theme.yaml": EXTENDS + b"pages: {A b.html: {title: A}}", "pages/A b.html": b""},
            "theme.yaml:2: a page cannot be called `A b.html`",
            "front-page.html",
        ),
        (
            {"theme.yaml": EXTENDS, "templates/home.html": b'{% extends "home.html" %}'},
            "templates/home.html:1: this template extends itself",
            '{% extends "old/home.html" %}',
        ),
        (
            {"theme.yaml": EXTENDS, "templates/home.html": b'{% extends "old/hom.html" %}'},
            "templates/home.html:1: there is no template `old/hom.html`",
            "`old/home.html`",
        ),
        (
            {
                "theme.yaml": EXTENDS,
                "templates/home.html": b'{% extends "old/home.html" %}\n{% block mian %}{% endblock %}',
            },
            "templates/home.html:2: nothing that this template extends has a block `mian`",
            "`main`",
        ),
        (
            {"theme.yaml": EXTENDS, "templates/macros.html": b"{% macro one() %}\n{% if %}\n{% endmacro %}"},
            "templates/macros.html:2: Expected an expression",
            "syntax",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_file_line_and_remedy(files: dict[str, bytes], problem: str, hint: str) -> None:
    (told,) = theme_problems("young", {"young": files, "old": OLD})
    assert str(told).startswith(f"themes/young/{problem}")
    assert hint in told.hint


def test_themes_that_extend_each_other_are_refused() -> None:
    themes = {"a": {"theme.yaml": b"extends: b"}, "b": {"theme.yaml": b"\nextends: a"}}
    (told,) = theme_problems("a", themes)
    assert str(told) == "themes/b/theme.yaml:2: the theme extends itself: a -> b -> a"


def test_a_theme_of_the_archive_extends_an_installed_one() -> None:
    mine = {"theme.yaml": b"extends: reader\ntokens:\n  accent: teal\n"}
    theme = load_theme("mine", lambda name: mine if name == "mine" else theme_files(name))
    assert "--accent: teal;" in sheet(theme)
    assert theme.stylesheet.startswith("assets/mine.")


def test_a_macro_that_fails_is_named_with_the_line_of_its_own_file() -> None:
    from generator.errors import ThemeError

    theme = young({"templates/macros.html": b"\n\n{% macro one() %}\n{{ nothing }}{% endmacro %}"})
    with pytest.raises(ThemeError, match=r"themes/young/templates/macros\.html:4: 'nothing' is undefined"):
        theme.render("term.html", {})
