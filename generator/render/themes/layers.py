"""The folders that a theme is made of: its own, then that of the theme it extends, and so on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from generator.problems import Problems
from generator.yaml_text import YamlText, read_yaml
from generator.yaml_values import checked

THEME_YAML = "theme.yaml"
PAGES = "pages/"

Files = Mapping[str, bytes]
"""A theme's files by their paths in its folder."""


class Shades(msgspec.Struct, frozen=True, kw_only=True):
    """A token's values; a scheme that is left out keeps the value that the token had."""

    light: str = ""
    dark: str = ""


class PageSettings(msgspec.Struct, frozen=True, kw_only=True):
    """What theme.yaml says of a page that the theme adds."""

    title: str
    """A key of the theme's `words`, or the title itself."""
    description: str = ""
    """For search engines; likewise."""
    link: str = "navigation"
    """Where every page links to it: `navigation`, `footer` or `none`."""
    paged: bool = False
    """Whether the page goes on at `NAME/page-2.html` until all articles were shown."""


class ThemeSettings(msgspec.Struct, frozen=True, kw_only=True):
    """theme.yaml."""

    description: str = ""
    extends: str = ""
    """The theme whose files stand in for those that this one leaves out."""
    styles: tuple[str, ...] = ()
    """Stylesheets in `static/`, in their order; those not named follow in the order of their names."""
    icon: str = ""
    """The file in `static/` that browsers show beside the page's title."""
    stylesheet: bool | None = None
    """Whether the site has one; what is not said is as in the theme that this one extends, and at last true."""
    scripts: bool | None = None
    """Whether the site has scripts, and with them the search; likewise."""
    tokens: dict[str, Any] = {}
    """Custom properties of the stylesheets, without their dashes, with other values: a text, or `Shades`."""
    pages: dict[str, Any] = {}
    """The pages in `pages/`, by the names of their files, as `PageSettings`."""
    words: dict[str, dict[str, str]] = {}
    """By language (BCP 47), texts for `t(key)`: the theme's own, or others for the interface's."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One theme's folder."""

    name: str
    files: Files
    settings: ThemeSettings
    tokens: Mapping[str, Shades]
    pages: Mapping[str, PageSettings]
    document: YamlText
    """theme.yaml, for the lines of what is wrong in it."""

    def file(self, path: str) -> str:
        """The file's path as problems name it."""
        return theme_file(self.name, path)

    def line(self, *key: str | int) -> int:
        """The line of a key in theme.yaml."""
        return self.document.line(*key)


def theme_file(theme: str, path: str) -> str:
    """The path of a theme's file as problems name it."""
    return f"themes/{theme}/{path}"


def read_layers(name: str, files_of: Callable[[str], Files | None], problems: Problems) -> tuple[Layer, ...]:
    """The theme's own layer, then that of the theme it extends, and so on; ends where `problems` says what is wrong.

    `files_of` gives a theme's files by its name, None where there is no such theme.
    """
    layers: list[Layer] = []
    named_in, line = "", 0
    while name:
        path = theme_file(name, THEME_YAML)
        if any(layer.name == name for layer in layers):
            chain = " -> ".join([*(layer.name for layer in layers), name])
            problems.error(named_in, line, f"the theme extends itself: {chain}", "correct or leave out one `extends`")
            break
        files = None if "/" in name else files_of(name)
        if files is None:
            hint = "a theme is a folder in themes/ with a theme.yaml, or one that comes with the program, as `reader`"
            problems.error(named_in or path, line, f"there is no theme called `{name}`", hint)
            break
        layer = _layer(name, files, problems)
        if layer is None:
            break
        layers.append(layer)
        name, named_in, line = layer.settings.extends, path, layer.line("extends")
    return tuple(layers)


def own_text(theme: str, path: str, data: bytes, problems: Problems) -> str | None:
    """A theme's file as text; None where it is not UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problems.error(theme_file(theme, path), line, "not UTF-8", "save the file as UTF-8 in your editor")
        return None


def _layer(name: str, files: Files, problems: Problems) -> Layer | None:
    path = theme_file(name, THEME_YAML)
    if THEME_YAML not in files:
        problems.error(path, 0, f"the theme `{name}` has no theme.yaml", "a theme is a folder with a theme.yaml")
        return None
    text = own_text(name, THEME_YAML, files[THEME_YAML], problems)
    document = read_yaml(text, path, problems) if text is not None else None
    settings = checked(document, ThemeSettings, problems) if document is not None else None
    if document is None or settings is None:
        return None
    tokens = dict(_tokens(document, settings, problems))
    pages = dict(_pages(document, settings, problems))
    return Layer(name, files, settings, tokens, pages, document)


def _tokens(document: YamlText, settings: ThemeSettings, problems: Problems) -> Iterator[tuple[str, Shades]]:
    for name, value in settings.tokens.items():
        if isinstance(value, str):
            yield name, Shades(light=value, dark=value)
        else:
            shades = checked(document, Shades, problems, ("tokens", name))
            if shades is not None:
                yield name, shades


def _pages(document: YamlText, settings: ThemeSettings, problems: Problems) -> Iterator[tuple[str, PageSettings]]:
    for name in settings.pages:
        page = checked(document, PageSettings, problems, ("pages", name))
        if page is None:
            continue
        if page.link not in ("navigation", "footer", "none"):
            line = document.line("pages", name, "link")
            problems.error(document.path, line, f"`link`: {page.link}", "write `navigation`, `footer` or `none`")
            continue
        yield name, page
