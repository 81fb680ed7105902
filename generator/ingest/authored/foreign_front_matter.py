"""Finds the front matter of other tools at the start of a Markdown file: its keys, and the lines on which each stands.

YAML between `---` (Jekyll, Hugo), TOML between `+++` and JSON in braces (Hugo), or lines `Key: value` (Pelican,
MultiMarkdown). What cannot be read as a whole is read key by key, as far as that goes.
"""

from __future__ import annotations

import bisect
import json
import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from generator.articles.known_columns import column_key
from generator.ingest.authored.foreign_keys import KNOWN, Entry
from generator.ingest.authored.key_lines import key_lines
from generator.ingest.authored.plain_values import settled
from generator.ingest.findings import Remark
from generator.problems import Problems
from generator.yaml_text import read_yaml


@dataclass(frozen=True, slots=True)
class Placed:
    """A key with its value, and the lines of the file on which it stands, from 1."""

    entry: Entry
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above a file's text; nothing where the file has no front matter."""

    line_count: int = 0
    placed: tuple[Placed, ...] = ()
    broken: frozenset[int] = frozenset()
    """Lines that could not be read."""
    remarks: tuple[Remark, ...] = ()


_HINT = "write what these lines say into the article's front matter"


def read_head(lines: Sequence[str]) -> Head:
    """The front matter above the text in a file's `lines`."""
    first = lines[0].rstrip() if lines else ""
    if first in _FENCED:
        end = next((at for at, line in enumerate(lines[1:], start=1) if line.rstrip() in _ENDS[first]), None)
        return _FENCED[first](lines[1:end], end + 1) if end is not None else _unclosed(first, lines[1:])
    if first.startswith("{"):
        return _json(lines)
    return _header_lines(lines)


def _yaml(lines: Sequence[str], line_count: int) -> Head:
    problems = Problems()
    text = "\n".join(_legible(line) for line in lines)
    document = read_yaml(text, "", problems, first_line=2)
    if document is not None and isinstance(document.value, dict):
        starts = {name: document.line(name) for name in document.value}
        placed = _between(list(document.value.items()), starts, lines, spaced=True)
        return _settled(line_count, placed)
    if document is not None:
        remark = Remark(2, "the front matter is no mapping of keys to values", _HINT)
        return Head(line_count, (), frozenset(range(2, line_count)), (remark,))
    problem = next(iter(problems))
    told = Remark(problem.line, f"{problem.text}; the front matter is read key by key", _HINT)
    return _key_by_key(lines, line_count, _YAML_KEY, _yaml_chunk, told, spaced=True)


def _between(
    items: Sequence[tuple[str, object]], starts: dict[str, int], lines: Sequence[str], spaced: bool
) -> list[Placed]:
    """The items, each with the lines from its own start to the next one's; `lines` begin on line 2 of the file."""
    bounds = sorted({*starts.values(), len(lines) + 2})
    placed = []
    for name, value in items:
        start = starts[name]
        own = list(range(start, bounds[bisect.bisect_right(bounds, start)]))
        # A comment above the next key is none of this one's.
        while len(own) > 1 and (not lines[own[-1] - 2].strip() or lines[own[-1] - 2].startswith("#")):
            own.pop()
        placed.append(Placed(Entry(name, value, spaced), tuple(own)))
    return placed


def _legible(line: str) -> str:
    """A line without what YAML refuses or takes for a line's end."""
    return _LINE_SIGN.sub(" ", _CONTROL.sub("", line))


_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_SIGN = re.compile("[\x85\u2028\u2029]")
_YAML_KEY = re.compile(r"[^\W\d][\w .-]*:(?:\s|$)")


def _yaml_chunk(chunk: Sequence[str]) -> dict[str, object] | None:
    """What a key's lines say by themselves; a line that is no YAML says what it says."""
    document = read_yaml("\n".join(map(_legible, chunk)), "", Problems())
    if document is not None:
        return document.value if isinstance(document.value, dict) else None
    if any(line.strip() for line in chunk[1:]):
        return None
    name, _, value = chunk[0].partition(":")
    # What begins so was to be more than a text.
    return None if value.strip()[:1] in tuple("[{|>&*!%@") else {name: value.strip().strip("\"'")}


