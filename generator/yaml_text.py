"""Reads YAML whose scalars are all text, remembering the line of each value."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import yaml

    from generator.problems import Problems

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
