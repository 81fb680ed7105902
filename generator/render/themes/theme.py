"""A theme: its settings, its templates compiled once, and its static files under the names they have in the site."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.errors import ProblemsError, ThemeError
from generator.output_file import OutputFile
from generator.problems import Problems
from generator.render.themes.layers import PAGES, Files, Layer, PageSettings, read_layers, theme_file
from generator.render.themes.styles import in_site, static_files, stylesheet
from generator.render.themes.templates import TEMPLATES, Templates, compiled, read_templates
from generator.render.words.catalogue import Words
from generator.yaml_values import nearest

PAGE_TEMPLATES = (
    "404.html",
    "about.html",
    "article.html",
    "exports.html",
    "home.html",
    "licenses.html",
    "page.html",
    "redirect.html",
    "search.html",
    "source.html",
    "term.html",
    "terms.html",
    "timeline.html",
    "titles.html",
    "years.html",
)
"""What the site is made with; a theme may have more, for these to extend and include."""

_PAGE_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.html")
_HINT = "generator/render/page/views.py and the views.py of its neighbours say what a template gets"


@dataclass(frozen=True, slots=True)
class ThemePage:
    """A page that the theme adds to the site."""

    path: str
    """In the site."""
    template: str
    settings: PageSettings
    place: str
    """`file:line` where theme.yaml names it."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme, checked and ready to render."""

    name: str
    templates: Templates
    static: tuple[OutputFile, ...]
    """The static files of the site, the stylesheets bundled into one."""
    addresses: Mapping[str, str]
    """File in `static/` to its path in the site."""
    stylesheet: str
    """Path in the site; empty where the theme has none."""
    icon: str
    """Path in the site; empty where the theme has none."""
    scripts: bool
    """Whether its pages run scripts: without them the site has no search either."""
    pages: tuple[ThemePage, ...]
    words: Mapping[str, Mapping[str, str]]
    """By language (BCP 47), texts of its own or in the place of the interface's."""

    def render(self, template: str, context: Mapping[str, object]) -> str:
        """The template filled with the context. Raises ThemeError, with file and line, where that cannot be done."""
        import jinja2

        try:
            return self.templates.environment.page(template, context)
        except (jinja2.TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            place = self.templates.place(error.__traceback__) or theme_file(self.name, TEMPLATES + template)
            raise ThemeError(f"{place}: {error}", _HINT) from error

    def words_beside(self, words: Words) -> Words:
        """The interface's words with the theme's; where it has none in their language, with its English ones."""
        own = {**self.words.get("en", {}), **self.words.get(words.language, {})}
        return replace(words, texts={**words.texts, **own}) if own else words


def load_theme(name: str, files_of: Callable[[str], Files | None], *, is_checked: bool = False) -> Theme:
    """The theme with the files that `files_of` gives for its name and for those of the themes that it extends.

    `is_checked`: its templates were found to be right before, and are compiled only as they are used. Raises
    ProblemsError, with everything that is wrong in all of its files.
    """
    problems = Problems()
    layers = read_layers(name, files_of, problems)
    theme = _theme(layers, is_checked, problems) if layers and not problems.has_errors else None
    if theme is None or problems.has_errors:
        raise ProblemsError(problems.sorted())
    return theme


def theme_from_files(name: str, files: Files) -> Theme:
    """The theme with the files of one folder, for a theme that extends none. Raises as `load_theme`."""
    return load_theme(name, {name: files}.get)


def _theme(layers: Sequence[Layer], is_checked: bool, problems: Problems) -> Theme:
    scripts = _said(layer.settings.scripts for layer in layers)
    static = {path: file for path, file in static_files(layers).items() if scripts or not path.endswith(".js")}
    others = {path: data for path, (_, data) in static.items() if not path.endswith(".css")}
    files = {path: OutputFile(in_site(path, data), data) for path, data in others.items()}
    addresses = {path: file.path for path, file in files.items()}
    sheet = stylesheet(layers, static, addresses, problems)
    sheets = [sheet] if _said(layer.settings.stylesheet for layer in layers) else []
    templates = read_templates(layers, problems) if is_checked else compiled(layers, problems)
    _check_page_templates(layers, templates, problems)
    return Theme(
        name=layers[0].name,
        templates=templates,
        static=(*sheets, *files.values()),
        addresses=addresses,
        stylesheet=sheet.path if sheets else "",
        icon=_icon(layers, addresses, problems),
        scripts=scripts,
        pages=tuple(_pages(layers, problems)),
        words=_words(layers),
    )


def _said(values: Iterable[bool | None]) -> bool:
    """What the first layer says that says anything."""
    return next((value for value in values if value is not None), True)


def _icon(layers: Sequence[Layer], addresses: Mapping[str, str], problems: Problems) -> str:
    for layer in layers:
        icon = layer.settings.icon
        if icon and icon not in addresses:
            text = f"the theme `{layer.name}` has no icon `static/{icon}`"
            problems.error(layer.document.path, layer.line("icon"), text, "correct `icon`")
        if icon:
            return addresses.get(icon, "")
    return ""


def _check_page_templates(layers: Sequence[Layer], templates: Templates, problems: Problems) -> None:
    for template in PAGE_TEMPLATES:
        if template not in templates.sources:
            layer = layers[-1]
            hint = f"add {layer.file(TEMPLATES + template)}, or let theme.yaml say `extends: reader`"
            text = f"the theme `{layer.name}` has no template `{template}`"
            problems.error(layer.document.path, 0, text, hint)


def _pages(layers: Sequence[Layer], problems: Problems) -> Iterator[ThemePage]:
    """The pages of all layers by their names, each with the settings of the first layer that names it."""
    files = {path.removeprefix(PAGES) for layer in layers for path in layer.files if path.startswith(PAGES)}
    named = {name: layer for layer in reversed(layers) for name in layer.pages}
    for name, layer in sorted(named.items()):
        _check_page(name, layer, files, problems)
        yield ThemePage(name, PAGES + name, layer.pages[name], f"{layer.document.path}:{layer.line('pages', name)}")
    for name in sorted(files - set(named)):
        layer = next(layer for layer in layers if PAGES + name in layer.files)
        problems.error(layer.file(PAGES + name), 0, "theme.yaml gives this page no title", "name it under `pages`")


def _check_page(name: str, layer: Layer, files: Collection[str], problems: Problems) -> None:
    line = layer.line("pages", name)
    if name not in files:
        text = f"the theme `{layer.name}` has no page `{PAGES}{name}`"
        problems.error(layer.document.path, line, text, nearest(name, files) if files else f"add {PAGES}{name}")
    elif not _PAGE_NAME.fullmatch(name):
        hint = "small letters, digits and `-`, then .html: `front-page.html`"
        problems.error(layer.document.path, line, f"a page cannot be called `{name}`", hint)


def _words(layers: Sequence[Layer]) -> dict[str, dict[str, str]]:
    words: dict[str, dict[str, str]] = {}
    for layer in reversed(layers):
        for language, texts in layer.settings.words.items():
            words.setdefault(language, {}).update(texts)
    return words
