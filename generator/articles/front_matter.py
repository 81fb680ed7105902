"""The front matter of an article file: its keys, how it is read, and how it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import msgspec

from generator.articles.edtf_date import EdtfDate, parse_edtf
from generator.yaml_text import YamlText, read_yaml
from generator.yaml_values import sound_values

if TYPE_CHECKING:
    import yaml

    from generator.problems import Problems


class Source(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Where an imported article comes from."""

    file: str
    """Relative to `content/sources/`."""
    sha256: str
    """Of the source's bytes, 64 hexadecimal digits."""
    imported: EdtfDate
    """The day of the first import; written once."""


class FrontMatter(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What an article file says of its article. Text that is not given is empty, a date None."""

    title: str
    date: EdtfDate | None = None
    """Of publication, as far as the source says it."""
    updated: EdtfDate | None = None
    """When the publication last changed the article; never taken for `date`."""
    revised: EdtfDate | None = None
    """When the archive's own text was last changed in substance."""
    author: tuple[str, ...] = ()
    publication: str = ""
    url: str = ""
    """Where the article was first published."""
    language: str = ""
    """BCP 47; empty where it is the archive's."""
    summary: str = ""
    tags: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    """Ids or names of authorities that the editor adds to those found in the text; likewise the next two."""
    places: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    not_mentions: tuple[str, ...] = ()
    """Ids of authorities that must not be linked in this article."""
    rights: str = ""
    aliases: tuple[str, ...] = ()
    """Old output paths that lead here."""
    draft: bool = False
    withdrawn: str = ""
    """Why the text was taken down; the page stays as a note."""
    source: Source | None = None
    extra: dict[str, Any] = {}


class ArticleText(msgspec.Struct, frozen=True):
    """An article file parted in two."""

    front_matter: str
    body: str
    body_line: int
    """The line of the file on which the body begins."""


_LINE_SIGN = re.compile("[\x85\u2028\u2029]")
_FENCE = re.compile(r"\A﻿?---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)


def split_article(text: str) -> ArticleText | None:
    """The front matter and the body of an article file, or None where no front matter stands at its start."""
    match = _FENCE.match(text)
    if match is None:
        return None
    return ArticleText(match[1], text[match.end() :], text.count("\n", 0, match.end()) + 1)


def parse_front_matter(text: str, path: str, problems: Problems) -> tuple[FrontMatter, YamlText] | None:
    """The checked front matter between the fences and the lines of its keys; None where `problems` has errors."""
    found = len(problems)
    values, document = sound_front_matter(text, path, problems)
    return (FrontMatter(**values), document) if len(problems) == found else None


def sound_front_matter(text: str, path: str, problems: Problems) -> tuple[dict[str, Any], YamlText]:
    """The values in the front matter that are right, and the lines of its keys; the rest is errors in `problems`."""
    document = read_yaml(text, path, problems, first_line=2)
    if document is None:
        return {}, YamlText(path, {})
    values = sound_values(document, FrontMatter, problems, dec_hook=_decode)
    if not values.get("title", "?").strip():
        problems.error(path, document.line("title"), "`title` is empty", "write the article's title there")
    return values, document


def _decode(type_: type, value: Any) -> Any:
    if type_ is EdtfDate:
        return parse_edtf(str(value))
    raise NotImplementedError(type_)


def write_article(front_matter: FrontMatter, body: str) -> str:
    """The text of an article file. Keys without a value are left out; the body ends in exactly one line end."""
    return f"---\n{_dump(front_matter)}---\n{body.strip(chr(10))}\n"


def _dump(front_matter: FrontMatter) -> str:
    import yaml

    given = {}
    for name in front_matter.__struct_fields__:
        value = getattr(front_matter, name)
        if isinstance(value, Source):
            value = {part: getattr(value, part) for part in value.__struct_fields__}
        if value:
            given[name] = value
    # libyaml's emitter writes signs beyond U+FFFF as escapes and does not indent lists, and is four times as quick.
    quick = not given.get("extra") and not any(sign > "\uffff" for sign in _texts_of(given))
    return str(yaml.serialize(_node(given), Dumper=_dumper(quick), allow_unicode=True, width=1_000_000))


def _texts_of(given: Mapping[str, Any]) -> Iterator[str]:
    """The greatest character of each text."""
    for value in given.values():
        texts = value if isinstance(value, tuple) else value.values() if isinstance(value, dict) else (value,)
        yield from (max(text) for text in texts if isinstance(text, str) and text)


@lru_cache(maxsize=2)
def _dumper(quick: bool) -> Any:
    import yaml

    class Dumper(yaml.SafeDumper):
        """Indents lists under their keys."""

        def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
            return super().increase_indent(flow, False)

    return getattr(yaml, "CSafeDumper", Dumper) if quick else Dumper


_TAG = "tag:yaml.org,2002:"


def _node(value: object) -> yaml.Node:
    """A value as it is written: dates plain, texts as they are, lists on one line but for those in `extra`.

    Nodes are made here, since the library takes longer to find out how each value is to be made into one than for all
    the rest.
    """
    import yaml

    if isinstance(value, str):
        # These end a line in YAML and would come back as a blank, except as escapes.
        return yaml.ScalarNode(_TAG + "str", value, style='"' if _LINE_SIGN.search(value) else None)
    if isinstance(value, EdtfDate):
        # The tag that a date has for other YAML readers, so that it needs no quotation marks.
        tag = "timestamp" if value.precision == "day" and not value.is_approximate else None
        # A number that begins with 0 is no decimal one to them.
        number = re.fullmatch(r"[1-9]\d*", value.text, re.ASCII)
        return yaml.ScalarNode(_TAG + (tag or ("int" if number else "str")), value.text)
    if isinstance(value, int):
        return yaml.ScalarNode(_TAG + ("bool" if isinstance(value, bool) else "int"), str(value).lower())
    if isinstance(value, dict):
        return yaml.MappingNode(
            _TAG + "map", [(_node(key), _node(one)) for key, one in value.items()], flow_style=False
        )
    if isinstance(value, (list, tuple)):
        return yaml.SequenceNode(_TAG + "seq", [*map(_node, value)], flow_style=isinstance(value, tuple))
    raise TypeError(f"front matter holds no {type(value).__name__}")
