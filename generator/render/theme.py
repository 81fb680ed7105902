"""A theme: its settings, its templates compiled once, and its static files under the names they have in the site."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from generator.errors import ThemeError
from generator.output_file import OutputFile
from generator.problems import Problems
from generator.urls import hashed_name
from generator.yaml_text import checked, read_yaml

if TYPE_CHECKING:
    from types import TracebackType

    from jinja2 import Environment

THEME_YAML = "theme.yaml"

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


class ThemeSettings(msgspec.Struct, frozen=True, kw_only=True):
    """theme.yaml."""

    description: str = ""
    extends: str = ""
    """The theme whose files stand in for those that this one leaves out."""
    styles: tuple[str, ...] = ()
    """Stylesheets in `static/`, in their order; those not named follow in the order of their names."""
    icon: str = ""
    """The file in `static/` that browsers show beside the page's title."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme, checked and ready to render."""

    name: str
    settings: ThemeSettings
    environment: Environment
    static: tuple[OutputFile, ...]
    """The static files of the site, the stylesheets bundled into one."""
    addresses: Mapping[str, str]
    """File in `static/` to its path in the site."""
    stylesheet: str
    """Path in the site."""

    def render(self, template: str, context: Mapping[str, object]) -> str:
        """The template filled with the context. Raises ThemeError, with file and line, where that cannot be done."""
        import jinja2

        try:
            return self.environment.get_template(template).render(context)
        except jinja2.TemplateSyntaxError as error:
            raise _syntax_error(self.name, error) from error
        except (jinja2.TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            place = _place(error.__traceback__) or _file(self.name, template)
            hint = "generator/render/views.py and its neighbours (article_views.py …) say what a template gets"
            raise ThemeError(f"{place}: {error}", hint) from error


def theme_from_files(name: str, files: Mapping[str, bytes]) -> Theme:
    """The theme with the files of its folder, by their paths in it; `{**parent, **child}` for one that extends another.

    Raises ThemeError where a file is missing or broken.
    """
    settings = _settings(name, files)
    templates = {
        path.removeprefix("templates/"): _text(name, path, data)
        for path, data in sorted(files.items())
        if path.startswith("templates/")
    }
    for template in PAGE_TEMPLATES:
        if template not in templates:
            raise ThemeError(
                f"the theme `{name}` has no template `{template}`",
                f"add {_file(name, template)}, or let theme.yaml say `extends: reader`",
            )
    static = {path.removeprefix("static/"): data for path, data in sorted(files.items()) if path.startswith("static/")}
    styles = _ordered_styles(name, settings, static)
    addresses = {path: _in_site(path, data) for path, data in static.items() if path not in styles}
    if settings.icon and settings.icon not in addresses:
        raise ThemeError(f"the theme `{name}` has no icon `static/{settings.icon}`", "correct `icon` in its theme.yaml")
    sheet = "\n".join(_style(name, path, static[path], addresses) for path in styles).encode()
    stylesheet = _in_site(f"{name}.css", sheet)
    bundled = [OutputFile(address, static[path]) for path, address in addresses.items()]
    return Theme(
        name=name,
        settings=settings,
        environment=_compiled(name, templates),
        static=(OutputFile(stylesheet, sheet), *bundled),
        addresses=addresses,
        stylesheet=stylesheet,
    )


def _settings(name: str, files: Mapping[str, bytes]) -> ThemeSettings:
    if THEME_YAML not in files:
        raise ThemeError(f"the theme `{name}` has no theme.yaml", "a theme is a folder with theme.yaml and templates/")
    path = f"themes/{name}/{THEME_YAML}"
    problems = Problems()
    document = read_yaml(_text(name, THEME_YAML, files[THEME_YAML]), path, problems)
    settings = checked(document, ThemeSettings, problems) if document is not None else None
    if settings is None:
        first = problems.sorted()[0]
        raise ThemeError("; ".join(map(str, problems)), first.hint)
    return settings


def _text(name: str, path: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ThemeError(f"themes/{name}/{path} is not UTF-8", "save it as UTF-8") from error


def _ordered_styles(name: str, settings: ThemeSettings, static: Mapping[str, bytes]) -> tuple[str, ...]:
    for path in settings.styles:
        if path not in static:
            raise ThemeError(
                f"the theme `{name}` has no stylesheet `static/{path}`", "correct `styles` in its theme.yaml"
            )
    others = [path for path in static if path.endswith(".css") and path not in settings.styles]
    return (*settings.styles, *others)


def _in_site(path: str, data: bytes) -> str:
    return "assets/" + hashed_name(path, data)


_CSS_ADDRESS = re.compile(r"url\(\s*(['\"]?)(?!data:|#)([^'\")]+?)\1\s*\)")


def _style(name: str, path: str, data: bytes, addresses: Mapping[str, str]) -> str:
    """A stylesheet with the files it names under the names they have in the site."""

    def address(match: re.Match[str]) -> str:
        file = posixpath.normpath(posixpath.join(posixpath.dirname(path), match[2]))
        if file not in addresses:
            raise ThemeError(
                f"themes/{name}/static/{path} names `{match[2]}`, which is not in static/",
                "a site asks no other host for anything: put the file beside the stylesheet",
            )
        return f'url("{addresses[file].removeprefix("assets/")}")'

    return _CSS_ADDRESS.sub(address, _text(name, f"static/{path}", data))


def _file(theme: str, template: str) -> str:
    return f"themes/{theme}/templates/{template}"


def _compiled(name: str, templates: Mapping[str, str]) -> Environment:
    import jinja2

    # Not a DictLoader, which gives a template no file name for its tracebacks to tell.
    def load(template: str) -> Any:
        source = templates.get(template)
        return None if source is None else (source, _file(name, template), lambda: True)

    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(load),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
    )
    for template in templates:
        try:
            environment.get_template(template)
        except jinja2.TemplateSyntaxError as error:
            raise _syntax_error(name, error) from error
    return environment


def _syntax_error(name: str, error: Any) -> ThemeError:
    place = error.filename or _file(name, error.name or "")
    return ThemeError(f"{place}:{error.lineno}: {error.message}", "correct the template's syntax")


def _place(traceback: TracebackType | None) -> str:
    """`file:line` of the innermost template in a traceback."""
    place = ""
    while traceback is not None:
        file = traceback.tb_frame.f_code.co_filename
        if "/templates/" in file and file.startswith("themes/"):
            place = f"{file}:{traceback.tb_lineno}"
        traceback = traceback.tb_next
    return place
