"""Reads YAML whose scalars are all text, remembering the line of each value, and checks it into typed values."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin

import msgspec

if TYPE_CHECKING:
    import yaml

    from generator.problems import Problems

T = TypeVar("T")
Key = tuple[str | int, ...]
"""Where a value stands: mapping keys and list positions, from the outermost in."""

_DEEPEST = 50
_TOO_DEEP = f"lists and mappings within one another more than {_DEEPEST} deep"
_HARMLESS = 10_000
"""Signs that open a list or mapping; the C reader survives as many within one another."""


@dataclass(frozen=True, slots=True)
class YamlText:
    """A YAML document as plain values (dict, list, str), and the line in its file on which each begins."""

    path: str
    value: object
    lines: dict[Key, int] = field(default_factory=dict)

    def line(self, *key: str | int) -> int:
        """The line of the value at `key`, or of the nearest value around it."""
        while key and key not in self.lines:
            key = key[:-1]
        return self.lines.get(key, 1)


def read_yaml(text: str, path: str, problems: Problems, first_line: int = 1) -> YamlText | None:
    """Reads one YAML document. `first_line` is the line of the file on which `text` begins.

    Every scalar stays as it is written: `no`, `007` and `Null` are text. A document that is not YAML, that repeats
    a key or that refers to itself is a problem, and gives None.
    """
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        _refuse_bottomless(text, loader)
        node = yaml.compose(text, Loader=loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        # What is never closed is noticed after the end, on a line that no editor shows.
        number = min(mark.line if mark is not None else 0, text.rstrip("\n").count("\n"))
        reason = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read")
        hint = "a value with `: `, `#` or a quotation mark at its start wants quotation marks around it"
        if re.match(" *\t", text.split("\n")[number]):
            hint = "indent with spaces: YAML takes no tabs"
        problems.error(path, first_line + number, f"not valid YAML: {reason}", hint)
        return None
    if node is None:
        return YamlText(path, {}, {(): first_line})
    reader = _NodeReader(path, first_line, problems)
    value = reader.read(node, ())
    return None if reader.broken else YamlText(path, value, reader.lines)


def _refuse_bottomless(text: str, loader: Any) -> None:
    """Raises YAMLError where a document is nested so deep that composing it would end the process, not fail."""
    import yaml

    if sum(map(text.count, "[{-?")) < _HARMLESS:
        return
    depth = 0
    for event in yaml.parse(text, Loader=loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            mark: Any = event.start_mark
            raise yaml.MarkedYAMLError(problem=_TOO_DEEP, problem_mark=mark)


class _NodeReader:
    """Turns composed YAML nodes into plain values."""

    def __init__(self, path: str, first_line: int, problems: Problems) -> None:
        self.path = path
        self.first_line = first_line
        self.problems = problems
        self.lines: dict[Key, int] = {}
        self.broken = False
        self._open: set[int] = set()
        self._done: dict[int, object] = {}

    def read(self, node: yaml.Node, key: Key) -> object:
        import yaml

        line = self.first_line + node.start_mark.line
        self.lines[key] = line
        if isinstance(node, yaml.ScalarNode):
            return str(node.value)
        if len(key) >= _DEEPEST:
            self._problem(line, _TOO_DEEP)
            return ""
        # An anchor used many times is read once, and one inside itself never ends.
        if id(node) in self._open:
            self._problem(line, "a YAML anchor that contains itself")
            return ""
        if id(node) in self._done:
            return self._done[id(node)]
        self._open.add(id(node))
        value = self._mapping(node, key) if isinstance(node, yaml.MappingNode) else self._sequence(node, key)
        self._open.discard(id(node))
        self._done[id(node)] = value
        return value

    def _sequence(self, node: yaml.Node, key: Key) -> list[object]:
        return [self.read(item, (*key, position)) for position, item in enumerate(node.value)]

    def _mapping(self, node: yaml.Node, key: Key) -> dict[str, object]:
        import yaml

        value: dict[str, object] = {}
        for name_node, item in node.value:
            line = self.first_line + name_node.start_mark.line
            if not isinstance(name_node, yaml.ScalarNode):
                self._problem(line, "a key that is not a word")
                continue
            name = str(name_node.value)
            if name in value:
                self._problem(line, f"the key `{name}` stands twice")
            value[name] = self.read(item, (*key, name))
            self.lines[(*key, name)] = line
        return value

    def _problem(self, line: int, text: str) -> None:
        self.broken = True
        self.problems.error(self.path, line, text)


def checked(
    document: YamlText,
    type_: type[T],
    problems: Problems,
    at: Key = (),
    dec_hook: Callable[[type, Any], Any] | None = None,
) -> T | None:
    """The mapping at `at` in `document` as a `type_` (a msgspec Struct); None where a problem was found.

    Unknown keys, values of the wrong shape and missing keys are all told, each with its line. A key without a value
    counts as left out.
    """
    value = _at(document.value, at)
    if not isinstance(value, dict):
        text = _told_where(at, "a mapping of keys to values is wanted here")
        problems.error(document.path, document.line(*at), text)
        return None
    unknown: list[tuple[Key, Iterable[str]]] = []
    given = _known_part(value, type_, (), unknown)
    clean = not unknown
    for key, known in unknown:
        text = _told_where((*at, *key[:-1]), f"unknown key `{key[-1]}`")
        problems.error(document.path, document.line(*at, *key), text, nearest(str(key[-1]), known))
    told: set[Key] = set()
    while True:
        try:
            result = msgspec.convert(given, type_, strict=False, dec_hook=dec_hook)
        except msgspec.ValidationError as error:
            clean = False
            name, text = _describe(error, value, at)
            if name[:1] in told:
                return None  # A required key that was taken out below is not missing.
            told.add(name[:1])
            key = (*at, *name)
            problems.error(document.path, document.line(*key), text, _hint(text))
            # The others are told too: without the key that is wrong, the rest is checked again.
            if not name or given.pop(str(name[0]), None) is None:
                return None
        else:
            return result if clean else None


def _at(value: object, key: Key) -> object:
    for step in key:
        value = value[step]  # type: ignore[index]
    return value


def _known_part(value: Any, type_: object, key: Key, unknown: list[tuple[Key, Iterable[str]]]) -> Any:
    """`value` without what is empty or unknown to `type_`, at any depth.

    The unknown keys are added to `unknown`, each with those that could stand in its place. msgspec would pass over
    them, and in a mapping that forbids them it tells the first alone.
    """
    struct = _struct_in(type_)
    if struct is not None and isinstance(value, list):
        return [_known_part(item, struct, (*key, position), unknown) for position, item in enumerate(value)]
    if struct is None or not isinstance(value, dict):
        return value
    types = _types_of_keys(struct)
    unknown += [((*key, name), types) for name, item in value.items() if item != "" and name not in types]
    return {
        name: _known_part(item, types[name], (*key, name), unknown)
        for name, item in value.items()
        if item != "" and name in types
    }


@lru_cache(maxsize=1024)
def _struct_in(type_: object) -> type[msgspec.Struct] | None:
    """The Struct that `type_` is, or that it wraps as `tuple[Struct, ...]` or `Struct | None` do."""
    if isinstance(type_, type) and issubclass(type_, msgspec.Struct):
        return type_
    if get_origin(type_) is dict:
        return None
    return next((struct for part in get_args(type_) if (struct := _struct_in(part)) is not None), None)


@lru_cache(maxsize=1024)
def _types_of_keys(struct: type[msgspec.Struct]) -> Mapping[str, object]:
    return {item.encode_name: item.type for item in msgspec.structs.fields(struct)}


_PLACE = re.compile(r"^(?P<text>.*?)(?: - at `\$(?P<place>[^`]*)`)?$", re.DOTALL)
_STEP = re.compile(r"\.([^.\[\]]+)|\[(\d+|\.\.\.)\]")
_SHAPES = {
    "array": "a list",
    "object": "a mapping",
    "str": "text",
    "bool": "true or false",
    "int": "a whole number",
    "float": "a number",
}


def _describe(error: msgspec.ValidationError, given: dict[str, object], at: Key) -> tuple[Key, str]:
    """The key and the words of msgspec's error, in a reader's terms rather than a programmer's.

    `given` is the mapping at `at`, and the key is one within it.
    """
    match = _PLACE.match(str(error))
    assert match is not None
    key: Key = ()
    for name, position in _STEP.findall(match["place"] or ""):
        if name:
            key = (*key, name)
        elif position.isdigit():
            key = (*key, int(position))
    text = match["text"]
    missing = re.fullmatch(r"Object missing required field `(.+)`", text)
    if missing:
        # An empty value was left out of what msgspec saw; it has a line of its own.
        empty = missing[1] in _at(given, key)  # type: ignore[operator]
        text = _told_where((*at, *key), f"`{missing[1]}` is {'empty' if empty else 'missing'}")
        return (*key, missing[1]) if empty else key, text
    expected = re.fullmatch(r"Expected `(.+?)`, got `(.+?)`", text)
    if expected:
        wanted, got = (
            " or ".join(_SHAPES.get(part.strip(), part.strip()) for part in side.split("|") if part.strip() != "null")
            for side in expected.groups()
        )
        text = f"{wanted} is wanted here, this is {got}"
    text = re.sub(r"^Invalid enum value '(.*)'$", r"not one of the values that can stand here: \1", text)
    text = re.sub(r"^Expected `array` of length (\d+), got (\d+)$", r"a list of \1 is wanted here, this has \2", text)
    return key, _told_where((*at, *key), text)


def _told_where(key: Key, text: str) -> str:
    """`text` after the names of the settings around it."""
    where = ": ".join(step for step in key if isinstance(step, str))
    return f"`{where}`: {text}" if where else text


def _hint(text: str) -> str:
    if "a list is wanted" in text:
        return "write a list as [one, two]"
    return "write its keys as {key: value}, or each on a line of its own" if "a mapping is wanted" in text else ""


def nearest(name: str, known: Iterable[str]) -> str:
    """The hint that names the known key most like `name`, or lists them all."""
    names = sorted(known)
    close = difflib.get_close_matches(name.lower(), names, n=1)
    return f"did you mean `{close[0]}`?" if close else "known keys: " + ", ".join(names)