def _toml(lines: Sequence[str], line_count: int) -> Head:
    try:
        whole: dict[str, object] = tomllib.loads("\n".join(lines))
    except (ValueError, RecursionError) as error:
        told = Remark(2, f"not valid TOML: {error}; the front matter is read key by key", _HINT)
        return _key_by_key(lines, line_count, _TOML_KEY, _toml_chunk, told, spaced=False)
    found: dict[str, list[int]] = {}
    table = ""
    for start, end in _toml_statements(lines):
        name = _first_key(lines[start])
        table = name if lines[start].lstrip().startswith("[") else table
        found.setdefault(table or name, []).extend(range(start + 2, end + 2))
    placed = [Placed(Entry(name, value), tuple(found.get(name, ()))) for name, value in whole.items()]
    return _settled(line_count, placed)


_TOML_KEY = re.compile(r"[A-Za-z0-9_\"'-]+\s*=|\[")
_TOML_NAME = re.compile(r"""\s*\[{0,2}\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([A-Za-z0-9_-]+))""")
_LONGEST_STATEMENT = 200
"""Lines of a statement that are tried one after the other."""


def _toml_statements(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """From where to where each key's or table's own lines reach: the fewest that are TOML by themselves."""
    start = 0
    while start < len(lines):
        end = start + 1
        while end < min(len(lines), start + _LONGEST_STATEMENT) and not _is_toml(lines[start:end]):
            end += 1
        if lines[start].strip() and not lines[start].lstrip().startswith("#"):
            yield start, end
        start = end


def _is_toml(lines: Sequence[str]) -> bool:
    return _toml_chunk(lines) is not None


def _toml_chunk(chunk: Sequence[str]) -> dict[str, object] | None:
    try:
        return tomllib.loads("\n".join(chunk))
    except (ValueError, RecursionError):
        return None


def _first_key(line: str) -> str:
    """The first part of the key that a statement begins with."""
    match = _TOML_NAME.match(line)
    if match is None:
        return ""
    if match[1] is not None:
        (name,) = (_toml_chunk([f'"{match[1]}" = 0']) or {"": 0}).keys()
        return name
    return match[2] if match[2] is not None else match[3]


def _key_by_key(
    lines: Sequence[str],
    line_count: int,
    key: re.Pattern[str],
    read: Callable[[Sequence[str]], dict[str, object] | None],
    told: Remark,
    spaced: bool,
) -> Head:
    """Reads each key's lines by themselves: from a line that begins with a key up to the next such line."""
    starts = [at for at, line in enumerate(lines) if key.match(line)]
    placed: list[Placed] = []
    broken = {at + 2 for at in range(starts[0] if starts else len(lines))}
    names: set[str] = set()
    for start, end in pairwise([*starts, len(lines)]):
        numbers = tuple(range(start + 2, end + 2))
        values = read(lines[start:end])
        # Of a key that stands twice the first is taken: which one is right only the editor can tell.
        if values is None or len(values) != 1 or names & values.keys():
            broken |= set(numbers)
            continue
        ((name, value),) = values.items()
        names.add(name)
        placed.append(Placed(Entry(name, value, spaced), numbers))
    return _settled(line_count, placed, frozenset(broken), (told,))


def _unclosed(fence: str, lines: Sequence[str]) -> Head:
    """The front matter that nothing ends: the keys below the fence, as far as each can be read by itself.

    All else is text. Where none of the keys is known, a line above a text looks like a fence, and there is none.
    """
    key, read = _BY_KEY[fence]
    end = key_lines(lines, key)
    while end:
        text = f"the front matter that begins here never ends: its keys are read, and from line {end + 2} on it is text"
        told = Remark(1, text, "look whether the article's text begins where it should")
        head = _key_by_key(lines[:end], end + 1, key, read, told, spaced=fence == "---")
        if not head.broken:
            return head if any(column_key(placed.entry.name) in KNOWN for placed in head.placed) else Head()
        end = min(head.broken) - 2
    name = re.split("[:=]", lines[0], maxsplit=1)[0] if lines else ""
    told = Remark(1, "the front matter that begins here never ends, and counts as text", _HINT)
    return Head(remarks=(told,)) if column_key(name) in KNOWN and key.match(lines[0]) else Head()


def _json(lines: Sequence[str]) -> Head:
    text = "\n".join(lines)
    # Only so much of the file is looked at as can be front matter: it ends on the first line that ends the object.
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    try:
        items, end = _json_items(text)
    except (ValueError, RecursionError) as error:
        if lines[0].strip() != "{" or "}" not in (line.rstrip() for line in lines):
            return Head()  # A line of text that begins with a brace, such as a template's.
        line_count = next(at for at, line in enumerate(lines, start=1) if line.rstrip() == "}")
        told = Remark(1, f"the front matter is not valid JSON: {error}", _HINT)
        return Head(line_count, (), frozenset(range(1, line_count + 1)), (told,))
    last = bisect.bisect_right(starts, end - 1)
    if text[end : starts[last] - 1].strip():
        return Head()
    placed = [
        Placed(
            Entry(name, value),
            tuple(range(bisect.bisect_right(starts, start), bisect.bisect_right(starts, stop - 1) + 1)),
        )
        for name, value, start, stop in items
    ]
    return _settled(last, placed)


_SPACES = re.compile(r"[ \t\n]*")


def _json_items(text: str) -> tuple[list[tuple[str, object, int, int]], int]:
    """The members of the object that a text begins with, each with its place, and where the object ends."""
    decoder = json.JSONDecoder()
    items: dict[str, tuple[str, object, int, int]] = {}
    position = _after_spaces(text, 1)
    while text[position : position + 1] != "}":
        name, behind = decoder.raw_decode(text, position)
        colon = _after_spaces(text, behind)
        if not isinstance(name, str) or text[colon : colon + 1] != ":":
            raise ValueError("a key in quotation marks and a colon are wanted")
        value, end = decoder.raw_decode(text, _after_spaces(text, colon + 1))
        if name in items:
            raise ValueError(f"the key `{name}` stands twice")
        items[name] = (name, value, position, end)
        position = _after_spaces(text, end)
        if text[position : position + 1] == ",":
            position = _after_spaces(text, position + 1)
        elif text[position : position + 1] != "}":
            raise ValueError(f"a comma or a closing brace is wanted behind `{name}`")
    return list(items.values()), position + 1


def _after_spaces(text: str, position: int) -> int:
    match = _SPACES.match(text, position)
    return match.end() if match else position


_HEADER_LINE = re.compile(r" {0,3}([A-Za-z][\w .-]{0,40}?):(?:[ \t]+(.*)|)$")
_CONTINUED = re.compile(r"(?: {4}|\t)\s*(\S.*)$")


def _header_lines(lines: Sequence[str]) -> Head:
    """`Key: value` lines up to the first blank line, at least one with a key that is known: else it is text."""
    found: list[tuple[str, list[str], list[int]]] = []
    for number, line in enumerate(lines, start=1):
        header, continued = _HEADER_LINE.match(line), _CONTINUED.match(line)
        if not line.strip():
            break
        if header:
            found.append((header[1], [header[2] or ""], [number]))
        elif continued and found:
            found[-1][1].append(continued[1])
            found[-1][2].append(number)
        else:
            return Head()
    names = [_bare(name) for name, _, _ in found]
    if not {"title", "date", "author", "authors", "slug", "category", "tags"} & set(names):
        return Head()
    if len(set(names)) != len(names) or sum(name in KNOWN for name in names) * 2 < len(names):
        return Head()
    placed = [Placed(Entry(name, "\n".join(values).strip()), tuple(numbers)) for name, values, numbers in found]
    return _settled(placed[-1].lines[-1], placed)


def _bare(name: str) -> str:
    return re.sub(r"[\s_.-]+", "", name).casefold()


def _settled(
    line_count: int,
    placed: Sequence[Placed],
    broken: frozenset[int] = frozenset(),
    remarks: tuple[Remark, ...] = (),
) -> Head:
    """The head, whose values are such as can be written into an article's front matter."""
    kept: list[Placed] = []
    for item in placed:
        try:
            entry = Entry(item.entry.name, settled(item.entry.value), item.entry.spaced)
        except ValueError as error:
            broken |= set(item.lines)
            line = item.lines[0] if item.lines else 1
            remarks += (Remark(line, f"`{item.entry.name}` cannot be taken: {error}", _HINT),)
        else:
            kept.append(Placed(entry, item.lines))
    return Head(line_count, tuple(kept), broken, remarks)


_FENCED: dict[str, Callable[[Sequence[str], int], Head]] = {"---": _yaml, "+++": _toml}
_BY_KEY: dict[str, tuple[re.Pattern[str], Callable[[Sequence[str]], dict[str, object] | None]]] = {
    "---": (_YAML_KEY, _yaml_chunk),
    "+++": (_TOML_KEY, _toml_chunk),
}
_ENDS = {"---": ("---", "..."), "+++": ("+++",)}
