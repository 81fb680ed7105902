"""A theme's stylesheet: those of its layers in their order, its tokens, and the names that files have in the site."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence

from generator.output_file import OutputFile
from generator.problems import Problems
from generator.render.themes.layers import Layer, Shades, own_text, theme_file
from generator.urls import hashed_name
from generator.yaml_values import nearest

STATIC = "static/"

_ADDRESS = re.compile(r"url\(\s*(['\"]?)(?!data:|#)([^'\")]+?)\1\s*\)")
_DECLARED = re.compile(r"(?<![\w-])--([\w-]+)\s*:")
_VALUE = re.compile(r"[^{};<>\\@]+")
"""What cannot end the declaration that it stands in."""

Static = Mapping[str, tuple[str, bytes]]
"""The files in `static/`: their paths there to the layer that has them, and their bytes."""


def static_files(layers: Sequence[Layer]) -> dict[str, tuple[str, bytes]]:
    """Every file in `static/`, from the first layer that has it, in the order of their paths."""
    found = {
        path.removeprefix(STATIC): (layer.name, data)
        for layer in reversed(layers)
        for path, data in layer.files.items()
        if path.startswith(STATIC)
    }
    return dict(sorted(found.items()))


def in_site(path: str, data: bytes) -> str:
    """The path in the site of a file in `static/`."""
    return "assets/" + hashed_name(path, data)


def stylesheet(layers: Sequence[Layer], static: Static, addresses: Mapping[str, str], problems: Problems) -> OutputFile:
    """All stylesheets as one; the tokens stand after the first, which declares them, so that print can still differ."""
    order = _order(layers, static, problems)
    texts = {path: own_text(static[path][0], STATIC + path, static[path][1], problems) or "" for path in order}
    parts = [_with_addresses(static[path][0], path, text, addresses, problems) for path, text in texts.items()]
    parts[1:1] = filter(None, [_tokens(layers, texts.values(), problems)])
    data = "\n".join(parts).encode()
    return OutputFile(in_site(f"{layers[0].name}.css", data), data)


def _order(layers: Sequence[Layer], static: Static, problems: Problems) -> list[str]:
    """The parent's first, since what comes later goes before."""
    order: dict[str, None] = {}
    for layer in reversed(layers):
        for position, path in enumerate(layer.settings.styles):
            if path not in static:
                line = layer.line("styles", position)
                text = f"the theme `{layer.name}` has no stylesheet `static/{path}`"
                problems.error(layer.document.path, line, text, "correct `styles`")
            else:
                order[path] = None
        own = [path.removeprefix(STATIC) for path in sorted(layer.files) if path.startswith(STATIC)]
        order |= dict.fromkeys(path for path in own if path.endswith(".css"))
    return list(order)


def _tokens(layers: Sequence[Layer], texts: Iterable[str], problems: Problems) -> str:
    """The rules that give tokens their other values."""
    declared = {name for text in texts for name in _DECLARED.findall(text)}
    rules = {"": "", "light": "", "dark": ""}
    for layer in reversed(layers):
        for name, shades in sorted(layer.tokens.items()):
            line = layer.line("tokens", name)
            if name not in declared:
                text = f"no stylesheet declares the token `{name}`"
                problems.error(layer.document.path, line, text, nearest(name, declared))
            for scheme, value in _schemes(shades):
                if _is_value(value):
                    rules[scheme] += f"  --{name}: {value.strip()};\n"
                else:
                    text = f"the token `{name}` has a value that CSS would not read: {value}"
                    problems.error(layer.document.path, line, text, "write it as it would stand after the colon")
    texts = {scheme: f":root {{\n{body}}}\n" for scheme, body in rules.items() if body}
    return "".join(
        f"@media (prefers-color-scheme: {scheme}) {{\n{text}}}\n" if scheme else text for scheme, text in texts.items()
    )


def _schemes(shades: Shades) -> list[tuple[str, str]]:
    if shades.light == shades.dark:
        return [("", shades.light)]
    return [(scheme, value) for scheme, value in (("light", shades.light), ("dark", shades.dark)) if value]


def _is_value(value: str) -> bool:
    return (
        bool(_VALUE.fullmatch(value))
        and value.count("(") == value.count(")")
        and not value.count('"') % 2
        and not value.count("'") % 2
        and "url(" not in value
        and "/*" not in value
    )


def _with_addresses(theme: str, path: str, text: str, addresses: Mapping[str, str], problems: Problems) -> str:
    """A stylesheet with the files it names under the names they have in the site."""

    def address(match: re.Match[str]) -> str:
        file = posixpath.normpath(posixpath.join(posixpath.dirname(path), match[2]))
        if file not in addresses:
            line = text.count("\n", 0, match.start()) + 1
            hint = "a site asks no other host for anything: put the file beside the stylesheet"
            problem = f"names `{match[2]}`, which is not in static/"
            problems.error(theme_file(theme, STATIC + path), line, problem, hint)
            return match[0]
        return f'url("{addresses[file].removeprefix("assets/")}")'

    return _ADDRESS.sub(address, text)
